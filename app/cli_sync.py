"""The command ``sync``: exchange letters with the place, once or until it is ended.

Its exit code is 0 when the place was reached and nothing was refused, 5 when something that came was
refused, and 1 when the place could not be used (whatever waits is then tried again the next time), or
when this computer does not belong any more: it was revoked, restored, or leads no more.
"""

from contextlib import closing
from threading import Event

import click

from app.cli_base import Command, Invocation, option, pass_invocation
from app.export.delivery.share import open_delivery
from app.export.json_objects import to_json
from app.export.letters.package_letter import SharedPackage
from app.export.sync import sync_once
from app.export.sync_json import report_object
from app.export.sync_report import SyncReport
from app.export.sync_words import report_lines
from app.models.store import Store
from app.models.team.places import Places
from app.models.team.refusing import Refused
from app.models.team.troubles import Trouble
from app.texts import Text

_SECONDS = 60
_STOPPED = 1


@click.command(
    cls=Command,
    words=Text(
        "Hent breve, og send det, der venter. Bliver ved, til du trykker Ctrl+C.",
        "Fetch letters and send what waits. Goes on until you press Ctrl+C.",
    ),
)
@option("--once", is_flag=True, da="Kun én gang.", en="Once only.")
@option(
    "--every",
    "minutes",
    type=click.IntRange(1, 24 * 60),
    default=15,
    show_default=True,
    da="Minutter mellem to gange.",
    en="Minutes between two times.",
)
@option("--json", "as_json", is_flag=True, da="Skriv JSON.", en="Write JSON.")
@pass_invocation
@click.pass_context
def sync(
    ctx: click.Context, invocation: Invocation, *, once: bool, minutes: int, as_json: bool
) -> None:
    """Exchange letters; ``--once`` does not wait for the time of the next try."""
    with invocation.open() as context:
        while True:
            report = _exchange(context.store, everything=once)
            _tell(invocation, report, as_json=as_json)
            # Trying a password again and again would lock the account.
            hopeless = report.error is not None and report.error.trouble is Trouble.PASSWORD
            if once or hopeless or report.standing.stops:
                break
            Event().wait(minutes * _SECONDS)
    ctx.exit(_exit_code(report))


def _exchange(store: Store, *, everything: bool) -> SyncReport:
    with closing(open_delivery(Places(store).require())) as delivery:
        return sync_once(store, delivery, everything=everything, package=SharedPackage())


def _tell(invocation: Invocation, report: SyncReport, *, as_json: bool) -> None:
    if as_json:
        click.echo(to_json(report_object(report)), nl=False)
    else:
        for line in report_lines(report):
            invocation.say(line)
    if report.error is not None:
        error = report.error
        for text in (error.what, error.why, error.next_step):
            invocation.complain(text)


def _exit_code(report: SyncReport) -> int:
    if report.error is not None:
        return report.error.exit_code
    if report.standing.needs_attention:
        return _STOPPED
    return Refused.exit_code if report.anything_refused else 0
