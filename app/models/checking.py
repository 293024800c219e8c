"""A small collector of problems, so that a form or a row hears of all of them at once."""

from app.errors import InvalidInput, Problem
from app.texts import Text


class Checker:
    """Collects problems; :meth:`finish` raises them together."""

    def __init__(self, what: Text) -> None:
        self._what = what
        self._problems: list[Problem] = []

    def require(self, holds: bool, field: str, danish: str, english: str) -> None:
        """Note a problem of ``field`` unless ``holds``."""
        if not holds:
            self._problems.append(Problem(field, Text(danish, english)))

    def finish(self) -> None:
        """Raise InvalidInput when there is any problem."""
        if self._problems:
            raise InvalidInput(self._what, tuple(self._problems))
