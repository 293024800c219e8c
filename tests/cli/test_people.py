"""A person's rights from a script: found, shown, handed over, erased."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.models.types import Person
from tests.canaries import canaries, found_in
from tests.cli.conftest import Installation
from tests.records import add_contact, add_person, add_promise, add_workplace

NOTE = "kanarienote om ryggen"


@pytest.fixture
def lone(installation: Installation) -> Person:
    store = installation.open()
    lem = add_workplace(store, "VESTAS-LE", "Vestas i Lem")
    person = add_person(store, "Lone Kanarie", phone="20304050", birth_year=1974)
    first = add_contact(store, person, date(2026, 9, 1), workplace_id=lem.id, note=NOTE)
    add_contact(store, person, date(2026, 10, 1))
    add_promise(store, inquiry_id=first.id, person_id=person.id, text="kanarieaftale")
    store.close()
    return person


def test_a_person_is_found_by_any_part(installation: Installation, lone: Person) -> None:
    result = installation.run("people", "find", "kanarie")
    assert result.stdout == (f"{lone.id}  Lone Kanarie  f. 1974  20 30 40 50  henvendelser: 2\n")
    (found,) = json.loads(installation.run("people", "find", "2030", "--format", "json").stdout)
    assert found == {
        "person": lone.id,
        "name": "Lone Kanarie",
        "gender": "",
        "birth_year": 1974,
        "phone": "20304050",
        "contacts": 2,
        "last_contact": "2026-10-01",
    }
    nobody = installation.run("people", "find", "ukendt")
    assert (nobody.exit_code, nobody.stdout) == (0, "")


def test_everything_is_shown_in_both_languages(installation: Installation, lone: Person) -> None:
    danish = installation.run("people", "show", lone.id)
    assert (danish.exit_code, danish.stderr) == (0, "")
    assert f"Privat note: {NOTE}" in danish.stdout
    english = installation.run("people", "show", lone.id, language="en").stdout
    assert f"Private note: {NOTE}" in english
    document = json.loads(installation.run("people", "show", lone.id, "--format", "json").stdout)
    assert document["format"] == "vejviser-person/1"
    assert [contact["note"] for contact in document["contacts"]] == [NOTE, ""]


def test_the_files_have_the_bytes_that_are_shown(
    installation: Installation, lone: Person, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    result = installation.run(
        "people", "export", lone.id, "--out", out, "--format", "json", "--format", "pdf"
    )
    assert result.exit_code == 0, result.output
    written = [Path(line) for line in result.stdout.splitlines()]
    assert [path.suffix for path in written] == [".json", ".pdf"]
    shown = installation.run("people", "show", lone.id, "--format", "json").stdout
    assert written[0].read_text("utf-8") == shown
    assert written[1].read_bytes().startswith(b"%PDF-")


def test_nobody_is_erased_without_saying_yes(
    installation: Installation, lone: Person, tmp_path: Path
) -> None:
    result = installation.run("people", "erase", lone.id, "--out", tmp_path / "out")
    assert (result.exit_code, "--yes" in result.stderr) == (2, True)
    assert installation.run("people", "show", lone.id).exit_code == 0


def test_an_erasure_leaves_a_receipt_and_the_figures(
    installation: Installation, lone: Person, tmp_path: Path
) -> None:
    tally = ("tally", "--from", "2026-01", "--to", "2026-12", "--format", "json")
    before = installation.run(*tally).stdout
    backup = installation.run("backup")
    assert backup.exit_code == 0, backup.output
    out = tmp_path / "receipts"
    result = installation.run("people", "erase", lone.id, "--yes", "--out", out)
    assert (result.exit_code, result.stderr) == (0, "")
    receipts = [Path(line) for line in result.stdout.splitlines()]
    assert [path.suffix for path in receipts] == [".pdf", ".txt"]
    told = " ".join(receipts[1].read_text("utf-8").split())
    assert "Krypterede kopier, der stadig kan indeholde personen: 1." in told
    assert installation.run(*tally).stdout == before

    again = installation.run("people", "show", lone.id)
    assert (again.exit_code, again.stdout) == (1, "")
    assert installation.run("people", "find", "kanarie").stdout == ""
    store = installation.open()
    key = store.key
    store.close()
    assert key is not None
    secrets = canaries(key, ("Lone Kanarie", "20304050", NOTE, "kanarieaftale", lone.id))
    assert found_in(tmp_path, secrets) == []


def test_a_receipt_that_cannot_be_written_stops_the_erasure(
    installation: Installation, lone: Person
) -> None:
    taken = installation.file("taken", "a file")
    result = installation.run("people", "erase", lone.id, "--yes", "--out", taken / "below")
    assert result.exit_code == 1
    assert installation.run("people", "show", lone.id).exit_code == 0


@pytest.mark.parametrize(
    "words", [("show",), ("export", "--out", "x"), ("erase", "--yes", "--out", "x")]
)
def test_who_is_not_there_is_an_error_that_says_so(
    installation: Installation,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    result = installation.run("people", words[0], "nobody", *words[1:])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Der er ingen person med id »nobody«." in result.stderr
