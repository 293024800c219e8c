"""The tables of visits: what was held and planned, and whether the presence is worth it."""

from datetime import date

from app.export.cells import Cell, Column, Row, Table, Unit
from app.export.table_source import SHARE, TOTAL, Source, rate
from app.models.periods import month_name
from app.models.plan_words import WEEKDAYS
from app.models.rules import percent
from app.models.tally_types import PresenceTally, VisitTally, WorkplaceTally
from app.models.words import SHIFTS
from app.texts import Text

VISITS = Text("Fremmøder", "Visits")
HOURS = Text("Timer", "Hours")
PER_HOUR = Text("Henv. pr. time", "Inquiries/hour")
WORKPLACE = Text("Arbejdsplads", "Workplace")
_NUMBER = Text("Antal", "Number")
_PLANNED = Text("Planlagt", "Planned")
_HELD = Text("Holdt", "Held")
_ZERO = Text("Uden henvendelser", "Without inquiries")
_EMPTY = Text("Uden henv.", "Empty")
_CANCELLED = Text("Aflyst", "Cancelled")
_PERIOD = Text("Periode", "Period")
_WHOLE_PERIOD = Text("Hele perioden", "The whole period")


def visits(source: Source) -> Table:
    """Return the figures of all visits in one line."""
    tally = source.tally.visits
    cells: tuple[Cell, ...] = (
        source.say(_WHOLE_PERIOD),
        tally.planned,
        tally.held,
        tally.zero,
        percent(tally.zero, tally.held),
        tally.cancelled,
        tally.minutes,
        tally.contacts,
        rate(tally.contacts, tally.minutes),
    )
    return Table(
        "visits",
        source.say(VISITS),
        source.universe("visits"),
        (
            Column("period", source.say(_PERIOD), Unit.TEXT),
            source.column("planned", _PLANNED),
            source.column("held", _HELD),
            source.column("zero", _ZERO),
            source.column("zero_share", SHARE, Unit.PERCENT),
            source.column("cancelled", _CANCELLED),
            source.column("hours", HOURS, Unit.HOURS),
            source.column("contacts", Text("Henv. ved fremmøde", "Inquiries at visits")),
            source.column("per_hour", PER_HOUR, Unit.RATE),
        ),
        (Row("period", cells),),
    )


def planned(source: Source) -> Table:
    """Return what was planned and what became of it: a line a month, where there are several."""
    whole = Row("period", (source.say(_WHOLE_PERIOD), *_whole_cells(source)))
    months = tuple(
        Row(month, (source.say(month_name(date.fromisoformat(f"{month}-01"))), *_cells(tally)))
        for month, tally in source.tally.visits_by_month.items()
    )
    several = len(months) > 1
    return Table(
        "planned",
        source.say(Text("Fremmøde pr. måned", "Presence by month")),
        source.universe("planned"),
        (Column("period", source.say(_PERIOD), Unit.TEXT), *_columns(source)),
        months if several else (whole,),
        whole if several else None,
    )


def planned_by_workplace(source: Source) -> Table:
    """Return what was planned and what became of it at each workplace."""
    by_code = {row.workplace: row for row in source.tally.by_workplace}
    rows = tuple(
        Row(code, (name, *_cells(by_code[code])))
        for code, name in source.labels.workplaces.items()
        if code in by_code
    )
    return Table(
        "planned_by_workplace",
        source.say(Text("Fremmøde pr. arbejdsplads", "Presence by workplace")),
        source.universe("planned"),
        (Column("workplace", source.say(WORKPLACE), Unit.TEXT), *_columns(source)),
        rows,
        Row("all", (source.say(TOTAL), *_whole_cells(source))),
    )


def presence(source: Source) -> Table:
    """Return the held visits by workplace, shift and weekday, and how sure their rate is."""
    by_code: dict[str, list[PresenceTally]] = {}
    for tally in source.tally.presence:
        by_code.setdefault(tally.workplace, []).append(tally)
    rows = tuple(
        _presence_row(source, name, tally)
        for code, name in source.labels.workplaces.items()
        for tally in by_code.get(code, ())
    )
    return Table(
        "presence",
        source.say(Text("Er fremmødet det værd?", "Is the presence worth it?")),
        source.universe("presence"),
        (
            Column("workplace", source.say(WORKPLACE), Unit.TEXT),
            Column("shift", source.say(Text("Vagt", "Shift")), Unit.TEXT),
            Column("weekday", source.say(Text("Ugedag", "Weekday")), Unit.TEXT),
            source.column("visits", VISITS),
            source.column("zero_visits", Text("Heraf uden henv.", "Of these empty")),
            source.column("hours", HOURS, Unit.HOURS),
            source.column("contacts", Text("Henv.", "Inquiries")),
            source.column("per_hour", PER_HOUR, Unit.RATE),
            source.column("low", Text("Lavest", "Lowest"), Unit.RATE),
            source.column("high", Text("Højest", "Highest"), Unit.RATE),
        ),
        rows,
        _presence_total(source),
    )


def _columns(source: Source) -> tuple[Column, ...]:
    pairs = (("planned", _PLANNED), ("held", _HELD), ("zero", _EMPTY), ("cancelled", _CANCELLED))
    in_bands = [
        column
        for key, band in pairs
        for column in (
            source.column(key, _NUMBER, band=band),
            source.column(f"{key}_hours", HOURS, Unit.HOURS, band),
        )
    ]
    return (
        *in_bands,
        source.column("unplanned", Text("Uden for planen", "Outside the plan")),
        source.column("skipped", Text("Sprunget over", "Skipped")),
        source.column("unanswered", Text("Ikke afklaret", "Not settled")),
    )


def _whole_cells(source: Source) -> tuple[Cell, ...]:
    return _cells(source.tally.visits)


def _cells(tally: VisitTally | WorkplaceTally) -> tuple[Cell, ...]:
    if isinstance(tally, WorkplaceTally):
        held, zero = tally.visits, tally.zero_visits
    else:
        held, zero = tally.held, tally.zero
    return (
        tally.planned,
        tally.planned_minutes,
        held,
        tally.minutes,
        zero,
        tally.zero_minutes,
        tally.cancelled,
        tally.cancelled_minutes,
        tally.unplanned,
        tally.skipped,
        tally.unanswered,
    )


def _presence_row(source: Source, name: str, tally: PresenceTally) -> Row:
    cells = (
        name,
        source.say(SHIFTS[tally.shift]) if tally.shift else None,
        source.say(WEEKDAYS[tally.weekday - 1]),
        tally.visits,
        tally.zero_visits,
        tally.minutes,
        tally.contacts,
        rate(tally.contacts, tally.minutes),
        tally.low,
        tally.high,
    )
    return Row(f"{tally.workplace}.{tally.shift or _NO_SHIFT}.{tally.weekday}", cells)


def _presence_total(source: Source) -> Row:
    """Return the line of all visits together: the rate that every other is compared with."""
    tally = source.tally.visits
    cells = (
        source.say(TOTAL),
        "",
        "",
        tally.held,
        tally.zero,
        tally.minutes,
        tally.contacts,
        rate(tally.contacts, tally.minutes),
        tally.contacts_per_100_hours_low,
        tally.contacts_per_100_hours_high,
    )
    return Row("all", cells)


_NO_SHIFT = "none"
"""What stands for no shift in the key of a line."""
