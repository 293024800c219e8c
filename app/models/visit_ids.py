"""The ids of visits that a presence rule brings: the same before and after they are stored.

Such an id is the day of the occurrence and the id of the rule's series, ``YYYYMMDD.SERIES``. It can
therefore be told to another program, or stand in a calendar file, before anything is stored about
the visit, and two laptops that store the same occurrence give it the same id. The day comes first,
so that the visits of a week lie side by side in the database.
"""

import re
from datetime import date

from app.models.types import RecordId

_FORM = re.compile(r"(?P<day>[0-9]{8})\.(?P<series>[0-9a-f-]{36})")


def visit_id(series_id: RecordId, occurrence: date) -> RecordId:
    """Return the id of the visit that a series of rules has on a day."""
    return RecordId(f"{occurrence.isoformat().replace('-', '')}.{series_id}")


def parse_visit_id(text: str) -> tuple[RecordId, date] | None:
    """Return the series and the day of an occurrence's id; None for any other text."""
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    try:
        day = date.fromisoformat(found["day"])
    except ValueError:
        return None
    return RecordId(found["series"]), day
