"""Random projects over a year: workplaces come and go, figures are corrected, all is released.

A correction in the month after adds contacts to a cell of the month before: the old figure stays,
the corrected one is a cell of its own, their difference is one that nobody publishes, and the sums
to date go on from the corrected one.
"""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from app.export.disclosure.attack import attack
from app.export.disclosure.check_release import check
from app.export.disclosure.ledger import Ledger, Table, compose
from app.export.disclosure.model import Cell, Relation, System
from app.export.disclosure.protection import protect
from app.export.disclosure.release_json import encode_release
from app.export.disclosure.threshold import Rule

PLACES, REASONS, MONTHS = 3, 2, 12
COUNTS = st.lists(
    st.sampled_from([0, 0, 1, 1, 2, 3, 4, 5, 7, 12, 30]),
    min_size=PLACES * REASONS,
    max_size=PLACES * REASONS,
)


@st.composite
def years(draw: st.DrawFn) -> "Year":
    """Return a year of counts, of when each place is open, and of what was corrected."""
    opens = [1, *(draw(st.integers(1, 6)) for _ in range(PLACES - 1))]
    closes = [draw(st.integers(6, 12)) for _ in range(PLACES)]
    year = Year()
    for month in range(1, MONTHS + 1):
        there = [p for p in range(PLACES) if opens[p] <= month <= closes[p]]
        counts = draw(COUNTS)
        late = draw(st.integers(0, 5)) if month > 1 else 0
        year.add(month, there, counts, late)
    return year


class Year:
    """The cells, sums and tables of a year, as they come month by month."""

    def __init__(self) -> None:
        self.values: dict[str, int] = {}
        self.relations: list[Relation] = []
        self.tables: list[list[Table]] = []
        self._to_date: dict[str, str] = {}
        self._known: list[int] = []

    def add(self, month: int, there: list[int], counts: list[int], late: int) -> None:
        """Count a month, and what was registered late for the one before."""
        tables = []
        if late and self._known:
            tables.append(self._correct(month, late))
        self._known = sorted({*self._known, *there})
        table = self._table(
            f"m{month}", {p: counts[p * REASONS : (p + 1) * REASONS] for p in there}
        )
        before, self._to_date = self._to_date, {}
        for place in [*self._known, "+"]:
            for reason in [*range(REASONS), "+"]:
                parts = [cell for cell in (before.get(f"{place},{reason}"),) if cell]
                if f"m{month},{place},{reason}" in self.values:
                    parts.append(f"m{month},{place},{reason}")
                self._to_date[f"{place},{reason}"] = self._sum(f"y{month},{place},{reason}", parts)
        if month > 1:
            tables.append(self._layout(f"y{month}", self._known))
            self._margins(f"y{month}", self._known)
        self.tables.append([*([table] if there else []), *tables])

    def _correct(self, month: int, late: int) -> Table:
        place = self._known[0]
        for reason in (0, "+"):
            for row in (place, "+"):
                old = self._to_date[f"{row},{reason}"]
                self.values[f"late{month},{row},{reason}"] = late
                parts = [old, f"late{month},{row},{reason}"]
                self._to_date[f"{row},{reason}"] = self._sum(f"c{month},{row},{reason}", parts)
        first = f"late{month},{place},0"
        for row, reason in ((place, "+"), ("+", 0), ("+", "+")):
            self.relations.append(Relation(f"late{month},{row},{reason}", (first,)))
        cells = tuple(f"c{month},{row},{reason}" for row in (place, "+") for reason in (0, "+"))
        return Table(f"c{month}", ("r",), cells, (cells,))

    def _table(self, key: str, counts: dict[int, list[int]]) -> Table:
        for place, row in counts.items():
            for reason, count in enumerate(row):
                self.values[f"{key},{place},{reason}"] = count
        places = list(counts)
        if places:
            for reason in range(REASONS):
                self._sum(f"{key},+,{reason}", [f"{key},{p},{reason}" for p in places])
            for place in [*places, "+"]:
                self._sum(f"{key},{place},+", [f"{key},{place},{r}" for r in range(REASONS)])
            self.relations.append(Relation(f"{key},+,+", tuple(f"{key},{p},+" for p in places)))
        return self._layout(key, places)

    def _margins(self, key: str, places: list[int]) -> None:
        for place in [*places, "+"]:
            parts = tuple(f"{key},{place},{reason}" for reason in range(REASONS))
            self.relations.append(Relation(f"{key},{place},+", parts))
        for reason in [*range(REASONS), "+"]:
            parts = tuple(f"{key},{place},{reason}" for place in places)
            self.relations.append(Relation(f"{key},+,{reason}", parts))

    def _sum(self, total: str, parts: list[str]) -> str:
        self.values[total] = sum(self.values[part] for part in parts)
        if parts:
            self.relations.append(Relation(total, tuple(parts)))
        return total

    def _layout(self, key: str, places: list[int]) -> Table:
        columns = [*map(str, range(REASONS)), "+"]
        rows = [*map(str, places), "+"]
        cells = tuple(tuple(f"{key},{row},{column}" for column in columns) for row in rows)
        return Table(key, tuple(rows), tuple(columns), cells)

    def system(self, tables: list[Table]) -> System:
        """Return the figures that are there when these tables have come."""
        months = {int("".join(filter(str.isdigit, table.key))) for table in tables}
        there = {
            cell
            for cell in self.values
            if int("".join(filter(str.isdigit, cell.partition(",")[0]))) <= max(months)
        }
        cells = (Cell(c, v, v) for c, v in self.values.items() if c in there)
        return System(cells, (r for r in self.relations if r.total in there))


@settings(max_examples=8, deadline=None)
@given(years(), st.sampled_from([3, 5]))
def test_no_release_of_a_year_narrows_what_was_withheld(year: Year, k: int) -> None:
    ledger, rule = Ledger(), Rule(k)
    done = None
    for tables in year.tables:
        if not tables:
            continue
        system = year.system(tables)
        asked = [cell for table in tables for cell in table.ids()]
        done = protect(system, rule, asked, ledger=ledger)
        name = tables[0].key
        ledger = ledger.append(
            compose(ledger, system, tables, done.figures, id=name, date="2026-12-31", k=k)
        )
    view = ledger.view()
    ranges = attack(view)
    for cell, bounds in view.known.items():
        figure_is_small = 0 < year.values[cell] < k
        if not bounds.exact:
            low, high = ranges[cell]
            if figure_is_small or bounds.low == 1:
                assert high is None or high - low >= k - 2, cell
            if figure_is_small and ",+" not in cell and cell.startswith("m"):
                assert low <= 1, cell
                assert high is None or high >= k - 1, cell
        else:
            assert not figure_is_small, cell
    if done is not None:
        result = check(json.loads(encode_release(ledger, done.certificate)))
        assert result.narrowest is None or result.narrowest >= k - 1
