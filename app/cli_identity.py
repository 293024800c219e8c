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
from app.models.identity_doubts import doubts_of_link, doubts_of_merging
from app.models.linking import link_contact, unlink_contact
from app.models.merging import merge_people, split_person
from app.models.types import Person, RecordId
from app.models.words import grouped_phone, short_date
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
_NO_PAIRS = Text("Ingen mulige dobbelte fundet.", "No possible duplicates were found.")
_NO_WORDS = Text("Ingen kodeord fundet.", "No code words were found.")
_MOST_WORDS = 10
_MORE_WORDS = Text(
    "… og {more} mere; vis alle med --all, eller skriv mere af kodeordet.",
    "… and {more} more; show all with --all, or enter more of the code word.",
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
    """Merge the second record into the first, and say how that is taken back."""
    if not yes:
        raise Misuse(
            Text(
                "Se på begge poster med »people show«, og tilføj --yes.",
                "Look at both records with “people show”, then add --yes.",
            )
        )
    with invocation.open() as context:
        people = context.store.people
        kept, gone = people.get(RecordId(keep)), people.get(RecordId(other))
        merge_people(context.store, kept.id, gone.id)
    for doubt in doubts_of_merging(kept, gone):
        invocation.complain(doubt)
    invocation.say(
        Text(
            f"Samlet: {_named(gone)} er nu en del af {_named(kept)}."
            f" »people split {gone.id}« skiller dem ad igen.",
            f"Merged: {_named(gone)} is now part of {_named(kept)}."
            f" “people split {gone.id}” takes them apart again.",
        )
    )


@click.command(
    "split",
    cls=Command,
    words=Text(
        "Skil en samlet post ud igen. Angiv dens egen ID, eller personens, hvis der kun er én.",
        "Take a merged record out again. Give its own ID, or the person's if there is only one.",
    ),
)
@click.argument("person", metavar="ID")
@pass_invocation
def split(invocation: Invocation, person: str) -> None:
    """Give a merged record its own contacts back, and say how that is taken back."""
    with invocation.open() as context:
        holder = context.store.people.standing(RecordId(person))
        apart = split_person(context.store, RecordId(person))
    invocation.say(
        Text(
            f"Skilt ad: {_named(apart)} er ikke længere en del af {_named(holder)}."
            f" »people merge {holder.id} {apart.id} --yes« samler dem igen.",
            f"Split: {_named(apart)} is no longer part of {_named(holder)}."
            f" “people merge {holder.id} {apart.id} --yes” merges them again.",
        )
    )


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
    if not found:
        invocation.complain(_NO_PAIRS)
    for suggestion in found:
        click.echo(_line(suggestion, invocation.language))


@click.command(
    "link",
    cls=Command,
    words=Text(
        "Knyt en anonym henvendelse til en person. Personen skal have sagt ja til det.",
        "Link an anonymous inquiry to a person. The person must have agreed to that.",
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
    """Link the inquiry, warn of what does not fit, and say how that is taken back."""
    with invocation.open() as context:
        store = context.store
        told, whose = store.inquiries.get(RecordId(inquiry)), store.people.get(RecordId(person))
        link_contact(store, told.id, whose.id, consent)
    for doubt in doubts_of_link(told, whose):
        invocation.complain(doubt)
    day = short_date(told.date)
    invocation.say(
        Text(
            f"Tilknyttet: henvendelsen {day} hører nu til {_named(whose)}."
            f" »people unlink {told.id}« gør den anonym igen.",
            f"Linked: the inquiry of {day} now belongs to {_named(whose)}."
            f" “people unlink {told.id}” makes it anonymous again.",
        )
    )


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
    """Take the link away, and say how that is taken back."""
    with invocation.open() as context:
        store = context.store
        told, link = (
            store.inquiries.get(RecordId(inquiry)),
            store.linked_contacts.of_inquiry(RecordId(inquiry)),
        )
        unlink_contact(store, told.id)
        assert link is not None, "without a link the line above had raised"
        assert told.person_id is not None
        whose = store.people.get(told.person_id)
    day, again = short_date(told.date), f"{told.id} {whose.id} --consent {link.consent_on}"
    invocation.say(
        Text(
            f"Anonym igen: henvendelsen {day} hører ikke længere til {_named(whose)}."
            f" »people link {again}« tilknytter den igen.",
            f"Anonymous again: the inquiry of {day} no longer belongs to {_named(whose)}."
            f" “people link {again}” links it again.",
        )
    )


@click.command(
    "codewords",
    cls=Command,
    words=Text(
        "Find kodeord og de henvendelser, der har dem.",
        "Find code words and the inquiries that have them.",
    ),
)
@click.argument("text")
@option(
    "--all",
    "show_all",
    is_flag=True,
    da="Vis dem alle; ellers højst ti.",
    en="Show them all; otherwise at most ten.",
)
@_AS_JSON
@pass_invocation
def codewords(invocation: Invocation, text: str, form: str, *, show_all: bool) -> None:
    """Print code words, each with its inquiries; the ids are those that link takes."""
    with invocation.open() as context:
        store = context.store
        known_words = store.aliases.search(text, limit=None)
        listed = known_words if show_all else known_words[:_MOST_WORDS]
        found = [
            code_word_object(
                known, map(store.inquiries.get, store.aliases.contacts(known.alias_id))
            )
            for known in listed
        ]
    more = len(known_words) - len(listed)
    if more:
        invocation.complain(_MORE_WORDS.format(more=more))
    if form == "json":
        click.echo(to_json(found), nl=False)
        return
    if not found:
        invocation.complain(_NO_WORDS)
    for word in found:
        click.echo(one_line(word["code_word"]))
        for contact in word["contacts"]:
            day = short_date(date.fromisoformat(contact["date"]))
            click.echo(f"  {contact['inquiry']}  {day}  {contact['person'] or ''}".rstrip())


def _line(suggestion: Suggestion, language: Language) -> str:
    reasons = ", ".join(reason.in_language(language) for reason in suggestion.likeness.reasons)
    both = (_person(suggestion.one), _person(suggestion.other))
    return "\n".join((f"{suggestion.likeness.points}  {reasons}", *(f"  {one}" for one in both)))


def _named(person: Person) -> str:
    return f"{one_line(person.name)} ({person.id})"


def _person(person: Person) -> str:
    told = (person.id, person.name, str(person.birth_year or ""), grouped_phone(person.phone))
    return "  ".join(filter(None, map(one_line, told)))
