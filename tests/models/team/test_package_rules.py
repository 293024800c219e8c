"""The presence rules of a package: the lead's plan comes in, what was arranged and held stays."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.models.plan import read_plan
from app.models.planning import cancel_visit
from app.models.store import Store
from app.models.team.package_changes import Fate, LocalEdits
from app.models.types import (
    RecordId,
)
from tests.packages import (
    fill,
    hand_over,
    place,
    the_rule,
)
from tests.records import add_rule, add_workplace
from tests.stores import NOW
from tests.team import Team, a_team

TODAY = NOW.date()


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """A lead with a project, and AB, who has registered nothing yet."""
    with a_team(tmp_path, "AB") as made:
        fill(made.lead)
        yield made


@pytest.fixture
def mine(team: Team) -> Store:
    return team.counsellors["AB"]


def test_a_rule_is_changed_ended_and_dropped_and_visits_stay(team: Team, mine: Store) -> None:
    hand_over(team.lead, mine)
    rule = the_rule(mine)
    (first,) = read_plan(mine, date(2026, 11, 13), date(2026, 11, 13))
    cancelled_past = cancel_visit(mine, first.id, "Syg")
    to_come = date(2026, 12, 4)
    (next_one,) = read_plan(mine, to_come, to_come)
    cancel_visit(mine, next_one.id, "Kursus")
    # From December it is Wednesdays: the visit that was cancelled there is none any more.
    team.lead.presence_rules.change_from(
        rule.id, date(2026, 12, 1), replace(the_rule(team.lead), weekdays=(3,))
    )
    changes = hand_over(team.lead, mine)
    versions = mine.presence_rules.of_series(rule.series_id)
    assert [one.weekdays for one in versions] == [(5,), (3,)]
    assert sorted(one.fate for one in changes.changes) == [Fate.ADDED, Fate.CHANGED]
    assert mine.visits.get(cancelled_past.id) == cancelled_past
    assert mine.visits.find(next_one.id) is None
    # The lead drops the version to come, then the place.
    team.lead.presence_rules.delete(versions[1].id)
    hand_over(team.lead, mine)
    assert [one.weekdays for one in mine.presence_rules.of_series(rule.series_id)] == [(5,)]


def test_a_rule_that_is_gone_is_ended_where_it_was_in_use(team: Team, mine: Store) -> None:
    other = add_rule(
        team.lead, place(team.lead, "ARLA"), valid_from=date(2027, 1, 4), weekdays=(1,)
    )
    used = add_rule(
        team.lead, place(team.lead, "ARLA"), valid_from=date(2026, 11, 24), weekdays=(2,)
    )
    hand_over(team.lead, mine)
    (visit,) = read_plan(mine, date(2026, 11, 20), date(2026, 11, 20))
    first = the_first(mine)
    cancel_visit(mine, visit.id, "Syg")
    with team.lead.atomic():
        for series in (other.id, used.id, first):
            team.lead.presence_rules.take_series(series, (), TODAY)
    changes = hand_over(team.lead, mine, anyway=True)
    assert sorted(one.fate for one in changes.changes) == [
        Fate.ENDED,
        Fate.REMOVED,
        Fate.REMOVED,
    ]
    (left,) = mine.presence_rules.all()
    assert (left.id, left.valid_until) == (first, TODAY - timedelta(days=1))


def the_first(store: Store) -> RecordId:
    return min(store.presence_rules.all(), key=lambda one: one.valid_from).series_id


def test_a_rule_that_was_changed_here_is_told_and_becomes_the_lead_s(
    team: Team, mine: Store
) -> None:
    hand_over(team.lead, mine)
    rule = the_rule(mine)
    mine.presence_rules.change_from(rule.id, date(2026, 12, 1), replace(rule, weekdays=(4,)))
    with pytest.raises(LocalEdits) as caught:
        hand_over(team.lead, mine)
    assert {one.fate for one in caught.value.changes.lost} == {Fate.CHANGED, Fate.REMOVED}
    hand_over(team.lead, mine, overwrite=True)
    assert (the_rule(mine).id, the_rule(mine).valid_until) == (rule.id, None)


def test_own_rules_beside_those_of_the_package_are_told(team: Team, mine: Store) -> None:
    own = add_workplace(mine, "VESTAS-LEM", "Vestas i Lem")
    add_rule(mine, own, time="13:00")
    assert hand_over(team.lead, mine, overwrite=True).beside == ("VESTAS-LEM",)
    assert len(mine.presence_rules.all()) == 2
