"""The keys of this installation: made when it is set up, kept in the encrypted store, never copied.

A store that was put back from a backup is a new device (``PRAGMA user_version`` counts how often
that happened): two laptops with the same keys would number their letters alike. One whose letter the
lead refused for that is a new device, too. Its card is signed with the keys from before as well, and
what is still sealed to those can be opened.
"""

import os
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.errors import Conflict, NotFound
from app.models.changes import Action
from app.models.clock import local_today
from app.models.ids import new_id
from app.models.team.cards import Card, signed_card
from app.models.team.signing import (
    Label,
    new_identity,
    new_seed,
    recipient_of,
    sign,
    sign_key_of,
)
from app.models.types import RecordId
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

KIND = "device"
"""What a new device is called where changes are published."""

_LETTERS_BEFORE = "letters before"
_REF_KEY_BYTES = 32
_LONGEST_NAME, _LONGEST_INITIALS = 80, 12


class DeviceKeys(msgspec.Struct, frozen=True, kw_only=True):
    """The keys of one device, and the number and hash of the letter that it wrote last.

    ``last_to_lead`` is the number of the last one that went to the lead, 0 before the first.
    """

    id: str
    seed: bytes
    identity: str
    replaces: str
    made_on: date
    last_seq: int
    last_hash: str
    last_to_lead: int = 0

    def __repr__(self) -> str:
        """Name the device and nothing secret: this may come into a log."""
        return f"DeviceKeys({self.id})"

    @property
    def sign_key(self) -> bytes:
        """The public half of the signing key."""
        return sign_key_of(self.seed)

    @property
    def recipient(self) -> str:
        """What letters to this device are sealed to (``age1…``)."""
        return recipient_of(self.identity)

    def sign(self, label: Label, data: bytes) -> bytes:
        """Return this device's signature over the label and the data."""
        return sign(self.seed, label, data)


class Devices:
    """The keys in a store."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._database = store.database

    def current(self) -> DeviceKeys:
        """Return the keys of this device; new ones where there are none, or after a restore."""
        newest = self._newest()
        if newest is not None and newest[0] == self._generation():
            return newest[1]
        with self._store.atomic():
            newest = self._newest()  # another window may have been faster
            if newest is None or newest[0] != self._generation():
                self._make(newest[1].id if newest else "")
                newest = self._newest()
        if newest is None:
            raise RuntimeError("the keys that were made are not there")
        return newest[1]

    def card(self) -> Card:
        """Return the signed card of this device; the same one whenever it is asked for.

        Its date is the day on which it was first asked for: from then on the lead may expect months.

        Raises:
            NotFound: nobody is named in this installation yet.
        """
        keys, counsellor = self._with_card_date(), self._store.counsellors.current()
        if counsellor is None:
            raise NotFound(
                Text("Visitkortet blev ikke lavet.", "The card was not made."),
                Text("Der er ingen vejleder endnu.", "There is no counsellor yet."),
                Text("Sæt Vejviser op først.", "Set up Vejviser first."),
            )
        card = Card(
            device=keys.id,
            initials=_sayable(counsellor.initials, _LONGEST_INITIALS),
            name=_sayable(counsellor.name, _LONGEST_NAME),
            sign_key=keys.sign_key,
            recipient=keys.recipient,
            made_on=keys.made_on,
            replaces=keys.replaces,
        )
        old = self._keys_of(keys.replaces) if keys.replaces else None
        return signed_card(card, keys.seed, old.seed if old else b"")

    def identities(self) -> tuple[str, ...]:
        """Return every secret identity that opens letters here, that of this device first."""
        self.current()
        rows = self._database.execute("SELECT identity FROM device ORDER BY seq DESC").fetchall()
        recovery = self._secret("recovery_identity")
        more = (recovery.decode("ascii"),) if recovery else ()
        return (*(identity for (identity,) in rows), *more)

    def ids(self) -> tuple[str, ...]:
        """Return the ids under which letters may come here, that of this device first."""
        self.current()
        rows = self._database.execute("SELECT id FROM device ORDER BY seq DESC").fetchall()
        return tuple(device for (device,) in rows)

    def recipients(self) -> tuple[str, ...]:
        """Return what letters that can be opened here are sealed to, this device's first."""
        return tuple(recipient_of(identity) for identity in self.identities())

    def keep_recovery_identity(self, identity: str) -> None:
        """Let this installation open what was sealed to the project's recovery key."""
        self._keep_secret("recovery_identity", identity.encode("ascii"))

    def ref_key(self) -> bytes:
        """Return the key of the references to persons: random, and the same after a restore."""
        kept = self._secret("ref_key")
        if kept is None:
            with self._store.atomic():
                self._keep_secret("ref_key", os.urandom(_REF_KEY_BYTES))
            kept = self._secret("ref_key")
        if kept is None:
            raise RuntimeError("the key that was made is not there")
        return kept

    def renew(self) -> None:
        """Make new keys, as after a restore: somebody else writes letters with the ones so far.

        The lead knows this computer again by its new card, and then believes the old keys no more.
        """
        with self._store.atomic():
            self._make(self.current().id)

    def note_copy(self) -> bool:
        """Remember that somebody else writes with the keys of this device; tell whether that is news."""
        name = f"copy {self.current().id}"
        with self._store.atomic():
            is_new = self._secret(name) is None
            self._keep_secret(name, b"seen")
        return is_new

    def wrote(self, outbox_seq: int) -> bool:
        """Tell whether a letter in the outbox is from this device, and not from one that it replaced."""
        before = self._secret(f"{_LETTERS_BEFORE} {self.current().id}")
        return before is None or outbox_seq > int(before)

    def note_letter(self, seq: int, letter_hash: str, *, to_lead: bool = False) -> None:
        """Remember the letter that this device has just numbered; it joins the transaction.

        Raises:
            Conflict: another window numbered one in between; write the letter again.
        """
        with self._store.atomic():
            keys = self.current()
            if seq != keys.last_seq + 1:
                raise Conflict(
                    Text("Brevet blev ikke skrevet.", "The letter was not written."),
                    Text("Et andet vindue skrev et brev imens.", "Another window wrote one."),
                    Text("Prøv igen.", "Try again."),
                )
            self._database.execute(
                "UPDATE device SET last_seq = ?, last_hash = ?, last_to_lead = ? WHERE id = ?",
                (seq, letter_hash, seq if to_lead else keys.last_to_lead, keys.id),
            )

    def _with_card_date(self) -> DeviceKeys:
        """Return the keys of this device, dated today where nobody has seen its card yet."""
        keys = self.current()
        shown = f"card {keys.id}"
        if self._secret(shown) is not None:
            return keys
        with self._store.atomic():
            self._keep_secret(shown, b"shown")
            joined = self._database.execute("SELECT 1 FROM roster").fetchone()
            if not (keys.replaces or keys.last_seq or joined):
                self._database.execute(
                    "UPDATE device SET made_on = ? WHERE id = ?",
                    (local_today(self._store.clock).isoformat(), keys.id),
                )
        return self.current()

    def _generation(self) -> int:
        return int(self._database.execute("PRAGMA user_version").fetchone()[0])

    def _newest(self) -> tuple[int, DeviceKeys] | None:
        rows = list(self._database.query("SELECT * FROM device ORDER BY seq DESC LIMIT 1"))
        if not rows:
            return None
        return rows[0]["generation"], msgspec.convert(rows[0], DeviceKeys, strict=False)

    def _keys_of(self, device: str) -> DeviceKeys | None:
        rows = list(self._database.query("SELECT * FROM device WHERE id = ?", (device,)))
        return msgspec.convert(rows[0], DeviceKeys, strict=False) if rows else None

    def _make(self, replaces: str) -> None:
        device, today = new_id(), local_today(self._store.clock).isoformat()
        self._database.execute(
            "INSERT INTO device"
            " (id, generation, seed, identity, replaces, made_on, last_seq, last_hash,"
            " last_to_lead) VALUES (?, ?, ?, ?, ?, ?, 0, '', 0)",
            (device, self._generation(), new_seed(), new_identity(), replaces, today),
        )
        last = self._database.execute("SELECT coalesce(max(seq), 0) FROM outbox").fetchone()[0]
        self._keep_secret(f"{_LETTERS_BEFORE} {device}", str(last).encode("ascii"))
        self._store.tell_of(KIND, RecordId(device), Action.CREATE)

    def _secret(self, name: str) -> bytes | None:
        query = "SELECT value FROM team_secret WHERE name = ?"
        row = self._database.execute(query, (name,)).fetchone()
        return bytes(row[0]) if row else None

    def _keep_secret(self, name: str, value: bytes) -> None:
        """Keep a secret; one that is there already stays."""
        with self._store.atomic():
            self._database.execute(
                "INSERT INTO team_secret (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (name, value),
            )


def _sayable(text: str, longest: int) -> str:
    """Return a name as it may stand on a card: on one line, and not too long."""
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()[:longest]
