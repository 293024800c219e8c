"""The files of a pack: CSV, their description, the codebooks, the schema and the risk sheets.

The same data, period and ids give the same bytes. The ids of the rows are random and drawn anew for
every pack; nothing that they were made from is kept, and the rows stand in their order, so that the
order tells nothing of time.
"""

import csv
import io
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence

from app.export.csv_files import escaped
from app.export.evaluator.codebook import codebook
from app.export.evaluator.codes import Origin
from app.export.evaluator.data_package import data_package
from app.export.evaluator.release import Release, ReleasedRow
from app.export.evaluator.risk_sheet import risk_sheet
from app.export.evaluator.schema import SCHEMA_PATH, Resource, read_schema, schema_bytes
from app.export.evaluator.tallies import protected_tables
from app.export.evaluator.visits import visit_lines
from app.models.evaluator_rows import EvaluatorData
from app.texts import LANGUAGES

IdSource = Callable[[], str]
"""Returns a new random id every time it is called."""

DESCRIPTION = "datapackage.json"
_ID_BYTES = 8

Line = Sequence[object]


def random_id() -> str:
    """Return an id from the randomness of the system; it begins with a letter, as codes do."""
    return f"c{secrets.token_hex(_ID_BYTES)}"


def pack_files(
    data: EvaluatorData, release: Release, origin: Origin, name: str, ids: IdSource = random_id
) -> dict[str, bytes]:
    """Return the files of a pack by their paths in its folder, the description last."""
    numbered = sorted(zip(_different(ids, len(release.rows)), release.rows, strict=True))
    lines = _lines(data, release, numbered, origin.value)
    files = {each.path: _csv(each, lines[each.name]) for each in read_schema().resources}
    for language in LANGUAGES:
        files[f"codebook-{language}.md"] = codebook(origin, language)
        files[f"risk-{language}.md"] = risk_sheet(release, data.k, origin, language, data.covered)
    files[SCHEMA_PATH] = schema_bytes()
    files[DESCRIPTION] = data_package(data, release, origin, name)
    return files


def _different(ids: IdSource, count: int) -> list[str]:
    """Return so many ids, each another one."""
    drawn: dict[str, None] = {}
    while len(drawn) < count:
        drawn[ids()] = None
    return list(drawn)


def _lines(
    data: EvaluatorData,
    release: Release,
    numbered: Sequence[tuple[str, ReleasedRow]],
    origin: str,
) -> dict[str, Iterable[Line]]:
    """Return the lines of every file by the name of its resource."""
    codes = read_schema().codes
    lines: dict[str, Iterable[Line]] = {
        "contacts": (
            (key, origin, row.rung, *row.quasi, row.reason_groups, row.sick_leave)
            for key, row in numbered
        ),
        "contact_reasons": (
            (key, number, origin, *reason)
            for key, row in numbered
            for number, reason in enumerate(row.reasons, 1)
        ),
        "contact_advice": (
            (key, number, origin, code)
            for key, row in numbered
            for number, code in enumerate(row.advice, 1)
        ),
        "visits": ((origin, *line) for line in visit_lines(data, release.hidden_visits)),
        "tallies": ((origin, *line) for line in protected_tables(release)),
        "group_sizes": ((origin, *size) for size in release.risk.sizes.items()),
    }
    for resource, column in (
        ("reason_groups", "reason_group"),
        ("reasons", "reason"),
        ("advice", "advice"),
    ):
        listed = codes[column].items()
        lines[resource] = [(origin, code, words.da, words.en) for code, words in listed]
    return lines


def _csv(resource: Resource, lines: Iterable[Line]) -> bytes:
    """Return one file: comma, UTF-8, LF; no cell that a spreadsheet would take for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(resource.columns)
    writer.writerows(_safe(resource, lines))
    return text.getvalue().encode()


def _safe(resource: Resource, lines: Iterable[Line]) -> Iterator[list[str]]:
    for line in lines:
        cells = [escaped(str(cell)) for cell in line]
        if len(cells) != len(resource.columns):
            raise RuntimeError(f"a line of {resource.path} does not fit its columns")
        yield cells
