"""The knowledge cards: those that come with the program, and those that a project adds.

A card is a file (:mod:`app.models.card_parsing`). What lies in the data folder adds to what comes
with the program or stands in for it, language by language. No card holds anything about anybody,
so cards need no passphrase.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from app import files
from app.models.card_parsing import BadCard, read_card
from app.models.card_types import CARD_TOPICS, Card, CardProblem, CardTopic
from app.models.folding import search_text, search_words, word_start
from app.models.sorting import danish_key
from app.models.taxonomy import standard_codes
from app.paths import Paths, resource
from app.texts import LANGUAGES, Language, Text

MAX_FILES = 400
"""Files that are looked at in one folder."""

_SUFFIX = ".md"
_ORDER = {topic: number for number, topic in enumerate(CardTopic)}


class CardLibrary(NamedTuple):
    """Every readable card by its id and language, and what is wrong with the other files."""

    cards: Mapping[tuple[str, Language], Card]
    problems: tuple[CardProblem, ...] = ()

    def card(self, card_id: str, language: Language) -> Card | None:
        """Return a card in a language, in the other one where it is missing, or None."""
        others = (each for each in LANGUAGES if each != language)
        found = (self.cards.get((card_id, each)) for each in (language, *others))
        return next((card for card in found if card is not None), None)

    def all(self, language: Language) -> tuple[Card, ...]:
        """Return one card for every id, by topic and title."""
        ids = {card_id for card_id, _ in self.cards}
        found = (self.card(card_id, language) for card_id in ids)
        return tuple(sorted((card for card in found if card is not None), key=_place))

    def find(self, query: str, language: Language) -> tuple[Card, ...]:
        """Return the cards in which every word of ``query`` begins a word; titles come first."""
        words = search_words(query)
        found = [card for card in self.all(language) if _has(words, _everything(card))]
        return tuple(sorted(found, key=lambda card: not _has(words, search_text(card.title))))

    def for_codes(self, codes: Collection[str], language: Language) -> tuple[Card, ...]:
        """Return the cards that belong to any of these reasons and advice; most of them first."""
        fitting = [card for card in self.all(language) if not set(codes).isdisjoint(card.codes)]
        return tuple(sorted(fitting, key=lambda card: -len(set(codes).intersection(card.codes))))

    def known_codes(self) -> frozenset[str]:
        """Return the codes that a card can be asked for by: of the code lists, and of any card."""
        named = (code for card in self.cards.values() for code in card.codes)
        return standard_codes(resource("taxonomy")).union(named)


def load_cards(paths: Paths) -> CardLibrary:
    """Read all cards; a bad file is told among the problems and hides no other."""
    cards: dict[tuple[str, Language], Card] = {}
    problems: list[CardProblem] = []
    for folder, own in ((shipped_folder(), False), (paths.cards, True)):
        for card in _read_folder(folder, problems, own=own):
            key = (card.id, card.language)
            stood = cards.get(key)
            cards[key] = replace(card, shipped_checked=stood.checked) if stood else card
    return CardLibrary(cards, tuple(problems))


def shipped_folder() -> Path:
    """Return the folder of the cards that come with the program."""
    return resource("cards")


def copy_to_edit(card: Card, paths: Paths) -> Path:
    """Copy the file of a card into the data folder, where it stands in for the shipped one.

    Return its path; a file that is there already stays as it is. Raises UserError.
    """
    target = paths.cards / card.path.name
    with files.explained_os_errors():
        files.make_private_folder(paths.cards)
        if not target.exists():
            files.write_atomically(target, card.path.read_bytes())
    return target


def _read_folder(folder: Path, problems: list[CardProblem], *, own: bool) -> Iterable[Card]:
    try:
        found = sorted(path for path in folder.iterdir() if path.name.endswith(_SUFFIX))
    except FileNotFoundError:
        return
    except OSError:
        text = Text("Mappen kan ikke læses.", "The folder cannot be read.")
        problems.append(CardProblem(file=folder.name, line=0, text=text))
        return
    for path in found[:MAX_FILES]:
        try:
            yield read_card(path, own=own)
        except BadCard as error:
            problems.extend(error.problems)
    if len(found) > MAX_FILES:
        text = Text(
            f"Der er flere end {MAX_FILES} kort; resten er ikke læst.",
            f"There are more than {MAX_FILES} cards; the rest were not read.",
        )
        problems.append(CardProblem(file=folder.name, line=0, text=text))


def _place(card: Card) -> tuple[int, str, str]:
    return _ORDER[card.topic], danish_key(card.title), card.id


def _everything(card: Card) -> str:
    topic = CARD_TOPICS[card.topic].in_language(card.language)
    return search_text(card.title, topic, card.text, card.source, " ".join(card.codes))


def _has(words: Iterable[str], text: str) -> bool:
    return all(word_start(word) in text for word in words)
