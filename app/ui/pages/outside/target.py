"""What the page of protected reports is opened on."""

from dataclasses import dataclass

from app.export.outside.profiles import Profile
from app.models.periods import Period


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the page is opened on: a profile, a month, and one workplace or all."""

    profile: Profile
    month: Period
    workplace: str = ""
