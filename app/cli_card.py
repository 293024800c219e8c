"""The commands ``card …``: the card (visitkort) of this computer, and taking in those of others."""

import sys
from pathlib import Path

import click

from app import files
from app.cli_base import Command, Group, Invocation, existing_file, option, pass_invocation
from app.cli_roster import AS_JSON
from app.errors import UserError
from app.export.json_objects import to_json
from app.export.letters.card_sheet import card_sheet, card_svg
from app.export.letters.letter_files import load_file
from app.export.team_json import card_object
from app.models.team.cards import LARGEST_CARD, Card, decode_card, encode_card
from app.models.team.copies import succession_words
from app.models.team.devices import Devices
from app.models.team.fingerprint import hex_of, require_words, words_of
from app.models.team.project import accept_card
from app.models.team.refusing import refused_card
from app.models.words import short_date
from app.texts import Text

FORMATS = ("json", "svg", "pdf")


@click.group(
    cls=Group,
    words=Text(
        "Visitkortet, som andre computere kender denne på.",
        "The card by which other computers know this one.",
    ),
)
def card() -> None:
    """Hold the commands about cards."""


@card.command(
    cls=Command,
    words=Text(
        "Vis et visitkorts ti ord. Uden fil: denne computers.",
        "Show the ten words of a card. Without a file: this computer's.",
    ),
)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@AS_JSON
@pass_invocation
def show(invocation: Invocation, file: Path | None, form: str) -> None:
    """Print whose card it is and its words; a file needs no passphrase."""
    shown = _own(invocation)[0] if file is None else _read(file)
    if form == "json":
        document = {"format": "vejviser-card-words/1", **card_object(shown)}
        click.echo(to_json(document), nl=False)
    else:
        _tell(invocation, shown)


@card.command(
    "export",
    cls=Command,
    words=Text(
        "Skriv denne computers visitkort i en fil: .json, QR-kode (.svg) eller ark (.pdf).",
        "Write this computer's card to a file: .json, QR code (.svg) or sheet (.pdf).",
    ),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@pass_invocation
def export_card(invocation: Invocation, file: Path) -> None:
    """Write the card; the ending of the name says as what."""
    kind = file.suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        raise UserError(
            Text("Visitkortet blev ikke skrevet.", "The card was not written."),
            Text("Filnavnet siger ikke hvordan.", "The name of the file does not say how."),
            Text("Slut det på .json, .svg eller .pdf.", "End it in .json, .svg or .pdf."),
        )
    own, project = _own(invocation)
    if kind == "svg":
        content = card_svg(own)
    elif kind == "pdf":
        content = card_sheet(own, project, invocation.language)
    else:
        content = encode_card(own)
    with files.explained_os_errors():
        files.write_atomically(file, content)
    click.echo(file)


@card.command(
    cls=Command,
    words=Text(
        "Tag en vejleders computer med i projektet, når de ti ord er læst op.",
        "Take a counsellor's computer into the project once the ten words were read aloud.",
    ),
)
@existing_file("file")
@option(
    "--words",
    "typed",
    metavar="WORDS",
    da="De ti ord, som vejlederen læste op; ellers spørges der.",
    en="The ten words that the counsellor read aloud; otherwise they are asked for.",
)
@pass_invocation
def accept(invocation: Invocation, file: Path, typed: str | None) -> None:
    """Take a card in and sign the roster anew."""
    theirs = _read(file)
    require_words(theirs, typed if typed is not None else _ask(invocation, theirs))
    with invocation.open() as context:
        roster = accept_card(context.store, theirs)
        copied = succession_words(context.store, theirs)
    invocation.say(
        Text(
            f"{theirs.name} ({theirs.initials}) er med. Deltagerliste {roster.version}.",
            f"{theirs.name} ({theirs.initials}) belongs. Roster {roster.version}.",
        )
    )
    if copied is not None:
        invocation.complain(copied)


def _own(invocation: Invocation) -> tuple[Card, str]:
    with invocation.open() as context:
        return Devices(context.store).card(), context.store.settings.project


def _read(file: Path) -> Card:
    return decode_card(load_file(file, LARGEST_CARD, refused_card))


def _tell(invocation: Invocation, shown: Card) -> None:
    day = short_date(shown.made_on)
    invocation.say(
        Text(
            f"{shown.name} ({shown.initials}), lavet {day}",
            f"{shown.name} ({shown.initials}), made on {day}",
        )
    )
    click.echo(" ".join(words_of(shown.fingerprint)))
    click.echo(f"{hex_of(shown.fingerprint)}  {shown.device}")


def _ask(invocation: Invocation, theirs: Card) -> str:
    """Ask for the words without showing them: whoever types has to have heard them."""
    if not sys.stdin.isatty():
        raise UserError(
            Text("Visitkortet blev ikke taget med.", "The card was not accepted."),
            Text(
                "Ingen har bekræftet de ti ord, og her er ingen terminal at taste dem i.",
                "Nobody has confirmed the ten words, and there is no terminal to enter them.",
            ),
            Text("Angiv dem med --words.", "Give them with --words."),
        )
    question = Text(
        f"De ti ord, som {theirs.name} læser op (fire bogstaver af hvert er nok)",
        f"The ten words that {theirs.name} reads aloud (four letters of each are enough)",
    )
    return str(click.prompt(question.in_language(invocation.language), err=True))
