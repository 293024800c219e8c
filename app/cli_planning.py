"""What the commands about the plan share: periods, names, times of day, and how they answer."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

import click

from app.cli_base import Invocation, option
from app.errors import UserError
from app.export.json_objects import to_json, visit_object
from app.export.plan_rows import PlanRow, one_line, visit_row
from app.models.clock import local_today
from app.models.conflicts import conflicts_between
from app.models.import_cells import BadCell, parse_time
from app.models.import_rule_rows import parse_weekdays
from app.models.named import counsellor_named, workplace_named
from app.models.periods import Period, monday, parse_period, sunday
from app.models.plan import find_planned
from app.models.plan_words import short_weekday, time_span
from app.models.store import Store
from app.models.types import RecordId, Shift
from app.models.words import short_date
from app.texts import Language, Text

F = TypeVar("F", bound=Callable[..., Any])

_REFUSED = Text("Kommandoen blev ikke udført.", "The command was not carried out.")
_MOST_CONFLICTS = 10
TIME = "H.MM"

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


def the_time(text: str) -> str:
    """Return the time of day written as 9.30, 9:30 or 9, as HH:MM; raise UserError."""
    try:
        time = parse_time(" ".join(text.split()))
    except BadCell:
        time = ""
    if not time:
        raise UserError(
            _REFUSED,
            Text(f"»{text}« er ikke et klokkeslæt.", f"“{text}” is not a time of day."),
            Text("Skriv det som 9.30.", "Write it like 9.30."),
        )
    return time


def the_weekdays(told: Sequence[str]) -> tuple[int, ...]:
    """Return the ISO numbers of weekdays given by number or name; raise UserError."""
    try:
        return parse_weekdays("|".join(told))
    except BadCell as error:
        what = Text("Ugedagen kan ikke bruges.", "The weekday cannot be used.")
        raise UserError(what, error.reason, _TRY_AGAIN) from None


def the_workplaces(store: Store, codes: Sequence[str]) -> tuple[RecordId, ...]:
    """Return the ids of workplaces by their codes; raise NotFound."""
    return tuple(workplace_named(store, code).id for code in codes)


def the_codes(store: Store, codes: Sequence[str]) -> tuple[str, ...]:
    """Return codes as they are spelt, each once; raise NotFound."""
    return tuple(dict.fromkeys(workplace_named(store, code).code for code in codes))


def the_counsellors(store: Store, initials: Sequence[str]) -> tuple[RecordId, ...]:
    """Return the ids of counsellors by their initials; raise NotFound."""
    return tuple(counsellor_named(store, one).id for one in initials)


def the_initials(store: Store, initials: Sequence[str]) -> tuple[str, ...]:
    """Return initials as they are spelt, each once; raise NotFound."""
    return tuple(dict.fromkeys(counsellor_named(store, one).initials for one in initials))


def answer(invocation: Invocation, store: Store, record_id: RecordId, form: str) -> None:
    """Print one visit of the plan as it stands now."""
    row = visit_row(find_planned(store, record_id))
    if form == "json":
        click.echo(to_json(visit_object(row)), nl=False)
    else:
        click.echo(visit_line(row, invocation.language))


def visit_line(row: PlanRow, language: Language) -> str:
    """Return a visit as one line: id, day, time, workplace, shift, place, counsellors, state."""
    return fields_line(
        row.id,
        f"{short_weekday(row.day).in_language(language)} {short_date(row.day)}",
        time_span(row.start, row.end),
        *row.codes,
        row.shift_words(language).lower(),
        row.place,
        ", ".join(row.counsellors),
        row.status_words.in_language(language).lower(),
    )


def told_conflicts(store: Store, record_id: RecordId, first: date, last: date) -> tuple[Text, ...]:
    """Return what does not fit with a visit, or with the visits of a series, on these days."""
    return tuple(
        one.dated
        for one in conflicts_between(store, first, last)
        if any(visit == record_id or visit.endswith(f".{record_id}") for visit in one.visits)
    )


def warn(invocation: Invocation, conflicts: Sequence[Text], known: Sequence[Text] = ()) -> None:
    """Say on stderr what does not fit and was not ``known`` before; nothing is refused for it."""
    new = [one for one in conflicts if one not in known]
    for one in new[:_MOST_CONFLICTS]:
        told = Text("Konflikt: {conflict}", "Conflict: {conflict}").format(conflict=one)
        invocation.complain(told)
    more = len(new) - _MOST_CONFLICTS
    if more > 0:
        invocation.complain(Text(f"… og {more} sammenfald til.", f"… and {more} more clashes."))


def fields_line(*fields: str) -> str:
    """Return fields as one line, those that are empty left out."""
    return "  ".join(field for field in map(one_line, fields) if field)


_TRY_AGAIN = Text("Ret det, og prøv igen.", "Correct it and try again.")
