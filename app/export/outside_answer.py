"""The answer to "what is this figure?" in a report for others: the figure behind it, and why it is hidden.

The rows behind a figure, and what is withheld, are told only inside the project's own store: no file
of a report holds any of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from app.export.disclosure import Cell, Rule, State
from app.export.disclosure.ledger import Figure
from app.export.figure_answer import Answer, explain
from app.export.frozen_answer import FrozenFigure
from app.export.outside.cell_words import spans_words
from app.export.outside.parts import ALL, RESTATED
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.quarters import OTHERS
from app.export.outside.releasing import Protected
from app.export.outside.sheet import spans_of
from app.models.figure_keys import FigureKey, key_of
from app.models.periods import Period, parse_month
from app.models.store import Store
from app.texts import Text

_ACTIVITY = {
    "held": ("visits", "held"),
    "zero": ("visits", "zero"),
    "minutes": ("visits", "minutes"),
    "contacts": ("contacts", "all"),
}
_OUTSIDE = "outside"
_REASONS_TOTAL = ("reasons", "all", "total")
_FEW_PERSONS = Text(
    "Skjult, fordi færre end {k} personer står bag tallet.",
    "Withheld because fewer than {k} persons stand behind the figure.",
)
_SMALL_PLACE = Text(
    "Skjult, fordi arbejdspladsen har færre end {headcount} ansatte, eller fordi antallet ikke er"
    " oplyst.",
    "Withheld because the workplace has fewer than {headcount} employees, or because their number is"
    " not told.",
)
_FOR_OTHERS = Text(
    "Skjult for at beskytte et andet tal: blev det vist, kunne et skjult tal regnes ud af summerne her"
    " eller i noget, der er udgivet før.",
    "Withheld to protect another figure: were it shown, a withheld one could be worked out from the"
    " sums here or in something released before.",
)
_STATES = {
    State.NO_VISITS: Text(
        "Der var ingen fremmøder i perioden, og der kom ingen henvendelser på anden måde.",
        "There were no visits in the period, and no inquiries came in other ways.",
    ),
    State.NOT_ASKED: Text(
        "Koden kunne ikke vælges i perioden, så der er ikke spurgt.",
        "The code could not be chosen in the period, so it was not asked.",
    ),
}
_OF_OTHERS = Text(
    "Tallet er det, der er tilbage, når arbejdspladserne med egen linje er trukket fra. Derfor er der"
    " ingen rækker at vise.",
    "The figure is what is left when the workplaces with a line of their own are taken away. So there"
    " are no rows to show.",
)
_OTHERS_COUNTED = Text(
    "Talt er de arbejdspladser, der ikke har egen linje, og det, der ikke gælder en arbejdsplads.",
    "Counted are the workplaces without a line of their own, and what concerns no workplace.",
)
_OF_SOME_MONTHS = Text(
    "Tallet er summen af nogle af årets måneder, og rækkerne kan kun findes for dem alle. Derfor vises"
    " de ikke.",
    "The figure is the sum of some months of the year, and rows can be found for all of them only. So"
    " they are not shown.",
)
_SOME_COUNTED = Text(
    "Perioden er {period} uden {months}, hvor der var for få til at blive delt op.",
    "The period is {period} without {months}, when there were too few to be split.",
)
_OF_BEFORE = Text(
    "Tallet er det, der gik ud, før måneden blev rettet. Rækkerne er rettet siden: dem viser det nye tal"
    " ved siden af.",
    "The figure is what went out before the month was corrected. The rows were corrected since: the new"
    " figure beside it shows them.",
)
_ONLY_HERE = Text(
    "Rækkerne ses kun her i projektet og er ikke med i nogen fil.",
    "The rows are seen only here in the project and are in no file.",
)


@dataclass(frozen=True, slots=True)
class OutsideFigure:
    """A figure of a report: what it counts, when, at which workplaces, and its true cell.

    ``figure`` is what stands in the report, None where it is withheld. ``codes`` are empty for all
    workplaces. ``no_rows`` says why its rows cannot be shown, None where they can; ``counted`` is then
    what is said of its universe beside that of its key.
    """

    key: FigureKey
    period: Period
    codes: tuple[str, ...]
    figure: Figure
    cell: Cell
    no_rows: Text | None = None
    counted: Text | None = None


def outside_figure(protected: Protected, table: str, row: str, column: str) -> OutsideFigure | None:
    """Return the figure at a place of a report; None where none stands there."""
    name = _cell_at(protected, table, row, column)
    if name is None:
        return None
    path, period = _path(table, row, column), _period(protected, table, column)
    if path is None or period is None:
        return None
    request = protected.request
    own = request.asked.scope.codes(request.frozen) or ()
    places = {place.code for place in request.frozen.places}
    codes = (row,) if row in places else own
    no_rows, counted = _without_rows(protected, table, row, column)
    return OutsideFigure(
        key_of(path),
        period,
        codes,
        protected.release.figures[name],
        protected.cells[name],
        no_rows,
        counted,
    )


def _without_rows(
    protected: Protected, table: str, row: str, column: str
) -> tuple[Text | None, Text | None]:
    """Return why a figure has no rows to show, and what more is to be said of what it counts.

    The tally does not have what is left of a quarter when the large workplaces are taken away, a year
    to date that lacks months, or what stood there before a correction.
    """
    if row == OTHERS:
        return _OF_OTHERS, _OTHERS_COUNTED
    if _is_before(protected, table, column):
        return _OF_BEFORE, None
    months = {(each.table, each.period): each.months for each in protected.lacking}
    if (table, column) not in months:
        return None, None
    year = protected.request.close.year_to_date.label
    lacked = spans_words(months[table, column])
    return _OF_SOME_MONTHS, _SOME_COUNTED.format(period=year, months=lacked)


def _cell_at(protected: Protected, table: str, row: str, column: str) -> str | None:
    found = next((each for each in protected.release.tables if each.key == table), None)
    if found is None or row not in found.rows or column not in found.columns:
        return None
    return found.cells[found.rows.index(row)][found.columns.index(column)]


def _is_before(protected: Protected, table: str, column: str) -> bool:
    """Tell whether a figure is what stood in a month before its correction."""
    if not table.startswith(RESTATED):
        return False
    (found,) = (each for each in protected.release.tables if each.key == table)
    return column == found.columns[0]


def explain_outside(store: Store, protected: Protected, figure: OutsideFigure) -> Answer:
    """Return what a figure of a report is, with the reason where it is withheld.

    Raises:
        NotFound: a workplace was taken out of the project since.
    """
    answer = explain(store, figure.key, figure.period, figure.codes)
    rule = Rule(protected.release.k, protected.request.rule.headcount)
    why = _why(figure, rule)
    if figure.no_rows is None:
        return replace(answer, note=_joined(why, answer.note, _ONLY_HERE))
    # The rows that can be found would make another figure than this one.
    close = protected.request.close
    closed = FrozenFigure(
        protected.ground.months.of(close).closed_on, close.revision, figure.cell.value
    )
    return replace(
        answer,
        universe=_joined(answer.universe, figure.counted) or answer.universe,
        how=figure.no_rows,
        behind=msgspec.structs.replace(answer.behind, rows=()),
        frozen=closed,
        note=why,
        known=None,
        tells_rows=False,
    )


def _joined(*texts: Text | None) -> Text | None:
    there = [text for text in texts if text is not None]
    if not there:
        return None
    return Text(" ".join(text.da for text in there), " ".join(text.en for text in there))


def _why(figure: OutsideFigure, rule: Rule) -> Text | None:
    """Return why no figure stands there; None where one does."""
    if isinstance(figure.figure, State):
        return _STATES.get(figure.figure)
    if figure.figure is not None:
        return None
    if not rule.withholds(figure.cell):
        return _FOR_OTHERS
    if figure.cell.persons is None:
        return _SMALL_PLACE.format(headcount=rule.headcount)
    return _FEW_PERSONS.format(k=rule.k)


def _path(table: str, row: str, column: str) -> tuple[str, ...] | None:
    """Return the path of the figure in the tally of its period and workplaces."""
    if table.startswith(RESTATED):
        family, _, code = row.partition(".")
        return _ACTIVITY.get(code) if family == "activity" else _of_family(Family(family), code)
    if table.startswith("activity"):
        return ("without_workplace", "all") if row == _OUTSIDE else _ACTIVITY.get(column)
    if table == Family.QUARTER:
        return _of_family(Family.GROUPS, ALL if column == "total" else column)
    return _of_family(Family(table), row)


def _of_family(family: Family, code: str) -> tuple[str, ...]:
    measure, total = SPLITS[family]
    if code == ALL:
        whole, all_of_it = total
        return _REASONS_TOTAL if not all_of_it else (*whole.split("."), all_of_it)
    return (*measure.value.split("."), code)


def _period(protected: Protected, table: str, column: str) -> Period | None:
    close = protected.request.close
    spans: Mapping[str, Period] = spans_of(close)
    if table.startswith(RESTATED):
        return parse_month(table.partition(".")[2])
    if table == "activity":
        return close.period
    if table == "activity_to_date":
        return close.year_to_date
    if table == Family.QUARTER:
        return Period.quarter(close.period.first)
    return spans.get(column)
