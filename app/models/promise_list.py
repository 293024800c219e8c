"""All follow-ups, so that nothing disappears silently: open, kept and deleted ones."""

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.models.clock import from_stamp, local
from app.models.promises import Promise, open_promises, told

if TYPE_CHECKING:
    from app.models.store import Store

_DELETED = (
    "FROM audit WHERE kind = 'followup' AND action = 'delete' AND before IS NOT NULL"
    " AND record_id NOT IN (SELECT id FROM followup)"
    " AND NOT EXISTS (SELECT 1 FROM audit other WHERE other.change_set = audit.change_set"
    " AND other.kind = 'followup' AND other.action = 'update')"
)
"""Nobody deleted the next one of a rhythm that goes when it is taken back that the last was done."""


EVERYTHING = -1
"""Instead of a number: as many as there are."""


class Deleted(msgspec.Struct, frozen=True, kw_only=True):
    """A follow-up that was deleted, on a local day, and can be taken back."""

    promise: Promise
    deleted_on: date


class PromiseList(msgspec.Struct, frozen=True, kw_only=True):
    """Follow-ups by what became of them, and how many there are of each.

    ``open`` has the longest due first, ``kept`` and ``deleted`` the last one, as many of them as
    were asked for.
    """

    open: tuple[Promise, ...]
    kept: tuple[Promise, ...]
    kept_count: int
    deleted: tuple[Deleted, ...]
    deleted_count: int


def read_promises(store: "Store", kept: int, deleted: int) -> PromiseList:
    """Return everything that is open, and up to so many kept and deleted ones."""
    return PromiseList(
        open=open_promises(store),
        kept=told(store, store.followups.kept(kept)),
        kept_count=store.followups.count_kept(),
        deleted=deleted_promises(store, deleted),
        deleted_count=_count_deleted(store),
    )


def deleted_promises(store: "Store", limit: int) -> tuple[Deleted, ...]:
    """Return up to ``limit`` follow-ups that were deleted, the last one first; no erased ones."""
    rows = store.database.execute(
        f"SELECT max(seq), at, before {_DELETED} GROUP BY record_id ORDER BY 1 DESC LIMIT ?",
        (limit,),
    ).fetchall()
    promises = told(store, [store.followups.decode(before) for _, _, before in rows])
    return tuple(
        Deleted(promise=promise, deleted_on=local(from_stamp(at)).date())
        for promise, (_, at, _) in zip(promises, rows, strict=True)
    )


def _count_deleted(store: "Store") -> int:
    counted = f"SELECT count(DISTINCT record_id) {_DELETED}"
    return int(store.database.execute(counted).fetchone()[0])
