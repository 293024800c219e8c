"""A lead moves the place, and a new lead who takes over from there has every figure."""

import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Installation
from tests.cli.team import (
    HEADER,
    Office,
    an_installation,
    an_office,
    as_json,
    close_all,
    ok,
    tallies,
)
from tests.dav_server import PASSWORD, USER, Application, DavServer, Fault, cut, dav_server, status


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office whose letters of two months the lead has taken from a folder; only to be copied."""
    office = an_office(tmp_path_factory.mktemp("office"))
    close_all(office)
    share = office.folder / "share"
    share.mkdir()
    for one in (office.lead, *office.laptops.values()):
        ok(one, "delivery", "set", share)
    for _ in range(2):
        for one in (office.lead, *office.laptops.values()):
            ok(one, "sync", "--once")
    for one in office.laptops.values():
        ok(one, "bundle", "make")
        ok(one, "sync", "--once")
    ok(office.lead, "sync", "--once")
    return office


@pytest.fixture
def office(kept: Office, tmp_path: Path) -> Office:
    folder = tmp_path / "office"
    shutil.copytree(kept.folder, folder)
    office = Office(
        folder, kept.code, {name: Installation(folder / name) for name in kept.everybody}
    )
    moved = kept.folder.with_name("gone")
    kept.folder.rename(moved)  # the copy is not to copy from the one it was copied from
    try:
        for one in office.everybody.values():
            ok(one, "delivery", "set", folder / "share")
    finally:
        moved.rename(kept.folder)
    return office


def on_server(server: DavServer, folder: Path) -> tuple[str | Path, ...]:
    password = folder / "password.txt"
    password.write_text(PASSWORD, "utf-8")
    return server.place().address, "--user", USER, "--password-file", password


def correct(office: Office, initials: str) -> None:
    """Let a counsellor correct October and send it again, by the place that is set now."""
    one = office.everybody[initials]
    row = "2018-10-11,13:00,VESTAS-LE,workplace,anonymous,,,man,,49-58,employee,at_risk,P01,A01,20"
    rows = one.file("more.csv", f"{HEADER}{row},{initials},yes,\n")
    ok(one, "import", "inquiries", rows)
    ok(one, "close", "--month", "2018-10", "--restate", "--reason", "Glemt henvendelse")
    ok(one, "bundle", "make")
    ok(one, "sync", "--once")


def new_lead(office: Office, *place: str | Path) -> Installation:
    new = an_installation(office.folder / "NL", "NL")
    code = new.file("code.txt", office.code)
    told = ok(new, "project", "takeover", "--from", *place, "--code-file", code)
    assert "»vejviser sync --once«" in told
    return new


def files_in(root: Path) -> list[str]:
    return sorted(
        path.relative_to(root).as_posix() for path in root.rglob("*.vvb") if "to" not in path.parts
    )


def test_from_a_folder_to_a_server_and_a_new_lead_has_it_all(
    office: Office, tmp_path: Path
) -> None:
    share = office.folder / "share"
    with dav_server(tmp_path / "server") as server:
        place = on_server(server, office.folder)
        told = ok(office.lead, "delivery", "set", *place)
        assert "Kopieret fra det gamle sted: " in told
        assert "Giv alle vejlederne det nye sted." in told
        assert "Kopierer fra det gamle sted: 50 %" in told
        assert "ligger ikke" not in told
        assert files_in(share) == files_in(server.root), "the old place stays as it is"
        assert len(files_in(server.root)) >= 6
        ok(office.everybody["CD"], "delivery", "set", *place)
        correct(office, "CD")
        ok(office.lead, "sync", "--once")
        counted = list(tallies(office.lead))
        shutil.rmtree(share)
        new = new_lead(office, *place)
        report = as_json(new, "sync", "--once")
        assert (report["never_came"], report["refused"]) == (0, [])
        assert list(tallies(new)) == counted
        assert as_json(new, "lead", "status")["contacts"] == 10


def test_letters_that_were_not_fetched_yet_come_along(office: Office, tmp_path: Path) -> None:
    correct(office, "EF")
    with dav_server(tmp_path / "server") as server:
        ok(office.lead, "delivery", "set", *on_server(server, office.folder))
        ok(office.lead, "sync", "--once")
        assert as_json(office.lead, "lead", "status")["contacts"] == 10


def test_a_new_place_that_fails_leaves_all_as_before_and_goes_on_the_next_time(
    office: Office, tmp_path: Path
) -> None:
    share = office.folder / "share"
    with dav_server(tmp_path / "server") as server:
        place = on_server(server, office.folder)
        server.fault = after(3, status(507, "PUT"))
        told = ok(office.lead, "delivery", "set", *place, code=1)
        assert "Stedet blev ikke valgt; alt er som før." in told
        shown = json.loads(ok(office.lead, "delivery", "show", "--json"))
        assert shown["address"] == str(share)
        there = len(files_in(server.root))
        assert 0 < there < len(files_in(share))
        server.fault = cut("PUT", times=1)
        server.requests.clear()
        ok(office.lead, "delivery", "set", *place)
        assert files_in(server.root) == files_in(share)
        new = new_lead(office, *place)
        ok(new, "sync", "--once")
        assert list(tallies(new)) == list(tallies(office.lead))


def after(number: int, fault: Fault) -> Fault:
    """Let so many uploads pass before a fault."""
    left = number

    def later(
        app: Application, environ: dict[str, Any], start: Callable[..., Any]
    ) -> Iterable[bytes] | None:
        nonlocal left
        if environ["REQUEST_METHOD"] == "PUT" and left:
            left -= 1
            return None
        return fault(app, environ, start)

    return later


def test_an_old_place_that_is_gone_is_told_loudly_and_copied_when_it_is_back(
    office: Office, tmp_path: Path
) -> None:
    share, away = office.folder / "share", office.folder / "unplugged"
    share.rename(away)
    with dav_server(tmp_path / "server") as server:
        place = on_server(server, office.folder)
        told = ok(office.lead, "delivery", "set", *place)
        assert f"Det, der ligger i det gamle sted ({share}), blev ikke kopieret helt." in told
        assert "ikke ligger i det nye sted: 6." in told
        assert f"Vælg {share} igen, når det kan nås" in told
        ok(office.everybody["CD"], "delivery", "set", *place)
        correct(office, "CD")
        ok(office.lead, "sync", "--once")
        new = new_lead(office, *place)
        told = ok(new, "sync", "--once")
        assert "Mindst 1 brev fra vejlederne er ikke her" in told
        assert "»vejviser bundle open MAPPE«" in told
        ok(new, "bundle", "open", away)
        assert list(tallies(new)) == list(tallies(office.lead))
        assert as_json(new, "sync", "--once")["never_came"] == 0


def test_choosing_the_old_place_again_and_then_the_new_one_copies_the_rest(
    office: Office, tmp_path: Path
) -> None:
    share, away = office.folder / "share", office.folder / "unplugged"
    share.rename(away)
    with dav_server(tmp_path / "server") as server:
        place = on_server(server, office.folder)
        ok(office.lead, "delivery", "set", *place)
        away.rename(share)
        ok(office.lead, "delivery", "set", share)
        told = ok(office.lead, "delivery", "set", *place)
        assert "ikke ligger" not in told
        assert files_in(server.root) == files_in(share)


def test_a_place_that_was_forgotten_leaves_its_letters_told(office: Office, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    ok(office.lead, "delivery", "forget")
    told = ok(office.lead, "delivery", "set", other)
    assert "ikke ligger i det nye sted: 6." in told
    assert "gendannelsesark" in told


def test_the_place_and_a_roster_are_not_both_named(office: Office) -> None:
    new = an_installation(office.folder / "NL", "NL")
    share = office.folder / "share"
    told = ok(
        new,
        *("project", "takeover", office.folder / "roster.json", "--from", share),
        *("--code-file", new.file("code.txt", office.code)),
        code=1,
    )
    assert "Angiv stedet eller filerne, ikke begge." in told


def test_a_wrong_code_takes_nothing_over_from_a_place(office: Office) -> None:
    new = an_installation(office.folder / "NL", "NL")
    code, share = new.file("code.txt", "AAAA-BBBB-CCCC"), office.folder / "share"
    ok(new, "project", "takeover", "--from", share, "--code-file", code, code=1)
    assert "hører endnu ikke" in ok(new, "project", "show", code=1)


def test_a_new_lead_who_moves_the_place_before_reading_it_reads_everything_there(
    office: Office, tmp_path: Path
) -> None:
    counted = list(tallies(office.lead))
    new = new_lead(office, office.folder / "share")
    with dav_server(tmp_path / "server") as server:
        ok(new, "delivery", "set", *on_server(server, office.folder))
        ok(new, "sync", "--once")
        assert list(tallies(new)) == counted


def test_a_month_that_was_received_is_saved_again_for_a_lead_who_lacks_it(
    office: Office, tmp_path: Path
) -> None:
    new = new_lead(office, office.folder / "share")
    shutil.rmtree(office.folder / "share" / "taken")
    ok(new, "sync", "--once")
    assert as_json(new, "lead", "status")["contacts"] == 0
    for name, one in office.laptops.items():
        assert "modtaget af projektlederen" in ok(one, "sync", "--once") + ok(one, "bundle", "list")
        for month in ("2018-09", "2018-10"):
            options = ("--month", month, "--out", office.desk(name))
            made = as_json(one, "bundle", "make", *options)
            assert [letter["state"] for letter in made["written"]] == ["acknowledged"]
            assert [file["to"] for file in made["files"]] == ["NL"]
        ok(new, "bundle", "open", office.desk(name))
    assert list(tallies(new)) == list(tallies(office.lead))
