"""A person's file as a PDF that can be handed over."""

from typing import Any

from app.export.fonts import BOLD, SEMI_BOLD, register_fonts
from app.export.pdf_document import build_pdf
from app.export.pdf_style import (
    MARGIN,
    MUTED,
    PAGE_HEIGHT,
    SMALL_SIZE,
    TEXT,
    TEXT_WIDTH,
    WARNING,
    grid,
    heading,
    paragraph,
    style,
)
from app.export.person_change_words import Block
from app.export.person_sections import INTRODUCTION, MADE, RIGHTS, TITLE, FileWords, Section
from app.models.person_file import PersonFile
from app.models.words import short_date
from app.texts import Language, Text

_PAGE = PAGE_HEIGHT - 2 * MARGIN
"""Points of height that a page has for text."""
_NAMES = 110
_LONG = 400
"""Characters from which a text stands below its name: a cell cannot go on to the next page."""
_DEMO = Text("DEMO: personen er opdigtet.", "DEMO: the person is invented.")


def to_pdf(file: PersonFile, language: Language) -> bytes:
    """Return the file as A4 pages. The same data on the same day give the same bytes.

    Title and foot name nobody, as programs show and remember them.
    """
    register_fonts()
    words = FileWords(file, language)
    story = _cover(file, words)
    for section in words.sections():
        story += _section(section)
    title = words.say(TITLE)
    return build_pdf(story, title=title, author=file.project, language=language, demo=file.demo)


def _cover(file: PersonFile, words: FileWords) -> list[Any]:
    made = words.say(MADE.format(day=short_date(file.made_on)))
    text = style(10, leading=15, spaceBefore=6)
    lines = [
        paragraph(file.project, style(11, MUTED, SEMI_BOLD, spaceAfter=2)),
        paragraph(file.person.name, style(24, TEXT, BOLD, leading=30)),
        paragraph(f"{words.say(TITLE)} · {made}", style(SMALL_SIZE, MUTED, spaceBefore=2)),
    ]
    if file.demo:
        lines.append(paragraph(words.say(_DEMO), style(10, WARNING, SEMI_BOLD, spaceBefore=6)))
    return [*lines, paragraph(words.say(INTRODUCTION), text), paragraph(words.say(RIGHTS), text)]


def _section(section: Section) -> list[Any]:
    title = heading(section.title, section.key)
    title.keepWithNext = 1
    if not section.blocks:
        return _together([title, paragraph(section.nothing, style(colour=MUTED))])
    first, *others = map(_block, section.blocks)
    story = _together([title, *first])
    for block in others:
        story += _together(block)
    return story


def _together(entry: list[Any]) -> list[Any]:
    """Return an entry that is torn by the end of a page only if it is longer than one."""
    from reportlab.platypus import KeepTogether

    height = sum(
        part.wrap(TEXT_WIDTH, _PAGE)[1] + part.getSpaceBefore() + part.getSpaceAfter()
        for part in entry
    )
    return [KeepTogether(entry)] if height <= _PAGE else entry


def _block(block: Block) -> list[Any]:
    story = []
    if block.heading:
        look = style(font=SEMI_BOLD, spaceBefore=7, keepWithNext=1 if block.facts else 0)
        story.append(paragraph(block.heading, look))
    for name, value in block.facts:
        story += _fact(name, value)
    return story


def _fact(name: str, value: str) -> list[Any]:
    lines = value.splitlines()
    if len(lines) > 1 or len(value) > _LONG:
        named = paragraph(name, style(colour=MUTED, keepWithNext=1))
        return [named, *(paragraph(line, style(leftIndent=_NAMES)) for line in lines)]
    named = paragraph(name, style(colour=MUTED))
    return [
        grid(
            [[named, paragraph(value, style())]],
            [_NAMES, TEXT_WIDTH - _NAMES],
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        )
    ]
