"""What comes of a summary that is taken in: who sent it, the verdict, and the receipt."""

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from app.models.team.summary import Summary
from app.texts import Text


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    """The device that signed a letter, as the roster tells.

    ``before`` are the devices whose place it took, the oldest first: a laptop that was restored from
    a backup is a new device, but tells of the same persons and months. ``since`` is the first month
    (``YYYY-MM``) that is missed where it does not come, ``joined`` the one in which it was taken in:
    one from before that was sent, so those between are missed, but none of them came late.
    ``called`` tells it from others with the same initials.
    """

    device: str
    initials: str
    name: str
    before: tuple[str, ...] = ()
    since: str = ""
    joined: str = ""
    called: str = ""

    @property
    def source(self) -> str:
        """The first device in this line; what all of them report is one laptop's."""
        return self.before[0] if self.before else self.device

    @property
    def place_in_line(self) -> int:
        """How many devices were there before it."""
        return len(self.before)


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """A letter whose signature holds, with its summary.

    ``follows`` is the number of the sender's summary before this one, 0 for the first; ``previous`` is
    the hash of the sender's letter before this one, or empty.
    ``hash`` is that of the letter, ``payload_hash`` that of the summary; ``month``, ``revision``
    and ``seq`` are what its signed header says. ``told`` is the summary where whoever took the letter
    has read it already.
    """

    sender: Sender
    seq: int
    month: str
    revision: int
    hash: str
    payload_hash: str
    payload: bytes
    follows: int = 0
    previous: str = ""
    told: Summary | None = None


class Verdict(StrEnum):
    """What comes of a letter: the last three change no figure."""

    NEW = "new"
    REPLACED = "replaced"
    KNOWN = "known"
    OLDER = "older"
    FORKED = "forked"


class Sum(msgspec.Struct, frozen=True, kw_only=True):
    """How a count came about: ``before + told + parted - known - gone == after``; none is negative.

    ``told`` are in the letter, ``known`` of these were here already, and ``gone`` were told by the
    revision that this one replaces and by nobody else. ``parted`` are persons who were one with
    somebody here and are not any more: whoever is erased on a laptop, or known by another phone or
    name there, is nobody's twin at the lead. Contacts are never parted.
    """

    before: int
    told: int
    known: int
    gone: int
    after: int
    parted: int = 0


class MergeReceipt(msgspec.Struct, frozen=True, kw_only=True):
    """What taking a letter in did to the number of contacts and of registered persons.

    ``replaces_copy`` tells that the month was from a computer of which this one is a copy, or the other
    way round: what was registered there alone is gone.
    """

    hash: str
    device: str
    month: str
    revision: int
    verdict: Verdict
    contacts: Sum
    persons: Sum
    replaces_copy: bool = False


_VERDICTS = {
    Verdict.NEW: Text("Taget ind.", "Taken in."),
    Verdict.REPLACED: Text(
        "Taget ind i stedet for det, der var sendt før.",
        "Taken in, in place of what was sent before.",
    ),
    Verdict.KNOWN: Text(
        "Det samme er her allerede; intet er ændret.", "The same is here already; nothing changed."
    ),
    Verdict.OLDER: Text(
        "Der er kommet en nyere udgave af måneden; intet er ændret.",
        "A newer revision of the month is here; nothing changed.",
    ),
    Verdict.FORKED: Text(
        "Afvist: Den samme computer har sendt noget andet under samme nummer. Intet er ændret. Ring"
        " til afsenderen: er computeren kopieret eller stjålet? Den får nye nøgler, når den henter"
        " kvitteringen. Tag dens nye visitkort med, så kan måneden sendes igen.",
        "Refused: the same computer has sent something else under the same number. Nothing changed."
        " Call the sender: was the computer copied or stolen? It gets new keys when it fetches the"
        " receipt. Accept its new card, then the month can be sent again.",
    ),
}


def verdict_words(verdict: Verdict) -> Text:
    """Return what came of a letter, in one or two sentences."""
    return _VERDICTS[verdict]


def outcome_words(receipt: MergeReceipt) -> Text:
    """Return the verdict and, where a copied computer's month gave way, how much went and came."""
    said, contacts = verdict_words(receipt.verdict), receipt.contacts
    if not receipt.replaces_copy:
        return said
    return Text(
        f"{said.da} Det var fra en anden computer med de samme nøgler: {contacts.gone} henvendelser gik"
        f" ud, {contacts.told} kom ind. Spørg, om alt fra den anden er registreret igen.",
        f"{said.en} That was from another computer with the same keys: {contacts.gone} inquiries went,"
        f" {contacts.told} came. Ask whether all from the other one was registered again.",
    )


def receipt_words(receipt: MergeReceipt) -> tuple[Text, ...]:
    """Return a receipt in lines: the verdict, then persons and contacts."""
    return (outcome_words(receipt), *sum_lines(receipt.persons, receipt.contacts))


def sum_lines(persons: Sum, contacts: Sum) -> tuple[Text, Text]:
    """Return how the numbers of persons and of contacts came about, a line each."""
    people, inquiries = _in_words(persons), _in_words(contacts)
    return (
        Text(f"Personer: {people.da}", f"Persons: {people.en}"),
        Text(f"Henvendelser: {inquiries.da}", f"Inquiries: {inquiries.en}"),
    )


def total_sum(sums: Sequence[Sum]) -> Sum:
    """Return what several sums, one after the other, come to; there is at least one."""
    return Sum(
        before=sums[0].before,
        told=sum(one.told for one in sums),
        known=sum(one.known for one in sums),
        gone=sum(one.gone for one in sums),
        after=sums[-1].after,
        parted=sum(one.parted for one in sums),
    )


def _in_words(sum_: Sum) -> Text:
    """Return "412 + 37 new − 12 known = 437"; where something gave way, before and after instead.

    A corrected month comes whole, so most of what it tells is no news: "4 + 3 new − 1 known − 1
    withdrawn = 5" would be right, and nobody would read from it that one person came.
    """
    if sum_.gone:
        return _before_and_after(sum_.before, sum_.after)
    danish, english = f"{sum_.before} + {sum_.told} nye", f"{sum_.before} + {sum_.told} new"
    if sum_.known:
        danish, english = f"{danish} − {sum_.known} kendte", f"{english} − {sum_.known} known"
    if not sum_.parted:
        return Text(f"{danish} = {sum_.after}", f"{english} = {sum_.after}")
    return Text(
        f"{danish} + {sum_.parted}, der ikke længere kan genkendes = {sum_.after} (slettet på en computer,"
        " eller med et andet navn eller telefonnummer end før)",
        f"{english} + {sum_.parted} who cannot be recognised any more = {sum_.after} (erased on a laptop,"
        " or with another name or phone than before)",
    )


def _before_and_after(before: int, after: int) -> Text:
    if before == after:
        return Text(f"{after} som før", f"{after} as before")
    count, more = abs(after - before), after > before
    danish = "færre" if not more else "mere" if count == 1 else "flere"
    return Text(
        f"{before} før, {after} nu: {count} {danish}",
        f"{before} before, {after} now: {count} {'more' if more else 'fewer'}",
    )
