"""Taking letters in that were opened: the lead takes figures, a counsellor receipts and the key.

Here a letter is known whatever file it came in: from the place, by e-mail, or dragged to the window.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import msgspec

from app.errors import UserError
from app.export.letters.letter import Kind
from app.export.letters.posting import forget_waiting_receipts, post_receipt
from app.export.letters.senders import Opened
from app.models.clock import local_today
from app.models.periods import parse_month
from app.models.store import Store
from app.models.team.believable import require_believable
from app.models.team.devices import Devices
from app.models.team.inbox import Inbox, InLetter
from app.models.team.merging import merge_many
from app.models.team.outbox import Outbox
from app.models.team.receipts import Answered, decode_receipt
from app.models.team.receptions import Receptions
from app.models.team.refusing import Reason, Refused, refused_letter
from app.models.team.reported import Arrival, MergeReceipt, Verdict
from app.models.team.roster import Roster
from app.models.team.rosters import Rosters
from app.models.team.senders import sender_of
from app.models.team.signing import digest
from app.models.team.summary import NotASummary, read_summary
from app.models.team.team_key import take_team_key

BATCH = 250
"""Letters of one transaction: many are less work than few, and the store is not free meanwhile."""

BATCH_BYTES = 16 * 1024 * 1024
"""What the summaries of one transaction may come to, unpacked."""

Merge = Callable[[Store, Sequence[Arrival]], list[MergeReceipt]]


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What was made of one letter.

    ``reason`` is empty where it was taken, otherwise a name of a refusal; ``error`` is that refusal
    in words. ``called`` tells whose computer wrote it. ``receipt`` tells what a summary did to the lead's
    figures, ``known`` that the letter was here before. ``turn`` sorts letters from files as they were
    taken in, which is not always the order of the files.
    """

    letter: InLetter
    initials: str
    called: str
    known: bool = False
    error: UserError | None = None
    receipt: MergeReceipt | None = None
    turn: int = 0

    @property
    def reason(self) -> str:
        """Why it was not taken."""
        return self.letter.reason


def as_written(opened: Opened) -> tuple[str, int]:
    """Return by what letters are sorted before they are taken in: sender by sender, as they were written.

    Where two computers wrote under the same numbers, what follows can then be told apart.
    """
    return (opened.letter.header.sender, opened.letter.header.seq)


def take_summaries(
    store: Store,
    opened: Sequence[Opened],
    *,
    answer: bool = True,
    merge: Merge = merge_many,
) -> tuple[Taken, ...]:
    """Take summaries into the lead's figures, and queue receipts (``answer``), in one transaction.

    One that cannot be used does not stand in the way of the others.
    """
    roster, inbox, receptions = Rosters(store).require(), Inbox(store), Receptions(store)
    today = local_today(store.clock)
    with store.atomic():
        found: dict[str, Taken] = {}
        fresh: dict[str, tuple[Opened, Arrival]] = {}
        for one in opened:
            known = inbox.letter(one.letter.hash)
            if known is not None and known.taken:
                found[known.hash] = Taken(
                    letter=known, initials=one.sender.card.initials, called=one.called, known=True
                )
                continue
            try:
                fresh[one.letter.hash] = (one, _readable_arrival(one, roster, today))
            except UserError as error:
                found[one.letter.hash] = _refused(one, _reason_of(error), error)
        for one, outcome in _merged(store, list(fresh.values()), merge):
            found[one.letter.hash] = outcome
        for outcome in found.values():
            if not outcome.known:
                inbox.note(outcome.letter)
                receptions.note_letter(outcome.letter, outcome.initials, outcome.receipt)
        if answer:
            _answer(store, found.values())
    return tuple(found.values())


def receipts_in_turn(taken: Iterable[Taken]) -> list[MergeReceipt]:
    """Return what summaries did to the figures, each after the one whose sums it goes on from."""
    in_turn = sorted(taken, key=lambda one: one.turn)
    return [one.receipt for one in in_turn if one.receipt is not None and not one.reason]


def take_from_lead_or_team(store: Store, opened: Opened) -> Taken:
    """Take a receipt or the team key in; the same one again changes nothing.

    Raises:
        Refused: it holds no receipt and no key, or the key contradicts the one here.
    """
    letter, inbox = opened.letter, Inbox(store)
    kind = letter.header.kind
    known = inbox.letter(letter.hash)
    if known is not None and known.taken:
        return Taken(
            letter=known, initials=opened.sender.card.initials, called=opened.called, known=True
        )
    with store.atomic():
        if kind is Kind.RECEIPT:
            _settle(store, decode_receipt(letter.payload).letters)
        elif kind is Kind.KEY:
            take_team_key(store, letter.payload, opened.sender.card.device)
        else:
            raise refused_letter(Reason.NOT_FOR_YOU)
        inbox.note(_in_letter(opened))
    return Taken(
        letter=_in_letter(opened), initials=opened.sender.card.initials, called=opened.called
    )


def _settle(store: Store, answers: Iterable[Answered]) -> None:
    """Note the lead's answers; where a copy of this store was faster with a number, make new keys."""
    devices, outbox = Devices(store), Outbox(store)
    for answer in answers:
        changed = outbox.settle(answer.hash, answer.reason)
        if changed and answer.reason == Reason.FORKED:
            (letter,) = (one for one in outbox.all() if one.hash == answer.hash)
            if devices.wrote(letter.seq):
                devices.renew()


def _readable_arrival(opened: Opened, roster: Roster, today: date) -> Arrival:
    """Return a summary on its way into the figures, after reading it once."""
    header = opened.letter.header
    if header.kind is not Kind.SUMMARY:
        raise refused_letter(Reason.NOT_FOR_YOU)
    told = read_summary(opened.letter.payload)
    require_believable(parse_month(told.month), header.made_at, today)
    return Arrival(
        sender=sender_of(roster, opened.sender),
        seq=header.seq,
        follows=header.follows,
        previous=header.previous,
        month=header.month,
        revision=header.revision,
        hash=opened.letter.hash,
        payload_hash=digest(opened.letter.payload),
        payload=opened.letter.payload,
        told=told,
    )


def _merged(
    store: Store, fresh: Sequence[tuple[Opened, Arrival]], merge: Merge
) -> list[tuple[Opened, Taken]]:
    """Merge all at once; one by one where one of them cannot be used after all."""
    if not fresh:
        return []
    try:
        receipts = merge(store, [arrival for _, arrival in fresh])
    except NotASummary as error:
        if len(fresh) > 1:
            return [done for one in fresh for done in _merged(store, [one], merge)]
        opened = fresh[0][0]
        return [(opened, _refused(opened, _reason_of(error), error))]
    return [
        (opened, _outcome(opened, receipt))
        for (opened, _), receipt in zip(fresh, receipts, strict=True)
    ]


def _outcome(opened: Opened, receipt: MergeReceipt) -> Taken:
    if receipt.verdict is Verdict.FORKED:
        refused = _refused(opened, Reason.FORKED.value, refused_letter(Reason.FORKED))
        return msgspec.structs.replace(refused, receipt=receipt)
    return Taken(
        letter=_in_letter(opened),
        initials=opened.sender.card.initials,
        called=opened.called,
        receipt=receipt,
    )


def _answer(store: Store, outcomes: Iterable[Taken]) -> None:
    """Queue a receipt to every sender; it names what was taken before, too, as one may get lost."""
    by_device: dict[str, list[Answered]] = {}
    for one in outcomes:
        answer = Answered(hash=one.letter.hash, reason=one.reason)
        by_device.setdefault(one.letter.sender, []).append(answer)
    roster, inbox = Rosters(store).require(), Inbox(store)
    lines = {device: _line(roster, device) for device in by_device}
    # Most refusals are told once: said again, it would stop a letter that is sent once more.
    forget_waiting_receipts(
        store, [device for device, line in lines.items() if not inbox.refused_any(line)]
    )
    for device, answers in sorted(by_device.items()):
        now = {answer.hash for answer in answers}
        taken = inbox.taken_from(lines[device])
        before = [Answered(hash=one) for one in taken if one not in now]
        before += [one for one in _copied(roster, inbox, device) if one.hash not in now]
        post_receipt(store, device, [*answers, *before])


def _copied(roster: Roster, inbox: Inbox, device: str) -> list[Answered]:
    """Return the refusals that a copied laptop is told with every receipt until it has new keys.

    The copy may have fetched the receipt that told it first. Nothing is sent once more after them.
    """
    member = roster.member(device)
    if member is None or not member.is_active:
        return []
    forked = Reason.FORKED.value
    return [Answered(hash=one, reason=forked) for one in inbox.refused_of(device, forked)]


def _line(roster: Roster, device: str) -> tuple[str, ...]:
    """Return a device after those that it continues."""
    member = roster.member(device)
    return (*sender_of(roster, member).before, device) if member else (device,)


def _refused(opened: Opened, reason: str, error: UserError) -> Taken:
    return Taken(
        letter=_in_letter(opened, reason),
        initials=opened.sender.card.initials,
        called=opened.called,
        error=error,
    )


def _in_letter(opened: Opened, reason: str = "") -> InLetter:
    header = opened.letter.header
    return InLetter(
        hash=opened.letter.hash,
        kind=header.kind,
        sender=header.sender,
        seq=header.seq,
        month=header.month,
        revision=header.revision,
        taken=not reason,
        reason=reason,
    )


def _reason_of(error: UserError) -> str:
    return error.reason.value if isinstance(error, Refused) else "not_a_summary"
