"""The card as a QR code for the screen (SVG) and as a printed page with its ten words (PDF).

The QR code holds the same bytes as the file, so whatever reads it can save them as one.
"""

import io
from collections.abc import Sequence
from typing import Any

from app.export.fonts import BOLD, SEMI_BOLD, register_fonts
from app.export.pdf_document import build_pdf
from app.export.pdf_style import (
    ACCENT,
    MUTED,
    SMALL_SIZE,
    SOFT,
    TEXT,
    TEXT_WIDTH,
    grid,
    paragraph,
    style,
)
from app.export.sheet_parts import numbered
from app.models.team.cards import Card, encode_card
from app.models.team.fingerprint import hex_of, words_of
from app.models.words import short_date
from app.texts import Language, Text

_QUIET = 4
"""Modules of white around a QR code, as its standard asks."""

_SIDE = 230.0
"""Points of the printed code (8 cm): modules of more than 0.8 mm."""

_TITLE = Text("Visitkort", "Card")
_WORDS = Text("De ti ord", "The ten words")
_MADE = Text("Lavet {day}", "Made on {day}")
_STEPS_TITLE = Text("Sådan bruges det", "How it is used")
_STEPS = (
    Text(
        "Giv filen eller dette ark til projektlederen. Det er ikke hemmeligt.",
        "Give the file or this sheet to the lead. It is not secret.",
    ),
    Text(
        "Ring sammen, og læs de ti ord højt, mens den anden ser på sin egen skærm.",
        "Call each other, and read the ten words aloud while the other looks at the own screen.",
    ),
    Text(
        "Er bare ét ord forskelligt, så tag ikke imod kortet.",
        "If a single word differs, do not accept the card.",
    ),
)


def card_svg(card: Card) -> bytes:
    """Return the card's QR code as an SVG image of black on white."""
    content = io.BytesIO()
    _code(card).save(
        content, kind="svg", border=_QUIET, dark="#000", light="#fff", scale=4, xmldecl=True
    )
    return content.getvalue()


def card_sheet(card: Card, project: str, language: Language) -> bytes:
    """Return the printable page (PDF) with the card's QR code and its ten words."""
    from reportlab.platypus import Spacer

    register_fonts()
    made = _MADE.format(day=short_date(card.made_on)).in_language(language)
    story = [
        paragraph(project, style(11, MUTED, SEMI_BOLD, spaceAfter=2)),
        paragraph(
            f"{_TITLE.in_language(language)}: {card.name}", style(24, TEXT, BOLD, leading=30)
        ),
        paragraph(f"{card.initials} · {made}", style(10, TEXT, spaceBefore=2, spaceAfter=14)),
        _drawing(_code(card).matrix),
        Spacer(1, 14),
        paragraph(_WORDS.in_language(language), style(13, ACCENT, SEMI_BOLD, spaceAfter=6)),
        _word_box(words_of(card.fingerprint)),
        Spacer(1, 6),
        paragraph(f"{hex_of(card.fingerprint)} · {card.device}", style(SMALL_SIZE + 1, MUTED)),
        Spacer(1, 18),
        paragraph(_STEPS_TITLE.in_language(language), style(13, ACCENT, SEMI_BOLD, spaceAfter=4)),
        *numbered(_STEPS, language),
    ]
    title = f"{_TITLE.in_language(language)} · {card.name}"
    return build_pdf(story, title=title, author=project, language=language)


def _code(card: Card) -> Any:
    import segno

    return segno.make_qr(encode_card(card), error="l", mode="byte")


def _drawing(matrix: Sequence[Sequence[int]]) -> Any:
    """Return the code as squares, dark ones side by side as one."""
    from reportlab.graphics.shapes import Drawing, Rect
    from reportlab.lib.colors import black

    module = _SIDE / (len(matrix) + 2 * _QUIET)
    drawing = Drawing(_SIDE, _SIDE)
    for number, row in enumerate(matrix, start=1):
        for start, length in _runs(row):
            left, bottom = (_QUIET + start) * module, _SIDE - (_QUIET + number) * module
            drawing.add(
                Rect(left, bottom, length * module, module, fillColor=black, strokeColor=None)
            )
    return drawing


def _runs(row: Sequence[int]) -> list[tuple[int, int]]:
    """Return where dark modules begin and how many stand side by side."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs


def _word_box(words: Sequence[str]) -> Any:
    """Return the words in two lines, each with its number."""
    from reportlab.lib.colors import HexColor

    large = style(13, TEXT, SEMI_BOLD, alignment=1)
    small = style(SMALL_SIZE, MUTED, alignment=1)
    cells = [
        [paragraph(word, large), paragraph(str(number), small)]
        for number, word in enumerate(words, start=1)
    ]
    half = len(cells) // 2
    return grid(
        [cells[:half], cells[half:]],
        [TEXT_WIDTH / half] * half,
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(SOFT)),
        ("BOX", (0, 0), (-1, -1), 1, HexColor(ACCENT)),
        ("ROUNDEDCORNERS", [6, 6, 6, 6]),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    )
