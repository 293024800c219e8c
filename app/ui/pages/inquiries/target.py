"""What the page Henvendelser can be opened with."""

import msgspec

from app.models.inquiry_list import InquiryFilter
from app.models.types import RecordId


class ShowInquiry(msgspec.Struct, frozen=True):
    """Show one inquiry: choose it in the list and read its details."""

    inquiry_id: RecordId


class ListInquiries(msgspec.Struct, frozen=True):
    """Show the inquiries that a filter admits."""

    wanted: InquiryFilter
