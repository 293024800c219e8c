"""A reader with a pencil: what can be worked out from released tables, without any of our code.

Reads the figures and where they stand from the files of releases, nothing else: not the relations
written there, not the certificate. What a reader knows of how things are counted is put down here a
second time, as a linear programme over workplaces and single months.
"""

import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import highspy

_SPLIT = {
    "kinds": ("contacts", ("contacts", "all")),
    "gender": ("persons.gender", ("contacts", "first")),
    "age": ("persons.age", ("contacts", "first")),
    "sector": ("persons.sector", ("contacts", "first")),
    "role": ("roles", ("contacts", "all")),
    "sick_leave": ("sick_leave", ("contacts", "all")),
    "channel": ("channels", ("contacts", "all")),
    "groups": ("reasons.all.by_group", ("reasons.all", "total")),
    "reasons": ("reasons.all.by_code", ("reasons.all", "total")),
    "advice": ("advice.all.by_code", ("advice.all", "total")),
}
_ACTIVITY = ("visits", "outside")

Variable = tuple[str, str, str, str]
"""Whose, the month with its edition, measure, and code."""


class Published(NamedTuple):
    """A figure: whose it is, the editions of the months it covers, measure, code."""

    whose: str
    months: tuple[str, ...]
    measure: str
    code: str

    def sum(self) -> dict[Variable, float]:
        """Return the figure as a sum of those of single months."""
        return {(self.whose, month, self.measure, self.code): 1.0 for month in self.months}


def parsed(cell: str) -> Published:
    """Return what an identifier says."""
    whose, span, measure, rest = cell.split("|")
    code, _, marks = rest.rstrip("!").partition("@")
    listed = [mark for mark in marks.split(",") if mark]
    editions = dict(mark.split(".") for mark in listed if "." in mark)
    if ".." not in span and "-Q" not in span:
        return Published(whose, (span + (f"@{marks}" if marks else ""),), measure, code)
    if "-Q" in span:
        last = 3 * int(span[-1])
        numbers = [f"{n:02}" for n in range(last - 2, last + 1)]
    else:
        numbers = [f"{n:02}" for n in range(1, int(span[-2:]) + 1)]
    left = {mark[1:] for mark in listed if mark.startswith("-")}
    months = tuple(
        f"{span[:4]}-{n}" + (f"@{editions[n]}" if n in editions else "")
        for n in numbers
        if n not in left
    )
    return Published(whose, months, measure, code)


class Reader:
    """Collects what files tell, and computes ranges.

    ``sectors`` are those of the workplaces by their codes: everybody knows them.
    """

    def __init__(self, files: Iterable[Path], sectors: Mapping[str, str]) -> None:
        self.shown: dict[str, int] = {}
        self.hidden: dict[str, int] = {}
        self._columns: dict[Variable, int] = {}
        self._rows: dict[tuple[tuple[tuple[int, float], ...], float, float], None] = {}
        self._sectors = sectors
        for path in files:
            for release in json.loads(path.read_text("utf-8"))["releases"]:
                for table in release["tables"]:
                    self._read(table, release["k"])
        for cell, value in self.shown.items():
            self._row(parsed(cell).sum(), value, value)
        for cell in self.hidden:
            self._row(parsed(cell).sum(), 1, math.inf)
        self._rules()
        self._solver = self._programme()

    def narrowed(self) -> list[tuple[str, float, float]]:
        """Return the withheld figures about people of which fewer than k−1 values are left."""
        found = []
        for cell, k in self.hidden.items():
            figure = parsed(cell)
            if cell.endswith("!") or cell in self.shown:
                continue
            low, high = self.range(figure.sum())
            if high - low < k - 2:
                found.append((cell, low, high))
        return found

    def range(self, figure: Mapping[Variable, float]) -> tuple[float, float]:
        """Return the least and the greatest value, in whole numbers."""
        low = self._extreme(figure, highspy.ObjSense.kMinimize)
        high = self._extreme(figure, highspy.ObjSense.kMaximize)
        return math.ceil(low - 1e-6), high if high == math.inf else math.floor(high + 1e-6)

    def variables(self, whose: str, month: str) -> list[Variable]:
        """Return the figures about people of a month that the tables say anything of."""
        return [
            each
            for each in self._columns
            if each[:2] == (whose, month)
            and each[2] not in (*_ACTIVITY, "new")
            and each[2:] != ("contacts", "all")
        ]

    def _read(self, table: dict, k: int) -> None:
        for cells, values in zip(table["cells"], table["values"], strict=True):
            for cell, value in zip(cells, values, strict=True):
                if cell is None:
                    continue
                if value is None:
                    self.hidden[cell] = min(k, self.hidden.get(cell, k))
                else:
                    self.shown[cell] = value if isinstance(value, int) else 0
        for number in range(len(table["columns"])):
            column = [row[number] for row in table["cells"]]
            self._add_column(table["key"], dict(zip(table["rows"], column, strict=True)))
        if table["key"] == "quarter":
            for row in table["cells"]:
                self._whole(row[-1], row[:-1])

    def _add_column(self, key: str, column: dict[str, str]) -> None:
        if key in _SPLIT:
            self._add_up(column["all"], [c for row, c in column.items() if row != "all"])
        elif key.startswith("restated"):
            for family in {row.partition(".")[0] for row in column} - {"activity"}:
                own = {r: c for r, c in column.items() if r.startswith(f"{family}.")}
                total = own.pop(f"{family}.all")
                self._add_up(total, list(own.values()))
        elif key.startswith("activity") and "all" in column:
            parts = [c for row, c in column.items() if row != "all" and c is not None]
            if parts:
                self._whole(column["all"], parts)
        elif key == "quarter":
            self._whole(column["project"], [c for r, c in column.items() if r != "project"])

    def _add_up(self, total: str, parts: list[str]) -> None:
        """Add a list of codes up, month by month; a sum alone says nothing."""
        if not parts:
            return
        for place, month in enumerate(parsed(total).months):
            whole = parsed(total)
            terms = {(whole.whose, month, whole.measure, whole.code): -1.0}
            for part in map(parsed, parts):
                terms[part.whose, part.months[place], part.measure, part.code] = 1.0
            self._row(terms, 0, 0)

    def _whole(self, total: str, parts: list[str]) -> None:
        terms = dict.fromkeys(parsed(total).sum(), -1.0)
        for part in parts:
            terms |= parsed(part).sum()
        self._row(terms, 0, 0)

    def _rules(self) -> None:
        for whose, month, measure, code in list(self._columns):
            if measure.endswith("by_code"):
                self._at_most(
                    {(whose, month, measure, code): 1.0}, (whose, month, "contacts", "all")
                )
            if measure == "reasons.all.by_group":
                codes = {
                    self._as_of((whose, month, "reasons.all.by_code", each[3])): 1.0
                    for each in list(self._columns)
                    if (each[0], each[2]) == (whose, "reasons.all.by_code")
                    and each[3][0] == code
                    and each[1][:7] == month[:7]
                }
                if codes:
                    self._row(codes | {(whose, month, measure, code): -1.0}, 0, 0)
            if (measure, code) == ("visits", "held"):
                zero = (whose, month, "visits", "zero")
                held = (whose, month, measure, code)
                self._at_most({zero: 1.0}, held)
                busy, contacts = {held: 1.0, zero: -1.0}, (whose, month, "contacts", "all")
                self._at_most(busy, contacts)
                # Who was talked to at a visit did not call, and concerns a workplace.
                remote = {
                    (whose, month, "channels", code): 1.0
                    for code in ("phone", "email", "video", "elsewhere")
                    if (whose, month, "channels", code) in self._columns
                }
                self._at_most(busy | remote, contacts)
                nowhere = (whose, month, "contacts", "phone_no_workplace")
                if nowhere in self._columns:
                    self._at_most(busy | {nowhere: 1.0}, contacts)
            if (measure, code) == ("contacts", "phone_no_workplace") and whose == "project":
                nowhere = (whose, month, measure, code)
                self._at_most({nowhere: 1.0}, (whose, month, "channels", "phone"))
                new = ("outside", month, "new", "first")
                self._at_most({nowhere: 1.0, new: 1.0}, (whose, month, "outside", "all"))
            if measure == "persons.sector":
                self._sector(month, code)
        self._places()

    def _sector(self, month: str, sector: str) -> None:
        """First contacts of a sector are those of its workplaces, at most all their contacts."""
        terms = {("project", month, "persons.sector", sector): -1.0}
        for place, its in self._sectors.items():
            contacts = self._as_of((f"place:{place}", month, "contacts", "all"))
            if its == sector and contacts in self._columns:
                new = (f"place:{place}", month, "new", "first")
                terms[new] = 1.0
                self._at_most({new: 1.0}, contacts)
                kind = self._as_of((f"place:{place}", month, "contacts", "first"))
                if kind in self._columns:
                    self._row({new: 1.0, kind: -1.0}, 0, 0)
        if sector == "not_told":
            terms["outside", month, "new", "first"] = 1.0
        if len(terms) > 1:
            self._row(terms, 0, 0)

    def _as_of(self, wanted: Variable) -> Variable:
        """Return a figure as it was in an edition: the newest cell until then."""
        whose, month, measure, code = wanted
        plain, _, edition = month.partition("@")
        for number in range(int(edition or 1), 1, -1):
            found = (whose, f"{plain}@{number}", measure, code)
            if found in self._columns:
                return found
        return whose, plain, measure, code

    def _places(self) -> None:
        """Workplaces together are no more than the project."""
        of_places: dict[Variable, dict[Variable, float]] = {}
        for each in self._columns:
            whole = ("project", *each[1:])
            if each[0].startswith("place:") and whole in self._columns:
                of_places.setdefault(whole, {})[each] = 1.0
        for whole, parts in of_places.items():
            self._at_most(parts, whole)
            if whole[2:] in (("contacts", "all"), ("channels", "workplace")):
                self._beside(whole, parts)

    def _beside(self, whole: Variable, parts: Iterable[Variable]) -> None:
        """Beside these workplaces, visits with contacts are no more than contacts either."""
        terms = dict.fromkeys(parts, 1.0)
        for sign, (whose, month, *_) in ((1.0, whole), *((-1.0, part) for part in parts)):
            held, zero = ((whose, month, "visits", code) for code in ("held", "zero"))
            if not {held, zero} <= self._columns.keys():
                return
            terms |= {held: sign, zero: -sign}
        nowhere = (*whole[:2], "contacts", "phone_no_workplace")
        if whole[2] == "contacts" and nowhere in self._columns:
            terms[nowhere] = 1.0
        self._at_most(terms, whole)

    def _at_most(self, terms: dict[Variable, float], bound: Variable) -> None:
        self._row(terms | {bound: -1.0}, -math.inf, 0)

    def _row(self, terms: Mapping[Variable, float], low: float, high: float) -> None:
        numbered = sorted(
            (self._columns.setdefault(each, len(self._columns)), factor)
            for each, factor in terms.items()
        )
        self._rows[tuple(numbered), float(low), float(high)] = None

    def _programme(self) -> highspy.Highs:
        solver = highspy.Highs()
        solver.silent()
        size = len(self._columns)
        solver.addVars(size, [0.0] * size, [math.inf] * size)
        for terms, low, high in self._rows:
            columns, factors = zip(*terms, strict=True)
            solver.addRow(low, high, len(terms), list(columns), list(factors))
        return solver

    def _extreme(self, figure: Mapping[Variable, float], sense: highspy.ObjSense) -> float:
        for each, factor in figure.items():
            self._solver.changeColCost(self._columns[each], factor)
        self._solver.changeObjectiveSense(sense)
        self._solver.run()
        status = self._solver.getModelStatus()
        value = self._solver.getInfo().objective_function_value
        for each in figure:
            self._solver.changeColCost(self._columns[each], 0.0)
        if status == highspy.HighsModelStatus.kOptimal:
            return value
        assert status != highspy.HighsModelStatus.kInfeasible, "the figures contradict each other"
        return math.inf
