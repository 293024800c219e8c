"""A data folder that was copied: two computers with the same keys, and one mailbox for both."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.export.letters.posting import months_to_post, post_month
from app.export.sync_report import SyncReport
from app.export.sync_words import report_lines, taken_lines
from app.models.month_closing import close_month, restate_month
from app.models.opening import open_with_key
from app.models.periods import Period
from app.models.store import Store
from app.models.team.copies import succession_words
from app.models.team.devices import Devices
from app.models.team.outbox import Counts, Sending
from app.models.team.project import accept_card, revoke
from app.models.team.standing import Standing
from app.paths import Paths
from tests.records import add_contact
from tests.shares import exchange, months, post_october
from tests.stores import standing_clock
from tests.team import Team

SEPTEMBER = Period.month(date(2026, 9, 1))
AUGUST = Period.month(date(2026, 8, 1))
COPIED = "En anden computer sender med denne computers nøgler."


@pytest.fixture
def copy(team: Team, share: Path, tmp_path: Path) -> Iterator[Store]:
    """AB's laptop as it was after October had arrived, on another computer."""
    post_october(team.ab)
    for store in (team.ab, team.lead, team.ab):
        exchange(store)
    assert team.ab.key is not None
    team.ab.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    there = Paths(tmp_path / "copy" / "data")
    shutil.copytree(Paths(tmp_path / "team" / "AB" / "data").data_dir, there.data_dir)
    with closing(open_with_key(there, team.ab.key, clock=standing_clock())) as store:
        assert Devices(store).current().id == team.keys("AB").id
        yield store


def report(store: Store, month: Period, contacts: int = 1) -> None:
    """Register and close a month, and queue it."""
    for day in range(contacts):
        add_contact(store, day=date(month.first.year, month.first.month, day + 1))
    close_month(store, month, anyway=True)
    post_month(store, month)


def mailbox(team: Team, share: Path, device: str) -> list[Path]:
    return list((share / "to" / device).glob("*.vvb"))


def tells_of_copy(found: SyncReport) -> bool:
    return COPIED in [line.da for line in report_lines(found)]


def test_the_one_that_was_slower_learns_it_although_the_other_always_looks_first(
    team: Team, share: Path, copy: Store
) -> None:
    old = team.keys("AB").id
    report(team.ab, SEPTEMBER)
    report(copy, SEPTEMBER, contacts=2)
    for store in (team.ab, team.lead, team.ab):
        assert not tells_of_copy(exchange(store))
    assert mailbox(team, share, old) == []

    exchange(copy)
    exchange(team.lead)
    first = exchange(team.ab)
    assert first.copy_is_new
    assert tells_of_copy(first)
    assert first.standing is Standing.BELONGS
    assert first.counts == Counts(acknowledged=2), "it is not the one that was refused"

    slower = exchange(copy)
    assert slower.standing is Standing.RESTORED
    assert not tells_of_copy(slower), "it is told to give the lead its new card"
    assert [one.state for one in months(copy)] == [Sending.ACKNOWLEDGED, Sending.REFUSED]
    new = Devices(copy).current().id
    assert new != old

    for _ in range(3):
        again = exchange(team.ab)
        assert (again.copy_is_new, again.taken) == (False, []), "told once"
    exchange(copy)
    assert Devices(copy).current().id == new, "new keys are made once"

    accept_card(team.lead, Devices(copy).card())
    exchange(team.lead)
    replaced = exchange(team.ab)
    assert replaced.standing is Standing.REPLACED
    assert "Denne computer er afløst" in next(report_lines(replaced)).da
    assert exchange(copy).standing is Standing.BELONGS
    assert mailbox(team, share, old) == [], "nobody waits for these answers any more"


def test_the_slower_one_learns_what_was_taken_from_it_too(
    team: Team, share: Path, copy: Store
) -> None:
    report(copy, AUGUST)
    for store in (copy, team.lead):
        exchange(store)
    assert exchange(team.ab).copy_is_new
    assert exchange(copy).counts == Counts(acknowledged=2)
    assert mailbox(team, share, team.keys("AB").id) == []


def test_a_refusal_whose_receipt_was_lost_is_told_with_the_next_one(
    team: Team, share: Path, copy: Store
) -> None:
    old = team.keys("AB").id
    report(team.ab, SEPTEMBER)
    report(copy, SEPTEMBER, contacts=2)
    for store in (team.ab, team.lead, copy, team.lead):
        exchange(store)
    for path in mailbox(team, share, old):
        path.unlink()
    report(team.ab, AUGUST)
    for store in (team.ab, team.lead, team.ab, copy):
        exchange(store)
    assert Devices(copy).current().id != old
    assert months(copy)[-1].reason == "forked"


def test_a_mailbox_that_the_copy_never_empties_does_not_grow(
    team: Team, share: Path, copy: Store
) -> None:
    report(team.ab, SEPTEMBER)
    report(copy, SEPTEMBER, contacts=2)
    for store in (team.ab, team.lead, copy, team.lead):
        exchange(store)
    for number in range(1, 5):
        report(team.ab, Period.month(date(2026, 9 - number, 1)))
        for store in (team.ab, team.lead, team.ab):
            assert exchange(store).refused == []
        assert len(mailbox(team, share, team.keys("AB").id)) == 1
    assert months(team.ab)[-1].state is Sending.ACKNOWLEDGED
    assert exchange(copy).standing is Standing.RESTORED


def test_a_restored_laptop_is_no_copy_of_itself(team: Team, share: Path, copy: Store) -> None:
    old = team.keys("AB").id
    report(team.ab, SEPTEMBER)
    for store in (team.ab, team.lead):
        exchange(store)
    copy.database.execute("PRAGMA user_version = 7")
    restored = exchange(copy)
    assert (restored.copy_is_new, restored.standing) == (False, Standing.RESTORED)
    assert exchange(team.ab).counts == Counts(acknowledged=2), "the old one is still in use"
    accept_card(team.lead, Devices(copy).card())
    for store in (team.lead, copy):
        exchange(store)
    report(copy, AUGUST)
    for store in (copy, team.lead, copy):
        assert not exchange(store).copy_is_new
    assert mailbox(team, share, old) == mailbox(team, share, Devices(copy).current().id) == []


def test_the_lead_is_told_what_goes_when_the_slower_one_takes_the_place_of_the_other(
    team: Team, share: Path, copy: Store
) -> None:
    report(team.ab, SEPTEMBER, contacts=3)
    report(copy, SEPTEMBER, contacts=2)
    for store in (team.ab, team.lead, copy, team.lead):
        exchange(store)
    report(team.ab, AUGUST)
    for store in (team.ab, team.lead, team.ab, copy):
        exchange(store)
    assert team.lead.inquiries.count() == 7

    card = Devices(copy).card()
    accept_card(team.lead, card)
    told = succession_words(team.lead, card)
    assert told is not None
    assert "Fra den anden kom: august 2026, september 2026." in told.da, (
        "October was before the copy"
    )
    for store in (team.lead, copy):
        exchange(store)
    assert months_to_post(copy) == ("2026-09",)
    post_month(copy, SEPTEMBER)
    exchange(copy)
    (taken,) = exchange(team.lead).taken
    assert taken.receipt is not None
    assert taken.receipt.replaces_copy
    (said,) = (line.da for line in taken_lines(taken) if "samme nøgler" in line.da)
    assert "3 henvendelser gik ud, 2 kom ind" in said
    assert team.lead.inquiries.count() == 6, "no contact counts twice, and August stands"

    add_contact(copy, day=SEPTEMBER.first)
    restate_month(copy, SEPTEMBER, "Fra den anden computer")
    post_month(copy, SEPTEMBER)
    exchange(copy)
    (taken,) = exchange(team.lead).taken
    assert taken.receipt is not None
    assert not taken.receipt.replaces_copy
    assert team.lead.inquiries.count() == 7


def test_a_restored_laptop_is_warned_of_nothing(team: Team, share: Path, copy: Store) -> None:
    report(team.ab, SEPTEMBER)
    for store in (team.ab, team.lead):
        exchange(store)
    copy.database.execute("PRAGMA user_version = 7")
    card = Devices(copy).card()
    accept_card(team.lead, card)
    assert succession_words(team.lead, card) is None


@pytest.mark.parametrize("first", ["the laptop", "its copy"])
def test_of_two_computers_that_send_in_one_round_the_months_of_one_alone_are_taken(
    team: Team, share: Path, copy: Store, first: str
) -> None:
    """Each goes on after its own letter, so the lead can tell whose a later month is."""
    old = team.keys("AB").id
    laptops = [team.ab, copy] if first == "the laptop" else [copy, team.ab]
    for store, contacts in zip(laptops, (3, 2), strict=True):
        for month in (SEPTEMBER, AUGUST):
            report(store, month, contacts)
        exchange(store)
    taken = exchange(team.lead).taken
    assert sorted(one.reason for one in taken) == ["", "", "forked", "forked"]
    held = {team.lead.inquiries.count() - 3}
    assert held in ({6}, {4}), "both months of one of them, October beside them"
    for store in (team.ab, copy):
        exchange(store)
    refused = [store for store in laptops if Devices(store).current().id != old]
    assert len(refused) == 1
    card = Devices(refused[0]).card()
    accept_card(team.lead, card)
    told = succession_words(team.lead, card)
    assert told is not None
    assert "Fra den anden kom: august 2026, september 2026." in told.da


def test_a_month_that_goes_on_after_a_refused_letter_is_refused_later_too(
    team: Team, share: Path, copy: Store
) -> None:
    report(team.ab, SEPTEMBER, contacts=3)
    report(copy, SEPTEMBER, contacts=2)
    report(copy, AUGUST, contacts=2)
    exchange(team.ab)
    exchange(team.lead)
    exchange(copy)
    assert [one.reason for one in exchange(team.lead).taken] == ["forked", "forked"]
    report(team.ab, AUGUST)
    exchange(team.ab)
    assert [one.reason for one in exchange(team.lead).taken] == [""]
    assert team.lead.inquiries.count() == 3 + 3 + 1


@pytest.mark.parametrize("is_revoked", [False, True])
def test_a_restored_laptop_sends_nothing_before_its_new_card_is_accepted(
    team: Team, share: Path, copy: Store, *, is_revoked: bool
) -> None:
    report(copy, SEPTEMBER)
    if is_revoked:
        revoke(team.lead, team.keys("AB").id)
        exchange(team.lead)
    copy.database.execute("PRAGMA user_version = 7")
    before = list((share / "to-lead").iterdir())
    restored = exchange(copy)
    assert (restored.standing, restored.sent) == (Standing.RESTORED, [])
    assert list((share / "to-lead").iterdir()) == before
    assert months(copy)[-1].state is Sending.QUEUED

    accept_card(team.lead, Devices(copy).card())
    for store in (team.lead, copy, team.lead, copy):
        exchange(store)
    for month in months_to_post(copy):
        post_month(copy, Period.month(date.fromisoformat(f"{month}-01")))
    for store in (copy, team.lead, copy):
        exchange(store)
    assert team.lead.inquiries.count() == copy.inquiries.count()
    assert months(copy)[-1].state is Sending.ACKNOWLEDGED
