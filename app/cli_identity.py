"""The commands of ``people`` that say who is who: merge, split, duplicates, codewords, link, unlink."""

from datetime import date

import click

from app.cli_base import Command, Invocation, option, pass_invocation
from app.cli_day import DAY
from app.cli_usage import Misuse
from app.export.json_objects import to_json
from app.export.person_json import code_word_object, suggestion_object
from app.export.plan_rows import one_line
from app.models.duplicates import Suggestion, all_duplicates, duplicates_of
from app.models.linking import link_contact, unlink_contact
from app.models.merging import merge_people, split_person
from app.models.types import Person, RecordId
from app.models.words import grouped_phone
from app.texts import Language, Text

_AS_JSON = option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/people-json.md).",
    en="Lines or JSON (docs/people-json.md).",
)


@click.command(
    "merge",
    cls=Command,
    words=Text(
        "Saml to poster af den samme person; den første ID bliver.",
        "Merge two records of one person; the first ID stays.",
    ),
)
@click.argument("keep", metavar="ID")
@click.argument("other", metavar="ID")
@option(
    "--yes",
    is_flag=True,
    da="Ja, det er den samme person; »people split« skiller dem ad igen.",
    en="Yes, it is one person; “people split” takes them apart again.",
)
@pass_invocation
def merge(invocation: Invocation, keep: str, other: str, *, yes: bool) -> None:
    """Merge the second record into the first and print the id that stays."""
    if not yes:
        raise Misuse(
            Text(
                "Se på begge poster med »people show«, og tilføj --yes.",
                "Look at both records with “people show”, then add --yes.",
            )
        )
    with invocation.open() as context:
        click.echo(merge_people(context.store, RecordId(keep), RecordId(other)).id)


@click.command(
    "split",
    cls=Command,
    words=Text("Skil en post ad, der er samlet.", "Split a record that was merged."),
)
@click.argument("person", metavar="ID")
@pass_invocation
def split(invocation: Invocation, person: str) -> None:
    """Give a merged record its own contacts back and print its id."""
    with invocation.open() as context:
        click.echo(split_person(context.store, RecordId(person)).id)


@click.command(
    "duplicates",
    cls=Command,
    words=Text(
        "Vis, hvem der måske er registreret to gange.",
        "Show who may be registered twice.",
    ),
)
@click.argument("person", metavar="[ID]", default="")
@_AS_JSON
@pass_invocation
def duplicates(invocation: Invocation, person: str, form: str) -> None:
    """Print the likeliest pairs of the project, or of one person."""
    with invocation.open() as context:
        store = context.store
        found = duplicates_of(store, RecordId(person)) if person else all_duplicates(store)
    if form == "json":
        click.echo(to_json([suggestion_object(each) for each in found]), nl=False)
        return
    for suggestion in found:
        click.echo(_line(suggestion, invocation.language))


@click.command(
    "link",
    cls=Command,
    words=Text(
        "Knyt en anonym henvendelse til en person, der har sagt ja til det.",
        "Link an anonymous inquiry to a person who agreed to that.",
    ),
)
@click.argument("inquiry", metavar="INQUIRY")
@click.argument("person", metavar="PERSON")
@option(
    "--consent",
    required=True,
    type=DAY,
    da="Den dag, personen sagde ja (2026-11-21, i går).",
    en="The day on which the person agreed (2026-11-21, i går).",
)
@pass_invocation
def link(invocation: Invocation, inquiry: str, person: str, consent: date) -> None:
    """Link the inquiry and print its id."""
    with invocation.open() as context:
        linked = link_contact(context.store, RecordId(inquiry), RecordId(person), consent)
        click.echo(linked.id)


@click.command(
    "unlink",
    cls=Command,
    words=Text(
        "Gør en tilknyttet henvendelse anonym igen.",
        "Make a linked inquiry anonymous again.",
    ),
)
@click.argument("inquiry", metavar="INQUIRY")
@pass_invocation
def unlink(invocation: Invocation, inquiry: str) -> None:
    """Take the link away and print the id of the inquiry."""
    with invocation.open() as context:
        click.echo(unlink_contact(context.store, RecordId(inquiry)).id)


@click.command(
    "codewords",
    cls=Command,
    words=Text(
        "Find kodeord og de henvendelser, der har dem.",
        "Find code words and the inquiries that have them.",
    ),
)
@click.argument("text")
@_AS_JSON
@pass_invocation
def codewords(invocation: Invocation, text: str, form: str) -> None:
    """Print up to ten code words, each with its inquiries; the ids are those that link takes."""
    with invocation.open() as context:
        store = context.store
        found = [
            code_word_object(
                known, map(store.inquiries.get, store.aliases.contacts(known.alias_id))
            )
            for known in store.aliases.search(text)
        ]
    if form == "json":
        click.echo(to_json(found), nl=False)
        return
    for word in found:
        click.echo(one_line(word["code_word"]))
        for contact in word["contacts"]:
            click.echo(
                f"  {contact['inquiry']}  {contact['date']}  {contact['person'] or ''}".rstrip()
            )


def _line(suggestion: Suggestion, language: Language) -> str:
    reasons = ", ".join(reason.in_language(language) for reason in suggestion.likeness.reasons)
    both = (_person(suggestion.one), _person(suggestion.other))
    return "\n".join((f"{suggestion.likeness.points}  {reasons}", *(f"  {one}" for one in both)))


def _person(person: Person) -> str:
    told = (person.id, person.name, str(person.birth_year or ""), grouped_phone(person.phone))
    return "  ".join(filter(None, map(one_line, told)))
