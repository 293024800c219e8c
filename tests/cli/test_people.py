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


def test_before_a_yes_it_is_told_what_an_erasure_does(
    installation: Installation, lone: Person, tmp_path: Path
) -> None:
    store = installation.open()
    add_contact(store, None, date(2026, 10, 2), note="Kollega til Lone Kanarie")
    store.close()
    assert installation.run("backup").exit_code == 0
    result = installation.run("people", "erase", lone.id, "--out", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--yes" in result.stderr
    assert result.stderr.splitlines()[:4] == [
        "Lone Kanarie:",
        "Stamoplysninger, noter (1) og kladder (0) slettes.",
        (
            "Opfølgninger (1, åbne: 1) og henvisninger (0, åbne: 0) tømmes: kun deres datoer og koder"
            " tælles stadig."
        ),
        (
            "Personens henvendelser tælles stadig (2), med køn og aldersgruppe, men uden navn, note og"
            " fødselsår. Klokkeslæt slettes, undtagen hvor nogen kom flere gange på samme dag. Ingen"
            " opgørelse ændrer sig."
        ),
    ]
    assert "Krypterede kopier, der stadig kan indeholde personen: 1." in result.stderr
    named = "Tekster om andre, som ser ud til at nævne personen: 1. De slettes ikke; ret dem selv."
    assert named in result.stderr
    assert not (tmp_path / "out").exists()
    assert installation.run("people", "show", lone.id).exit_code == 0

    done = installation.run("people", "erase", lone.id, "--yes", "--out", tmp_path / "out")
    assert (done.exit_code, done.stderr) == (0, f"{named}\n")
    receipt = next((tmp_path / "out").glob("*.txt")).read_text("utf-8")
    assert "som ikke er ændret: 1." in " ".join(receipt.split())


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
