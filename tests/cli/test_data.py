"""Setting up, importing, checking, backing up and restoring from the command line."""

import json
import re
from pathlib import Path

import pytest

from app.models.opening import open_store
from app.models.types import Profession
from app.paths import resource
from tests.cli.conftest import Installation
from tests.stores import PASSPHRASE


def test_init_sets_up_a_project_and_shows_the_recovery_code_once(empty: Installation) -> None:
    words = ("--project", "Projekt Vest", "--counsellor", "Karen Møller")
    result = empty.run("init", *words, "--profession", "social_worker")
    assert result.exit_code == 0
    code = re.search(r"^Gendannelseskode: (\S.+)$", result.stdout, re.MULTILINE)
    assert code is not None
    store, _ = open_store(empty.paths, PASSPHRASE)
    assert store.settings.project == "Projekt Vest"
    karen = store.counsellors.current()
    assert (karen.name, karen.initials, karen.profession) == (
        "Karen Møller",
        "KM",
        Profession.SOCIAL_WORKER,
    )
    store.close()


def test_init_never_replaces_what_is_there(installation: Installation) -> None:
    before = installation.paths.envelope.read_bytes()
    result = installation.run("init", "--project", "Andet", "--counsellor", "Bo Ek")
    assert result.exit_code == 1
    assert "allerede" in result.stderr
    assert installation.paths.envelope.read_bytes() == before


def test_nobody_is_asked_for_a_new_passphrase_in_vain(installation: Installation) -> None:
    installation.passphrase_file.unlink()
    result = installation.run("init", "--project", "Andet", "--counsellor", "Bo Ek")
    assert result.exit_code == 1
    assert "allerede" in result.stderr


@pytest.mark.parametrize(("project", "counsellor"), [(" ", "Bo Ek"), ("Vest", " ")])
def test_a_project_and_a_counsellor_have_names(
    empty: Installation, project: str, counsellor: str
) -> None:
    result = empty.run("init", "--project", project, "--counsellor", counsellor)
    assert result.exit_code == 1
    assert not empty.paths.database.exists()
    assert not empty.paths.envelope.exists()


def test_a_passphrase_that_is_too_short_sets_up_nothing(empty: Installation) -> None:
    empty.passphrase_file.write_text("kort")
    result = empty.run("init", "--project", "Vest", "--counsellor", "Bo Ek")
    assert result.exit_code == 1
    assert not empty.paths.database.exists()
    assert not empty.paths.envelope.exists()


def test_the_published_registration_comes_in(installation: Installation) -> None:
    places = installation.run("import", "workplaces", resource("demo", "workplaces.csv"))
    assert places.stdout.startswith("Importen er gemt.\n17 rækker er tilføjet\n")
    assert "Nye organisationer: Arla, Vestas, Ringkøbing-Skjern Kommune" in places.stdout
    contacts = installation.run("import", "inquiries", resource("demo", "inquiries.csv"))
    assert (contacts.exit_code, contacts.stderr) == (0, "")
    assert "250 rækker er tilføjet\n146 nye personer\n" in contacts.stdout
    assert "Nye vejledere: FYS, SOC" in contacts.stdout
    again = installation.run("import", "inquiries", resource("demo", "inquiries.csv"))
    assert again.exit_code == 0
    assert again.stdout.splitlines() == [
        "Der var intet nyt at importere.",
        "250 rækker fandtes allerede og er sprunget over",
    ]


def test_a_dry_run_saves_nothing(installation: Installation) -> None:
    file = installation.file("in.csv", "date,channel\n2018-02-06,phone\n")
    result = installation.run("import", "inquiries", file, "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.startswith("Prøvekørsel: intet er gemt.\n1 række bliver tilføjet\n")
    store = installation.open()
    assert store.inquiries.count() == 0
    store.close()


LATE = "date,channel\n2026-09-03,phone\n2026-10-06,phone\n2026-10-07,email\n"
CLOSED = (
    "Rækker i lukkede måneder: september 2026 (1), oktober 2026 (2). De lukkede tal ændrer sig ikke;"
    " rækkerne står som rettelser i rapporten, indtil måneden rettes med en begrundelse"
)


@pytest.fixture
def closed(installation: Installation) -> Installation:
    """September and October 2026 are closed, with one contact each."""
    file = installation.file("early.csv", "date,channel\n2026-09-01,phone\n2026-10-01,phone\n")
    assert installation.run("import", "inquiries", file).exit_code == 0
    for month in ("2026-09", "2026-10"):
        done = installation.run("close", "--month", month, "--anyway")
        assert (done.exit_code, done.stderr) == (0, "")
    return installation


def test_rows_in_closed_months_are_told_before_and_after(closed: Installation) -> None:
    file = closed.file("late.csv", LATE + "2026-11-02,phone\n")
    before = closed.run("import", "inquiries", file, "--dry-run").stdout.splitlines()
    after = closed.run("import", "inquiries", file).stdout.splitlines()
    assert before == ["Prøvekørsel: intet er gemt.", "4 rækker bliver tilføjet", CLOSED]
    assert after == ["Importen er gemt.", "4 rækker er tilføjet", CLOSED]
    again = closed.run("import", "inquiries", file).stdout
    assert "lukkede" not in again, "what is there already changes nothing"
    english = closed.run("import", "inquiries", closed.file("x.csv", LATE), language="en").stdout
    assert "closed months" not in english
    listed = closed.run("close", "--list").stdout.splitlines()
    assert all("Rettet siden månedslukningen" in line for line in listed[:2])


def test_the_figures_of_an_import_can_be_had_as_json(closed: Installation) -> None:
    file = closed.file("late.csv", LATE)
    objects = []
    for extra in (("--dry-run",), ()):
        result = closed.run("import", "inquiries", file, "--format", "json", *extra)
        assert (result.exit_code, result.stderr) == (0, "")
        objects.append(json.loads(result.stdout))
    assert [each.pop("dry_run") for each in objects] == [True, False]
    assert objects[0] == objects[1]
    months = [{"month": "2026-09", "rows": 1}, {"month": "2026-10", "rows": 2}]
    assert objects[0]["closed_months"] == months
    assert (objects[0]["format"], objects[0]["added"]) == ("vejviser-import-1", 3)


def test_refused_rows_stand_in_the_json_of_a_dry_run(installation: Installation) -> None:
    file = installation.file("in.csv", BAD)
    result = installation.run("import", "inquiries", file, "--dry-run", "--format", "json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert [(each["row"], each["column"]) for each in told["rejected"]] == [
        (3, "dato"),
        (4, "årsager"),
    ]
    assert told["rejected"][1]["reason"] == "Koden X9 findes ikke i kodelisten."
    assert "Der blev ikke importeret noget." in result.stderr


BAD = "dato;form;årsager\n2018-02-06;telefon;P01\n31-02-2018;telefon;P01\n2018-02-07;telefon;X9\n"


def test_refused_rows_are_named_and_nothing_is_imported(installation: Installation) -> None:
    file = installation.file("in.csv", BAD)
    for extra in ((), ("--dry-run",)):
        result = installation.run("import", "inquiries", file, *extra)
        assert result.exit_code == 1
        assert result.stderr.splitlines() == [
            "række 3, kolonne dato: Datoen 31-02-2018 findes ikke i kalenderen.",
            "række 4, kolonne årsager: Koden X9 findes ikke i kodelisten.",
            "Der blev ikke importeret noget.",
            "2 rækker af 3 kan ikke bruges.",
            "Ret rækkerne i filen, eller importér uden dem.",
        ]
    store = installation.open()
    assert store.inquiries.count() == 0
    store.close()


def test_a_dry_run_promises_nothing_that_bad_rows_hold_back(installation: Installation) -> None:
    file = installation.file("in.csv", BAD)
    held = installation.run("import", "inquiries", file, "--dry-run")
    assert held.stdout.splitlines() == [
        "Prøvekørsel: intet er gemt.",
        "Intet bliver importeret, så længe der er rækker med fejl.",
        "1 række kan tilføjes",
        "2 rækker kan ikke bruges",
    ]
    skipping = installation.run("import", "inquiries", file, "--dry-run", "--skip-bad-rows")
    assert skipping.exit_code == 0
    assert skipping.stdout.splitlines() == [
        "Prøvekørsel: intet er gemt.",
        "1 række bliver tilføjet",
        "2 rækker kan ikke bruges og springes over",
    ]


def test_nothing_is_said_to_be_saved_when_no_row_can_be_used(installation: Installation) -> None:
    file = installation.file("in.csv", "dato;form\n31-02-2018;telefon\n")
    result = installation.run("import", "inquiries", file, "--skip-bad-rows")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Der var intet nyt at importere.",
        "1 række kunne ikke bruges og er sprunget over",
    ]
    empty = installation.file("tom.csv", "dato;form\n")
    assert "0 rækker i filen" in installation.run("import", "inquiries", empty, "--dry-run").stdout


def test_bad_rows_can_be_skipped_and_are_still_named(installation: Installation) -> None:
    file = installation.file("in.csv", BAD)
    result = installation.run("import", "inquiries", file, "--skip-bad-rows", language="en")
    assert result.exit_code == 0
    assert "1 row added\n2 rows could not be used, left out\n" in result.stdout
    assert result.stderr.startswith("row 3, column dato: The date 31-02-2018 is not in the")
    store = installation.open()
    assert store.inquiries.count() == 1
    store.close()


def test_check_counts_what_is_there(published: Installation) -> None:
    result = published.run("check")
    assert result.exit_code == 0
    assert "Database og nøglefil: i orden" in result.stdout
    assert "     250 henvendelser" in result.stdout
    assert "      17 arbejdspladser" in result.stdout
    assert "      43 koder for årsag og råd" in result.stdout


def test_check_finds_damage_and_says_what_to_do(published: Installation) -> None:
    database = published.paths.database
    content = bytearray(database.read_bytes())
    for page in range(20, 30):
        content[page * 4096 + 100] ^= 1
    database.write_bytes(content)
    result = published.run("check")
    assert result.exit_code == 4
    assert result.stderr.splitlines()[-1] == "Gendan den nyeste sikkerhedskopi."


def test_a_backup_can_be_restored(published: Installation, tmp_path: Path) -> None:
    made = published.run("backup", "--out", tmp_path / "kopier")
    assert made.exit_code == 0
    backup = Path(made.stdout.strip().rpartition(": ")[2])
    store = published.open()
    store.inquiries.delete(store.inquiries.newest().id)
    store.close()
    result = published.run("restore", backup)
    assert result.exit_code == 0
    assert "De tidligere data ligger i" in result.stdout
    store = published.open()
    assert store.inquiries.count() == 250
    store.close()


@pytest.mark.parametrize("name", ["ingenting.db", "", "."])
def test_a_backup_that_is_not_there_is_a_user_error(installation: Installation, name: str) -> None:
    result = installation.run("restore", name)
    assert result.exit_code == 1
    assert "Sikkerhedskopien blev ikke fundet." in result.stderr
