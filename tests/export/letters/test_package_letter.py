"""The package as a file: signed by the lead, known to be so, the same bytes every time."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.errors import NotFound
from app.export.letters.letter import Kind, seal, write_letter
from app.export.letters.package_letter import (
    SharedPackage,
    read_former_package,
    read_package_letter,
    waiting_package,
    write_package,
)
from app.export.letters.taking_over import take_project_over
from app.models.store import Store
from app.models.team.devices import DeviceKeys, Devices
from app.models.team.package import encode_package
from app.models.team.package_changes import LocalEdits
from app.models.team.package_making import WithdrawsAll, make_package
from app.models.team.package_merging import merge_package
from app.models.team.packages import Packages
from app.models.team.project import revoke, take_over
from app.models.team.refusing import Reason
from app.models.team.rosters import Rosters
from tests.packages import edit, fill, hand_over, place, signed
from tests.records import add_workplace
from tests.stores import NOW, new_store
from tests.team import Team, a_summary, a_team, refused, stranger

TODAY = NOW.date()


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    with a_team(tmp_path, "AB", "CD") as made:
        fill(made.lead)
        yield made


def written_by(team: Team, keys: DeviceKeys, made_at: date = TODAY, **fields: str) -> bytes:
    """Return the lead's package, signed by somebody else or on another day."""
    inner, _ = write_letter(
        keys,
        encode_package(make_package(team.lead)),
        kind=Kind(fields.get("kind", "package")),
        project_id=fields.get("project_id", team.roster.project_id),
        recipients=(),
        made_at=made_at,
    )
    return inner


def test_the_same_content_is_the_same_file_and_one_letter(team: Team) -> None:
    first = write_package(team.lead)
    keys = Devices(team.lead).current()
    assert write_package(team.lead) == first
    assert Devices(team.lead).current() == keys
    edit(team.lead, "ARLA", headcount=1)
    second = write_package(team.lead)
    assert second != first
    assert Devices(team.lead).current().last_seq == keys.last_seq + 1


def test_a_counsellor_passes_on_what_the_lead_wrote(team: Team) -> None:
    mine = team.counsellors["AB"]
    with pytest.raises(NotFound):
        write_package(mine)
    hand_over(team.lead, mine)
    edit(mine, "ARLA", name="Noget andet")
    assert write_package(mine) == write_package(team.lead)


def test_only_the_lead_s_signature_counts(team: Team) -> None:
    known = team.roster
    assert (
        refused(read_package_letter, written_by(team, stranger()), known) is Reason.UNKNOWN_SENDER
    )
    counsellor = team.keys("AB")
    assert refused(read_package_letter, written_by(team, counsellor), known) is Reason.WRONG_ROLE
    assert refused(read_package_letter, written_by(team, counsellor), None) is Reason.WRONG_ROLE
    other = written_by(team, Devices(team.lead).current(), project_id="0" * 32)
    assert refused(read_package_letter, other, known) is Reason.WRONG_PROJECT
    as_roster = written_by(team, Devices(team.lead).current(), kind="roster")
    assert refused(read_package_letter, as_roster, known) is Reason.NOT_A_PACKAGE


def test_other_files_are_no_package(team: Team) -> None:
    summary = a_summary(team, team.keys("AB"))
    for data in (b"", b"{}", summary, seal(summary, (team.keys("AB").recipient,))):
        assert refused(read_package_letter, data, team.roster) is Reason.NOT_A_PACKAGE
    package = write_package(team.lead)
    assert refused(read_package_letter, package[:-9], team.roster) is Reason.PAYLOAD_MISMATCH
    at = package.index(b"made_at") + 12
    forged = package[:at] + b"9" + package[at + 1 :]
    assert refused(read_package_letter, forged, team.roster) is Reason.BAD_SIGNATURE


def test_a_package_of_a_lead_who_was_replaced(team: Team, tmp_path: Path) -> None:
    before = write_package(team.lead)
    late = written_by(team, Devices(team.lead).current(), TODAY + timedelta(days=1))
    mine = team.counsellors["AB"]
    hand_over(team.lead, mine)
    successor = new_store(tmp_path / "successor")
    try:
        hand_over(team.lead, successor)
        take_over(successor, team.code)
        known = Rosters(successor).require()
        # A package that the old lead dates after the change of lead is not believed.
        assert refused(read_package_letter, late, known) is Reason.REVOKED_SENDER
        assert refused(read_package_letter, before, known) is Reason.REVOKED_SENDER
        package, letter = signed(successor)
        assert (package.place, package.roster.term) == ((2, 2), 2)
        assert not hand_over(successor, mine).lost
        assert Rosters(mine).require() == known
        assert Packages(mine).letter() == letter
    finally:
        successor.close()


def test_a_new_lead_believes_the_lead_before_and_nobody_else(team: Team, tmp_path: Path) -> None:
    before = write_package(team.lead)
    late = written_by(team, Devices(team.lead).current(), TODAY + timedelta(days=1))
    by_cd = written_by(team, team.keys("CD"))
    shared, project = SharedPackage(), team.roster.project_id
    with closing(new_store(tmp_path / "successor")) as successor:
        known = take_over(successor, team.code, team.roster)
        assert read_former_package(before, project, known).letter == before
        assert refused(read_former_package, late, project, known) is Reason.REVOKED_SENDER
        assert refused(read_former_package, by_cd, project, known) is Reason.WRONG_ROLE
        assert refused(read_former_package, before, "0" * 32, known) is Reason.WRONG_PROJECT
        for bad in (late, by_cd, before[:-9]):
            assert refused(shared.inherit, successor, bad)
            assert successor.workplaces.all() == ()
        changes = shared.inherit(successor, before)
        assert changes is not None
        assert place(successor, "ARLA").headcount == 90
        assert shared.inherit(successor, before) is None
        assert shared.publish(successor) == before
        # Who knows the new lead is offered nothing of the old one's, and told of no fault.
        mine = team.counsellors["AB"]
        Rosters(mine).take(known)
        assert not shared.offer(mine, before)
        assert refused(shared.offer, mine, by_cd) is Reason.WRONG_ROLE
        # What the new lead has written itself stands, whatever comes of the old one.
        hand_over(successor, mine)
        edit(team.lead, "ARLA", headcount=1)
        assert shared.inherit(successor, write_package(team.lead)) is None
        assert place(successor, "ARLA").headcount == 90


def test_what_a_new_lead_entered_does_not_give_way_unseen(team: Team, tmp_path: Path) -> None:
    package, shared = write_package(team.lead), SharedPackage()
    with closing(new_store(tmp_path / "successor")) as successor:
        add_workplace(successor, "ARLA", headcount=7)
        with pytest.raises(LocalEdits):
            take_project_over(successor, team.code, team.roster, package)
        assert Rosters(successor).current() is None, "nothing was taken over"
        take_over(successor, team.code, team.roster)
        with pytest.raises(LocalEdits):
            shared.inherit(successor, package)
        assert place(successor, "ARLA").headcount == 7
        with pytest.raises(WithdrawsAll):
            write_package(successor)
        waiting = waiting_package(successor)
        merge_package(successor, waiting.package, waiting.letter, overwrite=True)
        assert place(successor, "ARLA").headcount == 90
        write_package(successor)


def test_the_shared_folder_offers_it_once(team: Team) -> None:
    shared, mine = SharedPackage(), team.counsellors["AB"]
    assert shared.publish(team.lead) is None
    with pytest.raises(NotFound):
        waiting_package(mine)
    first = write_package(team.lead)
    edit(team.lead, "ARLA", headcount=1)
    assert shared.publish(team.lead) == first, "half done work does not travel"
    assert [shared.offer(mine, first) for _ in range(2)] == [True, False]
    assert waiting_package(mine).letter == first
    second = write_package(team.lead)
    assert shared.offer(mine, second)
    assert waiting_package(mine).letter == second
    hand_over(team.lead, mine)
    assert Packages(mine).waiting() is None
    assert not shared.offer(mine, second)
    assert not shared.offer(mine, first), "an older one that still lies there is no news"


def test_a_forged_one_in_the_shared_folder_does_not_wait(team: Team) -> None:
    mine = team.counsellors["AB"]
    forged = written_by(team, team.keys("AB"))
    assert refused(SharedPackage().offer, mine, forged) is Reason.WRONG_ROLE
    assert Packages(mine).waiting() is None


def test_a_package_may_be_older_than_the_roster_here(team: Team) -> None:
    package = write_package(team.lead)
    revoke(team.lead, team.keys("AB").id)
    mine: Store = team.counsellors["AB"]
    Rosters(mine).take(team.roster)
    assert read_package_letter(package, Rosters(mine).current()).letter == package
