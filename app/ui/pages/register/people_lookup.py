"""Asks the store for persons while a name or phone number is typed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.models.folding import phone_digits, search_text, search_words
from app.models.recognition import (
    KnownPerson,
    find_people,
    known_person,
    likely_persons,
    recent_people,
)
from app.models.registration import InquiryDraft
from app.models.types import RecordId
from app.ui.pages.register.people_words import hit_details
from app.ui.tasks import Runner
from app.ui.widgets.hit import Hit


class PeopleLookup(QObject):
    """Gives hits at once from what was found last, and better ones when the store has answered.

    ``found(text)`` is sent when the answer for ``text`` is there. What is shown meanwhile has all
    the words that were typed, so that Enter never takes somebody else.
    """

    found = Signal(str)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._answered = ""
        self._asking = False
        self._people: tuple[KnownPerson, ...] = ()

    def find(self, text: str) -> list[Hit]:
        """Return the hits for ``text`` that are known by now."""
        if text != self._answered:
            self._asking = True
            self._runner.run(
                lambda store: find_people(store, text),
                lambda people: self._take(text, people),
                key="register:people",
            )
            self._asking = False
        words = search_words(text)
        return self.hits(lambda known: _has_words(known, words))

    def hits(self, admit: Callable[[KnownPerson], bool] = lambda _: True) -> list[Hit]:
        """Return the persons found last, all or those that are admitted."""
        return [
            Hit(known.person.id, known.person.name, hit_details(known))
            for known in self._people
            if admit(known)
        ]

    def is_waiting(self, text: str) -> bool:
        """Tell whether the store has not answered for ``text`` yet."""
        return text != self._answered

    def person(self, person_id: RecordId) -> KnownPerson | None:
        """Return one of the persons found."""
        return next((known for known in self._people if known.person.id == person_id), None)

    def find_recent(self, workplace_id: RecordId | None) -> None:
        """Look for the persons seen last at a workplace; they are the answer for the empty text."""
        self._runner.run(
            lambda store: recent_people(store, workplace_id),
            lambda people: self._take("", people),
            key="register:people",
        )

    def find_likely(
        self, draft: InquiryDraft, done: Callable[[tuple[KnownPerson, ...]], None]
    ) -> None:
        """Ask who may be meant by a new person's name, phone and year of birth."""
        self._runner.run(lambda store: likely_persons(store, draft), done, key="register:likely")

    def find_known(self, person_id: RecordId, done: Callable[[KnownPerson], None]) -> None:
        """Ask for one person who is known by id; nothing happens when they are gone."""
        self._runner.run(
            lambda store: known_person(store, person_id),
            lambda known: done(known) if known is not None else None,
            key="register:linked",
        )

    def forget(self) -> None:
        """Drop the persons found."""
        self._answered, self._people = "", ()

    def _take(self, text: str, people: tuple[KnownPerson, ...]) -> None:
        self._answered, self._people = text, people
        if not self._asking:
            self.found.emit(text)


def _has_words(known: KnownPerson, words: tuple[str, ...]) -> bool:
    person = known.person
    year = str(person.birth_year) if person.birth_year else ""
    haystack = search_text(person.name, year, phone_digits(person.phone))
    return all(f" {word}" in haystack for word in words)
