"""Logs and crash reports in which nobody can be recognised.

What is logged is a sentence from the source code with numbers in it. Text arguments are left out,
and of an exception only its type and the places in the code remain: never its message, which may
quote what was typed, and never the values of variables.
"""

import enum
import logging
import os
import platform
import sys
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path, PurePath
from typing import Literal

from app import __version__, files
from app.paths import Paths

Topic = Literal["backup", "command", "export", "import", "keys", "store", "window"]

LOG_FILE = "vejviser.log"
LARGEST_LOG = 512 * 1024
OLD_LOGS = 3
CRASH_REPORTS = 20

_ROOT = logging.getLogger("vejviser")
_ROOT.propagate = False
# Without a handler, logging would print warnings to stderr with all their arguments.
_ROOT.addHandler(logging.NullHandler())


def logger(topic: Topic) -> logging.Logger:
    """Return the logger of a topic; give it constant sentences and numbers."""
    return _ROOT.getChild(topic)


def start_logging(paths: Paths, level: int = logging.INFO) -> bool:
    """Log to rotating owner-only files in ``paths.logs`` from now on.

    Return False where the folder cannot be written: the program works without a log.
    """
    stop_logging()
    try:
        files.make_private_folder(paths.logs)
        handler = _PrivateFile(paths.logs / LOG_FILE, encoding="utf-8")
    except OSError:
        return False
    handler.setFormatter(_Redaction())
    _ROOT.addHandler(handler)
    _ROOT.setLevel(level)
    return True


def stop_logging() -> None:
    """Close the log file."""
    for handler in [item for item in _ROOT.handlers if isinstance(item, _PrivateFile)]:
        _ROOT.removeHandler(handler)
        handler.close()


def describe(error: BaseException) -> str:
    """Return the types and places of ``error`` and its causes, the outermost first."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        kind = type(current)
        lines.append(f"{'caused by ' if lines else ''}{kind.__module__}.{kind.__qualname__}")
        for frame, line in traceback.walk_tb(current.__traceback__):
            code = frame.f_code
            lines.append(f"  {_short(code.co_filename)}:{line} {code.co_name}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def write_crash_report(
    paths: Paths, error: BaseException, now: datetime | None = None
) -> Path | None:
    """Write what a developer needs to find ``error``, and return the file.

    Return None where it cannot be written: whoever meets a fault must not meet another one by
    reporting it. The newest 20 reports are kept.
    """
    moment = (now or datetime.now(UTC)).astimezone(UTC)
    path = paths.logs / f"crash-{moment:%Y%m%dT%H%M%S}-{moment.microsecond:06d}Z.txt"
    report = "\n".join(
        (
            f"Vejviser {__version__}, {moment:%Y-%m-%d %H:%M} UTC",
            f"Python {platform.python_version()}, {sys.platform} {platform.machine()}",
            f"PySide6 {_version_of('PySide6-Essentials')}, SQLCipher {_version_of('sqlcipher3')}",
            "",
            describe(error),
            "",
        )
    )
    try:
        files.make_private_folder(paths.logs)
        files.write_atomically(path, report.encode())
    except OSError:
        return None
    for old in sorted(paths.logs.glob("crash-*.txt"), reverse=True)[CRASH_REPORTS:]:
        with suppress(OSError):
            old.unlink()
    return path


class _PrivateFile(logging.FileHandler):
    """A rotating log that only its owner can read, and that never complains on stderr.

    The handler of the standard library would load sockets and pickles at every start.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record, into a new file where it would make this one too large."""
        try:
            size = len(self.format(record).encode()) + 1
            if self.stream is not None and self.stream.tell() + size > LARGEST_LOG:
                self.stream.close()
                self.stream = None  # what follows opens it again
                self._move_aside()
            super().emit(record)
        except Exception:  # noqa: BLE001 - whatever it was, the work goes on
            self.handleError(record)

    def _move_aside(self) -> None:
        for number in range(OLD_LOGS, 0, -1):
            newer = self._numbered(number - 1)
            if newer.exists():
                newer.replace(self._numbered(number))

    def _numbered(self, number: int) -> Path:
        return Path(f"{self.baseFilename}.{number}" if number else self.baseFilename)

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(
            self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, files.PRIVATE_FILE
        )
        return os.fdopen(descriptor, "a", encoding="utf-8")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Lose the line: a full disk must not stop the work, nor print the arguments."""


class _Redaction(logging.Formatter):
    """One line per record: moment, level, topic, sentence with its numbers."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        topic = record.name.removeprefix("vejviser.")
        line = f"{moment} {record.levelname} {topic}: {_sentence(record)}"
        error = record.exc_info[1] if record.exc_info else None
        return line if error is None else f"{line}\n{describe(error)}"


def _sentence(record: logging.LogRecord) -> str:
    if not isinstance(record.msg, str):
        return str(_harmless(record.msg))
    if not record.args:
        return record.msg
    arguments = record.args if isinstance(record.args, tuple) else (record.args,)
    try:
        return record.msg % tuple(_harmless(argument) for argument in arguments)
    except (TypeError, ValueError):
        return record.msg


def _harmless(argument: object) -> object:
    if isinstance(argument, enum.Enum):
        return argument.name
    if isinstance(argument, BaseException):
        return type(argument).__qualname__
    if isinstance(argument, type):
        return argument.__qualname__
    if argument is None or isinstance(argument, int | float):
        return argument
    return "…"


def _short(filename: str) -> str:
    """Return the path of a source file without the folders that may name the user."""
    parts = PurePath(filename).parts
    for anchor in ("site-packages", "app"):
        if anchor in parts:
            start = len(parts) - 1 - parts[::-1].index(anchor)
            return "/".join(parts[start + (anchor == "site-packages") :])
    return parts[-1] if parts else "?"


def _version_of(distribution: str) -> str:
    import importlib.metadata  # takes as long as a tenth of an empty window

    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return "?"
