"""The commands ``delivery …``: where letters are left and fetched."""

import sys
from contextlib import closing
from pathlib import Path

import click

from app.cli_base import Command, Group, Invocation, option, pass_invocation
from app.errors import UserError
from app.export.delivery.share import check_share, open_delivery, prepare_share
from app.export.json_objects import to_json
from app.export.letters.letter_files import load_file
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.places import Place, PlaceKind, Places, require_sound
from app.models.team.project import is_lead
from app.models.team.rosters import Rosters
from app.models.team.troubles import trouble_words
from app.texts import Text

_LARGEST_PASSWORD_FILE = 4096


@click.group(
    cls=Group,
    words=Text("Stedet, hvor breve lægges og hentes.", "Where letters are left and fetched."),
)
def delivery() -> None:
    """Hold the commands about the place."""


@delivery.command(
    "set",
    cls=Command,
    words=Text(
        "Vælg stedet: en mappe eller en WebDAV-adresse (https://…). Projektlederen gør det klar.",
        "Choose the place: a folder or a WebDAV address (https://…). The lead's makes it ready.",
    ),
)
@click.argument("address")
@option("--user", default="", da="Brugernavn på serveren.", en="User name on the server.")
@option(
    "--password-file",
    type=click.Path(path_type=Path, dir_okay=False),
    da="En fil med adgangskoden til serveren; ellers spørges der.",
    en="A file with the password for the server; otherwise it is asked for.",
)
@pass_invocation
def set_place(invocation: Invocation, address: str, user: str, password_file: Path | None) -> None:
    """Use the place from now on, after it answered as this project's."""
    is_address = "://" in address
    place = Place(
        kind=PlaceKind.WEBDAV if is_address else PlaceKind.FOLDER,
        address=address if is_address else str(Path(address).absolute()),
        user=user,
        password=_password(invocation, password_file) if user else "",
    )
    with invocation.open() as context:
        places = Places(context.store)
        require_sound(place)
        # Where it does not answer, the place from before stays.
        is_new = _prepared(context.store, place)
        with context.store.atomic():
            places.set(place)
            if is_new:
                # Nobody can have sent anything there before.
                places.note_archive(Devices(context.store).current().id)
        _tell(invocation, places.require())


@delivery.command(
    cls=Command, words=Text("Vis stedet, uden adgangskode.", "Show the place, without password.")
)
@option("--json", "as_json", is_flag=True, da="Skriv JSON.", en="Write JSON.")
@pass_invocation
def show(invocation: Invocation, *, as_json: bool) -> None:
    """Print the place and how the last try went."""
    with invocation.open() as context:
        place = Places(context.store).require()
    if as_json:
        document = {
            "format": "vejviser-delivery/1",
            "kind": place.kind.value,
            "address": place.address,
            "user": place.user,
            "reached_at": place.reached_at or None,
            "trouble": place.trouble and place.trouble.value,
        }
        click.echo(to_json(document), nl=False)
    else:
        _tell(invocation, place)


@delivery.command(
    cls=Command,
    words=Text("Prøv stedet uden at sende noget.", "Try the place without sending anything."),
)
@pass_invocation
def test(invocation: Invocation) -> None:
    """Say that the place answers, or why it does not."""
    with invocation.open() as context:
        place = Places(context.store).require()
        project = Rosters(context.store).require().project_id
        with closing(open_delivery(place)) as opened:
            check_share(opened, project)
    invocation.say(Text("Stedet svarer.", "The place answers."))


@delivery.command(
    cls=Command,
    words=Text(
        "Brug ikke noget sted mere. Breve venter, eller sendes i hånden.",
        "Use no place any more. Letters wait, or are sent by hand.",
    ),
)
@pass_invocation
def forget(invocation: Invocation) -> None:
    """Forget the place and its password."""
    with invocation.open() as context:
        Places(context.store).forget()
    invocation.say(Text("Stedet er glemt.", "The place is forgotten."))


def _prepared(store: Store, place: Place) -> bool:
    """Let the place answer; the lead's installation makes it the project's, and tells if it did."""
    roster = Rosters(store).require()
    leads = is_lead(store) and roster.lead.card.device == Devices(store).current().id
    with closing(open_delivery(place)) as opened:
        if leads:
            return prepare_share(opened, roster.project_id)
        check_share(opened, roster.project_id)
        return False


def _tell(invocation: Invocation, place: Place) -> None:
    invocation.say(Text(f"Sted: {place.address}", f"Place: {place.address}"))
    if place.user:
        invocation.say(Text(f"Bruger: {place.user}", f"User: {place.user}"))
    if place.trouble is not None:
        invocation.complain(trouble_words(place.trouble))


def _password(invocation: Invocation, password_file: Path | None) -> str:
    if password_file is not None:
        content = load_file(password_file, _LARGEST_PASSWORD_FILE)
        return content.decode("utf-8-sig", "replace").removesuffix("\n").removesuffix("\r")
    if not sys.stdin.isatty():
        raise UserError(
            Text("Stedet blev ikke valgt.", "The place was not set."),
            Text("Her er ingen terminal at skrive adgangskoden i.", "There is no terminal for it."),
            Text("Angiv en fil med --password-file.", "Name a file with --password-file."),
        )
    question = Text("Adgangskode til serveren", "Password for the server")
    return str(click.prompt(question.in_language(invocation.language), hide_input=True, err=True))
