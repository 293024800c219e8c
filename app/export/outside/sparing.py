"""What can go out of a report that cannot go out whole: something always can.

A table that cannot be protected together with all that went out before is left out by itself, with
a word of it in the report. Of several ways the one is taken that keeps the most useful tables: they
are added one after the other, and stay where the report can still be protected.
"""

import time
from collections.abc import Sequence
from dataclasses import replace

from app.export.disclosure import Ledger
from app.export.disclosure.protection import Protected as Found
from app.export.disclosure.protection import told_by
from app.export.disclosure.suppression import Watch
from app.export.outside.drafts import Draft
from app.export.outside.parts import Part, Why, after_protection, in_order, parts_of, sparse
from app.export.outside.protecting import NoPattern, headline, pattern_of, with_rules
from app.export.outside.trials import Trials


def sparing_pattern(
    draft: Draft, ledger: Ledger, watch: Watch | None, seconds: float | None
) -> tuple[Draft, Found]:
    """Return the largest part of a report that can go out, and what of it may be shown.

    Tables of which most figures came to be withheld to protect others are left out as well: then
    less must be withheld elsewhere.

    Where not even visits and hours can go out, those of them are withheld that have to be.

    Args and errors as for :func:`~app.export.outside.protecting.pattern_of`; NoPattern only where
    that is not enough either.
    """
    draft, found = _possible(draft, ledger, watch, seconds)
    while few := _mostly_hidden(draft, found):
        # The less useful half of them: without these, the others may be shown.
        half = few[len(few) // 2 :]
        draft, found = _possible(_without(draft, half, Why.FEW), ledger, watch, seconds)
    return draft, found


def _mostly_hidden(draft: Draft, found: Found) -> list[Part]:
    weights = after_protection(draft.system.cells, found.figures)
    return in_order(sparse(draft.tables, weights), draft.close)


def _possible(
    draft: Draft, ledger: Ledger, watch: Watch | None, seconds: float | None
) -> tuple[Draft, Found]:
    """Return what of a report can be protected together with what went out before."""
    whole = draft
    while True:
        try:
            return pattern_of(draft, ledger, watch, seconds)
        except NoPattern as error:
            draft = error.draft
            parts = parts_of(draft.tables, draft.close)
            if not parts:
                draft = _yielding(whole, error, ledger, watch, seconds)
                continue
            stop = watch and told_by(watch, time.monotonic())
            adding = _Adding(draft, Trials(ledger, stop))
            adding.add(parts, is_too_much=True)
            # Each of them can, and yet no pattern is found: the least useful one makes room.
            draft = _without(draft, adding.left or parts[-1:], Why.TOGETHER)


def _yielding(
    whole: Draft, bare: NoPattern, ledger: Ledger, watch: Watch | None, seconds: float | None
) -> Draft:
    """Return a report in which such visits and hours may be withheld as tell of a small workplace.

    With those of its other workplaces, the hours of an organisation can tell the hours of one of
    which nothing may be told. These are activity, so what is told about people is not touched.

    Args:
        whole: the report with all its parts.
        bare: why it cannot go out with visits and hours alone.
        ledger, watch, seconds: as for :func:`sparing_pattern`.
    """
    if bare.draft.yielding is not None:
        raise bare
    cells = frozenset(headline(bare.draft))
    _, found = pattern_of(replace(bare.draft, yielding=cells), ledger, watch, seconds)
    return replace(whole, yielding=frozenset(c for c in cells if found.figures[c] is None))


class _Adding:
    """Finds the parts of a report that cannot go out, by adding one after the other."""

    def __init__(self, draft: Draft, trials: Trials) -> None:
        self._draft, self._trials = draft, trials
        self.left: list[Part] = []

    def add(
        self, parts: Sequence[Part], later: Sequence[Part] = (), *, is_too_much: bool = False
    ) -> None:
        """Add parts to those before, and note those that cannot be; ``later`` ones wait.

        Many are tried at once: what can go out together can go out one by one. Where it is known
        that all of them together are too much, that is not tried again.
        """
        if not is_too_much:
            without = _without(self._draft, [*self.left, *later], Why.TOGETHER)
            if self._trials.can_be_protected(without):
                return
        if len(parts) == 1:
            self.left += parts
            return
        half, left = len(parts) // 2, len(self.left)
        self.add(parts[:half], [*parts[half:], *later])
        # With the whole first half, the second one is what was just too much.
        self.add(parts[half:], later, is_too_much=len(self.left) == left)


def _without(draft: Draft, parts: Sequence[Part], why: Why) -> Draft:
    """Return a report without some more parts."""
    without = {**draft.without, **dict.fromkeys(parts, why)}
    made = draft.framing.framed(without)
    return replace(with_rules(made, draft.minded), yielding=draft.yielding)
