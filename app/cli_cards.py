"""The commands ``cards …``: the knowledge cards. They need no passphrase."""

from collections.abc import Sequence
from pathlib import Path

import click

from app.cli_base import NOTHING_FOUND, Group, Invocation, option, pass_invocation
from app.errors import NotFound
from app.export.card_files import card_object, problem_object, to_text, write_handout
from app.export.json_objects import to_json
from app.models.card_types import Card, CardProblem, past_mark
from app.models.cards import CardLibrary, load_cards
from app.models.clock import local_today
from app.models.words import short_date
from app.texts import Text

_ID = click.argument("card_id", metavar="ID")
_MOST_NAMED = 50
_FAILED = 1


@click.group("cards", cls=Group, words=Text("Videnskort.", "Knowledge cards."))
def cards() -> None:
    """Work with knowledge cards."""


@cards.command("list", words=Text("Vis kortene med deres id.", "Show the cards with their ids."))
@option("--search", "query", default="", da="Kun kort med disse ord.", en="Cards with these words.")
@option(
    "--code",
    "codes",
    multiple=True,
    metavar="CODE",
    da="Kun kort, der hører til denne årsag eller dette råd; kan gives flere gange.",
    en="Only cards that belong to this reason or advice; can be given several times.",
)
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/cards.md).",
    en="Lines or JSON (docs/cards.md).",
)
@pass_invocation
def list_(invocation: Invocation, query: str, codes: tuple[str, ...], form: str) -> None:
    """Print one line for every card, or all of every card as JSON."""
    library, today = load_cards(invocation.paths), local_today(invocation.clock)
    found = library.find(query, invocation.language)
    if codes:
        fitting = library.for_codes(_the_codes(library, codes), invocation.language)
        found = tuple(card for card in fitting if card in found)
    _tell_problems(invocation, library.problems)
    if form == "json":
        click.echo(to_json([card_object(card, today) for card in found]), nl=False)
        return
    for card in found:
        mark = past_mark(card, today)
        parts = (card.id, card.title, f"! {mark.in_language(invocation.language)}" if mark else "")
        click.echo("  ".join(part for part in parts if part))
    if not found:
        invocation.complain(NOTHING_FOUND)


@cards.command("show", words=Text("Vis et kort.", "Show a card."))
@_ID
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md"]),
    default="text",
    show_default=True,
    da="Tekst, JSON (docs/cards.md) eller kortets fil, som den er.",
    en="Text, JSON (docs/cards.md) or the file of the card as it is.",
)
@pass_invocation
def show(invocation: Invocation, card_id: str, form: str) -> None:
    """Print one card."""
    card, today = _the_card(invocation, card_id), local_today(invocation.clock)
    if form == "json":
        click.echo(to_json(card_object(card, today)), nl=False)
    elif form == "md":
        click.echo(card.path.read_bytes(), nl=False)
    else:
        click.echo(to_text(card, today), nl=False)


@cards.command(
    "print", words=Text("Skriv et kort som PDF på ét ark.", "Write a card as a PDF of one page.")
)
@_ID
@option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    da="Mappen, filen skrives i.",
    en="The folder to write the file to.",
)
@option("--demo", is_flag=True, da="Mærk arket DEMO.", en="Mark the sheet DEMO.")
@pass_invocation
def print_(invocation: Invocation, card_id: str, out: Path, *, demo: bool) -> None:
    """Write the handout of a card and print its path."""
    card = _the_card(invocation, card_id)
    click.echo(write_handout(card, out, local_today(invocation.clock), demo=demo))


@cards.command(
    "check",
    words=Text(
        "Se efter, om alle kort kan læses, og hvilke der skal kontrolleres igen.",
        "Check that all cards can be read, and which of them must be checked again.",
    ),
)
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/cards.md).",
    en="Lines or JSON (docs/cards.md).",
)
@pass_invocation
@click.pass_context
def check(ctx: click.Context, invocation: Invocation, form: str) -> None:
    """Name every problem and every card past its date; exit with 1 if a file is bad."""
    library, today = load_cards(invocation.paths), local_today(invocation.clock)
    past = sorted(
        (card for card in library.cards.values() if card.is_past(today)),
        key=lambda card: (card.check_by, card.path.name),
    )
    if form == "json":
        document = {
            "format": "vejviser-cards-check/1",
            "cards": len(library.cards),
            "problems": [problem_object(problem) for problem in library.problems],
            "past": [{"file": card.path.name, "check_by": card.check_by} for card in past],
        }
        click.echo(to_json(document), nl=False)
    else:
        for text in _report(library, past):
            invocation.say(text)
    ctx.exit(_FAILED if library.problems else 0)


def _report(library: CardLibrary, past: Sequence[Card]) -> list[Text]:
    told = [problem.message for problem in library.problems]
    told += (
        Text(
            f"{card.path.name}: skulle være kontrolleret igen senest {short_date(card.check_by)}.",
            f"{card.path.name}: should have been checked again by {card.check_by}.",
        )
        for card in past
    )
    good, bad = len(library.cards), len({problem.file for problem in library.problems})
    told.append(
        Text(
            f"Læst: {good} kort. Filer med fejl: {bad}. Skal kontrolleres igen: {len(past)} kort.",
            f"Read: {good} cards. Bad files: {bad}. To be checked again: {len(past)} cards.",
        )
    )
    return told


def _the_codes(library: CardLibrary, told: Sequence[str]) -> list[str]:
    codes = [code.strip().upper() for code in told]
    unknown = [code for code in codes if code not in library.known_codes()]
    if unknown:
        raise NotFound(
            Text("Kommandoen blev ikke udført.", "The command was not carried out."),
            Text(
                f"Der er ingen årsag og intet råd med koden »{unknown[0]}«.",
                f"No reason or advice has the code “{unknown[0]}”.",
            ),
            Text("Skriv en kode som R02 eller A07.", "Write a code like R02 or A07."),
        )
    return codes


def _the_card(invocation: Invocation, card_id: str) -> Card:
    library = load_cards(invocation.paths)
    card = library.card(card_id, invocation.language)
    if card is None:
        own = [problem for problem in library.problems if problem.file.startswith(f"{card_id}.")]
        _tell_problems(invocation, own)
        known = sorted({name for name, _ in library.cards})
        named = ", ".join(known[:_MOST_NAMED]) + (" …" if len(known) > _MOST_NAMED else "")
        raise NotFound(
            Text("Kommandoen blev ikke udført.", "The command was not carried out."),
            Text(f"Der er intet kort »{card_id}«.", f"There is no card “{card_id}”."),
            Text(f"Vælg mellem {named}.", f"Choose one of {named}."),
        )
    return card


def _tell_problems(invocation: Invocation, problems: Sequence[CardProblem]) -> None:
    for problem in problems:
        invocation.complain(problem.message)
