"""The way to the window, which loads Qt; nothing of the window is loaded before it is called."""

import builtins
import gc
import os
import sys
from collections.abc import Callable

from app.errors import UserError
from app.paths import Paths
from app.texts import Text


def open_window(paths: Paths, *, demo: bool = False) -> int:
    """Open the window on an installation, or on the demo project, and return its exit code.

    Raises UserError where there is no display.
    """
    if not has_display():
        raise UserError(
            Text("Vinduet blev ikke åbnet.", "The window was not opened."),
            Text("Der er ingen skærm her.", "There is no display here."),
            Text(
                "Brug kommandoerne i stedet, se »vejviser --help«, eller start på en computer "
                "med skærm.",
                "Use the commands instead, see “vejviser --help”, or start on a computer with a "
                "display.",
            ),
        )
    return load_window()(paths, demo=demo)


def has_display() -> bool:
    """Whether a window can be shown here; without a display Qt would abort the program."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def load_window() -> Callable[..., int]:
    """Load Qt and the window, and return :func:`app.ui.application.run_window`."""
    # What is loaded now stays to the end: looking through it for garbage would only take time.
    gc.disable()
    try:
        _use_pythons_own_import()
        from app.ui.application import run_window
    finally:
        gc.freeze()
        gc.enable()
    return run_window


def _use_pythons_own_import() -> None:
    """Take PySide6's import out again.

    It reads the source of every module that is imported, to see whether it uses PySide6's
    "features" (``from __feature__ import …``). None does here, and the window loads a third faster.
    """
    import PySide6.QtCore  # noqa: F401 - puts its import in the place of Python's

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
