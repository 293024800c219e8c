"""The code lists: fixed codes, dated labels, and a crosswalk for what changes."""

import csv
import re
from datetime import date

import pytest

from app.models.cipher import IntegrityError
from app.models.store import Store
from app.models.taxonomy import CrosswalkRow, Term
from app.models.types import TermKind
from app.paths import resource
from app.texts import Text

TODAY = date(2026, 11, 21)


def term(store: Store, code: str, on: date = TODAY, kind: TermKind = TermKind.REASON) -> Term:
    (found,) = [each for each in store.taxonomy.terms(kind, on) if each.code == code]
    return found


def relabel(store: Store, code: str, valid_from: str, danish: str) -> None:
    store.database.execute(
        "INSERT INTO term_label VALUES ('reason', ?, ?, ?, 'English', ?, 'Short')",
        (code, valid_from, danish, danish[:5]),
    )


def test_a_new_store_has_the_standard_lists_in_their_order(store: Store) -> None:
    with resource("taxonomy", "terms.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for kind in TermKind:
        expected = [row["code"] for row in rows if row["kind"] == kind]
        terms = store.taxonomy.terms(kind, TODAY)
        assert [each.code for each in terms] == expected
        assert store.taxonomy.codes(kind) == frozenset(expected)
        assert all(each.is_valid(TODAY) for each in terms)
        assert all(each.label.da and each.label.en and each.short.da for each in terms)
    assert [group.code for group in store.taxonomy.groups()] == ["P", "S", "F", "R", "O"]
    assert store.taxonomy.groups()[0].label == Text("Fysiske gener", "Physical")


def test_every_reason_has_a_group_and_no_advice_has_one(store: Store) -> None:
    groups = {group.code for group in store.taxonomy.groups()}
    assert {each.group for each in store.taxonomy.terms(TermKind.REASON, TODAY)} == groups
    assert {each.group for each in store.taxonomy.terms(TermKind.ADVICE, TODAY)} == {""}


def test_no_spreadsheet_takes_a_code_for_a_number_or_a_date(store: Store) -> None:
    codes = store.taxonomy.codes(TermKind.REASON) | store.taxonomy.codes(TermKind.ADVICE)
    assert all(re.fullmatch(r"[A-Z][0-9]{2}", code) for code in codes)


def test_suggestions_are_codes_of_the_lists_the_likeliest_first(store: Store) -> None:
    suggestions = store.taxonomy.suggestions()
    assert suggestions["P01"][:3] == ("A04", "A01", "A03")
    assert suggestions.keys() <= store.taxonomy.codes(TermKind.REASON)
    assert {code for codes in suggestions.values() for code in codes} <= store.taxonomy.codes(
        TermKind.ADVICE
    )


def test_a_label_holds_from_its_day_and_the_code_stays(store: Store) -> None:
    relabel(store, "P01", "2026-06-01", "Ryg")
    relabel(store, "P01", "2027-01-01", "Nedre ryg")
    labels = {
        day: term(store, "P01", day).label.da
        for day in (date(2026, 5, 31), date(2026, 6, 1), date(2026, 12, 31), date(2027, 1, 1))
    }
    assert list(labels.values()) == ["Lænderyg", "Ryg", "Ryg", "Nedre ryg"]
    assert term(store, "P01").short.da == "Ryg"


def test_before_its_first_day_a_code_still_has_a_name_but_cannot_be_chosen(store: Store) -> None:
    early = term(store, "P01", date(2017, 12, 31))
    assert early.label.da == "Lænderyg"
    assert not early.is_valid(date(2017, 12, 31))
    assert early.is_valid(date(2018, 1, 1))


def test_a_retired_code_stays_in_the_list_but_cannot_be_chosen_from_that_day(store: Store) -> None:
    store.taxonomy.retire(TermKind.REASON, "R04", date(2026, 7, 1))
    retired = term(store, "R04")
    assert retired.retired_on == date(2026, 7, 1)
    assert retired.is_valid(date(2026, 6, 30))
    assert not retired.is_valid(date(2026, 7, 1))
    assert "R04" in store.taxonomy.codes(TermKind.REASON)
    assert term(store, "A08", kind=TermKind.ADVICE).retired_on is None


def test_changes_of_codes_are_read_oldest_first(store: Store) -> None:
    rows = [("P01", "P06", "2026-07-01", "merge"), ("S01", "S05", "2025-01-01", "split")]
    for old, new, day, change in rows:
        store.database.execute(
            "INSERT INTO crosswalk VALUES ('reason', ?, ?, ?, ?)", (old, new, day, change)
        )
    assert store.taxonomy.crosswalk() == (
        CrosswalkRow(
            kind=TermKind.REASON,
            from_code="S01",
            to_code="S05",
            valid_from=date(2025, 1, 1),
            change="split",
        ),
        CrosswalkRow(
            kind=TermKind.REASON,
            from_code="P01",
            to_code="P06",
            valid_from=date(2026, 7, 1),
            change="merge",
        ),
    )


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO crosswalk VALUES ('reason', 'P01', 'X99', '2026-01-01', 'rename')",
        "INSERT INTO term_label VALUES ('reason', 'X99', '2026-01-01', 'a', 'b', 'c', 'd')",
        "INSERT INTO term VALUES ('reason', 'P01', 'P', 99, '2026-01-01', NULL)",  # a code again
        "INSERT INTO term VALUES ('reason', 'P99', 'X', 99, '2026-01-01', NULL)",  # no such group
        "INSERT INTO term VALUES ('reason', 'P99', NULL, 99, '2026-01-01', NULL)",
        "INSERT INTO term VALUES ('advice', 'A99', 'P', 99, '2026-01-01', NULL)",
        "DELETE FROM term WHERE code = 'P01'",
        "DELETE FROM reason_group WHERE code = 'P'",
    ],
)
def test_the_lists_cannot_contradict_themselves(store: Store, statement: str) -> None:
    with pytest.raises(IntegrityError):
        store.database.execute(statement)
