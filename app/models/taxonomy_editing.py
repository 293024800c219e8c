"""Changing the code lists: as a file that is written out, edited and read in again.

Only who leads a project, or works alone, changes them; a counsellor gets them with the package.
"""

from typing import TYPE_CHECKING

import msgspec

from app.errors import InvalidInput, Problem, UserError
from app.models.changes import Action
from app.models.clock import local_today
from app.models.taxonomy_changes import TaxonomyChange, taxonomy_changes
from app.models.taxonomy_checks import content_problems, rewritten_history
from app.models.taxonomy_content import TaxonomyContent, read_content, write_content
from app.models.team.rosters import Rosters
from app.models.types import RecordId
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

FORMAT = "vejviser-taxonomy/1"
LARGEST_FILE = 4 * 1024 * 1024
KIND = "taxonomy"
"""What changed code lists are called where changes are published."""

_NOT_CHANGED = Text("Kodelisten blev ikke ændret.", "The code list was not changed.")


class TaxonomyFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The code lists as a file."""

    format: str
    taxonomy: TaxonomyContent


def encode_taxonomy(store: "Store") -> bytes:
    """Return the code lists as JSON that people can edit."""
    file = TaxonomyFile(format=FORMAT, taxonomy=read_content(store.database))
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def decode_taxonomy(data: bytes) -> TaxonomyContent:
    """Return the code lists in a file; raise UserError where it holds none, and where it is wrong."""
    try:
        file = msgspec.json.decode(data, type=TaxonomyFile)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _no_file(str(error)) from error
    if len(data) > LARGEST_FILE or file.format != FORMAT:
        raise _no_file(FORMAT)
    return file.taxonomy


def change_taxonomy(
    store: "Store", content: TaxonomyContent, *, dry_run: bool = False
) -> tuple[TaxonomyChange, ...]:
    """Let the code lists be ``content`` and return what is different then.

    Codes stay for ever, and nothing is said anew about days that have been.

    Raises:
        InvalidInput: one of these would break, or the lists do not fit together; with every problem.
        UserError: this is the installation of a counsellor in a shared project.
    """
    if Rosters(store).current() is not None and not store.settings.is_lead:
        raise UserError(
            _NOT_CHANGED,
            Text(
                "Projektlederen bestemmer kodelisten i et fælles projekt.",
                "The lead decides the code list of a shared project.",
            ),
            Text("Bed projektlederen om det.", "Ask the lead for it."),
        )
    with store.atomic():
        before = read_content(store.database)
        today = local_today(store.clock)
        problems = (*content_problems(content), *rewritten_history(before, content, today))
        if problems:
            raise InvalidInput(_NOT_CHANGED, tuple(map(_placed, problems)))
        if not dry_run:
            write_content(store.database, content)
            store.tell_of(KIND, RecordId(KIND), Action.UPDATE)
    return taxonomy_changes(before, content)


def _placed(problem: Problem) -> Problem:
    where, text = problem.field, problem.text
    return Problem(where, Text(f"{where}: {text.da}", f"{where}: {text.en}"))


def _no_file(detail: str) -> UserError:
    return UserError(
        _NOT_CHANGED,
        Text(
            f"Filen er ikke en kodeliste fra Vejviser ({detail}).",
            f"The file is not a code list of Vejviser ({detail}).",
        ),
        Text(
            "Gem kodelisten som fil, og ret i den fil.",
            "Save the code list as a file and edit that file.",
        ),
    )
