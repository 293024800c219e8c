"""What is frozen when a month is closed: its figures as they are printed, and its cells.

The form is versioned and described in docs/frozen-figures.md. It holds counts, codes and names of
workplaces, and nothing about a person: no id, no name, no word of a note.
"""

import zlib
from collections.abc import Sequence

import msgspec

from app.models.over_time import MonthCount
from app.models.periods import Period
from app.models.tally_types import Tally
from app.models.types import Sector
from app.models.universes import universe_texts

FORMAT = "vejviser-frozen/1"


class Count(msgspec.Struct, frozen=True, array_like=True):
    """A count, and how many distinct persons stand behind it."""

    count: int
    persons: int


Cells = dict[str, dict[str, Count]]
"""Counts by measure and code: ``cells["reasons.all.by_code"]["P01"]``.

A measure is the path of the figure in the JSON of the tally, see docs/tally-json.md; the measures
are those of :class:`app.models.frozen_cells.Measure`.
"""


class FrozenPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A workplace as it was: ``organisation`` is empty without one, ``headcount`` None if not told."""

    code: str
    name: str
    organisation: str
    sector: Sector
    headcount: int | None


class FrozenScope(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of some workplaces: none for the whole project, one, or those of an organisation.

    ``codes`` are in order. ``tally`` has no universes: :meth:`told` adds them. ``months`` are the
    contacts of the 12 months that end with the last one.
    """

    codes: tuple[str, ...]
    organisation: str = ""
    tally: Tally
    months: tuple[MonthCount, ...]
    cells: Cells

    @property
    def told(self) -> Tally:
        """The tally with what each family of figures is counted over."""
        texts = universe_texts(chosen=bool(self.codes))
        return msgspec.structs.replace(self.tally, universe=texts)


class FrozenSpan(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one period; ``outside`` are the cells of what concerns no workplace."""

    period: Period
    scopes: tuple[FrozenScope, ...]
    outside: Cells

    def scope(self, codes: Sequence[str]) -> FrozenScope | None:
        """Return the figures of these workplaces, in whatever order they are told; or None."""
        wanted = tuple(sorted(codes))
        return next((scope for scope in self.scopes if scope.codes == wanted), None)


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """A closed month: the month itself, and the year to its end (in January they are the same)."""

    format: str = FORMAT
    month: str
    places: tuple[FrozenPlace, ...]
    spans: tuple[FrozenSpan, ...]

    def span(self, period: Period) -> FrozenSpan | None:
        """Return the figures of exactly this period, or None."""
        return next((span for span in self.spans if span.period == period), None)

    def pack(self) -> bytes:
        """Return the form in which it is stored: compressed JSON."""
        return zlib.compress(msgspec.json.encode(self), 9)


def unpack(figures: bytes) -> Frozen:
    """Return what :meth:`Frozen.pack` packed; raises ValueError for another form."""
    frozen = msgspec.json.decode(zlib.decompress(figures), type=Frozen)
    if frozen.format != FORMAT:
        raise ValueError(f"{frozen.format} is not {FORMAT}")
    return frozen
