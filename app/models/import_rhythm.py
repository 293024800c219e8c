"""What a file of presence rules does not say: proposed, and named so that it can be corrected."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.models.clock import from_stamp, local
from app.models.import_rule_rows import RuleRow
from app.models.periods import first_weekday, monday
from app.models.plan_types import PresenceRule, RulePlace
from app.models.plan_words import rule_words
from app.models.types import RecordId, Shift, Workplace
from app.models.words import SHIFTS
from app.texts import Language, Text

if TYPE_CHECKING:
    from app.models.store import Store

USUAL_MINUTES = 60
_WORKDAYS = 5
_TIMES = ("08:00", "10:00", "13:00")
_EVENING = "15:00"
_DAY = 24 * 60
_LOOKED_AT = 12
"""How many of the last visits at a workplace say what is usual there."""

_WEEKDAY, _TIME = Text("ugedag", "weekday"), Text("klokkeslæt", "time")
_RHYTHM, _LENGTH = Text("hyppighed", "how often"), Text("længde", "length")
_START = Text("startdag", "first day")
_AS_USUAL = Text("som de seneste fremmøder", "as the latest visits")
_PROPOSED = Text("foreslået", "proposed")


class Usual(NamedTuple):
    """When the visits at a workplace were of late; ``last_on`` is the newest on that weekday."""

    weekday: int
    time: str
    last_on: date


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """The rules of one row, without counsellors, and what had to be added to the row."""

    rules: tuple[PresenceRule, ...]
    usual: tuple[Text, ...] = ()
    proposed: tuple[Text, ...] = ()

    def notice(self, row: int, code: str) -> Text | None:
        """Return a line that names what was added to a row; None when it says everything."""
        if not self.usual and not self.proposed:
            return None
        return Text(
            self._line(f"række {row}, {code}", "da"), self._line(f"row {row}, {code}", "en")
        )

    def _line(self, start: str, language: Language) -> str:
        rules = " · ".join(_described(rule).in_language(language) for rule in self.rules)
        line = f"{start}: {rules}"
        for words, label in ((self.usual, _AS_USUAL), (self.proposed, _PROPOSED)):
            if words:
                named = ", ".join(word.in_language(language) for word in words)
                line += f" ({label.in_language(language)}: {named})"
        return line


class Rhythms:
    """Completes the rows of one file, one after the other.

    Where a row has no weekday or time, the latest visits at the workplace say it. Where there are
    none, the rows are spread over the week in the order of the file, so that no two of the first
    fifteen fall together.
    """

    def __init__(self, store: "Store", today: date) -> None:
        self._store = store
        self._today = today
        self._spread = 0

    def complete(self, row: RuleRow, place: Workplace) -> Proposal | None:
        """Return the rules of a row; None when its two visits do not fit into one day."""
        usual = None
        if not row.weekdays or not row.time:
            usual = usual_visits(self._store, place.id)
        proposed = [] if row.every_weeks else [_RHYTHM]
        as_usual: list[Text] = []
        weekdays, clock_time = row.weekdays, row.time
        if usual is not None:
            weekdays, clock_time = weekdays or (usual.weekday,), clock_time or usual.time
            as_usual += _missing(row)
        elif not weekdays or not clock_time:
            turn, self._spread = self._spread, self._spread + 1
            weekdays = weekdays or (turn % _WORKDAYS + 1,)
            clock_time = clock_time or _TIMES[turn // _WORKDAYS % len(_TIMES)]
            proposed += _missing(row)
        if row.minutes is None:
            proposed.append(_LENGTH)
        if row.valid_from is None:
            proposed.append(_START)
        begins = row.valid_from or self._today
        known_week = usual.last_on if usual and not row.weekdays else None
        rule = PresenceRule(
            workplace_id=place.id,
            every_weeks=row.every_weeks or 1,
            weekdays=weekdays,
            time=clock_time,
            minutes=row.minutes or USUAL_MINUTES,
            shift=row.shift,
            places=row.places or ((RulePlace(room=place.place),) if place.place else ()),
            counsellor_ids=(),
            anchor=monday(known_week or first_weekday(begins, weekdays)),
            valid_from=begins,
            valid_until=row.valid_until,
            remark=row.remark,
        )
        rules = (rule,) if row.visits == 1 else _day_and_evening(rule)
        if not rules:
            return None
        return Proposal(rules=rules, usual=tuple(as_usual), proposed=tuple(proposed))


def usual_visits(store: "Store", workplace_id: RecordId) -> Usual | None:
    """Return when the last held visits at a workplace mostly were, or None where there are none."""
    rows = store.database.execute(
        "SELECT date, started_at FROM visit WHERE workplace_id = ? AND status = 'held'"
        " ORDER BY date DESC, started_at DESC LIMIT ?",
        (workplace_id, _LOOKED_AT),
    ).fetchall()
    if not rows:
        return None
    held = [(date.fromisoformat(day), _quarter(started_at)) for day, started_at in rows]
    # The newest come first, and the first of what is equally frequent is taken.
    weekday = Counter(day.isoweekday() for day, _ in held).most_common(1)[0][0]
    on_it = [(day, time) for day, time in held if day.isoweekday() == weekday]
    time = Counter(time for _, time in on_it).most_common(1)[0][0]
    return Usual(weekday, time, on_it[0][0])


def _quarter(started_at: str) -> str:
    """Return the nearest quarter of an hour on Danish clocks, at the latest 23:45."""
    start = local(from_stamp(started_at))
    minutes = min((start.hour * 60 + start.minute + 7) // 15 * 15, _DAY - 15)
    return _clock(minutes)


def _described(rule: PresenceRule) -> Text:
    """Return the rule in words, with its shift where it has one."""
    words = rule_words(rule)
    if rule.shift is Shift.NONE:
        return words
    shift = SHIFTS[rule.shift]
    return Text(f"{words.da}, {shift.da.lower()}", f"{words.en}, {shift.en.lower()}")


def _missing(row: RuleRow) -> list[Text]:
    return [word for word, told in ((_WEEKDAY, row.weekdays), (_TIME, row.time)) if not told]


def _day_and_evening(rule: PresenceRule) -> tuple[PresenceRule, ...]:
    """Return the rule for the day shift and one for the evening shift after it."""
    hours, minutes = rule.time.split(":")
    ends = int(hours) * 60 + int(minutes) + rule.minutes
    if ends >= _DAY:
        return ()
    evening = max(_EVENING, _clock(ends))
    return (
        msgspec.structs.replace(rule, shift=Shift.DAY),
        msgspec.structs.replace(rule, shift=Shift.EVENING, time=evening),
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
