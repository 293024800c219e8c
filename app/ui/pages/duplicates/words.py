"""The sentences about two records that may be of one person."""

from PySide6.QtCore import QCoreApplication

from app.models.duplicates import Suggestion
from app.models.recognition import KnownPerson
from app.models.types import Person
from app.models.words import short_date
from app.ui.pages.register.people_words import person_details
from app.ui.services import Services

translate = QCoreApplication.translate


def told(person: Person) -> str:
    """Return a person with what tells them apart: "Lone Bæk · f. 1974 · 20 30 40 50"."""
    return " · ".join(filter(None, (person.name, person_details(person))))


def reasons(services: Services, suggestion: Suggestion) -> str:
    """Return what speaks for and against one person."""
    return " · ".join(services.words(reason) for reason in suggestion.likeness.reasons)


def contacts(known: KnownPerson) -> str:
    """Return how often somebody has been here, and when last."""
    if known.last is None:
        return translate("Duplicates", "ingen")
    return translate("Duplicates", "{count}, senest {date}").format(
        count=known.contacts, date=short_date(known.last.date)
    )
