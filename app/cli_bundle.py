"""The commands ``bundle …``: write, list, hand over, check and take in letters with a month's figures.

Exit code 5 means that something was refused, 1 that a file could not be read. A letter that is here
already, or that is older than what is here, is no refusal: it changes no figure and says so, and a
folder may be opened again and again.
"""

from collections.abc import Sequence
from pathlib import Path

import click

from app import files
from app.cli_base import NOTHING_FOUND, Command, Group, Invocation, option, pass_invocation
from app.cli_planning import fields_line
from app.errors import UserError
from app.export.json_objects import to_json
from app.export.letters.handing import (
    FileTaken,
    Handed,
    Verified,
    hand_over,
    take_files,
    verify_file,
)
from app.export.letters.offered import offered
from app.export.letters.other_files import next_step, other_words
from app.export.letters.posting import months_to_post, post_keys, post_month
from app.export.letters.sharing import changed_months
from app.export.sync_json import (
    file_object,
    handed_object,
    out_letter_object,
    received_object,
    verified_object,
)
from app.export.sync_words import out_letter_line, received_line, taken_lines, total_lines
from app.models.periods import month_name, parse_month
from app.models.store import Store
from app.models.team.inbox import Inbox
from app.models.team.outbox import Outbox, OutLetter
from app.models.team.refusing import Refused
from app.models.team.rosters import Rosters
from app.models.team.senders import names_of_senders
from app.models.team.standing import standing_of, standing_words
from app.models.words import short_date
from app.texts import Language, Text

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
        "Gør lukkede måneder klar til projektlederen. »sync« sender dem, eller --out gemmer dem.",
        "Make closed months ready for the lead. “sync” sends them, or --out saves them.",
    ),
)
@option(
    "--month",
    metavar="YYYY-MM",
    da="Måneden; ellers alle lukkede, der ikke er gjort klar.",
    en="The month; otherwise all closed ones that are not ready yet.",
)
@option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    da="Gem alle breve, der venter, som filer i denne mappe, så de kan gives videre i hånden.",
    en="Save all letters that wait as files in this folder, to be handed over by hand.",
)
@_AS_JSON
@pass_invocation
@click.pass_context
def make(
    ctx: click.Context,
    invocation: Invocation,
    month: str | None,
    out: Path | None,
    *,
    as_json: bool,
) -> None:
    """Queue the letters; with ``--out`` they, and all others that wait, are saved as files."""
    with invocation.open() as context:
        made = _make(context.store, month, by_hand=out is not None)
        saved = [] if out is None else _saved(context.store, out, month, invocation.language)
        # What was just handed over is no longer as it was when it was made.
        now = {one.seq: one for one in Outbox(context.store).all()}
        standing = standing_of(context.store, Rosters(context.store).require())
        at_lead = context.store.settings.is_lead
        changed = [] if at_lead else _changed(context.store, month)
    letters = [now.get(one.seq, one) for one in made]
    if as_json:
        _print_json("vejviser-made/1", letters, files=[handed_object(one) for one in saved])
    else:
        for one in letters:
            invocation.say(out_letter_line(one))
        for file in saved:
            click.echo(fields_line(str(file.path), file.to))
        if not letters and not saved and not changed:
            invocation.complain(NOTHING_FOUND)
    for corrected in changed:
        invocation.complain(_to_restate(corrected))
    said = standing_words(standing)
    if said is not None:
        invocation.complain(said)
    if standing.needs_attention and not letters:
        ctx.exit(UserError.exit_code)


@bundle.command(
    "list",
    cls=Command,
    words=Text(
        "Vis breve, der er skrevet her, og breve, der er kommet.",
        "List the letters that were written here and those that came.",
    ),
)
@_AS_JSON
@pass_invocation
def list_letters(invocation: Invocation, *, as_json: bool) -> None:
    """Print the letters, the oldest first: how far each has come, or what was made of it."""
    with invocation.open() as context:
        written, came = Outbox(context.store).all(), Inbox(context.store).received()
        names = names_of_senders(context.store)
    if as_json:
        _print_json("vejviser-letters/1", written, received=[received_object(one) for one in came])
        return
    for letter in written:
        invocation.say(out_letter_line(letter))
    for one in came:
        invocation.say(received_line(one, names.get(one.sender, "")))
    if not written and not came:
        invocation.complain(NOTHING_FOUND)


@bundle.command(
    "open",
    cls=Command,
    words=Text("Tag breve ind fra filer og mapper.", "Take letters in from files and folders."),
)
@click.argument("named", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@_AS_JSON
@pass_invocation
@click.pass_context
def open_files(
    ctx: click.Context, invocation: Invocation, named: tuple[Path, ...], *, as_json: bool
) -> None:
    """Take each file in; one that is refused does not stand in the way of the others."""
    with invocation.open() as context:
        told = list(take_files(context.store, offered(named)))
        at_lead = context.store.settings.is_lead
    if as_json:
        document = {"format": "vejviser-opened/1", "files": [file_object(one) for one in told]}
        click.echo(to_json(document), nl=False)
    else:
        _tell_taken(invocation, told)
    _tell_refused(invocation, told)
    _tell_others(invocation, told, at_lead=at_lead)
    if _nothing_for_us(told):
        _tell_unreadable(invocation, told)
    ctx.exit(_exit_code(told))


@bundle.command(
    cls=Command,
    words=Text(
        "Se, hvem et brev er fra, og om det kan tages ind. Intet ændres.",
        "See whom a letter is from and whether it can be taken in. Nothing is changed.",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@_AS_JSON
@pass_invocation
@click.pass_context
def verify(ctx: click.Context, invocation: Invocation, file: Path, *, as_json: bool) -> None:
    """Print who wrote a letter, of what, and what taking it in would come to."""
    with invocation.open() as context:
        found = verify_file(context.store, file)
    if as_json:
        click.echo(to_json(verified_object(found)), nl=False)
    else:
        _tell_verified(invocation, found)
    ctx.exit(Refused.exit_code if found.taken.reason else 0)


def _exit_code(told: Sequence[FileTaken]) -> int:
    """Return 5 where a letter was refused or none is for us, else 1 where a file could not be read."""
    if any(one.reason for one in told if one.error is None or isinstance(one.error, Refused)):
        return Refused.exit_code
    if _nothing_for_us(told):
        return Refused.exit_code
    return UserError.exit_code if any(one.error is not None for one in told) else 0


def _nothing_for_us(told: Sequence[FileTaken]) -> bool:
    """Tell whether there are letters that cannot be read here, and none that can."""
    return any(one.is_for_others for one in told) and not any(one.taken for one in told)


def _tell_unreadable(invocation: Invocation, told: Sequence[FileTaken]) -> None:
    """Say on stderr which letters cannot be read here: whose seal is damaged, is for nobody."""
    for one in told:
        if one.is_for_others:
            name = _on_one_line(one.name)
            invocation.complain(
                Text(
                    f"{name}: Det kan ikke læses her. Det er forseglet til en anden eller beskadiget. Er"
                    " det til dig, så bed afsenderen om at sende det igen.",
                    f"{name}: It cannot be read here. It is sealed to somebody else, or damaged. If it"
                    " is for you, ask the sender to send it again.",
                )
            )


def _make(store: Store, month: str | None, *, by_hand: bool) -> list[OutLetter]:
    if month is not None:
        letter = post_month(store, parse_month(month))
        if by_hand:
            # Who asks for one month's file once more has lost it on its way.
            Outbox(store).again(letter.seq)
        return [letter]
    if store.settings.is_lead:
        return []  # it sends no figures, but may hand receipts over
    months = months_to_post(store)
    made = [post_month(store, parse_month(one)) for one in months]
    post_keys(store)
    return made


def _changed(store: Store, month: str | None) -> list[str]:
    """Return the months that were corrected since their close: all, or the one that is asked for."""
    asked = None if month is None else f"{parse_month(month).first:%Y-%m}"
    return sorted(one for one in changed_months(store) if asked in (None, one))


def _on_one_line(name: str) -> str:
    """Return a file's name as it may be printed: it came from outside, and may hold line breaks."""
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name
    )


def _to_restate(month: str) -> Text:
    """Return that a month was corrected since its close, so that no letter tells of that yet."""
    name = month_name(parse_month(month).first)
    command = f"vejviser close --month {month} --restate --reason …"
    return Text(
        f"{name.da.capitalize()} er rettet, siden den blev lukket; rettelsen er ikke gjort klar."
        f" Ret de lukkede tal først: »{command}«.",
        f"{name.en} was corrected since it was closed; the correction was not made ready."
        f" Restate the closed figures first: “{command}”.",
    )


def _saved(store: Store, folder: Path, month: str | None, language: Language) -> list[Handed]:
    with files.explained_os_errors():
        folder.mkdir(parents=True, exist_ok=True)
    asked = (
        []
        if month is None
        else hand_over(store, folder, month=month, again=True, language=language)
    )
    return [*asked, *hand_over(store, folder, language=language)]


def _print_json(form: str, letters: Sequence[OutLetter], **more: object) -> None:
    document = {"format": form, "written": [out_letter_object(one) for one in letters], **more}
    click.echo(to_json(document), nl=False)


def _tell_taken(invocation: Invocation, told: Sequence[FileTaken]) -> None:
    taken = [one.taken for one in told if one.taken is not None and not one.reason]
    for one in taken:
        for line in taken_lines(one):
            invocation.say(line)
    for line in total_lines(taken):
        invocation.say(line)
    others = sum(one.is_for_others for one in told)
    if others:
        invocation.say(
            Text(
                f"Breve i mappen, som er forseglet til andre: {others}.",
                f"Letters in the folder that are sealed to others: {others}.",
            )
        )
    if not told:
        invocation.complain(NOTHING_FOUND)


def _tell_refused(invocation: Invocation, told: Sequence[FileTaken]) -> None:
    """Say on stderr which files were refused and why, also beside JSON."""
    for one in told:
        if not one.reason:
            continue
        error = one.error if one.taken is None else one.taken.error
        assert error is not None, "what is refused has a reason in words"
        name = _on_one_line(one.name)
        invocation.complain(Text(name, name))
        for text in (error.what, error.why, error.next_step):
            invocation.complain(text)


def _tell_others(invocation: Invocation, told: Sequence[FileTaken], *, at_lead: bool) -> None:
    """Say on stderr which files in a folder are of ours and no letters: nothing was done with them."""
    for one in told:
        if one.other is None or one.reason:
            continue
        said, do = other_words(one.other), next_step(one.other, at_lead=at_lead)
        name = _on_one_line(one.name)
        invocation.complain(Text(f"{name}: {said.da} {do.da}", f"{name}: {said.en} {do.en}"))


def _tell_verified(invocation: Invocation, found: Verified) -> None:
    header, card = found.opened.letter.header, found.opened.sender.card
    day = short_date(header.made_at)
    invocation.say(
        Text(
            f"Ægte: brev {header.seq} fra {card.name} ({card.initials}), {day}.",
            f"Genuine: letter {header.seq} from {card.name} ({card.initials}), {day}.",
        )
    )
    invocation.say(
        Text(
            "Intet er taget ind endnu. Tages det ind, bliver det sådan:",
            "Nothing was taken in yet. If it is, it will be like this:",
        )
    )
    for line in taken_lines(found.taken):
        invocation.say(line)
