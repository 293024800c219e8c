"""The cube as files for an existing engine (DuckDB, PostgreSQL …): Parquet, or CSV without pyarrow.

What is in it is decided in :mod:`app.models.cube` and described in docs/cube.md.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from app import files
from app.errors import UserError
from app.export.cube_words import TABLES, WARNING, column_meaning
from app.export.file_names import file_stem
from app.export.json_objects import to_json
from app.models.clock import local_today
from app.models.cube import COLUMNS, CubeRow, read_cube
from app.models.periods import Period
from app.models.team.coverage import Coverage, coverage, coverage_words
from app.texts import LANGUAGES, Text

if TYPE_CHECKING:
    from app.models.store import Store

FORMAT = "vejviser-cube/1"
DESCRIPTION = "cube.json"
NOTICE = "UBESKYTTET-UNPROTECTED.txt"
_COUNTS = frozenset({"contacts", "mentions", "persons_seen", "months", "weekday"})


class CubeFormat(StrEnum):
    """What kind of files the tables are."""

    PARQUET = "parquet"
    CSV = "csv"


class _Writer(Protocol):
    """Writes rows of one table to an open file, some at a time."""

    def add(self, rows: Iterable[CubeRow]) -> None:
        """Write rows after those that were written before."""

    def finish(self) -> None:
        """Write what ends the file."""


def write_cube(store: "Store", period: Period, out: Path, form: CubeFormat) -> Path:
    """Write the cube of a period into its own folder below ``out`` and return that folder.

    An older one of the same name is replaced. The description goes first and comes last: a folder
    without it is no cube. All files may be read by their owner only.

    Raises:
        UserError: Parquet cannot be written here, or the folder cannot be written.
        InvalidPeriod: a lead's store is asked for anything but whole months.
    """
    if form is CubeFormat.PARQUET:
        _require_pyarrow()
    folder = out / file_stem(period, (), subject="kube-INTERN")
    with files.explained_os_errors():
        files.make_private_folder(folder)
        for name in (DESCRIPTION, *(f"{table}.{kind}" for table in COLUMNS for kind in CubeFormat)):
            (folder / name).unlink(missing_ok=True)
        counted = _write_tables(store, period, folder, form)
        covered = coverage(store, period)
        said = [WARNING] if covered is None else [WARNING, coverage_words(covered)]
        notice = "\n\n".join(text.in_language(each) for each in LANGUAGES for text in said)
        files.write_atomically(folder / NOTICE, f"{notice}\n".encode())
        description = _description(store, period, form, counted, covered)
        files.write_atomically(folder / DESCRIPTION, description)
    return folder


def _write_tables(store: "Store", period: Period, folder: Path, form: CubeFormat) -> dict[str, int]:
    """Write all tables, a month at a time, and return how many rows each has."""
    rows_of = dict.fromkeys(COLUMNS, 0)
    with ExitStack() as stack:
        writers = {
            table: stack.enter_context(_writing(folder / f"{table}.{form}", table, form))
            for table in COLUMNS
        }
        for table, rows in read_cube(store, period):
            writers[table].add(rows)
            rows_of[table] += len(rows)
    return rows_of


@contextmanager
def _writing(path: Path, table: str, form: CubeFormat) -> Iterator[_Writer]:
    with files.written_atomically(path) as file:
        writer = (_Parquet if form is CubeFormat.PARQUET else _Csv)(file, table)
        yield writer
        writer.finish()


class _Csv:
    """Comma, ISO dates, UTF-8, LF; what is not there is empty."""

    def __init__(self, file: BinaryIO, table: str) -> None:
        self._text = io.TextIOWrapper(file, "utf-8", newline="", write_through=True)
        self._writer = csv.writer(self._text, lineterminator="\n")
        self._writer.writerow(COLUMNS[table])

    def add(self, rows: Iterable[CubeRow]) -> None:
        self._writer.writerows(rows)

    def finish(self) -> None:
        self._text.detach()


class _Parquet:
    """Typed columns; a row group for every month, so that an engine skips the others."""

    def __init__(self, file: BinaryIO, table: str) -> None:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter

        self._arrow: Any = pa
        fields = [(name, self._type(table, name)) for name in COLUMNS[table]]
        notice = {"format": FORMAT, "warning": WARNING.en}
        self._schema = pa.schema(fields, metadata=notice)
        self._writer = ParquetWriter(file, self._schema, compression="zstd")

    def add(self, rows: Iterable[CubeRow]) -> None:
        columns = list(zip(*rows, strict=True))
        if columns:
            typed = [
                self._arrow.array(values, field.type)
                for values, field in zip(columns, self._schema, strict=True)
            ]
            self._writer.write_table(self._arrow.table(typed, schema=self._schema))

    def finish(self) -> None:
        self._writer.close()

    def _type(self, table: str, column: str) -> Any:
        types = {
            "date": self._arrow.date32(),
            "count": self._arrow.int64(),
            "text": self._arrow.string(),
        }
        return types[_kind(table, column)]


def _kind(table: str, column: str) -> str:
    """Return what the values of a column are: a date, a count or a text."""
    if column in ("month", "first_month"):
        return "date"
    is_sum = table == "visits" and column not in COLUMNS["visits"][:5]
    return "count" if is_sum or column in _COUNTS else "text"


def _description(
    store: "Store",
    period: Period,
    form: CubeFormat,
    rows_of: dict[str, int],
    covered: Coverage | None,
) -> bytes:
    made_on: date = local_today(store.clock)
    return to_json(
        {
            "format": FORMAT,
            "protected": False,
            "warning": _both(WARNING),
            "project": store.settings.project,
            "period": period,
            "coverage": covered,
            "made_on": made_on,
            "tables": {
                table: {
                    "file": f"{table}.{form}",
                    "rows": rows_of[table],
                    "meaning": _both(TABLES[table]),
                    "columns": [
                        {
                            "name": column,
                            "type": _kind(table, column),
                            "meaning": _both(column_meaning(table, column)),
                        }
                        for column in columns
                    ],
                }
                for table, columns in COLUMNS.items()
            },
        }
    )


def _both(text: Text) -> dict[str, str]:
    return {"da": text.da, "en": text.en}


def _require_pyarrow() -> None:
    try:
        import pyarrow.parquet  # noqa: F401 - only whether it is there
    except ImportError as error:
        raise UserError(
            Text("Kuben blev ikke skrevet.", "The cube was not written."),
            Text(
                "Parquet kræver programmet pyarrow, som ikke følger med Vejviser.",
                "Parquet needs the library pyarrow, which does not come with Vejviser.",
            ),
            Text(
                "Brug --format csv; DuckDB læser det også. Eller installér vejviser[parquet].",
                "Use --format csv, which DuckDB reads as well. Or install vejviser[parquet].",
            ),
        ) from error
