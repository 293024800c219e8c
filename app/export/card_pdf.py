"""A knowledge card as a handout: one A4 page with its source, its dates and where to ask."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from app.export.fonts import BOLD, REGULAR, SEMI_BOLD, register_fonts
from app.export.pdf_document import build_pdf
from app.export.pdf_style import (
    ACCENT,
    HAIRLINE,
    MARGIN,
    MUTED,
    PAGE_HEIGHT,
    SMALL_SIZE,
    SOFT,
    TEXT,
    TEXT_WIDTH,
    WARNING,
    grid,
    paragraph,
    style,
)
from app.models.card_types import (
    CARD_TOPICS,
    NO_WARRANTY,
    Block,
    BlockKind,
    Card,
    facts,
    warnings,
)
from app.models.words import short_date
from app.texts import Text

_SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
"""Sizes of the text, the largest first: the first one at which the card fits on its page is used."""
_HEIGHT = PAGE_HEIGHT - 2 * MARGIN
_NAME = "Vejviser"
_KIND = Text("Videnskort", "Knowledge card")
_PRINTED = Text("Udskrevet {day}", "Printed on {day}")
_DEMO = Text(
    "DEMO: arket er skrevet ud fra et demoprojekt.",
    "DEMO: this sheet was printed from a demo project.",
)


def to_pdf(card: Card, today: date, *, demo: bool = False) -> bytes:
    """Return the card on one page, in its own language. The same card and day give the same bytes."""
    register_fonts()
    stories = (_story(card, today, size, demo=demo) for size in _SIZES)
    story = next((story for story in stories if _height(story) <= _HEIGHT), None)
    return build_pdf(
        story or _story(card, today, _SIZES[-1], demo=demo),
        title=f"{_KIND.in_language(card.language)} · {card.title}",
        author=_NAME,
        language=card.language,
        demo=demo,
    )


def _story(card: Card, today: date, size: float, *, demo: bool) -> list[Any]:
    language = card.language
    kind = f"{_KIND.in_language(language)} · {CARD_TOPICS[card.topic].in_language(language)}"
    story = [
        paragraph(kind, style(size, MUTED, SEMI_BOLD, spaceAfter=2)),
        paragraph(card.title, style(size * 2, TEXT, BOLD, leading=size * 2.5, spaceAfter=size)),
    ]
    said = [text.in_language(language) for text in warnings(card, today, language)]
    if demo:
        said.insert(0, _DEMO.in_language(language))
    if said:
        story.append(_warning_box(said, size))
    story += [_part(block, size) for block in card.blocks]
    return [*story, _foot(card, today, size)]


def _part(block: Block, size: float) -> Any:
    if block.kind is BlockKind.HEADING:
        look = style(size * 1.15, ACCENT, SEMI_BOLD, spaceBefore=size * 0.8, spaceAfter=size * 0.2)
        return paragraph(block.text, look)
    if block.kind is BlockKind.PARAGRAPH:
        return paragraph(block.text, style(size, spaceBefore=size * 0.4, spaceAfter=size * 0.3))
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Paragraph

    look = style(
        size,
        leftIndent=size * 1.3,
        bulletIndent=size * 0.2,
        bulletFontName=REGULAR,
        bulletFontSize=size,
        bulletColor=HexColor(ACCENT),
        spaceAfter=size * 0.2,
    )
    return Paragraph(escape(block.text), look, bulletText="•")


def _warning_box(said: Sequence[str], size: float) -> Any:
    from reportlab.lib.colors import HexColor

    look = style(size, WARNING, SEMI_BOLD)
    box = grid(
        [[paragraph(text, look)] for text in said],
        [TEXT_WIDTH],
        ("BOX", (0, 0), (-1, -1), 1, HexColor(WARNING)),
        ("ROUNDEDCORNERS", [4, 4, 4, 4]),
        ("LEFTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    )
    box.spaceAfter = size
    return box


def _foot(card: Card, today: date, size: float) -> Any:
    """Return the box that says where the card is from, how old it is, and what it is worth."""
    from reportlab.lib.colors import HexColor

    label, value = style(SMALL_SIZE, MUTED, SEMI_BOLD), style(SMALL_SIZE + 0.5)
    rows = [
        [paragraph(name.in_language(card.language), label), paragraph(text, value)]
        for name, text in facts(card)
    ]
    printed = _PRINTED.format(day=short_date(today)).in_language(card.language)
    closing = [
        [
            paragraph(
                NO_WARRANTY.in_language(card.language), style(SMALL_SIZE + 0.5, TEXT, SEMI_BOLD)
            )
        ],
        [paragraph(printed, style(SMALL_SIZE, MUTED))],
    ]
    plain = (("LEFTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 1))
    inner = TEXT_WIDTH - 20
    box = grid(
        [[grid(rows, [120, inner - 120], *plain)], [grid(closing, [inner], *plain)]],
        [TEXT_WIDTH],
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(SOFT)),
        ("LINEABOVE", (0, 1), (-1, 1), 0.5, HexColor(HAIRLINE)),
        ("ROUNDEDCORNERS", [4, 4, 4, 4]),
        ("LEFTPADDING", (0, 0), (-1, -1), 10),
    )
    box.spaceBefore = size
    return box


def _height(story: Sequence[Any]) -> float:
    """Return how tall the parts stand below each other, with the white between them."""
    total = 0.0
    for number, part in enumerate(story):
        total += part.wrap(TEXT_WIDTH, _HEIGHT)[1]
        if number:
            total += max(part.getSpaceBefore(), story[number - 1].getSpaceAfter())
    return total
