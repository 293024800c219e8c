"""Fetching from this installation's mailbox, of which a copy of the data folder has the key as well.

Two installations with the same keys share one mailbox. Whoever looks first must not throw away what
answers a letter of the other: that one would never learn that the lead refused it.
"""

from collections.abc import Iterable, Sequence

from app.errors import Conflict
from app.export.letters.letter import Kind
from app.export.sync_reading import LetterFile
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.outbox import Outbox
from app.models.team.receipts import Answered, decode_receipt
from app.models.team.rosters import Rosters
from app.texts import Text

Left = tuple[LetterFile, frozenset[Answered]]
"""A receipt that stays in the mailbox, and what in it answers letters that were not written here."""


def answers_to_others(store: Store, file: LetterFile, device: str) -> frozenset[Answered]:
    """Return what a receipt to a device answers of letters that another installation wrote as it.

    Nothing where the lead believes the device no more: then nobody waits for an answer to it. Nothing
    either where it took the place of another one, whose letters after a backup are not known here.
    """
    if file.opened.letter.header.kind is not Kind.RECEIPT:
        return frozenset()
    member = Rosters(store).require().member(device)
    if member is None or not member.is_active or device != Devices(store).ids()[-1]:
        return frozenset()
    written = Outbox(store).hashes()
    answers = decode_receipt(file.opened.letter.payload).letters
    return frozenset(one for one in answers if one.hash not in written)


def superseded(left: Iterable[Left]) -> Sequence[LetterFile]:
    """Return the receipts that say nothing to others which newer ones do not say, too.

    A lead names with every receipt all that was taken, so a mailbox that nobody empties stays small.
    """
    told: set[Answered] = set()
    found = []
    for file, answers in sorted(left, key=_age, reverse=True):
        if answers <= told:
            found.append(file)
        told |= answers
    return found


def copy_seen() -> Conflict:
    """Return what to tell whoever uses a computer of which there is a copy."""
    return Conflict(
        Text(
            "En anden computer sender med denne computers nøgler.",
            "Another computer sends with this computer's keys.",
        ),
        Text(
            "Projektlederen har svaret på breve, der ikke er skrevet her. Det sker, når datamappen er"
            " kopieret.",
            "The lead has answered letters that were not written here. This happens when the data folder"
            " was copied.",
        ),
        Text(
            "Registrér kun på den ene. Får den anden nye nøgler, og tager projektlederen dens nye"
            " visitkort med, sender denne ikke mere. Har du ikke kopieret mappen, så ring til"
            " projektlederen med det samme: computeren kan spærres.",
            "Register on one of them only. If the other one gets new keys and the lead accepts its new"
            " card, this one sends no more. If you did not copy the folder, call the lead at once: the"
            " computer can be revoked.",
        ),
    )


def _age(left: Left) -> tuple[str, int]:
    header = left[0].opened.letter.header
    return header.made_at.isoformat(), header.seq
