"""What the page Opfølgning can be opened with."""

import msgspec

from app.models.types import FollowUp


class NewFollowUp(msgspec.Struct, frozen=True):
    """Begin a promise: ``wanted`` says what it is about, ``about`` the same in words."""

    wanted: FollowUp
    about: str = ""
