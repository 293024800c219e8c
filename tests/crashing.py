"""Kill a process at every step it takes on the disk."""

import os
from collections.abc import Callable
from typing import Any

STEPS = ("open", "fsync", "replace", "rename", "unlink", "mkdir", "rmdir")
KILLED = 9


def crash_at_every_step(action: Callable[[], object], check: Callable[[], None]) -> int:
    """Run ``action`` in child processes that die before their first, second … call to the disk.

    ``check`` runs after each death and must leave things as they were before ``action``. The last
    child lives. Returns the number of deaths.
    """
    deaths = 0
    while True:
        child = os.fork()
        if child == 0:
            _die_before(deaths)
            try:
                action()
                os._exit(0)
            finally:
                os._exit(1)
        outcome = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert outcome in (0, KILLED), "the action itself failed"
        check()
        if outcome == 0:
            return deaths
        deaths += 1


def _die_before(step: int) -> None:
    """Change this process for good, so only in a child: its calls are counted, one is its last."""
    left = step

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal left
            if left == 0:
                os._exit(KILLED)
            left -= 1
            return real(*args, **kwargs)

        return call

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))
