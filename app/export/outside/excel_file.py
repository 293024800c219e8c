"""A protected report as an Excel workbook: figures as numbers, marks and words as text."""

import io
from datetime import datetime, time
from typing import Any

from app.export.cells import Unit
from app.export.excel_file import OPTIONS, print_setup, sheet_name, table_sheet
from app.export.excel_looks import TITLE_HEIGHT, WIDEST, Looks, row_height
from app.export.outside.report import OutsideReport, outside_profile
from app.models.words import short_date
from app.texts import Text


def to_xlsx(report: OutsideReport) -> bytes:
    """Return the workbook: a front sheet with the banner, then every table, method and definitions.

    The same report gives the same bytes.
    """
    import xlsxwriter

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, OPTIONS)
    created = datetime.combine(report.made_on, time())
    book.set_properties({"title": report.title, "author": report.project, "created": created})
    looks = Looks(book)
    _front_sheet(book, looks, report)
    for table in report.all_tables:
        table_sheet(book, looks, table, report.title, report.language)
    book.close()
    return content.getvalue()


def _front_sheet(book: Any, looks: Looks, report: OutsideReport) -> None:
    language = report.language
    sheet = book.add_worksheet(Text("Forside", "Cover").in_language(language))
    print_setup(sheet, report.title, language)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, WIDEST)
    sheet.set_row(0, TITLE_HEIGHT)
    sheet.write_string(0, 0, report.project, looks.title)
    if report.demo:
        demo = Text("DEMO: opdigtede data", "DEMO: invented data")
        sheet.write_string(1, 0, demo.in_language(language), looks.warning)
    lines = (
        (Text("Periode", "Period"), report.period),
        (Text("Arbejdspladser", "Workplaces"), report.whose),
        (Text("Til", "For"), outside_profile(report.protected).in_language(language)),
        (Text("Udgivet", "Released"), short_date(report.made_on)),
        (Text("Udgivelse", "Release"), report.protected.release.id),
        (Text("Beskyttelse", "Protection"), report.banner),
        *((Text("", ""), note) for note in report.notes),
    )
    for row, (name, value) in enumerate(lines, start=2):
        sheet.set_row(row, row_height((value, WIDEST)))
        sheet.write_string(row, 0, name.in_language(language), looks.muted)
        sheet.write_string(row, 1, value, looks.cells[Unit.TEXT])
    first = 3 + len(lines)
    sheet.write_string(first, 0, Text("Ark", "Sheets").in_language(language), looks.muted)
    for row, table in enumerate(report.all_tables, start=first):
        sheet.write_url(row, 1, f"internal:'{sheet_name(table)}'!A1", looks.link, table.title)
