"""The commands ``project …``: create a project as its lead, show it, take it over."""

import sys
from pathlib import Path

import click

from app import files
from app.cli_base import Command, Group, Invocation, option, pass_invocation
from app.cli_package import export_package, open_package, tell_changes
from app.cli_place import PASSWORD_FILE, USER, place_of
from app.cli_roster import AS_JSON, read_roster_file
from app.errors import UserError
from app.export.json_objects import to_json
from app.export.letters.former_project import find_in_place, take_found_project
from app.export.letters.letter_files import load_file
from app.export.letters.taking_over import take_project_over
from app.export.package_text import kept_words
from app.export.project_sheet import project_sheet
from app.export.team_json import roster_object
from app.models.team.devices import Devices
from app.models.team.fingerprint import words_of
from app.models.team.package_changes import LocalEdits
from app.models.team.packages import Packages
from app.models.team.project import create_project
from app.models.team.refusing import refused_package
from app.models.team.roster import Roster
from app.models.team.rosters import Rosters
from app.models.words import short_date
from app.texts import Text

_LONGEST_CODE = 4096
"""Bytes read of a file with a code; what is longer is no code and is called mistyped."""

_FILE = click.Path(path_type=Path, dir_okay=False)
_NOT_TAKEN_OVER = Text("Projektet blev ikke overtaget.", "The project was not taken over.")
_READ_NOW = Text(
    "Stedet bruges fra nu af. Alle breve, som projektlederen før har fået, læses, når du"
    " synkroniserer (»vejviser sync --once«).",
    "The place is used from now on. All letters that the lead before was sent are read when you"
    " synchronise (“vejviser sync --once”).",
)


@click.group(
    cls=Group,
    words=Text("Et projekt med flere computere.", "A project of several computers."),
)
def project() -> None:
    """Hold the commands about the shared project."""


project.add_command(export_package)
project.add_command(open_package)


@project.command(
    cls=Command,
    words=Text(
        "Opret projektet. Denne datamappe bliver projektlederens.",
        "Create the project. This data folder becomes the lead's.",
    ),
)
@option(
    "--sheet",
    type=_FILE,
    da="Skriv arket med projektets gendannelseskode i denne fil (PDF).",
    en="Write the sheet with the project's recovery code to this file (PDF).",
)
@pass_invocation
def create(invocation: Invocation, sheet: Path | None) -> None:
    """Create the project and print its recovery code."""
    with invocation.open() as context:
        roster, code = create_project(context.store)
    # Said first: where the sheet cannot be written, the code must not be lost.
    invocation.say(
        Text(
            f"Projektet »{roster.project}« er oprettet, og du er projektleder.\n"
            f"Projektets gendannelseskode: {code}\n"
            "Skriv koden ned, og gem den et sikkert sted. Den vises kun denne ene gang.",
            f"The project “{roster.project}” is created, and you are its lead.\n"
            f"Recovery code of the project: {code}\n"
            "Write the code down and keep it in a safe place. It is shown only this once.",
        )
    )
    if sheet is not None:
        content = project_sheet(code, roster.project, roster.project_id, invocation.language)
        with files.explained_os_errors():
            files.write_atomically(sheet, content)
        click.echo(sheet)


@project.command(
    cls=Command,
    words=Text("Vis projektet og projektlederens ti ord.", "Show the project and its lead."),
)
@AS_JSON
@pass_invocation
def show(invocation: Invocation, form: str) -> None:
    """Print what this computer knows about its project."""
    with invocation.open() as context:
        roster = Rosters(context.store).require()
        me = Devices(context.store).current().id
    if form == "json":
        click.echo(to_json(roster_object(roster, me)), nl=False)
    else:
        _tell(invocation, roster)


@project.command(
    cls=Command,
    words=Text(
        "Overtag projektet med dets gendannelseskode. Denne datamappe bliver projektlederens.",
        "Take the project over with its recovery code. This data folder becomes the lead's.",
    ),
)
@click.argument("roster_file", metavar="[ROSTER]", required=False, type=_FILE)
@option(
    "--code-file",
    type=_FILE,
    da="En fil med projektets gendannelseskode; ellers spørges der.",
    en="A file with the project's recovery code; otherwise it is asked for.",
)
@option(
    "--package",
    "package_file",
    type=_FILE,
    da="Den nyeste projektpakke; ellers tages den, der ligger i det fælles sted, ved første"
    " synkronisering.",
    en="The newest project package; otherwise the one in the shared place is taken when synchronising"
    " first.",
)
@option(
    "--from",
    "address",
    metavar="PLACE",
    da="Find projektet i det fælles sted, en mappe eller en WebDAV-adresse (https://…), og brug stedet.",
    en="Find the project in the shared place, a folder or a WebDAV address (https://…), and use it.",
)
@USER
@PASSWORD_FILE
@option(
    "--overwrite",
    is_flag=True,
    da="Lad pakken gælde, også hvor noget er rettet her.",
    en="Let the package count, also where something was changed here.",
)
@pass_invocation
def takeover(
    invocation: Invocation,
    roster_file: Path | None,
    code_file: Path | None,
    package_file: Path | None,
    address: str | None,
    user: str,
    password_file: Path | None,
    *,
    overwrite: bool,
) -> None:
    """Become the lead; ROSTER is the newest roster there is, otherwise the one known here.

    With ``--from`` roster and package are those of the shared place, which is used from now on.
    """
    newest = None if roster_file is None else read_roster_file(roster_file)
    package = None if package_file is None else load_file(package_file, refused=refused_package)
    found = None
    if address is not None:
        if newest is not None or package is not None:
            raise _named_twice()
        found = find_in_place(place_of(invocation, address, user, password_file, _NOT_TAKEN_OVER))
        package = found.package
    code = _code(invocation, code_file)
    with invocation.open() as context:
        try:
            if found is not None:
                roster, changes = take_found_project(
                    context.store, code, found, overwrite=overwrite
                )
            else:
                roster, changes = take_project_over(
                    context.store, code, newest, package, overwrite=overwrite
                )
        except LocalEdits as edits:
            tell_changes(invocation, edits.changes)
            raise
        taken = Packages(context.store).taken()
    invocation.say(
        Text(
            "Du er nu projektleder. Giv alle den nye deltagerliste (»vejviser roster export«).",
            "You are the lead now. Give everybody the new roster (“vejviser roster export”).",
        )
    )
    _tell(invocation, roster)
    if changes is not None:
        tell_changes(invocation, changes)
    else:
        invocation.say(kept_words(taken, given=package is not None))
    if found is not None:
        invocation.say(_READ_NOW)


def _named_twice() -> UserError:
    return UserError(
        _NOT_TAKEN_OVER,
        Text(
            "Med --from hentes deltagerliste og projektpakke i det fælles sted.",
            "With --from, roster and package are those of the shared place.",
        ),
        Text("Angiv stedet eller filerne, ikke begge.", "Name the place or the files, not both."),
    )


def _tell(invocation: Invocation, roster: Roster) -> None:
    lead = roster.lead.card
    invocation.say(
        Text(
            f"Projekt: {roster.project} ({roster.project_id})\n"
            f"Deltagerliste {roster.version} fra {short_date(roster.made_on)},"
            f" {len(roster.counsellors)} vejledere\n"
            f"Projektleder: {lead.name} ({lead.initials})\n"
            f"De ti ord: {' '.join(words_of(lead.fingerprint))}",
            f"Project: {roster.project} ({roster.project_id})\n"
            f"Roster {roster.version} of {short_date(roster.made_on)},"
            f" {len(roster.counsellors)} counsellors\n"
            f"Lead: {lead.name} ({lead.initials})\n"
            f"The ten words: {' '.join(words_of(lead.fingerprint))}",
        )
    )


def _code(invocation: Invocation, code_file: Path | None) -> str:
    if code_file is not None:
        with files.explained_os_errors(reading=True), code_file.open("rb") as file:
            return file.read(_LONGEST_CODE).decode("utf-8", "replace")
    if not sys.stdin.isatty():
        raise UserError(
            _NOT_TAKEN_OVER,
            Text("Her er ingen terminal at taste koden i.", "There is no terminal for the code."),
            Text("Angiv en fil med --code-file.", "Name a file with --code-file."),
        )
    question = Text("Projektets gendannelseskode", "Recovery code of the project")
    return str(click.prompt(question.in_language(invocation.language), err=True))
