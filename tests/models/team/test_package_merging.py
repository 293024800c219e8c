"""A package comes into installations that have registered: theirs stays, the lead's comes in."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import InvalidInput
from app.models.plan import read_plan
from app.models.plan_types import ClosingDays
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.former_codes import FormerCodes
from app.models.team.package_changes import Fate, LocalEdits
from app.models.team.package_merging import merge_package, preview_package
from app.models.team.project import accept_card, revoke
from app.models.team.refusing import Reason
from app.models.team.roster import Verdict
from app.models.team.rosters import Rosters
from app.models.types import (
    ContactRole,
    Offer,
    OfferKind,
    Organisation,
    TermKind,
    WorkplaceContact,
)
from tests.packages import (
    contents,
    edit,
    fates,
    fill,
    hand_over,
    place,
    signed,
    split_lower_back,
    the_rule,
)
from tests.records import add_contact, add_referral, add_rule, add_workplace
from tests.stores import NOW
from tests.team import Team, a_team, refused

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


def test_everything_arrives_and_nobody_is_named(team: Team, mine: Store) -> None:
    changes = hand_over(team.lead, mine)
    assert changes.verdict is Verdict.FIRST
    assert fates(changes, "workplace") == {"VESTAS-LEM": Fate.ADDED, "ARLA": Fate.ADDED}
    assert fates(changes, "counsellor") == {"LB": Fate.ADDED}
    assert not changes.lost
    for kind in ("organisation", "offer", "closing_days", "retention_period"):
        assert _unstamped(contents(mine)[kind]) == _unstamped(contents(team.lead)[kind])
    lem, theirs = place(mine, "VESTAS-LEM"), place(team.lead, "VESTAS-LEM")
    assert (lem.contacts, lem.remark) == ((), "")
    assert (lem.id, lem.addresses, lem.headcount) == (theirs.id, theirs.addresses, 450)
    rule, lead_rule = the_rule(mine), the_rule(team.lead)
    assert (rule.id, rule.series_id, rule.remark) == (lead_rule.id, lead_rule.id, "")
    assert mine.counsellors.get(rule.counsellor_ids[0]).initials == "LB"
    assert mine.settings.get("protection_k") == 7
    planned = read_plan(mine, TODAY, TODAY + timedelta(days=13))
    assert [each.workplace_id for each in planned] == [lem.id] * len(planned)
    assert planned


def test_the_same_package_again_changes_nothing(team: Team, mine: Store) -> None:
    hand_over(team.lead, mine)
    before = contents(mine)
    again = hand_over(team.lead, mine)
    assert (again.verdict, again.anything, again.change_set) == (Verdict.KNOWN, False, "")
    assert contents(mine) == before


def test_a_look_changes_nothing_and_tells_the_same(team: Team, mine: Store) -> None:
    add_workplace(mine, "ARLA", headcount=60)
    package, letter = signed(team.lead)
    before, rows = contents(mine), mine.database.execute("SELECT count(*) FROM audit").fetchone()
    seen = preview_package(mine, package)
    assert contents(mine) == before
    assert mine.database.execute("SELECT count(*) FROM audit").fetchone() == rows
    assert Rosters(mine).current() == team.roster
    done = merge_package(mine, package, letter, overwrite=True)
    assert replace(done, change_set="") == seen


def test_own_records_with_the_same_code_are_adopted_with_all_that_refers_to_them(
    team: Team, mine: Store
) -> None:
    bente = WorkplaceContact(role=ContactRole.HR, name="Bente Bæk")
    own = add_workplace(mine, "ARLA", "Arla", contacts=(bente,), remark="Port 4", headcount=90)
    vestas = mine.organisations.add(Organisation(name="VESTAS"))
    contact = add_contact(mine, workplace_id=own.id)
    changes = hand_over(team.lead, mine, overwrite=True)
    assert fates(changes, "workplace")["ARLA"] is Fate.CHANGED
    assert mine.inquiries.get(contact.id).workplace_id == own.id
    adopted = place(mine, "ARLA")
    assert (adopted.id, adopted.contacts, adopted.remark) == (own.id, (bente,), "Port 4")
    assert place(mine, "VESTAS-LEM").organisation_id == vestas.id
    assert mine.organisations.get(vestas.id).name == "Vestas"
    # The adopted one follows, whatever it is called.
    edit(team.lead, "ARLA", code="ARLA-VIDEBAEK", headcount=120)
    hand_over(team.lead, mine)
    assert place(mine, "ARLA-VIDEBAEK").id == own.id
    assert place(mine, "ARLA-VIDEBAEK").headcount == 120
    assert len(mine.workplaces.all()) == 2


def test_own_records_that_are_not_in_the_package_stay_as_they_are(team: Team, mine: Store) -> None:
    own = add_workplace(mine, "EGEN")
    offer = mine.offers.add(Offer(kind=OfferKind.OTHER, provider="Egen", workplace_id=own.id))
    rule = add_rule(mine, own)
    for _ in range(2):
        hand_over(team.lead, mine)
        edit(team.lead, "ARLA", headcount=(place(team.lead, "ARLA").headcount or 0) + 1)
    assert mine.workplaces.get(own.id) == own
    assert mine.offers.get(offer.id) == offer
    assert mine.presence_rules.get(rule.id) == rule


def test_what_was_changed_here_is_told_before_it_is_overwritten(team: Team, mine: Store) -> None:
    hand_over(team.lead, mine)
    edit(mine, "ARLA", headcount=95, remark="Egen bemærkning")
    before = contents(mine)
    with pytest.raises(LocalEdits) as caught:
        hand_over(team.lead, mine)
    assert "ARLA" in caught.value.why.da
    (lost,) = caught.value.changes.lost
    (field,) = lost.fields
    assert (field.name, field.here, field.package, field.entered_here) == (
        "headcount",
        "95",
        "90",
        True,
    )
    assert contents(mine) == before
    hand_over(team.lead, mine, overwrite=True)
    assert (place(mine, "ARLA").headcount, place(mine, "ARLA").remark) == (90, "Egen bemærkning")


def test_what_the_lead_changed_is_no_edit_of_mine(team: Team, mine: Store) -> None:
    hand_over(team.lead, mine)
    edit(team.lead, "ARLA", headcount=101, name="Arla Foods")
    changes = hand_over(team.lead, mine)
    (change,) = changes.changes
    assert {field.name for field in change.fields} == {"headcount", "name"}
    assert not changes.lost


def test_what_is_gone_is_removed_unless_it_was_used(team: Team, mine: Store) -> None:
    for code in ("TOM", "BRUGT", "KONTAKT"):
        add_workplace(team.lead, code)
    hand_over(team.lead, mine)
    add_contact(mine, workplace_id=place(mine, "BRUGT").id)
    somebody = (WorkplaceContact(role=ContactRole.HR, name="Bo Ek"),)
    edit(mine, "KONTAKT", contacts=somebody)
    for code in ("TOM", "BRUGT", "KONTAKT"):
        team.lead.workplaces.delete(place(team.lead, code).id)
    changes = hand_over(team.lead, mine)
    assert fates(changes, "workplace") == {
        "TOM": Fate.REMOVED,
        "BRUGT": Fate.STAYS,
        "KONTAKT": Fate.STAYS,
    }
    assert mine.workplaces.by_code("TOM") is None
    assert place(mine, "KONTAKT").contacts == somebody
    assert hand_over(team.lead, mine).anything is False


def test_an_offer_that_was_used_is_ended_and_not_taken_from_the_referral(
    team: Team, mine: Store
) -> None:
    hand_over(team.lead, mine)
    used, unused = (mine.offers.all()[0], mine.offers.all()[1])
    referral = add_referral(mine, add_contact(mine), offer_id=used.id)
    for offer in (used, unused):
        team.lead.offers.delete(offer.id)
    changes = hand_over(team.lead, mine)
    assert fates(changes, "offer") == {used.provider: Fate.ENDED, unused.provider: Fate.REMOVED}
    assert mine.referrals.get(referral.id) == referral
    assert mine.offers.get(used.id).valid_until == TODAY - timedelta(days=1)


def test_codes_can_move_from_one_workplace_to_another(team: Team, mine: Store) -> None:
    hand_over(team.lead, mine)
    ids = {code: place(mine, code).id for code in ("ARLA", "VESTAS-LEM")}
    edit(team.lead, "VESTAS-LEM", code="VESTAS-1")
    edit(team.lead, "ARLA", code="VESTAS-LEM")
    add_workplace(team.lead, "ARLA", "Arla ny")
    hand_over(team.lead, mine)
    assert place(mine, "VESTAS-1").id == ids["VESTAS-LEM"]
    assert place(mine, "VESTAS-LEM").id == ids["ARLA"]
    assert place(mine, "ARLA").name == "Arla ny"


def test_an_own_workplace_is_known_by_a_code_that_the_lead_has_changed(
    team: Team, mine: Store
) -> None:
    own = add_workplace(mine, "ARLA", "Arla")
    contact = add_contact(mine, workplace_id=own.id)
    edit(team.lead, "ARLA", code="ARLA-1")
    edit(team.lead, "ARLA-1", code="ARLA-NORD")
    package, _ = signed(team.lead)
    (part,) = (one for one in package.workplaces if one.code == "ARLA-NORD")
    assert part.former_codes == ("ARLA", "ARLA-1")
    with pytest.raises(LocalEdits):
        hand_over(team.lead, mine)
    changes = hand_over(team.lead, mine, overwrite=True)
    assert fates(changes, "workplace")["ARLA-NORD"] is Fate.CHANGED
    assert mine.workplaces.by_code("ARLA") is None
    assert mine.inquiries.get(contact.id).workplace_id == place(mine, "ARLA-NORD").id == own.id
    assert not hand_over(team.lead, mine).anything


def test_a_former_code_that_is_in_use_again_is_that_of_its_new_workplace(
    team: Team, mine: Store
) -> None:
    own = add_workplace(mine, "ARLA", "Arla")
    edit(team.lead, "ARLA", code="ARLA-NORD")
    add_workplace(team.lead, "ARLA", "Arla ny")
    hand_over(team.lead, mine, overwrite=True)
    assert place(mine, "ARLA").id == own.id
    assert place(mine, "ARLA-NORD").id != own.id


def test_a_new_lead_knows_former_codes_from_the_package(team: Team, mine: Store) -> None:
    edit(team.lead, "ARLA", code="ARLA-NORD")
    hand_over(team.lead, mine)
    former = FormerCodes(mine)
    assert former.place("ARLA") == place(mine, "ARLA-NORD").id
    assert former.of(place(mine, "ARLA-NORD").id) == ("ARLA",)


def test_an_own_workplace_in_the_way_is_named_and_nothing_is_changed(
    team: Team, mine: Store
) -> None:
    hand_over(team.lead, mine)
    add_workplace(mine, "OPTAGET", "Min egen")
    edit(team.lead, "ARLA", code="OPTAGET")
    add_workplace(team.lead, "NY")
    before = contents(mine)
    with pytest.raises(InvalidInput) as caught:
        hand_over(team.lead, mine)
    assert "Min egen" in caught.value.why.da
    assert contents(mine) == before


def test_closing_days_and_offers_that_are_the_same_are_not_doubled(team: Team, mine: Store) -> None:
    own = add_workplace(mine, "VESTAS-LEM", "Vestas i Lem")
    mine.closing_days.add(
        ClosingDays(workplace_id=own.id, first_on=date(2026, 12, 21), last_on=date(2027, 1, 3))
    )
    mine.offers.add(Offer(kind=OfferKind.COACHING, provider="coach 0", workplace_id=own.id))
    hand_over(team.lead, mine, overwrite=True)
    assert [one.reason for one in mine.closing_days.all()] == ["Juleferie"]
    assert sorted(one.provider for one in mine.offers.all()) == ["Coach 0", "Coach 1", "Coach 2"]


def test_the_code_lists_change_in_words_and_history_keeps_its_codes(
    team: Team, mine: Store
) -> None:
    hand_over(team.lead, mine)
    contact = add_contact(mine, reasons=("P01",))
    split_lower_back(team.lead)
    changes = hand_over(team.lead, mine)
    texts = [one.text.da for one in changes.taxonomy]
    assert "P01 deles i P11 og P12 fra 01-01-2027." in texts
    assert "P11 »Iskias« er ny fra 01-01-2027." in texts
    assert any(text.startswith("P01 »Lænderyg« kan ikke vælges fra 01-01-2027") for text in texts)
    assert "S01 hedder fra 01-01-2027 »Belastning« (før: »Stress«)." in texts
    assert len(texts) == 5
    assert mine.inquiries.get(contact.id).reasons == ("P01",)
    later = {each.code: each for each in mine.taxonomy.terms(TermKind.REASON, date(2027, 1, 1))}
    assert (later["P01"].is_valid(date(2027, 1, 1)), later["S01"].label.da) == (False, "Belastning")
    now = {each.code: each for each in mine.taxonomy.terms(TermKind.REASON, TODAY)}
    assert (now["P01"].is_valid(TODAY), now["S01"].label.da) == (True, "Stress")
    assert [row.to_code for row in mine.taxonomy.crosswalk()] == ["P11", "P12"]
    assert hand_over(team.lead, mine).taxonomy == ()


def test_a_code_that_only_this_installation_has_stays(team: Team, mine: Store) -> None:
    mine.database.execute("INSERT INTO term VALUES ('advice', 'A99', NULL, 99, '2026-01-01', NULL)")
    mine.database.execute(
        "INSERT INTO term_label VALUES ('advice', 'A99', '2026-01-01', 'Eget', 'Own', 'E', 'O')"
    )
    hand_over(team.lead, mine)
    assert mine.taxonomy.terms(TermKind.ADVICE, TODAY)[-1].code == "A99"


def test_a_package_is_taken_back_as_one_change(team: Team, mine: Store) -> None:
    own = add_workplace(mine, "ARLA", "Arla", headcount=60)
    before = {
        kind: _unstamped(found) for kind, found in contents(mine).items() if kind != "taxonomy"
    }
    done = hand_over(team.lead, mine, overwrite=True)
    redo = mine.undo(done.change_set)
    after = {
        kind: _unstamped(found) for kind, found in contents(mine).items() if kind != "taxonomy"
    }
    assert after == before
    assert mine.workplaces.get(own.id).headcount == 60
    mine.undo(redo)
    assert place(mine, "ARLA").headcount == 90
    assert hand_over(team.lead, mine, overwrite=True).anything is False


def test_an_older_package_is_refused_and_so_is_another_of_the_same_number(
    team: Team, mine: Store
) -> None:
    old = signed(team.lead)
    edit(team.lead, "ARLA", headcount=91)
    new = signed(team.lead)
    assert (old[0].version, new[0].version) == (1, 2)
    merge_package(mine, *new, overwrite=True)
    before = contents(mine)
    assert refused(merge_package, mine, *old) is Reason.OLDER
    other = replace(new[0], made_on=date(2026, 1, 1))
    assert refused(merge_package, mine, other, new[1]) is Reason.FORKED
    assert contents(mine) == before


def test_a_package_of_another_project_is_refused(team: Team, mine: Store, tmp_path: Path) -> None:
    with a_team(tmp_path / "other") as stranger:
        fill(stranger.lead)
        assert refused(merge_package, mine, *signed(stranger.lead)) is Reason.WRONG_PROJECT


def test_the_roster_comes_along_and_never_goes_back(
    team: Team, mine: Store, tmp_path: Path
) -> None:
    old = signed(team.lead)
    revoke(team.lead, team.keys("AB").id)
    newer = signed(team.lead)
    assert newer[0].version == 2
    merge_package(mine, *newer)
    assert Rosters(mine).require() == team.roster
    with a_team(tmp_path / "second", "CD") as second:
        fill(second.lead)
        third = second.counsellors["CD"]
        package = signed(second.lead)
        accept_card(second.lead, Devices(second.counsellors["CD"]).card())
        revoke(second.lead, second.keys("CD").id)
        Rosters(third).take(second.roster)
        merge_package(third, *package)
        assert Rosters(third).require() == second.roster
    assert old[0].roster.version < newer[0].roster.version


def test_the_lead_s_own_package_changes_nothing_on_the_lead_s_installation(team: Team) -> None:
    package = signed(team.lead)
    edit(team.lead, "ARLA", headcount=99)
    changes = merge_package(team.lead, *package)
    assert (changes.anything, place(team.lead, "ARLA").headcount) == (False, 99)


def test_settings_changed_here_are_told(team: Team, mine: Store) -> None:
    hand_over(team.lead, mine)
    mine.settings.set("protection_k", 3)
    with pytest.raises(LocalEdits):
        hand_over(team.lead, mine)
    hand_over(team.lead, mine, overwrite=True)
    assert mine.settings.get("protection_k") == 7


def _unstamped(records: list[object]) -> list[object]:
    return [replace(one, created_at="", changed_at="") for one in records]  # type: ignore[type-var]
