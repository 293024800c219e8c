"""What the page of workplaces can be opened with, apart from the id of one."""

import msgspec

from app.models.types import RecordId


class ShowRules(msgspec.Struct, frozen=True):
    """Show the presence rules of a workplace, or of the one that is shown, with the focus there.

    It is on the rule that a series of visits has now, or else on the way to a new rule.
    """

    workplace_id: RecordId = RecordId("")
    series_id: RecordId = RecordId("")
