"""Every option that means a day takes what the date fields of the window take."""

from datetime import date, timedelta

import pytest

from app.models.clock import local_today, system_clock
from tests.cli.conftest import Installation, as_json

TODAY = local_today(system_clock)
PROMISE = ("followups", "add", "--text", "Ring", "--due")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2035-11-30", date(2035, 11, 30)),
        ("30-11-2035", date(2035, 11, 30)),
        ("30/11 2035", date(2035, 11, 30)),
        ("301135", date(2035, 11, 30)),
        ("+14", TODAY + timedelta(days=14)),
        ("-1", TODAY - timedelta(days=1)),
        ("i morgen", TODAY + timedelta(days=1)),
        ("i går", TODAY - timedelta(days=1)),
        ("today", TODAY),
    ],
)
def test_a_day_is_taken_as_people_type_it(
    installation: Installation, typed: str, day: date
) -> None:
    assert as_json(installation, *PROMISE, typed)["due_on"] == day.isoformat()


@pytest.mark.parametrize(
    "words",
    [
        ("followups", "add", "--due"),
        ("followups", "list", "--until"),
        ("followups", "change", "x", "--due"),
        ("followups", "snooze", "x", "--until"),
        ("referrals", "add", "--advice", "A02", "--person", "x", "--on"),
        ("referrals", "update", "x", "--session"),
        ("referrals", "update", "x", "--no-session"),
        ("referrals", "update", "x", "--state", "started", "--on"),
        ("offers", "update", "x", "--from"),
        ("offers", "update", "x", "--until"),
        ("people", "link", "x", "y", "--consent"),
        ("people", "consent", "x", "--registration", "given", "--on"),
        ("people", "log", "--from"),
        ("people", "log", "--to"),
        ("retention", "set", "person", "--months", "12", "--basis", "x", "--from"),
        ("retention", "remove", "person", "--from"),
        ("visits", "add", "--workplace", "TIM", "--time", "9", "--date"),
        ("visits", "move", "x", "--to-date"),
        ("activities", "add", "--kind", "network", "--time", "9", "--date"),
        ("rules", "add", "--workplace", "TIM", "--from"),
        ("rules", "change", "x", "--first-week"),
        ("rules", "change", "x", "--until"),
        ("rules", "end", "x", "--until"),
    ],
)
@pytest.mark.parametrize("typed", ["2026-11", "31-02-2026", "engang", "0026-01-01"])
def test_what_is_no_day_is_explained_in_the_same_words(
    empty: Installation, words: tuple[str, ...], typed: str
) -> None:
    result = empty.run(*words, typed)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "Kommandoen blev ikke udført.",
        f"»{typed}« er ikke en dag.",
        "Skriv fx 2026-11-30, 30-11-2026, 3011, +14 eller i morgen.",
    ]


def test_the_plan_and_offers_take_such_days_too(planned: Installation) -> None:
    added = as_json(planned, "visits", "add", "--workplace", "TIM", "--time", "9", "--date", "+400")
    assert added["start"][:10] == str(TODAY + timedelta(days=400))
    kind = ("--kind", "training", "--provider", "Fitness", "--from", "01-01-2026")
    offer = as_json(planned, "offers", "add", *kind)
    assert offer["valid_from"] == "2026-01-01"
    emptied = as_json(planned, "offers", "update", offer["offer"], "--from", "")
    assert emptied["valid_from"] is None


def test_the_help_says_how_a_day_is_written(empty: Installation) -> None:
    assert "--due YYYY-MM-DD" in empty.run("followups", "add", "--help").stdout
