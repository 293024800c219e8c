"""Inquiries are found from a script as in the window, with the ids that other commands take."""

import re
from datetime import date
from pathlib import Path

import pytest

from app.models.types import AgeBand, Channel, Inquiry
from tests.cli.conftest import Installation, as_json
from tests.records import add_contact, add_person, add_workplace

DOCUMENTED = Path(__file__).parents[2] / "docs" / "inquiries-json.md"


@pytest.fixture
def talks(installation: Installation) -> dict[str, Inquiry]:
    store = installation.open()
    lem = add_workplace(store, "VESTAS-LE", "Vestas i Lem")
    lone = add_person(store, "Lone Bæk", birth_year=1974, phone="20304050")
    made = {
        "first": add_contact(
            store, lone, date(2026, 9, 1), "09:05", workplace_id=lem.id, note="hemmelig note"
        ),
        "again": add_contact(store, lone, date(2026, 10, 2), reasons=("S01",), advice=("A01",)),
        "call": add_contact(
            store, None, date(2026, 10, 3), channel=Channel.PHONE, age_band=AgeBand.FROM_39
        ),
    }
    store.close()
    return made


def listed(installation: Installation, *words: str) -> list[str]:
    return [row["inquiry"] for row in as_json(installation, "inquiries", "list", *words)]


def test_the_list_is_that_of_the_window(
    installation: Installation, talks: dict[str, Inquiry]
) -> None:
    first, again, call = (talks[name].id for name in ("first", "again", "call"))
    assert listed(installation) == [call, again, first]
    assert listed(installation, "--from", "2026-10") == [call, again]
    assert listed(installation, "--to", "2026-10-02") == [again, first]
    assert listed(installation, "--from", "2026-09", "--to", "2026-09") == [first]
    assert listed(installation, "--workplace", "vestas-le") == [first]
    assert listed(installation, "--kind", "returning") == [again]
    assert listed(installation, "--search", "lone 1974 s01") == [again]
    assert listed(installation, "--counsellor", "km", "--search", "vestas") == [first]


def test_a_line_begins_with_the_id_and_has_no_note(
    installation: Installation, talks: dict[str, Inquiry]
) -> None:
    result = installation.run("inquiries", "list")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        f"{talks['call'].id}  03-10-2026  Telefon uden arbejdsplads  Lænderyg  KM",
        f"{talks['again'].id}  02-10-2026  Genganger  Lone Bæk (1974)  Stress  Sundhedsforsikring  KM",
        f"{talks['first'].id}  01-09-2026 09.05  Unik  Lone Bæk (1974)  Vestas i Lem  Lænderyg  KM",
    ]
    whole = installation.run("inquiries", "list", "--format", "json").stdout
    assert "hemmelig" not in result.stdout + whole
    assert installation.run("people", "log").stdout == "", "a list is no look-up"


def test_the_json_is_as_documented(installation: Installation, talks: dict[str, Inquiry]) -> None:
    *_, first = as_json(installation, "inquiries", "list")
    described = set(re.findall(r"`(\w+)`", DOCUMENTED.read_text("utf-8")))
    assert set(first) - described == set()
    assert (first["name"], first["workplace"], first["time"]) == ("Lone Bæk", "VESTAS-LE", "09:05")
    assert first["person"] == talks["first"].person_id


def test_the_id_is_taken_where_one_is_asked_for(
    installation: Installation, talks: dict[str, Inquiry]
) -> None:
    (call,) = listed(installation, "--kind", "phone_no_workplace")
    person = str(talks["first"].person_id)
    made = installation.run("people", "link", call, person, "--consent", "2026-10-03")
    assert made.exit_code == 0, made.output
    shown = installation.run("people", "show", person).stdout
    assert shown.count("  ID: ") == 3
    assert f"  ID: {call}" in shown


def test_of_somebody_erased_nothing_is_told(
    installation: Installation, talks: dict[str, Inquiry], tmp_path: Path
) -> None:
    person = str(talks["first"].person_id)
    installation.run("people", "erase", person, "--yes", "--out", tmp_path / "out")
    rows = as_json(installation, "inquiries", "list")
    assert {(row["person"], row["name"], row["birth_year"]) for row in rows} == {(None, "", None)}
    assert "slettet person" in installation.run("inquiries", "list").stdout


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    "words",
    [
        ("inquiries", "list", "--search", "ukendt"),
        ("people", "find", "ukendt"),
        ("people", "duplicates"),
        ("people", "codewords", "ukendt"),
        ("people", "log"),
    ],
)
def test_that_nothing_was_found_is_said(
    installation: Installation, words: tuple[str, ...], language: str
) -> None:
    result = installation.run(*words, language=language)
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(result.stderr.splitlines()) == 1
    assert (" found." if language == "en" else " fundet.") in result.stderr
    assert as_json(installation, *words) == []


def test_more_than_ten_persons_are_not_hidden(installation: Installation) -> None:
    store = installation.open()
    for number in range(10):
        add_person(store, f"Lone Bæk {number}")
    store.close()
    assert installation.run("people", "find", "lone").stderr == ""
    store = installation.open()
    add_person(store, "Lone Holm")
    store.close()
    result = installation.run("people", "find", "lone")
    assert len(result.stdout.splitlines()) == 10
    assert result.stderr == "… og flere; skriv mere af navnet.\n"
