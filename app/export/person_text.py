"""A person's file as text, for the command line."""

import textwrap
from collections.abc import Iterator

from app.export.person_change_words import Block
from app.export.person_sections import MADE, TITLE, FileWords
from app.export.plain_text import WIDTH
from app.models.person_file import PersonFile
from app.models.words import short_date
from app.texts import Language

_INDENT = "  "


def person_text(file: PersonFile, language: Language) -> str:
    """Return the file as plain text."""
    words = FileWords(file, language, with_ids=True)
    made = words.say(MADE.format(day=short_date(file.made_on)))
    lines = [file.person.name, f"{words.say(TITLE)} · {made}"]
    for section in words.sections():
        lines += ["", section.title, "-" * len(section.title)]
        lines += [line for block in section.blocks for line in _block(block)] or [section.nothing]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    if block.heading:
        yield block.heading
    for name, value in block.facts:
        told = [_INDENT + line for line in value.splitlines()]
        if len(told) > 1:
            yield f"{_INDENT}{name}:"
            yield from (_INDENT + line for line in told)
        else:
            yield from textwrap.wrap(
                f"{name}: {value.strip()}",
                WIDTH,
                initial_indent=_INDENT,
                subsequent_indent=_INDENT * 2,
            )
