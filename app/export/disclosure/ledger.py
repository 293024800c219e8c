"""What was published, in the order in which it was: a list that only grows.

A release is plain data (strings, whole numbers, None), so that a store or a file can keep it; each
carries the SHA-256 of the one before it. No true value of a withheld cell is ever in here.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property

import msgspec

from app.export.disclosure.attack import View
from app.export.disclosure.model import (
    MARKED,
    UNKNOWN,
    Bounds,
    Relation,
    State,
    System,
    shown,
)

Figure = int | State | None
"""What stands in a table: a count (0 is a true zero), a word, or None for a withheld count."""


class Mode(StrEnum):
    """How small counts are protected."""

    SUPPRESSION = "suppression"
    ROUNDING = "rounding"


class Table(msgspec.Struct, frozen=True):
    """A table as it is printed: keys of rows and columns, and the cell at each place.

    None at a place: no figure belongs there.
    """

    key: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[str | None, ...], ...]

    def ids(self) -> Iterator[str]:
        """Yield the cells of the table, row by row."""
        for row in self.cells:
            yield from (cell for cell in row if cell is not None)


class Release(msgspec.Struct, frozen=True, kw_only=True):
    """Tables that went out together, with every figure as it was printed.

    ``relations`` are those between cells of this and of earlier releases that no earlier release
    told, and ``base`` is the base of rounding (0 without). ``date`` is ISO 8601.
    """

    id: str
    date: str
    k: int
    mode: Mode
    base: int
    tables: tuple[Table, ...]
    figures: dict[str, Figure]
    relations: tuple[Relation, ...]
    previous: str

    def bounds(self, figure: Figure) -> Bounds:
        """Return what a figure of this release tells a reader."""
        if figure is None:
            return MARKED
        if isinstance(figure, State):
            return shown(0)
        if self.mode is Mode.ROUNDING:
            return Bounds(max(0, figure - self.base + 1), figure + self.base - 1)
        return shown(figure)

    def as_object(self) -> dict[str, object]:
        """Return the release in the form of docs/release-json.md, without its hash."""
        return {
            "id": self.id,
            "date": self.date,
            "k": self.k,
            "mode": self.mode.value,
            "base": self.base,
            "previous": self.previous,
            "tables": [
                {
                    "key": table.key,
                    "rows": list(table.rows),
                    "columns": list(table.columns),
                    "cells": [list(row) for row in table.cells],
                    "values": [
                        [None if cell is None else self.figures[cell] for cell in row]
                        for row in table.cells
                    ],
                }
                for table in self.tables
            ],
            "relations": [[total, *parts] for total, parts in self.relations],
        }

    @property
    def hash(self) -> str:
        """The SHA-256 of the release in canonical JSON: keys sorted, no blanks, UTF-8."""
        text = json.dumps(
            self.as_object(), sort_keys=True, separators=(",", ":"), ensure_ascii=False
        )
        return hashlib.sha256(text.encode()).hexdigest()


class Ledger(msgspec.Struct, frozen=True, dict=True):
    """All releases so far, the oldest first."""

    releases: tuple[Release, ...] = ()

    @property
    def last_hash(self) -> str:
        """The hash that the next release must carry; empty before the first."""
        return self.releases[-1].hash if self.releases else ""

    def append(self, release: Release) -> "Ledger":
        """Return the ledger with one release more.

        Raises:
            ValueError: it does not follow on the last one, its identifier is taken, it publishes
                what it has no figure for, or it contradicts what was published.
        """
        if release.previous != self.last_hash:
            raise ValueError(f"release {release.id} does not follow on the last one")
        if release.id in (each.id for each in self.releases):
            raise ValueError(f"there is a release {release.id} already")
        if {cell for table in release.tables for cell in table.ids()} != set(release.figures):
            raise ValueError(f"release {release.id}: figures and tables name other cells")
        longer = Ledger((*self.releases, release))
        longer.view()
        return longer

    def view(self) -> View:
        """Return what a reader of all releases knows."""
        return self._view

    # It is asked for at every step of a search, and the releases of years are long.
    @cached_property
    def _view(self) -> View:
        return joined(self.releases)

    @cached_property
    def promised(self) -> Mapping[str, int]:
        """The k that each withheld cell went out with, the smallest where there are several."""
        found: dict[str, int] = {}
        for release in self.releases:
            for cell, figure in release.figures.items():
                if not release.bounds(figure).exact:
                    found[cell] = min(release.k, found.get(cell, release.k))
        return found

    def checked_chain(self) -> "Ledger":
        """Return the same ledger, every link of it tried; errors as for :meth:`append`."""
        fresh = Ledger()
        for release in self.releases:
            fresh = fresh.append(release)
        return fresh


def joined(releases: Iterable[Release]) -> View:
    """Return what a reader of these releases knows, in whatever order they are.

    Raises:
        ValueError: two of them contradict each other in one cell.
    """
    relations: dict[Relation, None] = {}
    known: dict[str, Bounds] = {}
    for release in releases:
        for cell, figure in release.figures.items():
            known[cell] = known.get(cell, UNKNOWN).meet(release.bounds(figure))
            low, high = known[cell]
            if high is not None and high < low:
                raise ValueError(f"the releases contradict each other in {cell}")
        for relation in release.relations:
            relations[relation] = None
    for relation in relations:
        for cell in (relation.total, *relation.parts):
            known.setdefault(cell, UNKNOWN)
    return View(tuple(relations), known)


def compose(
    ledger: Ledger,
    system: System,
    tables: Sequence[Table],
    figures: Mapping[str, Figure],
    *,
    id: str,  # noqa: A002 - the field of the release
    date: str,
    k: int,
    mode: Mode = Mode.SUPPRESSION,
    base: int = 0,
) -> Release:
    """Return the next release of these figures, with the relations of the system that are new."""
    told = set(ledger.view().relations)
    return Release(
        id=id,
        date=date,
        k=k,
        mode=mode,
        base=base,
        tables=tuple(tables),
        figures=dict(figures),
        relations=tuple(relation for relation in system.relations if relation not in told),
        previous=ledger.last_hash,
    )
