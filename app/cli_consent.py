"""The command ``people consent``: what a person agreed to, or does no longer."""

from datetime import date

import click

from app.cli_base import Command, Invocation, option, pass_invocation
from app.cli_day import DAY
from app.cli_usage import Misuse
from app.models.clock import local_today
from app.models.consent import CONSENTS, Consent, agreed_on, set_consent
from app.models.types import RecordId
from app.models.words import short_date
from app.texts import Text

_GIVEN, _WITHDRAWN = "given", "withdrawn"
_ANSWER = click.Choice([_GIVEN, _WITHDRAWN])
_NONE = Text("nej", "no")


@click.command(
    "consent",
    cls=Command,
    words=Text(
        "Notér et samtykke, der er givet eller trukket tilbage.",
        "Note a consent that was given or withdrawn.",
    ),
)
@click.argument("person", metavar="ID")
@option("--registration", type=_ANSWER, da="At blive registreret.", en="To be registered.")
@option(
    "--evaluator",
    type=_ANSWER,
    da="At blive ringet op af evaluator.",
    en="To be phoned by an evaluator.",
)
@option("--on", "day", type=DAY, da="Dagen; ellers i dag.", en="The day; otherwise today.")
@pass_invocation
def consent(
    invocation: Invocation,
    person: str,
    registration: str | None,
    evaluator: str | None,
    day: date | None,
) -> None:
    """Store what was answered, and print both consents with their days."""
    answers = {Consent.REGISTRATION: registration, Consent.EVALUATOR: evaluator}
    told = {each: answer for each, answer in answers.items() if answer is not None}
    if day is not None and _GIVEN not in told.values():
        raise Misuse(
            Text(
                "--on er dagen, samtykket blev givet: angiv --registration eller --evaluator.",
                "--on is the day of consent: give --registration or --evaluator.",
            )
        )
    on = day or local_today(invocation.clock)
    with invocation.open() as context, context.store.atomic():
        store = context.store
        for each, answer in told.items():
            set_consent(store, RecordId(person), each, on if answer == _GIVEN else None)
        stored = store.people.get(RecordId(person))
    for each, text in CONSENTS.items():
        agreed = agreed_on(stored, each)
        words = short_date(agreed) if agreed else _NONE.in_language(invocation.language)
        click.echo(f"{text.in_language(invocation.language)}: {words}")
