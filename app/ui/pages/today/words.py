"""The sentences of the page I dag."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.models.clock import from_stamp, local
from app.models.day import Day, VisitLine
from app.models.inquiry_list import InquiryRow
from app.models.periods import MONTHS
from app.models.taxonomy import Term
from app.models.types import Identity, Shift, Visit, VisitStatus
from app.models.words import KINDS, SHIFTS, clock_time, short_time, weekday, whole_number
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


def summary(day: Day) -> str:
    """Return what the day has brought, in one sentence."""
    if day.running is not None:
        return translate("Today", "Fremmøde i gang")
    held = sum(line.visit.status is VisitStatus.HELD for line in day.visits)
    if not held:
        return translate("Today", "Ingen fremmøder endnu i dag")
    if held == 1:
        return translate("Today", "Ét fremmøde i dag")
    return translate("Today", "{count} fremmøder i dag").format(count=held)


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
    began = clock_time(local(from_stamp(visit.started_at)))
    if not visit.ended_at:
        return translate("Today", "Siden {time}").format(time=began)
    return f"{began}–{clock_time(local(from_stamp(visit.ended_at)))}"


def where(services: Services, line: VisitLine) -> str:
    """Return place, shift and counsellor of a visit, as far as they are known."""
    shift = services.words(SHIFTS[line.visit.shift]) if line.visit.shift is not Shift.NONE else ""
    return " · ".join(part for part in (line.visit.place, shift, line.counsellor) if part)


def who(services: Services, row: InquiryRow) -> str:
    """Return the person of a contact, or what is known instead of one."""
    if row.identity is Identity.REGISTERED:
        return row.person
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
