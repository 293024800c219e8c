"""What the makers of report tables share: where the figures come from and common headings."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.export.cells import Column, Row, Unit
from app.export.labels import Labels
from app.models.over_time import MonthCount
from app.models.rules import percent
from app.models.tally_types import Tally, per_100_hours
from app.texts import Language, Text

SHARE = Text("Andel", "Share")
COUNT = Text("Antal", "Count")
TOTAL = Text("I alt", "Total")


@dataclass(frozen=True, slots=True)
class Source:
    """The figures, the names and the language of one report."""

    tally: Tally
    months: tuple[MonthCount, ...]
    labels: Labels
    language: Language

    def say(self, text: Text) -> str:
        """Return a text in the language of the report."""
        return text.in_language(self.language)

    def universe(self, name: str) -> str:
        """Return over what a family of figures is counted."""
        return self.say(self.tally.universe[name])

    def universes(self, *named: tuple[Text, str]) -> str:
        """Return several universes in one text, each after the band that it belongs to."""
        sentences = ((self.say(band), self.universe(name)) for band, name in named)
        return " ".join(f"{band}: {text[0].lower()}{text[1:]}" for band, text in sentences)

    def column(
        self, key: str, title: Text, unit: Unit = Unit.COUNT, band: Text | None = None
    ) -> Column:
        """Return a column headed by the title, under a shared band where one is given."""
        return Column(key, self.say(title), unit, self.say(band) if band else "")


def shares(counts: Mapping[str, int], names: Mapping[str, str], total: int) -> tuple[Row, ...]:
    """Return one row per code: its name, its count and its share of the total."""
    return tuple(
        Row(code, (names[code], count, percent(count, total))) for code, count in counts.items()
    )


def rate(contacts: int, minutes: int) -> int | None:
    """Return contacts per hour in hundredths, None where no time was held."""
    return per_100_hours(contacts, minutes) if minutes else None
