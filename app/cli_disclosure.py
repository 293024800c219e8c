"""Commands for released figures, which need no store and no passphrase: check-release, attack."""

import json
import pkgutil
from pathlib import Path

import click

from app import files
from app.cli_base import Command, Invocation, option, pass_invocation
from app.cli_usage import Misuse
from app.errors import UserError
from app.export.disclosure.check_release import LARGEST, Result, Wrong, check, told
from app.export.disclosure.recomputing import Finding, recompute
from app.export.disclosure.release_json import decode_release, distinct
from app.texts import Text

_LINES = 40


class CertificateFails(UserError):
    """The certificate of a release does not hold."""


@click.command(
    "check-release",
    cls=Command,
    words=Text(
        "Efterprøv en udgivelses bevis ved at lægge sammen.",
        "Check the certificate of a release by adding up.",
    ),
)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@option(
    "--script",
    type=click.Path(path_type=Path, dir_okay=False),
    da="Gem et lille program, som modtageren selv kan efterprøve filen med.",
    en="Save a small program with which the recipient can check the file.",
)
@pass_invocation
def check_release(invocation: Invocation, file: Path | None, script: Path | None) -> None:
    """Check a file, or save the program that checks it."""
    if (file is None) == (script is None):
        raise Misuse(Text("Angiv en fil eller --script.", "Name a file, or --script."))
    if script is not None:
        files.write_atomically(script, _script())
        invocation.say(Text(f"Gemt: {script}", f"Saved: {script}"))
    if file is not None:
        data = _read(file)
        decode_release(data, file.name)
        try:
            result = check(json.loads(data))
        except Wrong as error:
            raise CertificateFails(
                Text("Udgivelsen holder ikke.", "The release does not hold."),
                Text(f"Fundet: {error.da}.", f"Found: {error.en}."),
                Text(
                    "Brug ikke tallene; spørg afsenderen.",
                    "Do not use the figures; ask the sender.",
                ),
            ) from error
        _tell(invocation, result)


@click.command(
    cls=Command,
    words=Text(
        "Prøv at regne skjulte tal ud fra udgivne filer.",
        "Try to work out withheld figures from released files.",
    ),
)
@click.argument("file", nargs=-1, required=True, type=click.Path(path_type=Path))
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/release-json.md).",
    en="Lines or JSON (docs/release-json.md).",
)
@pass_invocation
@click.pass_context
def attack(ctx: click.Context, invocation: Invocation, file: tuple[Path, ...], form: str) -> None:
    """Attack the releases of all files together; exit code 1 if something can be worked out."""
    found = recompute(distinct(decode_release(_read(path), path.name) for path in file))
    if form == "json":
        click.echo(
            json.dumps(
                {
                    "format": "vejviser-attack/1",
                    "releases": found.releases,
                    "withheld": found.hidden,
                    "findings": [_object(each) for each in found.findings],
                },
                ensure_ascii=False,
                indent=2,
            )
        )
    else:
        for each in found.findings[:_LINES]:
            click.echo(f"{each.cell}\t{_range(each)}")
        if len(found.findings) > _LINES:
            more = len(found.findings) - _LINES
            invocation.say(
                Text(
                    f"… og {more} til (se dem med --format json)",
                    f"… and {more} more (see them with --format json)",
                )
            )
        invocation.say(
            Text(
                f"{_releases(found.releases).da}, {found.hidden} skjulte tal; "
                f"{len(found.findings)} tal kan regnes ud eller næsten.",
                f"{_releases(found.releases).en}, {found.hidden} withheld figures; "
                f"{len(found.findings)} figures can be worked out or nearly so.",
            )
        )
    ctx.exit(1 if found.findings else 0)


def _read(path: Path) -> bytes:
    with files.explained_os_errors(reading=True), path.open("rb") as file:
        return file.read(LARGEST + 1)


def _script() -> bytes:
    source = pkgutil.get_data("app.export.disclosure", "check_release.py")
    if source is None:
        raise FileNotFoundError("check_release.py")
    return source


def _tell(invocation: Invocation, result: Result) -> None:
    for danish, english in zip(told(result, danish=True), told(result, danish=False), strict=True):
        invocation.say(Text(danish, english))


def _releases(number: int) -> Text:
    if number == 1:
        return Text("1 udgivelse", "1 release")
    return Text(f"{number} udgivelser", f"{number} releases")


def _range(finding: Finding) -> str:
    low, high = finding.bounds
    return str(low) if low == high else f"{low}–{high}"


def _object(finding: Finding) -> dict[str, object]:
    return {
        "cell": finding.cell,
        "low": finding.bounds.low,
        "high": finding.bounds.high,
        "k": finding.k,
        "withheld": finding.withheld,
    }
