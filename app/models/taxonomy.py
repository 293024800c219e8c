"""The dated code lists of reasons and advice.

A code is never reused or re-labelled in place: labels have a date from which they hold, and a code
is retired, renamed, split or merged by dated rows of the crosswalk.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from app.models.cipher import Database
from app.models.types import TermKind
from app.texts import Text


class ReasonGroup(msgspec.Struct, frozen=True, kw_only=True):
    """One of the five groups that reasons are counted by."""

    code: str
    label: Text


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """One code as it is labelled on a given day; ``short`` is for chips."""

    kind: TermKind
    code: str
    group: str
    label: Text
    short: Text
    valid_from: date
    retired_on: date | None

    def is_valid(self, on: date) -> bool:
        """Tell whether the code may be chosen for a contact on this day."""
        return self.valid_from <= on and (self.retired_on is None or on < self.retired_on)


class CrosswalkRow(msgspec.Struct, frozen=True, kw_only=True):
    """From ``valid_from`` on, what was ``from_code`` is recorded as ``to_code``."""

    kind: TermKind
    from_code: str
    to_code: str
    valid_from: date
    change: str


class Taxonomy:
    """Reads the code lists; they are written by project packages and :func:`load_standard`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def groups(self) -> tuple[ReasonGroup, ...]:
        """Return the reason groups in their fixed order."""
        rows = self._database.query("SELECT * FROM reason_group ORDER BY position")
        return tuple(
            ReasonGroup(code=r["code"], label=Text(r["label_da"], r["label_en"])) for r in rows
        )

    def terms(self, kind: TermKind, on: date) -> tuple[Term, ...]:
        """Return all codes of a list in their fixed order, labelled as on a day, retired ones too."""
        rows = self._database.query(
            "SELECT t.*, l.label_da, l.label_en, l.short_da, l.short_en FROM term t"
            " JOIN term_label l ON l.kind = t.kind AND l.code = t.code AND l.valid_from ="
            "  (SELECT coalesce(max(CASE WHEN x.valid_from <= :on THEN x.valid_from END),"
            "                   min(x.valid_from))"
            "   FROM term_label x WHERE x.kind = t.kind AND x.code = t.code)"
            " WHERE t.kind = :kind ORDER BY t.position",
            {"kind": kind, "on": on.isoformat()},
        )
        return tuple(
            Term(
                kind=kind,
                code=row["code"],
                group=row["group_code"] or "",
                label=Text(row["label_da"], row["label_en"]),
                short=Text(row["short_da"], row["short_en"]),
                valid_from=date.fromisoformat(row["valid_from"]),
                retired_on=date.fromisoformat(row["retired_on"]) if row["retired_on"] else None,
            )
            for row in rows
        )

    def codes(self, kind: TermKind) -> frozenset[str]:
        """Return every code of a list, retired ones too."""
        rows = self._database.execute("SELECT code FROM term WHERE kind = ?", (kind,))
        return frozenset(code for (code,) in rows)

    def suggestions(self) -> dict[str, tuple[str, ...]]:
        """Return for each reason the advice that is most often given, the likeliest first."""
        found: dict[str, tuple[str, ...]] = {}
        query = "SELECT * FROM advice_suggestion ORDER BY reason_code, position"
        for row in self._database.query(query):
            so_far = found.get(row["reason_code"], ())
            found[row["reason_code"]] = (*so_far, row["advice_code"])
        return found

    def crosswalk(self) -> tuple[CrosswalkRow, ...]:
        """Return the dated changes of codes, oldest first."""
        rows = self._database.query("SELECT * FROM crosswalk ORDER BY valid_from, from_code")
        return tuple(msgspec.convert(row, CrosswalkRow, strict=False) for row in rows)

    def retire(self, kind: TermKind, code: str, on: date) -> None:
        """Let a code be chosen for the last time on the day before ``on``; counts keep it."""
        self._database.execute(
            "UPDATE term SET retired_on = ? WHERE kind = ? AND code = ?",
            (on.isoformat(), kind, code),
        )


def load_standard(database: Database, folder: Path) -> None:
    """Write the taxonomy that lies as CSV files in ``folder`` into a new store."""
    for position, row in enumerate(_rows(folder / "groups.csv")):
        database.execute(
            "INSERT INTO reason_group VALUES (?, ?, ?, ?)",
            (row["code"], position, row["label_da"], row["label_en"]),
        )
    for position, row in enumerate(_rows(folder / "terms.csv")):
        key = (row["kind"], row["code"])
        dates = (row["valid_from"], row["retired_on"] or None)
        database.execute(
            "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?)",
            (*key, row["group"] or None, position, *dates),
        )
        labels = (row["label_da"], row["label_en"], row["short_da"], row["short_en"])
        database.execute(
            "INSERT INTO term_label VALUES (?, ?, ?, ?, ?, ?, ?)", (*key, dates[0], *labels)
        )
    for position, row in enumerate(_rows(folder / "suggestions.csv")):
        database.execute(
            "INSERT INTO advice_suggestion VALUES (?, ?, ?)",
            (row["reason"], row["advice"], position),
        )


def standard_codes(folder: Path) -> frozenset[str]:
    """Return the codes of reasons and advice that lie as CSV files in ``folder``."""
    return frozenset(row["code"] for row in _rows(folder / "terms.csv"))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    import csv  # needed for the files only, and a store is opened every day

    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
