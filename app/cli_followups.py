"""The commands ``followups …``: what was promised, kept, put off and taken back."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click
from msgspec.structs import replace

from app.cli_base import NOTHING_FOUND, Group, Invocation, option, pass_invocation
from app.cli_day import DAY
from app.cli_usage import Misuse
from app.export.followup_rows import (
    DELETED,
    FollowUpRow,
    followup_line,
    followup_object,
    followup_row,
    followup_rows,
)
from app.export.json_objects import Codes, to_json
from app.models.clock import local_today
from app.models.named import workplace_named
from app.models.promise_list import EVERYTHING, read_promises
from app.models.promises import Due, open_promises, snoozed, told
from app.models.promising import make_promise
from app.models.store import Store
from app.models.types import FollowUp, PromisedChannel, RecordId, Repeat
from app.texts import Text

F = TypeVar("F", bound=Callable[..., Any])

_FOLLOWUP = click.argument("followup", metavar="ID")
_AS_JSON = option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/followups-json.md).",
    en="Lines or JSON (docs/followups-json.md).",
)
_OPEN, _LATE, _ALL = "open", "late", "all"
_WEEK = 7


def _shown(name: str, da: str, en: str) -> Callable[[F], F]:
    return option(f"--{name}", f"only_{name}", is_flag=True, da=da, en=en)


def _terms(command: F) -> F:
    """Add how a promise is kept and how often it comes back."""
    channel = option(
        "--channel",
        type=click.Choice([each.value for each in PromisedChannel if each]),
        da="Hvordan: ellers ikke aftalt.",
        en="How: otherwise not agreed on.",
    )
    repeat = option(
        "--repeat",
        type=click.Choice(["never", *(each.value for each in Repeat if each)]),
        da="Kommer igen, når den er gjort.",
        en="Comes back when it is done.",
    )
    return channel(repeat(command))


@click.group(
    "followups",
    cls=Group,
    words=Text("Det, I har lovet at følge op på.", "What you promised to follow up."),
)
def followups() -> None:
    """Work with promises."""


@followups.command(
    "list", words=Text("Vis opfølgninger med deres id.", "Show follow-ups with their ids.")
)
@_shown(_OPEN, "De åbne; det er det sædvanlige.", "The open ones; this is usual.")
@_shown(_LATE, "Kun dem, der er over tid.", "Only those that are late.")
@_shown(_ALL, "Også de gjorte og de slettede.", "The done and the deleted ones too.")
@option("--until", type=DAY, da="Kun med frist senest denne dag.", en="Only due by this day.")
@_AS_JSON
@pass_invocation
def list_(invocation: Invocation, /, until: date | None, form: str, **chosen: bool) -> None:
    """Print follow-ups, the longest due first."""
    today, which = local_today(invocation.clock), _chosen(chosen)
    with invocation.open() as context:
        rows = _rows(context.store, which, today)
        codes = Codes(context.store)
    rows = [row for row in rows if until is None or row.promise.followup.due_on <= until]
    if form == "json":
        click.echo(to_json([followup_object(row, codes) for row in rows]), nl=False)
        return
    for row in rows:
        click.echo(followup_line(row, invocation.language))
    if not rows:
        invocation.complain(NOTHING_FOUND)


@followups.command("add", words=Text("Aftal en opfølgning.", "Promise a follow-up."))
@option("--due", required=True, type=DAY, da="Senest denne dag.", en="Due on this day.")
@option(
    "--text",
    default="",
    da="Hvad der er lovet; skal med, når det ikke er om nogen eller noget.",
    en="What was promised; needed where it is about nobody and nothing.",
)
@_terms
@option("--inquiry", metavar="ID", da="Henvendelsen, det er om.", en="The inquiry it is about.")
@option("--person", metavar="ID", da="Personen, det er til.", en="The person it is for.")
@option("--visit", metavar="ID", da="Fremmødet, det er om.", en="The visit it is about.")
@option("--workplace", metavar="CODE", da="Arbejdspladsen.", en="The workplace.")
@_AS_JSON
@pass_invocation
def add(invocation: Invocation, /, form: str, due: date, text: str, **told_of: str | None) -> None:
    """Store a promise and print it."""
    links = {name: told_of[name] for name in ("inquiry", "person", "visit", "workplace")}
    if sum(link is not None for link in links.values()) > 1:
        raise Misuse(
            Text(
                "Angiv højst én af --inquiry, --person, --visit og --workplace.",
                "Give at most one of --inquiry, --person, --visit and --workplace.",
            )
        )

    def promise(store: Store) -> FollowUp:
        place = links["workplace"]
        wanted = FollowUp(
            due_on=due,
            text=text,
            workplace_id=workplace_named(store, place).id if place else None,
            **{f"{name}_id": links[name] for name in ("inquiry", "person", "visit")},  # type: ignore[arg-type]
        )
        return make_promise(store, _with_terms(wanted, told_of))

    _answer(invocation, form, promise)


@followups.command("change", words=Text("Ret en opfølgning.", "Correct a follow-up."))
@_FOLLOWUP
@option("--due", type=DAY, da="Senest denne dag.", en="Due on this day.")
@option("--text", da="Hvad der er lovet.", en="What was promised.")
@_terms
@_AS_JSON
@pass_invocation
def change(
    invocation: Invocation,
    /,
    followup: str,
    form: str,
    due: date | None,
    text: str | None,
    **terms: str | None,
) -> None:
    """Store what is different, and print the promise."""

    def correct(store: Store) -> FollowUp:
        was = store.followups.get(RecordId(followup))
        told_now = was.text if text is None else text.strip()
        wanted = replace(was, due_on=due or was.due_on, text=told_now)
        return store.followups.change(_with_terms(wanted, terms))

    _answer(invocation, form, correct)


@followups.command("done", words=Text("Markér som gjort.", "Mark as done."))
@_FOLLOWUP
@_AS_JSON
@pass_invocation
def done(invocation: Invocation, followup: str, form: str) -> None:
    """Mark as done today, and print the promise; one that repeats comes back."""
    _answer(invocation, form, lambda store: store.followups.done(RecordId(followup)))


@followups.command("snooze", words=Text("Udsæt en opfølgning.", "Put a follow-up off."))
@_FOLLOWUP
@option(
    "--days",
    type=click.IntRange(1, 3650),
    da="Så mange dage; ellers 7. Det, der er over tid, udsættes fra i dag.",
    en="So many days; otherwise 7. What is late is put off from today.",
)
@option(
    "--until",
    type=DAY,
    da="Til denne dag, i dag eller senere.",
    en="Until this day, today or later.",
)
@_AS_JSON
@pass_invocation
def snooze(
    invocation: Invocation, followup: str, days: int | None, until: date | None, form: str
) -> None:
    """Give a promise a later due date, and print it."""
    if days is not None and until is not None:
        raise Misuse(
            Text("Angiv enten --days eller --until.", "Give either --days or --until, not both.")
        )
    today = local_today(invocation.clock)

    def put_off(store: Store) -> FollowUp:
        promise = store.followups.get(RecordId(followup))
        return store.followups.snooze(promise.id, until or snoozed(promise, today, days or _WEEK))

    _answer(invocation, form, put_off)


@followups.command(
    "comment",
    words=Text(
        "Skriv, hvad der er sket siden, i en linje med dagen.",
        "Write what happened since, in a line with the day.",
    ),
)
@_FOLLOWUP
@click.argument("text")
@option(
    "--replace",
    "in_place",
    is_flag=True,
    da="Skriv den i stedet for alt, der står der; en tom tekst fjerner det.",
    en="Write it in place of all that stands there; an empty text removes it.",
)
@_AS_JSON
@pass_invocation
def comment(invocation: Invocation, followup: str, text: str, form: str, *, in_place: bool) -> None:
    """Write a line into the comment of a promise, or the comment anew, and print the promise."""

    def write(store: Store) -> FollowUp:
        comments = store.followups
        return (comments.comment if in_place else comments.add_comment)(RecordId(followup), text)

    _answer(invocation, form, write)


@followups.command(
    "delete",
    words=Text(
        "Slet en opfølgning; »reopen« tager den tilbage.",
        "Delete a follow-up; “reopen” takes it back.",
    ),
)
@_FOLLOWUP
@pass_invocation
def delete(invocation: Invocation, followup: str) -> None:
    """Delete a promise and print it."""
    with invocation.open() as context:
        (promise,) = told(context.store, [context.store.followups.delete(RecordId(followup))])
    row = FollowUpRow(promise, DELETED, local_today(invocation.clock))
    click.echo(followup_line(row, invocation.language))


@followups.command(
    "reopen",
    words=Text(
        "Tag en opfølgning tilbage, der er gjort eller slettet.",
        "Take back a follow-up that was done or deleted.",
    ),
)
@_FOLLOWUP
@_AS_JSON
@pass_invocation
def reopen(invocation: Invocation, followup: str, form: str) -> None:
    """Let a promise be open again, and print it."""
    _answer(invocation, form, lambda store: store.followups.take_back(RecordId(followup)))


def _chosen(told: dict[str, bool]) -> str:
    """Return which follow-ups are listed: the open ones, unless told otherwise."""
    chosen = [name for name in (_OPEN, _LATE, _ALL) if told[f"only_{name}"]]
    if len(chosen) > 1:
        raise Misuse(
            Text(
                "Angiv højst én af --open, --late og --all.",
                "Give at most one of --open, --late and --all.",
            )
        )
    return chosen[0] if chosen else _OPEN


def _rows(store: Store, which: str, today: date) -> list[FollowUpRow]:
    if which == _ALL:
        return followup_rows(read_promises(store, EVERYTHING, EVERYTHING), today)
    rows = [followup_row(promise, today) for promise in open_promises(store)]
    return [row for row in rows if which == _OPEN or row.state == Due.LATE]


def _with_terms(followup: FollowUp, terms: dict[str, str | None]) -> FollowUp:
    channel, repeat = terms["channel"], terms["repeat"]
    if channel is not None:
        followup = replace(followup, channel=PromisedChannel(channel))
    if repeat is not None:
        followup = replace(followup, repeat=Repeat("" if repeat == "never" else repeat))
    return followup


def _answer(invocation: Invocation, form: str, job: Callable[[Store], FollowUp]) -> None:
    """Do something with a promise, and print what became of it."""
    with invocation.open() as context:
        (promise,) = told(context.store, [job(context.store)])
        row = followup_row(promise, local_today(invocation.clock))
        codes = Codes(context.store)
    if form == "json":
        click.echo(to_json(followup_object(row, codes)), nl=False)
    else:
        click.echo(followup_line(row, invocation.language))
