"""A plan kept by a script: rules in, visits shown, started, ended, cancelled and moved."""

import csv
import io
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.models.clock import LOCAL_ZONE, local_today, system_clock
from app.models.periods import monday
from tests.cli.conftest import Installation, as_json
from tests.cli.test_process import ROOT
from tests.cli.test_process import started as process

KEYS = [
    *("visit", "workplace", "start", "end", "shift", "place", "counsellors", "status", "rule"),
]
TODAY = local_today(system_clock)
# Far from today, so that no test depends on the day on which it runs; weeks without holidays.
WEEK = ("--from", "2024-01-15", "--to", "2024-01-28")
A_RULE = ("rules", "add", "--workplace", "TIM", "--weekday", "ma", "--time", "9")


def test_the_plan_as_json_is_what_another_program_can_build_on(planned: Installation) -> None:
    plan = as_json(planned, "plan", *WEEK)
    assert [list(visit) for visit in plan] == [KEYS] * 5
    assert [(visit["workplace"], visit["start"], visit["end"]) for visit in plan] == [
        ("ARLA-DP", "2024-01-16T13:00:00+01:00", "2024-01-16T14:30:00+01:00"),
        ("ARLA-DP", "2024-01-18T13:00:00+01:00", "2024-01-18T14:30:00+01:00"),
        ("VESTAS-LE", "2024-01-19T09:00:00+01:00", "2024-01-19T10:00:00+01:00"),
        ("ARLA-DP", "2024-01-23T13:00:00+01:00", "2024-01-23T14:30:00+01:00"),
        ("ARLA-DP", "2024-01-25T13:00:00+01:00", "2024-01-25T14:30:00+01:00"),
    ]
    friday = plan[2]
    (rule,) = as_json(planned, "rules", "list", "--workplace", "VESTAS-LE")
    assert friday["visit"] == f"20240119.{rule['series']}"
    assert friday["rule"] == rule["rule"]
    assert (friday["shift"], friday["place"], friday["status"]) == ("", "Kantinen", "planned")
    assert friday["counsellors"] == ["KM"]


def test_the_same_ids_everywhere(planned: Installation) -> None:
    ids = [visit["visit"] for visit in as_json(planned, "plan", *WEEK)]
    assert [visit["visit"] for visit in as_json(planned, "visits", "list", *WEEK)] == ids
    lines = planned.run("visits", "list", *WEEK).stdout.splitlines()
    assert [line.split("  ")[0] for line in lines] == ids
    rows = csv.DictReader(io.StringIO(planned.run("plan", *WEEK, "--format", "csv").stdout))
    assert [row["id"] for row in rows] == ids
    calendar = planned.run("plan", *WEEK, "--format", "ics").stdout.replace("\r\n ", "")
    assert all(f"UID:{one}" in calendar for one in ids)


def test_a_plan_is_of_one_workplace_or_one_counsellor_when_asked(planned: Installation) -> None:
    arla = as_json(planned, "plan", *WEEK, "--workplace", "ARLA-DP")
    assert {visit["workplace"] for visit in arla} == {"ARLA-DP"}
    assert as_json(planned, "plan", *WEEK, "--counsellor", "KM")
    both = as_json(planned, "plan", *WEEK, "--workplace", "ARLA-DP", "--workplace", "VESTAS-LE")
    assert len(both) == 5


def test_this_week_unless_told_otherwise(planned: Installation) -> None:
    added = as_json(
        planned,
        *("visits", "add", "--workplace", "TIM", "--date", str(monday(TODAY)), "--time", "08:00"),
    )
    assert [visit["visit"] for visit in as_json(planned, "plan", "--workplace", "TIM")] == [
        added["visit"]
    ]
    assert len(as_json(planned, "plan", "--from", "2024-01-15")) == 3, "the rest of that week"
    assert len(as_json(planned, "plan", "--to", "2024-01-21")) == 3, "from its Monday on"
    assert len(as_json(planned, "plan", "--from", "2024-01")) == 6, "the rest of that month"


def test_a_day_from_the_plan_to_the_tally(planned: Installation) -> None:
    today = ("--from", str(TODAY), "--to", str(TODAY))
    add = ("visits", "add", "--workplace", "TIM", "--date", str(TODAY), "--time", "23:00")
    visit = as_json(planned, *add, "--shift", "night", "--place", "Vagtstuen")
    assert (visit["status"], visit["rule"], visit["shift"]) == ("planned", None, "night")

    begun = as_json(planned, "visits", "start", visit["visit"])
    assert (begun["visit"], begun["status"]) == (visit["visit"], "running")
    age = datetime.now(LOCAL_ZONE) - datetime.fromisoformat(begun["start"])
    assert age < timedelta(minutes=5)
    second = planned.run("visits", "start", "--workplace", "ARLA-DP")
    assert (second.exit_code, second.stderr.splitlines()[1]) == (1, "Et andet fremmøde er i gang.")

    ended = as_json(planned, "visits", "end")
    assert (ended["visit"], ended["status"]) == (visit["visit"], "held")
    unplanned = as_json(planned, "visits", "start", "--workplace", "ARLA-DP")
    assert (unplanned["status"], unplanned["place"]) == ("running", "Lokale på kontorgangen")
    assert as_json(planned, "visits", "end", unplanned["visit"])["status"] == "held"

    tally = as_json(planned, "tally", *today)
    assert (tally["visits"]["held"], tally["visits"]["zero"]) == (2, 2)


def test_cancelled_moved_and_put_back(planned: Installation) -> None:
    tuesday, thursday, friday = (visit["visit"] for visit in as_json(planned, "plan", *WEEK)[:3])
    cancelled = as_json(planned, "visits", "cancel", tuesday, "--reason", "Syg")
    assert (cancelled["visit"], cancelled["status"]) == (tuesday, "cancelled")
    words = ("--to-date", "2024-01-17", "--to-time", "10:00", "--reason", "Møde")
    moved = as_json(planned, "visits", "move", thursday, *words)
    assert (moved["visit"], moved["status"]) == (thursday, "moved")
    assert (moved["start"], moved["end"]) == (
        "2024-01-17T10:00:00+01:00",
        "2024-01-17T11:30:00+01:00",
    )
    held = as_json(planned, "visits", "hold", friday, "--start", "09:05", "--end", "09:50")
    assert (held["status"], held["start"]) == ("held", "2024-01-19T09:05:00+01:00")

    plan = as_json(planned, "plan", *WEEK)
    assert [(visit["visit"], visit["status"]) for visit in plan[:3]] == [
        (tuesday, "cancelled"),
        (thursday, "moved"),
        (friday, "held"),
    ]
    assert as_json(planned, "visits", "reinstate", tuesday)["status"] == "planned"
    back = as_json(planned, "visits", "move", thursday, "--to-date", "2024-01-18",
                   "--to-time", "13:00")  # fmt: skip
    assert (back["visit"], back["status"]) == (thursday, "planned")
    again = planned.run("visits", "cancel", friday, "--reason", "Syg")
    assert (again.exit_code, again.stderr.splitlines()[1]) == (1, "Det er allerede holdt.")


def test_real_times_that_are_not_told_are_the_planned_ones(planned: Installation) -> None:
    tuesday, thursday, friday = (visit["visit"] for visit in as_json(planned, "plan", *WEEK)[:3])
    late = as_json(planned, "visits", "hold", tuesday, "--start", "13:20")
    assert (late["start"][11:16], late["end"][11:16]) == ("13:20", "14:30")
    early = as_json(planned, "visits", "hold", thursday, "--end", "14:00")
    assert (early["start"][11:16], early["end"][11:16]) == ("13:00", "14:00")
    after = planned.run("visits", "hold", friday, "--start", "22:30")
    assert (after.exit_code, "slutte efter" in after.stderr) == (1, True)

    words = ("--workplace", "TIM", "--date", "2024-01-31", "--time", "23:30", "--minutes", "60")
    night = as_json(planned, "visits", "add", *words)["visit"]
    held = as_json(planned, "visits", "hold", night, "--start", "00:10", "--end", "01:40")
    assert (held["start"], held["end"]) == (
        "2024-02-01T00:10:00+01:00",
        "2024-02-01T01:40:00+01:00",
    )


def test_what_was_pasted_stays_on_one_line(planned: Installation) -> None:
    words = ("--workplace", "TIM", "--date", "2024-01-31", "--time", "08:00")
    added = planned.run("visits", "add", *words, "--place", "Kantinen\nindgang\x1b[2J B")
    assert (added.exit_code, added.stdout.count("\n")) == (0, 1)
    assert "Kantinen indgang[2J B" in added.stdout


def test_somebody_else_goes_there(planned: Installation) -> None:
    friday = as_json(planned, "plan", *WEEK)[2]["visit"]
    unknown = planned.run("visits", "assign", friday, "--counsellor", "BH")
    assert unknown.exit_code == 1
    assert unknown.stderr.splitlines()[1:] == [
        "Der er ingen vejleder med initialerne »BH«.",
        "Vælg mellem KM.",
    ]
    rules = "workplace,every_weeks,weekdays,time,minutes,counsellors,valid_from\n"
    file = planned.file("more.csv", rules + "TIM,1,1,08:00,60,BH|KM,2024-01-15\n")
    assert "Nye vejledere: BH" in planned.run("import", "rules", file).stdout
    assigned = as_json(
        planned, "visits", "assign", friday, "--counsellor", "BH", "--counsellor", "KM"
    )
    assert assigned["counsellors"] == ["BH", "KM"]


def test_rules_are_added_changed_and_ended(planned: Installation) -> None:
    words = ("--workplace", "TIM", "--every-weeks", "2", "--weekday", "onsdag", "--time", "09:00")
    added = as_json(
        planned,
        *("rules", "add", *words, "--from", "2035-01-15", "--until", "2035-12-31"),
        *("--place", "Kantinen", "--place", "Lager", "--address", "Nord", "--address", "Syd"),
    )
    assert (added["weekdays"], added["minutes"], added["first_week"]) == ([3], 60, "2035-01-15")
    assert added["places"] == [
        {"room": "Kantinen", "address": "Nord"},
        {"room": "Lager", "address": "Syd"},
    ]
    visits = as_json(planned, "plan", "--from", "2035-01", "--to", "2035-02", "--workplace", "TIM")
    assert [(visit["start"][:10], visit["place"]) for visit in visits] == [
        ("2035-01-17", "Kantinen, Nord"),
        ("2035-01-31", "Lager, Syd"),
        ("2035-02-14", "Kantinen, Nord"),
        ("2035-02-28", "Lager, Syd"),
    ]

    change = ("rules", "change", added["rule"], "--from", "2035-02-01", "--time", "10:00")
    changed = as_json(planned, *change, "--reason", "Vagtskifte")
    assert (changed["series"], changed["time"]) == (added["series"], "10:00")
    assert changed["rule"] != added["rule"]
    ended = as_json(planned, "rules", "end", changed["rule"], "--until", "2035-02-20",
                    "--reason", "Der kom ingen")  # fmt: skip
    assert (ended["valid_until"], ended["end_reason"]) == ("2035-02-20", "Der kom ingen")
    visits = as_json(planned, "plan", "--from", "2035-01", "--to", "2035-02", "--workplace", "TIM")
    assert [visit["start"][:16] for visit in visits] == [
        "2035-01-17T09:00",
        "2035-01-31T09:00",
        "2035-02-14T10:00",
    ]
    deleted = as_json(planned, "rules", "delete", changed["rule"])
    assert deleted["rule"] == changed["rule"]
    (first,) = as_json(planned, "rules", "list", "--workplace", "TIM")
    assert (first["rule"], first["valid_until"]) == (added["rule"], "2035-01-31")
    (line,) = planned.run("rules", "list", "--workplace", "VESTAS-LE").stdout.splitlines()
    assert "VESTAS-LE  hver 2. uge, fredag 09.00–10.00  Kantinen  KM  15-01-2024 –" in line


def test_activities_are_planned_held_and_cancelled(planned: Installation) -> None:
    words = ("--kind", "talk_managers", "--date", "2024-01-16", "--time", "10:00")
    more = ("--title", "Om § 56", "--topic", "T02", "--workplace", "TIM", "--place", "Kantinen")
    talk = as_json(planned, "activities", "add", *words, *more, "--minutes", "45")
    assert (talk["status"], talk["workplaces"], talk["counsellors"]) == ("planned", ["TIM"], ["KM"])
    assert (talk["start"], talk["end"]) == (
        "2024-01-16T10:00:00+01:00",
        "2024-01-16T10:45:00+01:00",
    )
    held = as_json(planned, "activities", "held", talk["activity"], "--participants", "14")
    assert (held["status"], held["participants"]) == ("held", 14)
    other = as_json(planned, "activities", "add", *words)
    reason = ("--reason", "Mødet er udsat")
    cancelled = as_json(planned, "activities", "cancel", other["activity"], *reason)
    assert (cancelled["status"], cancelled["reason"]) == ("cancelled", "Mødet er udsat")
    listed = as_json(planned, "activities", "list", *WEEK)
    assert {one["activity"] for one in listed} == {talk["activity"], other["activity"]}
    lines = planned.run("activities", "list", *WEEK).stdout
    assert "Oplæg for ledere: Om § 56  TIM  Kantinen  KM  holdt" in lines
    wrong = planned.run("activities", "add", *words, "--topic", "X9")
    assert (wrong.exit_code, wrong.stderr.splitlines()[1]) == (1, "Der er ikke noget emne »X9«.")
    assert "T01, T02" in wrong.stderr.splitlines()[2]


def test_every_key_is_described(planned: Installation) -> None:
    friday = as_json(planned, "plan", *WEEK)[2]
    as_json(planned, "visits", "hold", friday["visit"])
    words = ("--kind", "network", "--date", "2024-01-16", "--time", "10:00")
    worth = as_json(planned, "worth", *WEEK)
    objects = [
        *(friday, as_json(planned, "rules", "list")[0], worth, worth["worth"][0]),
        as_json(planned, "activities", "add", *words),
    ]
    described = (ROOT / "docs/plan-json.md").read_text("utf-8")
    keys = {key for one in objects for key in one} - {"format"}
    assert [key for key in sorted(keys) if f"`{key}`" not in described] == []


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("plan", "--workplace", "LEGO"), 1, "LEGO"),
        (("plan", "--counsellor", "XX"), 1, "XX"),
        (("plan", "--from", "i går"), 1, "i går"),
        (("plan", "--from", ""), 1, "en dag som"),
        (("plan", "--format", "pdf"), 2, "--out"),
        (("plan", "--format", "xlsx"), 2, "--out"),
        (("visits", "start"), 2, "--workplace"),
        (("visits", "start", "X", "--workplace", "TIM"), 2, "--workplace"),
        (("visits", "start", "ukendt"), 1, "findes ikke i planen"),
        (("visits", "start", "--workplace", "LEGO"), 1, "ARLA-DP, ARLA-KC"),
        (("visits", "start", "--workplace", "ARLA"), 1, "ARLA-DP eller ARLA-KC"),
        (("visits", "end"), 1, "Det er ikke i gang."),
        (("visits", "end", "ukendt"), 1, "Der er intet fremmøde med id »ukendt«."),
        (("visits", "move", "ukendt"), 2, "--to-date"),
        (("visits", "move", "ukendt", "--minutes", "0"), 1, "findes ikke i planen"),
        (("visits", "move", "ukendt", "--minutes", "en"), 2, "Angiv et helt tal."),
        (("visits", "move", "ukendt", "--to-date", ""), 1, "»« er ikke en dag."),
        (("visits", "move", "ukendt", "--to-date", "20-01-2035"), 1, "findes ikke i planen"),
        (("visits", "move", "ukendt", "--to-date", "2024-01"), 1, "»2024-01« er ikke en dag."),
        (("rules", "end", "ukendt"), 1, "rules list"),
        (("rules", "change", "ukendt"), 2, "hvad der skal ændres"),
        (("rules", "change", "ukendt", "--from", "2035-01-01"), 2, "hvad der skal ændres"),
        ((*A_RULE, "--from", "2035-01-02", "--until", "2035-01-05"), 1, "en senere slutdato"),
        (
            ("visits", "add", "--workplace", "TIM", "--date", "2035-01-01", "--time", "25"),
            1,
            "9.30",
        ),
        (("rules", "delete", "ukendt"), 1, "rules list"),
        (("rules", "add", "--workplace", "TIM", "--weekday", "ons"), 1, "klokkeslæt"),
        (("rules", "add", "--workplace", "TIM", "--weekday", "x", "--time", "9"), 1, "ugedag"),
        (("activities", "held", "ukendt"), 1, "activities list"),
    ],
)
def test_what_cannot_be_done_is_said_in_three_lines(
    planned: Installation, words: tuple[str, ...], code: int, told: str
) -> None:
    result = planned.run(*words)
    assert result.exit_code == code, result.output
    assert told in result.stderr
    if code == 1:
        assert len(result.stderr.splitlines()) == 3


def test_the_plan_reaches_other_programs_as_bytes_and_as_files(
    planned: Installation, tmp_path: Path
) -> None:
    place = ("--data-dir", planned.paths.data_dir, "--passphrase-file", planned.passphrase_file)
    done = process(*place, "plan", *WEEK, "--format", "ics")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"BEGIN:VCALENDAR\r\n")
    assert done.stdout.count(b"BEGIN:VEVENT") == 5
    for form, start in (("pdf", b"%PDF-"), ("xlsx", b"PK"), ("ics", b"BEGIN:VCALENDAR")):
        out = tmp_path / "ud" / f"uge.{form}"
        written = planned.run("plan", *WEEK, "--format", form, "--out", out)
        assert (written.exit_code, written.stdout) == (0, f"{out}\n")
        assert out.read_bytes().startswith(start)
    assert (tmp_path / "ud" / "uge.ics").read_bytes() == done.stdout
