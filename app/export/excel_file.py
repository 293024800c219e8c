"""The report as an Excel workbook: one sheet per table, figures as numbers, words as text."""

import io
from datetime import datetime, time
from typing import Any

from app.export.cells import Table, Unit, number
from app.export.definitions import INTERNAL
from app.export.excel_charts import add_chart
from app.export.excel_looks import TITLE_HEIGHT, WIDEST, Looks, row_height, widths
from app.export.report import Report
from app.models.words import short_date
from app.texts import Language, Text

OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
_HEADER_ROW = 3
_SENTENCE_WIDTH = 90
_COLUMN_WIDTH = 8
"""Characters in a column that nobody made wider."""

_LONGEST_SHEET_NAME = 31
_LONGEST_FOOT = 100


def to_xlsx(report: Report) -> bytes:
    """Return the workbook: a front sheet, then every table with its title and universe.

    The same report gives the same bytes.
    """
    import xlsxwriter

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, OPTIONS)
    book.set_properties(
        {
            "title": report.title,
            "author": report.project,
            "created": datetime.combine(report.made_on, time()),
        }
    )
    looks = Looks(book)
    _front_sheet(book, looks, report)
    for table in report.tables:
        table_sheet(book, looks, table, report.title, report.language)
    book.close()
    return content.getvalue()


def _front_sheet(book: Any, looks: Looks, report: Report) -> None:
    language = report.language
    sheet = book.add_worksheet(Text("Forside", "Cover").in_language(language))
    print_setup(sheet, report.title, report.language)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, WIDEST)
    sheet.set_row(0, TITLE_HEIGHT)
    sheet.write_string(0, 0, report.project, looks.title)
    if report.demo:
        demo = Text("DEMO: opdigtede data", "DEMO: invented data")
        sheet.write_string(1, 0, demo.in_language(language), looks.warning)
    places = ", ".join(report.workplace_names) or Text("Alle", "All").in_language(language)
    lines = (
        (Text("Periode", "Period"), report.period.label.in_language(language)),
        (Text("Fra", "From"), short_date(report.period.first)),
        (Text("Til", "To"), short_date(report.period.last)),
        (Text("Arbejdspladser", "Workplaces"), places),
        (Text("Opgjort", "Counted on"), short_date(report.made_on)),
    )
    for row, (name, value) in enumerate(lines, start=2):
        sheet.set_row(row, row_height((value, WIDEST)))
        sheet.write_string(row, 0, name.in_language(language), looks.muted)
        sheet.write_string(row, 1, value, looks.cells[Unit.TEXT])
    sheet.write_string(7, 0, INTERNAL.in_language(language), looks.strong)
    sheet.set_row(7, TITLE_HEIGHT)
    for row, note in enumerate(report.notes, start=8):
        sheet.set_row(row, row_height((note, WIDEST)))
        sheet.write_string(row, 1, note, looks.cells[Unit.TEXT])
    first = 9 + len(report.notes)
    sheet.write_string(first, 0, Text("Ark", "Sheets").in_language(language), looks.muted)
    for row, table in enumerate(report.tables, start=first):
        link = f"internal:'{sheet_name(table)}'!A1"
        sheet.write_url(row, 1, link, looks.link, table.title)


def table_sheet(book: Any, looks: Looks, table: Table, title: str, language: Language) -> None:
    """Write a table on a sheet of its own; ``title`` stands at the foot of its pages."""
    name = sheet_name(table)
    sheet = book.add_worksheet(name)
    print_setup(sheet, title, language)
    sheet.freeze_panes(_HEADER_ROW + 1, 1)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.set_row(0, TITLE_HEIGHT)
    sheet.write_string(0, 0, table.title, looks.title)
    columns = widths(table)
    for index, width in enumerate(columns):
        sheet.set_column(index, index, width)
    _universe(sheet, looks, table.universe, columns)
    _heading(sheet, looks, table, columns)
    _cells(sheet, looks, table, columns)
    add_chart(book, sheet, name, table, _HEADER_ROW + 1, language)


def _universe(sheet: Any, looks: Looks, text: str, columns: list[int]) -> None:
    """Write what is counted over as many columns as a sentence needs, those of the table or more."""
    missing = max(0, _SENTENCE_WIDTH - sum(columns))
    beyond = -(-missing // _COLUMN_WIDTH)
    sheet.merge_range(1, 0, 1, len(columns) - 1 + beyond, text, looks.sentence)
    sheet.set_row(1, row_height((text, max(sum(columns), _SENTENCE_WIDTH))))


def _heading(sheet: Any, looks: Looks, table: Table, columns: list[int]) -> None:
    titles = [column.full_title for column in table.columns]
    sheet.set_row(_HEADER_ROW, row_height(*zip(titles, columns, strict=True)))
    for index, column in enumerate(table.columns):
        sheet.write_string(_HEADER_ROW, index, titles[index], looks.head(index, column))


def _cells(sheet: Any, looks: Looks, table: Table, columns: list[int]) -> None:
    for row, line in enumerate(table.all_rows, start=_HEADER_ROW + 1):
        texts = [cell if isinstance(cell, str) else "" for cell in line.cells]
        sheet.set_row(row, row_height(*zip(texts, columns, strict=True)))
        for index, (column, cell) in enumerate(zip(table.columns, line.cells, strict=True)):
            unit = line.unit_in(column)
            look = looks.cell(index, unit, is_total=line is table.total)
            if cell is None:
                sheet.write_blank(row, index, None, look)
            elif isinstance(cell, str):
                sheet.write_string(row, index, cell, look)
            else:
                sheet.write_number(row, index, number(cell, unit), look)


def print_setup(sheet: Any, title: str, language: Language) -> None:
    """Set the paper, and the foot with the title and the page."""
    foot = title[:_LONGEST_FOOT].replace("&", "&&")
    page = Text("Side &P af &N", "Page &P of &N").in_language(language)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    sheet.set_footer(f"&L{foot}&R{page}")


def sheet_name(table: Table) -> str:
    """Return the title without what Excel forbids in the name of a sheet."""
    allowed = "".join(letter for letter in table.title if letter not in "[]:*?/\\")
    return allowed[:_LONGEST_SHEET_NAME].strip("' ")
