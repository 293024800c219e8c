"""How a known person is written on the page."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.models.recognition import KnownPerson
from app.models.types import Person
from app.models.words import grouped_phone, short_date

translate = QCoreApplication.translate


def person_details(person: Person) -> str:
    """Return year of birth and phone: "f. 1974 · 12 34 56 78"."""
    return " · ".join(filter(None, (born(person), grouped_phone(person.phone))))


def hit_details(known: KnownPerson) -> str:
    """Return what tells two persons of one name apart, with how often they have been here."""
    return " · ".join(filter(None, (person_details(known.person), _earlier(known))))


def named(known: KnownPerson) -> str:
    """Return a person in a sentence: "Karen Møller f. 1974 (2 tidligere)"."""
    about = " ".join(filter(None, (known.person.name, born(known.person))))
    return f"{about} ({_earlier(known)})" if known.contacts else about


def recognised(known: KnownPerson, labels: Mapping[str, str]) -> str:
    """Return the line that greets a returning person: how often, when last, about what."""
    if known.last is None:
        return translate("People", "Ingen tidligere henvendelser.")
    words = translate("People", "Genganger: {count} tidligere henvendelser, senest {date}")
    if known.contacts == 1:
        words = translate("People", "Genganger: 1 tidligere henvendelse, {date}")
    text = words.format(count=known.contacts, date=short_date(known.last.date))
    reasons = ", ".join(labels.get(code, code) for code in known.last.reasons)
    advice = ", ".join(labels.get(code, code) for code in known.last.advice)
    about = " → ".join(filter(None, (reasons, advice)))
    return f"{text} ({about})" if about else text


def born(person: Person) -> str:
    """Return "f. 1974", or nothing where the year is not known."""
    return (
        translate("People", "f. {year}").format(year=person.birth_year) if person.birth_year else ""
    )


def _earlier(known: KnownPerson) -> str:
    if not known.contacts:
        return ""
    return translate("People", "{count} tidligere").format(count=known.contacts)
