"""What the page Henvendelser can be opened with."""

from dataclasses import dataclass

from app.models.inquiry_list import InquiryFilter
from app.models.types import RecordId


@dataclass(frozen=True, slots=True)
class ShowInquiry:
    """Show one inquiry: choose it in the list and read its details."""

    inquiry_id: RecordId


@dataclass(frozen=True, slots=True)
class ListInquiries:
    """Show the inquiries that a filter admits."""

    wanted: InquiryFilter
