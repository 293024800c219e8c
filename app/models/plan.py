"""The plan: every visit of a stretch of time, whether it is stored or only follows from a rule.

Rules are expanded when they are looked at and never stored ahead, so the plan costs no more memory
however far it reaches. What is known of a single visit beyond its rule (moved, cancelled, begun,
another counsellor) is a stored visit, which stands in the place of the rule's.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.errors import NotFound
from app.models.clock import LOCAL_ZONE, from_stamp, local
from app.models.closures import Closure, Closures, read_closures
from app.models.kind_words import never_there
from app.models.plan_types import PresenceRule
from app.models.recurrence import (
    covers,
    has_occurrence,
    local_end,
    local_span,
    occurrence_days,
    place_on,
)
from app.models.types import RecordId, Shift, Visit
from app.models.visit_ids import parse_visit_id, visit_id
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

USUAL_MINUTES = 60
"""How long a visit is shown that was begun without a plan and has not ended."""


class PlanStatus(StrEnum):
    """Where a visit of the plan stands; ``skipped`` falls on a holiday or a closing day."""

    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"
    CANCELLED = "cancelled"
    MOVED = "moved"
    SKIPPED = "skipped"


class PlannedVisit(msgspec.Struct, frozen=True, kw_only=True):
    """One visit as the plan shows it.

    ``id`` is that of the stored visit, or the one it will have. ``start`` and ``end`` are aware
    local times: the real ones as far as they have happened, else the planned ones. ``occurrence``
    is the day on which the rule has it, also when it was moved. ``rule_id`` is the version of the
    rule in force on that day, None for a visit of its own. ``closure`` says why a skipped one is
    skipped, ``proposal`` the day it could be moved to where the project wants that. ``visit`` is
    what is stored, None when nothing is.
    """

    id: RecordId
    status: PlanStatus
    workplace_id: RecordId
    code: str
    workplace: str
    start: datetime
    end: datetime
    shift: Shift
    room: str
    address: str
    counsellor_ids: tuple[RecordId, ...]
    counsellors: tuple[str, ...]
    rule_id: RecordId | None = None
    series_id: RecordId | None = None
    occurrence: date | None = None
    reason: str = ""
    remark: str = ""
    closure: Closure | None = None
    proposal: date | None = None
    contacts: int = 0
    visit: Visit | None = None

    @property
    def day(self) -> date:
        """The local day in whose column the visit stands."""
        return self.start.date() if self.visit is None else self.visit.date

    @property
    def place(self) -> str:
        """Room and address in one line."""
        return ", ".join(part for part in (self.room, self.address) if part)

    @property
    def is_open(self) -> bool:
        """Whether the visit is still to be held."""
        return self.status in (PlanStatus.PLANNED, PlanStatus.MOVED)

    @property
    def minutes(self) -> int:
        """The length in whole minutes, rounded half up."""
        # In UTC: two times on the same local clock are subtracted as if it never changed.
        length = self.end.astimezone(UTC) - self.start.astimezone(UTC)
        return int(length.total_seconds() / 60 + 0.5)


class _Names(NamedTuple):
    """The words that stand in a plan, read once for all of its visits."""

    places: dict[RecordId, tuple[str, str]]
    """Code and name."""
    initials: dict[RecordId, str]


def read_plan(
    store: "Store",
    first: date,
    last: date,
    *,
    workplace_ids: Collection[RecordId] = (),
    counsellor_ids: Collection[RecordId] = (),
) -> tuple[PlannedVisit, ...]:
    """Return the visits that begin from ``first`` to ``last``, both included, in order.

    With ``workplace_ids`` or ``counsellor_ids`` only those at one of the workplaces, and only
    those where one of the counsellors is. The order is by start, then by workplace and id.
    """
    stored = store.visits.around(first, last)
    rules = store.presence_rules.in_force(first, last)
    # The holidays are a file of a hundred years, and only rules fall on them.
    closures = read_closures(store, first, last) if rules else Closures({})
    names = _read_names(store)
    contacts = _contacts(store, first, last)
    versions = _versions(store, stored, rules)
    found = [
        _from_visit(visit, versions, names, contacts.get(visit.id, 0))
        for visit in stored
        if first <= visit.date <= last
    ]
    taken = {visit.id for visit in stored}
    for rule in rules:
        found.extend(_from_rule(rule, first, last, taken, closures, names))
    places, people = frozenset(workplace_ids), frozenset(counsellor_ids)
    chosen = [
        visit
        for visit in found
        if (not places or visit.workplace_id in places)
        and (not people or not people.isdisjoint(visit.counsellor_ids))
    ]
    if store.settings.get("holidays") == "move":
        chosen = [_with_proposal(visit, closures) for visit in chosen]
    chosen.sort(key=lambda visit: (visit.start.timestamp(), visit.code, visit.id))
    return tuple(chosen)


def find_planned(store: "Store", record_id: RecordId) -> PlannedVisit:
    """Return one visit of the plan by its id; raise NotFound when the plan has none such."""
    visit = store.visits.find(record_id)
    if visit is not None:
        versions = _versions(store, (visit,), ())
        contacts = _contacts(store, visit.date, visit.date)
        return _from_visit(visit, versions, _read_names(store), contacts.get(visit.id, 0))
    parsed = parse_visit_id(record_id)
    if parsed is not None:
        series_id, day = parsed
        rule = store.presence_rules.version_on(series_id, day)
        if rule is not None and has_occurrence(rule, day):
            closures = read_closures(store, day, day)
            (planned,) = _from_rule(rule, day, day, set(), closures, _read_names(store))
            proposing = store.settings.get("holidays") == "move"
            return _with_proposal(planned, closures) if proposing else planned
    was_there = parsed is not None or store.audit.of_record(record_id)
    raise NotFound(
        Text("Fremmødet findes ikke i planen.", "The visit is not in the plan."),
        Text(
            "Reglen er ændret, eller fremmødet er slettet.", "The rule changed, or it was deleted."
        )
        if was_there
        else never_there(store.visits.kind, record_id),
        Text("Se planen igen, og vælg derfra.", "Look at the plan again and choose there."),
    )


def _versions(
    store: "Store", stored: Collection[Visit], rules: Collection[PresenceRule]
) -> dict[RecordId, list[PresenceRule]]:
    """Return the versions that stored visits can come from, by series.

    Those in force are at hand; only what was moved here from elsewhere needs others.
    """
    found: dict[RecordId, list[PresenceRule]] = {}
    for rule in rules:
        found.setdefault(rule.series_id, []).append(rule)
    for visit in stored:
        if visit.series_id is not None and visit.occurrence is not None:
            known = found.get(visit.series_id, ())
            if not any(covers(rule, visit.occurrence) for rule in known):
                found[visit.series_id] = list(store.presence_rules.of_series(visit.series_id))
    return found


def _from_rule(
    rule: PresenceRule,
    first: date,
    last: date,
    taken: set[RecordId],
    closures: Closures,
    names: _Names,
) -> Iterator[PlannedVisit]:
    """Yield the visits of a rule that are not ``taken``, and take them."""
    code, name = names.places[rule.workplace_id]
    initials = tuple(names.initials[who] for who in rule.counsellor_ids)
    for day in occurrence_days(rule, first, last):
        made = visit_id(rule.series_id, day)
        if made in taken:
            continue
        taken.add(made)
        closure = closures.on(day, rule.workplace_id)
        start, end = local_span(day, rule.time, rule.minutes)
        where = place_on(rule, day)
        yield PlannedVisit(
            id=made,
            status=PlanStatus.PLANNED if closure is None else PlanStatus.SKIPPED,
            workplace_id=rule.workplace_id,
            code=code,
            workplace=name,
            start=start,
            end=end,
            shift=rule.shift,
            room=where.room,
            address=where.address,
            counsellor_ids=rule.counsellor_ids,
            counsellors=initials,
            rule_id=rule.id,
            series_id=rule.series_id,
            occurrence=day,
            remark=rule.remark,
            closure=closure,
        )


def _from_visit(
    visit: Visit,
    versions: Mapping[RecordId, Collection[PresenceRule]],
    names: _Names,
    contacts: int,
) -> PlannedVisit:
    code, name = names.places[visit.workplace_id]
    start, end = visit_times(visit)
    who = (visit.counsellor_id, *visit.also)
    rule_id = None
    if visit.series_id is not None and visit.occurrence is not None:
        day = visit.occurrence
        of_series = versions.get(visit.series_id, ())
        rule_id = next((rule.id for rule in of_series if has_occurrence(rule, day)), None)
    return PlannedVisit(
        id=visit.id,
        status=PlanStatus(visit.status.value),
        workplace_id=visit.workplace_id,
        code=code,
        workplace=name,
        start=start,
        end=end,
        shift=visit.shift,
        room=visit.place,
        address=visit.address,
        counsellor_ids=who,
        counsellors=tuple(names.initials[one] for one in who),
        rule_id=rule_id,
        series_id=visit.series_id,
        occurrence=visit.occurrence,
        reason=visit.reason,
        remark=visit.remark,
        contacts=contacts,
        visit=visit,
    )


def visit_times(visit: Visit) -> tuple[datetime, datetime]:
    """Return the local start and end of a stored visit: real as far as they happened, else planned."""
    if visit.started_at:
        start = local(from_stamp(visit.started_at))
        if visit.ended_at:
            return start, local(from_stamp(visit.ended_at))
        return start, local_end(start, visit.minutes or USUAL_MINUTES)
    if visit.minutes is None:
        # Cancelled in a release that kept no planned times: it takes no time of its day.
        midnight = datetime.combine(visit.date, datetime.min.time(), LOCAL_ZONE)
        return midnight, midnight
    return local_span(visit.date, visit.time, visit.minutes)


def _with_proposal(visit: PlannedVisit, closures: Closures) -> PlannedVisit:
    if visit.status is not PlanStatus.SKIPPED or visit.closure is None:
        return visit
    proposal = closures.next_open_day(visit.closure.day, visit.workplace_id)
    return msgspec.structs.replace(visit, proposal=proposal)


def _read_names(store: "Store") -> _Names:
    places = store.database.execute("SELECT id, code, name FROM workplace").fetchall()
    people = store.database.execute("SELECT id, initials FROM counsellor").fetchall()
    return _Names(
        {row_id: (code, name) for row_id, code, name in places},
        dict(people),
    )


def _contacts(store: "Store", first: date, last: date) -> dict[str, int]:
    rows = store.database.execute(
        "SELECT i.visit_id, count(*) FROM visit v JOIN inquiry i ON i.visit_id = v.id"
        " WHERE v.date BETWEEN ? AND ? GROUP BY 1",
        (first.isoformat(), last.isoformat()),
    )
    return dict(rows.fetchall())
