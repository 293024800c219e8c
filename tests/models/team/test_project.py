"""Who belongs: created, taken in, revoked, restored, taken over; and what is refused."""

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import Conflict, NotFound, UserError
from app.models.opening import open_store
from app.models.recovery_code import MistypedCode, generate
from app.models.safekeeping import back_up
from app.models.store import Store
from app.models.team.cards import Card, signed_card
from app.models.team.devices import Devices
from app.models.team.project import accept_card, create_project, revoke, take_over
from app.models.team.recovery import recovery_keys
from app.models.team.refusing import Reason
from app.models.team.roster import (
    Roster,
    Status,
    Verdict,
    decode_roster,
    encode_roster,
    endorsed,
    judge,
    signed_bytes,
    verify_roster,
)
from app.models.team.rosters import Rosters
from app.models.team.signing import (
    Label,
    new_identity,
    new_seed,
    recipient_of,
    sign,
    sign_key_of,
)
from app.paths import Paths
from tests.models.team.test_devices import restored
from tests.records import add_contact
from tests.stores import PASSPHRASE, new_store
from tests.team import TODAY, Team, refused, rename


def signed_by(store: Store, roster: Roster) -> Roster:
    keys = Devices(store).current()
    return replace(roster, signature=keys.sign(Label.ROSTER, signed_bytes(roster)))


def test_a_project_begins_with_its_lead_alone(tmp_path: Path) -> None:
    with closing(new_store(tmp_path)) as store:
        assert not store.settings.is_lead
        roster, code = create_project(store)
        assert store.settings.is_lead
        assert (roster.project, roster.term, roster.version, roster.previous) == (
            ("Projekt Vest", 1, 1, "")
        )
        assert roster.lead.card == Devices(store).card()
        assert roster.counsellors == ()
        assert roster.recovery == recovery_keys(code.lower().replace("-", " ")).public
        assert roster.project_id == roster.recovery.project_id
        assert decode_roster(encode_roster(roster)) == roster
        assert Rosters(store).current() == roster


def test_the_recovery_key_is_kept_nowhere(tmp_path: Path) -> None:
    with closing(new_store(tmp_path)) as store:
        _, code = create_project(store)
        keys = recovery_keys(code)
        for (name,) in store.database.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        ).fetchall():
            kept = repr(store.database.execute(f"SELECT * FROM {name}").fetchall())
            assert keys.identity not in kept
            assert repr(keys.seed)[2:-1] not in kept
            assert code not in kept


def test_whoever_registers_contacts_is_no_lead(store: Store) -> None:
    add_contact(store, None)
    with pytest.raises(Conflict):
        create_project(store)
    assert not store.settings.is_lead
    assert Rosters(store).current() is None


def test_a_second_project_is_refused(team: Team) -> None:
    for store in (team.lead, team.counsellors["AB"]):
        with pytest.raises(Conflict):
            create_project(store)
    assert not team.counsellors["AB"].settings.is_lead


def test_members_come_one_version_after_the_other(team: Team) -> None:
    roster = team.roster
    assert [one.card.initials for one in roster.members] == ["KM", "AB", "CD"]
    assert (roster.version, roster.term) == (3, 1)
    assert roster.previous != ""
    card = Devices(team.counsellors["AB"]).card()
    assert accept_card(team.lead, card) == roster  # the same card again is no news


def test_a_new_name_on_a_card_takes_the_place_of_the_old(team: Team) -> None:
    rename(team.counsellors["AB"], "AX", "Anna Xenia")
    roster = accept_card(team.lead, Devices(team.counsellors["AB"]).card())
    assert [one.card.initials for one in roster.members] == ["KM", "AX", "CD"]


def test_only_the_lead_changes_the_roster(team: Team) -> None:
    with pytest.raises(UserError):
        accept_card(team.counsellors["AB"], Devices(team.counsellors["CD"]).card())
    with pytest.raises(UserError):
        revoke(team.counsellors["AB"], team.keys("CD").id)


def test_a_card_with_the_keys_or_the_id_of_another_is_refused(team: Team) -> None:
    keys, card = team.keys("AB"), Devices(team.counsellors["AB"]).card()
    other = "00000000-0000-7000-8000-000000000000"
    assert refused(accept_card, team.lead, signed_card(replace(card, device=other), keys.seed)) is (
        Reason.FORKED
    )
    stolen = Devices(team.counsellors["CD"]).current()
    same_id = replace(card, sign_key=stolen.sign_key, recipient=stolen.recipient)
    assert refused(accept_card, team.lead, signed_card(same_id, stolen.seed)) is Reason.FORKED
    assert refused(accept_card, team.lead, replace(card, name="X")) is Reason.BAD_SIGNATURE


def test_a_revoked_device_stays_revoked(team: Team) -> None:
    device, card = team.keys("AB").id, Devices(team.counsellors["AB"]).card()
    roster = revoke(team.lead, device, on=TODAY - timedelta(days=3), last_letter=4)
    gone = roster.member(device)
    assert gone is not None
    assert (gone.status, gone.revoked_on, gone.last_letter) == (
        Status.REVOKED,
        TODAY - timedelta(days=3),
        4,
    )
    assert [one.card.initials for one in roster.counsellors] == ["CD"]
    assert refused(accept_card, team.lead, card) is Reason.ALREADY_REVOKED
    for again in (device, "nobody", Devices(team.lead).current().id):
        with pytest.raises(NotFound):
            revoke(team.lead, again)


def test_a_restored_laptop_takes_the_place_of_its_predecessor(team: Team, tmp_path: Path) -> None:
    old = team.keys("AB").id
    store = restored(tmp_path / "AB", team.counsellors.pop("AB"))
    with closing(store):
        card: Card = Devices(store).card()
        roster = accept_card(team.lead, card)
        before, after = roster.member(old), roster.member(card.device)
        assert before is not None
        assert after is not None
        assert (before.status, before.replaced_by) == (Status.REVOKED, card.device)
        assert before.revoked_on == TODAY
        assert after.is_active
        assert Rosters(store).take(roster) is Verdict.NEWER


def test_one_backup_on_two_laptops_is_noticed(team: Team, tmp_path: Path) -> None:
    shared = team.counsellors.pop("AB")
    Devices(shared).current()
    back_up(shared, Paths(tmp_path / "AB" / "data"))
    shared.close()
    shutil.copytree(tmp_path / "AB", tmp_path / "AB2")
    cards = []
    for name in ("AB", "AB2"):
        opened, _ = open_store(Paths(tmp_path / name / "data"), PASSPHRASE)
        with closing(restored(tmp_path / name, opened)) as store:
            cards.append(Devices(store).card())
    accept_card(team.lead, cards[0])
    assert refused(accept_card, team.lead, cards[1]) is Reason.FORKED


def test_a_successor_that_the_old_device_did_not_sign_is_refused(team: Team) -> None:
    thief = team.keys("CD")
    card = Devices(team.counsellors["CD"]).card()
    false = replace(
        card,
        device="00000000-0000-7000-8000-000000000000",
        sign_key=Devices(team.counsellors["CD"]).current().sign_key,
        replaces=team.keys("AB").id,
    )
    seed = new_seed()
    false = replace(false, sign_key=sign_key_of(seed), recipient=recipient_of(new_identity()))
    assert refused(accept_card, team.lead, signed_card(false, seed, thief.seed)) is (
        Reason.BAD_SIGNATURE
    )


def test_a_roster_is_taken_once_and_never_an_older_one(team: Team) -> None:
    rosters, first = Rosters(team.counsellors["AB"]), team.roster
    assert rosters.take(first) is Verdict.KNOWN
    revoke(team.lead, team.keys("CD").id)
    second = team.roster
    assert rosters.take(second) is Verdict.NEWER
    assert refused(rosters.take, first) is Reason.OLDER
    assert rosters.current() == second


def test_versions_may_be_missed(team: Team) -> None:
    rosters = Rosters(team.counsellors["AB"])
    for name in ("X", "Y", "Z"):
        team.lead.settings.set("project", f"Projekt {name}")
        rename(team.counsellors["CD"], name)
        accept_card(team.lead, Devices(team.counsellors["CD"]).card())
    assert rosters.take(team.roster) is Verdict.NEWER
    assert team.counsellors["AB"].settings.project == "Projekt Z"


def test_two_rosters_of_one_number_are_a_fork(team: Team) -> None:
    known = team.roster
    other = signed_by(team.lead, replace(known, project="Projekt Øst"))
    rosters = Rosters(team.counsellors["AB"])
    assert refused(rosters.take, other) is Reason.FORKED
    follower = signed_by(team.lead, replace(other, version=4, previous=other.hash))
    assert refused(rosters.take, follower) is Reason.FORKED
    assert rosters.current() == known


def test_a_roster_that_a_counsellor_signed_is_refused(team: Team) -> None:
    evil, known = team.counsellors["CD"], team.roster
    card = Devices(evil).card()
    members = (
        replace(known.members[0], card=card),
        *(one for one in known.members[1:] if one.card.device != card.device),
    )
    rosters = Rosters(team.counsellors["AB"])
    for version in (3, 4):
        mine = signed_by(evil, replace(known, version=version, members=members))
        assert refused(rosters.take, mine) is Reason.BAD_SIGNATURE
        assert refused(rosters.take, signed_by(evil, replace(known, version=version))) is (
            Reason.BAD_SIGNATURE
        )


def test_another_recovery_key_makes_another_project(team: Team) -> None:
    """Somebody makes a whole project of one's own and writes our id on it."""
    own = recovery_keys(generate())
    lead = Devices(team.counsellors["CD"])
    roster = replace(
        team.roster,
        recovery=own.public,
        endorsement=sign(
            own.seed, Label.LEAD, endorsed(team.roster.project_id, 1, lead.current().sign_key)
        ),
        members=(replace(team.roster.members[0], card=lead.card()),),
    )
    assert refused(verify_roster, signed_by(team.counsellors["CD"], roster)) is Reason.BAD_SIGNATURE


def test_a_roster_of_another_project_is_refused(team: Team, tmp_path: Path) -> None:
    with closing(new_store(tmp_path / "other")) as other:
        foreign, _ = create_project(other)
    assert refused(Rosters(team.counsellors["AB"]).take, foreign) is Reason.WRONG_PROJECT
    assert refused(take_over, team.lead, team.code, foreign) is Reason.WRONG_PROJECT


@pytest.mark.parametrize(
    "break_it",
    [
        lambda r: replace(r, members=(*r.members, r.members[-1])),
        lambda r: replace(r, members=r.members[1:]),
        lambda r: replace(
            r, members=(*r.members[1:], replace(r.members[1], role=r.members[0].role))
        ),
        lambda r: replace(
            r, members=(*r.members[:2], replace(r.members[2], status=Status.REVOKED))
        ),
        lambda r: replace(r, project="Projekt\nVest"),
        lambda r: replace(
            r,
            members=(
                *r.members[:2],
                replace(r.members[2], card=replace(r.members[2].card, name="X")),
            ),
        ),
        lambda r: replace(r, term=2),
        lambda r: replace(r, format="vejviser-roster/0"),
    ],
)
def test_a_roster_that_contradicts_itself_is_refused_although_the_lead_signed_it(
    team: Team, break_it: object
) -> None:
    assert callable(break_it)
    broken = signed_by(team.lead, break_it(team.roster))
    assert refused(verify_roster, broken) in {Reason.DAMAGED, Reason.BAD_SIGNATURE}
    assert refused(Rosters(team.counsellors["AB"]).take, broken)


def test_a_new_lead_takes_over_with_the_code(team: Team, tmp_path: Path) -> None:
    before = team.roster
    with closing(new_store(tmp_path / "new")) as store:
        rename(store, "NL", "Ny Leder")
        roster = take_over(store, team.code, before)
        assert store.settings.is_lead
        assert (roster.term, roster.version, roster.previous) == (2, 4, before.hash)
        assert roster.lead.card.initials == "NL"
        old = roster.member(before.lead.card.device)
        assert old is not None
        assert (old.status, old.revoked_on) == (Status.REVOKED, TODAY)
        assert recovery_keys(team.code).identity in Devices(store).identities()
        # The counsellors know the recovery key, so they need nobody's word.
        assert Rosters(team.counsellors["AB"]).take(roster) is Verdict.NEWER
        # The lead before signs on, but nobody who knows the new one listens.
        revoke(team.lead, team.keys("CD").id)
        assert refused(Rosters(team.counsellors["AB"]).take, team.roster) is Reason.OLDER
        # Whoever missed the change and had the old lead's newest list takes it all the same.
        Rosters(team.counsellors["CD"]).take(team.roster)
        assert Rosters(team.counsellors["CD"]).take(roster) is Verdict.NEWER
        assert revoke(store, team.keys("AB").id).version == 5


def test_a_restored_lead_takes_over_from_itself(team: Team, tmp_path: Path) -> None:
    before = team.roster
    with closing(restored(tmp_path / "lead", team.lead)) as store:
        with pytest.raises(UserError):
            revoke(store, team.keys("AB").id)
        roster = take_over(store, team.code)
        old = roster.member(before.lead.card.device)
        assert old is not None
        assert old.replaced_by == Devices(store).current().id
        assert Rosters(team.counsellors["AB"]).take(roster) is Verdict.NEWER


def test_two_leads_of_one_term_are_a_fork(team: Team, tmp_path: Path) -> None:
    rosters = []
    for name in ("one", "two"):
        with closing(new_store(tmp_path / name)) as store:
            rosters.append(take_over(store, team.code, team.roster))
    taking = Rosters(team.counsellors["AB"])
    taking.take(rosters[0])
    assert refused(taking.take, rosters[1]) is Reason.FORKED


def test_a_wrong_code_takes_nothing_over(team: Team, tmp_path: Path) -> None:
    with closing(new_store(tmp_path / "new")) as store:
        assert refused(take_over, store, generate(), team.roster) is Reason.WRONG_CODE
        with pytest.raises(MistypedCode):
            take_over(store, team.code[:-1] + "*", team.roster)
        with pytest.raises(NotFound):
            take_over(store, team.code)
        add_contact(store, None)
        with pytest.raises(Conflict):
            take_over(store, team.code, team.roster)
        assert not store.settings.is_lead
        assert Rosters(store).current() is None
        assert len(Devices(store).identities()) == 1


def test_an_older_roster_takes_nothing_over(team: Team, tmp_path: Path) -> None:
    older = team.roster
    revoke(team.lead, team.keys("CD").id)
    with closing(new_store(tmp_path / "new")) as store:
        Rosters(store).take(team.roster)
        assert refused(take_over, store, team.code, older) is Reason.OLDER


def test_judging_needs_no_store(team: Team) -> None:
    assert judge(None, team.roster) is Verdict.FIRST
    assert judge(team.roster, team.roster) is Verdict.KNOWN
