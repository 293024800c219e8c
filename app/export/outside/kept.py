"""How a release and a plan lie in the store, and how they are read from there."""

import zlib
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

import msgspec

from app.export.disclosure import (
    Cell,
    Certificate,
    Ledger,
    Release,
    decode_release,
)
from app.export.outside.audience import Issued
from app.export.outside.detail import Detail
from app.export.outside.entries import Entry
from app.export.outside.gaps import Gaps
from app.export.outside.months import Close
from app.export.outside.parts import Omitted
from app.export.outside.profiles import Family, Profile
from app.export.outside.scopes import Scope
from app.export.outside.sheet import year_of
from app.models.releases import PLAN, StoredRelease
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
    ``certificate`` is that of the file which its readers have, none with a plan; see
    :mod:`app.export.outside.audience`. ``detail`` is how much of the report went out, and ``notes``
    are the sentences of what it lacks, in Danish and English; ``left_out`` are the tables among it.
    ``gaps`` are those of a plan, ``headcount`` is the least headcount that it was made with.
    """

    release: str
    entries: tuple[KeptEntry, ...] = ()
    restated: tuple[tuple[str, int, int], ...] = ()
    certificate: tuple[tuple[str, ...], tuple[tuple[int, ...], ...]] | None = None
    detail: str = "full"
    notes: tuple[tuple[str, str], ...] = ()
    left_out: tuple[tuple[str, str, str], ...] = ()
    gaps: Gaps = Gaps()
    headcount: int = 0


class Kept(NamedTuple):
    """One release or plan of the ledger as it is worked with.

    ``certificate`` covers the ledger until here, ``readers`` what the readers have of it: nothing of
    a plan.
    """

    stored: StoredRelease
    release: Release
    certificate: Certificate
    content: Content

    @property
    def is_plan(self) -> bool:
        """Tell whether it is a plan, which goes to nobody."""
        return self.stored.profile == PLAN

    @property
    def close(self) -> Close:
        """The revision of the month that it is about."""
        return Close(self.stored.month, self.stored.revision)

    @property
    def entries(self) -> Mapping[Entry, frozenset[Family]]:
        """The months that its figures are made of; a release that prints a plan has none."""
        return {
            Entry(Scope.of(each.scope), Close(each.month, each.revision)): frozenset(
                map(Family, each.families)
            )
            for each in self.content.entries
        }

    def in_years(self, years: Collection[str]) -> "Kept":
        """Return what it says of some years: no table and no sum spans two of them."""
        release = msgspec.structs.replace(
            self.release,
            tables=tuple(t for t in self.release.tables if year_of(next(t.ids())) in years),
            figures={c: f for c, f in self.release.figures.items() if year_of(c) in years},
            relations=tuple(r for r in self.release.relations if year_of(r.total) in years),
        )
        entries = tuple(each for each in self.content.entries if each.month[:4] in years)
        content = msgspec.structs.replace(self.content, entries=entries)
        return self._replace(release=release, content=content)

    @property
    def readers(self) -> Certificate | None:
        """The certificate that its readers have; None with a plan."""
        of_readers = self.content.certificate
        return of_readers and Certificate(*of_readers)

    @property
    def restated(self) -> tuple[tuple[str, int, int], ...]:
        """The corrected months that it prints: month, revision before and after."""
        return self.content.restated

    @property
    def detail(self) -> Detail:
        """How much of the report went out."""
        return Detail(self.content.detail)

    @property
    def notes(self) -> tuple[Text, ...]:
        """What the report says it lacks."""
        return tuple(Text(*note) for note in self.content.notes)

    @property
    def left_out(self) -> tuple[Omitted, ...]:
        """The tables that are left out."""
        return tuple(Omitted(*each) for each in self.content.left_out)

    @property
    def issued(self) -> Issued:
        """The release, and to whom it went."""
        profile = None if self.is_plan else Profile(self.stored.profile)
        return Issued(profile, Scope.of(self.stored.scope), self.release)


def kept_entries(entries: Mapping[Entry, frozenset[Family]]) -> tuple[KeptEntry, ...]:
    """Return entries as plain data."""
    return tuple(
        KeptEntry(
            entry.scope.key,
            entry.close.month,
            entry.close.revision,
            tuple(sorted(family.value for family in families)),
        )
        for entry, families in sorted(entries.items())
    )


def pack(content: Content) -> bytes:
    """Return the ``document`` of a release or plan."""
    return zlib.compress(msgspec.json.encode(content))


def pack_truth(cells: Iterable[Cell]) -> bytes:
    """Return the ``truth`` of a release: the cells that came into the ledger with it."""
    return zlib.compress(msgspec.json.encode(list(cells)))


def read(rows: Iterable[StoredRelease]) -> tuple[Kept, ...]:
    """Return the releases and plans of the ledger; raise ValueError where the chain is broken."""
    found: list[Kept] = []
    for row in rows:
        content = msgspec.json.decode(zlib.decompress(row.document), type=Content)
        decoded = decode_release(content.release.encode())
        (release,) = decoded.releases
        previous = found[-1].stored.hash if found else ""
        if release.previous != previous or release.hash != row.hash or row.previous != previous:
            raise ValueError(f"the ledger is broken at {row.id}")
        certificate = decoded.certificate or (found[-1].certificate if found else None)
        if certificate is None:
            raise ValueError(f"nothing proves {row.id}")
        found.append(Kept(row, release, certificate, content))
    return tuple(found)


def ledger_of(kept: Iterable[Kept]) -> Ledger:
    """Return the ledger of the engine."""
    return Ledger(tuple(each.release for each in kept))


def cells_of_truth(rows: Iterable[StoredRelease]) -> dict[str, Cell]:
    """Return every cell of the ledger with its true figure."""
    return {
        cell.id: cell
        for row in rows
        for cell in msgspec.json.decode(zlib.decompress(row.truth), type=list[Cell])
    }
