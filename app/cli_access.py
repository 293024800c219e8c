"""The command ``people log``: who looked up or handed out what about whom."""

from datetime import date

import click

from app.cli_base import Command, Invocation, option, pass_invocation
from app.cli_day import DAY
from app.cli_planning import fields_line, the_counsellors
from app.export.json_objects import to_json
from app.export.retention_json import logged_object
from app.models.access import AccessFilter
from app.models.access_reading import access_whom, access_words, read_access
from app.models.types import RecordId
from app.models.words import clock_time, short_date
from app.texts import Text

_NO_LINES = Text("Ingen opslag fundet.", "No look-ups were found.")


@click.command(
    "log",
    cls=Command,
    words=Text(
        "Vis, hvem der har set eller udleveret hvad. Om én person eller om alle.",
        "Show who looked up or handed out what. About one person or about all.",
    ),
)
@click.argument("person", metavar="[ID]", required=False)
@option(
    "--counsellor",
    metavar="INITIALS",
    da="Kun denne vejleders opslag.",
    en="Only the look-ups of this counsellor.",
)
@option("--from", "first", type=DAY, da="Fra og med denne dag.", en="From this day on.")
@option("--to", "last", type=DAY, da="Til og med denne dag.", en="Up to and including this day.")
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/people-json.md).",
    en="Lines or JSON (docs/people-json.md).",
)
@pass_invocation
def people_log(
    invocation: Invocation,
    person: str | None,
    counsellor: str | None,
    first: date | None,
    last: date | None,
    form: str,
) -> None:
    """Print the look-ups, the newest first."""
    with invocation.open() as context:
        store = context.store
        people = [store.people.get(RecordId(person)).id] if person else None
        wanted = AccessFilter(
            people=people,
            counsellor_id=the_counsellors(store, [counsellor])[0] if counsellor else None,
            first=first,
            last=last,
        )
        rows = read_access(store, wanted)
    if form == "json":
        click.echo(to_json([logged_object(row) for row in rows]), nl=False)
        return
    if not rows:
        invocation.complain(_NO_LINES)
    language = invocation.language
    for row in rows:
        when = f"{short_date(row.at.date())} {clock_time(row.at)}"
        who = access_whom(row).in_language(language)
        told = access_words(row).in_language(language)
        click.echo(fields_line(when, row.counsellor, row.person_id, who, told))
