"""How far a piece of work is, told from one thread to another by a plain object."""

from threading import Event


class Progress:
    """What a piece of work is told and tells: nothing of Qt crosses from one thread to the other."""

    def __init__(self) -> None:
        self.done, self.of = 0, 0
        self.found: object = None
        """What the work has found so far, where it tells that; replaced, never changed."""
        self._stopped = Event()

    @property
    def is_stopped(self) -> bool:
        """Whether nobody wants the work any more."""
        return self._stopped.is_set()

    def note(self, done: int, of: int) -> None:
        """Note how far the work is; whoever does it looks at :attr:`is_stopped` between steps."""
        self.done, self.of = done, of

    def stop(self) -> None:
        """Let the work end at its next step."""
        self._stopped.set()
