"""What has been typed about a new visit in the plan and not been saved yet."""

import msgspec

from app.models.store import Store
from app.models.types import RecordId

_KIND = "new visit"


class VisitDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A new visit as far as it has been typed; ``day``, ``time`` and ``minutes`` as they stand there.

    ``is_open`` while its form is on the page; one that was left is only offered again.
    """

    workplace_id: RecordId = RecordId("")
    day: str = ""
    time: str = ""
    minutes: str = ""
    room: str = ""
    address: str = ""
    shift: str = ""
    counsellor_ids: tuple[RecordId, ...] = ()
    remark: str = ""
    is_open: bool = True


def read_visit_draft(store: Store) -> VisitDraft | None:
    """Return what was typed and not saved, or None; also None where it cannot be read."""
    return store.drafts.decoded(_KIND, VisitDraft)


def save_visit_draft(store: Store, draft: VisitDraft) -> None:
    """Keep what has been typed so far, in place of what was kept before."""
    store.drafts.save(_KIND, msgspec.json.encode(draft).decode())


def discard_visit_draft(store: Store) -> None:
    """Forget what was typed."""
    store.drafts.discard(_KIND)
