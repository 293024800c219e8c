"""Months are closed, listed and restated from a script, byte for byte as the window has them."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.models.inquiry_drafts import InquiryDraft, save_draft
from app.models.planning import plan_visit
from tests.cli.conftest import Installation, as_json
from tests.records import add_contact, add_workplace

DAY = date(2020, 3, 10)
MONTH = ("--month", "2020-03")


@pytest.fixture
def march(installation: Installation) -> Installation:
    """Two contacts in March 2020 and one in April."""
    store = installation.open()
    lem = add_workplace(store, "LEM", "Vestas i Lem")
    add_contact(store, None, DAY, workplace_id=lem.id)
    add_contact(store, None, DAY)
    add_contact(store, None, date(2020, 4, 3))
    store.close()
    return installation


def correct(installation: Installation) -> None:
    store = installation.open()
    add_contact(store, None, DAY, reasons=("S01",))
    store.close()


def report(installation: Installation, month: str, out: Path) -> list[bytes]:
    formats = [word for name in ("pdf", "xlsx", "csv", "csv-excel") for word in ("--format", name)]
    result = installation.run("report", "--month", month, *formats, "--out", out)
    assert result.exit_code == 0, result.stderr
    return [Path(line).read_bytes() for line in result.stdout.splitlines()]


def test_a_month_is_closed_corrected_and_restated(march: Installation, tmp_path: Path) -> None:
    closed = march.run("close", *MONTH)
    assert (closed.exit_code, closed.stderr) == (0, "")
    assert closed.stdout.startswith("2020-03  Lukket ")
    assert closed.stdout.endswith(" af KM.\n")
    before = report(march, "2020-03", tmp_path / "before")
    assert report(march, "2020-03", tmp_path / "again") == before

    correct(march)
    tally = ("tally", "--from", "2020-03", "--to", "2020-03")
    counted = as_json(march, *tally)
    assert counted["contacts"]["all"] == 2
    assert (counted["closing"]["revision"], counted["closing"]["month"]) == (1, "2020-03")
    assert [each["now"] for each in counted["closing"]["changed"][:2]] == [3, 3]
    text = march.run(*tally).stdout
    assert "Rettet siden månedslukningen: " in text
    (listed, april) = march.run("close", "--list").stdout.splitlines()
    assert " Rettet siden månedslukningen: " in listed
    assert april == "2020-04  Åben; der er noget på tjeklisten."

    restated = march.run("close", *MONTH, "--restate", "--reason", "En henvendelse manglede")
    assert restated.exit_code == 0, restated.stderr
    assert "(udgave 2): En henvendelse manglede." in restated.stdout
    assert as_json(march, *tally)["contacts"]["all"] == 3
    april = march.run("tally", "--from", "2020-04", "--to", "2020-04").stdout
    assert "Rettelser af tidligere måneder" in april


def test_what_is_left_to_do_is_named_with_ids_and_set_aside_when_told_to(
    march: Installation,
) -> None:
    store = march.open()
    lem = store.workplaces.by_code("LEM")
    assert lem is not None
    visit = plan_visit(store, workplace_id=lem.id, day=DAY, time="09:00", minutes=60)
    silent = add_contact(store, None, DAY, reasons=())
    save_draft(store, InquiryDraft(date=DAY, note="begyndt"), "kladde-1")
    store.close()

    refused = march.run("close", *MONTH)
    assert refused.exit_code == 1
    assert refused.stdout.splitlines() == [
        "1 fremmøde er hverken holdt eller aflyst",
        f"  {visit.id}  tirsdag 10-03-2020, Vestas i Lem",
        "1 kladde er ikke gemt",
        "  kladde-1  tirsdag 10-03-2020",
        "1 henvendelse mangler en årsag",
        f"  {silent.id}  tirsdag 10-03-2020",
    ]
    assert refused.stderr.splitlines()[0] == "Marts 2020 blev ikke lukket."
    assert "--anyway" in refused.stderr

    as_object = march.run("close", *MONTH, "--format", "json", language="en")
    assert as_object.exit_code == 1
    (month,) = json.loads(as_object.stdout)["months"]
    assert (month["state"], month["revisions"]) == ("open", [])
    assert [(each["check"], each["refs"]) for each in month["checks"]] == [
        ("unsettled_visit", [visit.id]),
        ("draft", ["kladde-1"]),
        ("no_reason", [silent.id]),
    ]
    assert month["checks"][2]["text"]["en"] == "1 inquiry has no reason"

    assert march.run("close", *MONTH, "--anyway").exit_code == 0
    again = march.run("close", *MONTH, "--anyway")
    assert (again.exit_code, again.stderr.splitlines()[1]) == (1, "Den er lukket allerede.")


def test_the_list_as_json(march: Installation) -> None:
    march.run("close", *MONTH)
    correct(march)
    listed = as_json(march, "close", "--list")
    assert listed["format"] == "vejviser-close/1"
    march_object, april = listed["months"]
    assert (march_object["month"], march_object["state"]) == ("2020-03", "corrected")
    (revision,) = march_object["revisions"]
    assert (revision["revision"], revision["closed_by"], revision["reason"]) == (1, "KM", "")
    assert march_object["changed"][0]["table"] == "contacts"
    assert (april["state"], april["changed"]) == ("open", [])
    assert [each["check"] for each in april["checks"]] == ["corrected_not_restated"]


def test_a_month_that_is_not_over_stays_open_whatever_is_said(march: Installation) -> None:
    result = march.run("close", "--month", "2099-01", "--anyway")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "Januar 2099 blev ikke lukket.",
        "Måneden er ikke slut.",
        "Luk den, når den er slut.",
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        ((*MONTH, "--list"), 2),
        (("--list", "--anyway"), 2),
        ((*MONTH, "--restate"), 2),
        ((*MONTH, "--reason", "x"), 2),
        ((*MONTH, "--restate", "--reason", "x", "--anyway"), 2),
        (("--month", "2020-03-01"), 1),
        ((*MONTH, "--undo", "--anyway"), 2),
        (("--list", "--undo"), 2),
        ((*MONTH, "--restate", "--reason", "x"), 1),
        ((*MONTH, "--undo"), 1),
    ],
)
def test_what_cannot_be_meant_is_refused(
    march: Installation, words: tuple[str, ...], code: int
) -> None:
    result = march.run("close", *words)
    assert result.exit_code == code
    assert result.stderr
    assert as_json(march, "close", "--list")["months"][0]["revisions"] == []


def test_a_reason_is_needed_and_checked(march: Installation) -> None:
    march.run("close", *MONTH)
    correct(march)
    for reason in ("  ", "010203-1234 var glemt"):
        result = march.run("close", *MONTH, "--restate", "--reason", reason)
        assert result.exit_code == 1
    assert "CPR" in result.stderr


def test_a_close_is_taken_back_until_it_is_released(march: Installation) -> None:
    march.run("close", *MONTH)
    correct(march)
    march.run("close", *MONTH, "--restate", "--reason", "Glemt")
    first = march.run("close", *MONTH, "--undo")
    assert first.stdout.startswith("2020-03  Lukket ")
    assert march.run("close", *MONTH, "--undo").stdout == "2020-03  Åben; klar til at lukke.\n"
    march.run("close", *MONTH)
    store = march.open()
    current = store.month_closes.current("2020-03")
    assert current is not None
    store.month_closes.mark_released(current.id, "2020-03-public")
    store.close()
    refused = march.run("close", *MONTH, "--undo")
    assert (refused.exit_code, refused.stderr.splitlines()[1]) == (
        1,
        "Tallene er allerede udgivet.",
    )
    assert "Tal er med i 1 udgivelse." in march.run("close", "--list").stdout
