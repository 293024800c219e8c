"""A lead is told months, not days: anything shorter cannot be counted there."""

from typing import TYPE_CHECKING

from app.errors import UserError
from app.models.periods import Period
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store


class InvalidPeriod(UserError):
    """The period does not begin and end with a month."""


def require_whole_months(store: "Store", period: Period) -> None:
    """Raise InvalidPeriod when a lead's store is asked for less than whole months."""
    if store.settings.is_lead and not period.whole_months:
        raise InvalidPeriod(
            Text("Perioden kan ikke tælles op.", "The period cannot be counted."),
            Text(
                "Vejledernes computere fortæller kun, hvilken måned noget skete i.",
                "The counsellors' computers tell only in which month something happened.",
            ),
            Text("Vælg hele måneder.", "Choose whole months."),
        )
