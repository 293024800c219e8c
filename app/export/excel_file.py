"""The report as an Excel workbook: one sheet per table, figures as numbers, words as text."""

import io
from datetime import datetime, time
from typing import Any

from app.export.cells import Column, Table, Unit, number
from app.export.drawing import ChartColours
from app.export.report import Report
from app.models.words import short_date
from app.texts import Text

_NUMBER_FORMATS = {
    Unit.TEXT: "@",
    Unit.COUNT: "#,##0",
    Unit.PERCENT: '0" %"',
    Unit.HOURS: "#,##0.0",
    Unit.RATE: "#,##0.0",
}
_OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
_CHARTS = {"reasons_by_group": "bar", "advice_top": "bar", "twelve_months": "line"}
_CHART_COLUMN = {"reasons_by_group": "all", "advice_top": "all", "twelve_months": "contacts"}
_HEADER_ROW = 3
_NARROWEST, _WIDEST = 9, 70
_LINE_HEIGHT = 16
_LONGEST_SHEET_NAME = 31
_ACCENT, _MUTED, _LINE = "#0e5a63", "#5c686d", "#dfe4e3"


def to_xlsx(report: Report) -> bytes:
    """Return the workbook: a front sheet, then every table with its title and universe.

    The same report gives the same bytes.
    """
    import xlsxwriter

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, _OPTIONS)
    book.set_properties(
        {
            "title": f"{report.project} · {report.period.label.in_language(report.language)}",
            "author": report.project,
            "created": datetime.combine(report.made_on, time()),
        }
    )
    formats = _Formats(book)
    _front_sheet(book, formats, report)
    for table in report.tables:
        _table_sheet(book, formats, table)
    book.close()
    return content.getvalue()


class _Formats:
    """The few looks that cells have."""

    def __init__(self, book: Any) -> None:
        base = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        self.title = book.add_format(base | {"bold": True, "font_size": 15, "font_color": _ACCENT})
        self.muted = book.add_format(base | {"font_color": _MUTED})
        self.sentence = book.add_format(base | {"font_color": _MUTED, "text_wrap": True})
        self.warning = book.add_format(base | {"bold": True, "font_color": "#a3211b"})
        head = base | {"bold": True, "bottom": 1, "bottom_color": _MUTED, "text_wrap": True}
        self.text_head = book.add_format(head)
        self.number_head = book.add_format(head | {"align": "right"})
        line = {"bottom": 1, "bottom_color": _LINE}
        self.cells = {
            unit: book.add_format(base | line | {"num_format": pattern, "text_wrap": True})
            for unit, pattern in _NUMBER_FORMATS.items()
        }
        self.totals = {
            unit: book.add_format(base | {"num_format": pattern, "bold": True, "top": 1})
            for unit, pattern in _NUMBER_FORMATS.items()
        }


def _front_sheet(book: Any, formats: _Formats, report: Report) -> None:
    language = report.language
    sheet = book.add_worksheet(Text("Forside", "Front page").in_language(language))
    _print_setup(sheet)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, _WIDEST)
    sheet.write_string(0, 0, report.project, formats.title)
    places = ", ".join(report.workplace_names) or Text("Alle", "All").in_language(language)
    lines = (
        (Text("Periode", "Period"), report.period.label.in_language(language)),
        (Text("Fra", "From"), short_date(report.period.first)),
        (Text("Til", "To"), short_date(report.period.last)),
        (Text("Arbejdspladser", "Workplaces"), places),
        (Text("Opgjort", "Counted on"), short_date(report.made_on)),
    )
    for row, (name, value) in enumerate(lines, start=2):
        sheet.write_string(row, 0, name.in_language(language), formats.muted)
        sheet.write_string(row, 1, value, formats.cells[Unit.TEXT])
    if report.demo:
        demo = Text("DEMO: opdigtede data", "DEMO: invented data")
        sheet.write_string(1, 0, demo.in_language(language), formats.warning)
    sheet.write_string(8, 0, Text("Ark", "Sheets").in_language(language), formats.muted)
    for row, table in enumerate(report.tables, start=8):
        link = f"internal:'{_sheet_name(table)}'!A1"
        sheet.write_url(row, 1, link, string=table.title)


def _table_sheet(book: Any, formats: _Formats, table: Table) -> None:
    sheet = book.add_worksheet(_sheet_name(table))
    _print_setup(sheet)
    sheet.write_string(0, 0, table.title, formats.title)
    widths = [_width(table, index, column) for index, column in enumerate(table.columns)]
    sheet.merge_range(1, 0, 1, len(widths) - 1, table.universe, formats.sentence)
    sheet.set_row(1, _LINE_HEIGHT * -(-len(table.universe) // sum(widths)))
    for index, column in enumerate(table.columns):
        head = formats.text_head if column.unit is Unit.TEXT else formats.number_head
        sheet.write_string(_HEADER_ROW, index, column.full_title, head)
        sheet.set_column(index, index, widths[index])
    sheet.freeze_panes(_HEADER_ROW + 1, 1)
    sheet.repeat_rows(_HEADER_ROW)
    for row, line in enumerate(table.all_rows, start=_HEADER_ROW + 1):
        looks = formats.totals if line is table.total else formats.cells
        for index, (column, cell) in enumerate(zip(table.columns, line.cells, strict=True)):
            look = looks[column.unit]
            if cell is None:
                sheet.write_blank(row, index, None, look)
            elif isinstance(cell, str):
                sheet.write_string(row, index, cell, look)
            else:
                sheet.write_number(row, index, number(cell, column.unit), look)
    if table.key in _CHARTS and table.rows:
        _add_chart(book, sheet, table)


def _add_chart(book: Any, sheet: Any, table: Table) -> None:
    first, last = _HEADER_ROW + 1, _HEADER_ROW + len(table.rows)
    values = table.column(_CHART_COLUMN[table.key])
    groups = ChartColours().groups
    colours = [{"fill": {"color": groups.get(row.key, _ACCENT)}} for row in table.rows]
    name = _sheet_name(table)
    chart = book.add_chart({"type": _CHARTS[table.key]})
    chart.add_series(
        {
            "name": table.columns[values].full_title,
            "categories": [name, first, 0, last, 0],
            "values": [name, first, values, last, values],
            "fill": {"color": _ACCENT},
            "line": {"color": _ACCENT},
            "points": colours if table.key == "reasons_by_group" else None,
            "gap": 60,
            "data_labels": {"value": True},
        }
    )
    chart.set_title({"name": table.title, "overlay": False})
    chart.set_legend({"none": True})
    if _CHARTS[table.key] == "bar":
        chart.set_y_axis({"reverse": True})
    sheet.insert_chart(_HEADER_ROW, len(table.columns) + 1, chart)


def _print_setup(sheet: Any) -> None:
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)


def _sheet_name(table: Table) -> str:
    """Return the title without what Excel forbids in the name of a sheet."""
    allowed = "".join(letter for letter in table.title if letter not in "[]:*?/\\")
    return allowed[:_LONGEST_SHEET_NAME].strip("' ")


def _width(table: Table, index: int, column: Column) -> int:
    """Return the width of a column in characters: that of its longest text or heading word."""
    texts = [cell for row in table.all_rows if isinstance(cell := row.cells[index], str)]
    heading = max(len(word) for word in column.full_title.split())
    longest = max((len(text) for text in texts), default=0)
    return min(_WIDEST, max(_NARROWEST, heading, longest) + 2)
