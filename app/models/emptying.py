"""Promises and referrals of an erased person: what is counted stays, every word goes.

They stand under the record without anybody that an erasure leaves, and in no list.
"""

from collections.abc import Iterable

from app.models.case_types import Referral
from app.models.changes import Action
from app.models.clock import next_stamp
from app.models.store import Store
from app.models.types import FollowUp, RecordId


def empty_promises(store: Store, promises: Iterable[FollowUp], nobody: RecordId) -> None:
    """Leave of promises when they were made, due and kept, and at which workplace."""
    for promise in promises:
        changed_at = max(store.now(), next_stamp(promise.changed_at))
        store.database.execute(
            "UPDATE followup SET person_id = ?, text = '', channel = '', comment = '', changed_at = ?"
            " WHERE id = ?",
            (nobody, changed_at, promise.id),
        )
        store.note_erasure(store.followups.kind, promise.id, Action.UPDATE)


def empty_referrals(store: Store, referrals: Iterable[Referral], nobody: RecordId) -> None:
    """Leave of referrals the advice, the state and the outcome as codes, and their days."""
    for referral in referrals:
        changed_at = max(store.now(), next_stamp(referral.changed_at))
        store.database.execute(
            "UPDATE referral SET person_id = ?, offer_id = NULL, provider = '', reason = '',"
            " quota = NULL, outcome_words = '', note = '', changed_at = ? WHERE id = ?",
            (nobody, changed_at, referral.id),
        )
        store.note_erasure(store.referrals.kind, referral.id, Action.UPDATE)
