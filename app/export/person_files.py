"""The files of a person's right of access: what the window and the command line call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app import files
from app.errors import UserError
from app.export.person_json import person_json
from app.models.access import Access, Way
from app.models.person_file import PersonFile, read_file
from app.models.store import Store
from app.models.types import RecordId
from app.paths import Paths
from app.texts import Language, Text


@dataclass(frozen=True, slots=True)
class PersonFormat:
    """One kind of file: how its name ends, what it is called, and what renders it."""

    ending: str
    label: Text
    render: Callable[[PersonFile, Language], bytes]


def _pdf(file: PersonFile, language: Language) -> bytes:
    from app.export.person_pdf import to_pdf

    return to_pdf(file, language)


def _json(file: PersonFile, _language: Language) -> bytes:
    return person_json(file)


PERSON_FORMATS: Mapping[str, PersonFormat] = {
    "pdf": PersonFormat(".pdf", Text("PDF til at udlevere", "PDF to hand over"), _pdf),
    "json": PersonFormat(".json", Text("JSON til andre programmer", "JSON for programs"), _json),
}
"""The formats by their name on the command line."""


def run_person(
    store: Store,
    paths: Paths,
    person_id: RecordId,
    *,
    formats: tuple[str, ...],
    out: Path,
    language: Language,
) -> tuple[Path, ...]:
    """Write everything stored about a person and return the paths, in the order of the formats.

    The same data on the same day give the same bytes; a file of the same name is replaced. The
    files are not encrypted, and their names tell nobody's. The log of look-ups tells of them.

    Raises:
        UserError: an unknown format, no such person, or a folder that cannot be written.
    """
    known = {name: _known_format(name) for name in formats}
    file = read_file(store, paths, person_id)
    # The end of the id is random: it tells two files of one day apart, and nothing else.
    stem = f"vejviser-indsigt-{file.made_on.isoformat()}-{person_id[-6:]}"
    contents = {
        out / f"{stem}{form.ending}": form.render(file, language) for form in known.values()
    }
    with files.explained_os_errors():
        out.mkdir(parents=True, exist_ok=True)
        for path, content in contents.items():
            files.write_atomically(path, content)
    store.access.note_if_possible(Access.EXPORTED, (person_id,), *map(Way, known))
    return tuple(contents)


def _known_format(name: str) -> PersonFormat:
    if name not in PERSON_FORMATS:
        known = ", ".join(PERSON_FORMATS)
        raise UserError(
            Text("Filen blev ikke skrevet.", "The file was not written."),
            Text(f"Formatet »{name}« findes ikke.", f"There is no format “{name}”."),
            Text(f"Vælg mellem {known}.", f"Choose one of {known}."),
        )
    return PERSON_FORMATS[name]
