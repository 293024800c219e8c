"""A month goes from two laptops to the lead and a receipt comes back, through a folder and a server."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import Conflict
from app.export.letters.posting import months_to_post, post_month
from app.export.letters.taking import take_summaries
from app.models.month_closing import restate_month
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.outbox import Counts, Outbox, Sending
from app.models.team.places import Places
from app.models.team.project import revoke, take_over
from app.models.team.rosters import Rosters
from app.models.team.team_key import current_team_key
from tests.dav_server import dav_server
from tests.records import add_contact
from tests.shares import (
    OCTOBER,
    exchange,
    folder_place,
    months,
    post_october,
    register_october,
    use_place,
)
from tests.stores import NOW, new_store, standing_clock
from tests.team import Team


def files_in(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


@pytest.fixture(params=["folder", "webdav"])
def place(request: pytest.FixtureRequest, team: Team, tmp_path: Path) -> Iterator[Path]:
    if request.param == "folder":
        root = tmp_path / "share"
        root.mkdir()
        use_place(team.lead, [team.ab, team.cd], folder_place(root))
        yield root
        return
    with dav_server(tmp_path / "server") as running:
        use_place(team.lead, [team.ab, team.cd], running.place())
        yield running.root


def test_two_months_arrive_are_counted_once_and_acknowledged(team: Team, place: Path) -> None:
    register_october(team.cd)
    with pytest.raises(Conflict, match="not sent"):
        post_month(team.cd, OCTOBER)
    assert months(team.cd) == []
    exchange(team.ab)
    assert exchange(team.cd).taken[0].letter.kind == "key"
    post_october(team.ab)
    post_month(team.cd, OCTOBER)
    for store in (team.ab, team.cd):
        assert Outbox(store).counts() == Counts(queued=1)
        assert exchange(store).counts == Counts(delivered=1)
        assert not Outbox(store).counts().all_arrived

    report = exchange(team.lead)

    receipts = {one.initials: one.receipt for one in report.taken}
    assert {initials: receipt.verdict for initials, receipt in receipts.items()} == {
        "AB": "new", "CD": "new",
    }  # fmt: skip
    last = max(receipts.values(), key=lambda receipt: receipt.persons.after)
    assert (last.persons.before, last.persons.told, last.persons.known) == (3, 3, 1)
    assert (last.persons.after, last.contacts.after) == (5, 6)
    for store in (team.ab, team.cd):
        assert exchange(store).counts == Counts(acknowledged=1)
        assert Outbox(store).counts().all_arrived
        assert Outbox(store).sealed(months(store)[0].seq), "kept for a lead to come"
    again = [exchange(store) for store in (team.lead, team.ab, team.cd)]
    assert not any(one.taken or one.sent or one.refused for one in again)


def test_nothing_in_the_place_tells_who_or_when(team: Team, place: Path) -> None:
    exchange(team.ab)
    post_october(team.ab)
    exchange(team.ab)
    exchange(team.lead)
    names = files_in(place)
    assert [name.split("/")[0] for name in names] == [
        "project",
        "taken",
        "to",
        "to",
        "vejviser.json",
    ]
    for path in place.rglob("*.vvb"):
        content = path.read_bytes()
        assert content.startswith(b"age-encryption.org/v1")
        for word in (b"AB", b"Lone", b"2026", b"VESTAS"):
            assert word not in path.name.encode()
        assert b"VESTAS" not in content


def test_the_key_goes_to_counsellors_alone_and_once(team: Team, share: Path) -> None:
    assert current_team_key(team.ab) == current_team_key(team.cd) is not None
    assert current_team_key(team.lead) is None
    assert exchange(team.ab).sent == []
    assert not list((share / "to" / Devices(team.lead).current().id).glob("*"))


def test_a_month_is_written_once_per_revision(team: Team, share: Path) -> None:
    first = post_october(team.ab)
    assert post_month(team.ab, OCTOBER) == first
    assert months_to_post(team.ab) == ()
    exchange(team.ab)
    exchange(team.lead)
    exchange(team.ab)
    add_contact(team.ab, day=OCTOBER.first)
    restate_month(team.ab, OCTOBER, "Glemt henvendelse")
    assert months_to_post(team.ab) == ("2026-10",)
    second = post_month(team.ab, OCTOBER)
    assert (second.revision, second.hash != first.hash) == (2, True)
    assert Outbox(team.ab).counts() == Counts(queued=1), "the newest revision counts"
    assert Outbox(team.ab).sealed(first.seq) == b"", "what was corrected is kept no longer"
    exchange(team.ab)
    (taken,) = exchange(team.lead).taken
    assert taken.receipt is not None
    assert (taken.receipt.verdict, taken.receipt.contacts.after) == ("replaced", 4)


def test_a_lost_receipt_comes_again_with_the_letter(team: Team, share: Path) -> None:
    post_october(team.ab)
    exchange(team.ab)
    exchange(team.lead)
    shutil.rmtree(share / "to")
    assert exchange(team.ab).counts == Counts(delivered=1)
    team.ab.clock = standing_clock(NOW + timedelta(days=8))
    assert len(exchange(team.ab).sent) == 1
    assert exchange(team.lead).taken == [], "the lead's figures have it already"
    assert exchange(team.ab).counts == Counts(acknowledged=1)


def test_a_letter_that_still_lies_there_is_not_sent_again(team: Team, share: Path) -> None:
    post_october(team.ab)
    exchange(team.ab)
    team.ab.clock = standing_clock(NOW + timedelta(days=8))
    assert exchange(team.ab).sent == []


def test_a_letter_sent_by_hand_is_acknowledged_the_same_way(team: Team, share: Path) -> None:
    letter = post_october(team.ab)
    sealed = Outbox(team.ab).sealed(letter.seq)
    Outbox(team.ab).delivered(letter.seq)
    (taken,) = take_summaries(team.lead, [team.opened(sealed)])
    assert (taken.reason, taken.known) == ("", False)
    (again,) = take_summaries(team.lead, [team.opened(sealed)])
    assert again.known
    exchange(team.lead)
    assert exchange(team.ab).counts == Counts(acknowledged=1)


def test_everybody_learns_the_newest_roster(team: Team, share: Path) -> None:
    revoke(team.lead, Devices(team.cd).current().id)
    exchange(team.lead)
    report = exchange(team.ab)
    assert report.roster_is_new
    assert len(Rosters(team.ab).require().counsellors) == 1
    (share / "project" / "roster.json").write_bytes(b"{}")
    assert exchange(team.ab).roster_refused is not None
    assert exchange(team.lead).roster_refused is not None
    assert exchange(team.ab).roster_refused is None, "the lead has put it right"


def test_a_new_lead_takes_over_everything_that_was_ever_sent(
    team: Team, share: Path, tmp_path: Path
) -> None:
    for store in (team.ab, team.cd):
        post_october(store)
        exchange(store)
    exchange(team.lead)
    successor = new_store(tmp_path / "successor")
    take_over(successor, team.code, team.roster)
    use_place_alone(successor, share)
    report = exchange(successor)
    assert {one.initials for one in report.taken} == {"AB", "CD"}
    assert successor.inquiries.count() == 6
    assert exchange(successor).taken == []
    old = exchange(team.lead)
    assert old.replaced_as_lead
    assert exchange(team.ab).roster_is_new
    successor.close()


def use_place_alone(store: Store, share: Path) -> None:
    Places(store).set(folder_place(share))


def test_cancelling_keeps_what_was_done(team: Team, share: Path) -> None:
    for store in (team.ab, team.cd):
        post_october(store)
        exchange(store)
    left = [False]
    steps: list[tuple[str, int, int]] = []

    def progress(step: str, done: int, of: int) -> None:
        steps.append((str(step), done, of))
        left[0] = (str(step), done) == ("fetching", 0)

    report = exchange(team.lead, progress=progress, cancelled=lambda: left[0])
    assert report.cancelled
    assert len(report.taken) == 1
    assert ("fetching", 0, 2) in steps
    left[0] = False
    assert len(exchange(team.lead).taken) == 1
    assert team.lead.inquiries.count() == 6


def test_an_old_receipt_takes_nothing_back(team: Team, share: Path) -> None:
    letter = post_october(team.ab)
    outbox = Outbox(team.ab)
    assert outbox.settle(letter.hash, "forked")
    assert outbox.counts() == Counts(refused=1)
    assert outbox.settle(letter.hash, "")
    assert not outbox.settle(letter.hash, "forked")
    assert months(team.ab)[0].state is Sending.ACKNOWLEDGED
    assert not outbox.settle("0" * 64, ""), "a letter that is not ours"


def test_a_receipt_that_still_waits_is_replaced_by_the_next(team: Team, share: Path) -> None:
    first = post_october(team.ab)
    take_summaries(team.lead, [team.opened(Outbox(team.ab).sealed(first.seq))])
    (waiting,) = Outbox(team.lead).due()
    add_contact(team.ab, day=OCTOBER.first)
    restate_month(team.ab, OCTOBER, "Glemt henvendelse")
    second = post_month(team.ab, OCTOBER)
    take_summaries(team.lead, [team.opened(Outbox(team.ab).sealed(second.seq))])
    (newer,) = Outbox(team.lead).due()
    assert newer.hash != waiting.hash
    assert Outbox(team.lead).sealed(waiting.seq) == b"", (
        "another window that sends it passes over it"
    )
    for letter in (first, second):
        Outbox(team.ab).delivered(letter.seq)
    exchange(team.lead)
    exchange(team.ab)
    assert [one.state for one in months(team.ab)] == [Sending.ACKNOWLEDGED] * 2
