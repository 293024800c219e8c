"""What the evaluator's pack is made of: one row per contact, and the presence by month and place.

Nothing here names anybody: a row knows whose contact it is only by a key with which distinct
persons are counted, and which no file may hold. How the rows are made coarser until nobody can be
told apart is decided in :mod:`app.export.evaluator`.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.models.clock import local_today
from app.models.people import ERASED_NAME
from app.models.periods import Period, end_of_month
from app.models.releases import StoredRelease
from app.models.rules import age_band
from app.models.team.coverage import Coverage, coverage
from app.models.types import (
    AgeBand,
    Channel,
    ContactKind,
    Gender,
    RecordId,
    Role,
    Sector,
    SickLeave,
    TermKind,
    Workplace,
)
from app.models.visit_counting import VisitSums, count_visits, total

if TYPE_CHECKING:
    from app.models.store import Store

_ROWS = """
SELECT i.seq, coalesce(i.person_id, i.alias_id, 'contact ' || i.seq) AS person, i.date,
       w.sector, w.headcount, coalesce(p.gender, i.gender) AS gender, p.birth_year,
       i.age_band, i.person_id IS NOT NULL AS registered, i.role, k.kind, i.channel, i.sick_leave,
       (SELECT json_group_array(code) FROM inquiry_reason m WHERE m.inquiry_seq = i.seq) AS reasons,
       (SELECT json_group_array(code) FROM inquiry_advice m WHERE m.inquiry_seq = i.seq) AS advice
FROM inquiry i JOIN inquiry_kind k ON k.seq = i.seq
LEFT JOIN person p ON p.id = i.person_id LEFT JOIN workplace w ON w.id = i.workplace_id
WHERE i.date BETWEEN :first AND :last AND coalesce(p.name, '') <> :erased
ORDER BY i.seq
"""
_ERASED = """
SELECT count(*) FROM inquiry i JOIN person p ON p.id = i.person_id
WHERE i.date BETWEEN :first AND :last AND p.name = :erased
"""


class ContactRow(msgspec.Struct, frozen=True, kw_only=True):
    """One contact as it is known, before anything is made coarser.

    ``person`` tells distinct persons apart: somebody registered, a code word, or (without either)
    the contact itself. ``sector`` is None where the contact has no workplace, ``headcount`` where
    nobody has entered it. ``reasons`` are pairs of group and code, in the order of the codes.
    """

    seq: int
    person: str
    date: date
    sector: Sector | None
    headcount: int | None
    gender: Gender
    age: AgeBand
    role: Role
    kind: ContactKind
    channel: Channel
    sick_leave: SickLeave
    reasons: tuple[tuple[str, str], ...]
    advice: tuple[str, ...]


class PresenceRow(msgspec.Struct, frozen=True, kw_only=True):
    """The presence at one workplace in one month, given by its first day.

    ``code`` is that of the workplace and stands in no file. ``open`` tells whether the workplace
    belonged to the project in any part of that month.
    """

    code: str
    month: date
    open: bool
    sector: Sector
    headcount: int | None
    sums: VisitSums


class EvaluatorData(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a pack is made of, read at once; immutable, so that any thread may use it.

    ``erased`` is how many contacts of the period belong to persons who were erased: of them nothing
    leaves the program but figures (docs/decisions/0008-erasure.md). ``recorded`` are the first days
    of the months for which the project has any visit at all, held or not. ``releases`` are the
    reports that went out: nothing that they withhold may follow from the pack. ``waiting`` are the
    first days of the months of the period with a correction that no report holds yet. ``covered`` is
    at a lead what the laptops sent of the period.
    """

    period: Period
    project: str
    made_on: date
    demo: bool
    k: int
    least_headcount: int
    contacts: tuple[ContactRow, ...]
    erased: int
    presence: tuple[PresenceRow, ...]
    recorded: frozenset[date]
    releases: tuple[StoredRelease, ...] = ()
    waiting: tuple[date, ...] = ()
    covered: Coverage | None = None

    @property
    def at_lead(self) -> bool:
        """Whether these are a lead's figures of all counsellors."""
        return self.covered is not None


class _Read(msgspec.Struct):
    seq: int
    person: str
    date: date
    sector: Sector | None
    headcount: int | None
    gender: Gender
    birth_year: int | None
    age_band: AgeBand
    registered: bool
    role: Role
    kind: ContactKind
    channel: Channel
    sick_leave: SickLeave
    reasons: str
    advice: str


def read_evaluator_data(store: "Store", period: Period) -> EvaluatorData:
    """Return what a pack of ``period`` is made of, from one snapshot of the store."""
    database = store.database
    database.execute("SAVEPOINT evaluator")
    try:
        presence = _presence(store, period)
        return EvaluatorData(
            period=period,
            project=store.settings.project,
            made_on=local_today(store.clock),
            demo=store.settings.demo,
            k=int(store.settings.get("protection_k")),
            least_headcount=int(store.settings.get("least_headcount")),
            contacts=_contacts(store, period),
            erased=_erased(store, period),
            presence=presence,
            recorded=frozenset(row.month for row in presence if any(row.sums)),
            releases=store.releases.all(),
            waiting=_waiting(store, period),
            covered=coverage(store, period),
        )
    finally:
        database.execute("RELEASE evaluator")


def _waiting(store: "Store", period: Period) -> tuple[date, ...]:
    names = store.month_closes.waiting()
    return tuple(month for month in months_of(period) if f"{month:%Y-%m}" in names)


def months_of(period: Period) -> tuple[date, ...]:
    """Return the first day of every month that the period touches."""
    first, months = period.first.replace(day=1), []
    while first <= period.last:
        months.append(first)
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return tuple(months)


def _contacts(store: "Store", period: Period) -> tuple[ContactRow, ...]:
    groups = {t.code: t.group for t in store.taxonomy.terms(TermKind.REASON, period.last)}
    rows = msgspec.convert(
        list(store.database.query(_ROWS, _bound(period))), list[_Read], strict=False
    )
    return tuple(_contact(row, groups) for row in rows)


def _contact(row: _Read, groups: dict[str, str]) -> ContactRow:
    reasons = sorted(msgspec.json.decode(row.reasons, type=list[str]))
    known = age_band(row.birth_year, row.date.year) if row.registered else row.age_band
    return ContactRow(
        seq=row.seq,
        person=row.person,
        date=row.date,
        sector=row.sector,
        headcount=row.headcount,
        gender=row.gender,
        age=known,
        role=row.role,
        kind=row.kind,
        channel=row.channel,
        sick_leave=row.sick_leave,
        reasons=tuple((groups[code], code) for code in reasons),
        advice=tuple(sorted(msgspec.json.decode(row.advice, type=list[str]))),
    )


def _erased(store: "Store", period: Period) -> int:
    return int(store.database.execute(_ERASED, _bound(period)).fetchone()[0])


def _presence(store: "Store", period: Period) -> tuple[PresenceRow, ...]:
    """Return a row for every month and workplace of the project, also where nothing was."""
    places = store.workplaces.all()
    found: dict[tuple[RecordId, str], list[VisitSums]] = {}
    for group in count_visits(store, period):
        found.setdefault((group.workplace_id, group.month), []).append(group.sums)
    return tuple(
        PresenceRow(
            code=place.code,
            month=month,
            open=_is_open(place, month),
            sector=place.sector,
            headcount=place.headcount,
            sums=total(_of(found, place.id, month)),
        )
        for month in months_of(period)
        for place in places
    )


def _is_open(place: Workplace, month: date) -> bool:
    begun = place.started_on is None or place.started_on <= end_of_month(month)
    return begun and (place.ended_on is None or place.ended_on >= month)


def _of(
    found: dict[tuple[RecordId, str], list[VisitSums]], place: RecordId, month: date
) -> Sequence[VisitSums]:
    return found.get((place, f"{month:%Y-%m}"), [])


def _bound(period: Period) -> dict[str, str]:
    first, last = period.first.isoformat(), period.last.isoformat()
    return {"first": first, "last": last, "erased": ERASED_NAME}
