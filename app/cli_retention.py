"""The commands ``retention …``: how long is kept what, what has run out, and deleting it."""

from datetime import date
from pathlib import Path

import click

from app import log
from app.cli_base import Group, Invocation, option, pass_invocation
from app.cli_day import DAY
from app.cli_planning import fields_line
from app.cli_usage import Misuse
from app.errors import NotFound
from app.export.erasure_receipt import prepare_folder, write_receipt
from app.export.json_objects import to_json
from app.export.retention_json import due_object, period_object
from app.models.case_types import RetentionSubject
from app.models.clock import local_today
from app.models.clock_check import doubt_of_clock, doubt_words
from app.models.retention_due import due_list
from app.models.retention_erasing import dispose
from app.models.retention_periods import Standing, standing_of
from app.models.retention_words import (
    NO_PERIOD,
    NOBODY_DECIDED,
    NOTHING_DUE,
    STANDINGS,
    SUBJECTS,
    disposal_words,
    due_words,
    period_words,
)
from app.models.words import short_date
from app.texts import Text

_SUBJECT = click.argument("subject", type=click.Choice([each.value for each in RetentionSubject]))
_AS_JSON = option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/retention.md).",
    en="Lines or JSON (docs/retention.md).",
)


@click.group(
    "retention",
    cls=Group,
    words=Text(
        "Opbevaring: kommunens perioder, hvad der er udløbet, og sletning af det.",
        "Retention: the municipality's periods, what has run out, and its erasure.",
    ),
)
def retention() -> None:
    """Work with retention periods."""


@retention.command(
    "set",
    words=Text(
        "Fastsæt en periode med hjemmel. Ingen periode er sat på forhånd: kommunen bestemmer.",
        "Set a period with its legal basis. No period is preset: the municipality decides.",
    ),
)
@_SUBJECT
@option(
    "--months", type=int, required=True, da="Antal måneder, 1–600.", en="How many months, 1–600."
)
@option(
    "--basis",
    required=True,
    da="Hjemlen i ord, som kommunen har givet den.",
    en="The legal basis in words, as the municipality gave it.",
)
@option(
    "--from",
    "first",
    type=DAY,
    da="Den dag, perioden gælder fra; ellers i dag.",
    en="The day from which it holds; otherwise today.",
)
@pass_invocation
def set_(invocation: Invocation, subject: str, months: int, basis: str, first: date | None) -> None:
    """Store the period and print it."""
    with invocation.open() as context:
        day = first or local_today(invocation.clock)
        chosen = RetentionSubject(subject)
        period = context.store.retention_periods.set(chosen, months, basis, day)
    click.echo(fields_line(subject, period_words(period).in_language(invocation.language)))


@retention.command(
    "remove",
    words=Text("Slet en periode, der er sat ved en fejl.", "Delete a period set by mistake."),
)
@_SUBJECT
@option(
    "--from",
    "first",
    required=True,
    type=DAY,
    da="Den dag, perioden gælder fra.",
    en="The day from which it holds.",
)
@pass_invocation
def remove(invocation: Invocation, subject: str, first: date) -> None:
    """Delete the period that begins on the day."""
    with invocation.open() as context:
        periods = context.store.retention_periods
        found = [
            each for each in periods.all() if (each.subject, each.valid_from) == (subject, first)
        ]
        if not found:
            raise NotFound(
                Text("Perioden findes ikke.", "There is no such period."),
                Text(f"Ingen gælder fra {short_date(first)}.", f"None holds from {first}."),
                Text("Se dem med »retention list«.", "See them with “retention list”."),
            )
        periods.delete(found[0].id)


@retention.command(
    "list",
    words=Text("Vis alle perioder, også tidligere.", "Show all periods, earlier ones too."),
)
@_AS_JSON
@pass_invocation
def list_(invocation: Invocation, form: str) -> None:
    """Print the periods, subject by subject, the newest first."""
    with invocation.open() as context:
        periods = context.store.retention_periods.all()
    today = local_today(invocation.clock)
    standings = [(period, standing_of(period, periods, today)) for period in periods]
    if form == "json":
        click.echo(to_json([period_object(*each) for each in standings]), nl=False)
        return
    language = invocation.language
    if not periods:
        invocation.complain(NOBODY_DECIDED)
    for subject in RetentionSubject:
        name = SUBJECTS[subject].in_language(language)
        theirs = [each for each in standings if each[0].subject is subject]
        if Standing.HOLDS not in (standing for _, standing in theirs):
            click.echo(fields_line(subject, name, NO_PERIOD.in_language(language)))
        for period, standing in theirs:
            which = f"{name} ({STANDINGS[standing].in_language(language)})"
            click.echo(fields_line(subject, which, period_words(period).in_language(language)))


@retention.command(
    "due",
    words=Text(
        "Vis, hvad der har overskredet sin periode. Intet slettes.",
        "Show what is past its period. Nothing is erased.",
    ),
)
@_AS_JSON
@pass_invocation
def due(invocation: Invocation, form: str) -> None:
    """Print what is due, the longest due first in every subject."""
    with invocation.open() as context:
        dues, doubt = due_list(context.store), doubt_of_clock(context.store)
        decided = context.store.retention_periods.count()
    if doubt is not None:
        invocation.complain(doubt_words(doubt))
    if form == "json":
        click.echo(to_json([due_object(each) for each in dues]), nl=False)
        return
    if not dues:
        invocation.complain(NOTHING_DUE if decided else NOBODY_DECIDED)
    for each in dues:
        click.echo(fields_line(each.key, due_words(each).in_language(invocation.language)))


@retention.command(
    "erase",
    words=Text(
        "Slet for altid noget af det, »retention due« viser.",
        "Erase for good some of what “retention due” shows.",
    ),
)
@click.argument("keys", metavar="[DUE]...", nargs=-1)
@option("--all", "everything", is_flag=True, da="Alt, der er udløbet.", en="All that has run out.")
@option(
    "--subject",
    "subjects",
    type=click.Choice([each.value for each in RetentionSubject]),
    multiple=True,
    da="Alt af denne slags; kan gives flere gange.",
    en="All of this kind; can be given several times.",
)
@option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    da="Mappen til kvitteringen; skal angives, når personer slettes.",
    en="The folder of the receipt; required where persons are erased.",
)
@option("--yes", is_flag=True, da="Ja, slet: det kan ikke fortrydes.", en="Yes, erase for good.")
@option(
    "--clock-is-right",
    is_flag=True,
    da="Ja, datoen er rigtig; skal med, når uret ser forkert ud.",
    en="Yes, the date is right; required where the clock looks wrong.",
)
@pass_invocation
def erase(
    invocation: Invocation,
    keys: tuple[str, ...],
    everything: bool,
    subjects: tuple[str, ...],
    out: Path | None,
    yes: bool,
    clock_is_right: bool,
) -> None:
    """Erase what was chosen, all of it or nothing, and print the paths of a receipt."""
    if not yes:
        raise Misuse(
            Text(
                "En sletning kan ikke fortrydes. Tilføj --yes.",
                "An erasure cannot be undone. Add --yes.",
            )
        )
    with invocation.open() as context:
        chosen = {
            *keys,
            *(
                each.key
                for each in due_list(context.store)
                if everything or each.subject in subjects
            ),
        }
        persons = any(key.startswith(f"{RetentionSubject.PERSON}:") for key in chosen)
        if persons and out is None:
            raise Misuse(
                Text(
                    "Angiv mappen til kvitteringen med --out.",
                    "Name the folder of the receipt with --out.",
                )
            )
        if out is not None:
            prepare_folder(out)
        done = dispose(context.store, context.paths, chosen, clock_is_right=clock_is_right)
        log.logger("store").info("%s", disposal_words(done).en)
        invocation.say(disposal_words(done))
        if done.erasure is not None and out is not None:
            for path in write_receipt(context.store, done.erasure, out, invocation.language):
                click.echo(path)
