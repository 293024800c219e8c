"""What click itself says, in the language of the run: the frame of the help, and usage errors."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click
from click.exceptions import NoSuchCommand

from app.models.settings import DeviceSettings
from app.paths import Paths
from app.texts import Language, Text

USAGE = Text("Brug: ", "Usage: ")
HELP = Text("Vis denne hjælp.", "Show this message and exit.")
VERSION = Text("Vis versionen.", "Show the version and exit.")
REQUIRED = Text("skal angives", "required")
_SECTIONS = {"Options": "Tilvalg", "Commands": "Kommandoer"}
_PARTS = (("[OPTIONS]", "[TILVALG]"), ("COMMAND", "KOMMANDO"), ("[ARGS]", "[ARGUMENTER]"))


def language_of(ctx: click.Context | None) -> Language:
    """Return the language of this run, also while the options are still being read."""
    root = ctx.find_root() if ctx is not None else None
    options = root.params if root is not None else {}
    known = getattr(root and root.obj, "language", None) or options.get("language")
    if known is None:
        folder = options.get("data_dir")
        paths = Paths.default() if folder is None else Paths(folder)
        known = DeviceSettings(paths.device_settings).language
    return "en" if known == "en" else "da"


class DanishFormatter(click.HelpFormatter):
    """Writes the headings and the line of usage in Danish."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is put together."""
        for english, danish in _PARTS:
            args = args.replace(english, danish)
        super().write_usage(prog, args, prefix or USAGE.da)

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(_SECTIONS.get(heading, heading))


class SpokenContext(click.Context):
    """A context that formats help in the language of the run."""

    def make_formatter(self) -> click.HelpFormatter:
        """Return what writes the help."""
        if language_of(self) == "en":
            return super().make_formatter()
        return DanishFormatter(width=self.terminal_width, max_width=self.max_content_width)


class Misuse(click.UsageError):
    """A usage error of our own; exit code 2."""

    def __init__(self, text: Text, ctx: click.Context | None = None) -> None:
        super().__init__(text.en, ctx)
        self.text = text


class TooMuch(Misuse):
    """Words after a command that none of its arguments takes."""

    def __init__(self, words: list[str], ctx: click.Context) -> None:
        there = Text("Der står for meget i kommandoen: {}", "There is too much in the command: {}")
        super().__init__(Text(*(each.format(" ".join(words)) for each in there)), ctx)


class DanishUsageError(click.UsageError):
    """A usage error that is shown in Danish; exit code 2."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the usage, where help is to be found, and what is wrong."""
        if self.ctx is not None:
            click.echo(self.ctx.get_usage(), file=file, err=True)
            click.echo(f"»{self.ctx.command_path} --help« viser hjælp.\n", file=file, err=True)
        click.echo(f"Fejl: {self.format_message()}", file=file, err=True)


@contextmanager
def spoken_usage_errors(ctx: click.Context | None = None) -> Iterator[None]:
    """Turn the usage errors of click into Danish ones when the run is in Danish.

    ``ctx`` is for those that do not know where they came up.
    """
    try:
        yield
    except (DanishUsageError, click.exceptions.NoArgsIsHelpError):
        raise
    except click.UsageError as error:
        where = error.ctx or ctx
        if language_of(where) == "en":
            raise
        raise DanishUsageError(_in_danish(error), where) from error


def _in_danish(error: click.UsageError) -> str:
    if isinstance(error, Misuse):
        return error.text.da
    if isinstance(error, NoSuchCommand):
        return f"Kommandoen {error.command_name} findes ikke.{_meant(error.possibilities)}"
    if isinstance(error, click.NoSuchOption):
        return f"Tilvalget {error.option_name} findes ikke.{_meant(error.possibilities)}"
    if isinstance(error, click.MissingParameter):
        return f"{_name(error)} mangler.{_choices(error)}"
    if isinstance(error, click.BadParameter):
        return f"Værdien af {_name(error)} kan ikke bruges.{_choices(error)}"
    if isinstance(error, click.BadOptionUsage):
        return _value_of_option(error)
    return error.format_message()


def _value_of_option(error: click.BadOptionUsage) -> str:
    options = error.ctx.command.params if error.ctx is not None else []
    flags = (each for each in options if isinstance(each, click.Option) and each.is_flag)
    if any(error.option_name in (*flag.opts, *flag.secondary_opts) for flag in flags):
        return f"Tilvalget {error.option_name} skal ingen værdi have."
    return f"Tilvalget {error.option_name} mangler sin værdi."


def _name(error: click.BadParameter) -> str:
    return error.param.get_error_hint(error.ctx).replace("'", "") if error.param else ""


def _choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f" Vælg mellem: {', '.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange):
        return f" Angiv et helt tal fra {kind.min} til {kind.max}."
    if isinstance(kind, type(click.INT)):
        return " Angiv et helt tal."
    if isinstance(kind, click.Path) and isinstance(error.param, click.Option):
        return " Angiv en fil." if kind.file_okay else " Angiv en mappe."
    return ""


def _meant(possibilities: list[str] | None) -> str:
    return f" Mente du {' eller '.join(possibilities)}?" if possibilities else ""
