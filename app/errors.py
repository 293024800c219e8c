"""Errors that a user can do something about.

A :class:`UserError` says what happened, why, and what to do next. Everything else that is raised
is a fault of the program.
"""

from dataclasses import dataclass

from app.texts import Language, Text


class UserError(Exception):
    """An expected failure, explained to the person who met it."""

    exit_code = 1

    def __init__(self, what: Text, why: Text, next_step: Text) -> None:
        super().__init__(what.en)
        self.what = what
        self.why = why
        self.next_step = next_step

    def message(self, language: Language) -> str:
        """Return the three sentences as one paragraph."""
        parts = (self.what, self.why, self.next_step)
        return " ".join(part.in_language(language) for part in parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one field of what was entered."""

    field: str
    text: Text


class InvalidInput(UserError):
    """What was entered breaks one or more rules; nothing was saved."""

    def __init__(self, what: Text, problems: tuple[Problem, ...]) -> None:
        why = Text(
            " ".join(problem.text.da for problem in problems),
            " ".join(problem.text.en for problem in problems),
        )
        next_step = Text("Ret det, og prøv igen.", "Correct it and try again.")
        super().__init__(what, why, next_step)
        self.problems = problems


class NotFound(UserError):
    """The record or file that was asked for is not there."""


class Conflict(UserError):
    """The record was changed by someone else since it was read; nothing was saved."""


class WrongPassphrase(UserError):
    """No slot of the envelope opens with what was typed."""

    exit_code = 3


class DamagedEnvelope(UserError):
    """The key file cannot be read, so no passphrase can be tried."""

    exit_code = 4


class DamagedStore(UserError):
    """The key is right, but the database does not pass its integrity check."""

    exit_code = 4
