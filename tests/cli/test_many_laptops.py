"""Three laptops and a lead, by commands only: what the lead counts is what one store would count."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Installation
from tests.cli.team import (
    HEADER,
    Office,
    an_installation,
    an_office,
    as_json,
    close_all,
    dump,
    ok,
    published_workplaces,
    register,
    tallies,
    ten_words,
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office with both months closed; only to be copied."""
    office = an_office(tmp_path_factory.mktemp("office"))
    close_all(office)
    return office


@pytest.fixture
def office(kept: Office, tmp_path: Path) -> Office:
    folder = tmp_path / "office"
    shutil.copytree(kept.folder, folder)
    return Office(folder, kept.code, {name: Installation(folder / name) for name in kept.everybody})


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """One installation that holds everything that the three registered; only to be read."""
    folder = tmp_path_factory.mktemp("one") / "ALL"
    alone = published_workplaces(an_installation(folder, "ALL"))
    register(alone, "AB", "CD", "EF")
    return alone


def test_the_leads_figures_are_those_of_one_store(
    office: Office, one_store: Installation, tmp_path: Path
) -> None:
    bundles = [office.make(name) for name in ("AB", "CD", "EF")]
    assert [len(files) for files in bundles] == [2, 2, 2]
    some = [*bundles[2], bundles[0][1]]
    told = as_json(office.lead, "bundle", "open", *some)["files"]
    assert [one["verdict"] for one in told] == ["new"] * 3
    text = ok(office.lead, "bundle", "open", *(files[0].parent for files in bundles))
    assert text.count("Det er her allerede.") == 3
    assert "I alt\n  Personer: 2 + 4 nye − 3 kendte = 3\n  Henvendelser: 3 + 6 nye = 9\n" in text
    assert "forseglet til andre: 2." in text
    assert list(tallies(office.lead)) == list(tallies(one_store))
    assert list(tallies(office.lead, "lead")) == list(tallies(one_store))
    status = as_json(office.lead, "lead", "status")
    assert (status["contacts"], status["persons"], status["shared"]) == (9, 3, 2)
    assert {one["initials"]: one["known"] for one in status["laptops"]} == {
        "AB": True, "CD": True, "EF": True,
    }  # fmt: skip
    assert [one["gaps"] for one in status["laptops"]] == [[], [], []]
    # Of 2018, when nobody belonged yet: nobody waited for them.
    assert {cell["state"] for one in status["laptops"] for cell in one["months"][:2]} == {"sent"}
    # Whoever sent them is expected to send all that came after.
    assert {cell["state"] for one in status["laptops"] for cell in one["months"][2:-1]} == {"late"}
    _same_reports(office.lead, one_store, tmp_path)


def _same_reports(lead: Installation, one_store: Installation, folder: Path) -> None:
    """Close, report, release to the steering group and make the evaluator's pack, on both sides."""
    alone = Installation(folder / "alone")
    shutil.copytree(one_store.folder, alone.folder)
    found = []
    for one, words in ((lead, ("lead",)), (alone, ())):
        out = one.folder / "out"
        ok(one, *words, "close", "--month", "2018-09", *(() if words else ("--anyway",)))
        ok(one, *words, "close", "--month", "2018-10", *(() if words else ("--anyway",)))
        rows = ("evaluator", "--from", "2018-09", "--to", "2018-10", "--preview")
        pack = ok(one, *words, *rows)
        if words:
            # Only a lead says from whom the rows are.
            said, _, pack = pack.partition("\n")
            assert said == "Alle vejlederes computere har sendt deres tal for perioden."
        month = ("--month", "2018-10")
        ok(one, *words, "report", *month, "--format", "csv", "--out", out / "internal")
        released = (*words, "report", "--profile", "steering", *month)
        preview = ok(one, *released, "--preview")
        ok(one, *released, "--format", "csv", "--out", out / "steering")
        (release,) = (out / "steering").rglob("*.json")
        ok(one, "check-release", release)
        files = {
            path.relative_to(out): _without_coverage(path.read_bytes(), expected=bool(words))
            for path in sorted(out.rglob("*.csv"))
        }
        found.append((pack, preview, files))
    assert found[0] == found[1]


def _without_coverage(data: bytes, *, expected: bool) -> bytes:
    """Return a CSV file without what only a lead says: from whom the figures are."""
    said = (
        "Tallene er samlet fra 3 vejlederes computere: AB, CD, EF. Ingen måned mangler.".encode(),
        b"Af de unikke personer er ",
    )
    lines = data.splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith((*said, *(b'"' + one for one in said)))]
    internal = any(line.startswith(b"Arbejdspladser;") for line in lines)
    assert len(lines) - len(kept) == (2 if expected and internal else 0)
    return b"".join(kept)


def correct_september(installation: Installation) -> None:
    """Register a contact of September that was forgotten."""
    row = "2018-09-28,15:00,ARLA-DP,workplace,anonymous,,,man,,29-38,employee,none,P01,A07,5,AB,,"
    more = installation.file("more.csv", f"{HEADER}{row}\n")
    ok(installation, "import", "inquiries", more)


def test_a_correction_is_a_new_revision_that_replaces(office: Office) -> None:
    ab = office.everybody["AB"]
    (september, _) = office.make("AB")
    assert "kan ikke fortrydes" in ok(ab, "close", "--month", "2018-09", "--undo", code=1)
    assert "Gjort klar til projektlederen" in ok(ab, "close", "--list")
    correct_september(ab)
    assert as_json(ab, "bundle", "make")["written"] == [], "a month that is corrected waits"
    ok(ab, "close", "--month", "2018-09", "--restate", "--reason", "En henvendelse manglede")
    revised = office.make("AB")
    told = [
        as_json(office.lead, "bundle", "open", one)["files"][0] for one in (september, *revised)
    ]
    assert [(one["verdict"], one["revision"]) for one in told] == [("new", 1), ("replaced", 2)]
    assert told[1]["contacts"] == {
        "before": 3,
        "told": 4,
        "known": 0,
        "gone": 3,
        "after": 4,
        "parted": 0,
    }
    before = dump(office.lead)
    assert as_json(office.lead, "bundle", "open", september)["files"][0]["known"]
    assert dump(office.lead) == before
    receipts = as_json(office.lead, "bundle", "make", "--out", office.desk("receipts"))["files"]
    assert {one["to"] for one in receipts} == {"AB"}
    for one in receipts:
        ok(ab, "bundle", "open", one["file"])
    listed = as_json(ab, "bundle", "list")["written"]
    states = [(one["month"], one["revision"], one["state"]) for one in listed]
    assert ("2018-09", 2, "acknowledged") in states
    assert ("2018-10", 1, "saved") in states


def test_a_letter_that_never_came_is_missed_by_the_next(office: Office) -> None:
    september = office.make("AB", "--month", "2018-09")
    ok(office.lead, "bundle", "open", *office.make("AB", "--month", "2018-10"))
    rows = as_json(office.lead, "lead", "status")["laptops"]
    assert [one["gaps"] for one in rows if one["initials"] == "AB"] == [[1]]
    status = ok(office.lead, "lead", "status")
    assert "breve, der ikke er kommet, mindst 1 (nr. 1)\n" in status
    assert "  –" in status
    assert "\n–  ventes ikke: fra før" in status, "what the sign means"
    october = ("--from", "2018-10-01", "--to", "2018-10-31")
    counted = ok(office.lead, "lead", "tally", *october, "--format", "csv")
    assert "Breve, der ikke er nået frem: AB mindst 1." in counted.splitlines()[1]
    assert "Ingen måned" not in counted
    ok(office.lead, "bundle", "open", *september)
    rows = as_json(office.lead, "lead", "status")["laptops"]
    assert [one["gaps"] for one in rows] == [[], [], []]


def test_a_lost_file_is_written_again_and_a_lost_receipt_comes_with_the_next(
    office: Office,
) -> None:
    ab = office.everybody["AB"]
    (lost,) = office.make("AB", "--month", "2018-09")
    lost.unlink()
    (again,) = office.make("AB", "--month", "2018-09")
    ok(office.lead, "bundle", "open", again)
    for name in ("lost", "kept"):
        receipts = as_json(office.lead, "bundle", "make", "--out", office.desk(name))["files"]
        if name == "lost":
            ok(office.lead, "bundle", "open", *office.make("AB", "--month", "2018-10"))
    ok(ab, "bundle", "open", *(one["file"] for one in receipts))
    summaries = [one for one in as_json(ab, "bundle", "list")["written"] if one["month"]]
    assert [one["state"] for one in summaries] == ["acknowledged", "acknowledged"]


def test_an_older_revision_that_comes_late_changes_no_figure(office: Office) -> None:
    ab = office.everybody["AB"]
    (september, october) = office.make("AB")
    correct_september(ab)
    ok(ab, "close", "--month", "2018-09", "--restate", "--reason", "En henvendelse manglede")
    (revised,) = office.make("AB")
    ok(office.lead, "bundle", "open", revised, october)
    counted = list(tallies(office.lead))
    late = as_json(office.lead, "bundle", "open", september)["files"][0]
    assert (late["verdict"], late["refused"]) == ("older", None)
    assert list(tallies(office.lead)) == counted


def test_a_restored_laptop_goes_on_as_a_new_one(office: Office, one_store: Installation) -> None:
    ab = office.everybody["AB"]
    ok(office.lead, "bundle", "open", *office.make("AB", "--month", "2018-09"))
    ok(ab, "backup")
    (backup,) = ab.paths.backups.glob("*.db")
    ok(ab, "restore", backup)
    refused = ok(ab, "bundle", "make", "--month", "2018-10", code=1)
    assert "deltagerlisten" in refused
    office.join("AB")
    office.hand_out()
    october = office.make("AB")
    ok(office.lead, "bundle", "open", *october, *office.make("CD"), *office.make("EF"))
    assert list(tallies(office.lead)) == list(tallies(one_store))
    rows = as_json(office.lead, "lead", "status")["laptops"]
    assert sorted(row["initials"] for row in rows) == ["AB", "CD", "EF"]


def test_a_lost_laptop_is_revoked_and_what_came_before_stays(office: Office) -> None:
    ef = office.everybody["EF"]
    office.make("AB")  # brings the others the key
    (september,) = office.make("EF", "--month", "2018-09")
    ok(office.lead, "bundle", "open", september)
    told = ok(office.lead, "roster", "revoke", "EF")
    assert "Breve efter nummer 1 gælder ikke." in told
    (october,) = office.make("EF")
    before = dump(office.lead)
    refused = as_json(office.lead, "bundle", "open", october, code=5)["files"]
    unread = {"for_others": False, "other": None}
    assert refused == [{"file": october.name, "refused": "revoked_sender", **unread}]
    assert dump(office.lead) == before
    assert as_json(office.lead, "lead", "status")["contacts"] == 1
    office.hand_out()
    correct_september(ef)
    ok(ef, "close", "--month", "2018-09", "--restate", "--reason", "En henvendelse manglede")
    assert "spærret" in ok(ef, "bundle", "make", code=1)


def test_a_new_lead_takes_over_and_reads_what_was_sent_before(
    office: Office, one_store: Installation
) -> None:
    sent = [path for name in ("AB", "CD", "EF") for path in office.make(name)]
    ok(office.lead, "bundle", "open", *sent)
    new = published_workplaces(an_installation(office.folder / "NL", "NL"))
    code = new.file("code.txt", office.code)
    ok(new, "project", "takeover", office.folder / "roster.json", "--code-file", code)
    ok(new, "bundle", "open", *sent)
    assert list(tallies(new)) == list(tallies(one_store))
    office.hand_out(new)
    ab = office.everybody["AB"]
    assert json.loads(ok(ab, "project", "show", "--format", "json"))["term"] == 2
    old = office.folder / "old.json"
    ok(office.lead, "roster", "export", old)
    ok(ab, "roster", "accept", old, "--words", ten_words(office.lead), code=5)


def test_what_makes_no_sense_at_a_lead_says_so(office: Office) -> None:
    lead, ab = office.lead, office.everybody["AB"]
    before = dump(lead)
    for command in (
        ("import", "inquiries", ab.folder / "rows.csv"),
        ("plan",),
        ("visits", "start", "--workplace", "ARLA-DP"),
        ("inquiries", "list"),
        ("people", "find", "hanne"),
        ("followups", "list"),
        ("referrals", "list"),
        ("activities", "list"),
        ("retention", "due"),
        ("bundle", "make", "--month", "2018-09"),
    ):
        assert "projektlederens tal" in ok(lead, *command, code=1), command
    assert dump(lead) == before
    for name in ("status", "tally", "report", "close", "evaluator"):
        words = ("--month", "2018-09") if name in ("close", "report") else ()
        words = (
            ("--from", "2018-09", "--to", "2018-09") if name in ("tally", "evaluator") else words
        )
        words = (*words, "--preview") if name == "evaluator" else words
        words = (*words, "--out", "x") if name == "report" else words
        assert "en vejleders" in ok(ab, "lead", name, *words, code=1), name


def test_who_is_erased_on_a_laptop_is_forgotten_at_the_lead(office: Office) -> None:
    """CD alone registered Ida; after she is erased the figures stay, her tokens do not."""
    ok(office.lead, "bundle", "open", *office.make("AB"), *office.make("CD"))
    counted = list(tallies(office.lead))
    tokens = dump(office.lead)["reported_token"]
    cd = office.everybody["CD"]
    (ida,) = json.loads(ok(cd, "people", "find", "ida skov", "--format", "json"))
    ok(cd, "people", "erase", ida["person"], "--yes", "--out", office.folder / "receipts")
    correct_september(cd)
    ok(cd, "close", "--month", "2018-09", "--restate", "--reason", "En henvendelse manglede")
    ok(office.lead, "bundle", "open", *office.make("CD"))
    left = dump(office.lead)
    assert len(left["reported_token"]) == len(tokens) - 1
    assert len(left["reported_erased"]) >= 1
    now = list(tallies(office.lead))
    assert [one["contacts"]["all"] for one in now] == [
        one["contacts"]["all"] + extra for one, extra in zip(counted, (1, 0, 1), strict=True)
    ]
    assert [one["contacts"]["returning"] for one in now] == [
        one["contacts"]["returning"] for one in counted
    ]
