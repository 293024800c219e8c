"""Retention from a script: periods entered, what has run out listed, and erased only when told to."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.models.access import Access, Way
from app.models.types import Person
from tests.canaries import canaries, found_in
from tests.cli.conftest import Installation
from tests.records import add_contact, add_person

OLD = date(2001, 5, 2)
NOTE = "kanarienote"


@pytest.fixture
def lone(installation: Installation) -> Person:
    """Somebody who was here long ago; and somebody anonymous, with a note."""
    store = installation.open()
    person = add_person(store, "Lone Kanarie", phone="20304050")
    add_contact(store, person, OLD, note=NOTE)
    add_contact(store, None, OLD, note="En anden")
    store.access.note(Access.LOOKED_UP, [person.id], Way.PAGE)
    store.close()
    return person


def test_periods_are_set_listed_and_removed(installation: Installation) -> None:
    empty = installation.run("retention", "list")
    assert empty.stderr == "Kommunen har ikke fastsat nogen periode endnu.\n"
    assert empty.stdout.count("ingen periode: intet udløber") == 5
    made = installation.run(
        *("retention", "set", "person", "--months", "60"),
        *("--basis", "Arkivloven § 13", "--from", "2026-01-01"),
    )
    assert made.stdout == "person  60 måneder fra 01-01-2026 · Arkivloven § 13\n"
    installation.run(
        *("retention", "set", "note", "--months", "1", "--basis", "GDPR", "--from", "2026-02-01")
    )
    listed = installation.run("retention", "list", language="en").stdout.splitlines()
    assert listed[:2] == [
        "person  Persons (holds today)  60 months from 01-01-2026 · Arkivloven § 13",
        "note  Private notes (holds today)  1 month from 01-02-2026 · GDPR",
    ]
    objects = json.loads(installation.run("retention", "list", "--format", "json").stdout)
    assert objects[0] == {
        "subject": "person",
        "months": 60,
        "legal_basis": "Arkivloven § 13",
        "valid_from": "2026-01-01",
        "standing": "holds",
    }
    assert installation.run("retention", "remove", "note", "--from", "2026-02-01").exit_code == 0
    gone = installation.run("retention", "remove", "note", "--from", "2026-02-01")
    assert (gone.exit_code, gone.stderr.splitlines()[0]) == (1, "Perioden findes ikke.")
    assert "1 måned" not in installation.run("retention", "list").stdout


def test_of_several_periods_the_one_that_holds_today_is_named(installation: Installation) -> None:
    for months, first in (("24", "2020-01-01"), ("36", "2025-01-01"), ("12", "2099-01-01")):
        installation.run(
            *("retention", "set", "person", "--months", months, "--basis", "Lov", "--from", first)
        )
    installation.run(
        *("retention", "set", "note", "--months", "6", "--basis", "Lov", "--from", "2099-01-01")
    )
    assert installation.run("retention", "list").stdout.splitlines()[:5] == [
        "person  Personer (kommende)  12 måneder fra 01-01-2099 · Lov",
        "person  Personer (gælder i dag)  36 måneder fra 01-01-2025 · Lov",
        "person  Personer (tidligere)  24 måneder fra 01-01-2020 · Lov",
        "note  Private noter  ingen periode: intet udløber",
        "note  Private noter (kommende)  6 måneder fra 01-01-2099 · Lov",
    ]


def test_where_the_clock_is_doubted_the_option_is_named(
    installation: Installation, lone: Person, tmp_path: Path
) -> None:
    installation.run("retention", "set", "person", "--months", "12", "--basis", "Lov")
    store = installation.open()
    store.database.execute("UPDATE audit SET at = '2999-01-01T10:00:00.000Z' WHERE seq = 1")
    store.close()
    words = ("retention", "erase", "--all", "--yes", "--out", tmp_path / "out")
    refused = installation.run(*words)
    assert refused.exit_code == 1
    assert "--clock-is-right" in refused.stderr
    assert installation.run(*words, "--clock-is-right").exit_code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("set", "person", "--months", "0", "--basis", "x"), 1),
        (("set", "person", "--months", "12", "--basis", " "), 1),
        (("set", "person", "--months", "12"), 2),
        (("set", "nobody", "--months", "12", "--basis", "x"), 2),
        (("set", "person", "--months", "12", "--basis", "x", "--from", "2026-02"), 1),
    ],
)
def test_what_makes_no_period_is_refused(
    installation: Installation, words: tuple[str, ...], code: int
) -> None:
    assert installation.run("retention", *words).exit_code == code
    assert json.loads(installation.run("retention", "list", "--format", "json").stdout) == []


def test_without_a_period_nothing_is_due(installation: Installation, lone: Person) -> None:
    result = installation.run("retention", "due")
    assert (result.stdout, result.stderr) == (
        "",
        "Kommunen har ikke fastsat nogen periode endnu.\n",
    )


def test_what_is_due_is_listed_and_erased_when_told_to(
    installation: Installation, lone: Person, tmp_path: Path
) -> None:
    for subject in ("person", "note"):
        installation.run("retention", "set", subject, "--months", "12", "--basis", "Lov")
    told = installation.run("retention", "due").stdout.splitlines()
    assert told[0] == (
        f"person:{lone.id}  Lone Kanarie · person, senest her 02-05-2001 · udløb 02-05-2002"
    )
    assert len(told) == 3
    dues = json.loads(installation.run("retention", "due", "--format", "json").stdout)
    assert dues[0] == {
        "due": f"person:{lone.id}",
        "subject": "person",
        "person": lone.id,
        "name": "Lone Kanarie",
        "since": "2001-05-02",
        "until": "2002-05-02",
        "count": 1,
    }
    asked = installation.run("retention", "erase", "--all", "--out", tmp_path / "out")
    assert (asked.exit_code, "--yes" in asked.stderr) == (2, True)
    folder = installation.run("retention", "erase", "--all", "--yes")
    assert (folder.exit_code, "--out" in folder.stderr) == (2, True)

    notes = [each["due"] for each in dues if each["subject"] == "note" and not each["name"]]
    one = installation.run("retention", "erase", *notes, "--yes")
    assert one.stdout == "Slettet: noter: 1\n"
    again = installation.run("retention", "erase", *notes, "--yes")
    assert again.exit_code == 1

    rest = installation.run("retention", "erase", "--all", "--yes", "--out", tmp_path / "out")
    assert rest.exit_code == 0, rest.output
    first, *paths = rest.stdout.splitlines()
    assert first == "Slettet: personer: 1"
    assert sorted(Path(path).suffix for path in paths) == [".pdf", ".txt"]
    store = installation.open()
    assert store.key is not None
    secrets = canaries(store.key, (lone.name, lone.phone, NOTE, lone.id))
    store.close()
    assert found_in(installation.folder, secrets) == []
    assert installation.run("retention", "due").stderr == "Intet har overskredet sin periode.\n"


def test_a_kind_is_erased_at_once(installation: Installation, lone: Person) -> None:
    for subject in ("person", "note"):
        installation.run("retention", "set", subject, "--months", "12", "--basis", "Lov")
    done = installation.run("retention", "erase", "--subject", "note", "--yes", language="en")
    assert done.stdout == "Erased: notes: 2\n"
    assert "Lone Kanarie" in installation.run("retention", "due").stdout


def test_the_log_tells_who_looked(installation: Installation, lone: Person, tmp_path: Path) -> None:
    installation.run("people", "show", lone.id)
    installation.run(
        *("people", "export", lone.id, "--format", "json", "--out", tmp_path / "out"),
    )
    lines = installation.run("people", "log", lone.id).stdout.splitlines()
    assert [line.split("  ")[-1] for line in lines] == [
        "skrev indsigt som JSON",
        "viste alt om personen i en terminal",
        "åbnede personens side",
    ]
    assert all(f"  KM  {lone.id}  Lone Kanarie  " in line for line in lines)
    newest = json.loads(installation.run("people", "log", "--format", "json").stdout)[0]
    assert (newest["counsellor"], newest["action"], newest["ways"], newest["person"]) == (
        *("KM", "exported", ["json"]),
        lone.id,
    )
    assert installation.run("people", "log", "--counsellor", "XX").exit_code == 1
    assert installation.run("people", "log", "--to", "2001-01-01").stdout == ""

    erased = installation.run("people", "erase", lone.id, "--yes", "--out", tmp_path / "out")
    assert erased.exit_code == 0
    lines = installation.run("people", "log", language="en").stdout.splitlines()
    assert lines[0].endswith("  KM  erased person  erased the person")
    assert len(lines) == 4
    assert not any(lone.id in line or "Kanarie" in line for line in lines)


def test_the_days_before_stand_in_the_file_of_the_person(
    installation: Installation, lone: Person
) -> None:
    store = installation.open()
    store.database.execute("UPDATE access SET at = '2020-01-02T10:00:00.000Z'")
    store.close()
    document = json.loads(installation.run("people", "show", lone.id, "--format", "json").stdout)
    again = json.loads(installation.run("people", "show", lone.id, "--format", "json").stdout)
    assert document == again, "the look-up of today stands there tomorrow"
    assert document["accesses"] == [
        {
            "at": "2020-01-02T11:00:00+01:00",
            "counsellor": "KM",
            "action": "looked_up",
            "ways": ["page"],
        }
    ]
    text = installation.run("people", "show", lone.id).stdout
    assert "02-01-2020 11.00 · KM · åbnede personens side" in text
