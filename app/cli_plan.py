"""Commands that show the plan and what it is worth: plan, worth."""

from datetime import timedelta
from pathlib import Path

import click

from app.cli_base import Command, Invocation, option, pass_invocation
from app.cli_planning import (
    as_json,
    chosen_period,
    counsellor_option,
    period_options,
    the_codes,
    the_initials,
    workplace_option,
)
from app.cli_usage import Misuse
from app.export.json_objects import to_json, worth_object
from app.export.plan_files import PLAN_FORMATS, render_plan
from app.export.plan_table import PlanRequest
from app.files import explained_os_errors, write_atomically
from app.models.clock import local_today
from app.models.periods import Period
from app.models.plan_advice import Suggestion, suggestions
from app.models.plan_words import SHORT_WEEKDAYS
from app.models.types import Shift
from app.models.words import SHIFTS
from app.models.worth import PresenceWorth, presence_worth
from app.texts import Language, Text

_ON_THE_BOARD = timedelta(weeks=8)
"""How far ahead a notice board reaches that nobody chose a period for."""
_TO_FILES_ONLY = ("pdf", "xlsx")


@click.command(
    cls=Command,
    words=Text(
        "Vis Fremmødeplanen, som den er nu, eller skriv den som en fil. PDF for én arbejdsplads er"
        " dens opslag, uden periode de næste otte uger.",
        "Show the presence plan as it is now, or write it as a file. A PDF of one workplace is its"
        " notice board, without a period that of the next eight weeks.",
    ),
)
@period_options
@workplace_option
@counsellor_option
@option(
    "--format",
    "form",
    type=click.Choice(list(PLAN_FORMATS)),
    default="text",
    show_default=True,
    da="Filtype. JSON er beskrevet i docs/plan-json.md.",
    en="Kind of file. JSON is described in docs/plan-json.md.",
)
@option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    da="Filen, der skrives; ellers skrives planen her. PDF og Excel skal have en fil.",
    en="The file to write; otherwise the plan is printed here. PDF and Excel need a file.",
)
@pass_invocation
def plan(
    invocation: Invocation,
    first: str | None,
    last: str | None,
    workplaces: tuple[str, ...],
    counsellors: tuple[str, ...],
    form: str,
    out: Path | None,
) -> None:
    """Print the plan of a period, or write it to a file and print its path."""
    if out is None and form in _TO_FILES_ONLY:
        raise Misuse(
            Text(f"--format {form} skal have --out FIL.", f"--format {form} needs --out FILE.")
        )
    period = chosen_period(invocation, first, last)
    with invocation.open() as context:
        store = context.store
        codes = the_codes(store, workplaces)
        if form == "pdf" and len(codes) == 1 and first is None and last is None:
            today = local_today(invocation.clock)
            period = Period(today, today + _ON_THE_BOARD)
        request = PlanRequest(
            first=period.first,
            last=period.last,
            formats=(form,),
            out=Path() if out is None else out.parent,
            workplace_codes=codes,
            counsellors=the_initials(store, counsellors),
            language=invocation.language,
        )
        content = render_plan(request, store, form)
    if out is None:
        click.echo(content, nl=False)
        return
    with explained_os_errors():
        out.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(out, content)
    click.echo(out)


@click.command(
    cls=Command,
    words=Text(
        "Vis henvendelser pr. time på hver arbejdsplads, vagt og ugedag.",
        "Show contacts per hour at each workplace, shift and weekday.",
    ),
)
@period_options
@as_json
@pass_invocation
def worth(invocation: Invocation, first: str | None, last: str | None, form: str) -> None:
    """Print what the presence of a period brought, and what the last half year suggests."""
    period = chosen_period(invocation, first, last)
    with invocation.open() as context:
        figures = presence_worth(context.store, period)
        advice = suggestions(context.store, local_today(invocation.clock))
    if form == "json":
        click.echo(to_json(worth_object(period, figures, advice)), nl=False)
        return
    for line in _worth_lines(figures, advice, invocation.language):
        click.echo(line)


_HEADS = (
    Text("arbejdsplads", "workplace"),
    Text("ugedag", "weekday"),
    Text("vagt", "shift"),
    Text("fremmøder", "visits"),
    Text("uden", "zero"),
    Text("minutter", "minutes"),
    Text("henvendelser", "contacts"),
    Text("pr. 100 timer", "per 100 hours"),
    Text("95 %", "95%"),
)
_NUMBERS_FROM = 3
_NO_VISITS = Text(
    "Der er ingen holdte fremmøder i perioden.", "There are no held visits in the period."
)


def _worth_lines(
    figures: tuple[PresenceWorth, ...], advice: tuple[Suggestion, ...], language: Language
) -> list[str]:
    told = [_advice_line(one, language) for one in advice]
    if not figures:
        return [_NO_VISITS.in_language(language), *told]
    rows = [[head.in_language(language) for head in _HEADS]]
    rows += [_worth_cells(one, language) for one in figures]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if at >= _NUMBERS_FROM else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells))
    return [*lines, *told]


def _worth_cells(one: PresenceWorth, language: Language) -> list[str]:
    limits = "" if one.low is None or one.high is None else f"{one.low}–{one.high}"
    counts = (one.visits, one.zero_visits, one.minutes, one.contacts, one.per_100_hours)
    return [
        one.code,
        SHORT_WEEKDAYS[one.weekday - 1].in_language(language),
        _shift(one.shift, language),
        *(str(count) for count in counts),
        limits,
    ]


def _advice_line(one: Suggestion, language: Language) -> str:
    weekday = SHORT_WEEKDAYS[one.weekday - 1].in_language(language)
    where = " ".join(part for part in (weekday, _shift(one.shift, language)) if part)
    return f"{one.workplace}, {where}: {one.text.in_language(language)}"


def _shift(shift: Shift, language: Language) -> str:
    return SHIFTS[shift].in_language(language).lower() if shift else ""
