"""Parts of a sheet to print and lock away: a code to type, steps, lines to sign on."""

from collections.abc import Sequence
from typing import Any

from app.export.fonts import BOLD
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
from app.texts import Language, Text

_GROUPS_PER_LINE = 4


def numbered(steps: Sequence[Text], language: Language) -> list[Any]:
    """Return the steps below each other, each with its number."""
    look = style(10, leading=15, spaceAfter=3)
    return [
        paragraph(f"{number}.  {step.in_language(language)}", look)
        for number, step in enumerate(steps, start=1)
    ]


def code_box(groups: Sequence[str]) -> Any:
    """Return the groups large, each with its number, as the program names a mistyped one."""
    from reportlab.lib.colors import HexColor

    large = style(25, TEXT, BOLD, leading=31, alignment=1)
    small = style(SMALL_SIZE, MUTED, alignment=1)
    cells = [
        [paragraph(group, large), paragraph(str(number), small)]
        for number, group in enumerate(groups, start=1)
    ]
    cells += [[]] * (-len(cells) % _GROUPS_PER_LINE)
    lines = [
        cells[start : start + _GROUPS_PER_LINE] for start in range(0, len(cells), _GROUPS_PER_LINE)
    ]
    return grid(
        lines,
        [TEXT_WIDTH / _GROUPS_PER_LINE] * _GROUPS_PER_LINE,
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(SOFT)),
        ("BOX", (0, 0), (-1, -1), 1, HexColor(ACCENT)),
        ("ROUNDEDCORNERS", [6, 6, 6, 6]),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 12),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
    )


def signature_lines(labels: Sequence[Text], language: Language) -> Any:
    """Return the lines to sign on, each with its label; there is room for three."""
    from reportlab.lib.colors import HexColor

    label = style(SMALL_SIZE, MUTED)
    names = [paragraph(name.in_language(language), label) for name in labels]
    return grid(
        [[names[0], "", names[1], "", names[2]]],
        [90, 16, 180, 16, TEXT_WIDTH - 302],
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        *(("LINEABOVE", (n, 0), (n, 0), 0.75, HexColor(MUTED)) for n in (0, 2, 4)),
    )
