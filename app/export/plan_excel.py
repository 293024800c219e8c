"""The plan as an Excel workbook: one row per visit, one sheet for activities, real dates and times."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from app.export.excel_looks import LINE, TITLE_HEIGHT, Looks, row_height
from app.export.plan_rows import PlanRow
from app.export.plan_table import PlanSheet
from app.models.plan_words import short_weekday
from app.texts import Language, Text

_OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
_HEADER_ROW = 3
_LONGEST_FOOT = 100
_DATE, _TIME, _NUMBER, _WORDS = "dd-mm-yyyy", "hh:mm", "0", "@"

Value = str | int | datetime | time | None


@dataclass(frozen=True, slots=True)
class _Column:
    title: Text
    width: int
    look: str
    value: Callable[[PlanRow, Language], Value]


_DAY = _Column(Text("Dato", "Date"), 12, _DATE, lambda row, _: datetime.combine(row.day, time()))
_WEEKDAY = _Column(
    Text("Ugedag", "Weekday"),
    11,
    _WORDS,
    lambda row, said: short_weekday(row.day).in_language(said),
)
_WEEK = _Column(Text("Uge", "Week"), 8, _NUMBER, lambda row, _: row.day.isocalendar().week)
_START = _Column(Text("Start", "Start"), 9, _TIME, lambda row, _: row.start.time())
_END = _Column(Text("Slut", "End"), 9, _TIME, lambda row, _: row.end.time())
_WORKPLACE = _Column(
    Text("Arbejdsplads", "Workplace"), 34, _WORDS, lambda row, _: ", ".join(row.workplaces)
)
_CODE = _Column(Text("Kode", "Code"), 16, _WORDS, lambda row, _: ", ".join(row.codes))
_SHIFT = _Column(Text("Vagt", "Shift"), 13, _WORDS, lambda row, said: row.shift_words(said))
_PLACE = _Column(Text("Sted", "Place"), 32, _WORDS, lambda row, _: row.place)
_WHO = _Column(
    Text("Vejledere", "Counsellors"), 14, _WORDS, lambda row, _: ", ".join(row.counsellors)
)
_PLANNED = _Column(
    Text("Planlagte minutter", "Planned minutes"), 11, _NUMBER, lambda row, _: row.planned
)
_HELD = _Column(Text("Holdte minutter", "Held minutes"), 11, _NUMBER, lambda row, _: row.held)
_STATUS = _Column(
    Text("Status", "Status"), 15, _WORDS, lambda row, said: row.status_words.in_language(said)
)
_CLOSED = _Column(
    Text("Sprunget over for", "Skipped for"),
    24,
    _WORDS,
    lambda row, said: row.skipped_for.in_language(said),
)
_KIND = _Column(
    Text("Aktivitet", "Activity"), 28, _WORDS, lambda row, said: row.kind_words.in_language(said)
)
_PARTICIPANTS = _Column(
    Text("Deltagere", "Participants"), 12, _NUMBER, lambda row, _: row.participants
)
_WHEN = (_DAY, _WEEKDAY, _WEEK, _START, _END)
_VISITS = (*_WHEN, _WORKPLACE, _CODE, _SHIFT, _PLACE, _WHO, _PLANNED, _HELD, _STATUS, _CLOSED)
_ACTIVITIES = (*_WHEN, _KIND, _WORKPLACE, _PLACE, _WHO, _PLANNED, _PARTICIPANTS, _STATUS)


def to_xlsx(sheet: PlanSheet) -> bytes:
    """Return the workbook. The same plan gives the same bytes."""
    import xlsxwriter

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, _OPTIONS)
    book.set_properties(
        {
            "title": sheet.title,
            "author": sheet.project,
            "created": datetime.combine(sheet.made_on, time()),
        }
    )
    looks = _cell_looks(book)
    visits = [row for row in sheet.rows if row.is_visit]
    activities = [row for row in sheet.rows if not row.is_visit]
    _write(book, looks, sheet, Text("Fremmøder", "Visits"), _VISITS, visits)
    _write(book, looks, sheet, Text("Aktiviteter", "Activities"), _ACTIVITIES, activities)
    book.close()
    return content.getvalue()


def _cell_looks(book: Any) -> dict[str, Any]:
    base = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
    line: dict[str, Any] = base | {"bottom": 1, "bottom_color": LINE}
    # Words and times keep a distance from the figure before them.
    apart = {"align": "left", "indent": 1}
    aligned: dict[str, dict[str, Any]] = {
        _DATE: {"align": "left"},
        _TIME: apart,
        _NUMBER: {"align": "right"},
        _WORDS: apart,
    }
    return {
        pattern: book.add_format(line | {"num_format": pattern} | alignment)
        for pattern, alignment in aligned.items()
    }


def _write(
    book: Any,
    cells: dict[str, Any],
    plan: PlanSheet,
    name: Text,
    columns: Sequence[_Column],
    rows: Sequence[PlanRow],
) -> None:
    language, looks = plan.language, Looks(book)
    sheet = book.add_worksheet(name.in_language(language))
    _print_setup(sheet, plan)
    sheet.set_row(0, TITLE_HEIGHT)
    sheet.write_string(0, 0, plan.title, looks.title)
    chosen = plan.chosen
    if plan.demo:
        demo = Text("DEMO: opdigtede data", "DEMO: invented data")
        chosen = f"{demo.in_language(language)} · {chosen}"
    sheet.write_string(1, 0, chosen, looks.warning if plan.demo else looks.muted)
    titles = [column.title.in_language(language) for column in columns]
    widths = [column.width for column in columns]
    sheet.set_row(_HEADER_ROW, row_height(*zip(titles, widths, strict=True)))
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
        heads = {_NUMBER: looks.number_head, _DATE: looks.text_head}
        head = heads.get(column.look, looks.later_text_head)
        sheet.write_string(_HEADER_ROW, index, titles[index], head)
    for number, row in enumerate(rows, start=_HEADER_ROW + 1):
        values = [column.value(row, language) for column in columns]
        texts = [value if isinstance(value, str) else "" for value in values]
        sheet.set_row(number, row_height(*zip(texts, widths, strict=True)))
        for index, (column, value) in enumerate(zip(columns, values, strict=True)):
            _write_cell(sheet, number, index, value, cells[column.look])
    last = _HEADER_ROW + max(1, len(rows))
    sheet.autofilter(_HEADER_ROW, 0, last, len(columns) - 1)


def _write_cell(sheet: Any, row: int, index: int, value: Value, look: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, index, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, index, value, look)
    elif isinstance(value, int):
        sheet.write_number(row, index, value, look)
    else:
        sheet.write_datetime(row, index, value, look)


def _print_setup(sheet: Any, plan: PlanSheet) -> None:
    title = plan.title[:_LONGEST_FOOT].replace("&", "&&")
    page = Text("Side &P af &N", "Page &P of &N").in_language(plan.language)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    sheet.freeze_panes(_HEADER_ROW + 1, 0)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.set_footer(f"&L{title}&R{page}")
