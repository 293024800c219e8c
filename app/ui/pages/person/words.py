"""The sentences of the page of a person."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.models.inquiry_details import HistoryLine, InquiryDetails
from app.models.person_changes import PERSON_FIELDS
from app.models.person_file import PersonDetails
from app.models.types import Channel, Gender, Person
from app.models.words import CHANNELS, GENDERS, grouped_phone, short_date
from app.ui.pages.inquiries import detail_words
from app.ui.services import Services

translate = QCoreApplication.translate


def summary(details: PersonDetails) -> str:
    """Return how often they have been here, and since when."""
    contacts = details.contacts
    if not contacts:
        return translate("Person", "Ingen henvendelser endnu")
    first, last = contacts[-1].inquiry.date, contacts[0].inquiry.date
    if len(contacts) == 1:
        return translate("Person", "1 henvendelse, {date}").format(date=short_date(last))
    return translate("Person", "{count} henvendelser, {first} til {last}").format(
        count=len(contacts), first=short_date(first), last=short_date(last)
    )


def facts(services: Services, details: PersonDetails) -> list[tuple[str, str]]:
    """Return what is known of a person, with a dash for what was not told."""
    person = details.person
    told = [
        (translate("Person", "Navn"), person.name),
        (
            translate("Person", "Køn"),
            services.words(GENDERS[person.gender]) if person.gender is not Gender.NOT_TOLD else "",
        ),
        (translate("Person", "Fødselsår"), str(person.birth_year or "")),
        (translate("Person", "Telefon"), grouped_phone(person.phone)),
        (translate("Person", "Arbejdsplads"), "\n".join(_workplaces(details))),
    ]
    return [(caption, value or "–") for caption, value in told]


def _workplaces(details: PersonDetails) -> Iterator[str]:
    """Yield their own workplace, then those at which they were seen, each with the last day."""
    if details.workplace is not None:
        yield details.workplace.name
    for seen in details.seen_at:
        yield translate("Person", "{place}, senest {date}").format(
            place=seen.workplace.name, date=short_date(seen.last)
        )


def place(services: Services, details: InquiryDetails) -> str:
    """Return where a contact was, and how where that is not plain."""
    inquiry, workplace = details.inquiry, details.workplace
    where = workplace.name if workplace else ""
    if inquiry.channel is not Channel.WORKPLACE or not where:
        where = " · ".join(filter(None, (where, services.words(CHANNELS[inquiry.channel]))))
    return f"{where} · {details.counsellor.initials}"


def change(services: Services, line: HistoryLine) -> str:
    """Return who changed what of the master data, and when."""
    fields = (
        services.words(PERSON_FIELDS[field]) for field in line.fields if field in PERSON_FIELDS
    )
    told, names = detail_words.change(services, line), ", ".join(fields)
    return f"{told}: {names}" if names and line.event is None else told


def question(person: Person) -> str:
    """Return the question before an erasure, with enough of the person to know whom it is about."""
    if person.birth_year:
        asked = translate("Person", "Slet {name}, født {year}, for altid?")
        return asked.format(name=person.name, year=person.birth_year)
    return translate("Person", "Slet {name} for altid?").format(name=person.name)
