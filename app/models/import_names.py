"""Workplaces and counsellors as a file names them."""

import unicodedata
from collections.abc import Iterable

from app.models.folding import fold
from app.models.import_cells import BadCell, shown
from app.models.import_rows import RowReader
from app.models.store import Store
from app.models.types import Counsellor, RecordId

_LONGEST_INITIALS = 20


class WorkplaceNames:
    """Finds the workplace that a cell means: by its code, or by a name that only one has."""

    def __init__(self, store: Store) -> None:
        self._codes: set[str] = set()
        found: dict[str, set[str]] = {}
        for place in store.workplaces.all():
            self._codes.add(place.code)
            for word in (fold(place.code), fold(place.name)):
                found.setdefault(word, set()).add(place.code)
        self._by_word = {word: codes.pop() for word, codes in found.items() if len(codes) == 1}

    def code(self, cell: str) -> str:
        """Return the code of the workplace, empty for an empty cell; raise BadCell for another."""
        if not cell or cell in self._codes:
            return cell
        code = self._by_word.get(fold(cell))
        if code is None:
            raise BadCell(
                f"Arbejdspladsen {shown(cell)} findes ikke. Importér arbejdspladserne først.",
                f"The workplace {shown(cell)} is not known. Import the workplaces first.",
            )
        return code


def same_name(name: str) -> str:
    """Return what two writings of one name share: case and blanks do not count, letters do."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def require_initials(row: RowReader, field: str, *told: str) -> None:
    """Note a problem of a field when what it tells cannot be somebody's initials."""
    row.require(
        all(len(initials) <= _LONGEST_INITIALS for initials in told),
        field,
        f"Skriv vejlederens initialer, højst {_LONGEST_INITIALS} tegn.",
        f"Enter the counsellor's initials, at most {_LONGEST_INITIALS} characters.",
    )


def counsellors_by_name(store: Store) -> dict[str, RecordId]:
    """Return initials or name, as :func:`same_name` writes them, → counsellor; initials win."""
    everybody = store.counsellors.all()
    by_name = {same_name(c.name): c.id for c in everybody}
    return by_name | {same_name(c.initials): c.id for c in everybody}


def new_counsellors(store: Store, told: Iterable[str]) -> tuple[str, ...]:
    """Return which of the initials in a file nobody has yet, each once, as they are written."""
    known = counsellors_by_name(store)
    unknown: dict[str, str] = {}
    for initials in told:
        if initials and same_name(initials) not in known:
            unknown.setdefault(same_name(initials), initials)
    return tuple(unknown.values())


def add_counsellors(store: Store, initials: Iterable[str]) -> dict[str, RecordId]:
    """Store new counsellors and return everybody, as :func:`counsellors_by_name` does."""
    for new in initials:
        store.counsellors.add(Counsellor(initials=new, name=new))
    return counsellors_by_name(store)
