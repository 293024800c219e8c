"""The plan as text for a terminal, as CSV to compute on, and as JSON for other programs."""

import csv
import io
import textwrap
from collections.abc import Iterable, Sequence
from itertools import groupby

from app.export.json_objects import to_json as as_json
from app.export.json_objects import visit_object
from app.export.plan_rows import PlanRow
from app.export.plan_table import PlanSheet
from app.models.periods import monday
from app.models.plan_words import short_weekday, time_span, week_of
from app.models.words import short_date
from app.texts import Language, Text

WIDTH = 96
"""Characters at which a sentence is broken."""

CSV_COLUMNS = (
    "project",
    "id",
    "kind",
    "workplace",
    "workplace_name",
    "start",
    "end",
    "week",
    "shift",
    "place",
    "counsellors",
    "status",
    "planned_minutes",
    "held_minutes",
    "participants",
    "rule",
    "skipped_for",
)
_NOTHING = Text("Der er intet i planen i perioden.", "There is nothing in the plan in the period.")
_CONFLICTS = Text("Konflikter", "Conflicts")
_DEMO_LINE = Text("DEMO: opdigtede data", "DEMO: invented data")


def to_text(sheet: PlanSheet) -> bytes:
    """Return the plan as aligned lines below the heading of their week, and what does not fit."""
    language = sheet.language
    lines = [_DEMO_LINE.in_language(language)] if sheet.demo else []
    lines += [sheet.title, "=" * len(sheet.title), *textwrap.wrap(sheet.chosen, WIDTH)]
    if not sheet.rows:
        lines += ["", _NOTHING.in_language(language)]
    cells = [_cells(row, sheet) for row in sheet.rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    numbered = zip(sheet.rows, cells, strict=True)
    for week, members in groupby(numbered, key=lambda pair: monday(pair[0].day)):
        lines += ["", _week_heading(week_of(week).in_language(language), week.isocalendar().year)]
        lines += [_aligned(line, widths) for _, line in members]
    if sheet.conflicts:
        heading = _CONFLICTS.in_language(language)
        lines += ["", heading, "-" * len(heading)]
    for conflict in sheet.conflicts:
        told = conflict.in_language(language)
        lines += textwrap.wrap(told, WIDTH, initial_indent="- ", subsequent_indent="  ")
    return ("\n".join(lines) + "\n").encode()


def to_csv(sheet: PlanSheet) -> bytes:
    """Return one line per visit and activity: comma, ISO times with offset, UTF-8, LF.

    What is several (workplaces, counsellors) is divided by ``|``. The last column is in words.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    project = f"DEMO {sheet.project}" if sheet.demo else sheet.project
    writer.writerows((project, *_figures(row, sheet.language)) for row in sheet.rows)
    return text.getvalue().encode()


def to_json(sheet: PlanSheet) -> bytes:
    """Return the visits as an indented JSON list; described in docs/plan-json.md."""
    return as_json([visit_object(row) for row in sheet.rows if row.is_visit])


def _week_heading(week: str, year: int) -> str:
    return f"{week[:1].upper()}{week[1:]}, {year}"


def _cells(row: PlanRow, sheet: PlanSheet) -> list[str]:
    language = sheet.language
    where = ", ".join(row.workplaces)
    if not row.is_visit:
        where = ": ".join(part for part in (row.kind_words.in_language(language), where) if part)
    return [
        f"{short_weekday(row.day).in_language(language)} {short_date(row.day)}",
        time_span(row.start, row.end).rjust(len("22.30–23.30")),
        where,
        row.place,
        row.shift_words(language),
        ", ".join(row.counsellors),
        row.state.in_language(language),
    ]


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (text.ljust(width) for text, width in zip(cells, widths, strict=True) if width)
    return "  ".join(padded).rstrip()


def _figures(row: PlanRow, language: Language) -> Iterable[object]:
    year, week, _ = row.day.isocalendar()
    yield row.id
    yield row.kind
    yield "|".join(row.codes)
    yield "|".join(row.workplaces)
    yield row.start.isoformat(timespec="seconds")
    yield row.end.isoformat(timespec="seconds")
    yield f"{year}-W{week:02d}"
    yield row.shift.value
    yield row.place
    yield "|".join(row.counsellors)
    yield row.status
    yield row.planned
    yield row.held
    yield row.participants
    yield row.rule_id
    yield row.skipped_for.in_language(language)
