"""What the page Henvisninger can be opened with."""

import msgspec

from app.models.case_types import ReferralState
from app.models.types import RecordId


class ReferInquiry(msgspec.Struct, frozen=True):
    """Begin a referral in an inquiry, and go back to the inquiry afterwards."""

    inquiry_id: RecordId


class ReferPerson(msgspec.Struct, frozen=True):
    """Begin a referral of a person, and go back to the person afterwards."""

    person_id: RecordId


class ShowReferral(msgspec.Struct, frozen=True):
    """Open the form of a referral, perhaps with a state that it shall propose.

    ``person_id`` is the person to go back to afterwards, None to stay on the page.
    """

    referral_id: RecordId
    state: ReferralState | None = None
    person_id: RecordId | None = None
