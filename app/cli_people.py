"""The commands ``people …``: a person found, shown, exported and erased."""

from pathlib import Path

import click

from app import log
from app.cli_base import Group, Invocation, option, pass_invocation
from app.cli_identity import codewords, duplicates, link, merge, split, unlink
from app.cli_usage import Misuse
from app.export.erasure_receipt import prepare_folder, write_receipt
from app.export.erasure_words import foreseen_words, named_words
from app.export.json_objects import to_json
from app.export.person_files import PERSON_FORMATS, run_person
from app.export.person_json import found_object, person_json
from app.export.person_text import person_text
from app.export.plan_rows import one_line
from app.models.access import Access, Way
from app.models.erasure import erase_person, foresee_erasure
from app.models.person_file import read_file
from app.models.recognition import KnownPerson, find_people
from app.models.types import RecordId
from app.models.words import grouped_phone
from app.texts import Language, Text

_MOST = 10
_MORE = Text("… og flere; skriv mere af navnet.", "… and more; enter more of the name.")
_NOBODY = Text("Ingen personer fundet.", "Nobody was found.")
_PERSON = click.argument("person", metavar="ID")
_AS_JSON = option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/people-json.md).",
    en="Lines or JSON (docs/people-json.md).",
)
_OUT = option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    da="Mappen, filerne skrives i. De er ikke krypterede.",
    en="The folder to write the files to. They are not encrypted.",
)


@click.group(
    "people",
    cls=Group,
    words=Text(
        "Find en person, vis og udlever alt om den, eller slet den for altid.",
        "Find a person, show and hand over everything about them, or erase them for good.",
    ),
)
def people() -> None:
    """Serve the rights of a person."""


@people.command(
    "find",
    words=Text(
        "Find personer efter navn, fødselsår eller telefon. Højst ti vises.",
        "Find persons by name, year of birth or phone. At most ten are shown.",
    ),
)
@click.argument("text")
@_AS_JSON
@pass_invocation
def find(invocation: Invocation, text: str, form: str) -> None:
    """Print up to ten persons with their ids."""
    with invocation.open() as context:
        found = find_people(context.store, text, _MOST + 1)
    if len(found) > _MOST:
        invocation.complain(_MORE)
    found = found[:_MOST]
    if form == "json":
        click.echo(to_json([found_object(known) for known in found]), nl=False)
        return
    if not found:
        invocation.complain(_NOBODY)
    for known in found:
        click.echo(_line(known, invocation.language))


@people.command(
    "show", words=Text("Vis alt, der er gemt om en person.", "Show all that is stored of a person.")
)
@_PERSON
@_AS_JSON
@pass_invocation
def show(invocation: Invocation, person: str, form: str) -> None:
    """Print everything about one person."""
    with invocation.open() as context:
        file = read_file(context.store, context.paths, RecordId(person))
        context.store.access.note_if_possible(Access.LOOKED_UP, (file.person.id,), Way.COMMAND)
    if form == "json":
        click.echo(person_json(file), nl=False)
    else:
        click.echo(person_text(file, invocation.language), nl=False)


@people.command(
    "export",
    words=Text(
        "Skriv alt, der er gemt om en person, som filer (indsigt).",
        "Write all that is stored of a person as files (right of access).",
    ),
)
@_PERSON
@_OUT
@option(
    "--format",
    "formats",
    type=click.Choice(list(PERSON_FORMATS)),
    multiple=True,
    default=("pdf",),
    show_default=True,
    da="Filtype; kan gives flere gange.",
    en="Kind of file; can be given several times.",
)
@pass_invocation
def export(invocation: Invocation, person: str, out: Path, formats: tuple[str, ...]) -> None:
    """Write the files and print their paths."""
    with invocation.open() as context:
        paths = run_person(
            context.store,
            context.paths,
            RecordId(person),
            formats=formats,
            out=out,
            language=invocation.language,
        )
    for path in paths:
        click.echo(path)


@people.command(
    "erase",
    words=Text(
        "Slet en person for altid; henvendelserne tælles stadig. Uden --yes siges der kun, hvad der"
        " ville ske.",
        "Erase a person for good; the inquiries still count. Without --yes it only says what would"
        " happen.",
    ),
)
@_PERSON
@_OUT
@option(
    "--yes",
    is_flag=True,
    da="Ja, slet: det kan ikke fortrydes.",
    en="Yes, erase: this cannot be undone.",
)
@pass_invocation
def erase(invocation: Invocation, person: str, out: Path, *, yes: bool) -> None:
    """Erase the person, write a receipt that names nobody, and print its paths."""
    with invocation.open() as context:
        store, person_id = context.store, RecordId(person)
        name = one_line(store.people.get(person_id).name)
        foreseen = foresee_erasure(store, context.paths, person_id)
        if not yes:
            _tell(invocation, Text(f"{name}:", f"{name}:"), *foreseen_words(foreseen))
            raise Misuse(
                Text("Der er intet slettet. Tilføj --yes.", "Nothing is erased. Add --yes.")
            )
        _tell(invocation, *named_words(foreseen))
        prepare_folder(out)
        erasure = erase_person(store, context.paths, person_id)
        log.logger("store").info("erased a person; contacts: %d", erasure.contacts)
        for path in write_receipt(store, erasure, out, invocation.language):
            click.echo(path)


def _tell(invocation: Invocation, *texts: Text) -> None:
    for text in texts:
        invocation.complain(text)


for _command in (merge, split, duplicates, codewords, link, unlink):
    people.add_command(_command)


def _line(known: KnownPerson, language: Language) -> str:
    person = known.person
    born = Text(f"f. {person.birth_year}", f"b. {person.birth_year}").in_language(language)
    contacts = Text(f"henvendelser: {known.contacts}", f"inquiries: {known.contacts}")
    told = (
        person.id,
        person.name,
        born if person.birth_year else "",
        grouped_phone(person.phone),
        contacts.in_language(language),
    )
    return "  ".join(filter(None, map(one_line, told)))
