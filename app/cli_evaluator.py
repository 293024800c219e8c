"""The command ``evaluator``: rows for an evaluator in which nobody can be told apart."""

from pathlib import Path

import click

from app.cli_base import Command, Invocation, option, pass_invocation
from app.cli_usage import Misuse
from app.export.evaluator.files import (
    evaluator_data,
    release_of,
    run_evaluator,
    synthetic_pack,
    whole_months,
    write_pack,
)
from app.export.evaluator.summary import summary
from app.models.periods import Period
from app.models.team.coverage import coverage, coverage_words
from app.texts import Text


@click.command(
    cls=Command,
    words=Text(
        "Skriv en pakke til en evaluator: pseudonymiserede rækker, kodebog og risikoark"
        " (docs/evaluator.md).",
        "Write a pack for an evaluator: pseudonymised rows, codebook and risk sheet"
        " (docs/evaluator.md).",
    ),
)
@option(
    "--from",
    "first",
    required=True,
    metavar="YYYY-MM",
    da="Periodens første måned.",
    en="The first month of the period.",
)
@option(
    "--to",
    "last",
    required=True,
    metavar="YYYY-MM",
    da="Periodens sidste måned.",
    en="The last month of the period.",
)
@option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    da="Mappen, pakkens egen mappe skrives i.",
    en="The folder to write the folder of the pack to.",
)
@option(
    "--synthetic",
    is_flag=True,
    da="En syntetisk tvilling: samme kolonner, lavet uden at se på data.",
    en="A synthetic twin: the same columns, made without looking at any data.",
)
@option(
    "--preview",
    is_flag=True,
    da="Skriv kun, hvad der ville komme med; ingen filer.",
    en="Only tell what would come along; no files.",
)
@pass_invocation
def evaluator(
    invocation: Invocation,
    first: str,
    last: str,
    out: Path | None,
    *,
    synthetic: bool,
    preview: bool,
) -> None:
    """Write the pack of a period and print its folder."""
    period = whole_months(first, last)
    if (out is None) != preview or (synthetic and preview):
        raise Misuse(
            Text(
                "Angiv enten --out, eventuelt med --synthetic, eller --preview.",
                "Give either --out, with --synthetic if you like, or --preview.",
            )
        )
    if out is None:
        _tell(invocation, period)
    elif synthetic:
        click.echo(write_pack(synthetic_pack(period), out))
    else:
        with invocation.open() as context:
            folder = run_evaluator(context.store, period, out)
            covered = coverage(context.store, period)
        click.echo(folder)
        if covered is not None and covered.is_lacking:
            invocation.complain(coverage_words(covered))


def _tell(invocation: Invocation, period: Period) -> None:
    with invocation.open() as context:
        data = evaluator_data(context.store, period)
    for line in summary(release_of(data), data.k, data.covered):
        invocation.say(line)
