"""Commands that fill and keep the store: init, import, check, backup, restore."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click

from app import log
from app.cli_base import Command, Group, Invocation, existing_file, option, pass_invocation
from app.export.import_json import import_object
from app.export.json_objects import to_json
from app.models import backup as backups
from app.models import import_told, keys, opening
from app.models.checks import check_store
from app.models.csv_reading import read_file
from app.models.importing import (
    ImportReport,
    RowsRejected,
    import_closing_days,
    import_inquiries,
    import_rules,
    import_workplaces,
)
from app.models.team.rosters import Rosters
from app.models.team.standing import standing_of, standing_words
from app.models.types import Profession
from app.texts import Text

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command(
    cls=Command,
    words=Text("Opret et nyt projekt i datamappen.", "Set up a new project in the data folder."),
)
@option("--project", required=True, da="Projektets navn.", en="The name of the project.")
@option("--counsellor", required=True, da="Vejlederens navn.", en="The counsellor's name.")
@option(
    "--profession",
    type=click.Choice([profession.value for profession in Profession]),
    default=Profession.OTHER.value,
    da="Vejlederens fag.",
    en="The counsellor's profession.",
)
@pass_invocation
def init(invocation: Invocation, project: str, counsellor: str, profession: str) -> None:
    """Set up the installation and print the recovery code."""
    opening.require_nothing_there(invocation.paths)  # nobody thinks of a passphrase in vain
    store, _, code = opening.create_store(
        invocation.paths,
        invocation.passphrase(new=True),
        project=project,
        counsellor=opening.new_counsellor(counsellor, Profession(profession)),
        clock=invocation.clock,
    )
    store.close()
    invocation.say(
        Text(
            f"Projektet er oprettet i {invocation.paths.data_dir}.\n"
            f"Gendannelseskode: {code}\n"
            "Skriv koden ned, og gem den et sikkert sted. Den vises kun denne ene gang.",
            f"The project is set up in {invocation.paths.data_dir}.\n"
            f"Recovery code: {code}\n"
            "Write the code down and keep it in a safe place. It is shown only this once.",
        )
    )


@click.group(
    "import",
    cls=Group,
    words=Text("Importér en CSV-fil.", "Import a CSV file."),
)
def import_() -> None:
    """Import a registration that already exists."""


def _import_command(name: str, words: Text, run: Callable[..., ImportReport]) -> None:
    @import_.command(name, words=words)
    @existing_file("file")
    @option(
        "--dry-run",
        is_flag=True,
        da="Vis kun, hvad der ville ske.",
        en="Only show what would happen.",
    )
    @option(
        "--skip-bad-rows",
        is_flag=True,
        da="Importér resten, selv om nogle rækker afvises.",
        en="Import the rest even though some rows are refused.",
    )
    @option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        da="Linjer eller JSON (docs/import.md).",
        en="Lines or JSON (docs/import.md).",
    )
    @pass_invocation
    def command(
        invocation: Invocation, file: Path, form: str, *, dry_run: bool, skip_bad_rows: bool
    ) -> None:
        data = read_file(file)
        with invocation.open() as context:
            report = run(context.store, data, dry_run=dry_run, skip_bad_rows=skip_bad_rows)
            log.logger("import").info(
                "imported %d rows, updated %d, refused %d",
                report.added,
                report.updated,
                len(report.rejected_rows),
            )
        if form == "json":
            told = import_object(report, invocation.language, dry_run=dry_run)
            click.echo(to_json(told), nl=False)
        else:
            _tell_import(invocation, report, dry_run=dry_run, skip_bad_rows=skip_bad_rows)
        if report.rejected and not skip_bad_rows:
            raise RowsRejected(report)
        for problem in report.rejected:
            invocation.complain(problem.text)


def _tell_import(
    invocation: Invocation, report: ImportReport, *, dry_run: bool, skip_bad_rows: bool
) -> None:
    """Print what an import would do, or what it did."""
    if dry_run:
        invocation.say(Text("Prøvekørsel: intet er gemt.", "Dry run: nothing was saved."))
        lines = import_told.foreseen(report, skip_bad_rows=skip_bad_rows)
    else:
        lines = import_told.done(report)
    for line in (*lines, *import_told.besides(report), *report.notices):
        invocation.say(line)


_import_command(
    "workplaces",
    Text("Importér arbejdspladser.", "Import workplaces."),
    import_workplaces,
)
_import_command(
    "inquiries",
    Text("Importér henvendelser.", "Import inquiries."),
    import_inquiries,
)
_import_command(
    "rules",
    Text("Importér fremmøderegler.", "Import presence rules."),
    import_rules,
)
_import_command(
    "closing-days",
    Text("Importér lukkedage.", "Import closing days."),
    import_closing_days,
)


@click.command(
    cls=Command,
    words=Text(
        "Se efter, om database, nøglefil og kodeliste er i orden.",
        "Check whether database, key file and code list are sound.",
    ),
)
@pass_invocation
def check(invocation: Invocation) -> None:
    """Check integrity and print counts."""
    with invocation.open() as context:
        result = check_store(context.store, context.key, context.paths)
    for line in result.lines:
        invocation.say(line)
    result.raise_if_damaged()


@click.command(
    cls=Command,
    words=Text("Lav en krypteret sikkerhedskopi.", "Make an encrypted backup."),
)
@option(
    "--out",
    type=_FOLDER,
    da="Mappen til kopien; ellers mappen backups ved siden af data.",
    en="The folder for the backup; otherwise the folder backups beside the data.",
)
@pass_invocation
def backup(invocation: Invocation, out: Path | None) -> None:
    """Back the store up, read the copy back and thin the older ones."""
    with invocation.open() as context:
        made = backups.make_backup(
            context.store.database,
            context.key,
            out or context.paths.backups,
            context.paths.envelope,
            invocation.clock(),
        )
    invocation.say(
        Text(
            f"Sikkerhedskopien er lavet og læst igen: {made.database}",
            f"The backup is made and was read back: {made.database}",
        )
    )


@click.command(
    cls=Command,
    words=Text(
        "Gendan fra en sikkerhedskopi; de nuværende data gemmes ved siden af.",
        "Restore from a backup; the present data are kept alongside.",
    ),
)
@existing_file("file")
@pass_invocation
def restore(invocation: Invocation, file: Path) -> None:
    """Put a backup in the place of the store; the passphrase is the one of the backup."""
    chosen = backups.backup_at(file)
    envelope = keys.read_envelope(chosen.envelope)
    key = keys.open_with_passphrase(envelope, invocation.passphrase())
    aside = backups.restore(chosen, invocation.paths, key, invocation.clock())
    invocation.say(Text("Data er gendannet.", "The data are restored."))
    if aside is not None:
        invocation.say(
            Text(f"De tidligere data ligger i {aside}", f"The data from before are in {aside}")
        )
    with closing(opening.open_with_key(invocation.paths, key, clock=invocation.clock)) as store:
        roster = Rosters(store).current()
        said = None if roster is None else standing_words(standing_of(store, roster))
    if said is not None:
        invocation.say(said)
