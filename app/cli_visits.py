"""The commands ``visits …``: what is done with the visits of the plan."""

from collections.abc import Callable
from typing import Any

import click

from app.cli_base import NOTHING_FOUND, Group, Invocation, option, pass_invocation
from app.cli_day import DAY
from app.cli_planning import (
    TIME,
    answer,
    as_json,
    chosen_period,
    counsellor_option,
    period_options,
    shift_option,
    the_counsellors,
    the_time,
    the_workplaces,
    told_conflicts,
    visit_line,
    warn,
    workplace_option,
)
from app.cli_usage import Misuse
from app.errors import UserError
from app.export.json_objects import to_json, visit_object
from app.export.plan_rows import visit_row
from app.models import planning
from app.models.held_times import real_times
from app.models.named import workplace_named
from app.models.plan import find_planned, read_plan
from app.models.store import Store
from app.models.types import RecordId, Shift, Visit
from app.texts import Text

_VISIT = click.argument("visit")
_ROOM = option(
    "--place",
    da='Lokalet; ellers arbejdspladsens eget sted. --place "" lader det stå tomt.',
    en='The room; otherwise the workplace\'s own place. --place "" leaves it empty.',
)


@click.group(
    "visits",
    cls=Group,
    words=Text(
        "Planlæg, start, afslut, aflys og flyt fremmøder.",
        "Plan, start, end, cancel and move visits.",
    ),
)
def visits() -> None:
    """Work with single visits."""


@visits.command("list", words=Text("Vis fremmøder med deres id.", "Show visits with their ids."))
@period_options
@workplace_option
@counsellor_option
@as_json
@pass_invocation
def list_(
    invocation: Invocation,
    first: str | None,
    last: str | None,
    workplaces: tuple[str, ...],
    counsellors: tuple[str, ...],
    form: str,
) -> None:
    """Print the visits of a period, one a line."""
    period = chosen_period(invocation, first, last)
    with invocation.open() as context:
        found = read_plan(
            context.store,
            period.first,
            period.last,
            workplace_ids=the_workplaces(context.store, workplaces),
            counsellor_ids=the_counsellors(context.store, counsellors),
        )
    rows = [visit_row(visit) for visit in found]
    if form == "json":
        click.echo(to_json([visit_object(row) for row in rows]), nl=False)
        return
    for row in rows:
        click.echo(visit_line(row, invocation.language))
    if not rows:
        invocation.complain(NOTHING_FOUND)


@visits.command(
    "add", words=Text("Planlæg et fremmøde uden for reglerne.", "Plan a visit outside the rules.")
)
@option("--workplace", required=True, metavar="CODE", da="Arbejdspladsen.", en="The workplace.")
@option("--date", "day", required=True, type=DAY, da="Dagen.", en="The day.")
@option("--time", required=True, metavar=TIME, da="Hvornår det begynder.", en="When it begins.")
@option(
    "--minutes",
    type=int,
    default=60,
    show_default=True,
    da="Hvor længe det varer.",
    en="How long it lasts.",
)
@shift_option
@_ROOM
@option("--address", default="", da="Adressen.", en="The address.")
@option(
    "--counsellor",
    "counsellors",
    multiple=True,
    metavar="INITIALS",
    da="Hvem der går derhen; kan gives flere gange, den første er ansvarlig.",
    en="Who goes there; can be given several times, the first is responsible.",
)
@as_json
@pass_invocation
def add(invocation: Invocation, /, form: str, shift: str | None, **told: Any) -> None:
    """Plan one visit."""
    with invocation.open() as context:
        store = context.store
        at = workplace_named(store, told["workplace"])
        visit = planning.plan_visit(
            store,
            workplace_id=at.id,
            day=told["day"],
            time=the_time(told["time"]),
            minutes=told["minutes"],
            counsellor_ids=the_counsellors(store, told["counsellors"]),
            shift=Shift(shift or ""),
            room=at.place if told["place"] is None else told["place"],
            address=told["address"],
        )
        answer(invocation, store, visit.id, form)
        warn(invocation, told_conflicts(store, visit.id, visit.date, visit.date))


@visits.command(
    "start",
    words=Text(
        "Start et planlagt fremmøde nu, eller et uplanlagt på en arbejdsplads.",
        "Start a planned visit now, or an unplanned one at a workplace.",
    ),
)
@click.argument("visit", required=False)
@option("--workplace", metavar="CODE", da="Et uplanlagt fremmøde her.", en="An unplanned one here.")
@shift_option
@_ROOM
@as_json
@pass_invocation
def start(
    invocation: Invocation,
    visit: str | None,
    workplace: str | None,
    shift: str | None,
    place: str | None,
    form: str,
) -> None:
    """Start a visit now, by the counsellor in use."""
    if (visit is None) == (workplace is None):
        raise Misuse(
            Text("Angiv enten VISIT eller --workplace.", "Give either VISIT or --workplace.")
        )
    with invocation.open() as context:
        store = context.store
        if workplace is not None:
            at = workplace_named(store, workplace)
            room = at.place if place is None else place
            started = store.visits.start(at.id, shift=Shift(shift or ""), place=room)
        else:
            planning.require_today(store, RecordId(visit or ""))
            started = planning.start_visit(store, RecordId(visit or ""))
        answer(invocation, store, started.id, form)


@visits.command("end", words=Text("Afslut det fremmøde, der er i gang.", "End the running visit."))
@click.argument("visit", required=False)
@as_json
@pass_invocation
def end(invocation: Invocation, visit: str | None, form: str) -> None:
    """End a visit now; without an id the one that is running."""
    with invocation.open() as context:
        store = context.store
        ended = store.visits.end(_running(store, visit))
        answer(invocation, store, ended.id, form)


@visits.command(
    "hold",
    words=Text(
        "Notér bagefter, at et planlagt fremmøde blev holdt.",
        "Record afterwards that a planned visit was held.",
    ),
)
@_VISIT
@option(
    "--start",
    "begun",
    metavar=TIME,
    da="Hvornår det begyndte; ellers som planlagt.",
    en="When it began; otherwise as planned.",
)
@option(
    "--end",
    "ended",
    metavar=TIME,
    da="Hvornår det sluttede; ellers som planlagt.",
    en="When it ended; otherwise as planned.",
)
@as_json
@pass_invocation
def hold(
    invocation: Invocation, visit: str, begun: str | None, ended: str | None, form: str
) -> None:
    """Record the real times of a visit; an end before the start is after midnight."""
    with invocation.open() as context:
        store = context.store
        planned = find_planned(store, RecordId(visit))
        started, over = real_times(
            planned,
            f"{planned.start:%H:%M}" if begun is None else the_time(begun),
            f"{planned.end:%H:%M}" if ended is None else the_time(ended),
        )
        # Who only tells a start that lies after the planned end has left out when it was over.
        over = planned.end if ended is None else over
        held = planning.hold_visit(store, planned.id, started, over)
        answer(invocation, store, held.id, form)


@visits.command("cancel", words=Text("Aflys et fremmøde.", "Cancel a visit."))
@_VISIT
@option("--reason", required=True, da="Hvorfor det er aflyst.", en="Why it is cancelled.")
@as_json
@pass_invocation
def cancel(invocation: Invocation, visit: str, reason: str, form: str) -> None:
    """Cancel a planned visit."""
    _change(
        invocation, form, visit, lambda store: planning.cancel_visit(store, RecordId(visit), reason)
    )


@visits.command(
    "reinstate",
    words=Text(
        "Genoptag et aflyst fremmøde, eller hold et, der er sprunget over, alligevel.",
        "Reinstate a cancelled visit, or hold a skipped one after all.",
    ),
)
@_VISIT
@as_json
@pass_invocation
def reinstate(invocation: Invocation, visit: str, form: str) -> None:
    """Let a visit take place as planned."""
    _change(invocation, form, visit, lambda store: planning.reinstate_visit(store, RecordId(visit)))


@visits.command("move", words=Text("Flyt et fremmøde.", "Move a visit."))
@_VISIT
@option("--to-date", type=DAY, da="Den nye dag; ellers samme.", en="The new day; else the same.")
@option(
    "--to-time", metavar=TIME, da="Den nye tid; ellers samme.", en="The new time; else the same."
)
@option(
    "--minutes", type=int, da="Den nye længde; ellers samme.", en="The new length; else the same."
)
@option("--reason", default="", da="Hvorfor det er flyttet.", en="Why it is moved.")
@as_json
@pass_invocation
def move(invocation: Invocation, /, visit: str, form: str, **told: Any) -> None:
    """Move a planned visit to another day or time."""
    day, to_time, minutes = told["to_date"], told["to_time"], told["minutes"]
    if day is None and to_time is None and minutes is None:
        raise Misuse(
            Text(
                "Angiv --to-date, --to-time eller --minutes.",
                "Give --to-date, --to-time or --minutes.",
            )
        )

    time = "" if to_time is None else the_time(to_time)

    def run(store: Store) -> Visit:
        return planning.move_visit(
            store,
            RecordId(visit),
            find_planned(store, RecordId(visit)).day if day is None else day,
            time=time,
            minutes=minutes,
            reason=told["reason"],
        )

    _change(invocation, form, visit, run)


@visits.command(
    "assign", words=Text("Lad andre vejledere gå derhen.", "Let other counsellors go there.")
)
@_VISIT
@option(
    "--counsellor",
    "counsellors",
    multiple=True,
    required=True,
    metavar="INITIALS",
    da="Kan gives flere gange; den første er ansvarlig.",
    en="Can be given several times; the first is responsible.",
)
@as_json
@pass_invocation
def assign(invocation: Invocation, visit: str, counsellors: tuple[str, ...], form: str) -> None:
    """Change who goes to a planned visit."""
    _change(
        invocation,
        form,
        visit,
        lambda store: planning.assign_visit(
            store, RecordId(visit), the_counsellors(store, counsellors)
        ),
    )


def _change(
    invocation: Invocation, form: str, visit: str, change: Callable[[Store], Visit]
) -> None:
    """Do something with a visit, print it, and say what then does not fit with it."""
    with invocation.open() as context:
        store = context.store
        day = find_planned(store, RecordId(visit)).day
        known = told_conflicts(store, RecordId(visit), day, day)
        changed = change(store)
        answer(invocation, store, changed.id, form)
        found = told_conflicts(store, changed.id, changed.date, changed.date)
        warn(invocation, found, known)


def _running(store: Store, visit: str | None) -> RecordId:
    """Return the id of the visit to end; raise UserError when it is not running."""
    running = store.visits.running()
    found = running if visit is None else store.visits.find(RecordId(visit))
    if found is not None:
        return found.id
    if visit is not None:
        find_planned(store, RecordId(visit))
    raise UserError(
        Text("Fremmødet kan ikke afsluttes.", "The visit cannot be ended."),
        Text("Det er ikke i gang.", "It is not running."),
        Text(
            "Se fremmøderne med »vejviser visits list«.",
            "See the visits with “vejviser visits list”.",
        ),
    )
