"""The dated list of topics that an activity can be about."""

from datetime import date
from functools import cache

import msgspec

from app.paths import resource
from app.texts import Text


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """One topic; a code is never reused or re-labelled."""

    code: str
    label: Text
    valid_from: date
    retired_on: date | None

    def is_valid(self, on: date) -> bool:
        """Tell whether the topic may be chosen for an activity on this day."""
        return self.valid_from <= on and (self.retired_on is None or on < self.retired_on)


@cache
def topics() -> tuple[Topic, ...]:
    """Return every topic in its fixed order, retired ones too."""
    import csv  # the store loads this module, long before somebody asks for a topic

    path = resource("taxonomy", "topics.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Topic(
                code=row["code"],
                label=Text(row["label_da"], row["label_en"]),
                valid_from=date.fromisoformat(row["valid_from"]),
                retired_on=date.fromisoformat(row["retired_on"]) if row["retired_on"] else None,
            )
            for row in csv.DictReader(file)
        )


def topic_label(code: str) -> Text:
    """Return the words of a topic; its code where it is unknown."""
    found = (topic.label for topic in topics() if topic.code == code)
    return next(found, Text(code, code))
