"""The counting of inquiries, in SQL; visits are counted in :mod:`app.models.visit_counting`.

The inquiries that a tally is about are first put, with their kind, into a temporary table (which
lies in memory); every figure is then a sum over it. The kind comes from the view ``inquiry_kind``
and so always looks at the whole project, whatever the period and the workplaces are.
"""

from collections import Counter as Counts
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from app.errors import NotFound
from app.models.cipher import Database
from app.models.periods import Period
from app.models.types import ContactKind, RecordId
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_COUNTED = """
CREATE TEMP TABLE IF NOT EXISTS counted (
  seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, workplace_id TEXT, person_id TEXT
) STRICT
"""
_AT_CHOSEN = (
    "(:codes = '[]' OR {table}.workplace_id IN"
    " (SELECT id FROM workplace WHERE code IN (SELECT value FROM json_each(:codes))))"
)
_CHOOSE = (
    "INSERT INTO counted SELECT i.seq, k.kind, i.workplace_id, i.person_id"
    " FROM inquiry i JOIN inquiry_kind k ON k.seq = i.seq"
    f" WHERE i.date BETWEEN :first AND :last AND {_AT_CHOSEN.format(table='i')}"
)


class PersonGroup(NamedTuple):
    """How many first contacts share what is known of their persons."""

    gender: str
    birth_year: int | None
    contact_year: int
    sector: str
    role: str
    contacts: int


class Counted(NamedTuple):
    """One contact that is counted, with how much it adds to a figure."""

    id: RecordId
    date: date
    kind: ContactKind
    workplace: str
    person_id: RecordId | None
    birth_year: int | None
    amount: int


class Counter:
    """Counts over one snapshot of the store; made by :func:`counting`.

    The joins are CROSS JOINs, which SQLite makes from left to right: it has no statistics of the
    temporary table and would else read the whole project to count a month.
    """

    def __init__(self, database: Database, bound: dict[str, str]) -> None:
        self._database = database
        self._bound = bound

    def by_kind_and_workplace(self) -> dict[tuple[ContactKind, str], int]:
        """Return the contacts by kind and workplace code, the code empty where there is none."""
        rows = self._rows(
            "SELECT c.kind, coalesce(w.code, ''), c.contacts FROM"
            " (SELECT kind, workplace_id, count(*) AS contacts FROM counted GROUP BY 1, 2) c"
            " LEFT JOIN workplace w ON w.id = c.workplace_id"
        )
        return {(ContactKind(kind), code): count for kind, code, count in rows}

    def persons_seen(self) -> int:
        """Return how many distinct registered persons had a contact."""
        return int(self._rows("SELECT count(DISTINCT person_id) FROM counted")[0][0])

    def said_returning(self) -> int:
        """Return the contacts of unregistered people who say that they have been there before."""
        query = "SELECT count(*) FROM counted c CROSS JOIN inquiry i ON i.seq = c.seq WHERE said_returning"
        return int(self._rows(query)[0][0])

    def first_contacts(self) -> tuple[PersonGroup, ...]:
        """Return the first contacts by what is known of the person and the workplace."""
        rows = self._rows(
            "SELECT p.gender, p.birth_year, CAST(substr(i.date, 1, 4) AS INTEGER),"
            "       coalesce(w.sector, ''), i.role, count(*)"
            " FROM counted c CROSS JOIN inquiry i ON i.seq = c.seq JOIN person p ON p.id = c.person_id"
            " LEFT JOIN workplace w ON w.id = c.workplace_id"
            " WHERE c.kind = 'first' GROUP BY 1, 2, 3, 4, 5"
        )
        return tuple(PersonGroup(*row) for row in rows)

    def circumstances(self) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
        """Return all contacts by role, by sick-leave state and by channel."""
        rows = self._rows(
            "SELECT i.role, i.sick_leave, i.channel, count(*)"
            " FROM counted c CROSS JOIN inquiry i ON i.seq = c.seq GROUP BY 1, 2, 3"
        )
        role, sick_leave, channel = Counts[str](), Counts[str](), Counts[str]()
        for *codes, contacts in rows:
            for counts, code in zip((role, sick_leave, channel), codes, strict=True):
                counts[code] += contacts
        return role, sick_leave, channel

    def mentions(self, kind: str) -> tuple[dict[str, int], dict[str, int]]:
        """Return the mentions by code at first contacts, and at all contacts."""
        rows = self._rows(
            "SELECT m.code, sum(c.kind = 'first'), count(*)"
            f" FROM counted c CROSS JOIN inquiry_{kind} m ON m.inquiry_seq = c.seq GROUP BY 1"
        )
        return {code: first for code, first, _ in rows}, {code: every for code, _, every in rows}

    def inquiries_by_group(self) -> tuple[dict[str, int], dict[str, int]]:
        """Return the first contacts, and all contacts, that mention a reason group at least once."""
        rows = self._rows(
            "SELECT group_code, sum(is_first), count(*) FROM"
            " (SELECT DISTINCT c.seq, t.group_code, c.kind = 'first' AS is_first FROM counted c"
            "  CROSS JOIN inquiry_reason m ON m.inquiry_seq = c.seq"
            "  CROSS JOIN term t ON t.kind = 'reason' AND t.code = m.code) GROUP BY 1"
        )
        return {code: first for code, first, _ in rows}, {code: every for code, _, every in rows}

    def records(self, condition: str, amount: str, values: Mapping[str, str]) -> list[Counted]:
        """Return the contacts that meet a condition, in the order of time.

        The SQL of ``condition`` and ``amount`` may speak of ``c`` (counted), ``i`` (inquiry), ``w``
        (workplace) and ``p`` (person) and use the named ``values``.
        """
        query = (
            "SELECT i.id, i.date, c.kind, coalesce(w.code, '') AS workplace, c.person_id,"
            f" p.birth_year, {amount} AS amount"
            " FROM counted c CROSS JOIN inquiry i ON i.seq = c.seq"
            " LEFT JOIN workplace w ON w.id = c.workplace_id LEFT JOIN person p ON p.id = c.person_id"
            f" WHERE {condition} ORDER BY i.date, i.time, i.seq"
        )
        return msgspec.convert(self._rows(query, values), list[Counted], strict=False)

    def _rows(self, query: str, values: Mapping[str, str] | None = None) -> list[tuple[Any, ...]]:
        bound = {**self._bound, **(values or {})}
        used = {name: value for name, value in bound.items() if f":{name}" in query}
        rows: list[tuple[Any, ...]] = self._database.execute(query, used).fetchall()
        return rows


@contextmanager
def counting(database: Database, period: Period, codes: Sequence[str]) -> Iterator[Counter]:
    """Choose the inquiries of a period and of workplaces (none chosen: all) to be counted.

    Everything counted inside the block comes from one snapshot, whatever others write meanwhile.
    """
    bound = _bound(period.first, period.last, codes)
    database.execute("SAVEPOINT counting")
    try:
        database.execute(_COUNTED)
        database.execute("DELETE FROM counted")
        database.execute(_CHOOSE, bound)
        yield Counter(database, bound)
        database.execute("DELETE FROM counted")
    finally:
        database.execute("RELEASE counting")


def contacts_by_date(
    database: Database, first: date, last: date, codes: Sequence[str], *, length: int = 10
) -> dict[str, int]:
    """Return the contacts by day, or with ``length`` 7 by month, as ISO text; no zeros."""
    rows = database.execute(
        # By day first: they lie in this order in the index.
        f"SELECT substr(date, 1, {length:d}), sum(contacts) FROM"
        " (SELECT i.date, count(*) AS contacts FROM inquiry i"
        f"  WHERE i.date BETWEEN :first AND :last AND {_AT_CHOSEN.format(table='i')} GROUP BY 1)"
        " GROUP BY 1",
        _bound(first, last, codes),
    )
    return dict(rows.fetchall())


def known_codes(store: "Store", codes: Sequence[str]) -> tuple[str, ...]:
    """Return the workplace codes in their order, each once.

    Raises:
        NotFound: a code is unknown.
    """
    unknown = sorted(code for code in set(codes) if store.workplaces.by_code(code) is None)
    if unknown:
        names = ", ".join(unknown)
        raise NotFound(
            Text("Opgørelsen blev ikke lavet.", "The tally was not made."),
            Text(
                f"Der er ingen arbejdsplads med koden {names}.",
                f"There is no workplace with the code {names}.",
            ),
            Text(
                "Se koderne under Arbejdspladser, og prøv igen.",
                "Look the codes up under Workplaces and try again.",
            ),
        )
    return tuple(sorted(set(codes)))


def _bound(first: date, last: date, codes: Sequence[str]) -> dict[str, str]:
    chosen = msgspec.json.encode(list(codes)).decode()
    return {"first": first.isoformat(), "last": last.isoformat(), "codes": chosen}
