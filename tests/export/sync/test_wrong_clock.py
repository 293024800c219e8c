"""A lead whose clock is wrong reads that the clocks differ, and takes the month in once it is right."""

from datetime import UTC, datetime
from pathlib import Path

from app.export.sync_words import refusal_words
from tests.shares import exchange, months, post_october
from tests.stores import NOW, standing_clock
from tests.team import Team


def test_a_month_that_is_not_over_by_the_leads_clock_alone_is_taken_when_it_is_right(
    team: Team, share: Path
) -> None:
    post_october(team.ab)
    exchange(team.ab)
    team.lead.clock = standing_clock(datetime(2026, 10, 15, 9, tzinfo=UTC))
    (one,) = exchange(team.lead).taken
    assert one.reason == "clocks_differ"
    assert one.error is not None
    assert one.error.why.en == (
        "The clocks do not agree: the letter was written on 21-11-2026, and here it is 15-10-2026."
    )
    assert exchange(team.lead).taken == [], "told once"
    exchange(team.ab)
    assert "passer ikke sammen" in refusal_words(months(team.ab)[0].reason).da

    team.lead.clock = standing_clock(NOW)
    (again,) = exchange(team.lead).taken
    assert again.reason == ""
    assert team.lead.inquiries.count() == team.ab.inquiries.count()
    exchange(team.ab)
    assert months(team.ab)[0].reason == ""
