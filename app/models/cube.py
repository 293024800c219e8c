"""The cube: counts at the finest grain at which figures are kept, for engines that count further.

A row is a group of contacts that share everything that a tally asks of them, with how many they
are. No person, no contact and no code word has a key here, so nothing shows which rows are of the
same person or of the same talk; but a group may well be one person's, and nothing is protected.
Sums over rows are the figures of :mod:`app.models.tallies`.

Of persons who were erased only figures leave the program: a contact of one counts in its month, at its
workplace and as its kind, a reason or advice in its month and kind, and nothing else is told of it.
"""

from collections import Counter as Counts
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from app.models.counting import counting
from app.models.people import ERASED_NAME
from app.models.periods import Period
from app.models.rules import age_band
from app.models.team.whole_months import require_whole_months
from app.models.visit_counting import VisitSums, count_visits

if TYPE_CHECKING:
    from app.models.store import Store

Value = str | int | date | None
CubeRow = tuple[Value, ...]

_QUARTER, _YEAR = 3, 12

ERASED = "erased"
"""What stands for everything that is not told of a contact because its person was erased."""

NOT_TOLD = "not_told"
"""How the empty code of a vocabulary is written; what has no workplace has None there."""

_CONTACT = (
    "month", "workplace", "organisation", "sector", "kind", "channel", "role", "sick_leave",
    "gender", "age",
)  # fmt: skip

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "contacts": (*_CONTACT, "contacts"),
    "reasons": (*_CONTACT, "reason_group", "reason", "mentions"),
    "reason_groups": (*_CONTACT, "reason_group", "contacts"),
    "advice": (*_CONTACT, "advice", "mentions"),
    "visits": ("month", "workplace", "organisation", "sector", "shift", "weekday", *VisitSums._fields),
    "persons": ("first_month", "months", "persons_seen"),
}  # fmt: skip
"""The tables and their columns, of which the last one counts, and in ``visits`` all sums."""

# The age band of somebody registered follows from the year of birth, which does not leave the store.
_GROUPS = """
SELECT c.kind, w.code, o.name, w.sector, i.channel, i.role, i.sick_leave,
       coalesce(p.gender, i.gender), i.age_band, c.person_id IS NOT NULL, p.birth_year,
       coalesce(p.name = :erased, 0), {codes} count({counted})
FROM counted c CROSS JOIN inquiry i ON i.seq = c.seq {mentions}
LEFT JOIN workplace w ON w.id = c.workplace_id LEFT JOIN organisation o ON o.id = w.organisation_id
LEFT JOIN person p ON p.id = c.person_id
GROUP BY {groups}
"""
_FACTS = 12
"""Columns of a group before the codes by which it is counted."""

_REASONS = (
    "CROSS JOIN inquiry_reason m ON m.inquiry_seq = c.seq"
    " JOIN term t ON t.kind = 'reason' AND t.code = m.code"
)
_ADVICE = "CROSS JOIN inquiry_advice m ON m.inquiry_seq = c.seq"
_COUNTED = {
    "contacts": ((), "*", ""),
    "reasons": (("t.group_code", "m.code"), "*", _REASONS),
    "reason_groups": (("t.group_code",), "DISTINCT c.seq", _REASONS),
    "advice": (("m.code",), "*", _ADVICE),
}


def read_cube(store: "Store", period: Period) -> Iterator[tuple[str, list[CubeRow]]]:
    """Yield the rows of one table after the other, month by month, all from one snapshot.

    A country's cube is larger than it should be held at once. The rows come in a fixed order.

    Raises:
        InvalidPeriod: a lead's store is asked for anything but whole months.
    """
    require_whole_months(store, period)
    store.database.execute("SAVEPOINT cube")
    try:
        for month in _spans(period, 1):
            with counting(store.database, month, ()):
                for table in _COUNTED:
                    yield table, _contacts(store, table, month)
            yield "visits", _visits(store, month)
        yield "persons", _persons_seen(store, period)
    finally:
        store.database.execute("RELEASE cube")


def _persons_seen(store: "Store", period: Period) -> list[CubeRow]:
    """Return the distinct registered persons of every month, quarter and year in a period.

    Other spans cannot be added up from these: somebody may have come in both.
    """
    return [
        (span.first, months, _persons_in(store, span))
        for months in (1, _QUARTER, _YEAR)
        for span in _spans(period, months)
    ]


def _spans(period: Period, months: int) -> list[Period]:
    """Return the spans of so many months, counted from January, that lie whole in a period."""
    day, found = date(period.first.year, 1, 1), []
    while day <= period.last:
        span = Period.month(day)
        if months == _QUARTER:
            span = Period.quarter(day)
        elif months == _YEAR:
            span = Period(day, date(day.year, 12, 31))
        if period.first <= span.first and span.last <= period.last:
            found.append(span)
        day = date(day.year + (day.month + months > _YEAR), (day.month + months - 1) % _YEAR + 1, 1)
    return found


def _persons_in(store: "Store", span: Period) -> int:
    row = store.database.execute(
        "SELECT count(DISTINCT person_id) FROM inquiry WHERE date BETWEEN ? AND ?",
        (span.first.isoformat(), span.last.isoformat()),
    ).fetchone()
    return int(row[0])


def _contacts(store: "Store", table: str, month: Period) -> list[CubeRow]:
    """Return the groups of the contacts that are being counted, with what a table counts of them."""
    codes, counted, mentions = _COUNTED[table]
    query = _GROUPS.format(
        codes="".join(f"{code}, " for code in codes),
        counted=counted,
        mentions=mentions,
        groups=", ".join(str(at + 1) for at in range(_FACTS + len(codes))),
    )
    counts = Counts[CubeRow]()
    for *facts, count in store.database.execute(query, {"erased": ERASED_NAME}).fetchall():
        kind, *place, channel, role, sick_leave, gender, band, registered, born, erased = facts[
            :_FACTS
        ]
        age = age_band(born, month.first.year) if registered else band
        told = [code or NOT_TOLD for code in (channel, role, sick_leave, gender, age)]
        if erased:
            told = [ERASED] * len(told)
            place = [ERASED] * len(place) if codes else place
        counts[month.first, *place, kind, *told, *facts[_FACTS:]] += count
    return sorted(((*group, count) for group, count in counts.items()), key=_order)


def _visits(store: "Store", month: Period) -> list[CubeRow]:
    query = (
        "SELECT w.id, w.code, o.name, w.sector FROM workplace w"
        " LEFT JOIN organisation o ON o.id = w.organisation_id"
    )
    places = {key: rest for key, *rest in store.database.execute(query).fetchall()}
    sums: dict[CubeRow, list[VisitSums]] = {}
    for group in count_visits(store, month):
        where = (month.first, *places[group.workplace_id], group.shift or NOT_TOLD, group.weekday)
        sums.setdefault(where, []).append(group.sums)
    rows = [(*where, *map(sum, zip(*told, strict=True))) for where, told in sums.items()]
    return sorted(rows, key=_order)


def _order(row: CubeRow) -> list[str]:
    return [str(value) for value in row]
