"""The plan as a calendar file (RFC 5545); docs/decisions/0006-calendar-files.md says why so."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.export.plan_rows import PlanRow
from app.export.plan_table import Calendar, PlanSheet
from app.models.clock import from_stamp
from app.texts import Language, Text

if TYPE_CHECKING:
    from icalendar import Event

UID_DOMAIN = "vejviser"
"""What follows the id in a UID: the name of no computer and of nobody."""

_ALMOST_A_MINUTE = timedelta(minutes=1, microseconds=-1)
_PRODUCT = "-//Vejviser//Vejviser//{language}"
_NAME = Text("Vejviser: fremmøde, {project}", "Vejviser: presence, {project}")
_CANCELLED = Text("{summary} (aflyst)", "{summary} (cancelled)")
_EVENT = Text("Vejviser: {what}", "Vejviser: {what}")
_CATEGORY = {True: Text("Fremmøde", "Visit"), False: Text("Aktivitet", "Activity")}
_COUNSELLORS = Text("Vejledere: {names}", "Counsellors: {names}")
_SHIFT = Text("Vagt: {shift}", "Shift: {shift}")


def to_ics(sheet: PlanSheet) -> bytes:
    """Return the plan as one event per visit and activity, in UTC, with CRLF and folded lines.

    Raises:
        ValueError: the sheet was read without what a calendar says.
    """
    import icalendar

    if sheet.calendar is None:
        raise ValueError("a calendar file needs the revisions of the plan")
    language, calendar = sheet.language, icalendar.Calendar()
    calendar.add("prodid", _PRODUCT.format(language=language.upper()))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    project = f"DEMO {sheet.project}" if sheet.demo else sheet.project
    name = _NAME.format(project=project).in_language(language)
    calendar.add("x-wr-calname", icalendar.vText(name))
    calendar.add("x-wr-timezone", "Europe/Copenhagen")
    shown = [row for row in sheet.rows if row.id not in sheet.calendar.left_out]
    for row in sorted(
        (*shown, *sheet.calendar.besides), key=lambda row: (row.start.timestamp(), row.id)
    ):
        calendar.add_component(_event(row, sheet.calendar, language))
    return bytes(calendar.to_ical())


def _event(row: PlanRow, calendar: Calendar, language: Language) -> "Event":
    import icalendar

    revision = calendar.revisions[row.id]
    changed = _whole_second(from_stamp(revision.at)) if revision.at else row.start.astimezone(UTC)
    event = icalendar.Event()
    event.add("uid", f"{row.id}@{UID_DOMAIN}")
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", revision.number)
    # A calendar shows a meeting: what was held has its real times, but whole minutes of them.
    event.add("dtstart", _whole_minute(row.start))
    event.add("dtend", _whole_minute(row.end + _ALMOST_A_MINUTE))
    event.add("summary", _summary(row).in_language(language))
    if row.place:
        event.add("location", row.place)
    event.add("description", _description(row, language))
    event.add("categories", [_CATEGORY[row.is_visit].in_language(language)])
    event.add("status", "CANCELLED" if row.is_off else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if row.is_off else "OPAQUE")
    return event


def _summary(row: PlanRow) -> Text:
    places = ", ".join(row.workplaces)
    where = Text(places, places)
    if row.is_visit:
        what = where
    elif places:
        what = Text("{kind}, {where}", "{kind}, {where}").format(kind=row.kind_words, where=where)
    else:
        what = row.kind_words
    summary = _EVENT.format(what=what)
    # Outlook imports a cancelled event without saying that it is.
    return _CANCELLED.format(summary=summary) if row.is_off else summary


def _description(row: PlanRow, language: Language) -> str:
    lines = [_COUNSELLORS.format(names=", ".join(row.counsellors)).in_language(language)]
    if row.shift:
        lines.append(_SHIFT.format(shift=row.shift_words(language)).in_language(language))
    return "\n".join(lines)


def _whole_minute(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(second=0, microsecond=0)


def _whole_second(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
