"""How the occasion of a contact is written in the title line and in the row behind it."""

from PySide6.QtCore import QCoreApplication

from app.models.clock import from_stamp, local
from app.models.periods import month_name
from app.models.registration import InquiryDraft
from app.models.types import Channel, Shift, Visit
from app.models.words import CHANNELS, SHIFTS, clock_time, short_date, short_time, weekday
from app.ui.pages.register.reading import Surroundings, began
from app.ui.services import Services

translate = QCoreApplication.translate


def context_text(services: Services, draft: InquiryDraft, around: Surroundings) -> str:
    """Return "Vestas i Lem · lør. 21-11-2026 kl. 09.24 · på arbejdspladsen"."""
    words = services.words
    workplace = around.workplaces.get(draft.workplace_id) if draft.workplace_id else None
    day = f"{words(weekday(draft.date))[:3]}. {short_date(draft.date)}"
    if draft.time:
        day = translate("InquiryContext", "{day} kl. {time}").format(
            day=day, time=short_time(draft.time)
        )
    channel = words(CHANNELS[draft.channel])
    parts = [
        workplace.name if workplace else translate("InquiryContext", "Uden arbejdsplads"),
        day,
        _in_sentence(channel),
    ]
    if draft.minutes:
        parts.append(translate("InquiryContext", "{n} min.").format(n=draft.minutes))
    who = around.counsellor_of(draft)
    if who != around.counsellor_id:
        parts.append(next((c.initials for c in around.counsellors if c.id == who), ""))
    return " · ".join(filter(None, parts))


def closed_text(services: Services, around: Surroundings | None) -> str:
    """Return that the month of the contact is closed; "" where it is not."""
    if around is None or not around.closed:
        return ""
    month = services.words(month_name(around.occasion.day))
    return translate(
        "InquiryContext", "{month} er lukket. Det, du gemmer, ændrer ikke de lukkede tal."
    ).format(month=month[:1].upper() + month[1:])


def visit_text(services: Services, visit: Visit) -> str:
    """Return when a visit was, and for which shift: "09.00–10.00 · Dagholdet · Kantinen"."""
    start = began(visit)
    span = (
        translate("InquiryContext", "siden {time}").format(time=clock_time(start)) if start else ""
    )
    if start and visit.ended_at:
        span = f"{clock_time(start)}–{clock_time(local(from_stamp(visit.ended_at)))}"
    shift = services.words(SHIFTS[visit.shift]) if visit.shift is not Shift.NONE else ""
    return " · ".join(filter(None, (span, shift, visit.place)))


def channel_choices(services: Services) -> list[tuple[Channel, str]]:
    """Return the channels with their words, in fixed order."""
    return [(channel, services.words(CHANNELS[channel])) for channel in Channel]


def _in_sentence(text: str) -> str:
    """Return the words as they stand inside a sentence; "E-mail" begins small there too."""
    return text[:1].lower() + text[1:]
