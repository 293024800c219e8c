"""Summaries that a member's laptop signed and that say what cannot be: refused, or counted whole.

Whoever has a laptop's keys can sign anything, so a sealed letter with a good signature is no reason
to believe what is in it. Every run tries others; the seed stands in the message of a failure.
"""

import json
import random
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

from app.models.case_types import Outcome, ReferralState
from app.models.periods import Period
from app.models.plan_types import ActivityKind, ActivityStatus
from app.models.store import Store
from app.models.tallies import tally
from app.models.team.merging import merge_many
from app.models.team.reported import Arrival, Sender
from app.models.team.summary import (
    Joined,
    NotASummary,
    Summary,
    ToldActivity,
    ToldContact,
    ToldPerson,
    ToldPlace,
    ToldPromise,
    ToldReferral,
    ToldVisits,
    encode_summary,
)
from app.models.team.tokens import How
from app.models.types import Channel, Gender, Sector, Shift
from tests.models.random_projects import taken_back
from tests.models.team.random_teams import NOON
from tests.models.team.test_equality import arrival
from tests.mutations import mutated
from tests.stores import new_store, standing_clock

SUMMARIES = 3_000
IN_ONE_STORE = 60
"""Summaries that are taken in one after the other before all of them are taken back."""

REFS = tuple(f"{number:032x}" for number in range(8))
YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))
GOOD = Summary(
    month="2024-03",
    revision=1,
    taxonomy="",
    places=(ToldPlace(code="A", name="A", sector=Sector.STATE, started="2024-01"),),
    persons=(
        ToldPerson(ref=REFS[0], gender=Gender.WOMAN, tokens={How.PHONE: REFS[7]}),
        ToldPerson(ref=REFS[1], tokens={How.PHONE: REFS[7], How.NAME: REFS[6]}),
        ToldPerson(ref=REFS[2]),
    ),
    contacts=(
        ToldContact(id=REFS[0], person=REFS[0], workplace="A", channel=Channel.WORKPLACE,
                    marks={How.PHONE: 5}, reasons=("P01", "S01"), advice=("A01",)),
        ToldContact(id=REFS[1], person=REFS[1], channel=Channel.PHONE, marks={How.PHONE: 4}),
        ToldContact(id=REFS[2], alias=REFS[3], channel=Channel.PHONE, gender=Gender.MAN),
    ),
    visits=(ToldVisits(workplace="A", shift=Shift.DAY, weekday=1, sums=(1,) * 13),),
    activities=(
        ToldActivity(kind=ActivityKind.NETWORK, status=ActivityStatus.HELD, minutes=60,
                     participants=3, topics=("P01",), workplaces=("A",)),
    ),
    referrals=(
        ToldReferral(contact=REFS[0], advice="A01", suggested="2024-03", since="2024-03",
                     state=ReferralState.STARTED, sessions=("2024-03",)),
        ToldReferral(person=REFS[2], advice="A02", suggested="2024-03", since="2024-03",
                     state=ReferralState.COMPLETED, outcome=Outcome.HELPED),
    ),
    promises=(ToldPromise(workplace="A", made="2024-03", due="2024-03", done="2024-03"),),
    joined=(Joined(REFS[2], REFS[1]),),
    erased=(REFS[0],),
)  # fmt: skip


def test_what_a_signed_summary_says_is_refused_or_counted_and_breaks_nothing(
    tmp_path: Path,
) -> None:
    seed = random.SystemRandom().randrange(2**32)
    draw = random.Random(seed)
    lead = new_store(tmp_path, standing_clock(NOON))
    lead.settings.set("role", "lead")
    taken = 0
    for _ in range(SUMMARIES // IN_ONE_STORE):
        with taken_back(lead):
            for number in range(1, IN_ONE_STORE + 1):
                letter = changed(draw, number)
                try:
                    merge_many(lead, [letter])
                    taken += 1
                except NotASummary:
                    continue
                except BaseException as error:
                    raise AssertionError(f"seed {seed}: {letter.payload!r}") from error
            check(lead, seed)
    assert SUMMARIES / 20 < taken < SUMMARIES
    lead.close()


def check(lead: Store, seed: int) -> None:
    """Check that the store holds together, and that everything in it can be counted."""
    assert lead.database.execute("PRAGMA foreign_key_check").fetchall() == [], f"seed {seed}"
    counted = tally(lead, YEAR)
    contacts = lead.database.execute(
        "SELECT count(*) FROM inquiry WHERE date LIKE '2024-%'"
    ).fetchone()[0]
    assert counted.contacts.all == contacts, f"seed {seed}"


def changed(draw: random.Random, number: int) -> Arrival:
    """Return a letter of one of three laptops whose summary says something else."""
    document = json.loads(encode_summary(GOOD))
    for _ in range(draw.choice((1, 1, 2, 4))):
        change(draw, document)
    data = json.dumps(document).encode()
    if draw.random() < 0.2:
        data = mutated(draw, data, (encode_summary(GOOD),))
    device = draw.choice("abc")
    letter = arrival(GOOD, Sender(device=device, initials=device, name=""), number)
    fields = {name: getattr(letter, name) for name in letter.__struct_fields__}
    told = {name: document.get(name) for name in ("month", "revision")}
    header = {name: value for name, value in told.items() if isinstance(value, type(fields[name]))}
    return Arrival(
        **fields | header | {"payload": data, "payload_hash": f"{draw.getrandbits(99):x}"}
    )


def change(draw: random.Random, document: Any) -> None:
    """Change one value somewhere in a summary: to another one of it, or to what it cannot be."""
    holder, key = draw.choice(list(places_in(document)))
    others = [there[at] for there, at in places_in(document)]
    other = deepcopy(draw.choice(others))
    odd = (None, "", -1, 0, 2**63, 2**70, 1.5, "x" * 300, "\0", [], {}, True, "2024-13", "2024-04")
    how = draw.random()
    if how < 0.5:
        holder[key] = other
    elif how < 0.7:
        holder[key] = draw.choice(odd)
    elif how < 0.85 and isinstance(holder, list):
        holder.append(other)
    else:
        del holder[key]


def places_in(value: Any) -> Any:
    """Yield every place in a document: what holds a value, and under which key."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in list(pairs):
        yield value, key
        if isinstance(each, dict | list):
            yield from places_in(each)
