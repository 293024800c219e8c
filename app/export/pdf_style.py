"""How printed pages look: colours, measures, letters, and tables with hairlines."""

from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from app.export.cells import Column, Table, Unit, shown
from app.export.fonts import REGULAR, SEMI_BOLD, text_width
from app.texts import Language

TEXT, MUTED, HAIRLINE, ACCENT, SOFT = "#1b2326", "#5c686d", "#dfe4e3", "#0e5a63", "#f1f6f5"
WARNING = "#a3211b"

MARGIN = 48
"""Points of white around the text (17 mm)."""

PAGE_WIDTH, PAGE_HEIGHT = 595, 842
"""A4 in whole points."""

TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
BODY_SIZE, SMALL_SIZE = 8.5, 7.5
_TEXT_SHARE = 0.46
_PADDING = 4


def style(size: float = BODY_SIZE, colour: str = TEXT, font: str = REGULAR, **more: Any) -> Any:
    """Return a paragraph style of the bundled typeface."""
    from reportlab.lib.colors import HexColor
    from reportlab.lib.styles import ParagraphStyle

    settings = {"leading": size * 1.4, **more}
    return ParagraphStyle(
        "own", fontName=font, fontSize=size, textColor=HexColor(colour), **settings
    )


def paragraph(text: str, paragraph_style: Any) -> Any:
    """Return plain text as a paragraph; nothing in it is taken for markup."""
    from reportlab.platypus import Paragraph

    return Paragraph(escape(text), paragraph_style)


def heading(text: str, key: str) -> Any:
    """Return the heading of a section; the document makes a bookmark named ``key`` of it."""
    flowable = paragraph(text, style(13, ACCENT, SEMI_BOLD, spaceBefore=14, spaceAfter=2))
    flowable.bookmark = (key, text)
    return flowable


def caption(text: str) -> Any:
    """Return the small grey line that says what is counted."""
    return paragraph(text, style(SMALL_SIZE, MUTED, spaceAfter=5))


def grid(
    cells: Sequence[Sequence[Any]], widths: Sequence[float], *commands: Any, **more: Any
) -> Any:
    """Return cells in columns of the given widths, aligned to the top and left of the text."""
    from reportlab.platypus import Table as Grid

    base = [("FONT", (0, 0), (-1, -1), REGULAR, BODY_SIZE), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    return Grid(cells, colWidths=widths, hAlign="LEFT", style=[*base, *commands], **more)


def figures_table(
    table: Table, language: Language, width: float = TEXT_WIDTH, text_share: float = _TEXT_SHARE
) -> Any:
    """Return a report table: figures right-aligned, hairlines, its heading on every page.

    The text columns have ``text_share`` of the width, the figures the rest.
    """
    banded = any(column.band for column in table.columns)
    lines = [_bands(table.columns)] if banded else []
    lines.append([_head(column) for column in table.columns])
    body, bold = style(), style(font=SEMI_BOLD)
    for row in table.all_rows:
        look = bold if row is table.total else body
        lines.append(
            [
                paragraph(shown(cell, column.unit, language), look)
                if column.unit is Unit.TEXT
                else shown(cell, row.unit_in(column), language)
                for column, cell in zip(table.columns, row.cells, strict=True)
            ]
        )
    return grid(
        lines,
        _widths(table, language, width, text_share),
        *_lines_and_letters(table, banded),
        *_band_commands(table.columns, banded),
        repeatRows=2 if banded else 1,
    )


def _head(column: Column) -> Any:
    side = 0 if column.unit is Unit.TEXT else 2
    return paragraph(column.title, style(SMALL_SIZE, MUTED, SEMI_BOLD, alignment=side))


def _bands(columns: Sequence[Column]) -> list[Any]:
    """Return the line of band names, each over a rule as wide as the columns that share it."""
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import HRFlowable

    shown_before = ""
    cells: list[Any] = []
    for column in columns:
        is_new = column.band != shown_before
        look = style(SMALL_SIZE, TEXT, SEMI_BOLD, alignment=1)
        rule = HRFlowable("100%", 0.5, color=HexColor(MUTED), spaceBefore=1, spaceAfter=0)
        cells.append([paragraph(column.band, look), rule] if column.band and is_new else "")
        shown_before = column.band
    return cells


def _band_commands(columns: Sequence[Column], banded: bool) -> list[tuple[Any, ...]]:
    if not banded:
        return []
    commands: list[tuple[Any, ...]] = [("BOTTOMPADDING", (0, 0), (-1, 0), 0)]
    start = 0
    for index, column in enumerate(columns):
        if column.band != columns[start].band:
            start = index
        ends = index + 1 == len(columns) or columns[index + 1].band != column.band
        if column.band and ends and index > start:
            commands.append(("SPAN", (start, 0), (index, 0)))
            if index + 1 == len(columns):
                commands.append(("RIGHTPADDING", (start, 0), (start, 0), 0))
    return commands


def _lines_and_letters(table: Table, banded: bool) -> list[tuple[Any, ...]]:
    from reportlab.lib.colors import HexColor

    head = 1 if banded else 0
    last = -1 if table.total is None else -2
    commands: list[tuple[Any, ...]] = [
        ("TEXTCOLOR", (0, 0), (-1, -1), HexColor(TEXT)),
        ("VALIGN", (0, head), (-1, head), "BOTTOM"),
        ("LINEBELOW", (0, head), (-1, head), 0.75, HexColor(MUTED)),
        ("LINEBELOW", (0, head + 1), (-1, last), 0.5, HexColor(HAIRLINE)),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ]
    for index, column in enumerate(table.columns):
        if column.unit is not Unit.TEXT:
            commands.append(("ALIGN", (index, 0), (index, -1), "RIGHT"))
    if table.total is not None:
        commands.append(("FONTNAME", (0, -1), (-1, -1), SEMI_BOLD))
        commands.append(("LINEABOVE", (0, -1), (-1, -1), 0.75, HexColor(MUTED)))
    return commands


def _widths(table: Table, language: Language, width: float, text_share: float) -> list[float]:
    """Give figures their equal share, or more where a heading or a figure would not fit.

    Headings stand on one line where the words beside them leave the room. Of what is left, words
    behind the first column take no more than they need.
    """
    texts = [at for at, column in enumerate(table.columns) if column.unit is Unit.TEXT]
    figures = len(table.columns) - len(texts)
    equal = width * (1 - text_share) / figures if figures else 0
    needed = [
        0.0 if index in texts else max(equal, _least_width(table, index, language))
        for index in range(len(table.columns))
    ]
    on_one_line = [
        each if at in texts else max(each, _width_of_words([column.title]))
        for at, (each, column) in enumerate(zip(needed, table.columns, strict=True))
    ]
    words = [str(row.cells[texts[0]]) for row in table.all_rows]
    if len(texts) == 1 and sum(on_one_line) + _width_of_words(words) <= width:
        needed = on_one_line
    share = (width - sum(needed)) / len(texts)
    for index in texts[1:]:
        needed[index] = min(share, _least_width(table, index, language))
    needed[texts[0]] = width - sum(needed)
    return needed


def _least_width(table: Table, index: int, language: Language) -> float:
    """Return the width that no figure breaks in, and the heading once at most."""
    column = table.columns[index]
    # Of hundreds of cells, most read alike.
    cells = {shown(row.cells[index], row.unit_in(column), language) for row in table.all_rows}
    widest = max(text_width(cell, SEMI_BOLD, BODY_SIZE) for cell in cells)
    return max(_on_two_lines(column.title), widest) + 2 * _PADDING + 1


def _width_of_words(words: Iterable[str]) -> float:
    """Return the width of a cell in which none of these breaks, in the largest letters of a table."""
    widest = max((text_width(each, SEMI_BOLD, BODY_SIZE) for each in words), default=0.0)
    return widest + 2 * _PADDING + 1


def _on_two_lines(heading: str) -> float:
    words = heading.split()
    return min(
        max(
            text_width(" ".join(line), SEMI_BOLD, SMALL_SIZE)
            for line in (words[:split], words[split:])
        )
        for split in range(1, len(words) + 1)
    )
