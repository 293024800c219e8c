"""What a plan cannot tell of the people of its month, and of the year to it."""

import msgspec

from app.export.outside.crowds import is_about_first
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.told import Told


class Gaps(msgspec.Struct, frozen=True, kw_only=True):
    """The months that are not told of, for all inquiries and for those of unique persons.

    ``unsplit`` and ``unsplit_first`` say that the month itself has too few; ``lacking`` and
    ``lacking_first`` are the months with too few in the year to date, which is without them, or is not
    split at all where it is ``undivided`` (``undivided_first``). ``missing`` are those for which there
    is no year to date, as they were open.
    """

    unsplit: bool = False
    unsplit_first: bool = False
    lacking: tuple[str, ...] = ()
    lacking_first: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    undivided: bool = False
    undivided_first: bool = False

    def lacked_by(self, table: str) -> tuple[str, ...]:
        """Return the months that the year to date of a table is without; activity lacks none."""
        if table not in SPLITS:
            return ()
        return self.lacking_first if is_about_first(Family(table)) else self.lacking


def gaps_of(told: Told) -> Gaps:
    """Return what is not told of a month."""
    return Gaps(
        unsplit=not told.months[False],
        unsplit_first=not told.months[True],
        lacking=tuple(told.left_out(first=False)),
        lacking_first=tuple(told.left_out(first=True)),
        missing=told.missing,
        undivided=bool(told.to_date) and not told.blocks[False],
        undivided_first=bool(told.to_date) and not told.blocks[True],
    )
