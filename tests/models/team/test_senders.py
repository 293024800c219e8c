"""Who should have sent a month: in the grid and on the check list of a lead."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.export.letters.taking import take_summaries
from app.export.sync_words import taken_lines
from app.models.month_checks import Check, check_month
from app.models.month_closing import NotReady, close_month
from app.models.periods import Period
from app.models.team.devices import Devices
from app.models.team.fingerprint import words_of
from app.models.team.lead_status import Arrived, lead_status
from app.models.team.merging import merge
from app.models.team.project import accept_card, revoke
from app.models.team.senders import expected_senders, last_taken, missing_senders
from app.models.team.summarising import taxonomy_mark
from app.models.team.summary import Summary
from tests.models.team.test_equality import arrival
from tests.stores import new_store, standing_clock
from tests.team import Team, a_summary, a_team, rename, sealed

NOVEMBER = Period.month(date(2026, 11, 1))
DECEMBER = Period.month(date(2026, 12, 1))
LATER = standing_clock(datetime(2027, 1, 20, 11, tzinfo=UTC))


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """AB, CD and EF belong since November; now it is January."""
    with a_team(tmp_path, "AB", "CD", "EF") as made:
        made.lead.clock = LATER
        yield made


def report(team: Team, initials: str, month: str, seq: int = 1) -> None:
    """Let a laptop's month, in which nothing happened, arrive at the lead."""
    (sender,) = (one for one in expected_senders(team.lead) if one.initials == initials)
    told = Summary(month=month, revision=1, taxonomy=taxonomy_mark(team.lead))
    merge(team.lead, arrival(told, sender, seq))


def found(team: Team, month: Period) -> list[str]:
    return [one.text.da for one in check_month(team.lead, month).of(Check.NOT_REPORTED)]


def test_the_check_list_names_the_computers_that_have_not_sent_the_month(team: Team) -> None:
    assert found(team, NOVEMBER) == ["Vejleder AB (AB)", "Vejleder CD (CD)", "Vejleder EF (EF)"]
    report(team, "CD", "2026-11")
    assert found(team, NOVEMBER) == ["Vejleder AB (AB)", "Vejleder EF (EF)"]
    assert found(team, DECEMBER) == ["Vejleder AB (AB)", "Vejleder CD (CD)", "Vejleder EF (EF)"]
    with pytest.raises(NotReady):
        close_month(team.lead, NOVEMBER)
    revoke(team.lead, team.keys("AB").id)
    report(team, "EF", "2026-11")
    assert found(team, NOVEMBER) == []
    close_month(team.lead, NOVEMBER)


def test_months_before_a_computer_belonged_are_not_missed(team: Team) -> None:
    october = Period.month(date(2026, 10, 1))
    assert found(team, october) == []
    report(team, "AB", "2026-10")
    grid = lead_status(team.lead, (october, NOVEMBER), expected_senders(team.lead))
    states = {row.initials: [cell.state for cell in row.months] for row in grid.laptops}
    late, not_expected = Arrived.LATE, Arrived.NOT_EXPECTED
    assert states == {
        "AB": [Arrived.SENT, late], "CD": [not_expected, late], "EF": [not_expected, late],
    }  # fmt: skip


def test_what_came_in_time_is_not_late_because_its_computer_was_revoked(team: Team) -> None:
    team.lead.clock = standing_clock(datetime(2026, 12, 5, 11, tzinfo=UTC))
    report(team, "AB", "2026-11")
    team.lead.clock = LATER
    revoke(team.lead, team.keys("AB").id)
    report(team, "CD", "2026-11")
    grid = lead_status(team.lead, (NOVEMBER,), expected_senders(team.lead))
    states = {row.source: [cell.state for cell in row.months] for row in grid.laptops}
    assert states[team.keys("AB").id] == [Arrived.SENT]
    assert states[team.keys("CD").id] == [Arrived.SENT_LATE]


def test_a_counsellors_own_check_list_says_nothing_of_others(team: Team) -> None:
    team.ab.clock = LATER
    (finding,) = check_month(team.ab, NOVEMBER).findings
    assert finding.check is Check.NO_DATA


def test_a_restored_laptop_is_one_with_the_one_before(team: Team) -> None:
    report(team, "AB", "2026-11")
    old = team.keys("AB").id
    assert last_taken(team.lead, old) == 1
    assert last_taken(team.lead, team.keys("CD").id) == 0
    team.ab.database.execute("PRAGMA user_version = 1")
    accept_card(team.lead, Devices(team.ab).card())
    assert team.keys("AB").id != old
    (sender,) = (one for one in expected_senders(team.lead) if one.initials == "AB")
    assert (sender.before, sender.since) == ((old,), "2026-11")
    assert [one.initials for one in missing_senders(team.lead, "2026-11")] == ["CD", "EF"]


def test_the_grid_asks_the_database_as_often_for_many_cells_as_for_one(team: Team) -> None:
    def questions(months: list[Period]) -> int:
        asked: list[str] = []
        team.lead.database.conn.set_trace_callback(asked.append)
        lead_status(team.lead, months, expected_senders(team.lead))
        team.lead.database.conn.set_trace_callback(None)
        return len(asked)

    few = questions([NOVEMBER])
    for initials in ("AB", "CD", "EF"):
        for number, month in enumerate(("2026-10", "2026-11", "2026-12"), start=1):
            report(team, initials, month, number)
    year = [Period.month(date(2026, month, 1)) for month in range(1, 13)]
    assert questions(year) == few


def test_two_with_the_same_initials_are_told_apart_by_name_and_then_by_words(
    team: Team, tmp_path: Path
) -> None:
    def names() -> set[str]:
        grid = lead_status(team.lead, [NOVEMBER], expected_senders(team.lead))
        return {row.called for row in grid.laptops}

    assert names() == {"AB", "CD", "EF"}
    with closing(new_store(tmp_path / "other")) as other:
        rename(other, "AB", "Anders Bo")
        accept_card(team.lead, Devices(other).card())
        assert names() == {"AB (Vejleder AB)", "AB (Anders Bo)", "CD", "EF"}
    with closing(new_store(tmp_path / "third")) as third:
        rename(third, "CD", "Vejleder CD")
        accept_card(team.lead, Devices(third).card())
        told = {
            f"CD (Vejleder CD: {' '.join(words_of(Devices(store).card().fingerprint)[:2])})"
            for store in (third, team.cd)
        }
        assert names() == {"AB (Vejleder AB)", "AB (Anders Bo)", "EF"} | told
    revoke(
        team.lead,
        next(one.device for one in expected_senders(team.lead) if one.name == "Anders Bo"),
    )
    assert "AB" in names()


def test_a_receipt_tells_which_of_two_with_the_same_initials_has_sent(team: Team) -> None:
    rename(team.cd, "AB", "Anders Bo")
    accept_card(team.lead, Devices(team.cd).card())
    letter = sealed(team, a_summary(team, team.keys("CD")))
    (taken,) = take_summaries(team.lead, [team.opened(letter)])
    assert (taken.initials, taken.called) == ("AB", "AB (Anders Bo)")
    assert next(taken_lines(taken)).en.startswith("AB (Anders Bo): ")
