"""What the evaluation prints beside what a tally counts."""

import csv
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import msgspec

from app.models.rules import percent
from app.models.tally_types import Tally
from app.paths import resource
from app.texts import Text

TABLES = {
    "contacts": Text("Henvendelser", "Inquiries"),
    "workplaces": Text(
        "Registrerede personer pr. arbejdsplads", "Registered persons per workplace"
    ),
    "persons": Text("Registrerede personer", "Registered persons"),
    "reasons": Text("Årsager ved første henvendelse", "Reasons at first inquiries"),
    "advice": Text("Råd ved første henvendelse", "Advice at first inquiries"),
}
"""The compared tables, in their order."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """One printed figure and the counted one.

    ``printed`` is empty where the evaluation gives only the percentage, and ``40-50`` where it
    gives a range. Percentages are whole, None where none is printed.
    """

    table: str
    label: Text
    printed: str
    printed_percent: int | None
    counted: int
    counted_percent: int | None

    @property
    def agrees(self) -> bool:
        """Tell whether the count is the printed one, or in the printed range, percentage too."""
        low, _, high = self.printed.partition("-")
        in_range = not low or int(low) <= self.counted <= int(high or low)
        return in_range and self.printed_percent == self.counted_percent


def compare(tally: Tally) -> tuple[Comparison, ...]:
    """Return every printed figure beside the one in ``tally``."""
    figures: dict[str, Any] = msgspec.to_builtins(tally)
    figures["by_workplace"] = {row["workplace"]: row for row in figures["by_workplace"]}
    with resource("demo", "published.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_compared(row, figures) for row in csv.DictReader(file))


def _compared(row: dict[str, str], figures: dict[str, Any]) -> Comparison:
    counted = sum(_figure(figures, path) for path in row["figures"].split("+"))
    total = _figure(figures, row["of"]) if row["of"] else 0
    return Comparison(
        table=row["table"],
        label=Text(row["label_da"], row["label_en"]),
        printed=row["count"],
        printed_percent=_whole(row["percent"]) if row["percent"] else None,
        counted=counted,
        counted_percent=percent(counted, total) if total else None,
    )


def _figure(figures: dict[str, Any], path: str) -> int:
    found: Any = figures
    for key in path.split("."):
        found = found[key]
    return int(found)


def _whole(printed: str) -> int:
    return int(Decimal(printed).quantize(Decimal(1), ROUND_HALF_UP))
