"""Commands that count: tally and report."""

from pathlib import Path

import click

from app.cli_base import Command, Invocation, option, pass_invocation
from app.cli_outside import AskedFor, organisation_codes, report_outside
from app.cli_planning import the_codes, workplace_option
from app.cli_usage import Misuse
from app.export import ALL_FORMATS, ReportRequest, make_report, run, to_csv, to_json, to_text
from app.export.figure_answer import Answer, explain
from app.export.figure_files import figure_csv, figure_json, figure_text
from app.export.outside.detail import Detail
from app.export.outside.profiles import Profile
from app.models.figure_keys import figures_of, named_key, sums_of_tables
from app.models.over_time import twelve_months
from app.models.periods import Period, parse_month, parse_period
from app.models.store import Store
from app.models.tallies import tally as counted
from app.texts import Text


@click.command(
    cls=Command,
    words=Text("Tæl en periode op.", "Count a period."),
)
@option(
    "--from",
    "first",
    required=True,
    metavar="YYYY-MM[-DD]",
    da="Periodens første måned eller dag.",
    en="The first month or day of the period.",
)
@option(
    "--to",
    "last",
    required=True,
    metavar="YYYY-MM[-DD]",
    da="Periodens sidste måned eller dag.",
    en="The last month or day of the period.",
)
@workplace_option
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    da="Tabeller, JSON (docs/tally-json.md) eller CSV.",
    en="Tables, JSON (docs/tally-json.md) or CSV.",
)
@option(
    "--explain",
    "figure",
    metavar="KEY",
    da="Forklar ét tal, fx visits.zero: hvad det betyder, og rækkerne bag det.",
    en="Explain one figure, such as visits.zero: what it means, and the rows behind it.",
)
@pass_invocation
def tally(
    invocation: Invocation,
    first: str,
    last: str,
    workplaces: tuple[str, ...],
    form: str,
    figure: str | None,
) -> None:
    """Print the figures of a period, or what is behind one of them."""
    period = parse_period(first, last)
    with invocation.open() as context:
        codes = the_codes(context.store, workplaces)
        if figure is not None:
            _print_figure(invocation, _explained(context.store, figure, period, codes), form)
            return
        report = make_report(context.store, period, codes, language=invocation.language)
    if form == "json":
        told = to_json(report.tally, report.closing, report.counted_now, report.covered)
        click.echo(told, nl=False)
    elif form == "csv":
        click.echo(to_csv(report), nl=False)
    else:
        click.echo(to_text(report), nl=False)


def _explained(store: Store, figure: str, period: Period, codes: tuple[str, ...]) -> Answer:
    """Return what a figure is; raise NotFound where the tally of the period has none such."""
    tallied = counted(store, period, codes)
    months = {month.month: month.contacts for month in twelve_months(store, period.last, codes)}
    key = named_key(figure, {**figures_of(tallied), **sums_of_tables(tallied, months)})
    return explain(store, key, period, codes)


def _print_figure(invocation: Invocation, answer: Answer, form: str) -> None:
    if form == "json":
        click.echo(figure_json(answer), nl=False)
    elif form == "csv":
        click.echo(figure_csv(answer), nl=False)
    else:
        click.echo(figure_text(answer, invocation.language), nl=False)


@click.command(
    cls=Command,
    words=Text("Skriv en opgørelse som filer.", "Write a report as files."),
)
@option("--month", metavar="YYYY-MM", da="Måneden.", en="The month.")
@option(
    "--from",
    "first",
    metavar="YYYY-MM[-DD]",
    da="Eller: første måned eller dag.",
    en="Or: the first month or day.",
)
@option(
    "--to",
    "last",
    metavar="YYYY-MM[-DD]",
    da="Og: sidste måned eller dag.",
    en="And: the last month or day.",
)
@workplace_option
@option(
    "--organisation",
    metavar="NAME",
    da="Kun denne organisations arbejdspladser.",
    en="Only the workplaces of this organisation.",
)
@option(
    "--profile",
    type=click.Choice([each.value for each in Profile]),
    default=Profile.INTERNAL.value,
    show_default=True,
    da="Hvem den er til; til andre end projektet selv beskyttes og udgives tallene.",
    en="Whom it is for; for others than the project itself the figures are protected and released.",
)
@option(
    "--format",
    "formats",
    type=click.Choice(list(ALL_FORMATS)),
    multiple=True,
    default=("pdf",),
    show_default=True,
    da="Filtype; kan gives flere gange.",
    en="Kind of file; can be given several times.",
)
@option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    da="Mappen, filerne skrives i.",
    en="The folder to write the files to.",
)
@option(
    "--detail",
    type=click.Choice([each.value for each in Detail]),
    default=Detail.FULL.value,
    show_default=True,
    da="Hvor meget der udgives af profilens tabeller.",
    en="How much of the tables of the profile is released.",
)
@option(
    "--preview",
    is_flag=True,
    da="Vis de beskyttede tabeller uden at udgive eller skrive noget.",
    en="Show the protected tables without releasing or writing anything.",
)
@pass_invocation
def report(
    invocation: Invocation,
    month: str | None,
    first: str | None,
    last: str | None,
    workplaces: tuple[str, ...],
    organisation: str | None,
    profile: str,
    detail: str,
    formats: tuple[str, ...],
    out: Path | None,
    *,
    preview: bool,
) -> None:
    """Write the report of a period and print the paths of its files."""
    period = _period(month, first, last)
    if organisation is not None and workplaces:
        raise Misuse(
            Text(
                "Angiv enten --workplace eller --organisation.",
                "Give --workplace or --organisation.",
            )
        )
    if profile != Profile.INTERNAL:
        wanted = AskedFor(Profile(profile), period, workplaces, organisation, detail)
        report_outside(invocation, wanted, formats, out, preview=preview)
        return
    if detail != Detail.FULL:
        raise Misuse(
            Text(
                "--detail hører til --profile steering og public; en intern opgørelse er hel.",
                "--detail goes with --profile steering and public; an internal report is whole.",
            )
        )
    if out is None or preview:
        raise Misuse(
            Text(
                "En intern opgørelse skal have --out og kan ikke vises med --preview.",
                "An internal report needs --out and has no --preview.",
            )
        )
    with invocation.open() as context:
        if organisation is not None:
            workplaces = organisation_codes(context.store, organisation)
        request = ReportRequest(
            period=period,
            out=out,
            formats=formats,
            workplace_codes=the_codes(context.store, workplaces),
            language=invocation.language,
        )
        for path in run(request, context.store):
            click.echo(path)


def _period(month: str | None, first: str | None, last: str | None) -> Period:
    if month and not first and not last:
        return parse_month(month)
    if first and last and not month:
        return parse_period(first, last)
    raise Misuse(
        Text(
            "Angiv enten --month eller både --from og --to.",
            "Give either --month, or --from and --to.",
        )
    )
