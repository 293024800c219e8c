"""The ids of visits that a presence rule brings: the same before and after they are stored.

Such an id is that of the rule's series and the day of the occurrence, ``SERIES.YYYYMMDD``. It can
therefore be told to another program, or stand in a calendar file, before anything is stored about
the visit, and two laptops that store the same occurrence give it the same id.
"""

import re
from datetime import date

from app.models.types import RecordId

_FORM = re.compile(r"(?P<series>[0-9a-f-]{36})\.(?P<day>[0-9]{8})")


def visit_id(series_id: RecordId, occurrence: date) -> RecordId:
    """Return the id of the visit that a series of rules has on a day."""
    return RecordId(f"{series_id}.{occurrence.isoformat().replace('-', '')}")


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
