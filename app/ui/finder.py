"""What the search box finds: actions and cards at once, people, code words and places from the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.aliases import KnownAlias
from app.models.card_types import CARD_TOPICS, past_mark
from app.models.cards import CardLibrary, load_cards
from app.models.folding import search_text, search_words, word_start
from app.models.inquiry_list import InquiryFilter
from app.models.store import Store
from app.models.types import Person, RecordId, Workplace
from app.models.words import grouped_phone, short_date, whole_number
from app.texts import Text
from app.ui.actions import actions_of
from app.ui.pages.collected.target import ShowPart
from app.ui.pages.inquiries.target import ListInquiries
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services
from app.ui.widgets.hit import Hit

if TYPE_CHECKING:
    from app.models.team.cards import Card

_SHOWN = 10
_CODE_WORD = Text("kodeord, sidst brugt {date}", "code word, last used {date}")
_MEMBER = Text("vejleder på deltagerlisten", "counsellor on the roster")
_MOST_PEOPLE = 5
_MOST_WORKPLACES = 4
_MOST_CARDS = 3
_MOST_CODE_WORDS = 3
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Found:
    """``places`` has the names of the workplaces of ``people``, ``more`` how many others fit."""

    workplaces: tuple[Workplace, ...]
    people: tuple[Person, ...]
    places: dict[RecordId | None, str]
    more: int
    code_words: tuple[KnownAlias, ...]
    members: tuple[Card, ...] = ()


class Finder:
    """Answers the palette; calls ``found_more`` when the store has added to an answer."""

    def __init__(self, services: Services, found_more: Callable[[], None]) -> None:
        self._services = services
        self._found_more = found_more
        self._asked = ""
        self._answer: list[Hit] = []
        self._library = CardLibrary({})

    def find(self, text: str) -> list[Hit]:
        """Return what is known now for ``text`` and ask the store for the rest."""
        if not text:
            self._read_cards()
        if text != self._asked:
            self._asked, self._answer = text, []
            if search_words(text):
                look_up = _look_up_at_a_lead if self._services.lead else _look_up
                self._services.runner.run(
                    lambda store: look_up(store, text),
                    lambda found: self._take(text, found),
                    key="finder",
                )
        return [*self._answer, *self._cards(text), *self._actions(text)][:_SHOWN]

    def _read_cards(self) -> None:
        """Read the cards while nothing is typed yet, that is when the box is opened."""
        paths = self._services.paths
        self._services.runner.beside(
            lambda: load_cards(paths), self._take_cards, key="finder.cards"
        )

    def _take_cards(self, library: CardLibrary) -> None:
        self._library = library
        if search_words(self._asked):
            self._found_more()

    def _cards(self, text: str) -> list[Hit]:
        if not search_words(text):
            return []
        said, today = self._services.words, self._services.today()
        found = self._library.find(text, self._services.language)[:_MOST_CARDS]
        return [
            Hit(
                f"card:{card.id}",
                card.title,
                said(past_mark(card, today) or CARD_TOPICS[card.topic]),
            )
            for card in found
        ]

    def _take(self, text: str, found: _Found) -> None:
        if text != self._asked:
            return
        said = self._services.words
        self._answer = [
            *(
                Hit(f"person:{p.id}", p.name, _about(p, found.places.get(p.workplace_id, "")))
                for p in found.people
            ),
            *_hint(found.more),
            *(Hit(f"code word:{w.word}", w.word, self._of_code_word(w)) for w in found.code_words),
            *(Hit(f"workplace:{w.id}", w.name, w.code) for w in found.workplaces),
            *(
                Hit(f"member:{m.device}", m.name, f"{m.initials} · {said(_MEMBER)}")
                for m in found.members
            ),
        ]
        if self._answer:
            self._found_more()

    def _of_code_word(self, known: KnownAlias) -> str:
        return self._services.words(_CODE_WORD).format(date=short_date(known.last))

    def _actions(self, text: str) -> list[Hit]:
        words = search_words(text)
        offered = actions_of(lead=self._services.lead).anywhere
        named = ((spec, self._services.words(spec.text)) for spec in offered)
        return [
            Hit(f"action:{spec.name}", label, keys=spec.keys[0] if spec.keys else "")
            for spec, label in named
            if spec.name != "palette"
            and all(word_start(word) in search_text(label) for word in words)
        ]


def place_of(kind: str, name: str) -> tuple[str, object]:
    """Return the page that a hit leads to, and what it shall show; actions lead nowhere."""
    if kind == "person":
        return "person", ShowPerson(RecordId(name))
    if kind == "member":
        return "collected", ShowPart("members")
    if kind == "code word":
        return "inquiries", ListInquiries(InquiryFilter(text=name))
    return ("cards" if kind == "card" else "workplaces"), name


def _look_up_at_a_lead(store: Store, text: str) -> _Found:
    """Return workplaces and counsellors: of persons a lead has no names."""
    # What verifies rosters is dear to load, and a counsellor's window never needs it here.
    from app.models.team.rosters import Rosters

    words = search_words(text)
    roster = Rosters(store).current()
    cards = [one.card for one in roster.counsellors] if roster is not None else []
    return _Found(
        workplaces=store.workplaces.search(text)[:_MOST_WORKPLACES],
        people=(),
        places={},
        more=0,
        code_words=(),
        members=tuple(
            card
            for card in cards
            if all(word_start(word) in search_text(card.name, card.initials) for word in words)
        )[:_MOST_PEOPLE],
    )


def _look_up(store: Store, text: str) -> _Found:
    people = store.people.search(text, _MOST_PEOPLE)
    ids = {person.workplace_id for person in people}
    return _Found(
        store.workplaces.search(text)[:_MOST_WORKPLACES],
        people,
        {place.id: place.name for place in store.workplaces.all() if place.id in ids},
        store.people.count_found(text) - len(people),
        store.aliases.search(text, _MOST_CODE_WORDS),
    )


def _about(person: Person, workplace: str) -> str:
    """Return what tells a person from a namesake."""
    year = person.birth_year
    born = translate("Finder", "f. {year}").format(year=year) if year else ""
    return " · ".join(filter(None, (born, workplace, grouped_phone(person.phone))))


def _hint(more: int) -> list[Hit]:
    """Return a line that says how many are not shown; there is nothing to run in it."""
    if more <= 0:
        return []
    told = translate("Finder", "{count} flere: skriv mere af navnet")
    return [Hit("", told.format(count=whole_number(more)))]
