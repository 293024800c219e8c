"""What stands in a table where no figure stands, and the legend that says so beside it."""

from collections.abc import Iterable

from app.export.cells import Cell, Unit, shown
from app.export.disclosure import State
from app.export.disclosure.ledger import Figure
from app.texts import Language, Text

HIDDEN = "··"
_NO_VISITS = Text("i.f.", "n.v.")
_NOT_ASKED = Text("i.s.", "n.a.")
_MEANINGS = (
    (
        Text(HIDDEN, HIDDEN),
        Text(
            "skjult, for at ingen kan kendes; mindst 1",
            "withheld so that nobody can be recognised; at least 1",
        ),
    ),
    (
        _NO_VISITS,
        Text(
            "ingen fremmøder i perioden, og ingen henvendelser på anden måde",
            "no visits in the period, and no inquiries in other ways",
        ),
    ),
    (_NOT_ASKED, Text("ikke spurgt i perioden", "not asked in the period")),
)
_ZERO = Text("0: talt, og der var ingen", "0: counted, and there were none")


def cell_of(figure: Figure, language: Language) -> Cell:
    """Return a figure as it stands in a table."""
    if isinstance(figure, int):
        return figure
    if figure is None:
        return HIDDEN
    word = _NO_VISITS if figure is State.NO_VISITS else _NOT_ASKED
    return word.in_language(language)


def status_of(cell: Cell) -> str:
    """Return what a cell is, for a file to compute on."""
    if isinstance(cell, int):
        return "counted"
    if cell == HIDDEN:
        return "withheld"
    return "no_visits" if cell in (_NO_VISITS.da, _NO_VISITS.en) else "not_asked"


def legend(cells: Iterable[Cell], language: Language, no_figure: Text | None = None) -> str:
    """Return what the marks among some cells mean; empty where there are none.

    ``no_figure`` is why there is nothing at all in some cells.
    """
    there = set(cells)
    parts = [
        f"{mark.in_language(language)} {meaning.in_language(language)}"
        for mark, meaning in _MEANINGS
        if mark.in_language(language) in there
    ]
    if no_figure is not None and None in there:
        parts.append(f"{shown(None, Unit.COUNT, language)} {no_figure.in_language(language)}")
    if not parts:
        return ""
    return "; ".join([*parts, _ZERO.in_language(language)]) + "."
