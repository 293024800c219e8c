"""Knowledge cards: what a card holds, and what must be said wherever it is shown."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec

from app.models.words import short_date
from app.texts import Language, Text


class CardTopic(StrEnum):
    """What a card is about; cards are listed in this order."""

    SICK_LEAVE = "sick_leave"
    WORKPLACE = "workplace"
    FAMILY = "family"
    EARNING = "earning"
    HEALTH = "health"
    OTHER = "other"


CARD_TOPICS: Mapping[CardTopic, Text] = {
    CardTopic.SICK_LEAVE: Text("Sygdom og sygedagpenge", "Illness and sickness benefit"),
    CardTopic.WORKPLACE: Text("Arbejdspladsen", "The workplace"),
    CardTopic.FAMILY: Text("Familieliv", "Family life"),
    CardTopic.EARNING: Text("Vejen til et andet arbejde", "The way to other work"),
    CardTopic.HEALTH: Text("Krop og trivsel", "Body and well-being"),
    CardTopic.OTHER: Text("Andet", "Other"),
}


class BlockKind(StrEnum):
    """What a part of a card's text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"


class Block(msgspec.Struct, frozen=True):
    """One paragraph, heading or item of a list; plain text without any markup."""

    kind: BlockKind
    text: str


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One card in one language.

    ``codes`` are the reasons and advice that it belongs to. ``checked`` is the day on which
    somebody last compared it with its source, ``check_by`` the last day on which that is enough.
    ``own`` tells a card of the data folder from one that came with the program; ``shipped_checked``
    is the day on which the card that it stands in for was checked.
    """

    id: str
    language: Language
    title: str
    topic: CardTopic
    codes: tuple[str, ...] = ()
    valid_from: date
    source: str
    source_date: date
    checked: date
    check_by: date
    blocks: tuple[Block, ...]
    path: Path
    own: bool = False
    shipped_checked: date | None = None

    def is_past(self, today: date) -> bool:
        """Tell whether the card should have been checked again before today."""
        return today > self.check_by

    @property
    def text(self) -> str:
        """Everything that stands on the card, in one string."""
        return "\n".join(block.text for block in self.blocks)


class CardProblem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong with one file; ``line`` counts from 1, 0 means the whole file."""

    file: str
    line: int
    text: Text

    @property
    def message(self) -> Text:
        """The problem with its place: "section-56.da.md, linje 4: …"."""
        if not self.line:
            return Text(f"{self.file}: {self.text.da}", f"{self.file}: {self.text.en}")
        return Text(
            f"{self.file}, linje {self.line}: {self.text.da}",
            f"{self.file}, line {self.line}: {self.text.en}",
        )


NO_WARRANTY = Text(
    "Kortet er en hjælp til samtalen, ikke en afgørelse. Det gælder uden garanti: spørg kommunen"
    " eller den, der står på kortet, før nogen handler efter det.",
    "This card is a help for the talk, not a decision. It comes without warranty: ask the"
    " municipality, or whoever the card names, before anybody acts on it.",
)

_PAST = Text(
    "Kortet skulle være kontrolleret igen senest {day}. Brug det ikke uden at se efter i kilden.",
    "This card should have been checked again by {day}. Do not use it without looking at the"
    " source.",
)
_NOT_YET = Text("Reglerne på kortet gælder først fra {day}.", "The rules apply from {day} only.")
_NEWER = Text(
    "Kortet erstatter et, der følger med programmet og er kontrolleret senere: {day}.",
    "This card stands in for one that comes with the program and was checked later: {day}.",
)
_OTHER_LANGUAGE = Text(
    "Kortet findes ikke på dansk. Her er det på engelsk.",
    "There is no English card. This is the Danish one.",
)


def past_mark(card: Card, today: date) -> Text | None:
    """Return the mark of a card past its check date: short, for lists; None for any other card."""
    if not card.is_past(today):
        return None
    day = short_date(card.check_by)
    return Text(f"Skulle kontrolleres senest {day}", f"Check was due by {day}")


def warnings(card: Card, today: date, language: Language) -> tuple[Text, ...]:
    """Return what must be said above a card, to a reader in ``language``; most important first."""
    found = []
    if card.is_past(today):
        found.append(_PAST.format(day=short_date(card.check_by)))
    if today < card.valid_from:
        found.append(_NOT_YET.format(day=short_date(card.valid_from)))
    if card.shipped_checked is not None and card.shipped_checked > card.checked:
        found.append(_NEWER.format(day=short_date(card.shipped_checked)))
    if card.language != language:
        found.append(_OTHER_LANGUAGE)
    return tuple(found)


_FACTS = (
    Text("Gælder fra", "In force from"),
    Text("Kilde", "Source"),
    Text("Kildens dato", "Date of the source"),
    Text("Sidst kontrolleret", "Last checked"),
    Text("Kontrolleres igen senest", "To be checked again by"),
)


def facts(card: Card) -> tuple[tuple[Text, str], ...]:
    """Return where the card is from and how old it is, as labels with their values."""
    values = (
        short_date(card.valid_from),
        card.source,
        short_date(card.source_date),
        short_date(card.checked),
        short_date(card.check_by),
    )
    return tuple(zip(_FACTS, values, strict=True))
