"""Who is expected to send: the roster's members as the lead's figures know them."""

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.models.clock import from_stamp, local
from app.models.team.cards import Card
from app.models.team.fingerprint import words_of
from app.models.team.reported import Sender
from app.models.team.roster import Member, Roster
from app.models.team.rosters import Rosters

if TYPE_CHECKING:
    from app.models.store import Store

_WORDS_APART = 2
_FIRST_MONTHS = "SELECT source, min(month) FROM reported_month GROUP BY source"


def called(roster: Roster, member: Member) -> str:
    """Return whose computer it is: the initials, and more where another active one has them, too.

    Then the name tells them apart and, where that is the same as well, the first of the ten words.
    """
    card = member.card
    others = [
        one.card
        for one in roster.with_initials(card.initials)
        if one.is_active and one.role is member.role and one.card.device != card.device
    ]
    if not others:
        return card.initials
    if all(other.name.casefold() != card.name.casefold() for other in others):
        return f"{card.initials} ({card.name})"
    words = words_of(card.fingerprint)[:_WORDS_APART]
    return f"{card.initials} ({card.name}: {' '.join(words)})"


def names_of_senders(store: "Store") -> dict[str, str]:
    """Return by device whose computer it is, of all that the roster names; none where there is none."""
    roster = Rosters(store).current()
    members = roster.members if roster is not None else ()
    return {one.card.device: called(roster, one) for one in members if roster is not None}


def line_of(roster: Roster, member: Member) -> tuple[Card, ...]:
    """Return the cards of the devices that a member continues, the oldest first, and its own."""
    line = [member.card]
    while True:
        older = roster.predecessor(line[0].device)
        if older is None or older.card in line:
            return tuple(line)
        line.insert(0, older.card)


def sender_of(roster: Roster, member: Member) -> Sender:
    """Return a member with the devices that it continues, as the roster alone tells."""
    line, card = line_of(roster, member), member.card
    joined = f"{line[0].made_on:%Y-%m}"
    return Sender(
        device=card.device,
        initials=card.initials,
        name=card.name,
        before=tuple(one.device for one in line[:-1]),
        since=joined,
        joined=joined,
        called=called(roster, member),
    )


def expected_senders(store: "Store") -> tuple[Sender, ...]:
    """Return the counsellors' computers that belong today; none where there is no roster.

    Whoever sent a month from before the card was taken in has figures from then on, so no month
    after it may lack.
    """
    roster = Rosters(store).current()
    if roster is None:
        return ()
    first = dict(store.database.execute(_FIRST_MONTHS).fetchall())
    senders = (sender_of(roster, member) for member in roster.counsellors)
    return tuple(
        msgspec.structs.replace(one, since=min(one.since, first.get(one.source, one.since)))
        for one in senders
    )


def missing_senders(store: "Store", month: str) -> tuple[Sender, ...]:
    """Return the computers that should have sent a month (``YYYY-MM``) and have not, by initials."""
    rows = store.database.execute("SELECT source FROM reported_month WHERE month = ?", (month,))
    here = {source for (source,) in rows.fetchall()}
    missing = [
        sender
        for sender in expected_senders(store)
        if sender.since <= month and sender.source not in here
    ]
    return tuple(sorted(missing, key=lambda sender: (sender.initials, sender.device)))


def last_taken(store: "Store", device: str, before: date | None = None) -> int:
    """Return the number of the last letter of a device that the lead took in; 0 where there is none.

    Who revokes a computer names it: a thief can write any date on a letter, but no earlier number.
    With ``before`` only what had arrived before that day counts, which was certainly written before.
    """
    rows = store.database.execute(
        "SELECT seq, received_at FROM reported_letter WHERE device = ? AND verdict <> 'forked'",
        (device,),
    ).fetchall()
    return max(
        (
            int(seq)
            for seq, received_at in rows
            if before is None or local(from_stamp(received_at)).date() < before
        ),
        default=0,
    )
