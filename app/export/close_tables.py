"""The tables of corrections: what changed since a month was closed, and what was restated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.export.cells import Cell, Column, Row, Table, Unit
from app.export.differences import Difference
from app.texts import Language, Text

CHANGED, RESTATED = "changed_since_close", "restated"

_FIGURE = Text("Tal", "Figure")
_CLOSED, _NOW = Text("Lukket", "Closed"), Text("Nu", "Now")
_BEFORE, _AFTER = Text("Før", "Before"), Text("Rettet", "Restated")
_FOLLOWS = Text(
    " Procenter, gennemsnit og summer, der følger af dem, er ikke gentaget.",
    " Per cent, rates and sums that follow from them are not repeated.",
)


@dataclass(frozen=True, slots=True)
class Restatement:
    """A closed month that was restated: its name, what was said of it, and what changed."""

    month: str
    name: str
    told: str
    differences: tuple[Difference, ...]


def changed_table(changed: Sequence[Difference], language: Language) -> Table:
    """Return what the data would now give for a closed period."""
    universe = Text(
        "Rettet i data siden månedslukningen. Opgørelsens tal er de lukkede, indtil de rettes med"
        " en begrundelse.",
        "Corrected in the data since the month close. The figures of the report are the closed ones"
        " until they are restated with a reason.",
    )
    return Table(
        CHANGED,
        Text("Rettet siden månedslukningen", "Corrected since the month close").in_language(
            language
        ),
        universe.in_language(language) + _FOLLOWS.in_language(language),
        _columns(_CLOSED, _NOW, language),
        tuple(_row(each, "", "", language) for each in changed),
    )


def restated_table(restatements: Sequence[Restatement], language: Language) -> Table:
    """Return what was restated of earlier months, old and new."""
    universe = Text(
        "Lukkede måneder, hvis tal er rettet siden den forrige månedslukning.",
        "Closed months whose figures were restated since the month close before.",
    )
    reasons = " ".join(f"{_capital(each.name)}: {each.told}" for each in restatements)
    return Table(
        RESTATED,
        Text("Rettelser af tidligere måneder", "Restatements of earlier months").in_language(
            language
        ),
        f"{universe.in_language(language)} {reasons}{_FOLLOWS.in_language(language)}",
        _columns(_BEFORE, _AFTER, language),
        tuple(_rows(restatements, language)),
    )


def _rows(restatements: Iterable[Restatement], language: Language) -> Iterable[Row]:
    for each in restatements:
        for difference in each.differences:
            yield _row(difference, each.month, f"{_capital(each.name)} · ", language)


def _row(difference: Difference, month: str, name: str, language: Language) -> Row:
    """Return one line; a count is a number, anything else stands as it is read."""
    before, now = difference.shown(language)
    figures: tuple[Cell, Cell] = (before, now)
    if difference.unit is Unit.COUNT:
        figures = (difference.before or 0, difference.now or 0)
    key = f"{month}.{difference.key}" if month else difference.key
    return Row(key, (f"{name}{difference.words}", *figures))


def _columns(before: Text, now: Text, language: Language) -> tuple[Column, ...]:
    return (
        Column("figure", _FIGURE.in_language(language), Unit.TEXT),
        Column("before", before.in_language(language)),
        Column("now", now.in_language(language)),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
