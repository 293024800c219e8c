"""What the presence brought, said in words and as JSON."""

from datetime import datetime, timedelta

from app.models.clock import local_today, system_clock
from app.models.periods import monday
from app.models.planning import hold_visit, plan_visit
from app.models.recurrence import local_span
from app.models.types import Shift
from app.models.visit_ids import visit_id
from tests.cli.conftest import Installation, as_json
from tests.records import add_contact, add_rule

TODAY = local_today(system_clock)
WEEK = ("--from", "2024-01-15", "--to", "2024-01-28")


def test_worth_says_how_many_came_per_hour(planned: Installation) -> None:
    friday = as_json(planned, "plan", *WEEK)[2]["visit"]
    as_json(planned, "visits", "hold", friday)
    period = ("--from", "2024-01", "--to", "2024-01")
    worth = as_json(planned, "worth", *period)
    (row,) = worth["worth"]
    assert (row["workplace"], row["weekday"], row["visits"], row["zero_visits"]) == (
        *("VESTAS-LE", 5),
        *(1, 1),
    )
    assert (row["minutes"], row["contacts"], row["per_100_hours"], row["low"]) == (60, 0, 0, 0)
    assert worth["format"] == "vejviser-worth/1"
    text = planned.run("worth", *period).stdout
    lines = text.splitlines()
    assert lines[0] == "Projekt Vest · januar 2024"
    head = next(line for line in lines if line.startswith("Kode"))
    assert head.split("  ")[-1] == "Højest"
    assert "Uden henvendelser" in head
    assert "Henv. pr. time" in head
    assert "(Garwood 1936)" in " ".join(text.split())
    row = next(line for line in lines if line.startswith("VESTAS-LE"))
    assert row.split()[-7:] == ["1", "1", "1,0", "0", "0,0", "0,0", "3,7"]
    assert "ingen holdte fremmøder" in planned.run("worth", "--from", "2023-01").stdout


def test_worth_is_of_the_last_twelve_months_unless_told_otherwise(planned: Installation) -> None:
    period = as_json(planned, "worth")["period"]
    first, last = (datetime.fromisoformat(period[end]).date() for end in ("from", "to"))
    assert last == TODAY - timedelta(days=1)
    assert (last - first).days in (364, 365)


def test_worth_names_where_nobody_has_been_for_long(planned: Installation) -> None:
    store = planned.open()
    place = store.workplaces.by_code("TIM")
    assert place is not None
    last = TODAY - timedelta(weeks=9)
    rule = add_rule(
        store, place, weekdays=(last.isoweekday(),), valid_from=last, anchor=monday(last)
    )
    hold_visit(store, visit_id(rule.series_id, last), *local_span(last, "09:00", 60))
    store.close()
    assert as_json(planned, "worth")["unvisited"] == [
        {"workplace": "TIM", "last_held": last.isoformat(), "days": 63}
    ]
    text = planned.run("worth").stdout
    assert "\nLænge uden fremmøde\n-------------------\n" in text
    assert f": intet fremmøde i 63 dage, senest {last:%d-%m-%Y}." in text


def test_suggestions_stand_below_a_period_without_visits_too(planned: Installation) -> None:
    """They look at the last half year, whatever the period."""
    store = planned.open()
    for code, contacts in (("TIM", 0), ("EGVAD", 2)):
        place = store.workplaces.by_code(code)
        assert place is not None
        for weeks in range(1, 9):
            day = monday(TODAY) - timedelta(weeks=weeks)
            made = plan_visit(
                store, workplace_id=place.id, day=day, time="09:00", minutes=60, shift=Shift.DAY
            )
            hold_visit(store, made.id, *local_span(day, "09:00", 60))
            for _ in range(contacts):
                add_contact(store, day=day, workplace_id=place.id, visit_id=made.id)
    store.close()
    text = planned.run("worth", "--from", "2023-01").stdout
    nothing, _, advice = text.partition("Forslag fra de seneste 26 uger: henvendelser pr. time")
    assert "ingen holdte fremmøder" in nothing
    told = " ".join(advice.split())
    assert ", mandag, dagholdet: 0 henvendelser på 8 fremmøder." in told
