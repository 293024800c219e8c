"""The project package in the shared place: left by the lead, told to counsellors, forged by others."""

from pathlib import Path

from app.export.letters.letter import Kind, write_letter
from app.export.letters.package_letter import NAME, SharedPackage, waiting_package, write_package
from app.export.sync_json import report_object
from app.models.team.package import encode_package
from app.models.team.package_making import make_package
from app.models.team.package_merging import merge_package
from app.models.team.packages import Packages
from app.models.team.refusing import Reason
from tests.packages import edit, fill, hand_over, place
from tests.shares import exchange, post_october
from tests.team import Team

PACKAGE = SharedPackage()


def test_the_package_comes_with_the_letters_and_waits_to_be_looked_at(
    team: Team, share: Path
) -> None:
    fill(team.lead)
    written = write_package(team.lead)
    assert exchange(team.lead, package=PACKAGE).error is None
    report = exchange(team.ab, package=PACKAGE)
    assert (report.package_is_new, report.anything_refused) == (True, False)
    assert team.ab.workplaces.all() == ()
    waiting = waiting_package(team.ab)
    assert waiting.letter == written
    merge_package(team.ab, waiting.package, waiting.letter)
    assert place(team.ab, "ARLA").headcount == 90
    assert not exchange(team.ab, package=PACKAGE).package_is_new
    assert Packages(team.ab).waiting() is None


def test_a_newer_one_replaces_the_one_that_lies_there(team: Team, share: Path) -> None:
    fill(team.lead)
    write_package(team.lead)
    exchange(team.lead, package=PACKAGE)
    edit(team.lead, "ARLA", headcount=91)
    newer = write_package(team.lead)
    exchange(team.lead, package=PACKAGE)
    assert exchange(team.ab, package=PACKAGE).package_is_new
    assert waiting_package(team.ab).letter == newer


def test_a_forged_package_is_told_and_the_rest_goes_on(team: Team, share: Path) -> None:
    fill(team.lead)
    write_package(team.lead)
    exchange(team.lead, package=PACKAGE)
    forged, _ = write_letter(
        team.keys("CD"),
        encode_package(make_package(team.lead)),
        kind=Kind.PACKAGE,
        project_id=team.roster.project_id,
        recipients=(),
        made_at=team.roster.made_on,
    )
    (lying,) = share.rglob(NAME)
    lying.write_bytes(forged)
    post_october(team.ab)
    report = exchange(team.ab, package=PACKAGE)
    assert report.package_refused is not None
    assert report.package_refused.reason is Reason.WRONG_ROLE
    assert report_object(report)["package_refused"] == "wrong_role"
    assert (report.anything_refused, len(report.sent)) == (True, 1)
    # The lead's next exchange puts it right.
    exchange(team.lead, package=PACKAGE)
    assert exchange(team.ab, package=PACKAGE).package_is_new


def test_a_workplace_that_only_a_laptop_told_of_is_not_handed_to_all(
    team: Team, share: Path
) -> None:
    post_october(team.ab)
    exchange(team.ab)
    exchange(team.lead)
    told = place(team.lead, "VESTAS-LEM")
    assert "VESTAS-LEM" not in {one.code for one in make_package(team.lead).workplaces}
    # When the lead takes it over, it is everybody's; AB's own is then the same.
    edit(team.lead, "VESTAS-LEM", headcount=12)
    assert told.id in {one.id for one in make_package(team.lead).workplaces}
    mine = place(team.ab, "VESTAS-LEM").id
    hand_over(team.lead, team.ab, overwrite=True)
    assert place(team.ab, "VESTAS-LEM").id == mine
    assert place(team.ab, "VESTAS-LEM").headcount == 12
