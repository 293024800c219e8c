"""The commands project, card and roster on real installations: a lead's and a counsellor's."""

import json
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.models.opening import open_store
from app.models.team.cards import decode_card
from app.models.team.devices import Devices
from app.models.team.fingerprint import words_of
from app.models.team.rosters import Rosters
from app.models.types import Channel
from tests.cli.conftest import Installation, as_json
from tests.records import add_contact
from tests.stores import PASSPHRASE, new_store
from tests.team import rename


@dataclass(frozen=True)
class Two:
    """A lead and a counsellor, AB, and a folder in which files change hands."""

    lead: Installation
    counsellor: Installation
    desk: Path

    def card(self) -> Path:
        path = self.desk / "card.json"
        assert self.counsellor.run("card", "export", path).exit_code == 0
        return path

    def words(self, path: Path) -> str:
        return " ".join(words_of(decode_card(path.read_bytes()).fingerprint))


def an_installation(folder: Path, initials: str) -> Installation:
    folder.mkdir()
    with closing(new_store(folder)) as store:
        rename(store, initials)
    made = Installation(folder)
    made.passphrase_file.write_text(PASSPHRASE, "utf-8")
    return made


@pytest.fixture
def two(tmp_path: Path) -> Two:
    (tmp_path / "desk").mkdir()
    lead, counsellor = (an_installation(tmp_path / name, name) for name in ("LE", "AB"))
    return Two(lead, counsellor, tmp_path / "desk")


@pytest.fixture
def joined(two: Two) -> Two:
    """The project is created, AB belongs and knows the roster."""
    assert two.lead.run("project", "create").exit_code == 0
    card = two.card()
    accepted = two.lead.run("card", "accept", card, "--words", two.words(card))
    assert accepted.exit_code == 0, accepted.output
    roster = two.desk / "roster.json"
    assert two.lead.run("roster", "export", roster).exit_code == 0
    lead_words = " ".join(as_json(two.lead, "card", "show")["words"])
    taken = two.counsellor.run("roster", "accept", roster, "--words", lead_words)
    assert taken.exit_code == 0, taken.output
    return two


def test_a_project_is_created_with_a_sheet_for_the_safe(two: Two) -> None:
    sheet = two.desk / "code.pdf"
    done = two.lead.run("project", "create", "--sheet", sheet)
    assert done.exit_code == 0, done.output
    (code,) = (line.split()[-1] for line in done.stdout.splitlines() if "gendannelseskode:" in line)
    reader = PdfReader(BytesIO(sheet.read_bytes()))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    assert [group for group in code.split("-") if group not in text] == []
    assert "Projekt Vest" in text
    assert code not in str(reader.metadata)
    again = two.lead.run("project", "create")
    assert (again.exit_code, "allerede" in again.stderr) == (1, True)


def test_a_sheet_that_cannot_be_written_loses_no_code(two: Two) -> None:
    done = two.lead.run("project", "create", "--sheet", two.desk / "nowhere" / "code.pdf")
    assert done.exit_code == 1
    assert "gendannelseskode:" in done.stdout


def test_who_registers_contacts_cannot_lead(two: Two) -> None:
    store, _ = open_store(two.lead.paths, PASSPHRASE)
    with closing(store):
        add_contact(store, None, channel=Channel.PHONE)
    done = two.lead.run("project", "create")
    assert done.exit_code == 1
    assert "ny datamappe" in done.stderr


def test_a_card_is_written_in_three_forms(two: Two) -> None:
    paths = [two.desk / f"card.{ending}" for ending in ("json", "svg", "pdf")]
    for path in paths:
        assert two.counsellor.run("card", "export", path).stdout.strip() == str(path)
    words = two.words(paths[0]).split()
    assert paths[1].read_bytes().startswith(b"<?xml")
    text = PdfReader(BytesIO(paths[2].read_bytes())).pages[0].extract_text()
    assert [word for word in words if word not in text] == []
    assert "Vejleder AB" in text
    shown = as_json(two.counsellor, "card", "show")
    assert (shown["words"], shown["initials"]) == (words, "AB")
    assert as_json(two.lead, "card", "show", paths[0]) == shown
    assert " ".join(words) in two.lead.run("card", "show", paths[0]).stdout
    refused = two.counsellor.run("card", "export", two.desk / "card.doc")
    assert (refused.exit_code, ".svg" in refused.stderr) == (1, True)


def test_a_card_is_accepted_with_its_words_only(two: Two) -> None:
    two.lead.run("project", "create")
    card = two.card()
    words = two.words(card).split()
    before = as_json(two.lead, "roster")
    silent = two.lead.run("card", "accept", card)
    assert (silent.exit_code, "--words" in silent.stderr) == (1, True)
    wrong = two.lead.run("card", "accept", card, "--words", " ".join(words[::-1]))
    assert (wrong.exit_code, "skiftet ud" in wrong.stderr) == (5, True)
    assert as_json(two.lead, "roster") == before
    done = two.lead.run("card", "accept", card, "--words", " ".join(w[:4] for w in words))
    assert done.exit_code == 0, done.output
    assert [m["initials"] for m in as_json(two.lead, "roster")["members"]] == ["LE", "AB"]
    stranger = two.counsellor.run("card", "accept", card, "--words", " ".join(words))
    assert stranger.exit_code == 1


def test_both_sides_show_the_same_roster(joined: Two) -> None:
    theirs, ours = (as_json(one, "roster") for one in (joined.lead, joined.counsellor))
    assert theirs | {"me": ""} == ours | {"me": ""}
    assert {theirs["me"], ours["me"]} == {m["device"] for m in ours["members"]}
    assert as_json(joined.counsellor, "project", "show") == ours
    lines = joined.counsellor.run("roster").stdout.splitlines()
    assert ["projektleder" in line for line in lines] == [True, False]
    shown = joined.counsellor.run("project", "show", language="en").stdout
    assert "Lead: Vejleder LE (LE)" in shown
    assert " ".join(ours["members"][0]["words"]) in shown


def test_the_first_roster_needs_the_words_of_the_lead(two: Two) -> None:
    two.lead.run("project", "create")
    roster = two.desk / "roster.json"
    two.lead.run("roster", "export", roster)
    silent = two.counsellor.run("roster", "accept", roster)
    assert (silent.exit_code, "--words" in silent.stderr) == (1, True)
    wrong = two.counsellor.run("roster", "accept", roster, "--words", "abrikos " * 10)
    assert wrong.exit_code == 5
    assert two.counsellor.run("roster").exit_code == 1


def test_a_revoked_computer_stands_in_the_next_roster(joined: Two) -> None:
    done = joined.lead.run("roster", "revoke", "ab", "--from", "2026-11-20", "--last-letter", "3")
    assert done.exit_code == 0, done.output
    roster = joined.desk / "next.json"
    joined.lead.run("roster", "export", roster)
    assert joined.counsellor.run("roster", "accept", roster).exit_code == 0
    gone = as_json(joined.counsellor, "roster")["members"][1]
    assert (gone["status"], gone["revoked_on"], gone["last_letter"]) == ("revoked", "2026-11-20", 3)
    assert "spærret 20-11-2026" in joined.counsellor.run("roster").stdout
    assert joined.counsellor.run("roster", "accept", roster).exit_code == 0
    old = joined.counsellor.run("roster", "accept", joined.desk / "roster.json")
    assert (old.exit_code, "nyere" in old.stderr) == (5, True)
    nobody = joined.lead.run("roster", "revoke", "ab")
    assert nobody.exit_code == 1


def test_damaged_files_are_refused_by_their_commands(joined: Two) -> None:
    bad = joined.desk / "bad.json"
    good = (joined.desk / "roster.json").read_bytes()
    for content in (b"", b"PK\3\4", good[:-5], good.replace(b"Vest", b"West"), bytes(5 << 20)):
        bad.write_bytes(content)
        for words in (
            ("roster", "accept", bad),
            ("card", "show", bad),
            ("project", "takeover", bad),
        ):
            done = joined.counsellor.run(*words)
            assert done.exit_code == 5, (words, done.output)
            assert ("Visitkortet" if words[0] == "card" else "Deltagerlisten") in done.stderr
    missing = joined.counsellor.run("card", "show", joined.desk / "missing.json")
    assert missing.exit_code == 1


def test_a_new_lead_takes_over(two: Two, tmp_path: Path) -> None:
    done = two.lead.run("project", "create")
    code = next(line for line in done.stdout.splitlines() if "gendannelseskode:" in line).split()[
        -1
    ]
    roster = two.desk / "roster.json"
    two.lead.run("roster", "export", roster)
    new = an_installation(tmp_path / "NL", "NL")
    silent = new.run("project", "takeover", roster)
    assert (silent.exit_code, "--code-file" in silent.stderr) == (1, True)
    mistyped = new.run("project", "takeover", roster, "--code-file", new.file("c", code[:-1] + "*"))
    assert mistyped.exit_code == 1
    nonsense = new.file("long", "x" * 100_000)
    assert new.run("project", "takeover", roster, "--code-file", nonsense).exit_code == 1
    typed = new.file("code", f"{code.lower()}\n")
    assert new.run("project", "takeover", "--code-file", typed).exit_code == 1  # which project?
    taken = new.run("project", "takeover", roster, "--code-file", typed)
    assert taken.exit_code == 0, taken.output
    newer = two.desk / "newer.json"
    new.run("roster", "export", newer)
    assert two.lead.run("roster", "accept", newer).exit_code == 0
    members = as_json(two.lead, "roster")["members"]
    assert [(m["initials"], m["status"]) for m in members] == [("LE", "revoked"), ("NL", "active")]
    with closing(two.lead.open()) as store:
        assert Rosters(store).require().term == 2


def test_a_restored_laptop_joins_again(joined: Two) -> None:
    assert joined.counsellor.run("backup").exit_code == 0
    (backup,) = joined.counsellor.paths.backups.glob("*.db")
    with closing(joined.counsellor.open()) as store:
        before = Devices(store).current().id
    assert joined.counsellor.run("restore", backup).exit_code == 0
    card = joined.card()
    assert json.loads(card.read_bytes())["replaces"] == before
    done = joined.lead.run("card", "accept", card, "--words", joined.words(card))
    assert done.exit_code == 0, done.output
    members = as_json(joined.lead, "roster")["members"]
    assert members[1]["replaced_by"] == members[2]["device"]
    assert "afløst" in joined.lead.run("roster").stdout
