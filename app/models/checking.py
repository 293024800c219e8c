"""A small collector of problems, so that a form or a row hears of all of them at once."""

from app.errors import InvalidInput, Problem
from app.models.rules import find_cpr
from app.texts import Text

LIKE_A_CPR_NUMBER = Text(
    "Der står noget, der ligner et CPR-nummer. Det må ikke stå i Vejviser.",
    "Something here looks like a CPR number. It must not be kept in Vejviser.",
)


class Checker:
    """Collects problems; :meth:`finish` raises them together."""

    def __init__(self, what: Text) -> None:
        self._what = what
        self._problems: list[Problem] = []

    def require(self, holds: bool, field: str, danish: str, english: str) -> None:
        """Note a problem of ``field`` unless ``holds``."""
        if not holds:
            self._problems.append(Problem(field, Text(danish, english)))

    def refuse_cpr(self, **texts: str) -> None:
        """Note a problem of every field in which something looks like a CPR number.

        For everything but the private note of an inquiry, its name and its code word: while
        somebody sits there and talks, the counsellor is only warned, see :mod:`app.models.guards`.
        """
        for field, text in texts.items():
            if find_cpr(text):
                self._problems.append(Problem(field, LIKE_A_CPR_NUMBER))

    def finish(self) -> None:
        """Raise InvalidInput when there is any problem."""
        if self._problems:
            raise InvalidInput(self._what, tuple(self._problems))
