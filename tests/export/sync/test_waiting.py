"""What cannot be left now waits, longer every time, and is never lost."""

import random
from datetime import timedelta
from pathlib import Path

import pytest

from app.models.clock import from_stamp
from app.models.team.outbox import FIRST_WAIT, LONGEST_WAIT, Counts, Outbox, Sending, waiting_time
from app.models.team.places import Places
from app.models.team.troubles import DeliveryError, Trouble
from tests.dav_server import DavServer, Fault, cut, status
from tests.shares import exchange, folder_place, months, post_october
from tests.stores import NOW, standing_clock
from tests.team import Team


def test_the_wait_doubles_up_to_six_hours_and_half_of_it_is_chance() -> None:
    chance = random.Random(7)
    for attempts in (*range(1, 20), 1_000):
        longest = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(attempts - 1, 20))
        waits = [waiting_time(attempts, chance) for _ in range(50)]
        assert all(longest / 2 <= wait <= longest for wait in waits)
        assert len(set(waits)) > 40


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (status(401), Trouble.PASSWORD),
        (status(403, "PUT"), Trouble.READ_ONLY),
        (status(423, "PUT"), Trouble.LOCKED),
        (status(507, "PUT"), Trouble.FULL),
        (status(503), Trouble.UNREACHABLE),
        (cut("PUT", "GET", "PROPFIND"), Trouble.UNREACHABLE),
    ],
)
def test_a_server_with_a_fault_is_tried_later_and_then_gets_the_letter(
    team: Team, server: DavServer, fault: Fault, trouble: Trouble
) -> None:
    post_october(team.ab)
    server.fault = fault
    report = exchange(team.ab)
    assert isinstance(report.error, DeliveryError)
    assert report.error.trouble is trouble
    (letter,) = months(team.ab)
    assert (letter.state, letter.attempts, letter.trouble) == (Sending.QUEUED, 1, trouble)
    assert NOW < from_stamp(letter.next_attempt_at) <= NOW + FIRST_WAIT
    server.fault = None
    assert exchange(team.ab).sent == [], "its time has not come"
    team.ab.clock = standing_clock(NOW + FIRST_WAIT)
    assert len(exchange(team.ab).sent) == 1
    assert months(team.ab)[0].trouble is None
    assert len(exchange(team.lead).taken) == 1


def test_a_place_remembers_what_was_wrong_until_it_answers(team: Team, server: DavServer) -> None:
    server.fault = status(401)
    exchange(team.ab)
    assert Places(team.ab).require().trouble is Trouble.PASSWORD
    server.fault = None
    exchange(team.ab)
    place = Places(team.ab).require()
    assert (place.trouble, bool(place.reached_at)) == (None, True)
    assert "hemmelig" not in repr(place)


def test_whoever_asks_need_not_wait(team: Team, server: DavServer) -> None:
    post_october(team.ab)
    server.fault = status(503)
    exchange(team.ab)
    server.fault = None
    assert len(exchange(team.ab, everything=True).sent) == 1


def test_one_locked_letter_does_not_stop_the_others(team: Team, server: DavServer) -> None:
    post_october(team.ab)
    outbox = Outbox(team.ab)
    outbox.put(letter_hash="a" * 64, kind="key", folder="to/x", name="0a.vvb", sealed=b"x")
    server.fault = status(423, "PUT", times=1)
    report = exchange(team.ab)
    assert [one.kind for one in report.sent] == ["key"]
    assert (report.waiting, report.error and report.error.trouble) == (1, Trouble.LOCKED)


def test_a_clock_that_was_wrong_keeps_no_letter_back(team: Team, share: Path) -> None:
    post_october(team.ab)
    outbox = Outbox(team.ab)
    team.ab.clock = standing_clock(NOW + timedelta(days=4000))
    outbox.failed(months(team.ab)[0].seq, Trouble.UNREACHABLE)
    team.ab.clock = standing_clock(NOW)
    assert len(exchange(team.ab).sent) == 1


def test_the_server_ends_in_the_middle_and_nothing_is_left_half(
    team: Team, server: DavServer
) -> None:
    """The connection is cut at every request in turn; whatever was done, the next time finishes."""
    for store in (team.ab, team.cd):
        post_october(store)
    for store in (team.ab, team.cd, team.lead, team.ab, team.cd):
        done = 0
        while True:
            server.requests.clear()
            server.fault = cut_from(done)
            report = exchange(store, everything=True)
            server.fault = None
            if report.error is None:
                break
            done += 1
            assert done < 60
    assert team.lead.inquiries.count() == 6
    for store in (team.ab, team.cd):
        assert Outbox(store).counts() == Counts(acknowledged=1)
    names = [path.name for path in (server.root / "to-lead").iterdir()]
    assert [name for name in names if name.endswith(".vvb")] == []


def cut_from(number: int) -> Fault:
    """Cut every connection after so many requests."""
    left = number

    def fault(app: object, environ: dict[str, object], start: object) -> None:
        nonlocal left
        if left:
            left -= 1
            return
        cut(str(environ["REQUEST_METHOD"]))(app, environ, start)  # type: ignore[arg-type]

    return fault  # type: ignore[return-value]


def test_an_unplugged_stick_is_told_and_nothing_is_written_where_it_was(
    team: Team, share: Path
) -> None:
    post_october(team.ab)
    away = share.with_name("in a pocket")
    share.rename(away)
    assert trouble_of(team) is Trouble.VANISHED
    share.mkdir()
    assert trouble_of(team) is Trouble.NOT_SHARED, "the empty mount point"
    assert list(share.iterdir()) == []
    share.rmdir()
    away.rename(share)
    assert len(exchange(team.ab, everything=True).sent) == 1


def test_another_projects_folder_gets_nothing(team: Team, share: Path) -> None:
    post_october(team.ab)
    (share / "vejviser.json").write_bytes(
        b'{"format":"vejviser-share/1","project_id":"' + b"0" * 32 + b'"}'
    )
    assert trouble_of(team) is Trouble.OTHER_PROJECT
    assert not (share / "to-lead").exists()


def test_another_place_gets_what_waits_at_once(team: Team, share: Path, tmp_path: Path) -> None:
    post_october(team.ab)
    share.rename(share.with_name("gone"))
    assert trouble_of(team) is Trouble.VANISHED
    Places(team.ab).set(folder_place(share.with_name("gone")))
    assert len(exchange(team.ab).sent) == 1


def trouble_of(team: Team) -> Trouble:
    error = exchange(team.ab).error
    assert error is not None
    return error.trouble
