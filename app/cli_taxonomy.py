"""The commands ``taxonomy …``: the code lists, written to a file and read back changed."""

from pathlib import Path

import click

from app import files
from app.cli_base import Command, Group, Invocation, existing_file, option, pass_invocation
from app.models.taxonomy_editing import (
    LARGEST_FILE,
    change_taxonomy,
    decode_taxonomy,
    encode_taxonomy,
)
from app.texts import Text


@click.group(cls=Group, words=Text("Kodelisten over årsager og råd.", "The code lists."))
def taxonomy() -> None:
    """Hold the commands about the code lists."""


@taxonomy.command(
    "export",
    cls=Command,
    words=Text("Skriv kodelisten i en fil.", "Write the code lists to a file."),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@pass_invocation
def export_taxonomy(invocation: Invocation, file: Path) -> None:
    """Write the code lists with all their dates."""
    with invocation.open() as context:
        content = encode_taxonomy(context.store)
    with files.explained_os_errors():
        files.write_atomically(file, content)
    click.echo(file)


@taxonomy.command(
    "import",
    cls=Command,
    words=Text(
        "Læs en rettet kodeliste. I et fælles projekt gør kun projektlederen det.",
        "Read a changed code list. In a shared project only the lead does so.",
    ),
)
@existing_file("file")
@option("--dry-run", is_flag=True, da="Vis kun, hvad der ville ske.", en="Only show what would be.")
@pass_invocation
def import_taxonomy(invocation: Invocation, file: Path, *, dry_run: bool) -> None:
    """Change the code lists and print what is different."""
    with files.explained_os_errors(reading=True), file.open("rb") as opened:
        data = opened.read(LARGEST_FILE + 1)
    content = decode_taxonomy(data)
    with invocation.open() as context:
        changes = change_taxonomy(context.store, content, dry_run=dry_run)
    if dry_run:
        invocation.say(Text("Prøvekørsel: intet er gemt.", "Dry run: nothing was saved."))
    for change in changes:
        invocation.say(change.text)
    if not changes:
        invocation.say(Text("Der er ingen ændringer.", "There are no changes."))
