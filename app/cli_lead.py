"""The commands ``lead …``: what the lead has received, and everything that is counted of it."""

from pathlib import Path

import click
import msgspec

from app.cli_base import Command, Group, Invocation, option, pass_invocation
from app.cli_close import close
from app.cli_evaluator import evaluator
from app.cli_figures import report, tally
from app.export.cube import CubeFormat, write_cube
from app.export.cube_words import WARNING
from app.export.status_grid import grid_lines, legend_lines
from app.models.periods import parse_period
from app.models.team.coverage import coverage, coverage_words
from app.models.team.lead_status import LeadStatus, lead_status, reported_months
from app.models.team.senders import expected_senders
from app.texts import Language, Text


@click.group(
    "lead",
    cls=Group,
    words=Text(
        "Projektlederens tal: hvem har sendt hvad, og opgørelser over alle vejledere.",
        "The lead's figures: who has sent what, and reports over all counsellors.",
    ),
)
def lead() -> None:
    """Hold the lead's commands together."""


@lead.command(
    "status",
    words=Text(
        "Vis, hvem der har sendt hvilke måneder, og hvad der mangler.",
        "Show who has sent which months, and what is missing.",
    ),
)
@option("--json", "as_json", is_flag=True, da="Skriv JSON.", en="Write JSON.")
@pass_invocation
def status(invocation: Invocation, *, as_json: bool) -> None:
    """Print the grid of laptops and months."""
    with invocation.open() as context:
        found = lead_status(
            context.store, reported_months(context.store), expected_senders(context.store)
        )
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(found)).decode())
    else:
        _print(found, invocation.language)


@lead.command(
    "cube",
    cls=Command,
    words=Text(
        "Skriv alle tal til en database (DuckDB, PostgreSQL …): UBESKYTTET, kun internt"
        " (docs/cube.md).",
        "Write all figures for a database (DuckDB, PostgreSQL …): UNPROTECTED, internal only"
        " (docs/cube.md).",
    ),
)
@option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    da="Mappen, kubens egen mappe skrives i.",
    en="The folder to write the folder of the cube to.",
)
@option(
    "--format",
    "form",
    type=click.Choice([each.value for each in CubeFormat]),
    default=CubeFormat.CSV.value,
    show_default=True,
    da="CSV, eller Parquet, hvor pyarrow er installeret.",
    en="CSV, or Parquet where pyarrow is installed.",
)
@option(
    "--from",
    "first",
    metavar="YYYY-MM",
    da="Første måned; ellers den første, der er sendt.",
    en="The first month; else the first that was sent.",
)
@option(
    "--to",
    "last",
    metavar="YYYY-MM",
    da="Sidste måned; ellers den sidste, der er slut.",
    en="The last month; else the last that is over.",
)
@pass_invocation
def cube(invocation: Invocation, out: Path, form: str, first: str | None, last: str | None) -> None:
    """Write the cube and print its folder; the warning goes to standard error."""
    with invocation.open() as context:
        months = reported_months(context.store)
        period = parse_period(
            first or f"{months[0].first:%Y-%m}", last or f"{months[-1].last:%Y-%m}"
        )
        folder = write_cube(context.store, period, out, CubeFormat(form))
        covered = coverage(context.store, period)
    click.echo(folder)
    invocation.complain(WARNING)
    if covered is not None and covered.is_lacking:
        invocation.complain(coverage_words(covered))


def _print(found: LeadStatus, language: Language) -> None:
    words = Text(
        f"Henvendelser: {found.contacts}. Personer: {found.persons}, heraf kendt på flere computere:"
        f" {found.shared}.",
        f"Inquiries: {found.contacts}. Persons: {found.persons}, known on several computers:"
        f" {found.shared}.",
    )
    click.echo(words.in_language(language))
    for line in (*grid_lines(found, language), *legend_lines(found, language)):
        click.echo(line)
    for row in found.laptops:
        who = row.called
        if row.forked:
            told = Text(
                f"afvist som modstridende: {row.forked}", f"refused as forked: {row.forked}"
            )
            click.echo(f"{who}: {told.in_language(language)}")
        if row.gaps:
            listed = ", ".join(map(str, row.gaps))
            told = Text(
                f"breve, der ikke er kommet, mindst {len(row.gaps)} (nr. {listed})",
                f"letters that never came, at least {len(row.gaps)} (no. {listed})",
            )
            click.echo(f"{who}: {told.in_language(language)}")


for _command in (tally, report, close, evaluator):
    lead.add_command(_command)
