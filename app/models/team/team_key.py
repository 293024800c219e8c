"""The team key, under which counsellors make the tokens of persons; the lead never gets it.

It is made on the first active counsellor's laptop (the *key holder*) and sent to the others in sealed
letters. Tokens of two keys do not meet, so it stays the same as long as somebody has it: only where
the holder was revoked before anybody got the key is another one made. Its ``epoch`` is the version
of the roster that it was made under; the highest one counts.
"""

import os
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from app.models.changes import Action
from app.models.clock import local_today
from app.models.team.cards import format_of
from app.models.team.devices import Devices
from app.models.team.refusing import Reason, refused_letter
from app.models.team.roster import Member, Roster
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

FORMAT = "vejviser-key/1"
KIND = "team_key"
"""What a new key is called where changes are published."""

KEY_BYTES = 32
_LARGEST = 1024


class TeamKey(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One key of the team, as it travels and as it is kept."""

    format: str = FORMAT
    epoch: Annotated[int, Meta(ge=1, le=1_000_000_000)]
    key: Annotated[bytes, Meta(min_length=KEY_BYTES, max_length=KEY_BYTES)]

    def __repr__(self) -> str:
        """Tell the epoch and nothing secret: this may come into a log."""
        return f"TeamKey({self.epoch})"


def key_holder(roster: Roster) -> Member | None:
    """Return the member whose laptop makes and sends the key: the first active counsellor."""
    return next(iter(roster.counsellors), None)


def current_team_key(store: "Store") -> TeamKey | None:
    """Return the key that tokens are made under, or None as long as it has not arrived."""
    rows = store.database.query("SELECT epoch, key FROM team_key ORDER BY epoch DESC LIMIT 1")
    return next((TeamKey(epoch=row["epoch"], key=bytes(row["key"])) for row in rows), None)


def ensure_team_key(store: "Store", roster: Roster) -> TeamKey | None:
    """Return the team key; make it where this is the key holder's laptop and there is none."""
    with store.atomic():
        known = current_team_key(store)
        holder = key_holder(roster)
        if known is not None or holder is None:
            return known
        if holder.card.device != Devices(store).current().id:
            return None
        made = TeamKey(epoch=roster.version, key=os.urandom(KEY_BYTES))
        _keep(store, made, holder.card.device)
        return made


def key_recipients(roster: Roster, me: str) -> tuple[str, ...]:
    """Return to whom the key is sealed: active counsellors but ``me``; not the lead, not recovery."""
    return tuple(one.card.recipient for one in roster.counsellors if one.card.device != me)


def encode_team_key(key: TeamKey) -> bytes:
    """Return the content of a letter that brings the key."""
    return msgspec.json.encode(key)


def take_team_key(store: "Store", payload: bytes, sender: str) -> bool:
    """Keep the key in a letter whose sender was verified; tell whether it was new.

    Raises:
        Refused: it is no key, this is the lead's installation, or another key is known of its epoch.
    """

    received = _decoded(payload)
    if store.settings.is_lead:
        raise refused_letter(Reason.WRONG_ROLE)
    with store.atomic():
        row = store.database.execute(
            "SELECT key FROM team_key WHERE epoch = ?", (received.epoch,)
        ).fetchone()
        if row is not None and bytes(row[0]) != received.key:
            raise refused_letter(Reason.FORKED)
        if row is None:
            _keep(store, received, sender)
    return row is None


def _decoded(payload: bytes) -> TeamKey:
    told = format_of(payload) if len(payload) <= _LARGEST else ""
    if told != FORMAT:
        newer = told.startswith("vejviser-key/")
        raise refused_letter(Reason.NEWER_FORMAT if newer else Reason.NOT_A_KEY)
    try:
        return msgspec.json.decode(payload, type=TeamKey)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise refused_letter(Reason.NOT_A_KEY) from error


def _keep(store: "Store", key: TeamKey, holder: str) -> None:
    store.database.execute(
        "INSERT INTO team_key (epoch, key, holder, taken_on) VALUES (?, ?, ?, ?)",
        (key.epoch, key.key, holder, local_today(store.clock).isoformat()),
    )
    store.tell_of(KIND, RecordId(str(key.epoch)), Action.CREATE)
