"""The tables of a release with their words: columns, lines, marks, and the legend beside them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.export.cells import Cell, Column, Row, Table, Unit
from app.export.disclosure import Release
from app.export.disclosure import Table as ReleasedTable
from app.export.labels import Labels
from app.export.outside.cell_words import (
    code_words,
    span_words,
    spans_words,
    title_words,
    without_words,
)
from app.export.outside.hierarchy import OUTSIDE
from app.export.outside.marks import cell_of, legend, status_of
from app.export.outside.parts import ALL, CONTACTS, RESTATED, Lacking
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.quarters import OTHERS, TOTAL
from app.export.outside.sheet import span_of
from app.export.table_source import TOTAL as TOTAL_WORD
from app.models.sorting import danish_key
from app.models.universes import universe_texts
from app.texts import Language, Text

_TITLES = {
    "activity": Text("Fremmøder og henvendelser", "Visits and inquiries"),
    "activity_to_date": Text("Fremmøder og henvendelser til dato", "Visits and inquiries to date"),
    Family.KINDS: Text("Henvendelser", "Inquiries"),
    Family.GENDER: Text("Køn, unikke personer", "Gender, unique persons"),
    Family.AGE: Text("Alder, unikke personer", "Age, unique persons"),
    Family.SECTOR: Text("Sektor, unikke personer", "Sector, unique persons"),
    Family.ROLE: Text("Rolle, alle henvendelser", "Role, all inquiries"),
    Family.SICK_LEAVE: Text("Sygefravær", "Sick leave"),
    Family.CHANNEL: Text("Form", "Channel"),
    Family.GROUPS: Text("Årsager efter gruppe", "Reasons by group"),
    Family.REASONS: Text("Årsager", "Reasons"),
    Family.ADVICE: Text("Råd", "Advice"),
    Family.QUARTER: Text("Årsagsgrupper pr. arbejdsplads", "Reason groups by workplace"),
}
_UNIVERSES = {
    Family.KINDS: "contacts",
    Family.GENDER: "persons",
    Family.AGE: "persons",
    Family.SECTOR: "persons",
    Family.ROLE: "roles",
    Family.SICK_LEAVE: "sick_leave",
    Family.CHANNEL: "channels",
    Family.GROUPS: "reasons.all",
    Family.REASONS: "reasons.all",
    Family.ADVICE: "advice.all",
    Family.QUARTER: "reasons.all",
}
_ACTIVITY_UNIVERSE = Text(
    "{period}: henvendelser i perioden og den arbejdsplads, de gælder; fremmøder, der er holdt i"
    " perioden.",
    "{period}: inquiries in the period and the workplace they concern; visits held in the period.",
)
_VISIT_TITLES = {
    "activity": Text("Fremmøder", "Visits"),
    "activity_to_date": Text("Fremmøder til dato", "Visits to date"),
}
"""What the tables of activity are called that go out without the number of inquiries."""

_VISIT_UNIVERSE = Text(
    "{period}: fremmøder, der er holdt i perioden.", "{period}: visits held in the period."
)
_ACTIVITY = {
    "held": (Text("Fremmøder", "Visits"), Unit.COUNT),
    "zero": (Text("Heraf uden henv.", "Of these empty"), Unit.COUNT),
    "minutes": (Text("Timer", "Hours"), Unit.HOURS),
    "contacts": (Text("Henvendelser", "Inquiries"), Unit.COUNT),
}
_CORRECTED_TIME = "activity.minutes"
"""The line of hours among the counts of a correction."""

_PLACE = Text("Arbejdsplads", "Workplace")
_OUTSIDE = Text("Uden arbejdsplads", "No workplace")
_NO_PLACE = Text(
    "eller tomt: uden arbejdsplads er der ingen fremmøder",
    "or empty: no visits without a workplace",
)
_NOT_BEFORE = Text("gik ikke ud før", "did not go out before")
_OTHERS = Text("Øvrige", "Others")
_RESTATED = Text("Rettelse af {month}", "Correction of {month}")
_CORRECTED = Text(
    "Månedens tal i alt, som de gik ud før, og som de er efter en rettelse, også dem, der ikke ændrede"
    " sig. De enkelte arbejdspladsers tal står her ikke.",
    "The figures of the month in all as they went out before, and as they are after a correction, also"
    " those that did not change. Those of single workplaces do not stand here.",
)
_OF_QUARTER = Text(
    "{quarter}: summen af de tre lukkede måneder, som de var, da den sidste blev lukket. Et kvartal"
    " lukkes ikke for sig.",
    "{quarter}: the sum of the three closed months as they were when the last one was closed. A"
    " quarter is not closed by itself.",
)


_LACKING = Text("Året til dato er uden {months}.", "The year to date is without {months}.")


@dataclass(frozen=True, slots=True)
class Printer:
    """Puts the tables of one release into words."""

    release: Release
    labels: Labels
    language: Language
    whole: bool
    """Whether they are those of the whole project."""

    lacking: Sequence[Lacking]
    """The columns of a year to date that lack months."""

    def tables(self) -> tuple[Table, ...]:
        """Return all tables in the order of the release."""
        return tuple(self._table(table) for table in self.release.tables)

    def _table(self, table: ReleasedTable) -> Table:
        columns = self._columns(table)
        rows = []
        for key, cells in zip(table.rows, table.cells, strict=True):
            figures = tuple(
                None if cell is None else cell_of(self.release.figures[cell], self.language)
                for cell in cells
            )
            is_time = table.key.startswith(RESTATED) and key == _CORRECTED_TIME
            unit = Unit.HOURS if is_time else None
            rows.append(Row(key, (self._row_name(table, key), *figures), unit=unit))
        total = rows.pop() if len(rows) > 1 and rows[-1].key in (ALL, "project") else None
        if (
            table.key in SPLITS
            and total is not None
            and not any(map(_says_something, [*rows, total]))
        ):
            rows.clear()  # a page of nothing reads no better than the line of its sum
        if table.key.startswith("activity") or table.key == Family.QUARTER:
            rows.sort(key=_place_of_line)
        marks = self._legend(table, (cell for row in rows for cell in row.cells[1:]))
        if total is not None and not marks:
            marks = self._legend(table, total.cells[1:])
        told = (self.universe(table), *self._lacking(table), marks)
        universe = " ".join(part for part in told if part)
        return Table(table.key, self._title(table), universe, columns, tuple(rows), total)

    def _legend(self, table: ReleasedTable, cells: Iterable[Cell]) -> str:
        reasons = {Family.ACTIVITY: _NO_PLACE, RESTATED: _NOT_BEFORE}
        found = (text for key, text in reasons.items() if table.key.startswith(key))
        return legend(cells, self.language, next(found, None))

    def _say(self, text: Text) -> str:
        return text.in_language(self.language)

    def _title(self, table: ReleasedTable) -> str:
        if table.key.startswith(RESTATED):
            return self._say(_RESTATED.format(month=self._say(span_words(_month(table)))))
        titles = _VISIT_TITLES if _has_visits_only(table) else _TITLES
        return self._say(titles[table.key])

    def universe(self, table: ReleasedTable) -> str:
        """Return what a table is counted over, without what its marks mean and what it lacks."""
        if table.key.startswith(RESTATED):
            return self._say(_CORRECTED)
        if table.key.startswith("activity"):
            period = span_words(span_in(table, table.columns[0]))
            told = _VISIT_UNIVERSE if _has_visits_only(table) else _ACTIVITY_UNIVERSE
            return _capital(self._say(told.format(period=period)))
        family = Family(table.key)
        universe = self._say(universe_texts(chosen=not self.whole)[_UNIVERSES[family]])
        if family is Family.QUARTER:
            quarter = self._say(_OF_QUARTER.format(quarter=span_words(span_in(table, TOTAL))))
            return f"{quarter} {universe}"
        return universe

    def _lacking(self, table: ReleasedTable) -> list[str]:
        lacking = [each.months for each in self.lacking if each.table == table.key]
        return [self._say(_LACKING.format(months=spans_words(months))) for months in lacking]

    def _columns(self, table: ReleasedTable) -> tuple[Column, ...]:
        first = Column("line", self._first_heading(table), Unit.TEXT)
        return (first, *(self._column(table, key) for key in table.columns))

    def _first_heading(self, table: ReleasedTable) -> str:
        if table.key.startswith("activity") or table.key == Family.QUARTER:
            return self._say(_PLACE)
        if table.key.startswith(RESTATED):
            return self._say(Text("Tal", "Figure"))
        return self._say(title_words(SPLITS[Family(table.key)].measure))

    def _column(self, table: ReleasedTable, key: str) -> Column:
        if table.key.startswith("activity"):
            title, unit = _ACTIVITY[key]
            return Column(key, self._say(title), unit)
        if table.key == Family.QUARTER:
            name = self._say(TOTAL_WORD) if key == TOTAL else self.labels.groups[key]
            return Column(key, name)
        if table.key.startswith(RESTATED):
            is_first = key == table.columns[0]
            edition = Text("Før", "Before") if is_first else Text("Rettet", "Corrected")
            return Column(key, self._say(edition))
        lacking = [e.months for e in self.lacking if (e.table, e.period) == (table.key, key)]
        words = (span_words(key), *map(without_words, lacking))
        return Column(key, _capital(" ".join(map(self._say, words))))

    def _row_name(self, table: ReleasedTable, key: str) -> str:
        special: Mapping[str, Text] = {
            ALL: TOTAL_WORD,
            "project": TOTAL_WORD,
            OUTSIDE: _OUTSIDE,
            OTHERS: _OTHERS,
        }
        if key in special:
            return self._say(special[key])
        if table.key.startswith(RESTATED):
            family, _, code = key.partition(".")
            if family == "activity":
                return self._say(_ACTIVITY[code][0])
            named_code = self._say(TOTAL_WORD) if code == ALL else self._code(family, code)
            return f"{self._say(_TITLES[family])}: {named_code}"
        if table.key.startswith("activity") or table.key == Family.QUARTER:
            return self.labels.workplaces.get(key, key)
        return self._code(table.key, key)

    def _code(self, family: str, code: str) -> str:
        named = {
            Family.GROUPS: self.labels.groups,
            Family.REASONS: self.labels.reasons,
            Family.ADVICE: self.labels.advice,
        }
        if family in named:
            return named[Family(family)].get(code, code)
        return self._say(code_words(SPLITS[Family(family)].measure, code))


def span_in(table: ReleasedTable, column: str) -> str:
    """Return the name of the period of a column: a month, a year to date or a quarter."""
    if table.key.startswith(RESTATED):
        return _month(table)
    return column if table.key in SPLITS else span_of(next(table.ids()))


def _has_visits_only(table: ReleasedTable) -> bool:
    """Tell whether a table of activity goes out without the number of inquiries."""
    return table.key.startswith("activity") and CONTACTS not in table.columns


def _says_something(row: Row) -> bool:
    """Tell whether anything but true zeros, and periods without visits, stands in a row."""
    return any(cell != 0 and status_of(cell) != "no_visits" for cell in row.cells[1:])


def _place_of_line(row: Row) -> tuple[bool, str]:
    """Return where the line of a workplace stands: by name, and what is no workplace after them."""
    return row.key in (OUTSIDE, OTHERS), danish_key(str(row.cells[0]))


def _month(table: ReleasedTable) -> str:
    return table.key.partition(".")[2]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
