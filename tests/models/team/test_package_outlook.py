"""What a lead is told of the next package is what it does on a laptop that nobody changed."""

from msgspec.structs import replace

from app.models.team.package_changes import PackageChanges
from app.models.team.package_outlook import next_package
from app.models.team.roster import Verdict
from app.models.types import Workplace
from tests.packages import edit, fill, hand_over, place, signed, split_lower_back
from tests.team import Team


def told(changes: PackageChanges) -> set[tuple[object, ...]]:
    """Return what is told of every record and of the code lists, in any order."""
    records = {
        (
            one.kind,
            one.name,
            one.fate,
            tuple((field.name, field.here, field.package) for field in one.fields),
        )
        for one in changes.changes
    }
    return records | {(one.sort, one.codes) for one in changes.taxonomy}


def test_the_outlook_is_what_a_laptop_then_is_told(team: Team) -> None:
    lead = team.lead
    fill(lead)
    hand_over(lead, team.ab)
    lead.workplaces.delete(place(lead, "ARLA").id)
    lead.workplaces.add(Workplace(code="LEGO", name="LEGO"))
    edit(lead, "VESTAS-LEM", headcount=460, place="Receptionen")
    (vestas,) = lead.organisations.all()
    lead.organisations.change(replace(vestas, name="Vestas A/S"))
    first, *_ = lead.offers.all()
    lead.offers.delete(first.id)
    lead.settings.set("protection_k", 9)
    split_lower_back(lead)
    outlook = next_package(lead)
    assert outlook.doubt is None
    assert outlook.changes.verdict is Verdict.NEWER
    assert told(outlook.changes) == told(hand_over(lead, team.ab))


def test_looking_writes_nothing(team: Team) -> None:
    lead = team.lead
    fill(lead)
    assert next_package(lead).changes.verdict is Verdict.FIRST
    package, letter = signed(lead)
    assert package.version == 1
    again = next_package(lead).changes
    assert (again.verdict, again.changes, again.taxonomy) == (Verdict.KNOWN, (), ())
    edit(lead, "ARLA", headcount=95)
    assert next_package(lead) == next_package(lead)
    assert next_package(lead).changes.version == 2
    edit(lead, "ARLA", headcount=90)
    assert signed(lead) == (package, letter)
