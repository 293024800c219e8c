"""Deleting what is past its retention period: only what somebody chose, and only while it is due.

A person is erased as in :mod:`app.models.erasure`. Of everything else the texts go, here and in the
trail of changes, and the row stays without them: it is counted.
"""

from collections.abc import Collection, Sequence

import msgspec

from app.errors import Conflict
from app.models.access import Way
from app.models.case_types import RetentionSubject
from app.models.changes import Action
from app.models.cipher import sweep
from app.models.clock import local_today, next_stamp
from app.models.clock_check import doubt_of_clock, doubt_words
from app.models.erasure import Erasure, foresee_erasures, remove_person
from app.models.inquiry_drafts import discard_draft, kept_drafts
from app.models.retention_due import OLD_VALUES, Due, due_list, last_day, old_values
from app.models.store import Store
from app.models.types import RecordId
from app.paths import Paths
from app.texts import Text

_HISTORY = "history"
"""The kind under which the trail tells that old values were removed from it."""

_NOTHING = Text("Der blev ikke slettet noget.", "Nothing was erased.")
_TEXTS = {
    RetentionSubject.NOTE: ("inquiry", ("note",)),
    RetentionSubject.FOLLOWUP: ("followup", ("text", "comment")),
    RetentionSubject.REFERRAL: ("referral", ("reason", "outcome_words", "note")),
}
"""The table, which is the kind of the record too, and the columns that are emptied."""
_EMPTIED = (*_TEXTS, RetentionSubject.HISTORY)
"""What leaves a line with a number in the log of look-ups; a person leaves one of their own."""


class Disposal(msgspec.Struct, frozen=True, kw_only=True):
    """How many of each subject were deleted, ``changes`` lost their values.

    ``erasure`` tells what went with the persons, None where there were none. ``swept`` is as in
    :class:`~app.models.erasure.Erasure`.
    """

    persons: int = 0
    notes: int = 0
    followups: int = 0
    referrals: int = 0
    changes: int = 0
    erasure: Erasure | None = None
    swept: bool = True


def dispose(
    store: Store, paths: Paths, keys: Collection[str], *, clock_is_right: bool = False
) -> Disposal:
    """Delete what is due and was chosen by its :attr:`Due.key`; all of it, or nothing.

    Must not run inside a transaction, as the file is rewritten afterwards.

    Raises:
        Conflict: something chosen is not due (any more), or the clock is doubted and nobody said
            that it is right.
    """
    if store.database.conn.in_transaction:
        raise RuntimeError("what is due is deleted outside of transactions")
    doubt = doubt_of_clock(store)
    if doubt is not None and not clock_is_right:
        raise Conflict(
            _NOTHING,
            doubt_words(doubt),
            Text(
                "Se efter, at datoen er rigtig, og bekræft det, før der slettes; på kommandolinjen med"
                " --clock-is-right.",
                "See that the date is right, and confirm it, before anything is erased; on the command"
                " line with --clock-is-right.",
            ),
        )
    chosen = _chosen(store, keys)
    persons = [due.record_id for due in chosen[RetentionSubject.PERSON]]
    erasure = foresee_erasures(store, paths, persons) if persons else None
    with store.atomic():
        for person_id in persons:
            remove_person(store, person_id, Way.RETENTION)
        notes, followups, referrals = (
            sum(_empty(store, subject, due) for due in chosen[subject]) for subject in _TEXTS
        )
        changes = sum(_forget_history(store, due) for due in chosen[RetentionSubject.HISTORY])
        for subject, count in zip(_EMPTIED, (notes, followups, referrals, changes), strict=True):
            store.access.note_emptied(subject, count)
    swept = sweep(store.database)
    return Disposal(
        persons=len(persons),
        notes=notes,
        followups=followups,
        referrals=referrals,
        changes=changes,
        erasure=erasure and msgspec.structs.replace(erasure, swept=swept),
        swept=swept,
    )


def _chosen(store: Store, keys: Collection[str]) -> dict[RetentionSubject, Sequence[Due]]:
    due = {each.key: each for each in due_list(store)}
    if not keys or not set(keys) <= due.keys():
        raise Conflict(
            _NOTHING,
            Text(
                "Intet er valgt, eller noget af det har ikke (længere) overskredet sin periode.",
                "Nothing is chosen, or some of it is not past its period (any more).",
            ),
            Text("Hent listen igen, og vælg på ny.", "Read the list again, and choose anew."),
        )
    return {
        subject: [due[key] for key in dict.fromkeys(keys) if due[key].subject is subject]
        for subject in RetentionSubject
    }


def _empty(store: Store, subject: RetentionSubject, due: Due) -> int:
    """Empty the texts of one record and what the trail and drafts have of them; return 1 if any."""
    table, columns = _TEXTS[subject]
    row = store.database.execute(
        f"SELECT changed_at FROM {table} WHERE id = ? AND {' || '.join(columns)} <> ''",
        (due.record_id,),
    ).fetchone()
    if row is None:
        # It went with its person a moment ago.
        return 0
    changed_at = max(store.now(), next_stamp(row[0]))
    emptied = ", ".join(f"{column} = ''" for column in columns)
    store.database.execute(
        f"UPDATE {table} SET {emptied}, changed_at = ? WHERE id = ?", (changed_at, due.record_id)
    )
    store.audit.forget_texts(due.record_id, columns)
    _discard_drafts(store, due.record_id)
    store.note_erasure(table, due.record_id, Action.UPDATE)
    return 1


def _discard_drafts(store: Store, record_id: RecordId) -> None:
    """Forget corrections that were begun: they have the texts too."""
    for kept in kept_drafts(store):
        if record_id in (kept.draft.inquiry_id, kept.draft.follow_up_id):
            discard_draft(store, kept.id)


def _forget_history(store: Store, due: Due) -> int:
    """Remove values from the trail that are older than the period; that something changed stays."""
    months = store.retention_periods.get(due.record_id).months
    last = last_day(local_today(store.clock), months)
    forgotten = store.database.execute(
        f"UPDATE audit SET before = NULL, after = NULL WHERE {OLD_VALUES}", old_values(last)
    ).rowcount
    store.note_erasure(_HISTORY, due.record_id, Action.UPDATE)
    return int(forgotten)
