"""What the page Fremmødeplan can be opened with."""

from datetime import date

import msgspec

from app.models.types import RecordId


class ShowVisit(msgspec.Struct, frozen=True):
    """Show one visit of the plan by its id, stored or not: the week that it is in, and its panel."""

    visit_id: RecordId


class ShowActivity(msgspec.Struct, frozen=True):
    """Show one activity by its id: the week of the day that it is on, and its panel."""

    activity_id: RecordId
    day: date


class ShowDay(msgspec.Struct, frozen=True):
    """Show the week, or whatever is shown, around a day."""

    day: date


class NewActivity(msgspec.Struct, frozen=True):
    """Begin a new activity."""


class NewVisit(msgspec.Struct, frozen=True):
    """Begin a new visit on a day; the day that is shown when none is told."""

    day: date | None = None
