"""A closed month and its revisions; what is frozen in it is in :mod:`app.models.frozen`."""

from datetime import date

from app.models.types import Record, RecordId


class MonthClose(Record, frozen=True, kw_only=True):
    """One revision of a closed month (``YYYY-MM``); it never changes.

    Revision 1 is the close. A later one restates the month on the local day ``closed_on`` and says
    why: ``reason``. ``figures`` are the packed :class:`~app.models.frozen.Frozen`.
    """

    month: str
    revision: int
    closed_on: date
    counsellor_id: RecordId
    reason: str = ""
    figures: bytes = b""
