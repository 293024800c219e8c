"""The commands ``bundle …``: write, list, hand over and take in letters with a month's figures."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from app import files
from app.cli_base import NOTHING_FOUND, Command, Group, Invocation, option, pass_invocation
from app.errors import UserError
from app.export.json_objects import to_json
from app.export.letters.letter import LARGEST_FILE, Kind
from app.export.letters.letter_files import load_file
from app.export.letters.posting import months_to_post, post_keys, post_month
from app.export.letters.senders import Opened, open_letter
from app.export.letters.taking import Taken, take_from_lead_or_team, take_summaries
from app.export.sync_json import out_letter_object, taken_object
from app.export.sync_words import out_letter_line, taken_lines
from app.models.periods import parse_month
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.outbox import Outbox, OutLetter
from app.models.team.refusing import Refused
from app.models.team.rosters import Rosters
from app.models.words import short_date
from app.texts import Text

_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
_AS_JSON = option("--json", "as_json", is_flag=True, da="Skriv JSON.", en="Write JSON.")


@click.group(
    cls=Group,
    words=Text("Månedens tal som forseglede breve.", "A month's figures as sealed letters."),
)
def bundle() -> None:
    """Hold the commands about letters."""


@bundle.command(
    cls=Command,
    words=Text(
        "Gør lukkede måneder klar til at blive sendt; uden MONTH alle, der ikke er det.",
        "Make closed months ready to be sent; without MONTH all that are not.",
    ),
)
@click.argument("month", required=False)
@_AS_JSON
@pass_invocation
def make(invocation: Invocation, month: str | None, *, as_json: bool) -> None:
    """Queue the letters; ``sync`` or ``bundle save`` sends them."""
    with invocation.open() as context:
        months = months_to_post(context.store) if month is None else (month,)
        made = [post_month(context.store, parse_month(one)) for one in months]
    _print(invocation, made, as_json=as_json)


@bundle.command(
    "list",
    cls=Command,
    words=Text("Vis breve, der er skrevet her.", "List the letters that were written here."),
)
@_AS_JSON
@pass_invocation
def list_letters(invocation: Invocation, *, as_json: bool) -> None:
    """Print the letters, the oldest first, and how far each has come."""
    with invocation.open() as context:
        letters = Outbox(context.store).all()
    _print(invocation, letters, as_json=as_json)


@bundle.command(
    cls=Command,
    words=Text(
        "Gem breve, der venter, som filer i en mappe, så de kan sendes med e-mail.",
        "Save the letters that wait as files in a folder, to send them by e-mail.",
    ),
)
@click.argument("folder", type=_FOLDER)
@pass_invocation
def save(invocation: Invocation, folder: Path) -> None:
    """Hand letters over by hand; they count as delivered until a receipt comes."""
    with invocation.open() as context:
        if not context.store.settings.is_lead:
            post_keys(context.store)
        outbox = Outbox(context.store)
        for letter in outbox.due(everything=True):
            path = folder / letter.name
            with files.explained_os_errors():
                files.write_atomically(path, outbox.sealed(letter.seq))
            outbox.delivered(letter.seq)
            click.echo(path)
        outbox.forget_delivered_receipts()


@bundle.command(
    "open",
    cls=Command,
    words=Text("Tag breve ind fra filer.", "Take letters in from files."),
)
@click.argument("letter_files", nargs=-1, required=True, type=click.Path(path_type=Path))
@_AS_JSON
@pass_invocation
@click.pass_context
def open_files(
    ctx: click.Context, invocation: Invocation, letter_files: tuple[Path, ...], *, as_json: bool
) -> None:
    """Take each file in; one that is refused does not stand in the way of the others."""
    refused = False
    objects = []
    with invocation.open() as context:
        for path in letter_files:
            try:
                taken = _take(context.store, _opened(context.store, path))
            except UserError as error:
                refused = True
                objects.append({"file": path.name, "refused": _reason(error)})
                for text in (Text(path.name, path.name), error.what, error.why, error.next_step):
                    invocation.complain(text)
                continue
            refused = refused or bool(taken.reason)
            objects.append({"file": path.name, **taken_object(taken)})
            if not as_json:
                for line in taken_lines(taken):
                    invocation.say(line)
    if as_json:
        click.echo(to_json(objects), nl=False)
    ctx.exit(Refused.exit_code if refused else 0)


@bundle.command(
    cls=Command,
    words=Text(
        "Se efter, om et brev er ægte og til os, uden at tage det ind.",
        "Check whether a letter is genuine and for us, without taking it in.",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@_AS_JSON
@pass_invocation
def verify(invocation: Invocation, file: Path, *, as_json: bool) -> None:
    """Print who wrote a letter, when, and of what."""
    with invocation.open() as context:
        opened = _opened(context.store, file)
    header, card = opened.letter.header, opened.sender.card
    if as_json:
        document = {
            "format": "vejviser-verified/1",
            "kind": header.kind.value,
            "hash": opened.letter.hash,
            "sender": header.sender,
            "initials": card.initials,
            "number": header.seq,
            "month": header.month or None,
            "revision": header.revision,
            "made_at": header.made_at.isoformat(),
        }
        click.echo(to_json(document), nl=False)
        return
    made: date = header.made_at
    invocation.say(
        Text(
            f"Ægte: brev {header.seq} fra {card.name} ({card.initials}), {short_date(made)}.",
            f"Genuine: letter {header.seq} from {card.name} ({card.initials}), {short_date(made)}.",
        )
    )


def _opened(store: Store, path: Path) -> Opened:
    devices, roster = Devices(store), Rosters(store).require()
    data = load_file(path, LARGEST_FILE)
    return open_letter(data, devices.identities(), devices.recipients(), roster)


def _take(store: Store, opened: Opened) -> Taken:
    if opened.letter.header.kind is Kind.SUMMARY:
        return take_summaries(store, [opened])[0]
    return take_from_lead_or_team(store, opened)


def _reason(error: UserError) -> str:
    return error.reason.value if isinstance(error, Refused) else "unreadable"


def _print(invocation: Invocation, letters: Sequence[OutLetter], *, as_json: bool) -> None:
    if as_json:
        click.echo(to_json([out_letter_object(one) for one in letters]), nl=False)
        return
    for one in letters:
        invocation.say(out_letter_line(one))
    if not letters:
        invocation.complain(NOTHING_FOUND)
