"""What the PDFs of reports have in common: the box of large figures, and tables of sentences."""

from collections.abc import Sequence
from typing import Any

from app.export.cells import Cell, Table, Unit, shown
from app.export.fonts import BOLD, SEMI_BOLD
from app.export.pdf_style import (
    ACCENT,
    HAIRLINE,
    MUTED,
    SMALL_SIZE,
    SOFT,
    TEXT_WIDTH,
    grid,
    paragraph,
    style,
)
from app.texts import Language


def headline(figures: Sequence[tuple[str, Cell, Unit]], language: Language) -> Any:
    """Return the figures that most readers want, large, each above its name."""
    from reportlab.lib.colors import HexColor

    large = style(20, ACCENT, BOLD, leading=25)
    small = style(SMALL_SIZE + 0.5, MUTED)
    cells = [
        [paragraph(shown(value, unit, language), large), paragraph(name, small)]
        for name, value, unit in figures
    ]
    return grid(
        [cells],
        [TEXT_WIDTH / len(cells)] * len(cells),
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(SOFT)),
        ("ROUNDEDCORNERS", [6, 6, 6, 6]),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
    )


def sentences(table: Table, language: Language) -> Any:
    """Return a table whose last column is a sentence: the rest narrow, the sentence wide."""
    from reportlab.lib.colors import HexColor

    rows = []
    for row in table.rows:
        cells = [
            shown(cell, column.unit, language)
            for column, cell in zip(table.columns, row.cells, strict=True)
        ]
        looks = [style(font=SEMI_BOLD), *[style(font=SEMI_BOLD, alignment=2)] * (len(cells) - 2)]
        rows.append(
            [paragraph(text, look) for text, look in zip(cells, [*looks, style()], strict=True)]
        )
    middle = [35.0] * (len(table.columns) - 2)
    first = 145.0 if middle else 130.0
    return grid(
        rows,
        [first, *middle, TEXT_WIDTH - first - sum(middle)],
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("LEFTPADDING", (-1, 0), (-1, -1), 14),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LINEBELOW", (0, 0), (-1, -2), 0.5, HexColor(HAIRLINE)),
    )
