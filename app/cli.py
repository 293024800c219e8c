"""The command line: ``vejviser [--data-dir DIR] [--passphrase-file FILE] COMMAND``.

Without a command it opens the window, which must not wait: the other commands are loaded only when
one is called for, and Qt, pandas and reportlab only by those that need them.
"""

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from app import __version__
from app.cli_base import Invocation, MainGroup, Option, option, pass_invocation
from app.cli_usage import VERSION
from app.models.settings import DeviceSettings
from app.paths import Paths
from app.texts import LANGUAGES, Text
from app.window import open_window


class Program(MainGroup):
    """All commands, most of them in modules that the window does without."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        if cmd_name not in self.commands:
            self._load()
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        self._load()
        return super().list_commands(ctx)

    def _load(self) -> None:
        from app.cli_access import people_log
        from app.cli_activities import activities
        from app.cli_bundle import bundle
        from app.cli_card import card
        from app.cli_cards import cards
        from app.cli_close import close
        from app.cli_consent import consent
        from app.cli_data import backup, check, import_, init, restore
        from app.cli_delivery import delivery
        from app.cli_demo import demo, self_test
        from app.cli_disclosure import attack, check_release
        from app.cli_evaluator import evaluator
        from app.cli_figures import report, tally
        from app.cli_followups import followups
        from app.cli_inquiries import inquiries
        from app.cli_lead import lead
        from app.cli_offers import offers
        from app.cli_people import people
        from app.cli_plan import plan, worth
        from app.cli_project import project
        from app.cli_referrals import referrals
        from app.cli_release import release
        from app.cli_retention import retention
        from app.cli_roster import roster
        from app.cli_rules import rules
        from app.cli_sync import sync
        from app.cli_taxonomy import taxonomy
        from app.cli_visits import visits

        for command in (
            *(init, import_, tally, report, close, demo, check, backup, restore, self_test),
            *(plan, visits, rules, activities, worth, cards),
            *(inquiries, people, followups, referrals, offers, retention, evaluator),
            *(release, check_release, attack),
            *(taxonomy, project, card, roster, lead, bundle, delivery, sync),
        ):
            self.add_command(command)
        people.add_command(people_log)
        people.add_command(consent)


@click.group(
    "vejviser",
    cls=Program,
    invoke_without_command=True,
    words=Text(
        "Registrering og opgørelser for opsøgende vejledere. Uden kommando åbnes vinduet."
        " Vejleder og projektleder på samme computer har hver sin datamappe, nævnt med --data-dir:"
        " vinduet opretter »<mappe>-projektleder« under Deling.",
        "Registration and tallies for outreach counsellors. Without a command it opens the window."
        " A counsellor and a project lead on one computer have a data folder each, named with"
        " --data-dir: the window sets up “<folder>-projektleder” on the page Sharing.",
    ),
)
@option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=False),
    da="Mappen med data; ellers den, som »vejviser paths« viser.",
    en="The folder with the data; otherwise the one that “vejviser paths” shows.",
)
@option(
    "--passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    da="En fil med adgangssætningen; ellers spørges der.",
    en="A file with the passphrase; otherwise it is asked for.",
)
@option(
    "--language",
    type=click.Choice(LANGUAGES),
    is_eager=True,
    da="Sproget i meddelelser og opgørelser.",
    en="The language of messages and reports.",
)
@click.version_option(__version__, prog_name="vejviser", cls=Option, words=VERSION)
@click.pass_context
def cli(
    ctx: click.Context, data_dir: Path | None, passphrase_file: Path | None, language: Any
) -> None:
    """Compose what every command works on."""
    paths = Paths.default() if data_dir is None else Paths(data_dir)
    chosen = language or DeviceSettings(paths.device_settings).language
    ctx.obj = Invocation(paths, passphrase_file, chosen)
    if ctx.invoked_subcommand is None:
        ctx.exit(_open_window(ctx.obj))


@cli.command("gui", words=Text("Åbn vinduet.", "Open the window."))
@option("--demo", is_flag=True, da="Vis demoprojektet.", en="Show the demo project.")
@pass_invocation
@click.pass_context
def gui(ctx: click.Context, invocation: Invocation, *, demo: bool) -> None:
    """Open the window on the installation, or on the demo project."""
    ctx.exit(_open_window(invocation, demo=demo))


@cli.command("paths", words=Text("Vis, hvor data ligger.", "Show where the data lie."))
@pass_invocation
def show_paths(invocation: Invocation) -> None:
    """Print the files and folders of the installation."""
    paths = invocation.paths
    for label, path in (
        (Text("Mappe", "Folder"), paths.data_dir),
        (Text("Database", "Database"), paths.database),
        (Text("Nøglefil", "Key file"), paths.envelope),
        (Text("Sikkerhedskopier", "Backups"), paths.backups),
        (Text("Videnskort", "Knowledge cards"), paths.cards),
        (Text("Log", "Log"), paths.logs),
        (Text("Denne computer", "This computer"), paths.device_settings),
    ):
        click.echo(f"{label.in_language(invocation.language):<18}{path}")


def _open_window(invocation: Invocation, *, demo: bool = False) -> int:
    paths = invocation.paths
    if demo and paths == Paths.default():
        # The demo project never lies in the folder of real data.
        paths = Paths(paths.data_dir / "demo")
    return open_window(paths, demo=demo)


def main() -> None:
    """Run the command line; the exit code is explained in :mod:`app.cli_base`."""
    for stream in (sys.stdout, sys.stderr):
        # Windows gives a pipe its own old code page, in which not every word can be written.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    cli.main(prog_name="vejviser")
