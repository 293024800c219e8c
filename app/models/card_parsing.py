"""Reading one file of a knowledge card: a closed header, then a little Markdown.

The file may come from anywhere: its size is looked at before it is read, its header knows a fixed
set of keys, and its text has paragraphs, headings and items and nothing else. Every problem is
told with its line.
"""

import re
import stat
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.models.card_types import Block, BlockKind, Card, CardProblem, CardTopic
from app.texts import LANGUAGES, Language, Text

MAX_BYTES = 32 * 1024
MAX_TEXT = 3_000
"""Characters of text on one card: more would not fit on a sheet that is pleasant to read."""
MAX_BLOCKS = 30
MAX_VALUE = 300
MAX_CODES = 20
LONGEST_TRUST = timedelta(days=731)
"""How long a check may be trusted; rates and rules change every year."""

FILE_NAME = re.compile(r"(?P<id>[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)\.(?P<language>da|en)\.md")
_FENCE = "---"
_ENTRY = re.compile(r"([a-z]+(?:-[a-z]+)*):(.*)")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Unicode categories of characters that nobody sees or that turn the text around."""
_LEFT_OUT = {"codes": ""}
"""Keys that need not stand in the header, with what they then are."""
_DATES = ("valid-from", "source-date", "checked", "check-by")
_KEYS = ("id", "title", "topic", "codes", "valid-from", "source", *_DATES[1:])

_Found = Callable[[int, Text], None]


class BadCard(Exception):
    """A file that is no card; holds every problem that was found."""

    def __init__(self, problems: tuple[CardProblem, ...]) -> None:
        super().__init__("no card")
        self.problems = problems


def read_card(path: Path, *, own: bool = False) -> Card:
    """Return the card in a file of the name ``ID.da.md`` or ``ID.en.md``; raise BadCard."""
    name = FILE_NAME.fullmatch(path.name)
    if name is None:
        raise _refused(
            path,
            Text(
                "Navnet skal være som »mit-kort.da.md« eller »mit-kort.en.md«: små bogstaver a-z,"
                " tal og bindestreg.",
                "The name must be like “my-card.da.md” or “my-card.en.md”: small letters a-z,"
                " digits and hyphens.",
            ),
        )
    lines = _lines(path)
    problems: list[CardProblem] = []

    def found(line: int, text: Text) -> None:
        problems.append(CardProblem(file=path.name, line=line, text=text))

    _look_for_hidden(lines, found)
    header, places, body_at = _header(lines, found)
    blocks = tuple(_blocks(lines[body_at:], body_at + 1, found))
    values = _values(header, places, name["id"], found)
    if problems:
        raise BadCard(tuple(sorted(problems, key=lambda problem: problem.line)))
    language: Language = next(each for each in LANGUAGES if each == name["language"])
    return Card(language=language, blocks=blocks, path=path, own=own, **values)


def _refused(path: Path, text: Text) -> BadCard:
    return BadCard((CardProblem(file=path.name, line=0, text=text),))


def _lines(path: Path) -> list[str]:
    """Return the lines of an ordinary, small text file; links, pipes and devices are refused."""
    try:
        is_file = stat.S_ISREG(path.lstat().st_mode)
        if is_file:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _refused(path, Text("Filen kan ikke læses.", "The file cannot be read.")) from error
    if not is_file:
        raise _refused(
            path,
            Text("Det er ikke en almindelig fil.", "It is not an ordinary file."),
        )
    if len(data) > MAX_BYTES:
        largest = MAX_BYTES // 1024
        raise _refused(
            path,
            Text(f"Filen fylder mere end {largest} kB.", f"The file is larger than {largest} kB."),
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        not_text = Text(
            "Her er et tegn, der ikke er UTF-8. Gem filen som UTF-8.",
            "Here is a character that is not UTF-8. Save the file as UTF-8.",
        )
        raise BadCard((CardProblem(file=path.name, line=line, text=not_text),)) from error
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return [line.rstrip() for line in plain.split("\n")]


def _look_for_hidden(lines: list[str], found: _Found) -> None:
    for number, line in enumerate(lines, start=1):
        hidden = next((ch for ch in line if unicodedata.category(ch) in _HIDDEN), None)
        if hidden is not None:
            name = f"U+{ord(hidden):04X}"
            found(
                number,
                Text(
                    f"Her er et usynligt tegn ({name}). Slet det.",
                    f"Here is an invisible character ({name}). Delete it.",
                ),
            )


def _header(lines: list[str], found: _Found) -> tuple[dict[str, str], dict[str, int], int]:
    """Return the entries, the lines on which they stand, and the index of the first body line."""
    header: dict[str, str] = {}
    places: dict[str, int] = {}
    if not lines or lines[0] != _FENCE:
        found(1, Text("Første linje skal være ---", "The first line must be ---"))
        return header, places, 0
    if _FENCE not in lines[1:]:
        found(1, Text("Hovedet slutter ikke med ---", "The header does not end with ---"))
        return header, places, len(lines)
    end = lines.index(_FENCE, 1)
    for number, line in enumerate(lines[1:end], start=2):
        if not line:
            continue
        entry = _ENTRY.fullmatch(line)
        key = entry.group(1) if entry else ""
        value = entry.group(2).strip() if entry else ""
        if entry is None:
            found(
                number, Text("Linjen skal være »nøgle: værdi«.", "The line must be “key: value”.")
            )
        elif key not in _KEYS:
            known = ", ".join(_KEYS)
            found(
                number,
                Text(
                    f"Nøglen »{key[:40]}« findes ikke. Der er: {known}.",
                    f"There is no key “{key[:40]}”. There are: {known}.",
                ),
            )
        elif key in header:
            found(number, Text(f"»{key}« står der to gange.", f"“{key}” is there twice."))
        elif len(value) > MAX_VALUE:
            found(
                number,
                Text(
                    f"»{key}« må højst have {MAX_VALUE} tegn.",
                    f"“{key}” may have {MAX_VALUE} characters at most.",
                ),
            )
        else:
            header[key], places[key] = value, number
    return header, places, end + 1


def _values(
    header: dict[str, str], places: dict[str, int], file_id: str, found: _Found
) -> dict[str, Any]:
    """Return the fields of the card that the header tells, each of them checked."""
    for key in _KEYS:
        if not header.get(key, _LEFT_OUT.get(key, "")) and key not in _LEFT_OUT:
            line = places.get(key, 1)
            found(line, Text(f"»{key}« mangler i hovedet.", f"“{key}” is missing in the header."))
    if header.get("id", file_id) != file_id:
        found(
            places["id"],
            Text(
                f"»id« skal være »{file_id}« som filens navn.",
                f"“id” must be “{file_id}” as in the name of the file.",
            ),
        )
    days = {key: _day(key, header.get(key, ""), places, found) for key in _DATES}
    _compare_days(days, places, found)
    return {
        "id": file_id,
        "title": header.get("title", ""),
        "topic": _topic(header.get("topic", ""), places, found),
        "codes": _codes(header.get("codes", ""), places, found),
        "source": header.get("source", ""),
        **{key.replace("-", "_"): day for key, day in days.items()},
    }


def _topic(text: str, places: dict[str, int], found: _Found) -> CardTopic:
    if text in set(CardTopic):
        return CardTopic(text)
    if text:
        known = ", ".join(CardTopic)
        found(
            places["topic"],
            Text(f"Emnet skal være et af {known}.", f"The topic must be one of {known}."),
        )
    return CardTopic.OTHER


def _codes(text: str, places: dict[str, int], found: _Found) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(text.replace(",", " ").split()))
    wrong = next((code for code in codes if not _CODE.fullmatch(code)), None)
    if wrong is not None:
        found(
            places["codes"],
            Text(
                f"»{wrong[:20]}« er ikke en kode som R02 eller A07.",
                f"“{wrong[:20]}” is not a code like R02 or A07.",
            ),
        )
    elif len(codes) > MAX_CODES:
        found(
            places["codes"],
            Text(f"Der er mere end {MAX_CODES} koder.", f"There are more than {MAX_CODES} codes."),
        )
    return codes


def _day(key: str, text: str, places: dict[str, int], found: _Found) -> date:
    if text:
        try:
            if _ISO_DAY.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass  # the 30th of February looks like a date, too
        found(
            places[key],
            Text(
                f"»{key}« skal være en dato som 2026-11-20.",
                f"“{key}” must be a date like 2026-11-20.",
            ),
        )
    return date.min


def _compare_days(days: dict[str, date], places: dict[str, int], found: _Found) -> None:
    source, checked, check_by = days["source-date"], days["checked"], days["check-by"]
    if date.min in (source, checked, check_by):
        return
    if source > checked:
        found(
            places["source-date"],
            Text(
                "Kilden er fra efter den dag, hvor kortet er kontrolleret.",
                "The source is from after the day on which the card was checked.",
            ),
        )
    if check_by <= checked:
        found(
            places["check-by"],
            Text(
                "»check-by« skal ligge efter »checked«.",
                "“check-by” must be after “checked”.",
            ),
        )
    elif check_by - checked > LONGEST_TRUST:
        found(
            places["check-by"],
            Text(
                "Der må højst gå to år, før kortet kontrolleres igen.",
                "The card must be checked again within two years.",
            ),
        )


def _blocks(lines: list[str], first: int, found: _Found) -> Iterator[Block]:
    """Yield the parts of the text; ``first`` is the number of the first line in the file."""
    parts = _parts(lines, first, found)
    count = letters = 0
    for number, block in parts:
        count, letters = count + 1, letters + len(block.text)
        if count > MAX_BLOCKS or letters > MAX_TEXT:
            found(
                number,
                Text(
                    f"Kortet er for langt til ét ark: højst {MAX_TEXT} tegn og {MAX_BLOCKS} afsnit,"
                    " overskrifter og punkter.",
                    f"The card is too long for one sheet: at most {MAX_TEXT} characters and"
                    f" {MAX_BLOCKS} paragraphs, headings and items.",
                ),
            )
            return
        yield block
    if not count:
        found(first, Text("Der er ingen tekst på kortet.", "There is no text on the card."))


def _parts(lines: list[str], first: int, found: _Found) -> Iterator[tuple[int, Block]]:
    """Yield each part with its line; lines that follow one another belong to one part."""
    open_kind, start, words = BlockKind.PARAGRAPH, 0, list[str]()
    for number, line in enumerate([*lines, ""], start=first):
        text = line.strip()
        starts = text.startswith(("#", "- ", "* ")) or text in ("-", "*")
        if words and (not text or starts):
            yield start, Block(open_kind, " ".join(words))
            words = []
        if not text:
            continue
        if text.startswith("#"):
            yield from _heading(number, text, found)
        elif starts:
            open_kind, start, words = BlockKind.ITEM, number, [text[1:].strip()]
        elif words:
            words.append(text)
        else:
            open_kind, start, words = BlockKind.PARAGRAPH, number, [text]


def _heading(number: int, text: str, found: _Found) -> Iterator[tuple[int, Block]]:
    if text.startswith("## ") and text[3:].strip():
        yield number, Block(BlockKind.HEADING, text[3:].strip())
    else:
        found(
            number,
            Text(
                "En overskrift skrives som »## Overskrift«.",
                "A heading is written as “## Heading”.",
            ),
        )
