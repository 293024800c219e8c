"""Thousands of damaged letters, cards and rosters: none is taken, none crashes, each has its reason.

Every run tries other files; the seed stands in the message of a failure.
"""

import random
from collections import Counter
from collections.abc import Callable

import pytest

from app.export.letters.letter import read_letter, seal
from app.export.letters.package_letter import read_package_letter, write_package
from app.export.letters.senders import verify_sender
from app.models.team.cards import decode_card, encode_card
from app.models.team.devices import Devices
from app.models.team.package import encode_package, read_package
from app.models.team.package_making import make_package
from app.models.team.refusing import Reason, Refused
from app.models.team.roster import decode_roster, encode_roster
from app.models.team.team_key import TeamKey, encode_team_key, take_team_key
from tests.mutations import mutated
from tests.packages import fill
from tests.team import Team, a_summary, sealed

FILES = 20_000
"""Damaged files in all, shared among the forms."""

SHARES = {
    "sealed": 0.35,
    "inner": 0.25,
    "card": 0.15,
    "roster": 0.1,
    "key": 0.05,
    "package": 0.1,
}


@pytest.mark.parametrize("form", SHARES)
def test_damaged_files_are_refused_with_a_reason(team: Team, form: str) -> None:
    good, others, read = FORMS[form](team)
    seed = random.SystemRandom().randrange(2**32)
    draw, found = random.Random(seed), Counter[Reason]()
    before = team.lead.database.conn.total_changes
    for number in range(round(FILES * SHARES[form])):
        data = mutated(draw, good, others)
        try:
            read(data)
        except Refused as refused:
            found[refused.reason] += 1
        except BaseException as error:
            raise AssertionError(f"seed {seed}, file {number}: {data!r}") from error
        else:
            raise AssertionError(f"seed {seed}, file {number} was taken: {data!r}")
    assert found.total() == round(FILES * SHARES[form])
    assert len(found) > 1
    assert team.lead.database.conn.total_changes == before


def test_what_a_lead_signs_is_sound_or_refused(team: Team) -> None:
    """The content of a package alone: a damaged word may still be a word, nothing else is taken."""
    fill_once(team)
    good, others = encode_package(make_package(team.lead)), (encode_roster(team.roster),)
    seed = random.SystemRandom().randrange(2**32)
    draw, found = random.Random(seed), Counter[str]()
    for number in range(2000):
        data = mutated(draw, good, others)
        try:
            assert encode_package(read_package(data)) == data
            found["taken"] += 1
        except Refused as refused:
            found[refused.reason] += 1
        except BaseException as error:
            raise AssertionError(f"seed {seed}, file {number}: {data!r}") from error
    assert found[Reason.UNSOUND]
    assert found[Reason.BAD_SIGNATURE]
    assert found["taken"] < found.total() / 10


def fill_once(team: Team) -> None:
    """Let the project, which all tests here share, hold something."""
    if not team.lead.workplaces.all():
        fill(team.lead)


Form = tuple[bytes, tuple[bytes, ...], Callable[[bytes], object]]


def a_sealed_letter(team: Team) -> Form:
    inner = a_summary(team, team.keys("AB"))
    other = seal(inner, (team.keys("CD").recipient,))
    return sealed(team, inner), (other,), team.opened


def an_inner_letter(team: Team) -> Form:
    """What a recipient sees, who may seal anything anew."""
    me = Devices(team.lead).recipients()
    ours = (a_summary(team, team.keys("AB")), a_summary(team, team.keys("CD"), b"other"))

    def read(data: bytes) -> None:
        verify_sender(read_letter(data), team.roster, *me)

    return ours[0], ours[1:], read


def a_card(team: Team) -> Form:
    cards = [encode_card(Devices(store).card()) for store in team.counsellors.values()]

    return cards[0], tuple(cards[1:]), decode_card


def a_roster(team: Team) -> Form:
    return encode_roster(team.roster), (encode_card(team.roster.lead.card),), decode_roster


def a_key(team: Team) -> Form:
    payload = encode_team_key(TeamKey(epoch=3, key=bytes(range(32))))

    def read(data: bytes) -> None:
        """Read it where it is refused in the end: on the lead's installation."""
        take_team_key(team.lead, data, "x")

    return payload, (payload,), read


def a_package(team: Team) -> Form:
    """The signed file: whatever is changed in it, the signature no longer fits."""
    fill_once(team)

    def read(data: bytes) -> None:
        read_package_letter(data, team.roster)

    return write_package(team.lead), (a_summary(team, team.keys("AB")),), read


FORMS = {
    "sealed": a_sealed_letter,
    "inner": an_inner_letter,
    "card": a_card,
    "roster": a_roster,
    "key": a_key,
    "package": a_package,
}
