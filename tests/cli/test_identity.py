"""Who is who, from a script: code words, links, merged records, possible duplicates."""

import json
from datetime import date

import pytest

from app.models.registration import InquiryDraft, register
from app.models.store import Store
from app.models.types import Person
from tests.cli.conftest import Installation
from tests.records import add_contact, add_person


@pytest.fixture
def store(installation: Installation) -> Store:
    return installation.open()


@pytest.fixture
def lone(store: Store) -> Person:
    person = add_person(store, "Lone Bæk", birth_year=1974, phone="20304050")
    add_contact(store, person, date(2026, 9, 1))
    return person


@pytest.fixture
def again(store: Store) -> Person:
    person = add_person(store, "Baek, Lone", birth_year=1974)
    add_contact(store, person, date(2026, 10, 1))
    store.close()
    return person


def found(installation: Installation, text: str) -> dict[str, int]:
    answer = json.loads(installation.run("people", "find", text, "--format", "json").stdout)
    return {person["person"]: person["contacts"] for person in answer}


def test_two_records_are_merged_and_split(
    installation: Installation, lone: Person, again: Person
) -> None:
    refused = installation.run("people", "merge", lone.id, again.id)
    assert refused.exit_code == 2
    assert "--yes" in refused.stderr
    done = installation.run("people", "merge", lone.id, again.id, "--yes")
    assert (done.exit_code, done.stdout) == (0, f"{lone.id}\n")
    assert found(installation, "lone") == {lone.id: 2}
    for command in ("show", "export", "erase"):
        out = ["--out", str(installation.folder / "out")] if command != "show" else []
        yes = ["--yes"] if command == "erase" else []
        asked = installation.run("people", command, again.id, *out, *yes)
        assert asked.exit_code == 1
        assert lone.id in asked.stderr
    assert installation.run("people", "split", again.id).stdout == f"{again.id}\n"
    assert found(installation, "lone") == {lone.id: 1, again.id: 1}
    assert installation.run("people", "split", again.id).exit_code == 1


def test_possible_duplicates_are_listed_with_their_reasons(
    installation: Installation, lone: Person, again: Person
) -> None:
    told = installation.run("people", "duplicates").stdout.splitlines()
    assert told == [
        "80  samme navn, byttet om, samme fødselsår",
        f"  {lone.id}  Lone Bæk  1974  20 30 40 50",
        f"  {again.id}  Baek, Lone  1974",
    ]
    english = installation.run("people", "duplicates", again.id, language="en").stdout
    assert english.startswith("80  same name, swapped, same year of birth\n")
    (pair,) = json.loads(installation.run("people", "duplicates", "--format", "json").stdout)
    assert [person["person"] for person in pair["persons"]] == [lone.id, again.id]
    assert pair["points"] == 80
    assert pair["reasons"][0] == {"da": "samme navn, byttet om", "en": "same name, swapped"}


def test_a_code_word_leads_to_the_contact_that_is_linked(
    installation: Installation, store: Store, lone: Person
) -> None:
    draft = InquiryDraft(date=date(2026, 11, 12), code_word="blå cykel", reasons=("P01",))
    inquiry = register(store, draft).inquiry
    store.close()

    def contacts() -> list[dict[str, str | None]]:
        asked = installation.run("people", "codewords", "cykel", "--format", "json")
        (word,) = json.loads(asked.stdout)
        listed: list[dict[str, str | None]] = word["contacts"]
        return listed

    assert contacts() == [{"inquiry": inquiry.id, "date": "2026-11-12", "person": None}]
    wrong = installation.run("people", "link", inquiry.id, lone.id, "--consent", "snart")
    assert wrong.exit_code == 1
    linked = installation.run("people", "link", inquiry.id, lone.id, "--consent", "2026-11-20")
    assert (linked.exit_code, linked.stdout) == (0, f"{inquiry.id}\n")
    assert contacts()[0]["person"] == lone.id
    document = json.loads(installation.run("people", "show", lone.id, "--format", "json").stdout)
    assert document["contacts"][1]["code_word"] == "blå cykel"
    assert document["contacts"][1]["linked"]["consent_on"] == "2026-11-20"
    text = installation.run("people", "show", lone.id).stdout
    assert "Anonym, siden knyttet til personen: samtykke 20-11-2026" in text
    lines = installation.run("people", "codewords", "blå").stdout.splitlines()
    assert lines == ["blå cykel", f"  {inquiry.id}  2026-11-12  {lone.id}"]
    assert installation.run("people", "unlink", inquiry.id).exit_code == 0
    assert contacts()[0]["person"] is None
    assert installation.run("people", "unlink", inquiry.id).exit_code == 1
