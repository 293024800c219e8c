"""Projects for the tests: months of workplaces by reasons, with tables to date."""

import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.export.disclosure.ledger import Ledger, Table, compose
from app.export.disclosure.model import Cell, Relation, System
from app.export.disclosure.protection import Protected, protect
from app.export.disclosure.threshold import Rule

ALL = "+"
Counts = Sequence[Sequence[int]]


class Project(NamedTuple):
    """Cells ``m3,ALFA,sleep`` of month 3 and ``y3,ALFA,sleep`` of the months up to it."""

    system: System
    tables: Mapping[str, Table]
    months: int

    def up_to(self, month: int) -> System:
        """Return the figures that are there at the end of a month."""
        return self.system.within(
            {cell for cell in self.system.cells if int(cell.partition(",")[0][1:]) <= month}
        )

    def of_month(self, month: int) -> list[Table]:
        """Return the tables that go out for a month."""
        keys = (f"m{month}", f"y{month}") if month > 1 else ("m1",)
        return [self.tables[key] for key in keys]


def project(months: Sequence[Counts]) -> Project:
    """Return a project of these counts; every count is of as many persons."""
    places = [*range(len(months[0])), ALL]
    reasons = [*range(len(months[0][0])), ALL]
    values: dict[str, int] = {}
    relations: list[Relation] = []
    tables: dict[str, Table] = {}
    for month, counts in enumerate(months, 1):
        for kind in ("m", "y") if month > 1 else ("m",):
            key = f"{kind}{month}"
            for place in places:
                for reason in reasons:
                    cell = f"{key},{place},{reason}"
                    if kind == "m":
                        values[cell] = _sum(counts, place, reason)
                    else:
                        before = f"{'y' if month > 2 else 'm'}{month - 1},{place},{reason}"
                        parts = (before, f"m{month},{place},{reason}")
                        values[cell] = values[before] + values[parts[1]]
                        relations.append(Relation(cell, parts))
            relations.extend(
                Relation(f"{key},{p},{ALL}", tuple(f"{key},{p},{r}" for r in reasons[:-1]))
                for p in places
            )
            relations.extend(
                Relation(f"{key},{ALL},{r}", tuple(f"{key},{p},{r}" for p in places[:-1]))
                for r in reasons
            )
            tables[key] = Table(
                key,
                tuple(map(str, places)),
                tuple(map(str, reasons)),
                tuple(tuple(f"{key},{p},{r}" for r in reasons) for p in places),
            )
    cells = (Cell(cell, value, value) for cell, value in values.items())
    return Project(System(cells, relations), tables, len(months))


def _sum(counts: Counts, place: int | str, reason: int | str) -> int:
    rows = counts if place == ALL else [counts[int(place)]]
    return sum(sum(row) if reason == ALL else row[int(reason)] for row in rows)


def invented(places: int, reasons: int, months: int, contacts: int, seed: int) -> Project:
    """Return a project with so many contacts a month, some places and reasons being frequent."""
    draw = random.Random(seed)
    of_places = [draw.gammavariate(1, 1) for _ in range(places)]
    of_reasons = [draw.gammavariate(1, 1) for _ in range(reasons)]
    found = []
    for _ in range(months):
        counts = [[0] * reasons for _ in range(places)]
        for _ in range(contacts):
            place = draw.choices(range(places), of_places)[0]
            counts[place][draw.choices(range(reasons), of_reasons)[0]] += 1
        found.append(counts)
    return project(found)


def release_month(one: Project, month: int, ledger: Ledger, rule: Rule) -> tuple[Ledger, Protected]:
    """Protect the tables of a month with all earlier ones, and add them to the ledger."""
    system, tables = one.up_to(month), one.of_month(month)
    done = protect(system, rule, [c for t in tables for c in t.ids()], ledger=ledger)
    name = f"2026-{month:02}"
    release = compose(ledger, system, tables, done.figures, id=name, date=f"{name}-28", k=rule.k)
    return ledger.append(release), done


def release_all(one: Project, rule: Rule) -> tuple[Ledger, Protected]:
    """Release every month of a project; return the ledger and what came of the last month."""
    ledger, done = release_month(one, 1, Ledger(), rule)
    for month in range(2, one.months + 1):
        ledger, done = release_month(one, month, ledger, rule)
    return ledger, done
