"""What is typed about the plan: times, codes and places as people write them, and what is told back."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.files import explain_os_error
from app.models.clock import LOCAL_ZONE, local_today, system_clock
from app.models.periods import Period
from app.paths import resource
from tests.cli.conftest import Installation, as_json

TODAY = local_today(system_clock)
WEEK = ("--from", "2024-01-15", "--to", "2024-01-28")


@pytest.mark.parametrize("typed", ["9.30", "9:30", "09.30", "0930", "kl. 9.30"])
def test_times_are_taken_as_people_write_them(planned: Installation, typed: str) -> None:
    words = ("--workplace", "TIM", "--date", "2024-01-31", "--time", typed)
    assert as_json(planned, "visits", "add", *words)["start"][11:16] == "09:30"
    kind = ("--kind", "network", "--date", "2024-01-31", "--time", typed)
    assert as_json(planned, "activities", "add", *kind)["start"][11:16] == "09:30"
    days = ("--weekday", "onsdag", "--from", "2024-02-01")
    rule = as_json(planned, "rules", "add", "--workplace", "EGVAD", *days, "--time", typed)
    assert rule["time"] == "09:30"


def test_the_usual_place_is_filled_in_unless_told_otherwise(planned: Installation) -> None:
    usual = "Lokale på kontorgangen"
    visit = ("visits", "add", "--workplace", "arla-dp", "--date", "2024-02-05", "--time")
    assert as_json(planned, *visit, "9")["place"] == usual
    assert as_json(planned, *visit, "12", "--place", "")["place"] == ""
    rule = ("rules", "add", "--workplace", "ARLA-DP", "--weekday", "ons", "--time")
    assert as_json(planned, *rule, "9")["places"] == [{"room": usual, "address": ""}]
    empty = as_json(planned, *rule, "12", "--place", "")
    assert empty["places"] == []
    assert as_json(planned, "rules", "change", empty["rule"], "--place", "Hallen")["places"] == [
        {"room": "Hallen", "address": ""}
    ]


def test_codes_and_initials_are_known_in_any_case(planned: Installation) -> None:
    mine = ("--workplace", "arla-dp", "--counsellor", "km")
    plan = as_json(planned, "plan", *WEEK, *mine)
    assert {visit["workplace"] for visit in plan} == {"ARLA-DP"}
    assert as_json(planned, "visits", "list", *WEEK, *mine) == plan
    months = ("--from", "2024-01", "--to", "2024-01")
    assert as_json(planned, "tally", *months, "--workplace", "tim")["workplaces"] == ["TIM"]
    near = planned.run("tally", *months, "--workplace", "vestas")
    assert near.stderr.splitlines()[1:] == [
        "Der er ingen arbejdsplads med koden »vestas«.",
        "Mente du VESTAS-LE eller VESTAS-RI?",
    ]


def test_a_list_says_the_shift_and_why_a_rule_ended(planned: Installation) -> None:
    words = ("--workplace", "TIM", "--date", "2024-01-31", "--time", "22", "--shift", "night")
    assert "  TIM  natholdet  " in planned.run("visits", "add", *words).stdout
    (rule,) = as_json(planned, "rules", "list", "--workplace", "VESTAS-LE")
    planned.run("rules", "end", rule["rule"], "--reason", "Ingen kom")
    assert planned.run("rules", "list", "--all").stdout.count("  Ingen kom\n") == 1


def test_what_is_skipped_says_why_and_holidays_are_chosen(planned: Installation) -> None:
    rule = ("--workplace", "TIM", "--weekday", "torsdag", "--time", "9", "--from", "2026-12-01")
    planned.run("rules", "add", *rule)
    christmas = ("plan", "--from", "2026-12-21", "--to", "2026-12-27", "--workplace", "TIM")
    assert "Planlagt" in planned.run(*christmas).stdout
    assert planned.run("rules", "holidays").stdout.splitlines() == [
        "Fremmøder på helligdage: Springes over (skip)",
        "Dage, der regnes som helligdage: De officielle (public)",
    ]
    planned.run("rules", "holidays", "--days", "customary")
    assert "Sprunget over: juleaftensdag\n" in planned.run(*christmas).stdout
    kept = planned.run("rules", "holidays", "keep").stdout
    assert "Holdes som planlagt (keep)" in kept
    assert "Også mærkedage (customary)" in kept
    assert "Sprunget over" not in planned.run(*christmas).stdout
    assert planned.run("rules", "holidays", "drop").exit_code == 2


def test_what_does_not_fit_is_told_and_done_all_the_same(planned: Installation) -> None:
    friday = ("--workplace", "TIM", "--date", "2024-01-19")
    clash = planned.run("visits", "add", *friday, "--time", "9.30")
    assert clash.exit_code == 0
    assert clash.stderr.startswith("Konflikt: fre 19-01-2024: KM har to aftaler på samme tid: ")
    visit = clash.stdout.split()[0]
    fits = planned.run("visits", "move", visit, "--to-time", "12")
    assert (fits.exit_code, fits.stderr) == (0, "")
    travel = planned.run("visits", "move", visit, "--to-time", "10.05")
    assert "rejsen tager 20 min." in travel.stderr
    known = planned.run("visits", "assign", visit, "--counsellor", "KM")
    assert (known.exit_code, known.stderr) == (0, ""), "told once"
    text = planned.run("plan", *WEEK).stdout
    assert "\nKonflikter\n----------\n- fre 19-01-2024: KM har 5 min. fra " in text

    rule = ("rules", "add", "--workplace", "EGVAD", "--from", "2035-01-01", "--time", "13")
    weekly = planned.run(*rule, "--weekday", "tirsdag|torsdag")
    *told, more = weekly.stderr.splitlines()
    assert (weekly.exit_code, len(told)) == (0, 10)
    assert told[0].startswith("Konflikt: tir 02-01-2035: KM har to aftaler på samme tid: ")
    assert more == "… og 14 sammenfald til."
    later = planned.run("rules", "change", weekly.stdout.split()[0], "--time", "18")
    assert (later.exit_code, later.stderr) == (0, "")


def test_a_visit_is_started_on_its_day_only(planned: Installation) -> None:
    add = ("visits", "add", "--workplace", "TIM", "--time", "6", "--date")
    for days, advice in ((-3, "Notér det som holdt"), (3, "Flyt det først til i dag.")):
        other = as_json(planned, *add, str(TODAY + timedelta(days=days)))["visit"]
        refused = planned.run("visits", "start", other)
        assert refused.exit_code == 1
        what, why, next_step = refused.stderr.splitlines()
        assert what == "Fremmødet blev ikke startet."
        assert why.startswith("Det er planlagt til ")
        assert next_step.startswith(advice)
    now = datetime.now(LOCAL_ZONE)
    near = now + timedelta(hours=2)  # the night across midnight is one night
    words = ("--workplace", "TIM", "--date", f"{near:%Y-%m-%d}", "--time", f"{near:%H:%M}")
    soon = planned.run("visits", "add", *words).stdout.split()[0]
    assert planned.run("visits", "start", soon).exit_code == 0


def test_activities_are_not_held_before_and_not_cancelled_after(planned: Installation) -> None:
    add = ("activities", "add", "--kind", "network", "--time", "10", "--date")
    coming = as_json(planned, *add, str(TODAY + timedelta(days=2)))["activity"]
    early = planned.run("activities", "held", coming)
    assert (early.exit_code, "når dagen er kommet" in early.stderr) == (1, True)
    held = as_json(planned, *add, "2024-01-16")["activity"]
    as_json(planned, "activities", "held", held)
    late = planned.run("activities", "cancel", held, "--reason", "Sygdom")
    assert late.stderr.splitlines()[:2] == [
        "Aktiviteten blev ikke aflyst.",
        "Den er allerede holdt.",
    ]
    assert late.exit_code == 1


def test_a_board_without_a_period_is_of_the_next_eight_weeks(
    planned: Installation, tmp_path: Path
) -> None:
    out = tmp_path / "opslag.pdf"
    words = ("plan", "--workplace", "vestas-le", "--format", "pdf", "--out", out)
    assert planned.run(*words).exit_code == 0
    text = " ".join(page.extract_text() for page in PdfReader(out).pages)
    last = TODAY + timedelta(weeks=8)
    assert Period(TODAY, last).label.da in text
    assert text.count("Fredag") >= 4


def test_a_file_that_cannot_be_written_is_named_as_it_was_told(
    planned: Installation, tmp_path: Path
) -> None:
    out = tmp_path / ("x" * 300) / "uge.pdf"
    assert planned.run("plan", *WEEK, "--format", "pdf", "--out", out).exit_code == 1
    assert _name_of(FileNotFoundError(2, "", "/intet/uge.pdf.part")) == "uge.pdf"


def _name_of(error: OSError) -> str:
    return explain_os_error(error).why.da.split(" er ")[0]


def test_a_file_of_something_else_is_refused_once(planned: Installation) -> None:
    result = planned.run("import", "rules", resource("demo", "inquiries.csv"))
    assert result.exit_code == 1
    what, why, _ = result.stderr.splitlines()
    assert what == "Filen kan ikke importeres."
    assert "every_weeks (Hver n. uge), weekdays (Ugedage)" in why
