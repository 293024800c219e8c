"""Codes that workplaces had before: by them, what laptops know of a workplace finds it again.

A lead may change the code of a workplace, also of one that is here because a laptop told of it. That
laptop goes on with the old code until it has taken the next package. The codes are read from the trail
of changes and, where another lead made them, from the package that was taken last.
"""

from typing import TYPE_CHECKING

from app.models.team.packages import AdoptedIds, Packages
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

_CHANGED = """
SELECT DISTINCT json_extract(a.before, '$.code'), w.id
FROM audit a JOIN workplace w ON w.id = a.record_id
WHERE a.kind = 'workplace' AND a.action = 'update' AND a.before IS NOT NULL
ORDER BY a.seq
"""


class FormerCodes:
    """The codes that workplaces of a store had before and that none has now, read when asked for."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._found: dict[str, RecordId] | None = None

    def place(self, code: str) -> RecordId | None:
        """Return the workplace that had a code last, or None."""
        return self._all().get(code)

    def of(self, place_id: RecordId) -> tuple[str, ...]:
        """Return the codes that a workplace had before, in alphabetical order."""
        return tuple(sorted(code for code, owner in self._all().items() if owner == place_id))

    def _all(self) -> dict[str, RecordId]:
        if self._found is None:
            rows = self._store.database.execute("SELECT code, id FROM workplace").fetchall()
            now = {code for code, _ in rows}
            here = {place_id for _, place_id in rows}
            package, ids = Packages(self._store).taken(), AdoptedIds(self._store)
            told = [
                (code, ids.local("workplace", part.id))
                for part in (package.workplaces if package else ())
                for code in part.former_codes
            ]
            changed = self._store.database.execute(_CHANGED).fetchall()
            self._found = {
                code: RecordId(place_id)
                for code, place_id in (*told, *changed)
                if code not in now and place_id in here
            }
        return self._found
