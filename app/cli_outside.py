"""What the commands about reports for the outside share: asking, releasing, and telling."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import click

from app.cli_base import Invocation
from app.cli_usage import Misuse
from app.errors import NotFound
from app.export.disclosure import Progress
from app.export.outside.detail import Detail
from app.export.outside.files import issue, preview_json, render_files
from app.export.outside.profiles import Profile
from app.export.outside.refusing import Planning, Watch
from app.export.outside.releasing import (
    Asked,
    Protected,
    protect_request,
    read_request,
)
from app.export.outside.report import OutsideReport, outside_labels, outside_report
from app.export.outside.scopes import PROJECT, Kind, Scope, place
from app.export.outside.text import to_text
from app.models.named import workplace_named
from app.models.periods import Period, parse_month
from app.models.store import Store
from app.texts import Text

_NOT_MADE = Text("Opgørelsen blev ikke lavet.", "The report was not made.")


class AskedFor(NamedTuple):
    """What was typed: codes of workplaces and the name of an organisation are not looked up yet."""

    profile: Profile
    period: Period
    workplaces: tuple[str, ...]
    organisation: str | None
    detail: str


def report_outside(
    invocation: Invocation,
    wanted: AskedFor,
    formats: tuple[str, ...],
    out: Path | None,
    *,
    preview: bool,
) -> None:
    """Show a protected report, or release it and print the paths of its files."""
    if (out is None) != preview:
        raise Misuse(
            Text(
                "Angiv enten --out for at udgive, eller --preview for at se.",
                "Give either --out to release, or --preview to see.",
            )
        )
    if wanted.period != Period.month(wanted.period.first) or len(wanted.workplaces) > 1:
        raise Misuse(
            Text(
                "Udad går én måned ad gangen, for hele projektet, én --workplace eller én"
                " --organisation.",
                "One month at a time goes out, of the project, one --workplace or one"
                " --organisation.",
            )
        )
    with invocation.open() as context:
        store = context.store
        asked = Asked(
            wanted.profile,
            wanted.period,
            _scope(store, wanted),
            detail=Detail(wanted.detail),
        )
        with shown_progress(invocation) as watch:
            protected = protect_request(read_request(store, asked), watch)
        if not protected.is_new and protected.detail != asked.detail:
            invocation.complain(_other_detail(protected))
        if out is None and formats == ("json",):
            click.echo(preview_json(protected))
            return
        if out is None:
            click.echo(to_text(in_words(invocation, store, protected)), nl=False)
            return
        contents = render_files(in_words(invocation, store, protected), formats)
        told, is_new = issue(store, protected, contents, out)
    for path in told:
        click.echo(path)
    name = protected.release.id
    if is_new:
        invocation.complain(Text(f"Udgivet: {name}.", f"Released: {name}."))
    else:
        invocation.complain(
            Text(
                f"{name} var udgivet; filerne er de samme.",
                f"{name} was out; the files are the same.",
            )
        )


def _other_detail(protected: Protected) -> Text:
    name, detail = protected.release.id, protected.detail.value
    return Text(
        f"{name} er udgivet med --detail {detail}; det kan ikke gøres om.",
        f"{name} was released with --detail {detail}; that cannot be undone.",
    )


@contextmanager
def shown_progress(invocation: Invocation) -> Iterator[Watch | None]:
    """Tell a terminal on stderr how long the protection takes, and what it costs so far."""
    if not sys.stderr.isatty():
        yield None
        return
    said = Text("Beskytter tallene … {seconds} s", "Protecting the figures … {seconds} s")
    several = Text(", plan {number} af {of}", ", plan {number} of {of}")
    begun, last, step = time.monotonic(), -1, Planning(0, 1)

    def watch(progress: Progress | Planning) -> bool:
        nonlocal last, step
        seconds = int(time.monotonic() - begun)
        if isinstance(progress, Planning):
            step = progress
        if seconds != last:
            last = seconds
            told = said.format(seconds=seconds).in_language(invocation.language)
            if step.of > 1:
                number = several.format(number=step.done + 1, of=step.of)
                told += number.in_language(invocation.language)
            if isinstance(progress, Progress) and progress.cost is not None:
                told += f" ({progress.cost:.0f} ≥ {progress.bound:.0f})"
            click.echo(f"\r\x1b[K{told}", nl=False, err=True)
        return True

    try:
        yield watch
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def in_words(invocation: Invocation, store: Store, protected: Protected) -> OutsideReport:
    """Return a protected report in the language of this run."""
    labels = outside_labels(store, protected.request, invocation.language)
    return outside_report(protected, labels, invocation.language, demo=store.settings.demo)


def read_released(store: Store, release_id: str | None) -> Protected:
    """Return a release of the ledger by its name, the newest without one; raise NotFound."""
    heads = store.releases.heads()
    found = [head for head in heads if release_id in (None, head.id)]
    if not found:
        raise NotFound(
            Text("Udgivelsen blev ikke fundet.", "The release was not found."),
            Text("Der er ingen udgivelse med det navn.", "There is no release of that name."),
            Text("Se dem med »release list«.", "See them with “release list”."),
        )
    head = found[-1]
    month = Period.month(parse_month(head.month).first)
    asked = Asked(Profile(head.profile), month, Scope.of(head.scope), head.revision)
    return protect_request(read_request(store, asked))


def organisation_codes(store: Store, name: str) -> tuple[str, ...]:
    """Return the workplaces of an organisation, whose name may be typed in any case; raise NotFound."""
    found = [each for each in store.organisations.all() if each.name.casefold() == name.casefold()]
    if not found:
        known = ", ".join(each.name for each in store.organisations.all())
        raise NotFound(
            _NOT_MADE,
            Text(f"Der er ingen organisation »{name}«.", f"There is no organisation “{name}”."),
            Text(f"Vælg mellem {known}.", f"Choose one of {known}."),
        )
    places = store.workplaces.all()
    return tuple(each.code for each in places if each.organisation_id == found[0].id)


def _scope(store: Store, wanted: AskedFor) -> Scope:
    if wanted.workplaces:
        return place(workplace_named(store, wanted.workplaces[0]).code)
    if wanted.organisation is None:
        return PROJECT
    organisation_codes(store, wanted.organisation)
    names = (each.name for each in store.organisations.all())
    name = next(each for each in names if each.casefold() == wanted.organisation.casefold())
    return Scope(Kind.ORGANISATION, name)
