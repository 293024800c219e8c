"""How a release lies in the store, and how it is read from there."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from app.export.disclosure import (
    Cell,
    Certificate,
    Ledger,
    Release,
    decode_release,
    encode_release,
)
from app.export.outside.audience import Issued
from app.export.outside.detail import Detail
from app.export.outside.entries import Entry
from app.export.outside.months import Close
from app.export.outside.parts import Omitted
from app.export.outside.profiles import Family, Profile
from app.export.outside.scopes import Scope
from app.models.releases import StoredRelease
from app.texts import Text


class KeptEntry(msgspec.Struct, frozen=True, array_like=True):
    """An :class:`~app.export.outside.entries.Entry` with its families, as plain data."""

    scope: str
    month: str
    revision: int
    families: tuple[str, ...]


class Content(msgspec.Struct, frozen=True):
    """What lies in ``document``: the release in the form of its file, and what it was made of.

    ``restated`` are the corrected months that it prints: month, revision before and after.
    ``certificate`` is that of the file which its readers have; see
    :mod:`app.export.outside.audience`. ``detail`` is how much of the report went out, and ``notes``
    are the sentences of what it lacks, in Danish and English; ``left_out`` are the tables among it.
    """

    release: str
    entries: tuple[KeptEntry, ...]
    restated: tuple[tuple[str, int, int], ...] = ()
    certificate: tuple[tuple[str, ...], tuple[tuple[int, ...], ...]] | None = None
    detail: str = "full"
    notes: tuple[tuple[str, str], ...] = ()
    left_out: tuple[tuple[str, str, str], ...] = ()


class Kept(NamedTuple):
    """One release of the ledger as it is worked with."""

    stored: StoredRelease
    release: Release
    certificate: Certificate
    entries: Mapping[Entry, frozenset[Family]]
    restated: tuple[tuple[str, int, int], ...]
    readers: Certificate
    detail: Detail
    notes: tuple[Text, ...]
    left_out: tuple[Omitted, ...]

    @property
    def issued(self) -> Issued:
        """The release, and to whom it went."""
        return Issued(Profile(self.stored.profile), Scope.of(self.stored.scope), self.release)


class Beside(NamedTuple):
    """What is kept beside a release; see :class:`Content`."""

    entries: Mapping[Entry, frozenset[Family]]
    restated: Sequence[tuple[str, int, int]]
    readers: Certificate
    detail: Detail
    notes: Sequence[Text]
    left_out: Sequence[Omitted]


def pack(release: Release, certificate: Certificate, beside: Beside) -> bytes:
    """Return the ``document`` of a release."""
    kept = tuple(
        KeptEntry(
            entry.scope.key,
            entry.close.month,
            entry.close.revision,
            tuple(sorted(family.value for family in families)),
        )
        for entry, families in sorted(beside.entries.items())
    )
    text = encode_release(Ledger((release,)), certificate).decode()
    content = Content(
        text,
        kept,
        tuple(beside.restated),
        (beside.readers.cells, beside.readers.alternatives),
        beside.detail.value,
        tuple((note.da, note.en) for note in beside.notes),
        tuple((each.table, each.period, each.reason) for each in beside.left_out),
    )
    return zlib.compress(msgspec.json.encode(content), 9)


def pack_truth(cells: Iterable[Cell]) -> bytes:
    """Return the ``truth`` of a release: the cells that came into the ledger with it."""
    return zlib.compress(msgspec.json.encode(list(cells)), 9)


def read(rows: Iterable[StoredRelease]) -> tuple[Kept, ...]:
    """Return the releases of the ledger; raise ValueError where the chain is broken."""
    found = []
    previous = ""
    for row in rows:
        content = msgspec.json.decode(zlib.decompress(row.document), type=Content)
        decoded = decode_release(content.release.encode())
        (release,) = decoded.releases
        if release.previous != previous or release.hash != row.hash or row.previous != previous:
            raise ValueError(f"the ledger is broken at {row.id}")
        assert decoded.certificate is not None, "a kept release has its certificate"
        entries = {
            Entry(Scope.of(each.scope), Close(each.month, each.revision)): frozenset(
                map(Family, each.families)
            )
            for each in content.entries
        }
        of_readers = content.certificate
        found.append(
            Kept(
                row,
                release,
                decoded.certificate,
                entries,
                content.restated,
                decoded.certificate if of_readers is None else Certificate(*of_readers),
                Detail(content.detail),
                tuple(Text(*note) for note in content.notes),
                tuple(Omitted(*each) for each in content.left_out),
            )
        )
        previous = row.hash
    return tuple(found)


def ledger_of(kept: Iterable[Kept]) -> Ledger:
    """Return the ledger of the engine."""
    return Ledger(tuple(each.release for each in kept))


def truth_of(rows: Iterable[StoredRelease]) -> dict[str, Cell]:
    """Return every cell of the ledger with its true figure."""
    return {
        cell.id: cell
        for row in rows
        for cell in msgspec.json.decode(zlib.decompress(row.truth), type=list[Cell])
    }
