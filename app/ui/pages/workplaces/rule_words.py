"""The sentences about presence rules on the page of a workplace."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.models.periods import MONTHS
from app.models.plan_types import PresenceRule, RulePlace
from app.models.plan_words import WEEKDAYS, rule_words, short_weekday
from app.models.tally_types import PresenceTally
from app.models.types import Shift, VisitStatus
from app.models.upcoming import Upcoming
from app.models.words import SHIFTS, small
from app.texts import Text
from app.ui.pages.plan.words import Words, closure_name, date_words
from app.ui.pages.workplaces.rule_reading import NextDate, ShownRule

translate = QCoreApplication.translate


def sentence(words: Words, rule: PresenceRule) -> str:
    """Return when a rule has its visits: "Hver 2. uge, tirsdag 09.00–10.00"."""
    return _capital(words(rule_words(rule)))


def circumstances(words: Words, shown: ShownRule) -> str:
    """Return where, who and from when: "Kantinen, dagholdet · KM, LB · fra 1. februar 2018"."""
    rule = shown.rule
    shift = "" if rule.shift is Shift.NONE else words(SHIFTS[rule.shift]).lower()
    where = ", ".join(part for part in (places(rule.places), shift) if part)
    parts = (_capital(where), ", ".join(shown.initials), _validity(words, rule))
    return " · ".join(part for part in parts if part)


def places(used: Sequence[RulePlace]) -> str:
    """Return the places of a rule, several as those that take turns."""
    names = [name for name in map(place_name, used) if name]
    if len(names) < 2:
        return "".join(names)
    *others, last = names
    return translate("Workplaces", "skiftevis {places} og {last}").format(
        places=", ".join(others), last=last
    )


def place_name(place: RulePlace) -> str:
    """Return a room with its address: "Mødelokale 3 (Smedevej 4)"."""
    if place.room and place.address:
        return f"{place.room} ({place.address})"
    return place.room or place.address


def ending(words: Words, shown: ShownRule) -> str:
    """Return why and when a rule ended or will: "Stoppet 30. april 2018: ingen kom"."""
    rule = shown.rule
    if rule.valid_until is None:
        return ""
    if shown.followed:
        told = translate("Workplaces", "Ændret efter {day}")
    elif shown.has_ended:
        told = translate("Workplaces", "Stoppet {day}")
    else:
        told = translate("Workplaces", "Sidste dag er {day}")
    told = told.format(day=full_date(words, rule.valid_until))
    return f"{told}: {small(rule.end_reason)}" if rule.end_reason else told


def next_dates(words: Words, shown: ShownRule) -> str:
    """Return the next visits: "Næste: tir. 24. nov · tir. 8. dec (aflyst)"."""
    if not shown.next_dates:
        return ""
    in_turn = len(shown.rule.places) > 1
    told = " · ".join(_next_date(words, each, in_turn=in_turn) for each in shown.next_dates)
    return translate("Workplaces", "Næste: {dates}").format(dates=told)


def preview(words: Words, dates: Sequence[Upcoming], *, in_turn: bool) -> str:
    """Return the next visits of a rule that is being typed, those that are skipped marked."""
    return " · ".join(_upcoming(words, each, in_turn=in_turn) for each in dates)


def worth(words: Words, tally: PresenceTally) -> str:
    """Return what came of the visits on one weekday and shift, with how sure the rate is."""
    day = _capital(words(WEEKDAYS[tally.weekday - 1]))
    shift = "" if tally.shift is Shift.NONE else words(SHIFTS[tally.shift]).lower()
    rate = translate("Workplaces", "{rate} henvendelser pr. time").format(
        rate=per_hour(words, tally.per_100_hours)
    )
    if tally.low is not None and tally.high is not None:
        sure = translate("Workplaces", "{low}–{high} med 95 % sikkerhed")
        low, high = per_hour(words, tally.low), per_hour(words, tally.high)
        rate += f" ({sure.format(low=low, high=high)})"
    held = translate("Workplaces", "{visits} holdt, {zero} uden henvendelser").format(
        visits=tally.visits, zero=tally.zero_visits
    )
    return f"{', '.join(part for part in (day, shift) if part)}: {held} · {rate}"


def per_hour(words: Words, per_100_hours: int) -> str:
    """Return a rate per 100 hours as one per hour: "1,25"."""
    whole, rest = divmod(per_100_hours, 100)
    return words(Text(f"{whole},{rest:02d}", f"{whole}.{rest:02d}"))


def full_date(words: Words, day: date) -> str:
    """Return a date with its year: "1. februar 2018"."""
    return f"{date_words(words, day)} {day.year}"


def short_day(words: Words, day: date) -> str:
    """Return a date as it stands in a list of them: "tir 24. nov"."""
    month = words(MONTHS[day.month - 1])[:3]
    return translate("Workplaces", "{weekday} {day}. {month}").format(
        weekday=words(short_weekday(day)), day=day.day, month=month
    )


def _validity(words: Words, rule: PresenceRule) -> str:
    return translate("Workplaces", "fra {day}").format(day=full_date(words, rule.valid_from))


def _next_date(words: Words, shown: NextDate, *, in_turn: bool) -> str:
    told, visit = _upcoming(words, shown.planned, in_turn=in_turn), shown.visit
    if visit is not None and visit.status is VisitStatus.CANCELLED:
        return translate("Workplaces", "{date} (aflyst)").format(date=told)
    if visit is not None and visit.status is VisitStatus.MOVED:
        moved = translate("Workplaces", "{date} (flyttet til {day})")
        return moved.format(date=told, day=short_day(words, visit.date))
    return told


def _upcoming(words: Words, planned: Upcoming, *, in_turn: bool) -> str:
    told = short_day(words, planned.day)
    if planned.closure is not None:
        skipped = translate("Workplaces", "{date} ({closure}, springes over)")
        return skipped.format(date=told, closure=closure_name(words, planned.closure))
    place = place_name(planned.place)
    return f"{told}: {place}" if in_turn and place else told


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
