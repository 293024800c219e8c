"""The commands ``delivery …``: where letters are left and fetched."""

from contextlib import closing
from pathlib import Path

import click

from app.cli_base import Command, Group, Invocation, option, pass_invocation
from app.cli_place import PASSWORD_FILE, USER, place_of
from app.export.delivery.choosing import use_place
from app.export.delivery.moving import Progress
from app.export.delivery.moving_words import left_behind_words, moved_words
from app.export.delivery.share import check_share, open_delivery
from app.export.json_objects import to_json
from app.models.team.places import Place, Places
from app.models.team.rosters import Rosters
from app.models.team.troubles import trouble_words
from app.texts import Text


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
@USER
@PASSWORD_FILE
@pass_invocation
def set_place(invocation: Invocation, address: str, user: str, password_file: Path | None) -> None:
    """Use the place from now on, after it answered as this project's."""
    place = place_of(
        invocation,
        address,
        user,
        password_file,
        Text("Stedet blev ikke valgt.", "The place was not set."),
    )
    with invocation.open() as context:
        chosen = use_place(context.store, place, _copying(invocation))
        _tell(invocation, chosen.place)
    moved, left = moved_words(chosen), left_behind_words(chosen)
    if moved is not None:
        invocation.say(moved)
    if left is not None:
        invocation.complain(left)


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


def _copying(invocation: Invocation) -> Progress:
    """Return what tells on stderr, every quarter, how far the letters of the place before are."""
    told = 0

    def progress(done: int, of: int) -> None:
        nonlocal told
        quarter = 4 * done // of
        if quarter > told:
            told = quarter
            percent = 25 * quarter
            invocation.complain(
                Text(
                    f"Kopierer fra det gamle sted: {percent} %",
                    f"Copying from the old place: {percent}%",
                )
            )

    return progress


def _tell(invocation: Invocation, place: Place) -> None:
    invocation.say(Text(f"Sted: {place.address}", f"Place: {place.address}"))
    if place.user:
        invocation.say(Text(f"Bruger: {place.user}", f"User: {place.user}"))
    if place.trouble is not None:
        invocation.complain(trouble_words(place.trouble))
