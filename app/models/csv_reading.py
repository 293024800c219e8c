"""Reading a CSV file that somebody else wrote: separators, encodings and limits.

The answer is a :class:`Table` of trimmed text. Rows carry the number that a spreadsheet shows for
them: the header is row 1 and a line break inside a quoted cell does not start a new row.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec

from app import files
from app.errors import UserError
from app.texts import Text

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 200_000
MAX_COLUMNS = 200
MAX_CELL = 65_536
"""Characters in one cell."""

# The limit of the reader itself is a setting of the process, and its message is about nothing else.
csv.field_size_limit(MAX_BYTES)

_DELIMITERS = (",", ";", "\t")
_HINT = re.compile(r'"?sep=([,;\t])"?\r?\n?', re.IGNORECASE)
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_BLANKS = re.compile(r"[^\S\n\t]")
_WHAT = Text("Filen blev ikke læst.", "The file was not read.")


class Row(msgspec.Struct, frozen=True):
    """One row; ``number`` is what a spreadsheet shows, the header being 1."""

    number: int
    cells: tuple[str, ...]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A file as text: trimmed cells below trimmed headers, empty rows left out."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str
    delimiter: str


def read_file(path: Path) -> bytes:
    """Return the content of a file to import; UserError when it is missing or too large."""
    with files.explained_os_errors(reading=True):
        if path.is_dir():
            raise _unreadable(
                "Det er en mappe.", "It is a folder.", "Vælg en fil.", "Choose a file."
            )
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    _refuse_large(data)
    return data


def read_table(data: bytes) -> Table:
    """Return the table in ``data``.

    Comma, semicolon or tab; UTF-8, UTF-16 with a byte order mark, or Windows-1252; any line ends.

    Raises:
        UserError: too large, not text, no header, or quotation marks that do not pair.
    """
    _refuse_large(data)
    text, encoding = _decode(data)
    text, delimiter = _delimiter(text)
    rows = _records(text, delimiter)
    header = next(rows, None)
    if header is None:
        raise _unreadable(
            "Der står ingenting i den.",
            "There is nothing in it.",
            "Vælg en fil med overskrifter og rækker.",
            "Choose a file with a header and rows.",
        )
    return Table(columns=header.cells, rows=tuple(rows), encoding=encoding, delimiter=delimiter)


def clean(cell: str) -> str:
    """Return ``cell`` without what a spreadsheet does not show: odd blanks, marks, controls."""
    if cell.isascii() and cell.isprintable():
        return cell.strip()
    plain = _BLANKS.sub(" ", unicodedata.normalize("NFC", cell).replace("\r\n", "\n"))
    shown = (ch for ch in plain if ch in "\n\t" or unicodedata.category(ch) not in _HIDDEN)
    return "".join(shown).strip()


_HIDDEN = {"Cc", "Cf", "Cs", "Co"}
"""Unicode categories of characters that nobody sees: controls, formats, surrogates, private."""


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return _without_nul(data[len(mark) :].decode(encoding)), encoding
            except UnicodeDecodeError as error:
                raise _not_text() from error
    try:
        return _without_nul(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return _without_nul(data.decode("cp1252")), "windows-1252"
    except UnicodeDecodeError:
        return _without_nul(data.decode("latin-1")), "latin-1"


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise _not_text()
    return text


def _delimiter(text: str) -> tuple[str, str]:
    """Return the text without Excel's ``sep=`` line, and the separator that parts its header."""
    hint = _HINT.match(text)
    if hint:
        return text[hint.end() :], hint.group(1)
    first = next((line for line in io.StringIO(text, newline="") if line.strip()), "")
    outside_quotes = re.sub(r'"[^"]*("|$)', "", first)
    return text, max(_DELIMITERS, key=outside_quotes.count)


def _records(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows that have any text in them."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for record in reader:
            number += 1
            _refuse_oversize(record, number)
            cells = tuple(clean(cell) for cell in record)
            if any(cells):
                yield Row(number, cells)
    except csv.Error as error:
        raise _unreadable(
            f"Anførselstegnene i række {number + 1} passer ikke sammen.",
            f"The quotation marks in row {number + 1} do not pair.",
            "Ret rækken i filen, eller gem filen igen fra regnearket.",
            "Correct the row in the file, or save the file again from the spreadsheet.",
        ) from error


def _refuse_oversize(record: list[str], number: int) -> None:
    if number > MAX_ROWS + 1:
        raise _unreadable(
            f"Den har flere end {MAX_ROWS} rækker.",
            f"It has more than {MAX_ROWS} rows.",
            "Del den i flere filer.",
            "Split it into several files.",
        )
    if len(record) > MAX_COLUMNS or any(len(cell) > MAX_CELL for cell in record):
        raise _unreadable(
            f"Række {number} har for mange eller for lange celler.",
            f"Row {number} has too many or too long cells.",
            "Se efter, om et anførselstegn mangler.",
            "Check whether a quotation mark is missing.",
        )


def _refuse_large(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise _unreadable(
            "Den er større end 20 MB.",
            "It is larger than 20 MB.",
            "Del den i flere filer.",
            "Split it into several files.",
        )


def _not_text() -> UserError:
    return _unreadable(
        "Det er ikke en tekstfil.",
        "It is not a text file.",
        "Gem regnearket som CSV, og prøv igen.",
        "Save the spreadsheet as CSV and try again.",
    )


def _unreadable(why: str, english: str, next_step: str, english_step: str) -> UserError:
    return UserError(_WHAT, Text(why, english), Text(next_step, english_step))
