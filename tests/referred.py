"""Referrals for tests, written as rows of the store."""

from datetime import date
from typing import Any

import msgspec

from app.models.case_types import Referral, ReferralState
from app.models.ids import new_id
from app.models.store import Store
from app.models.types import RecordId

_DAY = date(2026, 11, 20)


def add_row(
    store: Store, state: ReferralState = ReferralState.STARTED, day: date = _DAY, **more: Any
) -> RecordId:
    """Store a referral that came to its state on ``day`` and return its id."""
    record = Referral(
        id=RecordId(new_id()),
        created_at=store.now(),
        changed_at=store.now(),
        advice_code="A02",
        suggested_on=day,
        state=state,
        state_on=day,
        **more,
    )
    row = msgspec.to_builtins(record)
    del row["sessions"]
    marks = ", ".join(f":{name}" for name in row)
    store.database.execute(f"INSERT INTO referral ({', '.join(row)}) VALUES ({marks})", row)
    return record.id
