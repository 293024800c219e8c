"""Which row came back after it had gone: what was done or deleted, and is taken back."""

from collections.abc import Set as AbstractSet


class Returning:
    """Remembers the rows that were shown and went."""

    def __init__(self) -> None:
        self._shown: frozenset[str] = frozenset()
        self._went: frozenset[str] = frozenset()

    def see(self, now: AbstractSet[str]) -> str:
        """Take the ids that are shown now; return one that was gone until now, or nothing."""
        back = self._went & (now - self._shown)
        self._went |= self._shown - now
        self._shown = frozenset(now)
        return min(back, default="")
