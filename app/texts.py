"""Words shown to people, in the two languages of the program.

Everything below the window (errors, table headings, definitions, settings) speaks through
:class:`Text`, so that the command line and the exports need no Qt to be understood.
"""

from typing import Literal, NamedTuple

Language = Literal["da", "en"]

LANGUAGES: tuple[Language, ...] = ("da", "en")


class Text(NamedTuple):
    """One message in Danish and English."""

    da: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the message in ``language``."""
        return self.da if language == "da" else self.en

    def format(self, **values: object) -> "Text":
        """Return a copy with ``{name}`` fields filled; a value that is a Text keeps its language."""
        danish = {k: v.da if isinstance(v, Text) else v for k, v in values.items()}
        english = {k: v.en if isinstance(v, Text) else v for k, v in values.items()}
        return Text(self.da.format(**danish), self.en.format(**english))
