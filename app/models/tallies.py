"""Tallies: what is counted for a period, each figure with the universe it is counted over.

An inquiry is counted in the month of its local date. Whether it is a person's first contact is
derived from the whole project, also when the period or the workplaces are restricted.
"""

from collections import Counter as Counts
from collections.abc import Mapping, Sequence
from enum import StrEnum

from app.models.activity_counting import count_activities
from app.models.case_counting import count_followups, count_referrals
from app.models.counting import Counter, PersonGroup, counting, known_codes
from app.models.periods import Period
from app.models.rules import age_band
from app.models.store import Store
from app.models.tally_types import (
    Advice,
    AdviceMentions,
    Contacts,
    Persons,
    ReasonMentions,
    Reasons,
    Tally,
    WorkplaceTally,
    hours_of,
)
from app.models.taxonomy import Term
from app.models.team.whole_months import require_whole_months
from app.models.types import (
    AgeBand,
    Channel,
    ContactKind,
    Gender,
    Role,
    Sector,
    SickLeave,
    TermKind,
)
from app.models.universes import universe_texts
from app.models.visit_counting import VisitSums, by_workplace, count_visits, total
from app.models.visit_tallies import presence_tallies, visit_tally, visits_by_month

NOT_TOLD = "not_told"
"""How the empty code of a vocabulary is written in a tally."""

_ByKind = dict[tuple[ContactKind, str], int]


def tally(store: Store, period: Period, workplace_codes: Sequence[str] = ()) -> Tally:
    """Count everything for ``period``, for the whole project or for some workplaces.

    Raises:
        NotFound: a workplace code is unknown.
        InvalidPeriod: a lead's store is asked for anything but whole months.
    """
    require_whole_months(store, period)
    chosen = known_codes(store, workplace_codes)
    places = {place.id: place.code for place in store.workplaces.all()}
    places = {key: code for key, code in places.items() if not chosen or code in chosen}
    with counting(store.database, period, chosen) as counter:
        counts = counter.by_kind_and_workplace()
        at_codes = _by_code(counts)
        visits = count_visits(store, period, tuple(places) if chosen else ())
        at_places = by_workplace(visits)
        roles, sick_leave, channels = counter.circumstances()
        return Tally(
            period=period,
            workplaces=chosen,
            contacts=_contacts(counts),
            by_workplace=tuple(
                _at_workplace(code, at_codes.get(code, {}), at_places.get(place_id, VisitSums()))
                for place_id, code in places.items()
            ),
            without_workplace=_contacts(at_codes.get("", {})),
            persons=_persons(counter.first_contacts()),
            persons_seen=counter.persons_seen(),
            said_returning=counter.said_returning(),
            reasons=_reasons(store, counter, period),
            advice=_advice(store, counter, period),
            roles=_all_of(Role, roles),
            sick_leave=_all_of(SickLeave, sick_leave),
            channels=_all_of(Channel, channels),
            visits=visit_tally(total(at_places.values())),
            visits_by_month=visits_by_month(visits),
            presence=presence_tallies(visits, places),
            activities=count_activities(store, period, places, chosen=bool(chosen)),
            referrals=count_referrals(store, period, places, chosen=bool(chosen)),
            followups=count_followups(store, period, places, chosen=bool(chosen)),
            universe=universe_texts(chosen=bool(chosen)),
        )


def _contacts(counts: _ByKind) -> Contacts:
    by_kind = dict.fromkeys(ContactKind, 0)
    for (kind, _), count in counts.items():
        by_kind[kind] += count
    return Contacts(
        first=by_kind[ContactKind.FIRST],
        returning=by_kind[ContactKind.RETURNING],
        phone_no_workplace=by_kind[ContactKind.PHONE_NO_WORKPLACE],
        anonymous=by_kind[ContactKind.ANONYMOUS],
        all=sum(by_kind.values()),
    )


def _by_code(counts: _ByKind) -> dict[str, _ByKind]:
    """Return the counts of each workplace, those without one under the empty code."""
    found: dict[str, _ByKind] = {}
    for (kind, code), count in counts.items():
        found.setdefault(code, {})[kind, code] = count
    return found


def _at_workplace(code: str, counts: _ByKind, visits: VisitSums) -> WorkplaceTally:
    contacts = _contacts(counts)
    return WorkplaceTally(
        workplace=code,
        first=contacts.first,
        returning=contacts.returning,
        anonymous=contacts.anonymous,
        all=contacts.all,
        visits=visits.held,
        zero_visits=visits.zero,
        hours=hours_of(visits.minutes),
        minutes=visits.minutes,
        visit_contacts=visits.contacts,
        zero_minutes=visits.zero_minutes,
        zero_hours=hours_of(visits.zero_minutes),
        planned=visits.planned,
        planned_minutes=visits.planned_minutes,
        planned_hours=hours_of(visits.planned_minutes),
        unplanned=visits.unplanned,
        unanswered=visits.unanswered,
        cancelled=visits.cancelled,
        cancelled_minutes=visits.cancelled_minutes,
        cancelled_hours=hours_of(visits.cancelled_minutes),
        skipped=visits.skipped,
    )


def _persons(groups: Sequence[PersonGroup]) -> Persons:
    gender, age, sector, role = Counts[str](), Counts[str](), Counts[str](), Counts[str]()
    for group in groups:
        gender[group.gender] += group.contacts
        age[age_band(group.birth_year, group.contact_year)] += group.contacts
        sector[group.sector] += group.contacts
        role[group.role] += group.contacts
    return Persons(
        gender=_all_of(Gender, gender),
        age=_all_of(AgeBand, age),
        sector=_all_of(Sector, sector) | {NOT_TOLD: sector[""]},
        role=_all_of(Role, role),
    )


def _all_of(vocabulary: type[StrEnum], counts: Mapping[str, int]) -> dict[str, int]:
    """Return a count for every code of a vocabulary, in its order, "not told" last."""
    codes = sorted(vocabulary, key=lambda code: code == "")
    return {code.value or NOT_TOLD: counts.get(code, 0) for code in codes}


def _reasons(store: Store, counter: Counter, period: Period) -> Reasons:
    terms = store.taxonomy.terms(TermKind.REASON, period.last)
    groups = [group.code for group in store.taxonomy.groups()]
    first, every = counter.mentions("reason")
    listed = _listed(terms, period, every)

    def mentions(counts: Mapping[str, int], inquiries: Mapping[str, int]) -> ReasonMentions:
        by_group = dict.fromkeys(groups, 0)
        for term in terms:
            by_group[term.group] += counts.get(term.code, 0)
        return ReasonMentions(
            total=sum(counts.values()),
            by_group=by_group,
            by_code={code: counts.get(code, 0) for code in listed},
            inquiries_by_group={code: inquiries.get(code, 0) for code in groups},
        )

    first_inquiries, all_inquiries = counter.inquiries_by_group()
    return Reasons(first=mentions(first, first_inquiries), all=mentions(every, all_inquiries))


def _advice(store: Store, counter: Counter, period: Period) -> Advice:
    first, every = counter.mentions("advice")
    listed = _listed(store.taxonomy.terms(TermKind.ADVICE, period.last), period, every)

    def mentions(counts: Mapping[str, int]) -> AdviceMentions:
        by_code = {code: counts.get(code, 0) for code in listed}
        return AdviceMentions(total=sum(counts.values()), by_code=by_code)

    return Advice(first=mentions(first), all=mentions(every))


def _listed(terms: Sequence[Term], period: Period, recorded: Mapping[str, int]) -> list[str]:
    """Return the codes that could be chosen on a day of the period, or were recorded in it."""
    return [
        term.code
        for term in terms
        if term.code in recorded
        or (
            term.valid_from <= period.last
            and (term.retired_on is None or term.retired_on > period.first)
        )
    ]
