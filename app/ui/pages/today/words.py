"""The sentences of the page I dag."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.models.clock import from_stamp, local
from app.models.day import Day, VisitLine
from app.models.inquiry_list import InquiryRow
from app.models.people import shown_name
from app.models.periods import MONTHS
from app.models.taxonomy import Term
from app.models.types import Identity, Shift, Visit, Workplace, WorkplaceContact
from app.models.words import (
    CONTACT_ROLES,
    KINDS,
    SHIFTS,
    VISIT_STATES,
    clock_time,
    grouped_phone,
    short_time,
    weekday,
    whole_number,
)
from app.ui.services import Services

translate = QCoreApplication.translate

_MORNING_ENDS, _DAY_ENDS = 10, 18


def greeting(now: datetime) -> str:
    """Return a greeting for a local time of day."""
    if now.hour < _MORNING_ENDS:
        return translate("Today", "God morgen.")
    return (
        translate("Today", "God dag.") if now.hour < _DAY_ENDS else translate("Today", "God aften.")
    )


def summary(day: Day, planned: int | None) -> str:
    """Return what the day brings, in one sentence.

    ``planned`` visits are still to be held; None, and the sentence is empty where it depends on
    them, as long as nobody has looked.
    """
    if day.running is not None:
        return translate("Today", "Fremmøde i gang")
    count = len(day.visits) + (planned or 0)
    if not count:
        return "" if planned is None else translate("Today", "Ingen fremmøder endnu i dag")
    if count == 1:
        return translate("Today", "Ét fremmøde i dag")
    return translate("Today", "{count} fremmøder i dag").format(count=count)


def date_line(services: Services, day: date) -> str:
    """Return weekday, date and ISO week: "lørdag 21. november 2026 · uge 47"."""
    month = services.words(MONTHS[day.month - 1])
    return translate("Today", "{weekday} {day}. {month} {year} · uge {week}").format(
        weekday=services.words(weekday(day)),
        day=day.day,
        month=month,
        year=day.year,
        week=day.isocalendar().week,
    )


def contacts(line: VisitLine) -> str:
    """Return the number of contacts, anonymous ones included: "2 henvendelser (1 anonym)"."""
    counted = inquiries(line.contacts)
    if not line.anonymous:
        return counted
    if line.anonymous == 1:
        return translate("Today", "{counted} (1 anonym)").format(counted=counted)
    return translate("Today", "{counted} ({count} anonyme)").format(
        counted=counted, count=line.anonymous
    )


def inquiries(count: int) -> str:
    """Return a number of inquiries in words and figures."""
    if count == 1:
        return translate("Today", "1 henvendelse")
    return translate("Today", "{count} henvendelser").format(count=whole_number(count))


def hours(visit: Visit) -> str:
    """Return when a visit began and ended: "08.57–10.02", or since when it has been going on."""
    if not visit.started_at:
        return ""
    began = local(from_stamp(visit.started_at))
    if not visit.ended_at:
        return translate("Today", "Siden {time}").format(time=clock_time(began))
    return span(began, local(from_stamp(visit.ended_at)))


def planned_hours(visit: Visit) -> str:
    """Return when a visit was planned to be: "Planlagt 09.00–10.00"; "" where it was not."""
    if not visit.time or visit.minutes is None:
        return ""
    # Only a visit of the plan needs it, and the window opens without.
    from app.models.recurrence import local_span

    hours_planned = span(*local_span(visit.date, visit.time, visit.minutes))
    return translate("Today", "Planlagt {hours}").format(hours=hours_planned)


def span(start: datetime, end: datetime) -> str:
    """Return two local times of day: "09.00–10.00"."""
    return f"{clock_time(start)}–{clock_time(end)}"


def where(services: Services, line: VisitLine) -> str:
    """Return place, shift and counsellor of a visit, as far as they are known."""
    visit = line.visit
    shift = services.words(SHIFTS[visit.shift]) if visit.shift is not Shift.NONE else ""
    return " · ".join(part for part in (visit.place, visit.address, shift, line.counsellor) if part)


def to_know(services: Services, visit: Visit, workplace: Workplace | None) -> tuple[str, ...]:
    """Return what is good to know at a workplace, one thing a line: remarks, and whom to ask."""
    if workplace is None:
        return ()
    told = (
        planned_hours(visit),
        visit.remark,
        _named(translate("Today", "Sted: {told}"), "" if visit.place else workplace.place),
        _named(translate("Today", "Synlighed: {told}"), workplace.visibility),
        _named(translate("Today", "Bemærkning: {told}"), workplace.remark),
        *(_contact(services, contact) for contact in workplace.contacts),
    )
    return tuple(line for line in told if line)


def others_begun(services: Services, line: VisitLine) -> str:
    """Return the visit of another counsellor in one line."""
    state = services.words(VISIT_STATES[line.visit.status]).lower()
    parts = (hours(line.visit), line.workplace, line.visit.place, line.counsellor, state)
    return " · ".join(part for part in parts if part)


def who(services: Services, row: InquiryRow) -> str:
    """Return the person of a contact, or what is known instead of one."""
    if row.identity is Identity.REGISTERED:
        return services.words(shown_name(row.person))
    return services.words(KINDS[row.kind])


def about(services: Services, row: InquiryRow, terms: dict[str, Term]) -> str:
    """Return what a contact was about: "Lænderyg, Stress → Egen læge"."""
    reasons, advice = (
        ", ".join(services.words(terms[code].short) for code in codes if code in terms)
        for codes in (row.reasons, row.advice)
    )
    return " → ".join(part for part in (reasons, advice) if part)


def time_of(row: InquiryRow) -> str:
    """Return the time of a contact."""
    return short_time(row.time)


def _contact(services: Services, contact: WorkplaceContact) -> str:
    """Return somebody to talk to at a workplace: "Leder: Grethe Holm, 12 34 56 78"."""
    how = (contact.name, grouped_phone(contact.phone), contact.email if not contact.phone else "")
    role = services.words(CONTACT_ROLES[contact.role])
    return f"{role}: {', '.join(part for part in how if part)}"


def _named(pattern: str, told: str) -> str:
    return pattern.format(told=told) if told else ""
