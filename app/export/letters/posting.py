"""Writing letters into the outbox: numbered, signed, sealed and kept in one transaction."""

from collections.abc import Iterable

from app.errors import Conflict
from app.export.delivery.share import TO_LEAD, folder_of
from app.export.letters.letter import MOST_RECIPIENTS, Kind, Letter, seal, write_letter
from app.export.letters.letter_files import letter_name
from app.export.letters.senders import recipients_of
from app.models.clock import local_today
from app.models.close_types import MonthClose
from app.models.periods import Period, month_name
from app.models.store import Store
from app.models.team.cards import Card
from app.models.team.devices import Devices
from app.models.team.membership import require_member
from app.models.team.outbox import Outbox, OutLetter
from app.models.team.receipts import MOST_LETTERS, Answered, Receipt, encode_receipt
from app.models.team.refusing import Reason
from app.models.team.roles import require_own_records
from app.models.team.roster import Roster
from app.models.team.rosters import Rosters
from app.models.team.summarising import make_summary
from app.models.team.summary import encode_summary
from app.models.team.team_key import (
    current_team_key,
    encode_team_key,
    ensure_team_key,
    key_holder,
)
from app.models.team.tokens import SummaryKeys
from app.texts import Text


def post_month(store: Store, month: Period) -> OutLetter:
    """Queue the letter with a closed month's figures and return it; once per revision of the month.

    A month that was queued already is not written anew: the same revision with other content would
    be refused. Where the lead refused it, it is queued again; where it is from a device that this
    one replaced, it is written anew.

    From then on the close cannot be undone, only restated: the lead may have it.

    Raises:
        NotAtALead: a lead sends no figures.
        NotFound: the computer belongs to no project, or the month is not closed.
        Conflict: the month was corrected since its close, the lead has not taken this computer in
            yet or has revoked it, or the team key has not arrived.
    """
    require_own_records(store)
    roster = Rosters(store).require()
    devices, outbox = Devices(store), Outbox(store)
    name = f"{month.first:%Y-%m}"
    with store.atomic():
        known = _posted(store, name)
        close = store.month_closes.current(name)
        if known is not None and close is not None and not _is_to_write(devices, known, close):
            if known.reason:
                require_member(store, roster, _not_sent(month))
                outbox.again(known.seq)
            return known
        require_member(store, roster, _not_sent(month))
        keys = SummaryKeys(ref_key=devices.ref_key(), team_key=_team_key(store, roster, month))
        summary = make_summary(store, month, keys)
        letter_hash = _post(
            store,
            encode_summary(summary),
            kind=Kind.SUMMARY,
            recipients=recipients_of(Kind.SUMMARY, roster, devices.current().id),
            folders=[TO_LEAD],
            month=name,
            revision=summary.revision,
        )
        assert close is not None, "no summary is made of an open month"
        store.month_closes.mark_sent(close.id, letter_hash)
        posted = _posted(store, name)
    assert posted is not None, "it was queued in this transaction"
    return posted


def months_to_post(store: Store) -> tuple[str, ...]:
    """Return the closed months whose newest revision is still to be written, the oldest first."""
    waiting, devices = [], Devices(store)
    for month in sorted(store.month_closes.months()):
        close, known = store.month_closes.current(month), _posted(store, month)
        if close is not None and (known is None or _is_to_write(devices, known, close)):
            waiting.append(month)
    return tuple(waiting)


def _is_to_write(devices: Devices, known: OutLetter, close: MonthClose) -> bool:
    """Tell whether a month needs another letter: it was corrected, or refused to a former device."""
    refused_before = bool(known.reason) and not devices.wrote(known.seq)
    return known.revision < close.revision or refused_before


def forget_waiting_receipts(store: Store, devices: Iterable[str]) -> None:
    """Drop what waits for these devices, as a receipt follows that tells all that any before it told."""
    roster = Rosters(store).require()
    folders = {folder_of(_successor(roster, device)) for device in devices}
    Outbox(store).forget_waiting_receipts(folders)


def post_receipt(store: Store, device: str, answers: Iterable[Answered]) -> bool:
    """Queue the lead's receipt to a device; False where the roster does not name it.

    A revoked one gets it, too: it tells no figure, but why letters were refused.
    """
    roster = Rosters(store).require()
    device = _successor(roster, device)
    me = Devices(store).current().id
    recipients = recipients_of(Kind.RECEIPT, roster, me, device)
    if not recipients:
        return False
    told = sorted(answers, key=lambda answer: answer.hash)
    for start in range(0, len(told), MOST_LETTERS):
        receipt = Receipt(letters=tuple(told[start : start + MOST_LETTERS]))
        _post(
            store,
            encode_receipt(receipt),
            kind=Kind.RECEIPT,
            recipients=recipients,
            folders=[folder_of(device)],
        )
    return True


def keys_to_post(store: Store) -> int:
    """Return how many counsellors this laptop would write the team key to; nothing is written."""
    roster, key = Rosters(store).require(), current_team_key(store)
    holder = key_holder(roster)
    if holder is None or holder.card.device != Devices(store).current().id:
        return 0
    return len(_without_key(store, roster, key.epoch if key is not None else 0))


def answer_revoked(store: Store, letters: Iterable[Letter]) -> None:
    """Queue receipts that tell revoked devices that these letters of theirs were refused."""
    by_device: dict[str, list[Answered]] = {}
    for letter in letters:
        answer = Answered(hash=letter.hash, reason=Reason.REVOKED_SENDER)
        by_device.setdefault(letter.header.sender, []).append(answer)
    for device, answers in sorted(by_device.items()):
        post_receipt(store, device, answers)


def post_keys(store: Store) -> int:
    """Queue the team key to the counsellors who lack it, where this laptop hands it out."""
    roster = Rosters(store).require()
    me = Devices(store).current().id
    holder = key_holder(roster)
    if holder is None or holder.card.device != me:
        return 0
    with store.atomic():
        key = ensure_team_key(store, roster)
        if key is None:
            return 0
        others = _without_key(store, roster, key.epoch)
        for start in range(0, len(others), MOST_RECIPIENTS):
            some = others[start : start + MOST_RECIPIENTS]
            _post(
                store,
                encode_team_key(key),
                kind=Kind.KEY,
                recipients=tuple(card.recipient for card in some),
                folders=[folder_of(card.device) for card in some],
                epoch=key.epoch,
            )
    return len(others)


def _without_key(store: Store, roster: Roster, epoch: int) -> list[Card]:
    """Return the cards of the other counsellors to whom no key of an epoch was written."""
    me, written = Devices(store).current().id, Outbox(store).folders_with_key(epoch)
    return [
        one.card
        for one in roster.counsellors
        if one.card.device != me and folder_of(one.card.device) not in written
    ]


def _post(
    store: Store,
    payload: bytes,
    *,
    kind: Kind,
    recipients: tuple[str, ...],
    folders: list[str],
    month: str = "",
    revision: int = 0,
    epoch: int = 0,
) -> str:
    """Queue a letter to these folders, and return its hash."""
    devices, outbox = Devices(store), Outbox(store)
    with store.atomic():
        keys = devices.current()
        inner, letter_hash = write_letter(
            keys,
            payload,
            kind=kind,
            project_id=Rosters(store).require().project_id,
            recipients=recipients,
            made_at=local_today(store.clock),
            month=month,
            revision=revision,
        )
        to_lead = kind is Kind.SUMMARY
        devices.note_letter(keys.last_seq + 1, letter_hash, to_lead=to_lead)
        sealed = seal(inner, recipients)
        for folder in folders:
            outbox.put(
                letter_hash=letter_hash,
                kind=kind,
                folder=folder,
                name=letter_name(),
                sealed=sealed,
                month=month,
                revision=revision,
                epoch=epoch,
            )
    return letter_hash


def _not_sent(month: Period) -> Text:
    name = month_name(month.first)
    return Text(f"{_begun(name.da)} blev ikke sendt.", f"{name.en} was not sent.")


def _begun(words: str) -> str:
    """Return words as they begin a sentence: Danish months are written small."""
    return words[:1].upper() + words[1:]


def _posted(store: Store, month: str) -> OutLetter | None:
    """Return the last letter with a month's figures."""
    letters = [
        one for one in Outbox(store).all() if one.kind == Kind.SUMMARY and one.month == month
    ]
    return letters[-1] if letters else None


def _team_key(store: Store, roster: Roster, month: Period) -> bytes:
    """Return the key of the tokens: without it, the lead would count persons several times."""
    key = ensure_team_key(store, roster)
    if key is None:
        holder = key_holder(roster)
        who = holder.card.name if holder else "–"
        raise Conflict(
            _not_sent(month),
            Text(
                f"Vejledernes fælles nøgle er ikke kommet endnu. Den kommer fra {who}.",
                f"The counsellors' shared key has not arrived yet. It comes from {who}.",
            ),
            Text(
                "Hent breve, når den computer også har gjort det, eller bed om nøglen som fil.",
                "Fetch letters when that computer has done so, too, or ask for the key as a file.",
            ),
        )
    return key.key


def _successor(roster: Roster, device: str) -> str:
    """Return the device that continues a device today; itself where none does."""
    seen = {device}
    member = roster.member(device)
    while member is not None and member.replaced_by and member.replaced_by not in seen:
        device = member.replaced_by
        seen.add(device)
        member = roster.member(device)
    return device
