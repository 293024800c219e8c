"""What a figure means: its definition, and over what it is counted."""

from collections.abc import Mapping

from app.export.definitions import DEFINITIONS, Definition
from app.models.figure_keys import Family, FigureKey
from app.models.figures import counts_visits_of_workplace
from app.models.universes import universe_texts
from app.texts import Text

_BY_KEY = {definition.key: definition for definition in DEFINITIONS}
_KINDS = {"all": "contact", "others": "contact"}
_OF_VISITS = {
    "visits": "visit",
    "held": "visit",
    "minutes": "visit",
    "hours": "visit",
    "contacts": "visit_contacts",
    "visit_contacts": "visit_contacts",
    "per_100_hours": "contacts_per_hour",
    "contacts_per_100_hours": "contacts_per_hour",
    "low": "interval",
    "high": "interval",
    "contacts_per_100_hours_low": "interval",
    "contacts_per_100_hours_high": "interval",
}
_OF_FAMILY: Mapping[Family, str] = {
    Family.PERSONS_SEEN: "persons_seen",
    Family.SAID_RETURNING: "said_returning",
    Family.REASONS: "mentions",
    Family.ADVICE: "mentions",
    Family.ROLES: "role",
    Family.SICK_LEAVE: "sick_leave",
    Family.CHANNELS: "channel",
    Family.ACTIVITIES: "activity",
    Family.REFERRALS: "referral",
    Family.FOLLOWUPS: "followup",
    Family.TWELVE_MONTHS: "contact",
}
_PLANNED = ("planned", "unplanned", "unanswered", "cancelled", "skipped")
_LENGTHS = ("_minutes", "_hours")


def definition_of(key: FigureKey) -> Definition:
    """Return the definition that a figure is read by."""
    if counts_visits_of_workplace(key):
        return _BY_KEY[_visit_definition(key.figure)]
    match key.family:
        case Family.CONTACTS | Family.BY_WORKPLACE | Family.WITHOUT_WORKPLACE:
            return _BY_KEY[_KINDS.get(key.figure, key.figure)]
        case Family.PERSONS:
            return _BY_KEY[key.split]
        case Family.VISITS | Family.VISITS_BY_MONTH | Family.PRESENCE:
            return _BY_KEY[_visit_definition(key.figure)]
    if key.split == "inquiries_by_group":
        return _BY_KEY["contact"]
    if key.figure == "median_sessions_hundredths":
        return _BY_KEY["median_sessions"]
    return _BY_KEY[_OF_FAMILY[key.family]]


def universe_of(key: FigureKey, *, chosen: bool) -> Text:
    """Return over what a figure is counted; ``chosen``: only some workplaces count."""
    texts = universe_texts(chosen=chosen)
    told = [texts[name] for name in _universe_names(key)]
    return Text(*(" ".join(sentences) for sentences in zip(*told, strict=True)))


def _visit_definition(figure: str) -> str:
    name = _base(figure)
    if name.startswith("zero"):
        return "zero_visit"
    return _OF_VISITS.get(name, name)


def _base(figure: str) -> str:
    """Return the name of a figure without the unit of its length."""
    for length in _LENGTHS:
        if figure.endswith(length) and "per_100" not in figure:
            return figure.removesuffix(length)
    return figure


def _universe_names(key: FigureKey) -> tuple[str, ...]:
    if key.family in (Family.REASONS, Family.ADVICE):
        over = f"{key.family}.{key.universe}"
        return ("inquiries_by_group", over) if key.split == "inquiries_by_group" else (over,)
    if key.family is Family.VISITS_BY_MONTH:
        return ("planned",)
    of_visits = key.family is Family.VISITS or counts_visits_of_workplace(key)
    if of_visits and _base(key.figure) in _PLANNED:
        return ("planned",)
    named = _UNIVERSE_OF_SPLIT.get((key.family, key.split))
    return (named or key.family.value,)


_UNIVERSE_OF_SPLIT = {
    (Family.ACTIVITIES, "by_workplace"): "activities_by_workplace",
    (Family.ACTIVITIES, "topics"): "topics",
    (Family.REFERRALS, "by_state"): "referrals_by_state",
    (Family.REFERRALS, "by_outcome"): "referral_outcomes",
}
