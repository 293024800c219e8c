"""``delivery``, ``bundle`` and ``sync`` between the installations of a lead and a counsellor."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.models.team.outbox import Outbox
from app.models.team.places import Places
from tests.cli.conftest import Installation
from tests.dav_server import PASSWORD, USER, dav_server
from tests.shares import register_october
from tests.stores import PASSPHRASE, new_store
from tests.team import rename


class Pair:
    """The installations of a lead and of the counsellor AB, who know each other."""

    def __init__(self, folder: Path) -> None:
        self.lead, self.ab = made(folder / "lead"), made(folder / "ab")
        with_ab = self.ab.open()
        rename(with_ab, "AB")
        register_october(with_ab)
        with_ab.close()
        self.share = folder / "share"
        self.share.mkdir()
        card, roster = folder / "ab.json", folder / "roster.json"
        ok(self.lead, "project", "create")
        ok(self.ab, "card", "export", card)
        ok(self.lead, "card", "accept", card, "--words", words(self.ab, "card", "show"))
        ok(self.lead, "roster", "export", roster)
        ok(self.ab, "roster", "accept", roster, "--words", words(self.lead, "card", "show"))


def made(folder: Path) -> Installation:
    folder.mkdir()
    new_store(folder).close()
    installation = Installation(folder)
    installation.passphrase_file.write_text(PASSPHRASE, "utf-8")
    return installation


def ok(installation: Installation, *command: str | Path, code: int = 0) -> str:
    result = installation.run(*command)
    assert result.exit_code == code, result.output
    return result.output


def as_json(installation: Installation, *command: str | Path, code: int = 0) -> Any:
    result = installation.run(*command, "--json")
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


def words(installation: Installation, *command: str) -> str:
    result = installation.run(*command, "--format", "json")
    return " ".join(json.loads(result.stdout)["words"])


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    return Pair(tmp_path)


def test_a_month_goes_to_the_lead_and_a_receipt_comes_back(pair: Pair) -> None:
    assert "ikke gjort klar" in ok(pair.ab, "delivery", "set", pair.share, code=1)
    ok(pair.lead, "delivery", "set", pair.share)
    ok(pair.ab, "delivery", "set", pair.share)
    assert "svarer" in ok(pair.ab, "delivery", "test")
    assert ok(pair.ab, "bundle", "make") == "Månedens tal, oktober 2026: venter på at blive sendt\n"
    assert "Sendt: 1 måned." in ok(pair.ab, "sync", "--once")
    told = ok(pair.lead, "sync", "--once")
    assert "AB: Månedens tal, oktober 2026" in told
    assert "Personer: 0 + 3 nye = 3" in told
    report = as_json(pair.ab, "sync", "--once")
    assert report["months"] == {
        "queued": 0, "saved": 0, "delivered": 0, "acknowledged": 1, "refused": 0, "all_arrived": True,
    }  # fmt: skip
    assert "oktober 2026: modtaget af projektlederen\n" in ok(pair.ab, "bundle", "list")
    assert as_json(pair.ab, "bundle", "list")["written"][0]["state"] == "acknowledged"
    assert ok(pair.ab, "bundle", "make", code=0).endswith("Der blev ikke fundet noget.\n")


def test_files_go_by_e_mail_where_there_is_no_place(pair: Pair, tmp_path: Path) -> None:
    mail = tmp_path / "mail"
    told = ok(pair.ab, "bundle", "make", "--month", "2026-10", "--out", mail)
    (letter,) = mail.iterdir()
    assert told.splitlines()[-1].split("  ") == [str(letter), "KM"]
    assert ok(pair.lead, "bundle", "verify", letter).startswith("Ægte: brev 1 fra Vejleder AB (AB)")
    letter.write_bytes(letter.read_bytes())
    bad = tmp_path / "bad.vvb"
    bad.write_bytes(letter.read_bytes()[:-1])
    objects = as_json_objects(pair.lead, bad, letter)
    assert [one["refused"] for one in objects] == ["damaged", None]
    assert objects[1]["persons"]["after"] == 3
    assert "Det er her allerede." in ok(pair.lead, "bundle", "open", letter)
    letter.unlink()
    ok(pair.lead, "bundle", "make", "--out", mail)
    for receipt in mail.iterdir():
        ok(pair.ab, "bundle", "open", receipt)
    assert as_json(pair.ab, "bundle", "list")["written"][0]["state"] == "acknowledged"


def as_json_objects(installation: Installation, *files: Path) -> Any:
    result = installation.run("bundle", "open", *files, "--json")
    assert result.exit_code == 5, result.output
    assert "beskadiget" in result.stderr
    return json.loads(result.stdout)["files"]


def test_sync_says_what_was_refused_and_what_could_not_be_reached(pair: Pair) -> None:
    ok(pair.lead, "delivery", "set", pair.share)
    (pair.share / "to-lead").mkdir()
    (pair.share / "to-lead" / "x.vvb").write_bytes(b"junk")
    report = as_json(pair.lead, "sync", "--once", code=5)
    assert report["refused"] == [{"folder": "to-lead", "file": "x.vvb", "reason": "not_a_letter"}]
    ok(pair.lead, "sync", "--once")
    pair.share.rename(pair.share.with_name("away"))
    report = as_json(pair.lead, "sync", "--once", code=1)
    assert (report["reached"], report["trouble"]) == (False, "vanished")
    assert as_json(pair.lead, "delivery", "show")["trouble"] == "vanished"


def test_a_server_needs_a_password_that_is_shown_nowhere(pair: Pair, tmp_path: Path) -> None:
    password = tmp_path / "password.txt"
    password.write_text("forkert\n", "utf-8")
    with dav_server(tmp_path / "server") as server:
        command = ("delivery", "set", server.place().address, "--user", USER, "--password-file")
        assert "adgangskode" in ok(pair.lead, *command, password, code=1)
        store = pair.lead.open()
        assert Places(store).current() is None, "what did not answer is not kept"
        store.close()
        password.write_text(PASSWORD + "\r\n", "utf-8")
        output = ok(pair.lead, *command, password)
        assert USER in output
        assert PASSWORD not in output
        assert PASSWORD not in ok(pair.lead, "delivery", "show", "--json")
        ok(pair.ab, *command, password)
        ok(pair.ab, "bundle", "make")
        ok(pair.ab, "sync", "--once")
        assert "AB" in ok(pair.lead, "sync", "--once")
    store = pair.lead.open()
    trail = store.database.execute(
        "SELECT group_concat(coalesce(after, '')) FROM audit"
    ).fetchone()[0]
    assert PASSWORD not in trail
    store.close()


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://dav.example.org/", "https://"),
        ("https://", "hele adressen"),
        ("https://ab:hemmelig@dav.example.org/", "for sig"),
        ("ftp://dav.example.org/", "https://"),
        ("https://dav.example.org/?x=1", "hele adressen"),
    ],
)
def test_an_address_that_is_not_safe_is_not_called(pair: Pair, address: str, why: str) -> None:
    assert why in ok(pair.lead, "delivery", "set", address, code=1)


def test_without_a_place_nothing_is_lost(pair: Pair) -> None:
    ok(pair.ab, "bundle", "make")
    assert "Vælg et sted" in ok(pair.ab, "sync", "--once", code=1)
    ok(pair.lead, "delivery", "set", pair.share)
    ok(pair.lead, "delivery", "forget")
    ok(pair.lead, "sync", "--once", code=1)
    store = pair.ab.open()
    assert Outbox(store).counts().queued == 1
    store.close()
