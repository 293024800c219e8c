"""The commands ``release list`` and ``release show``: what has left the house."""

import click

from app.cli_base import NOTHING_FOUND, Command, Group, Invocation, option, pass_invocation
from app.cli_outside import in_words, read_released
from app.export.json_objects import to_json
from app.export.outside.profiles import PROFILES, Profile
from app.export.outside.scopes import Scope
from app.export.outside.text import to_text
from app.models.releases import ReleaseHead
from app.models.words import short_date
from app.texts import Language, Text

FORMAT = "vejviser-releases/1"


@click.group(
    cls=Group,
    words=Text("Se, hvad der er udgivet.", "See what was released."),
)
def release() -> None:
    """Hold the commands about releases."""


_as_json = option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/release-json.md).",
    en="Lines or JSON (docs/release-json.md).",
)


@release.command("list", cls=Command, words=Text("Vis alle udgivelser.", "Show all releases."))
@_as_json
@pass_invocation
def list_releases(invocation: Invocation, form: str) -> None:
    """List the ledger, the oldest first."""
    with invocation.open() as context:
        heads = context.store.releases.heads()
    if form == "json":
        click.echo(to_json({"format": FORMAT, "releases": list(map(_object, heads))}), nl=False)
        return
    for head in heads:
        click.echo(_line(head, invocation.language))
    if not heads:
        invocation.complain(NOTHING_FOUND)


@release.command(
    "show",
    cls=Command,
    words=Text(
        "Vis en udgivelses tabeller, den nyestes uden navn.",
        "Show the tables of a release, of the newest without a name.",
    ),
)
@click.argument("name", required=False)
@_as_json
@pass_invocation
def show_release(invocation: Invocation, name: str | None, form: str) -> None:
    """Print a release as it went out, or all releases up to it with the certificate of all."""
    with invocation.open() as context:
        protected = read_released(context.store, name)
        if form == "json":
            click.echo(protected.whole_file, nl=False)
        else:
            click.echo(to_text(in_words(invocation, context.store, protected)), nl=False)


def _line(head: ReleaseHead, language: Language) -> str:
    profile = PROFILES[Profile(head.profile)].in_language(language)
    whose = Scope.of(head.scope).name
    parts = (head.id, short_date(head.released_on), profile, whose)
    return "  ".join(part for part in parts if part)


def _object(head: ReleaseHead) -> dict[str, object]:
    return {
        "id": head.id,
        "date": head.released_on.isoformat(),
        "profile": head.profile,
        "scope": head.scope,
        "month": head.month,
        "revision": head.revision,
        "hash": head.hash,
        "previous": head.previous,
    }
