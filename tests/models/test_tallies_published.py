"""The imported registration gives every figure that the evaluation prints."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models.importing import import_inquiries, import_workplaces
from app.models.over_time import twelve_months
from app.models.periods import parse_period
from app.models.rules import percent
from app.models.tallies import tally
from app.models.tally_types import Tally
from app.models.types import TermKind
from app.paths import resource
from tests.stores import new_store

PUBLISHED = Path(__file__).parents[1] / "data" / "langtidsrask"
OTHER_ADVICE = "Øvrige"
GROUPS = {
    "Fysiske gener": "P",
    "Psykiske gener": "S",
    "Familieliv": "F",
    "Øvrige (regler, ordninger og andet)": "RO",
    "I alt": "PSFRO",
}


def published(name: str) -> list[dict[str, str]]:
    path = PUBLISHED / f"published_{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Tally, dict[str, str]]]:
    """The tally of the whole project, and the label of each advice."""
    store = new_store(tmp_path_factory.mktemp("published"))
    import_workplaces(store, resource("demo", "workplaces.csv").read_bytes())
    import_inquiries(store, resource("demo", "inquiries.csv").read_bytes())
    period = parse_period("2018-02", "2019-10")
    advice = store.taxonomy.terms(TermKind.ADVICE, period.last)
    months = twelve_months(store, period.last)
    assert sum(month.contacts for month in months) < 250
    yield tally(store, period), {term.label.da: term.code for term in advice}
    store.close()


def test_contacts(counted: tuple[Tally, dict[str, str]]) -> None:
    contacts = counted[0].contacts
    printed = {row["kind"]: row["count"] for row in published("contacts")}
    assert contacts.first == int(printed["unique registered persons"])
    assert contacts.phone_no_workplace == int(printed["telephone, not registered on a workplace"])
    assert contacts.all == int(printed["all contacts"])
    low, high = printed["returning contacts"].split("-")
    assert int(low) <= contacts.returning <= int(high)
    assert (contacts.returning, contacts.anonymous) == (45, 19)


def test_workplaces(counted: tuple[Tally, dict[str, str]]) -> None:
    rows = {row.workplace: row.first for row in counted[0].by_workplace}
    printed = {
        row["workplace"]: int(row["registered_persons"]) for row in published("by_workplace")
    }
    assert sum(rows.values()) == printed.pop("TOTAL") == 146
    assert rows == printed


def test_persons(counted: tuple[Tally, dict[str, str]]) -> None:
    persons = counted[0].persons
    total = counted[0].contacts.first
    for row in published("persons"):
        found = getattr(persons, row["dimension"])[row["value"]]
        if row["count"]:
            assert found == int(row["count"]), row
        assert percent(found, total) == int(float(row["percent"]) + 0.5), row


def test_reasons(counted: tuple[Tally, dict[str, str]]) -> None:
    reasons = counted[0].reasons.first
    for row in published("reasons"):
        found = sum(reasons.by_group[group] for group in GROUPS[row["category"]])
        assert found == int(row["count"]), row
        assert percent(found, reasons.total) == int(row["percent"]), row


def test_advice(counted: tuple[Tally, dict[str, str]]) -> None:
    advice, codes = counted[0].advice.first, counted[1]
    rows = {row["advice"]: row for row in published("advice")}
    total = rows.pop("I alt")
    assert advice.total == int(total["count"]) == 207
    others = rows.pop(OTHER_ADVICE)
    found = {label: advice.by_code[codes[label]] for label in rows}
    found[OTHER_ADVICE] = advice.total - sum(found.values())
    for label, row in (rows | {OTHER_ADVICE: others}).items():
        assert found[label] == int(row["count"]), label
        assert percent(found[label], advice.total) == int(row["percent"]), label
