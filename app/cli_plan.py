"""Commands that show the plan and what it is worth: plan, worth."""

from datetime import date, timedelta
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
from app.export.worth_text import Worth
from app.export.worth_text import to_text as worth_text
from app.files import explained_os_errors, write_atomically
from app.models.clock import local_today
from app.models.periods import Period
from app.models.plan_advice import suggestions, unvisited
from app.models.worth import presence_worth
from app.texts import Text

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
        "Vis henvendelser pr. time på hver arbejdsplads, vagt og ugedag, og hvor der længe ikke har"
        " været fremmøde.",
        "Show inquiries per hour at each workplace, shift and weekday, and where nobody has been"
        " for long.",
    ),
)
@option(
    "--from",
    "first",
    metavar="YYYY-MM[-DD]",
    da="Første måned eller dag; uden --from og --to er det de seneste 12 måneder til og med i går.",
    en="The first month or day; without --from and --to it is the last 12 months up to yesterday.",
)
@option(
    "--to",
    "last",
    metavar="YYYY-MM[-DD]",
    da="Sidste måned eller dag.",
    en="The last month or day.",
)
@as_json
@pass_invocation
def worth(invocation: Invocation, first: str | None, last: str | None, form: str) -> None:
    """Print what the presence of a period brought, and what the last half year suggests."""
    today = local_today(invocation.clock)
    period = _last_year(today)
    if first is not None or last is not None:
        period = chosen_period(invocation, first, last)
    with invocation.open() as context:
        store = context.store
        found = Worth(
            project=store.settings.project,
            demo=store.settings.demo,
            period=period,
            figures=presence_worth(store, period),
            suggestions=suggestions(store, today),
            unvisited=unvisited(store, today),
        )
    if form == "json":
        told = worth_object(period, found.figures, found.suggestions, found.unvisited)
        click.echo(to_json(told), nl=False)
        return
    click.echo(worth_text(found, invocation.language), nl=False)


def _last_year(today: date) -> Period:
    """Return the twelve months that end yesterday."""
    is_leap_day = (today.month, today.day) == (2, 29)
    first = date(today.year - 1, 3, 1) if is_leap_day else today.replace(year=today.year - 1)
    return Period(first, today - timedelta(days=1))
