"""What the commands about the plan share: periods, names, times of day, and how they answer."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

import click

from app.cli_base import Invocation, option
from app.errors import NotFound, UserError
from app.export.json_objects import to_json, visit_object
from app.export.plan_rows import PlanRow, one_line, visit_row
from app.models.clock import local_today
from app.models.import_cells import BadCell
from app.models.import_rule_rows import parse_weekdays
from app.models.periods import Period, monday, parse_period, sunday
from app.models.plan import find_planned
from app.models.plan_words import short_weekday, time_span
from app.models.rules import is_clock_time
from app.models.store import Store
from app.models.types import RecordId, Shift, Workplace
from app.texts import Language, Text

F = TypeVar("F", bound=Callable[..., Any])

_REFUSED = Text("Kommandoen blev ikke udført.", "The command was not carried out.")
_MOST_NAMED = 50
DAY = "YYYY-MM-DD"
TIME = "HH:MM"

as_json = option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/plan-json.md).",
    en="Lines or JSON (docs/plan-json.md).",
)
workplace_option = option(
    "--workplace",
    "workplaces",
    multiple=True,
    metavar="CODE",
    da="Kun denne arbejdsplads; kan gives flere gange.",
    en="Only this workplace; can be given several times.",
)
counsellor_option = option(
    "--counsellor",
    "counsellors",
    multiple=True,
    metavar="INITIALS",
    da="Kun denne vejleder; kan gives flere gange.",
    en="Only this counsellor; can be given several times.",
)
shift_option = option(
    "--shift",
    type=click.Choice([shift.value for shift in Shift if shift]),
    da="Vagten.",
    en="The shift.",
)


def period_options(command: F) -> F:
    """Add ``--from`` and ``--to``; :func:`chosen_period` says what they mean together."""
    first = option(
        "--from",
        "first",
        metavar="YYYY-MM[-DD]",
        da="Første måned eller dag; ellers den uge, --to ligger i, eller ugen nu.",
        en="The first month or day; otherwise the week of --to, or this week.",
    )
    last = option(
        "--to",
        "last",
        metavar="YYYY-MM[-DD]",
        da="Sidste måned eller dag; ellers resten af den uge eller måned, --from angiver.",
        en="The last month or day; otherwise the rest of the week or month of --from.",
    )
    return first(last(command))


def chosen_period(invocation: Invocation, first: str | None, last: str | None) -> Period:
    """Return the days that were asked for: this ISO week, unless told otherwise."""
    if first is not None and last is not None:
        return parse_period(first, last)
    if first is not None:
        begun = parse_period(first, first)
        return Period(begun.first, max(begun.last, sunday(begun.first)))
    if last is not None:
        ended = parse_period(last, last)
        return Period(min(ended.first, monday(ended.last)), ended.last)
    today = local_today(invocation.clock)
    return Period(monday(today), sunday(today))


def the_day(text: str) -> date:
    """Return the day written as YYYY-MM-DD; raise UserError."""
    period = parse_period(text, text)
    if period.first != period.last:
        raise _unusable(text, Text("en dag", "a day"), Text("2026-11-20", "2026-11-20"))
    return period.first


def the_time(text: str) -> str:
    """Return the time of day written as HH:MM; raise UserError."""
    if not is_clock_time(text):
        raise _unusable(text, Text("et klokkeslæt", "a time of day"), Text("09:00", "09:00"))
    return text


def the_weekdays(told: Sequence[str]) -> tuple[int, ...]:
    """Return the ISO numbers of weekdays given by number or name; raise UserError."""
    try:
        return parse_weekdays("|".join(told))
    except BadCell as error:
        what = Text("Ugedagen kan ikke bruges.", "The weekday cannot be used.")
        raise UserError(what, error.reason, _TRY_AGAIN) from None


def the_workplace(store: Store, code: str) -> Workplace:
    """Return the workplace with a code; NotFound names the codes that there are."""
    found = store.workplaces.by_code(code)
    if found is None:
        known = tuple(place.code for place in store.workplaces.all())
        raise _unknown(Text("arbejdsplads med koden", "workplace with the code"), code, known)
    return found


def the_workplaces(store: Store, codes: Sequence[str]) -> tuple[RecordId, ...]:
    """Return the ids of workplaces by their codes."""
    return tuple(the_workplace(store, code).id for code in codes)


def the_counsellors(store: Store, initials: Sequence[str]) -> tuple[RecordId, ...]:
    """Return the ids of counsellors by their initials; NotFound names those that there are."""
    known = {who.initials: who.id for who in store.counsellors.all()}
    for one in initials:
        if one not in known:
            what = Text("vejleder med initialerne", "counsellor with the initials")
            raise _unknown(what, one, tuple(known))
    return tuple(known[one] for one in initials)


def answer(invocation: Invocation, store: Store, record_id: RecordId, form: str) -> None:
    """Print one visit of the plan as it stands now."""
    row = visit_row(find_planned(store, record_id))
    if form == "json":
        click.echo(to_json(visit_object(row)), nl=False)
    else:
        click.echo(visit_line(row, invocation.language))


def visit_line(row: PlanRow, language: Language) -> str:
    """Return a visit as one line: id, day, time, workplace, place, counsellors, state."""
    return fields_line(
        row.id,
        f"{short_weekday(row.day).in_language(language)} {row.day}",
        time_span(row.start, row.end),
        *row.codes,
        row.place,
        ", ".join(row.counsellors),
        row.status_words.in_language(language).lower(),
    )


def fields_line(*fields: str) -> str:
    """Return fields as one line, those that are empty left out."""
    return "  ".join(field for field in map(one_line, fields) if field)


_TRY_AGAIN = Text("Ret det, og prøv igen.", "Correct it and try again.")


def _unusable(text: str, what: Text, example: Text) -> UserError:
    return UserError(
        _REFUSED,
        Text(f"»{text}« er ikke {what.da}.", f"“{text}” is not {what.en}."),
        Text(f"Skriv det som {example.da}.", f"Write it like {example.en}."),
    )


def _unknown(what: Text, wanted: str, known: Sequence[str]) -> NotFound:
    named = ", ".join(known[:_MOST_NAMED]) + (" …" if len(known) > _MOST_NAMED else "")
    return NotFound(
        _REFUSED,
        Text(f"Der er ingen {what.da} »{wanted}«.", f"There is no {what.en} “{wanted}”."),
        Text(f"Vælg mellem {named}.", f"Choose one of {named}.")
        if known
        else Text("Opret den først.", "Add it first."),
    )
