"""The commands ``roster …``: who belongs to the project, handed out, taken in and revoked."""

from datetime import date
from pathlib import Path

import click

from app import files
from app.cli_base import Command, Group, Invocation, existing_file, option, pass_invocation
from app.cli_day import DAY
from app.cli_planning import fields_line
from app.errors import NotFound, UserError
from app.export.json_objects import to_json
from app.export.letters.letter_files import load_file
from app.export.team_json import roster_object
from app.models.team.devices import Devices
from app.models.team.fingerprint import require_words, words_of
from app.models.team.project import revoke
from app.models.team.refusing import refused_roster
from app.models.team.roster import (
    LARGEST_ROSTER,
    Member,
    Roster,
    TeamRole,
    Verdict,
    decode_roster,
    encode_roster,
)
from app.models.team.rosters import Rosters
from app.models.team.senders import last_taken
from app.models.words import short_date
from app.texts import Text

AS_JSON = option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/roster.md).",
    en="Lines or JSON (docs/roster.md).",
)

_ROLES = {
    TeamRole.COUNSELLOR: Text("vejleder", "counsellor"),
    TeamRole.LEAD: Text("projektleder", "lead"),
}
_TAKEN = {
    Verdict.FIRST: Text("Deltagerlisten er taget i brug.", "The roster is in use."),
    Verdict.NEWER: Text("Den nye deltagerliste er taget i brug.", "The new roster is in use."),
    Verdict.KNOWN: Text("Den er her allerede.", "It is here already."),
}


def read_roster_file(path: Path) -> Roster:
    """Return the verified roster in a file; raise Refused or UserError if there is none."""
    return decode_roster(load_file(path, LARGEST_ROSTER, refused_roster))


@click.group(
    cls=Group,
    invoke_without_command=True,
    words=Text("Vis, hvem der hører til projektet.", "Show who belongs to the project."),
)
@AS_JSON
@pass_invocation
@click.pass_context
def roster(ctx: click.Context, invocation: Invocation, form: str) -> None:
    """Print one line for every device, in the order in which they came."""
    if ctx.invoked_subcommand is not None:
        return
    with invocation.open() as context:
        known = Rosters(context.store).require()
        me = Devices(context.store).current().id
    if form == "json":
        click.echo(to_json(roster_object(known, me)), nl=False)
        return
    for member in known.members:
        click.echo(_line(invocation, member))


@roster.command(
    "export",
    cls=Command,
    words=Text("Skriv deltagerlisten i en fil.", "Write the roster to a file."),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@pass_invocation
def export_roster(invocation: Invocation, file: Path) -> None:
    """Write the signed roster as it is known here."""
    with invocation.open() as context:
        known = Rosters(context.store).require()
    with files.explained_os_errors():
        files.write_atomically(file, encode_roster(known))
    click.echo(file)


@roster.command(
    cls=Command,
    words=Text(
        "Tag en deltagerliste i brug. Den første kræver projektlederens ti ord.",
        "Use a roster. The first one needs the lead's ten words.",
    ),
)
@existing_file("file")
@option(
    "--words",
    "typed",
    metavar="WORDS",
    da="De ti ord, som projektlederen læste op.",
    en="The ten words that the lead read aloud.",
)
@pass_invocation
def accept(invocation: Invocation, file: Path, typed: str | None) -> None:
    """Take a roster in if it is sound and newer than the one here."""
    new = read_roster_file(file)
    with invocation.open() as context:
        rosters = Rosters(context.store)
        if typed is not None:
            require_words(new.lead.card, typed, refused_roster)
        elif rosters.current() is None:
            raise _words_missing()
        verdict = rosters.take(new)
    invocation.say(_TAKEN[verdict])


@roster.command(
    "revoke",
    cls=Command,
    words=Text(
        "Spær en computer, der er tabt eller ikke bruges mere.",
        "Revoke a computer that is lost or no longer used.",
    ),
)
@click.argument("device", metavar="DEVICE")
@option(
    "--from",
    "on",
    type=DAY,
    da="Dagen, computeren blev tabt: hvad der er kommet den dag eller senere, gælder ikke. Ellers"
    " bliver alt, hvad der er taget ind.",
    en="The day on which the computer was lost: what came on that day or later does not count."
    " Otherwise everything that was taken in stays.",
)
@option(
    "--last-letter",
    type=click.IntRange(min=0),
    da="Nummeret på det sidste brev, der gælder, uanset dets dato; ellers det sidste, der er taget ind"
    " her (før --from).",
    en="The number of the last letter that counts, whatever its date; otherwise the last one taken in"
    " here (before --from).",
)
@pass_invocation
def revoke_device(
    invocation: Invocation, device: str, on: date | None, last_letter: int | None
) -> None:
    """Revoke a device, named by its id or by the initials of a counsellor who has one only."""
    with invocation.open() as context:
        gone = _the_device(Rosters(context.store).require(), device)
        last = last_letter
        if last is None:
            last = last_taken(context.store, gone.card.device, before=on)
        signed = revoke(context.store, gone.card.device, on, last)
    invocation.say(
        Text(
            f"{gone.card.name} ({gone.card.initials}) er spærret. Deltagerliste {signed.version}.\n"
            f"Breve efter nummer {last} gælder ikke. Giv alle den nye liste.",
            f"{gone.card.name} ({gone.card.initials}) is revoked. Roster {signed.version}.\n"
            f"Letters after number {last} do not count. Give everybody the new roster.",
        )
    )


def _the_device(known: Roster, told: str) -> Member:
    named = [
        member
        for member in known.counsellors
        if told.strip().casefold() in (member.card.device, member.card.initials.casefold())
    ]
    if len(named) == 1:
        return named[0]
    why = (
        Text("Flere computere har de initialer.", "Several computers have these initials.")
        if named
        else Text("Ingen vejleder hedder sådan.", "No counsellor is called that.")
    )
    raise NotFound(
        Text("Der blev ikke spærret noget.", "Nothing was revoked."),
        why,
        Text("Skriv computerens id fra »vejviser roster«.", "Enter the id from “vejviser roster”."),
    )


def _line(invocation: Invocation, member: Member) -> str:
    role = _ROLES[member.role].in_language(invocation.language)
    gone = ""
    if member.revoked_on is not None:
        word = Text("afløst", "replaced") if member.replaced_by else Text("spærret", "revoked")
        gone = f"{word.in_language(invocation.language)} {short_date(member.revoked_on)}"
    words = " ".join(words_of(member.card.fingerprint))
    card = member.card
    return fields_line(card.device, card.initials, card.name, role, gone, words)


def _words_missing() -> UserError:
    return UserError(
        Text("Deltagerlisten blev ikke taget i brug.", "The roster was not used."),
        Text(
            "Det er den første her, og ingen har bekræftet projektlederens ti ord.",
            "It is the first one here, and nobody has confirmed the lead's ten words.",
        ),
        Text("Ring til projektlederen, og angiv dem med --words.", "Call and give --words."),
    )
