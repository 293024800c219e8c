"""What a figure is called in words: its family, what it is parted by, and which figure it is."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from app.export.labels import Labels
from app.export.visit_tables import PER_HOUR
from app.models import words
from app.models.case_counting import NOT_ASKED
from app.models.case_types import Outcome
from app.models.figure_keys import ALL, NO_SHIFT, Family, FigureKey
from app.models.periods import month_name
from app.models.plan_words import ACTIVITY_KINDS, WEEKDAYS
from app.models.referral_words import OUTCOMES, REFERRAL_STATES
from app.models.topics import topic_label
from app.models.types import Shift
from app.texts import Language, Text

Code = TypeVar("Code", bound=str)

FAMILIES: Mapping[Family, Text] = {
    Family.CONTACTS: Text("Henvendelser", "Inquiries"),
    Family.BY_WORKPLACE: Text("Arbejdsplads", "Workplace"),
    Family.WITHOUT_WORKPLACE: Text("Uden arbejdsplads", "No workplace"),
    Family.PERSONS: Text("Unikke personer", "Unique persons"),
    Family.PERSONS_SEEN: Text("Personer set", "Persons seen"),
    Family.SAID_RETURNING: Text("Anonyme, der har været her før", "Anonymous, here before"),
    Family.REASONS: Text("Årsager", "Reasons"),
    Family.ADVICE: Text("Råd", "Advice"),
    Family.ROLES: Text("Rolle, alle henvendelser", "Role, all inquiries"),
    Family.SICK_LEAVE: Text("Sygefravær", "Sick leave"),
    Family.CHANNELS: Text("Form", "Channel"),
    Family.VISITS: Text("Fremmøder", "Visits"),
    Family.VISITS_BY_MONTH: Text("Fremmøder", "Visits"),
    Family.PRESENCE: Text("Er fremmødet det værd?", "Is the presence worth it?"),
    Family.ACTIVITIES: Text("Aktiviteter", "Activities"),
    Family.REFERRALS: Text("Henvisninger", "Referrals"),
    Family.FOLLOWUPS: Text("Opfølgninger", "Follow-ups"),
    Family.TWELVE_MONTHS: Text("Udvikling, 12 måneder", "Trend, 12 months"),
}
_UNIVERSES = {
    "first": Text("unikke", "first inquiries"),
    "all": Text("alle henvendelser", "all inquiries"),
}
_SPLITS = {
    "gender": Text("Unikke personer, køn", "Unique persons, gender"),
    "age": Text("Unikke personer, alder", "Unique persons, age"),
    "sector": Text("Unikke personer, sektor", "Unique persons, sector"),
    "role": Text("Unikke personer, rolle", "Unique persons, role"),
    "by_group": Text("Årsager i grupper", "Reasons by group"),
    "inquiries_by_group": Text(
        "Henvendelser, der nævner en gruppe", "Inquiries that mention a group"
    ),
    "topics": Text("Emner ved aktiviteter", "Topics of activities"),
    "by_state": Text("Henvisningernes status", "State of the referrals"),
    "by_outcome": Text("Henvisningernes udbytte", "Outcome of the referrals"),
}
"""What a family that is parted is called in place of its own name."""
_FIGURES = {
    **{kind.value: text for kind, text in words.KINDS.items()},
    "all": Text("I alt", "Total"),
    "total": Text("I alt", "Total"),
    "others": Text("Andre uden arbejdsplads", "Others, no workplace"),
    "held": Text("Holdt", "Held"),
    "visits": Text("Holdte fremmøder", "Visits held"),
    "zero": Text("Uden henvendelser", "Without inquiries"),
    "zero_visits": Text("Fremmøder uden henvendelser", "Visits without inquiries"),
    "zero_minutes": Text("Tid uden henvendelser", "Time without inquiries"),
    "zero_hours": Text("Hele timer uden henvendelser", "Whole hours without inquiries"),
    "minutes": Text("Tid", "Time"),
    "hours": Text("Hele timer", "Whole hours"),
    "contacts": Text("Henvendelser ved fremmøde", "Inquiries at visits"),
    "visit_contacts": Text("Henvendelser ved fremmøde", "Inquiries at visits"),
    "per_100_hours": PER_HOUR,
    "contacts_per_100_hours": PER_HOUR,
    "low": Text("Lavest", "Lowest"),
    "high": Text("Højest", "Highest"),
    "contacts_per_100_hours_low": Text("Lavest", "Lowest"),
    "contacts_per_100_hours_high": Text("Højest", "Highest"),
    "planned": Text("Planlagt", "Planned"),
    "planned_minutes": Text("Planlagt tid", "Planned time"),
    "planned_hours": Text("Planlagte hele timer", "Planned whole hours"),
    "unplanned": Text("Uden for planen", "Outside the plan"),
    "unanswered": Text("Ikke afklaret", "Not settled"),
    "cancelled": Text("Aflyst", "Cancelled"),
    "cancelled_minutes": Text("Aflyst tid", "Cancelled time"),
    "cancelled_hours": Text("Aflyste hele timer", "Cancelled whole hours"),
    "skipped": Text("Sprunget over", "Skipped"),
    "participants": Text("Deltagere", "Participants"),
    "participants_not_told": Text("Deltagerantal ikke oplyst", "Number not told"),
    "made": Text("Henvist", "Referred"),
    "open": Text("Heraf åbne", "Of these open"),
    "sessions": Text("Sessioner", "Sessions"),
    "ended": Text("Sluttet", "Ended"),
    "median_sessions_hundredths": Text("Median sessioner", "Median sessions"),
    "due": Text("Med frist", "Due"),
    "done": Text("Gjort", "Done"),
    "done_late": Text("Heraf for sent", "Of these late"),
}
_OF_FOLLOWUPS = {
    "made": Text("Aftalt", "Promised"),
    "open": Text("Åbne ved slutningen", "Open at the end"),
}


def _coded(vocabulary: Mapping[Code, Text]) -> dict[str, Text]:
    return {str(code): text for code, text in vocabulary.items()}


_VOCABULARIES: Mapping[str, Mapping[str, Text]] = {
    "gender": _coded(words.GENDERS),
    "age": _coded(words.AGE_BANDS),
    "sector": _coded(words.SECTORS),
    "role": _coded(words.ROLES),
    Family.ROLES: _coded(words.ROLES),
    Family.SICK_LEAVE: _coded(words.SICK_LEAVES),
    Family.CHANNELS: _coded(words.CHANNELS),
    "by_kind": _coded(ACTIVITY_KINDS),
    "by_state": _coded(REFERRAL_STATES),
    "by_outcome": _coded(OUTCOMES) | {NOT_ASKED: OUTCOMES[Outcome.NOT_ASKED]},
}
"""What the codes of the closed vocabularies are called, by the split or the family."""


def figure_name(key: FigureKey, labels: Labels, language: Language) -> str:
    """Return the name of a figure: "Årsager, unikke · Skilsmisse"."""

    def say(text: Text) -> str:
        return text.in_language(language)

    family = say(_SPLITS.get(key.split) or FAMILIES[key.family])
    parts = [f"{family}, {say(_UNIVERSES[key.universe])}" if key.universe else family]
    if key.workplace:
        parts.append(labels.workplaces.get(key.workplace, key.workplace))
    if key.shift and key.shift != NO_SHIFT:
        parts.append(say(words.SHIFTS[Shift(key.shift)]))
    if key.weekday:
        parts.append(say(WEEKDAYS[int(key.weekday) - 1]))
    if key.month:
        parts.append(_month(key.month, language))
    if key.code:
        parts.append(_code(key, labels, language))
    if key.figure:
        own = _OF_FOLLOWUPS if key.family is Family.FOLLOWUPS else {}
        parts.append(say(own.get(key.figure) or _FIGURES[key.figure]))
    return " · ".join(parts)


def _month(month: str, language: Language) -> str:
    if month == ALL:
        return _FIGURES[ALL].in_language(language)
    return month_name(date.fromisoformat(f"{month}-01")).in_language(language)


def _code(key: FigureKey, labels: Labels, language: Language) -> str:
    if key.code == ALL:
        return _FIGURES[ALL].in_language(language)
    if key.split in ("by_group", "inquiries_by_group"):
        return labels.groups.get(key.code, key.code)
    if key.family is Family.REASONS:
        return labels.reasons.get(key.code, key.code)
    if key.family is Family.ADVICE or key.split == "by_advice":
        return labels.advice.get(key.code, key.code)
    if key.split == "topics":
        return topic_label(key.code).in_language(language)
    return _word(_VOCABULARIES[key.split or key.family], key.code, language)


def _word(vocabulary: Mapping[str, Text], code: str, language: Language) -> str:
    return vocabulary.get(code, words.NOT_TOLD).in_language(language)
