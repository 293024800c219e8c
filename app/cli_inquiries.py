"""The command ``inquiries list``: contacts found with their ids, as on the page of the window."""

from datetime import date

import click

from app.cli_base import Group, Invocation, option, pass_invocation
from app.cli_planning import the_counsellors, the_workplaces
from app.export.inquiry_rows import inquiry_line, inquiry_object
from app.export.json_objects import to_json
from app.models.clock import local_today
from app.models.inquiry_list import InquiryFilter
from app.models.periods import parse_period
from app.models.store import Store
from app.models.types import ContactKind, TermKind
from app.texts import Text

_MONTH_OR_DAY = "YYYY-MM[-DD]"
_NOTHING = Text("Ingen henvendelser fundet.", "No inquiries were found.")


@click.group(
    "inquiries",
    cls=Group,
    words=Text(
        "Find henvendelser og deres id. Noter vises ikke.",
        "Find inquiries and their ids. Notes are not shown.",
    ),
)
def inquiries() -> None:
    """Find contacts."""


@inquiries.command(
    "list",
    words=Text(
        "Vis henvendelser med deres id, de nyeste først. Private noter vises aldrig.",
        "Show inquiries with their ids, the newest first. Private notes are never shown.",
    ),
)
@option(
    "--from",
    "first",
    metavar=_MONTH_OR_DAY,
    da="Fra og med denne dag eller måned.",
    en="From this day or month on.",
)
@option(
    "--to",
    "last",
    metavar=_MONTH_OR_DAY,
    da="Til og med denne dag eller måned.",
    en="Up to and with this day or month.",
)
@option("--workplace", metavar="CODE", da="Kun denne arbejdsplads.", en="Only this workplace.")
@option(
    "--kind",
    type=click.Choice([kind.value for kind in ContactKind]),
    da="Kun denne slags.",
    en="Only this kind.",
)
@option("--counsellor", metavar="INITIALS", da="Kun denne vejleder.", en="Only this counsellor.")
@option(
    "--search",
    "text",
    default="",
    metavar="WORDS",
    da="Ord fra navn, fødselsår, telefon, arbejdsplads eller koder; alle skal passe.",
    en="Words of name, year of birth, phone, workplace or codes; all must fit.",
)
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/inquiries-json.md).",
    en="Lines or JSON (docs/inquiries-json.md).",
)
@pass_invocation
def list_(
    invocation: Invocation,
    first: str | None,
    last: str | None,
    workplace: str | None,
    kind: str | None,
    counsellor: str | None,
    text: str,
    form: str,
) -> None:
    """Print the inquiries that everything given admits."""
    begin, end = _days(first, last)
    with invocation.open() as context:
        store = context.store
        wanted = InquiryFilter(
            text=text,
            first=begin,
            last=end,
            workplace_id=the_workplaces(store, [workplace])[0] if workplace else None,
            kind=ContactKind(kind) if kind else None,
            counsellor_id=the_counsellors(store, [counsellor])[0] if counsellor else None,
        )
        rows = store.inquiries.rows(store.inquiries.list_seqs(wanted))
        labels = _labels(store)
    if form == "json":
        click.echo(to_json([inquiry_object(row) for row in rows]), nl=False)
        return
    if not rows:
        invocation.complain(_NOTHING)
    for row in rows:
        click.echo(inquiry_line(row, labels, invocation.language))


def _days(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    """Return the first and the last day; None where there is no such end."""
    if first and last:
        period = parse_period(first, last)
        return period.first, period.last
    return (
        parse_period(first, first).first if first else None,
        parse_period(last, last).last if last else None,
    )


def _labels(store: Store) -> dict[str, Text]:
    today = local_today(store.clock)
    return {
        term.code: term.short for kind in TermKind for term in store.taxonomy.terms(kind, today)
    }
