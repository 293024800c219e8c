"""The commands ``referrals …``: who was sent on, how often they went, and what came of it."""

from datetime import date
from typing import Any

import click
from msgspec.structs import replace

from app.cli_base import NOTHING_FOUND, Group, Invocation, option, pass_invocation
from app.cli_day import DAY
from app.cli_usage import Misuse
from app.errors import NotFound
from app.export.json_objects import to_json
from app.export.referral_lines import ReferralLines, referral_objects
from app.models.case_types import Outcome, Referral, ReferralState
from app.models.clock import local_today
from app.models.referral_course import state_day
from app.models.referral_list import ShownReferral, find_referral, list_referrals
from app.models.referring import new_referral, plan_for_person, plan_from_inquiry
from app.models.store import Store
from app.models.types import RecordId
from app.models.words import short_date
from app.texts import Text

_REFERRAL = click.argument("referral", metavar="ID")
_AS_JSON = option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/referrals-json.md).",
    en="Lines or JSON (docs/referrals-json.md).",
)
_PROVIDER = option("--provider", da="Hvem der henvises til.", en="Who is referred to.")
_QUOTA = option(
    "--quota",
    type=click.IntRange(0, 99),
    da="Aftalte sessioner; 0 for ingen aftale.",
    en="Sessions agreed on; 0 for no agreement.",
)
_NOTE = option("--note", da="Privat note.", en="Private note.")


@click.group(
    "referrals",
    cls=Group,
    words=Text(
        "Henvisninger: vis dem, henvis nogen, og notér sessioner, status og udbytte.",
        "Referrals: list them, refer somebody, and record sessions, state and outcome.",
    ),
)
def referrals() -> None:
    """Work with referrals."""


@referrals.command(
    "list",
    words=Text(
        "Vis de åbne henvisninger; de, der har ventet længst, først.",
        "Show the open referrals; those who have waited longest first.",
    ),
)
@option(
    "--open/--all",
    "only_open",
    default=True,
    show_default=True,
    da="Kun de åbne, eller alle.",
    en="Only the open ones, or all.",
)
@_AS_JSON
@pass_invocation
def list_(invocation: Invocation, form: str, *, only_open: bool) -> None:
    """Print the referrals with their ids."""
    with invocation.open() as context:
        listed = list_referrals(context.store, only_open=only_open)
        lines = _lines(invocation, context.store)
    if form == "json":
        click.echo(to_json(referral_objects(listed)), nl=False)
        return
    for shown in listed:
        click.echo(lines.text(shown, invocation.language))
    if not listed:
        invocation.complain(NOTHING_FOUND)


@referrals.command("add", words=Text("Henvis en person til et tilbud.", "Refer somebody."))
@option("--inquiry", metavar="ID", da="Henvendelsen, det skete i.", en="The inquiry it was in.")
@option(
    "--person",
    metavar="ID",
    da="Eller: personen, i den nyeste henvendelse.",
    en="Or: the person, in their newest inquiry.",
)
@option("--advice", required=True, metavar="CODE", da="Rådet.", en="The advice.")
@option("--on", "day", type=DAY, da="Dagen; ellers i dag.", en="The day; otherwise today.")
@_PROVIDER
@_QUOTA
@_NOTE
@_AS_JSON
@pass_invocation
def add(invocation: Invocation, /, advice: str, day: date | None, form: str, **told: Any) -> None:
    """Store a referral as the offers propose it, unless told otherwise."""
    inquiry, person = told.pop("inquiry"), told.pop("person")
    if (inquiry is None) == (person is None):
        raise Misuse(
            Text("Angiv enten --inquiry eller --person.", "Give either --inquiry or --person.")
        )
    with invocation.open() as context:
        store = context.store
        if inquiry is not None:
            plan = plan_from_inquiry(store, RecordId(inquiry))
        else:
            plan = plan_for_person(store, RecordId(person))
        fitting = plan.fitting(advice)
        named = [offer for offer in fitting if told["provider"] in (None, offer.provider)]
        proposed = new_referral(plan, advice, named[0] if named else None)
        proposed = replace(proposed, suggested_on=day or plan.day, state_on=day or plan.day)
        stored = store.referrals.add(replace(proposed, **_values(told)))
        _answer(invocation, store, stored, form)


@referrals.command("update", words=Text("Ret en henvisning.", "Change a referral."))
@_REFERRAL
@option(
    "--state",
    type=click.Choice([state.value for state in ReferralState]),
    da="Hvor langt den er nået.",
    en="How far it has come.",
)
@option(
    "--on",
    "state_on",
    type=DAY,
    da="Siden hvornår; ellers sessionens dag, ellers i dag.",
    en="Since when; else the day of the session, else today.",
)
@option(
    "--reason",
    da="Hvorfor den er afvist eller stoppet.",
    en="Why it was declined or stopped.",
)
@option(
    "--session",
    "held",
    multiple=True,
    type=DAY,
    da="En session, der er holdt; kan gives flere gange.",
    en="A session that was held; can be given several times.",
)
@option(
    "--no-session",
    "not_held",
    multiple=True,
    type=DAY,
    da="En session, der ikke blev holdt den dag; kan gives flere gange.",
    en="A session that was not held on that day; can be given several times.",
)
@option(
    "--outcome",
    type=click.Choice([outcome.value for outcome in Outcome if outcome]),
    da="Hvad personen siger, det førte til.",
    en="What the person says that it led to.",
)
@option("--outcome-words", da="Det samme med personens egne ord.", en="The same in their words.")
@_PROVIDER
@_QUOTA
@_NOTE
@_AS_JSON
@pass_invocation
def update(invocation: Invocation, /, referral: str, form: str, **told: Any) -> None:
    """Change what is told, and leave the rest as it is."""
    with invocation.open() as context:
        store = context.store
        with store.atomic():
            changed = _changed(store, _the_referral(store, referral).referral, told)
        _answer(invocation, store, changed, form)


@referrals.command("delete", words=Text("Slet en henvisning.", "Delete a referral."))
@_REFERRAL
@pass_invocation
def delete(invocation: Invocation, referral: str) -> None:
    """Delete one referral and print it; the window can take that back until it is closed."""
    with invocation.open() as context:
        shown = _the_referral(context.store, referral)
        context.store.referrals.delete(shown.referral.id)
        click.echo(_lines(invocation, context.store).text(shown, invocation.language))


def _changed(store: Store, before: Referral, told: dict[str, Any]) -> Referral:
    """Store the sessions first: with the first one a referral begins, unless told otherwise."""
    state, on = told.pop("state"), told.pop("state_on")
    held, not_held = told.pop("held"), told.pop("not_held")
    if on is not None and state is None:
        raise Misuse(Text("--on hører til --state.", "--on belongs to --state."))
    changed = before
    for day in sorted(held):
        changed = store.referrals.hold_session(before.id, day)
    values = _values(told)
    if "outcome" in values:
        values["outcome"] = Outcome(values["outcome"])
    if not_held:
        values["sessions"] = _without(changed, not_held)
    if state is not None:
        values["state"] = ReferralState(state)
        today = local_today(store.clock)
        values["state_on"] = on or state_day(before, values["state"], held, today)
        values.setdefault("reason", "")
    return store.referrals.correct(replace(changed, **values))


def _without(referral: Referral, not_held: tuple[date, ...]) -> tuple[date, ...]:
    left = list(referral.sessions)
    for day in not_held:
        if day not in left:
            raise NotFound(
                Text("Henvisningen blev ikke rettet.", "The referral was not changed."),
                Text(
                    f"Der er ingen session den {short_date(day)}.", f"There is no session on {day}."
                ),
                Text(
                    "Se sessionerne med »vejviser referrals list --all --format json«.",
                    "See the sessions with “vejviser referrals list --all --format json”.",
                ),
            )
        left.remove(day)
    return tuple(left)


def _values(told: dict[str, Any]) -> dict[str, Any]:
    """Return what was told as fields of the record; a quota of 0 is none."""
    values = {name: value for name, value in told.items() if value is not None}
    texts = {name: value.strip() for name, value in values.items() if isinstance(value, str)}
    quota = {"quota": values["quota"] or None} if "quota" in values else {}
    return values | texts | quota


def _the_referral(store: Store, referral_id: str) -> ShownReferral:
    found = find_referral(store, RecordId(referral_id))
    if found is None:
        raise NotFound(
            Text("Kommandoen blev ikke udført.", "The command was not carried out."),
            Text(
                f"Der er ingen henvisning »{referral_id}«.",
                f"There is no referral “{referral_id}”.",
            ),
            Text(
                "Se henvisningerne med »vejviser referrals list --all«.",
                "See the referrals with “vejviser referrals list --all”.",
            ),
        )
    return found


def _answer(invocation: Invocation, store: Store, referral: Referral, form: str) -> None:
    shown = _the_referral(store, referral.id)
    if form == "json":
        (document,) = referral_objects((shown,))
        click.echo(to_json(document), nl=False)
    else:
        click.echo(_lines(invocation, store).text(shown, invocation.language))


def _lines(invocation: Invocation, store: Store) -> ReferralLines:
    return ReferralLines(store, local_today(invocation.clock))
