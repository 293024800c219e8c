"""The columns and codes of a version stay as they are: a script for one pack runs on all of them.

Where one has to change, it becomes a new version, in a file of its own; an older one is never edited.
"""

import hashlib
from enum import StrEnum

import pytest

from app.export.evaluator import codes
from app.export.evaluator.quasi import LADDERS, QUASI_COLUMNS
from app.export.evaluator.schema import VERSION, Field, read_schema, schema_bytes
from app.models.store import Store
from app.models.types import Channel, ContactKind, Gender, Role, Sector, SickLeave, TermKind
from app.paths import resource
from tests.export.evaluator.made_up import QUASI

FROZEN = {
    "1": "9acac68a8fd22c299b2f7ff65367e91c53bae22d1df70a4643ff8b521c775949",
    "2": "48d4f801701b40b7796225e20561a440f7df152fca374d14610013385fcb2353",
}
"""SHA-256 of the schema of each version as it was shipped first."""


def enum_of(column: str) -> set[str]:
    fields = [field for each in read_schema().resources for field in each.schema.fields]
    found: Field = next(field for field in fields if field.name == column)
    return set(found.constraints["enum"])


@pytest.mark.parametrize("version", FROZEN)
def test_every_version_is_what_was_shipped(version: str) -> None:
    kept = resource("schema", f"evaluator-{version}.json").read_bytes()
    assert hashlib.sha256(kept).hexdigest() == FROZEN[version]


def test_packs_are_written_in_the_last_version_and_say_so() -> None:
    assert max(FROZEN) == VERSION
    assert read_schema().format == f"vejviser-evaluator/{VERSION}"
    assert hashlib.sha256(schema_bytes()).hexdigest() == FROZEN[VERSION]


def test_the_columns_are_those_of_version_2() -> None:
    assert {each.name: each.columns for each in read_schema().resources} == {
        "contacts": (
            *("contact_id", "origin", "rung", "period_step", "period_from", "period_to", "sector"),
            *("workplace_size", "gender", "age", "role", "kind", "channel", "reason_groups"),
            "sick_leave",
        ),
        "contact_reasons": ("contact_id", "mention", "origin", "reason_group", "reason"),
        "contact_advice": ("contact_id", "mention", "origin", "advice"),
        "visits": (
            *("origin", "period_from", "period_to", "sector", "workplace_size", "status"),
            *("held", "zero_contact", "hours"),
        ),
        "tallies": ("origin", "table", "code", "count_status", "count"),
        "group_sizes": ("origin", "persons", "groups"),
        "reason_groups": ("origin", "reason_group", "label_da", "label_en"),
        "reasons": ("origin", "reason", "label_da", "label_en"),
        "advice": ("origin", "advice", "label_da", "label_en"),
    }
    assert QUASI_COLUMNS == QUASI


@pytest.mark.parametrize(
    ("column", "vocabulary", "more"),
    [
        ("origin", codes.Origin, ()),
        ("sector", Sector, (codes.NO_WORKPLACE, codes.WITHHELD)),
        ("workplace_size", codes.Size, (codes.NO_WORKPLACE, codes.WITHHELD)),
        ("gender", Gender, (codes.NOT_TOLD, codes.WITHHELD)),
        ("role", Role, ("function", codes.NOT_TOLD, codes.WITHHELD)),
        ("kind", ContactKind, (*codes.WIDE_KINDS.values(), codes.WITHHELD)),
        ("channel", Channel, (*codes.WIDE_CHANNELS.values(), codes.WITHHELD)),
        ("sick_leave", SickLeave, (codes.NOT_TOLD, codes.WITHHELD)),
        ("status", codes.VisitState, ()),
        ("count_status", codes.CountStatus, ()),
    ],
)
def test_every_code_that_the_program_knows_is_in_version_2(
    column: str, vocabulary: type[StrEnum], more: tuple[str, ...]
) -> None:
    assert enum_of(column) == {one.value for one in vocabulary if one} | set(more)


def test_ages_and_wider_ones_are_in_version_2() -> None:
    known = {*codes.AGES.values(), *codes.WIDE_AGES.values(), codes.WITHHELD}
    assert enum_of("age") == known


def test_every_reason_and_advice_of_the_taxonomy_is_in_version_2(store: Store) -> None:
    assert enum_of("reason") == store.taxonomy.codes(TermKind.REASON) | {codes.WITHHELD}
    assert enum_of("advice") == store.taxonomy.codes(TermKind.ADVICE) | {codes.WITHHELD}
    assert enum_of("reason_group") == {group.code for group in store.taxonomy.groups()}


def test_every_code_is_explained_and_no_spreadsheet_takes_one_for_a_number() -> None:
    schema = read_schema()
    for column, explained in schema.codes.items():
        if column != "table":
            assert enum_of(column) == set(explained)
        for code, words in explained.items():
            assert code[0].isalpha()
            assert words.da
            assert words.en


def test_all_that_is_lost_adds_up_to_100() -> None:
    assert sum(ladder.losses[-1] for ladder in LADDERS) == 100
    for ladder in LADDERS:
        assert list(ladder.losses) == sorted(ladder.losses)
