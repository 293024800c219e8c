"""A place for letters as it is named on the command line: a folder, or an address with a password."""

import sys
from pathlib import Path

import click

from app.cli_base import Invocation, option
from app.errors import UserError
from app.export.letters.letter_files import load_file
from app.models.team.places import Place, PlaceKind
from app.texts import Text

_LARGEST_PASSWORD_FILE = 4096

USER = option("--user", default="", da="Brugernavn på serveren.", en="User name on the server.")
PASSWORD_FILE = option(
    "--password-file",
    type=click.Path(path_type=Path, dir_okay=False),
    da="En fil med adgangskoden til serveren; ellers spørges der.",
    en="A file with the password for the server; otherwise it is asked for.",
)


def place_of(
    invocation: Invocation, address: str, user: str, password_file: Path | None, what: Text
) -> Place:
    """Return the place of an address; the password is asked for where a user but no file is named.

    ``what`` says what does not happen where nobody can be asked.
    """
    is_address = "://" in address
    return Place(
        kind=PlaceKind.WEBDAV if is_address else PlaceKind.FOLDER,
        address=address if is_address else str(Path(address).absolute()),
        user=user,
        password=_password(invocation, password_file, what) if user else "",
    )


def _password(invocation: Invocation, password_file: Path | None, what: Text) -> str:
    if password_file is not None:
        content = load_file(password_file, _LARGEST_PASSWORD_FILE)
        return content.decode("utf-8-sig", "replace").removesuffix("\n").removesuffix("\r")
    if not sys.stdin.isatty():
        raise UserError(
            what,
            Text("Her er ingen terminal at skrive adgangskoden i.", "There is no terminal for it."),
            Text("Angiv en fil med --password-file.", "Name a file with --password-file."),
        )
    question = Text("Adgangskode til serveren", "Password for the server")
    return str(click.prompt(question.in_language(invocation.language), hide_input=True, err=True))
