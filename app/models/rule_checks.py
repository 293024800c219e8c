"""What a presence rule has to be, and from when it may be something else."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.models.checking import Checker
from app.models.plan_types import PresenceRule
from app.models.recurrence import covers, occurrence_days
from app.models.rules import is_clock_time, is_length
from app.texts import Text

NOT_CHANGED = Text("Reglen blev ikke ændret.", "The rule was not changed.")
_LONGEST_CYCLE = 52
_DAYS_OF_WEEK = 7


def check_rule(rule: PresenceRule, versions: Sequence[PresenceRule]) -> None:
    """Raise InvalidInput when a rule cannot be stored beside the other versions of its series."""
    check = Checker(Text("Reglen blev ikke gemt.", "The rule was not saved."))
    check.require(
        1 <= rule.every_weeks <= _LONGEST_CYCLE,
        "every_weeks",
        "Vælg mellem hver uge og hver 52. uge.",
        "Choose between every week and every 52nd week.",
    )
    check.require(
        bool(rule.weekdays)
        and rule.weekdays == tuple(sorted(set(rule.weekdays)))
        and set(rule.weekdays) <= set(range(1, _DAYS_OF_WEEK + 1)),
        "weekdays",
        "Vælg mindst én ugedag.",
        "Choose at least one weekday.",
    )
    check.require(
        is_clock_time(rule.time),
        "time",
        "Skriv et klokkeslæt, fx 9.30.",
        "Enter a time of day, for example 9.30.",
    )
    check.require(
        is_length(rule.minutes),
        "minutes",
        "Et fremmøde varer mellem 1 minut og 24 timer.",
        "A visit lasts between 1 minute and 24 hours.",
    )
    check.require(
        bool(rule.counsellor_ids) and len(set(rule.counsellor_ids)) == len(rule.counsellor_ids),
        "counsellor_ids",
        "Vælg mindst én vejleder, og hver kun én gang.",
        "Choose at least one counsellor, each only once.",
    )
    check.require(
        rule.valid_until is None or rule.valid_until >= rule.valid_from,
        "valid_until",
        "Slutdatoen ligger før startdatoen.",
        "The end lies before the start.",
    )
    check.require(
        not any(_overlap(rule, other) for other in versions),
        "valid_until",
        "Reglen har en anden udgave i den tid.",
        "The rule has another version in that time.",
    )
    check.refuse_cpr(
        places=" / ".join(f"{place.room} / {place.address}" for place in rule.places),
        end_reason=rule.end_reason,
        remark=rule.remark,
    )
    check.finish()


def has_visits(rule: PresenceRule) -> bool:
    """Tell whether a rule has a visit before it ends."""
    if rule.valid_until is None:
        return True
    # Whatever goes on for longer has had its first visit by then.
    last = min(rule.valid_until, rule.valid_from + timedelta(weeks=rule.every_weeks + 1))
    return bool(occurrence_days(rule, rule.valid_from, last))


def with_some_visit(rule: PresenceRule) -> PresenceRule:
    """Return a rule that can be stored; raise InvalidInput when it ends before its first visit."""
    check = Checker(Text("Reglen blev ikke gemt.", "The rule was not saved."))
    check.require(
        has_visits(rule),
        "valid_until",
        "Intet fremmøde falder mellem reglens første og sidste dag. Vælg en senere slutdato, en"
        " anden ugedag eller en anden første uge.",
        "No visit falls between the first and the last day of the rule. Choose a later end, another"
        " weekday or another first week.",
    )
    check.finish()
    return rule


def require_change_day(rule: PresenceRule, day: date, today: date) -> None:
    """Raise InvalidInput when a rule cannot be another from ``day`` on."""
    check = Checker(NOT_CHANGED)
    check.require(
        day >= today,
        "valid_from",
        "En regel ændres tidligst fra i dag: det, der har været, flyttes ikke.",
        "A rule is changed from today at the earliest: what has been does not move.",
    )
    check.require(
        rule.valid_until is None or day <= rule.valid_until,
        "valid_from",
        "Reglen er slut på det tidspunkt. Lav en ny.",
        "The rule has ended by then. Make a new one.",
    )
    check.finish()


def require_end(rule: PresenceRule, last_day: date | None, today: date) -> None:
    """Raise InvalidInput when ``last_day`` (None: no end) cannot be the last one of a rule."""
    check = Checker(Text("Reglen blev ikke afsluttet.", "The rule was not ended."))
    yesterday = today - timedelta(days=1)
    check.require(
        rule.valid_until is None or rule.valid_until >= yesterday,
        "valid_until",
        "Reglen er allerede slut. Lav en ny.",
        "The rule has ended already. Make a new one.",
    )
    check.require(
        last_day is None or last_day >= yesterday,
        "valid_until",
        "Den sidste dag kan ikke ligge før i går: det, der har været, flyttes ikke.",
        "The last day cannot lie before yesterday: what has been does not move.",
    )
    check.require(
        last_day is None or last_day >= rule.valid_from,
        "valid_until",
        "Reglen er først begyndt senere. Slet den i stedet.",
        "The rule begins later than that. Delete it instead.",
    )
    check.finish()


def _overlap(rule: PresenceRule, other: PresenceRule) -> bool:
    """Tell whether two versions are in force on the same day."""
    return rule.id != other.id and (
        covers(rule, other.valid_from) or covers(other, rule.valid_from)
    )
