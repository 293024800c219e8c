"""The key of the tokens: made by one counsellor, sent to the others, kept from the lead."""

from msgspec.structs import replace

from app.models.team.project import revoke
from app.models.team.refusing import Reason
from app.models.team.team_key import (
    current_team_key,
    encode_team_key,
    ensure_team_key,
    key_holder,
    take_team_key,
)
from tests.team import Team, refused


def test_the_first_counsellor_makes_the_key_and_the_others_get_it(team: Team) -> None:
    ab, cd = team.counsellors["AB"], team.counsellors["CD"]
    holder = key_holder(team.roster)
    assert holder is not None
    assert holder.card.initials == "AB"
    assert ensure_team_key(cd, team.roster) is None
    assert ensure_team_key(team.lead, team.roster) is None
    made = ensure_team_key(ab, team.roster)
    assert made is not None
    assert ensure_team_key(ab, team.roster) == made
    assert repr(made) == f"TeamKey({made.epoch})"
    payload = encode_team_key(made)
    assert take_team_key(cd, payload, holder.card.device)
    assert not take_team_key(cd, payload, holder.card.device)
    assert current_team_key(cd) == current_team_key(ab) == made
    # Now the first one goes; who has the key keeps it.
    revoke(team.lead, holder.card.device)
    assert ensure_team_key(cd, team.roster) == made


def test_the_lead_never_takes_the_key(team: Team) -> None:
    made = ensure_team_key(team.counsellors["AB"], team.roster)
    assert made is not None
    assert refused(take_team_key, team.lead, encode_team_key(made), "x") is Reason.WRONG_ROLE
    assert current_team_key(team.lead) is None


def test_where_nobody_has_the_key_the_next_one_makes_another(team: Team) -> None:
    lost = ensure_team_key(team.counsellors["AB"], team.roster)
    assert lost is not None
    revoke(team.lead, team.keys("AB").id)
    cd = team.counsellors["CD"]
    made = ensure_team_key(cd, team.roster)
    assert made is not None
    assert made.epoch > lost.epoch
    take_team_key(cd, encode_team_key(lost), "late")  # a letter that was long on its way
    assert current_team_key(cd) == made


def test_another_key_of_the_same_epoch_is_refused(team: Team) -> None:
    made = ensure_team_key(team.counsellors["AB"], team.roster)
    assert made is not None
    cd = team.counsellors["CD"]
    take_team_key(cd, encode_team_key(made), "AB")
    other = encode_team_key(replace(made, key=bytes(32)))
    assert refused(take_team_key, cd, other, "AB") is Reason.FORKED
    assert current_team_key(cd) == made
    for bad in (b"", b"{}", b"\xff", bytes(5000), encode_team_key(made)[:-3]):
        assert refused(take_team_key, cd, bad, "AB") is Reason.NOT_A_KEY
    newer = encode_team_key(made).replace(b"key/1", b"key/2")
    assert refused(take_team_key, cd, newer, "AB") is Reason.NEWER_FORMAT
