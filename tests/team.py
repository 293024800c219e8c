"""A lead and counsellors, each with a real encrypted store of their own, in one project."""

import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from app.export.letters.letter import Header as LetterHeader
from app.export.letters.letter import Kind, put_together, seal, write_letter
from app.export.letters.senders import Opened, open_letter, recipients_of
from app.models.store import Store
from app.models.team.devices import DeviceKeys, Devices
from app.models.team.project import accept_card, create_project
from app.models.team.refusing import Reason, Refused
from app.models.team.roster import Roster
from app.models.team.rosters import Rosters
from app.models.team.signing import digest, new_identity, new_seed
from app.models.types import Counsellor
from tests.stores import NOW, new_store

TODAY = NOW.date()
_PACKED = zlib.compress(b"x")


class Team:
    """The stores of a project: the lead's, and the counsellors' by initials."""

    def __init__(self, lead: Store, counsellors: dict[str, Store], code: str) -> None:
        self.lead = lead
        self.counsellors = counsellors
        self.code = code

    @property
    def roster(self) -> Roster:
        """What the lead signed last."""
        return Rosters(self.lead).require()

    @property
    def ab(self) -> Store:
        """The store of the counsellor AB."""
        return self.counsellors["AB"]

    @property
    def cd(self) -> Store:
        """The store of the counsellor CD."""
        return self.counsellors["CD"]

    def hand_out(self) -> None:
        """Give everybody the lead's roster."""
        for store in self.counsellors.values():
            Rosters(store).take(self.roster)

    def keys(self, initials: str) -> DeviceKeys:
        """Return the keys of a counsellor's laptop."""
        return Devices(self.counsellors[initials]).current()

    def opened(self, sealed: bytes, reader: Store | None = None) -> Opened:
        """Open a letter as the lead does, or as another reader."""
        devices = Devices(reader or self.lead)
        roster = Rosters(reader or self.lead).require()
        return open_letter(sealed, devices.identities(), devices.recipients(), roster)


@contextmanager
def a_team(folder: Path, *initials: str) -> Iterator[Team]:
    """Make a project of a lead and these counsellors, who all know the newest roster."""
    with ExitStack() as stack:
        lead = stack.enter_context(closing(new_store(folder / "lead")))
        _, code = create_project(lead)
        counsellors = {}
        for name in initials:
            store = stack.enter_context(closing(new_store(folder / name)))
            rename(store, name)
            accept_card(lead, Devices(store).card())
            counsellors[name] = store
        team = Team(lead, counsellors, code)
        team.hand_out()
        yield team


def rename(store: Store, initials: str, name: str = "") -> None:
    """Let somebody else use this installation."""
    me = store.counsellors.add(Counsellor(initials=initials, name=name or f"Vejleder {initials}"))
    store.settings.set("counsellor", me.id)


def a_summary(
    team: Team, sender: DeviceKeys, payload: bytes = b'{"n":1}' * 50, made_at: date = TODAY
) -> bytes:
    """Return the inner form of a summary from a device to the lead and the recovery key."""
    inner, _ = write_letter(
        sender,
        payload,
        kind=Kind.SUMMARY,
        project_id=team.roster.project_id,
        recipients=recipients_of(Kind.SUMMARY, team.roster, sender.id),
        made_at=made_at,
        month="2026-10",
        revision=1,
    )
    return inner


def sealed(team: Team, inner: bytes) -> bytes:
    """Seal an inner form as a summary is sealed."""
    return seal(inner, recipients_of(Kind.SUMMARY, team.roster, ""))


def forged(team: Team, signer: DeviceKeys, packed: bytes = _PACKED, **fields: object) -> bytes:
    """Return an inner form whose header says what ``fields`` say, rightly signed by ``signer``."""
    true: dict[str, object] = {
        "kind": Kind.SUMMARY,
        "project_id": team.roster.project_id,
        "sender": signer.id,
        "sign_key": signer.sign_key,
        "recipients": recipients_of(Kind.SUMMARY, team.roster, ""),
        "seq": 1,
        "made_at": TODAY,
        "payload_hash": digest(packed),
        "payload_size": 1,
    }
    return put_together(LetterHeader(**(true | fields)), packed, signer)[0]  # type: ignore[arg-type]


def refused(call: Callable[..., object], *arguments: object) -> Reason:
    """Return why a call is refused; fail where it is not."""
    with pytest.raises(Refused) as caught:
        call(*arguments)
    return caught.value.reason


def stranger() -> DeviceKeys:
    """Return keys that belong to nobody."""
    return DeviceKeys(
        id="00000000-0000-7000-8000-000000000000",
        seed=new_seed(),
        identity=new_identity(),
        replaces="",
        made_on=TODAY,
        last_seq=0,
        last_hash="",
    )
