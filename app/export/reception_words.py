"""What came of a letter, in words for a list: when it came, what it was, and what it did."""

from app.export.letters.letter import Kind
from app.export.sync_words import KINDS, month_words, reason_words
from app.models.clock import from_stamp, local
from app.models.team.receptions import Reception
from app.models.team.reported import outcome_words, sum_lines
from app.models.words import clock_time, short_date
from app.texts import Text


def came_at(reception: Reception) -> str:
    """Return the local day and time at which it came in."""
    moment = local(from_stamp(reception.received_at))
    return f"{short_date(moment.date())} {clock_time(moment)}"


def what(reception: Reception) -> Text:
    """Return what came: the kind of letter with its month, or the name of the file."""
    if reception.file:
        return Text(reception.file, reception.file)
    kind, month = KINDS[Kind(reception.kind)], month_words(reception.month)
    return Text(f"{kind.da}{month.da}", f"{kind.en}{month.en}")


def whose(reception: Reception) -> str:
    """Return the initials of who wrote it, as they stand before the letter; nothing of a file."""
    return f"{reception.initials}: " if reception.initials else ""


def outcome(reception: Reception) -> Text:
    """Return what became of it: taken in, in place of what, or refused and why."""
    if reception.receipt is not None:
        return outcome_words(reception.receipt)
    if reception.reason:
        return reason_words(reception.reason)
    return Text("Taget ind.", "Taken in.")


def sums(reception: Reception) -> Text:
    """Return how the numbers of persons and contacts came about; empty where no figure changed."""
    receipt = reception.receipt
    if receipt is None or reception.reason:
        return Text("", "")
    persons, contacts = sum_lines(receipt.persons, receipt.contacts)
    return Text(f"{persons.da} · {contacts.da}", f"{persons.en} · {contacts.en}")
