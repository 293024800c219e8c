"""Laptops that do not belong any more say so: revoked, restored, or led by somebody else."""

import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from app.models.team.standing import Standing
from app.models.words import short_date
from tests.cli.conftest import Installation
from tests.cli.team import Office, an_installation, an_office, as_json, close_all, ok, ten_words


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office with September closed and a shared place in which everybody has the key."""
    office = an_office(tmp_path_factory.mktemp("office"))
    close_all(office)
    place = office.folder / "share"
    place.mkdir()
    for one in (office.lead, *office.laptops.values()):
        ok(one, "delivery", "set", place)
        ok(one, "sync", "--once")
    return office


@pytest.fixture
def office(kept: Office, tmp_path: Path) -> Office:
    folder = tmp_path / "office"
    shutil.copytree(kept.folder, folder)
    copy = Office(folder, kept.code, {name: Installation(folder / name) for name in kept.everybody})
    for one in copy.everybody.values():
        ok(one, "delivery", "set", folder / "share")
        ok(one, "sync", "--once")
    return copy


def restored(installation: Installation) -> str:
    """Back an installation up and put the backup back; return what is told."""
    ok(installation, "backup")
    (backup,) = installation.paths.backups.glob("*.db")
    return ok(installation, "restore", backup)


def test_a_revoked_laptop_stops_and_is_told_why_its_letters_are_refused(office: Office) -> None:
    ef, lead = office.everybody["EF"], office.lead
    ok(ef, "bundle", "make", "--month", "2018-09")
    ok(ef, "sync", "--once")  # left, but the lead has not fetched it
    ok(ef, "bundle", "make", "--month", "2018-10")
    ok(lead, "roster", "revoke", "EF")
    ok(lead, "sync", "--once", code=5)
    told = ok(ef, "sync", "--once", code=1)
    assert "Denne computer er spærret og sender ikke mere." in told
    report = as_json(ef, "sync", "--once", code=1)
    assert (report["standing"], report["sent"], report["waiting"]) == ("revoked", [], 1)
    written = {one["month"]: one for one in as_json(ef, "bundle", "list")["written"]}
    states = {month: (one["state"], one["refused"]) for month, one in written.items()}
    assert states == {"2018-09": ("refused", "revoked_sender"), "2018-10": ("queued", None)}
    assert "spærret" in ok(ef, "bundle", "make", code=1)
    # It is told once: the lead has nothing new to refuse.
    assert as_json(lead, "sync", "--once")["refused"] == []


def test_a_revoked_laptop_is_told_when_it_was_taken_off_and_what_to_do(office: Office) -> None:
    """Giving the same card again, as a laptop is told that is not on the roster yet, is no way back."""
    ef, lead = office.everybody["EF"], office.lead
    ok(lead, "roster", "revoke", "EF", "--from", "2026-11-20")
    ok(lead, "sync", "--once")
    ok(ef, "sync", "--once", code=1)
    told = ok(ef, "bundle", "make", code=1)
    assert "September 2018 blev ikke sendt." in told
    off = "Projektlederen har taget denne computer af deltagerlisten 20-11-2026: den er spærret."
    assert f"{off} Projektleder er nu Vejleder LE." in told
    assert "gendan en sikkerhedskopi, og giv projektlederen det nye visitkort" in told
    assert "Giv projektlederen denne computers visitkort" not in told
    # What it says works: a restored backup has a new card, which the lead takes.
    restored(ef)
    told = ok(ef, "bundle", "make", code=1)
    assert "Data er gendannet fra en sikkerhedskopi" in told
    assert "Giv projektlederen denne computers visitkort" in told
    office.join("EF")
    ok(lead, "sync", "--once")
    ok(ef, "sync", "--once")
    assert len(as_json(ef, "bundle", "make")["written"]) == 2


def test_a_laptop_that_another_one_replaced_is_told_to_use_that_one(office: Office) -> None:
    ef, lead = office.everybody["EF"], office.lead
    other = Installation(office.folder / "EF2")
    shutil.copytree(ef.folder, other.folder)
    restored(other)
    card = office.folder / "card-EF2.json"
    ok(other, "card", "export", card)
    ok(lead, "card", "accept", card, "--words", ten_words(other))
    ok(lead, "sync", "--once")
    ok(ef, "sync", "--once", code=1)
    told = ok(ef, "bundle", "make", code=1)
    assert "Computeren blev afløst " in told
    assert "Send fra den gendannede." in told


def test_letters_that_were_taken_before_are_known_after_the_revocation(office: Office) -> None:
    (september, october) = office.make("EF")
    ok(office.lead, "bundle", "open", september, october)
    ok(office.lead, "roster", "revoke", "EF", "--last-letter", "1")
    told = as_json(office.lead, "bundle", "open", september, october)["files"]
    assert [(one["known"], one["refused"]) for one in told] == [(True, None)] * 2
    assert as_json(office.lead, "bundle", "verify", october)["known"]


def test_a_copy_in_the_same_folder_is_known_and_the_sums_add_up(office: Office) -> None:
    files = office.make("AB")
    copy = files[0].with_name(f"copy-{files[0].name}")
    shutil.copyfile(files[0], copy)
    told = as_json(office.lead, "bundle", "open", *files, copy)["files"]
    assert [(one["known"], one["verdict"]) for one in told] == [
        (False, "new"),
        (False, "new"),
        (True, None),
    ]
    files = office.make("CD")
    shutil.copyfile(files[0], copy)
    text = ok(office.lead, "bundle", "open", *files, copy)
    assert "I alt\n  Personer: 2 + 2 nye − 1 kendte = 3\n" in text
    assert text.count("Det er her allerede.") == 1


def test_a_restored_lead_is_told_to_take_over_and_a_replaced_one_that_it_leads_no_more(
    office: Office,
) -> None:
    lead, roster = office.lead, office.folder / "share" / "project" / "roster.json"
    assert "overtage" not in ok(lead, "sync", "--once")
    assert "overtaget projektet med dets kode" in restored(lead)
    told = ok(lead, "sync", "--once", code=1)
    assert "overtaget projektet med dets kode" in told
    assert "En anden er nu projektleder" not in told
    assert as_json(lead, "sync", "--once", code=1)["standing"] == "restored_lead"
    code = lead.file("code.txt", office.code)
    ok(lead, "project", "takeover", "--code-file", code)
    assert as_json(lead, "sync", "--once")["standing"] == "belongs"
    new = an_installation(office.folder / "NL", "NL")
    ok(new, "project", "takeover", roster, "--code-file", code)
    ok(new, "delivery", "set", office.folder / "share")
    ok(new, "sync", "--once")
    told = ok(lead, "sync", "--once", code=1)
    assert "En anden er nu projektleder." in told
    assert as_json(lead, "sync", "--once", code=1)["standing"] == "replaced_lead"


def test_a_restored_laptop_is_told_to_give_its_new_card(office: Office) -> None:
    ab = office.everybody["AB"]
    ok(ab, "bundle", "make")
    ok(ab, "sync", "--once")
    ok(office.lead, "sync", "--once")
    for told in (
        restored(ab),
        ok(ab, "sync", "--once", code=1),
        ok(ab, "bundle", "make", code=1),
    ):
        assert "giv projektlederen dens nye visitkort" in told
    office.join("AB")
    ok(office.lead, "sync", "--once")
    report = as_json(ab, "sync", "--once")
    assert (report["standing"], report["months"]["acknowledged"]) == ("belongs", 2)
    assert "Der blev ikke fundet noget." in ok(ab, "bundle", "make")
    today = date.fromisoformat(as_json(office.lead, "lead", "status")["today"])
    assert f"afløst {short_date(today)}" in ok(office.lead, "roster")


def test_who_was_not_accepted_yet_is_told_so(office: Office, tmp_path: Path) -> None:
    gh = an_installation(tmp_path / "GH", "GH")
    ok(gh, "project", "open", office.folder / "package.vvb", "--words", ten_words(office.lead))
    ok(gh, "delivery", "set", office.folder / "share")
    assert "har ikke taget denne computer med endnu" in ok(gh, "sync", "--once")
    assert not Standing.NOT_YET.needs_attention


def test_files_that_are_none_are_told_apart_from_letters_that_are_refused(
    office: Office, tmp_path: Path
) -> None:
    lead = office.lead
    (letter,) = office.make("AB", "--month", "2018-09")
    assert "ikke fundet" in ok(lead, "bundle", "open", tmp_path / "nix.vvb", code=1)
    pipe, link = tmp_path / "pipe.vvb", tmp_path / "link.vvb"
    os.mkfifo(pipe)
    link.symlink_to(letter)
    for path in (pipe, link):
        for command in ("open", "verify"):
            assert "ingen almindelig fil" in ok(lead, "bundle", command, path, code=1)
    assert as_json(lead, "lead", "status")["contacts"] == 0
    bad = tmp_path / "bad.vvb"
    bad.write_bytes(letter.read_bytes()[:-5])
    ok(lead, "bundle", "open", tmp_path / "nix.vvb", bad, code=5)
    told = ok(lead, "bundle", "verify", letter)
    assert told.index("Intet er taget ind endnu.") < told.index("Taget ind.")
    told = ok(office.everybody["CD"], "bundle", "open", letter, code=5)
    assert "er til projektlederen alene" in told


def test_the_lead_hears_what_came_and_that_nothing_came(office: Office) -> None:
    assert ok(office.lead, "sync", "--once") == "Breve: 0 nye taget ind, 0 afvist.\n"
    for name in ("AB", "CD"):
        ok(office.everybody[name], "bundle", "make")
        ok(office.everybody[name], "sync", "--once")
    told = ok(office.lead, "sync", "--once")
    assert "I alt\n  Personer: 0 + 5 nye − 2 kendte = 3\n" in told
    assert told.endswith("Breve: 4 nye taget ind, 0 afvist.\n")


def test_the_grid_has_a_month_on_each_line_and_a_computer_in_each_column(office: Office) -> None:
    ok(office.lead, "bundle", "open", *office.make("AB"), *office.make("CD", "--month", "2018-09"))
    told = ok(office.lead, "lead", "status").splitlines()
    head = next(line.split() for line in told if "AB" in line)
    assert sorted(head) == ["AB", "CD", "EF"]
    september, october = (
        dict(zip(head, re.split("  +", line)[1:], strict=True))
        for line in told
        if line.startswith(("2018-09", "2018-10"))
    )
    said = [
        {who: cell.split(" for ")[0] for who, cell in row.items()} for row in (september, october)
    ]
    assert said == [
        {"AB": "3 sendt", "CD": "2 sendt", "EF": "–"},
        {"AB": "1 sendt", "CD": "MANGLER", "EF": "–"},
    ]


def test_the_rows_behind_a_leads_figure_have_months_for_days(office: Office) -> None:
    ok(office.lead, "bundle", "open", *office.make("AB"))
    asked = ("--from", "2018-09", "--to", "2018-09", "--explain", "contacts.all")
    told = ok(office.lead, "lead", "tally", *asked)
    assert "Dato" not in told
    assert "september 2018" in told.split("Rækkerne bag tallet")[1]
    assert ",2018-09," in ok(office.lead, "lead", "tally", *asked, "--format", "csv")
    own = ok(office.everybody["AB"], "tally", *asked)
    assert "Dato" in own
    assert "03-09-2018" in own


def test_words_and_packages_that_do_not_fit_say_what_was_opened(
    office: Office, tmp_path: Path
) -> None:
    new = an_installation(tmp_path / "GH", "GH")
    package = office.folder / "package.vvb"
    told = ok(new, "project", "open", package, "--words", "abe " * 10, code=5)
    assert "Projektpakken blev afvist." in told
    assert "isitkort" not in told
    roster = office.folder / "roster.json"
    told = ok(new, "roster", "accept", roster, "--words", "abe " * 10, code=5)
    assert "Deltagerlisten blev afvist." in told
    half = tmp_path / "half.vvb"
    half.write_bytes(package.read_bytes()[: package.stat().st_size // 2])
    assert "ikke hel" in ok(new, "project", "open", half, "--words", ten_words(office.lead), code=5)


def test_a_place_that_does_not_answer_is_not_chosen(office: Office) -> None:
    nowhere = "http://127.0.0.1:9/"
    before = ok(office.lead, "delivery", "show")
    told = ok(office.lead, "delivery", "set", nowhere, code=1)
    assert "Stedet blev ikke valgt" in told
    assert "prøver igen af sig selv" not in told
    assert ok(office.lead, "delivery", "show") == before


def test_a_project_whose_place_does_not_answer_is_taken_over_by_the_same_command_later(
    office: Office,
) -> None:
    new = office.laptops["AB"]
    told = ok(new, "project", "takeover", "--from", "http://127.0.0.1:9/", code=1)
    assert "Projektet blev ikke overtaget." in told
    assert "af sig selv" not in told
    assert "overtag projektet igen, når stedet svarer" in told


def test_a_backlog_is_closed_in_one_go(office: Office) -> None:
    lead = office.lead
    ok(lead, "bundle", "open", *(file for name in ("AB", "CD", "EF") for file in office.make(name)))
    told = ok(lead, "lead", "close", "--through", "2018-10")
    assert [line.split()[0] for line in told.splitlines()] == ["2018-09", "2018-10"]
    assert ok(lead, "lead", "close", "--through", "2018-10").endswith("ikke fundet noget.\n")
    assert "2018-10" in ok(lead, "lead", "close", "--list")


def test_a_backlog_stops_at_the_month_that_is_not_ready(office: Office) -> None:
    lead = office.lead
    ok(lead, "bundle", "open", *office.make("AB"))
    office_months = ok(lead, "lead", "close", "--through", "2018-10")
    assert office_months.count("\n") == 2
    ab = office.everybody["AB"]
    misuse = ok(ab, "close", "--through", "2018-09", "--undo", code=2)
    assert "--through" in misuse
    ok(ab, "close", code=2)
    future = ok(ab, "close", "--through", "2999-01", code=1)
    assert "2999" in future
