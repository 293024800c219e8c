"""What all commands share: the installation they work on, the passphrase, help and errors.

Exit codes: 0 done, 1 user error, 2 usage, 3 wrong passphrase, 4 damaged store or key file,
5 something from another computer was refused, 70 a fault of the program (a crash report without
anybody's data is written).
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec
from click.core import augment_usage_errors

from app import files, log
from app.cli_usage import (
    HELP,
    REQUIRED,
    SpokenContext,
    TooMuch,
    language_of,
    spoken_usage_errors,
)
from app.context import AppContext
from app.errors import UserError
from app.models.cipher import explained_errors
from app.models.clock import Clock, system_clock
from app.models.import_report import RowsRejected
from app.models.store import Store
from app.models.team.roles import require_lead, require_own_records
from app.paths import Paths
from app.texts import Language, Text

FAULT = 70
_LARGEST_PASSPHRASE_FILE = 4096
_NEXT_SENTENCE = re.compile(r"(?<=\.)\s+(?=[A-ZÆØÅ])")

F = TypeVar("F", bound=Callable[..., Any])


NOTHING_FOUND = Text("Der blev ikke fundet noget.", "Nothing was found.")
"""For stderr, where a list has no lines; JSON is then an empty list, and says it itself."""


class Invocation(msgspec.Struct, frozen=True):
    """One run of the command line."""

    paths: Paths
    passphrase_file: Path | None
    language: Language
    clock: Clock = system_clock

    def say(self, text: Text) -> None:
        """Print one message in the chosen language."""
        click.echo(text.in_language(self.language))

    def complain(self, text: Text) -> None:
        """Print one message to stderr."""
        click.echo(text.in_language(self.language), err=True)

    def passphrase(self, *, new: bool = False) -> str:
        """Return the passphrase from the file, or ask for it on a terminal; a new one twice.

        Raises:
            UserError: there is neither a readable file nor a terminal.
        """
        if self.passphrase_file is not None:
            return _read_passphrase(self.passphrase_file)
        if not sys.stdin.isatty():
            raise UserError(
                Text("Adgangssætningen mangler.", "The passphrase is missing."),
                Text("Her er ingen terminal at skrive den i.", "There is no terminal to enter it."),
                Text(
                    "Angiv en fil med --passphrase-file før kommandoen.",
                    "Name a file with --passphrase-file before the command.",
                ),
            )
        question = Text("Adgangssætning", "Passphrase").in_language(self.language)
        again = Text("Skriv den igen", "Enter it again").in_language(self.language)
        confirm = again if new else False
        return str(click.prompt(question, hide_input=True, confirmation_prompt=confirm, err=True))

    def open(self) -> AppContext:
        """Unlock the installation; errors as for :func:`app.models.opening.open_store`.

        Raises:
            NotAtALead, OnlyAtALead: the command that runs makes no sense in this installation.
        """
        context = AppContext.open(self.paths, self.passphrase(), clock=self.clock)
        try:
            _require_sense(context.store)
        except UserError:
            context.close()
            raise
        log.start_logging(self.paths)
        return context


_OF_DAYS_AND_NAMES = frozenset(
    {
        *("plan", "visits", "activities", "inquiries", "people", "followups", "referrals"),
        *("retention due", "retention erase", "import inquiries"),
    }
)
"""Commands about days, persons and single contacts: a lead's installation knows none."""


def _require_sense(store: Store) -> None:
    """Refuse a command that makes no sense in this kind of installation."""
    ctx = click.get_current_context(silent=True)
    words = ctx.command_path.split()[1:] if ctx is not None else []
    if words[:1] == ["lead"]:
        require_lead(store)
    elif _OF_DAYS_AND_NAMES.intersection((" ".join(words[:1]), " ".join(words[:2]))):
        require_own_records(store)


pass_invocation = click.make_pass_decorator(Invocation)


class Command(click.Command):
    """A command whose help is in both languages."""

    context_class = SpokenContext
    # Left to parse_args below: click says what is too much in English only.
    allow_extra_args = True

    def __init__(self, *args: Any, words: Text, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words, self.help = words, words.da

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options and arguments; a word that no argument takes is a usage error."""
        with augment_usage_errors(ctx):  # what the parser refuses knows of no command
            left = super().parse_args(ctx, args)
        if left and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            raise TooMuch(left, ctx)
        return left

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language of this run."""
        self.help = self.words.in_language(language_of(ctx))
        super().format_help(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help``, described in the language of this run."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = HELP.in_language(language_of(ctx))
        return option


class Group(Command, click.Group):
    """Commands under one name; the outermost one turns errors into messages and exit codes."""

    command_class = Command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands in the language of this run."""
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if isinstance(command, Command):
                # What click takes from the help itself is cut where the line ends; this goes on.
                words = command.words.in_language(language_of(ctx))
                command.short_help = _NEXT_SENTENCE.split(words, 1)[0]
        super().format_commands(ctx, formatter)


class MainGroup(Group):
    """The outermost group: turns errors into messages and exit codes."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the options that stand before the command."""
        with spoken_usage_errors():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            with explained_errors(), spoken_usage_errors(ctx):
                return super().invoke(ctx)
        except UserError as error:
            _explain(ctx, error)
            ctx.exit(error.exit_code)
        except (KeyboardInterrupt, click.Abort):
            stopped = Text("Afbrudt.", "Stopped.")
            click.echo(stopped.in_language(language_of(ctx)), err=True)
            ctx.exit(1)
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise
        except OSError as error:
            _explain(ctx, files.explain_os_error(error))
            ctx.exit(UserError.exit_code)
        except Exception as error:  # noqa: BLE001 - the outermost place: anything else is a fault
            _report_fault(ctx, error)
            ctx.exit(FAULT)
        finally:
            log.stop_logging()


class Option(click.Option):
    """An option whose help is in both languages."""

    def __init__(self, *args: Any, words: Text, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words, self.help = words, words.da

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and its help in the language of this run."""
        self.help = self.words.in_language(language_of(ctx))
        return super().get_help_record(ctx)

    def get_help_extra(self, ctx: click.Context) -> Any:
        """Return what stands in brackets after the help."""
        extra = super().get_help_extra(ctx)
        if "required" in extra:
            extra["required"] = REQUIRED.in_language(language_of(ctx))
        return extra


def option(*names: str, da: str, en: str, **kwargs: Any) -> Callable[[F], F]:
    """Add an option with help in both languages to a command."""
    return click.option(*names, cls=Option, words=Text(da, en), **kwargs)


def existing_file(name: str) -> Callable[[F], F]:
    """Add an argument for a file; that it is there is checked when it is read."""
    return click.argument(name, type=click.Path(path_type=Path))


def _read_passphrase(path: Path) -> str:
    with files.explained_os_errors(reading=True), path.open("rb") as file:
        data = file.read(_LARGEST_PASSPHRASE_FILE + 1)
    try:
        if len(data) > _LARGEST_PASSPHRASE_FILE:
            raise ValueError("too long for a passphrase")
        text = data.decode("utf-8-sig")
    except ValueError as error:
        raise UserError(
            Text("Adgangssætningen blev ikke læst.", "The passphrase was not read."),
            Text(
                "Filen er ikke en kort tekst i UTF-8.",
                "The file is not a short text in UTF-8.",
            ),
            Text("Vælg filen med adgangssætningen.", "Choose the file with the passphrase."),
        ) from error
    # One line end is the editor's; more would be part of the passphrase.
    return text.removesuffix("\n").removesuffix("\r")


def _explain(ctx: click.Context, error: UserError) -> None:
    language = language_of(ctx)
    if isinstance(error, RowsRejected):
        for problem in error.report.rejected:
            click.echo(problem.text.in_language(language), err=True)
    for text in (error.what, error.why, error.next_step):
        click.echo(text.in_language(language), err=True)


def _report_fault(ctx: click.Context, error: Exception) -> None:
    what = Text("Der skete en fejl i programmet.", "Something went wrong in the program.")
    paths = ctx.obj.paths if isinstance(ctx.obj, Invocation) else Paths.default()
    report = log.write_crash_report(paths, error)
    if report is None:
        why = Text("Den kunne ikke beskrives i en fil.", "It could not be described in a file.")
    else:
        why = Text(
            f"Den er beskrevet uden personoplysninger i {report}.",
            f"It is described, without personal data, in {report}.",
        )
    next_step = Text("Send filen til udviklerne.", "Send the file to the developers.")
    for text in (what, why, next_step):
        click.echo(text.in_language(language_of(ctx)), err=True)
