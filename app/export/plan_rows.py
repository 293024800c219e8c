"""One visit or activity of the plan as the row of a file.

Nobody is named in it but the counsellors, by their initials: no person, no remark, no reason of a
visit and no title that was typed, because anything may stand in those. Why a workplace was closed is
known there and shown, but neither in JSON, nor in calendars, nor on notice boards.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.models.closures import Closure
from app.models.plan import PlannedVisit, PlanStatus
from app.models.plan_types import Activity, ActivityStatus
from app.models.plan_words import ACTIVITY_KINDS, ACTIVITY_STATES, PLAN_STATES
from app.models.recurrence import local_end, local_start
from app.models.types import RecordId, Shift, Workplace
from app.models.visits import minutes_held
from app.models.words import SHIFTS
from app.texts import Language, Text

_VISIT = Text("Fremmøde", "Visit")
_NOTHING = Text("", "")
_LONGEST = 300
"""Characters of a cell; a row of many more would be higher than a page."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One visit or activity. ``kind`` and ``status`` are codes, the words stand beside them.

    ``planned`` and ``held`` are minutes, None where there are none. ``is_off`` says that nothing
    takes place: it is cancelled, or skipped on a closed day, and then ``closure`` says on which.
    """

    id: RecordId
    kind: str
    kind_words: Text
    start: datetime
    end: datetime
    codes: tuple[str, ...]
    workplaces: tuple[str, ...]
    place: str
    counsellors: tuple[str, ...]
    status: str
    status_words: Text
    shift: Shift = Shift.NONE
    planned: int | None = None
    held: int | None = None
    participants: int | None = None
    rule_id: RecordId | None = None
    is_off: bool = False
    closure: Closure | None = None

    @property
    def is_visit(self) -> bool:
        """Whether the row is a visit, not an activity."""
        return self.kind == "visit"

    @property
    def day(self) -> date:
        """The local day on which it begins."""
        return self.start.date()

    @property
    def skipped_for(self) -> Text:
        """What a skipped visit is skipped for: "juledag", "lukkedag"; empty for any other."""
        if self.closure is None:
            return _NOTHING
        return Text(*map(one_line, self.closure.public_words))

    @property
    def state(self) -> Text:
        """Where it stands, and what it is skipped for: "Sprunget over: juledag"."""
        if self.closure is None:
            return self.status_words
        return Text("{state}: {why}", "{state}: {why}").format(
            state=self.status_words, why=self.skipped_for
        )

    def shift_words(self, language: Language) -> str:
        """Return the shift that the visit is for, empty for none."""
        return SHIFTS[self.shift].in_language(language) if self.shift else ""


def visit_row(visit: PlannedVisit) -> PlanRow:
    """Return the row of a visit."""
    stored = visit.visit
    return PlanRow(
        id=visit.id,
        kind="visit",
        kind_words=_VISIT,
        start=visit.start,
        end=visit.end,
        codes=(visit.code,),
        workplaces=(one_line(visit.workplace),),
        place=one_line(visit.place),
        counsellors=visit.counsellors,
        status=visit.status.value,
        status_words=PLAN_STATES[visit.status],
        shift=visit.shift,
        planned=visit.minutes if stored is None else stored.minutes,
        held=minutes_held(stored) if stored and visit.status is PlanStatus.HELD else None,
        rule_id=visit.rule_id,
        is_off=visit.status in (PlanStatus.CANCELLED, PlanStatus.SKIPPED),
        closure=visit.closure if visit.status is PlanStatus.SKIPPED else None,
    )


def activity_row(
    activity: Activity, places: Mapping[RecordId, Workplace], initials: Mapping[RecordId, str]
) -> PlanRow:
    """Return the row of an activity; the mappings name workplaces and counsellors by id."""
    start = local_start(activity.date, activity.time)
    at = [places[one] for one in activity.workplace_ids if one in places]
    return PlanRow(
        id=activity.id,
        kind=activity.kind.value,
        kind_words=ACTIVITY_KINDS[activity.kind],
        start=start,
        end=local_end(start, activity.minutes),
        codes=tuple(place.code for place in at),
        workplaces=tuple(one_line(place.name) for place in at),
        place=one_line(activity.place),
        counsellors=tuple(initials[who] for who in activity.counsellor_ids if who in initials),
        status=activity.status.value,
        status_words=ACTIVITY_STATES[activity.status],
        planned=activity.minutes,
        held=activity.minutes if activity.status is ActivityStatus.HELD else None,
        participants=activity.participants,
        is_off=activity.status is ActivityStatus.CANCELLED,
    )


def one_line(text: str) -> str:
    """Return what was typed or pasted without what would break a row: line breaks, controls."""
    return brief("".join(ch for ch in " ".join(text.split()) if unicodedata.category(ch) != "Cc"))


def brief(text: str) -> str:
    """Return a text that is no longer than a cell can show."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
