"""What comes of an exchange of letters with the place."""

import msgspec

from app.export.letters.taking import Taken
from app.export.sync_reading import RefusedFile
from app.models.team.outbox import Counts, OutLetter
from app.models.team.package_changes import PackageChanges
from app.models.team.refusing import Refused
from app.models.team.roster import TeamRole
from app.models.team.standing import Standing
from app.models.team.troubles import DeliveryError


class SyncReport(msgspec.Struct, kw_only=True):
    """What came of it.

    ``taken`` are letters that came in, also those that were refused for what they say; ``refused``
    are files that hold no letter for us, told once; ``foreign`` counts files that are none of ours,
    ``unread`` those that could not be read now. ``sent`` are letters left, ``waiting`` counts those
    that still wait. ``standing`` tells whether this device belongs; ``package_inherited`` what a new
    lead took over from the package of the lead before. ``copy_is_new`` is told once: another computer
    sends with the keys of this one. ``error`` says why it ended early or what a
    letter could not be left for.
    """

    role: TeamRole
    taken: list[Taken] = msgspec.field(default_factory=list)
    refused: list[RefusedFile] = msgspec.field(default_factory=list)
    roster_refused: Refused | None = None
    roster_is_new: bool = False
    standing: Standing = Standing.BELONGS
    copy_is_new: bool = False
    package_is_new: bool = False
    package_refused: Refused | None = None
    package_inherited: PackageChanges | None = None
    sent: list[OutLetter] = msgspec.field(default_factory=list)
    waiting: int = 0
    never_came: int = 0
    foreign: int = 0
    unread: int = 0
    counts: Counts = Counts()
    error: DeliveryError | None = None
    cancelled: bool = False

    @property
    def anything_refused(self) -> bool:
        """Whether something that came from others was refused this time."""
        alone = self.refused or self.roster_refused or self.package_refused
        return bool(alone or any(one.reason for one in self.taken))

    @property
    def replaced_as_lead(self) -> bool:
        """Whether this was the lead's installation and leads no more."""
        return self.standing in (Standing.RESTORED_LEAD, Standing.REPLACED_LEAD)
