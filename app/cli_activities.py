"""The commands ``activities …``: talks and network meetings."""

from datetime import date
from typing import Any

import click
from msgspec.structs import replace

from app.cli_base import NOTHING_FOUND, Group, Invocation, option, pass_invocation
from app.cli_day import DAY
from app.cli_planning import (
    TIME,
    as_json,
    chosen_period,
    fields_line,
    period_options,
    the_counsellors,
    the_time,
    the_workplaces,
)
from app.errors import Conflict, NotFound
from app.export.json_objects import Codes, to_json
from app.models.plan_types import Activity, ActivityKind, ActivityStatus
from app.models.plan_words import ACTIVITY_KINDS, ACTIVITY_STATES, short_weekday, time_span
from app.models.recurrence import local_end, local_start
from app.models.store import Store
from app.models.topics import topics as known_topics
from app.models.types import RecordId
from app.models.words import short_date
from app.texts import Language, Text

_ACTIVITY = click.argument("activity")
_REFUSED = Text("Kommandoen blev ikke udført.", "The command was not carried out.")
_NOT_CANCELLED = Text("Aktiviteten blev ikke aflyst.", "The activity was not cancelled.")
_IS_HELD = Text("Den er allerede holdt.", "It has been held already.")
_SEE_LIST = Text(
    "Se aktiviteterne med »vejviser activities list«.",
    "See the activities with “vejviser activities list”.",
)


@click.group(
    "activities",
    cls=Group,
    words=Text("Oplæg og netværksmøder.", "Talks and network meetings."),
)
def activities() -> None:
    """Work with activities."""


@activities.command(
    "list", words=Text("Vis aktiviteter med deres id.", "Show activities with their ids.")
)
@period_options
@as_json
@pass_invocation
def list_(invocation: Invocation, first: str | None, last: str | None, form: str) -> None:
    """Print the activities of a period."""
    period = chosen_period(invocation, first, last)
    with invocation.open() as context:
        codes = Codes(context.store)
        found = context.store.activities.between(period.first, period.last)
    if form == "json":
        click.echo(to_json([codes.activity_object(one) for one in found]), nl=False)
        return
    for one in found:
        click.echo(_line(one, codes, invocation.language))
    if not found:
        invocation.complain(NOTHING_FOUND)


@activities.command("add", words=Text("Planlæg en aktivitet.", "Plan an activity."))
@option(
    "--kind",
    required=True,
    type=click.Choice([kind.value for kind in ActivityKind]),
    da="Hvad det er.",
    en="What it is.",
)
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
@option("--title", default="", da="Titel.", en="Title.")
@option("--place", default="", da="Sted.", en="Place.")
@option("--participants", type=int, da="Antal deltagere.", en="The number of participants.")
@option(
    "--topic",
    "topics",
    multiple=True,
    metavar="CODE",
    da="Emnekode; kan gives flere gange.",
    en="Code of a topic; can be given several times.",
)
@option(
    "--workplace",
    "workplaces",
    multiple=True,
    metavar="CODE",
    da="Arbejdsplads; kan gives flere gange.",
    en="Workplace; can be given several times.",
)
@option(
    "--counsellor",
    "counsellors",
    multiple=True,
    metavar="INITIALS",
    da="Vejleder; kan gives flere gange.",
    en="Counsellor; can be given several times.",
)
@option("--remark", default="", da="Bemærkning.", en="Remark.")
@as_json
@pass_invocation
def add(invocation: Invocation, /, kind: str, form: str, **told: Any) -> None:
    """Plan one activity."""
    with invocation.open() as context:
        store = context.store
        day: date = told["day"]
        me = (store.settings.counsellor_id,)
        made = store.activities.add(
            Activity(
                kind=ActivityKind(kind),
                date=day,
                time=the_time(told["time"]),
                minutes=told["minutes"],
                title=told["title"],
                place=told["place"],
                participants=told["participants"],
                topics=_the_topics(told["topics"], day),
                workplace_ids=the_workplaces(store, told["workplaces"]),
                counsellor_ids=the_counsellors(store, told["counsellors"]) or me,
                remark=told["remark"],
            )
        )
        _answer(invocation, store, made, form)


@activities.command(
    "held", words=Text("Notér, at en aktivitet er holdt.", "Record that an activity was held.")
)
@_ACTIVITY
@option("--participants", type=int, da="Antal deltagere.", en="The number of participants.")
@option("--minutes", type=int, da="Hvor længe den varede.", en="How long it lasted.")
@as_json
@pass_invocation
def held(
    invocation: Invocation,
    activity: str,
    participants: int | None,
    minutes: int | None,
    form: str,
) -> None:
    """Let an activity stand as held."""
    with invocation.open() as context:
        store = context.store
        before = _the_activity(store, activity)
        after = replace(
            before,
            status=ActivityStatus.HELD,
            participants=before.participants if participants is None else participants,
            minutes=before.minutes if minutes is None else minutes,
            reason="",
        )
        _answer(invocation, store, store.activities.change(after), form)


@activities.command("cancel", words=Text("Aflys en aktivitet.", "Cancel an activity."))
@_ACTIVITY
@option("--reason", required=True, da="Hvorfor den er aflyst.", en="Why it is cancelled.")
@as_json
@pass_invocation
def cancel(invocation: Invocation, activity: str, reason: str, form: str) -> None:
    """Let an activity stand as cancelled."""
    with invocation.open() as context:
        store = context.store
        before = _the_activity(store, activity)
        if before.status is ActivityStatus.HELD:
            raise Conflict(_NOT_CANCELLED, _IS_HELD, _SEE_LIST)
        after = replace(before, status=ActivityStatus.CANCELLED, reason=reason.strip())
        _answer(invocation, store, store.activities.change(after), form)


def _the_activity(store: Store, activity_id: str) -> Activity:
    found = store.activities.find(RecordId(activity_id))
    if found is None:
        raise NotFound(
            _REFUSED,
            Text(
                f"Der er ingen aktivitet »{activity_id}«.",
                f"There is no activity “{activity_id}”.",
            ),
            _SEE_LIST,
        )
    return found


def _the_topics(codes: tuple[str, ...], day: date) -> tuple[str, ...]:
    known = [topic.code for topic in known_topics() if topic.is_valid(day)]
    for code in codes:
        if code not in known:
            named = ", ".join(known)
            raise NotFound(
                _REFUSED,
                Text(f"Der er ikke noget emne »{code}«.", f"There is no topic “{code}”."),
                Text(f"Vælg mellem {named}.", f"Choose one of {named}."),
            )
    return codes


def _answer(invocation: Invocation, store: Store, activity: Activity, form: str) -> None:
    codes = Codes(store)
    if form == "json":
        click.echo(to_json(codes.activity_object(activity)), nl=False)
    else:
        click.echo(_line(activity, codes, invocation.language))


def _line(activity: Activity, codes: Codes, language: Language) -> str:
    """Return an activity as one line: id, day, time, what, workplaces, place, who, state."""
    start = local_start(activity.date, activity.time)
    kind = ACTIVITY_KINDS[activity.kind].in_language(language)
    return fields_line(
        activity.id,
        f"{short_weekday(activity.date).in_language(language)} {short_date(activity.date)}",
        time_span(start, local_end(start, activity.minutes)),
        ": ".join(part for part in (kind, activity.title) if part),
        ", ".join(codes.workplaces[place] for place in activity.workplace_ids),
        activity.place,
        ", ".join(codes.initials[who] for who in activity.counsellor_ids),
        ACTIVITY_STATES[activity.status].in_language(language).lower(),
    )
