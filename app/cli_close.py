"""The command ``close``: freeze the figures of a month, restate them, and see where months stand."""

from collections.abc import Sequence
from datetime import timedelta

import click

from app.cli_base import NOTHING_FOUND, Command, Invocation, option, pass_invocation
from app.cli_planning import fields_line
from app.cli_usage import Misuse
from app.export import make_report
from app.export.close_json import month_object
from app.export.closing import Closing
from app.export.json_objects import to_json
from app.models.close_words import (
    SENT,
    STATES,
    changed_words,
    check_words,
    closed_words,
    release_words,
)
from app.models.month_checks import Check, CheckList, open_months
from app.models.month_closing import NotReady, close_month, restate_month, undo_close
from app.models.month_state import MonthState, State, all_months, month_state
from app.models.periods import Period, parse_month
from app.models.store import Store
from app.texts import Language, Text

FORMAT = "vejviser-close/1"


@click.command(
    "close",
    cls=Command,
    words=Text(
        "Luk en måned: dens tal fryses, og senere rettelser ændrer dem ikke.",
        "Close a month: its figures are frozen, and later corrections do not change them.",
    ),
)
@option("--month", metavar="YYYY-MM", da="Måneden.", en="The month.")
@option(
    "--through",
    metavar="YYYY-MM",
    da="Luk alle åbne måneder til og med denne, den ældste først.",
    en="Close all open months up to this one, the oldest first.",
)
@option("--list", "listing", is_flag=True, da="Vis alle måneder.", en="Show all months.")
@option(
    "--anyway",
    is_flag=True,
    da="Luk, selv om tjeklisten ikke er tom.",
    en="Close though the check list is not clear.",
)
@option(
    "--restate",
    is_flag=True,
    da="Ret de lukkede tal, så de følger data nu; de gamle gemmes.",
    en="Restate the closed figures as the data are now; the old ones are kept.",
)
@option(
    "--reason",
    metavar="TEXT",
    da="Hvorfor de rettes; det trykkes kun i interne opgørelser. Ingen navne.",
    en="Why they are restated; it is printed in internal reports only. No names.",
)
@option(
    "--undo",
    is_flag=True,
    da="Fortryd lukningen, eller den seneste rettelse af den, så længe intet er udgivet.",
    en="Take the close back, or its last restatement, as long as nothing was released.",
)
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/close-json.md).",
    en="Lines or JSON (docs/close-json.md).",
)
@pass_invocation
def close(
    invocation: Invocation,
    month: str | None,
    through: str | None,
    listing: bool,
    anyway: bool,
    restate: bool,
    reason: str | None,
    undo: bool,
    form: str,
) -> None:
    """Close or restate a month, or list where the months stand."""
    _refuse_misuse(
        month, through, reason, listing=listing, anyway=anyway, restate=restate, undo=undo
    )
    with invocation.open() as context:
        store = context.store
        if through is not None:
            _close_through(invocation, store, parse_month(through), form, anyway=anyway)
            return
        if month is None:
            _list(invocation, store, form)
            return
        period = parse_month(month)
        try:
            if undo:
                undo_close(store, period)
            elif restate:
                restate_month(store, period, reason or "")
            else:
                close_month(store, period, anyway=anyway)
        except NotReady as error:
            _tell_findings(invocation, store, error.checks, form)
            raise
        _tell(invocation, store, month_state(store, period), form)


def _refuse_misuse(
    month: str | None,
    through: str | None,
    reason: str | None,
    *,
    listing: bool,
    anyway: bool,
    restate: bool,
    undo: bool,
) -> None:
    if (month is not None) + (through is not None) + listing != 1:
        raise Misuse(
            Text(
                "Angiv én af --month, --through og --list.",
                "Give one of --month, --through and --list.",
            )
        )
    if through is not None and (restate or undo or reason is not None):
        raise Misuse(
            Text(
                "--through står alene eller med --anyway og --format.",
                "--through stands alone or with --anyway and --format.",
            )
        )
    if listing and (anyway or restate or undo or reason is not None):
        raise Misuse(
            Text("--list står alene eller med --format.", "--list stands alone or with --format.")
        )
    if restate != (reason is not None) or anyway + restate + undo > 1:
        raise Misuse(
            Text(
                "Vælg én af --anyway, --undo og --restate; --restate skal have --reason med.",
                "Choose one of --anyway, --undo and --restate; --restate needs --reason.",
            )
        )


def _close_through(
    invocation: Invocation, store: Store, last: Period, form: str, *, anyway: bool
) -> None:
    """Close every open month up to ``last``; what was closed before one that is not ready stays so."""
    months = list(open_months(store, last.last + timedelta(days=1)))
    if last not in months and store.month_closes.current(f"{last.first:%Y-%m}") is None:
        months.append(last)  # nothing was registered in it
    states = []
    try:
        for month in months:
            close_month(store, month, anyway=anyway)
            states.append(month_state(store, month))
    except NotReady as error:
        states.append(month_state(store, error.checks.month))
        _tell_months(invocation, store, states, form)
        if form != "json":
            _tell_findings(invocation, store, error.checks, form)
        raise
    _tell_months(invocation, store, states, form)
    if not states:
        invocation.complain(NOTHING_FOUND)


def _list(invocation: Invocation, store: Store, form: str) -> None:
    _tell_months(invocation, store, [month_state(store, one) for one in all_months(store)], form)


def _tell_months(
    invocation: Invocation, store: Store, states: Sequence[MonthState], form: str
) -> None:
    language = invocation.language
    told = [(state, _closing(store, state, language)) for state in states]
    if form == "json":
        months = [month_object(state, closing) for state, closing in told]
        click.echo(to_json({"format": FORMAT, "months": months}), nl=False)
        return
    for state, closing in told:
        click.echo(_line(state, closing, language))


def _tell(invocation: Invocation, store: Store, state: MonthState, form: str) -> None:
    closing = _closing(store, state, invocation.language)
    if form == "json":
        click.echo(to_json({"format": FORMAT, "months": [month_object(state, closing)]}), nl=False)
    else:
        click.echo(_line(state, closing, invocation.language))


def _tell_findings(invocation: Invocation, store: Store, checks: CheckList, form: str) -> None:
    """Print what was found with its ids; the message on stderr says what it means."""
    if form == "json":
        _tell(invocation, store, month_state(store, checks.month), form)
        return
    for check in Check:
        findings = checks.of(check)
        if findings and check is not Check.NOT_OVER:
            invocation.say(check_words(check, len(findings)))
            for finding in findings:
                words = finding.text.in_language(invocation.language)
                click.echo(f"  {fields_line(finding.ref, words)}")


def _closing(store: Store, state: MonthState, language: Language) -> Closing | None:
    """Return what the data would now give for a closed month."""
    if not state.is_closed:
        return None
    return make_report(store, state.month, language=language).closing


def _line(state: MonthState, closing: Closing | None, language: Language) -> str:
    """Return a month as one line: its name, its state, and for a closed one who and what since."""
    return fields_line(
        f"{state.month.first:%Y-%m}",
        *(text.in_language(language) for text in _words(state, closing)),
    )


def _words(state: MonthState, closing: Closing | None) -> Sequence[Text]:
    if not state.is_closed:
        return (STATES[state.state],)
    told = [closed_words(state.revisions[-1], state.initials[-1])]
    if state.state is State.CORRECTED:
        changed = closing.changed if closing else ()
        told.append(changed_words(len(changed)) if changed else STATES[State.CORRECTED])
    if state.released:
        told.append(release_words(state.released))
    if state.is_sent:
        told.append(SENT)
    return told
