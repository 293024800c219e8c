"""Which letters of a laptop that was revoked or replaced still count: by number, else by day."""

from datetime import timedelta
from pathlib import Path

from app.models.team.devices import Devices
from app.models.team.project import accept_card, revoke
from app.models.team.refusing import Reason
from app.models.team.roster import Status
from tests.team import TODAY, a_summary, a_team, forged, refused, sealed


def test_what_a_revoked_laptop_dates_later_is_refused(tmp_path: Path) -> None:
    with a_team(tmp_path, "AB") as team:
        keys = team.keys("AB")
        day = TODAY - timedelta(days=2)
        before = sealed(team, a_summary(team, keys, made_at=day - timedelta(days=1)))
        after = sealed(team, a_summary(team, keys, made_at=day))
        team.opened(after)
        revoke(team.lead, keys.id, on=day)
        assert refused(team.opened, after) is Reason.REVOKED_SENDER
        assert team.opened(before).sender.status is Status.REVOKED


def test_a_thief_who_dates_back_is_refused_by_number(tmp_path: Path) -> None:
    with a_team(tmp_path, "AB") as team:
        keys = team.keys("AB")
        revoke(team.lead, keys.id, on=TODAY, last_letter=7)
        dated_back = TODAY - timedelta(days=30)
        false = forged(team, keys, seq=8, made_at=dated_back)
        assert refused(team.opened, sealed(team, false)) is Reason.REVOKED_SENDER


def test_a_letter_up_to_the_number_that_counted_counts_whatever_its_date(tmp_path: Path) -> None:
    with a_team(tmp_path, "AB") as team:
        keys = team.keys("AB")
        revoke(team.lead, keys.id, on=TODAY - timedelta(days=9), last_letter=7)
        for day in (TODAY - timedelta(days=30), TODAY, TODAY + timedelta(days=1)):
            true = forged(team, keys, seq=7, made_at=day)
            assert team.opened(sealed(team, true)).letter.header.seq == 7


def test_what_a_replaced_laptop_wrote_on_the_day_of_the_restore_counts(tmp_path: Path) -> None:
    with a_team(tmp_path, "AB") as team:
        keys = team.keys("AB")
        same, later = (
            sealed(team, forged(team, keys, made_at=TODAY + timedelta(days=n))) for n in (0, 1)
        )
        team.ab.database.execute("PRAGMA user_version = 1")  # as after a restore
        accept_card(team.lead, Devices(team.ab).card())
        assert team.opened(same).sender.replaced_by
        assert refused(team.opened, later) is Reason.REVOKED_SENDER
