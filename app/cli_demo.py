"""The commands demo and self-test."""

import shutil
from pathlib import Path

import click

from app.cli_base import Command, Invocation, option, pass_invocation
from app.errors import Conflict, WrongPassphrase
from app.export import FORMATS, Report, ReportRequest, make_report, run, to_json, to_text
from app.files import explained_os_errors, write_atomically
from app.models import opening
from app.models.demo import (
    DEMO_PASSPHRASE,
    LAST_BUSY_MONTH,
    PUBLISHED_FIRST,
    PUBLISHED_LAST,
    build_demo,
)
from app.models.demo_published import TABLES, Comparison, compare
from app.models.periods import Period
from app.models.store import Store
from app.paths import Paths
from app.selftest import self_test as run_self_test
from app.texts import Language, Text

_FOLDER = "demo-data"
_WIDTH = 52


@click.command(
    cls=Command,
    words=Text(
        "Byg demoprojektet, og vis alt, hvad der kommer ud af det.",
        "Build the demo project and show everything that comes out of it.",
    ),
)
@option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    da="Mappen til demoprojektet og dets filer.",
    en="The folder for the demo project and its files.",
)
@pass_invocation
def demo(invocation: Invocation, out: Path) -> None:
    """Import the published project, count it, compare it, and write its reports."""
    paths = Paths(out / _FOLDER)
    with explained_os_errors():
        _remove_earlier_demo(paths)
    store, _ = build_demo(paths, clock=invocation.clock, recent=True)
    try:
        report = make_report(
            store,
            Period(PUBLISHED_FIRST, PUBLISHED_LAST),
            language=invocation.language,
        )
        written = _write_files(store, report, out)
    finally:
        store.close()
    click.echo(to_text(report))
    comparisons = compare(report.tally)
    for line in _compared(comparisons, invocation.language):
        click.echo(line)
    invocation.say(Text("\nFiler", "\nFiles"))
    for path in written:
        click.echo(f"{-(-path.stat().st_size // 1024):6} KiB  {path}")
    invocation.say(
        Text(
            f"\nProjektet ligger i {paths.data_dir}; adgangssætningen er »{DEMO_PASSPHRASE}«.",
            f"\nThe project is in {paths.data_dir}; the passphrase is “{DEMO_PASSPHRASE}”.",
        )
    )
    if not all(comparison.agrees for comparison in comparisons):
        raise RuntimeError("the demo project does not give the published figures")


@click.command(
    "self-test",
    cls=Command,
    words=Text(
        "Prøv hele programmet af i en midlertidig mappe.",
        "Try the whole program in a temporary folder.",
    ),
)
@pass_invocation
def self_test(invocation: Invocation) -> None:
    """Print each step as it is passed; a step that fails is reported as a fault."""
    for step in run_self_test(invocation.clock):
        invocation.say(Text(f"ok  {step.da}", f"ok  {step.en}"))
    invocation.say(Text("Alt virker.", "Everything works."))


def _remove_earlier_demo(paths: Paths) -> None:
    """Remove the demo project of an earlier run, and nothing but a demo project."""
    if not opening.exists(paths):
        return
    try:
        store, _ = opening.open_store(paths, DEMO_PASSPHRASE)
    except WrongPassphrase as error:
        raise Conflict(
            Text("Demoprojektet blev ikke bygget.", "The demo project was not built."),
            Text(
                f"I {paths.data_dir} ligger andre data.",
                f"There are other data in {paths.data_dir}.",
            ),
            Text("Vælg en anden mappe.", "Choose another folder."),
        ) from error
    store.close()
    shutil.rmtree(paths.data_dir)


def _write_files(store: Store, report: Report, out: Path) -> tuple[Path, ...]:
    """Write the published period and its last busy month in every format, and the JSON form."""
    written: list[Path] = []
    for period in (report.period, Period.month(LAST_BUSY_MONTH)):
        request = ReportRequest(period, out, tuple(FORMATS), language=report.language)
        written += run(request, store)
    tally = written[0].with_suffix(".json")
    with explained_os_errors():
        write_atomically(tally, to_json(report.tally))
    return (*written, tally)


def _compared(comparisons: tuple[Comparison, ...], language: Language) -> list[str]:
    """Return the tables that set the printed figures beside the counted ones."""
    title = Text("Evalueringens tal og Vejvisers", "The evaluation's figures and Vejviser's")
    heads = Text("trykt    %   talt    %", "print    %  count    %").in_language(language)
    lines = [title.in_language(language), "=" * len(title.in_language(language))]
    for table, name in TABLES.items():
        lines += ["", f"{name.in_language(language):<{_WIDTH}}{heads}"]
        for item in (c for c in comparisons if c.table == table):
            mark = "" if item.agrees else "   ≠"
            lines.append(
                (
                    f"{item.label.in_language(language):<{_WIDTH}}"
                    f"{item.printed:>5} {_percent(item.printed_percent)}"
                    f"  {item.counted:>5} {_percent(item.counted_percent)}{mark}"
                ).rstrip()
            )
    agreeing = sum(item.agrees for item in comparisons)
    count = f"{agreeing}/{len(comparisons)}"
    end = Text(f"{count} tal er ens.", f"{count} figures agree.")
    return [*lines, "", end.in_language(language)]


def _percent(value: int | None) -> str:
    return f"{value:>4}" if value is not None else "    "
