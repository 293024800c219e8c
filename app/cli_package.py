"""The commands ``project export`` and ``project open``: the project package, written and taken in."""

from pathlib import Path

import click

from app import files
from app.cli_base import Command, Invocation, option, pass_invocation
from app.cli_usage import Misuse
from app.errors import InvalidInput, Problem, UserError
from app.export.json_objects import to_json
from app.export.letters.letter_files import load_file
from app.export.letters.package_letter import (
    SignedPackage,
    read_package_for,
    read_package_letter,
    waiting_package,
    write_package,
)
from app.export.package_json import changes_object
from app.export.package_text import outlook_lines, package_lines
from app.models import opening
from app.models.store import Store
from app.models.team.fingerprint import require_words
from app.models.team.package_changes import (
    NOT_TAKEN,
    LocalEdits,
    PackageChanges,
    everything_new,
)
from app.models.team.package_making import WithdrawsAll
from app.models.team.package_merging import merge_package, preview_package
from app.models.team.package_outlook import next_package
from app.models.team.refusing import refused_package
from app.models.team.rosters import Rosters
from app.models.types import Profession
from app.texts import Text

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    "export",
    cls=Command,
    words=Text(
        "Skriv projektpakken i en fil, som vejlederne åbner.",
        "Write the project package to a file that the counsellors open.",
    ),
)
@click.argument("file", required=False, type=_FILE)
@option(
    "--dry-run",
    is_flag=True,
    da="Vis kun, hvad den fjerner og bringer siden den sidste.",
    en="Only show what it takes away and brings since the last one.",
)
@option(
    "--anyway",
    is_flag=True,
    da="Skriv den, selv om den fjerner alt af en slags hos alle vejledere.",
    en="Write it though it takes everything of a kind away from all counsellors.",
)
@pass_invocation
def export_package(
    invocation: Invocation, file: Path | None, *, dry_run: bool, anyway: bool
) -> None:
    """Write the package: the lead's of today, elsewhere the one that was opened last."""
    if file is None and not dry_run:
        raise Misuse(Text("Angiv filen, eller --dry-run.", "Give the file, or --dry-run."))
    with invocation.open() as context:
        try:
            if dry_run:
                _show_next(invocation, context.store, anyway=anyway)
            letter = b"" if dry_run else write_package(context.store, anyway=anyway)
        except WithdrawsAll:
            invocation.complain(
                Text(
                    "Er det meningen, så skriv den med --anyway.",
                    "If it is meant, write it with --anyway.",
                )
            )
            raise
    if file is not None and not dry_run:
        with files.explained_os_errors():
            files.write_atomically(file, letter)
        click.echo(file)


def _show_next(invocation: Invocation, store: Store, *, anyway: bool) -> None:
    """Print what the lead's next package does, then refuse as writing it would."""
    invocation.say(Text("Intet er skrevet endnu.", "Nothing has been written yet."))
    outlook = next_package(store)
    for line in outlook_lines(outlook.changes):
        invocation.say(line)
    if outlook.doubt is not None and not anyway:
        raise outlook.doubt


@click.command(
    "open",
    cls=Command,
    words=Text(
        "Åbn en projektpakke; uden fil den, der er kommet ved synkronisering. I en tom datamappe"
        " sættes Vejviser op med den.",
        "Open a project package; without a file the one that came by synchronising. In an empty data"
        " folder, Vejviser is set up with it.",
    ),
)
@click.argument("file", required=False, type=_FILE)
@option("--dry-run", is_flag=True, da="Vis kun, hvad der ville ske.", en="Only show what would be.")
@option(
    "--overwrite",
    is_flag=True,
    da="Lad pakken gælde, også hvor noget er rettet her.",
    en="Let the package count, also where something was changed here.",
)
@option(
    "--words",
    "typed",
    metavar="WORDS",
    da="De ti ord, som projektlederen læste op; kræves første gang.",
    en="The ten words that the lead read aloud; needed the first time.",
)
@option("--counsellor", da="Vejlederens navn, ved opsætning.", en="Your name, when setting up.")
@option(
    "--profession",
    type=click.Choice([profession.value for profession in Profession]),
    default=Profession.OTHER.value,
    da="Vejlederens fag, ved opsætning.",
    en="The counsellor's profession, when setting up.",
)
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/package-json.md).",
    en="Lines or JSON (docs/package-json.md).",
)
@pass_invocation
def open_package(
    invocation: Invocation,
    file: Path | None,
    typed: str | None,
    counsellor: str | None,
    profession: str,
    form: str,
    *,
    dry_run: bool,
    overwrite: bool,
) -> None:
    """Take a package into use, or show what it would change."""
    if file is not None and not opening.exists(invocation.paths):
        signed = read_package_letter(load_file(file, refused=refused_package), None)
        _require_words(signed, typed)
        if dry_run:
            _show(invocation, everything_new(signed.package), form, taken=False)
            return
        store = _set_up(invocation, signed, counsellor, Profession(profession))
        try:
            changes = merge_package(store, signed.package, signed.letter)
        finally:
            store.close()
        _show(invocation, changes, form, taken=True)
        return
    with invocation.open() as context:
        signed = _signed(context.store, file)
        if Rosters(context.store).current() is None or typed is not None:
            _require_words(signed, typed)
        try:
            if dry_run:
                changes = preview_package(context.store, signed.package)
            else:
                changes = merge_package(
                    context.store, signed.package, signed.letter, overwrite=overwrite
                )
        except LocalEdits as edits:
            _show(invocation, edits.changes, form, taken=False)
            raise
    _show(invocation, changes, form, taken=not dry_run)


def _signed(store: Store, file: Path | None) -> SignedPackage:
    if file is None:
        return waiting_package(store)
    return read_package_for(store, load_file(file, refused=refused_package))


def _require_words(signed: SignedPackage, typed: str | None) -> None:
    if typed is None:
        raise UserError(
            NOT_TAKEN,
            Text(
                "Det er den første her, og ingen har bekræftet projektlederens ti ord.",
                "It is the first one here, and nobody has confirmed the lead's ten words.",
            ),
            Text("Ring til projektlederen, og angiv dem med --words.", "Call and give --words."),
        )
    require_words(signed.package.roster.lead.card, typed, refused_package)


def _set_up(
    invocation: Invocation, signed: SignedPackage, name: str | None, profession: Profession
) -> Store:
    """Set up the installation and print its recovery code; return its open store."""
    if name is None or not name.strip():
        missing = Text("Angiv dit navn med --counsellor.", "Give your name with --counsellor.")
        raise InvalidInput(NOT_TAKEN, (Problem("counsellor", missing),))
    store, _, code = opening.create_store(
        invocation.paths,
        invocation.passphrase(new=True),
        project=signed.package.roster.project,
        counsellor=opening.new_counsellor(name, profession),
        clock=invocation.clock,
    )
    # On stderr, so that JSON stays JSON; said first, so that the code is not lost.
    invocation.complain(
        Text(
            f"Projektet er sat op i {invocation.paths.data_dir}.\n"
            f"Gendannelseskode: {code}\n"
            "Skriv koden ned, og gem den et sikkert sted. Den vises kun denne ene gang.",
            f"The project is set up in {invocation.paths.data_dir}.\n"
            f"Recovery code: {code}\n"
            "Write the code down and keep it in a safe place. It is shown only this once.",
        )
    )
    return store


def _show(invocation: Invocation, changes: PackageChanges, form: str, *, taken: bool) -> None:
    if form == "json":
        click.echo(to_json(changes_object(changes, taken=taken)), nl=False)
        return
    if not taken:
        invocation.say(Text("Intet er ændret endnu.", "Nothing has been changed yet."))
    tell_changes(invocation, changes)


def tell_changes(invocation: Invocation, changes: PackageChanges) -> None:
    """Print what a package changes, in lines."""
    for line in package_lines(changes):
        invocation.say(line)
