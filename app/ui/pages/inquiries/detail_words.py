"""The sentences of the details of an inquiry."""

from PySide6.QtCore import QCoreApplication

from app.models.changes import Action
from app.models.inquiry_details import FIELDS, HistoryLine, InquiryDetails
from app.models.people import is_erased
from app.models.types import Channel, ContactKind, FollowUp, Gender, Identity, Role, SickLeave
from app.models.words import (
    AGE_BANDS,
    CHANNELS,
    GENDERS,
    KINDS,
    ROLES,
    SICK_LEAVES,
    clock_time,
    grouped_phone,
    short_date,
    short_time,
)
from app.ui.services import Services

translate = QCoreApplication.translate


def title(services: Services, details: InquiryDetails) -> str:
    """Return who it was: the person, or the kind of contact."""
    if details.person is not None and is_erased(details.person):
        return translate("Inquiries", "Slettet person")
    if details.person is not None:
        born = details.person.birth_year
        return f"{details.person.name} ({born})" if born else details.person.name
    return services.words(KINDS[details.kind])


def subtitle(services: Services, details: InquiryDetails) -> str:
    """Return when, where and which contact of the person it was."""
    inquiry = details.inquiry
    when = short_date(inquiry.date)
    if inquiry.time:
        when = translate("Inquiries", "{date} kl. {time}").format(
            date=when, time=short_time(inquiry.time)
        )
    where = details.workplace.name if details.workplace else ""
    if inquiry.channel is not Channel.WORKPLACE or not where:
        where = " · ".join(p for p in (where, services.words(CHANNELS[inquiry.channel])) if p)
    return " · ".join((when, where, _which(services, details)))


def facts(services: Services, details: InquiryDetails) -> list[tuple[str, str]]:
    """Return what is known, as names and values; what was not told is left out."""
    inquiry, person, words = details.inquiry, details.person, services.words
    found = [
        (translate("Inquiries", "Telefon"), grouped_phone(person.phone) if person else ""),
        (
            translate("Inquiries", "Køn"),
            words(GENDERS[details.gender]) if details.gender is not Gender.NOT_TOLD else "",
        ),
        (
            translate("Inquiries", "Alder"),
            words(AGE_BANDS[details.age_band]) if details.age_band else "",
        ),
        (
            translate("Inquiries", "Rolle"),
            words(ROLES[inquiry.role]) if inquiry.role is not Role.NOT_TOLD else "",
        ),
        (
            translate("Inquiries", "Sygefravær"),
            words(SICK_LEAVES[inquiry.sick_leave])
            if inquiry.sick_leave is not SickLeave.NOT_TOLD
            else "",
        ),
        (translate("Inquiries", "Sted"), details.visit.place if details.visit else ""),
        (translate("Inquiries", "Varighed"), _minutes(inquiry.minutes)),
        (translate("Inquiries", "Kodeord"), details.code_word),
        (
            translate("Inquiries", "Tilknyttet"),
            translate("Inquiries", "anonym før; samtykke {date}").format(
                date=short_date(details.link.consent_on)
            )
            if details.link
            else "",
        ),
        (
            translate("Inquiries", "Vejleder"),
            f"{details.counsellor.name} ({details.counsellor.initials})",
        ),
        (
            translate("Inquiries", "Måneden"),
            translate("Inquiries", "er lukket; rettelser ændrer ikke de lukkede tal")
            if details.closed
            else "",
        ),
    ]
    return [(name, value) for name, value in found if value]


def follow_up(followup: FollowUp) -> str:
    """Return a promise with its due date, or the day it was kept."""
    text = followup.text or translate("Inquiries", "Følg op")
    if followup.done_on is not None:
        return translate("Inquiries", "Opfølgning: {text} (gjort {date})").format(
            text=text, date=short_date(followup.done_on)
        )
    return translate("Inquiries", "Opfølgning: {text} (senest {date})").format(
        text=text, date=short_date(followup.due_on)
    )


def change(services: Services, line: HistoryLine) -> str:
    """Return who changed what and when."""
    what = {
        Action.CREATE: translate("Inquiries", "oprettet"),
        Action.UPDATE: translate("Inquiries", "rettet"),
        Action.DELETE: translate("Inquiries", "slettet"),
    }[line.action]
    if line.event is not None:
        what = services.words(line.event)
    fields = ", ".join(services.words(FIELDS[name]) for name in line.fields if name in FIELDS)
    when = f"{short_date(line.at.date())} {clock_time(line.at)}"
    told = " · ".join(part for part in (when, line.counsellor, what) if part)
    return f"{told}: {fields}" if fields else told


def _which(services: Services, details: InquiryDetails) -> str:
    kind = services.words(KINDS[details.kind])
    if details.kind is ContactKind.RETURNING:
        number = details.earlier + 1
        return translate("Inquiries", "{kind}, {number}. henvendelse").format(
            kind=kind, number=number
        )
    if details.inquiry.identity is Identity.ANONYMOUS and details.inquiry.said_returning:
        return translate("Inquiries", "{kind}, har været her før").format(kind=kind)
    return kind


def _minutes(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return (
        translate("Inquiries", "1 minut")
        if minutes == 1
        else translate("Inquiries", "{count} minutter").format(count=minutes)
    )
