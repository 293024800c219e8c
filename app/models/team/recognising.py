"""Who is who across laptops: records with a token in common are of one person.

What comes out depends only on what is reported now, never on the order in which it came. The newest
that a laptop told of a reference holds. A token that one laptop has for two persons links nobody:
a phone may be a family's, a name may be two people's. Persons are the connected parts of the rest.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from app.models.people import ERASED_NAME
from app.models.team.born import UNKNOWN, Range, narrowed, stand_in
from app.models.team.made_ids import made_id
from app.models.team.pseudo_days import give_days
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store


class Node(NamedTuple):
    """A reference on one laptop."""

    source: str
    ref: str


_CLAIMS = """
SELECT c.gender, c.born_from, c.born_to, c.phone, c.name FROM reported_claim c
JOIN reported_month m ON m.id = c.month_id WHERE c.source = ? AND c.ref = ?
ORDER BY m.place_in_line DESC, m.device DESC, m.seq DESC
"""


class Recognition:
    """Keeps persons as the reports tell them; lives for one transaction.

    ``people`` is how many there are. ``moved`` are the laptops that have a reference whose person is
    now another record, so that what refers to it must be written anew.
    """

    def __init__(self, store: "Store") -> None:
        self._database = store.database
        self._now = store.now()
        counted = "SELECT count(DISTINCT person_id) FROM reported_person"
        self.people = int(self._database.execute(counted).fetchone()[0])
        self.moved: set[str] = set()

    def renew(self, dirty: Iterable[Node]) -> None:
        """Find out anew who is who around some references of which something else is told now."""
        touched = set(dirty)
        tokens: set[str] = set()
        for node in set(touched):
            tokens |= self._tokens(node)
            self._refresh(node)
            tokens |= self._tokens(node)
            touched |= self._joined(node)
        for token in tokens:
            touched |= self._with_token(token)
        # Whatever was one person and is not any more has such a reference in each of its parts.
        former = {person for node in touched if (person := self._person(node))}
        kept: set[RecordId] = set()
        done: set[Node] = set()
        for node in sorted(touched):
            if node not in done and self._is_told(node):
                part = self._part(node)
                done |= part
                former |= {person for each in part if (person := self._person(each))}
                kept.add(self._write(sorted(part)))
        self._forget(touched)
        for person_id in former - kept - {""}:
            self._database.execute("DELETE FROM person WHERE id = ?", (person_id,))
        self.people += len(kept) - len(former - {""})

    def _refresh(self, node: Node) -> None:
        """Write what all claims together say of a reference, the newest first."""
        erased = self._has("SELECT 1 FROM reported_erased WHERE source = ? AND ref = ?", node)
        self._database.execute("DELETE FROM reported_token WHERE source = ? AND ref = ?", node)
        claims = self._database.execute(_CLAIMS, node).fetchall()
        if not claims:
            return
        gender, _, _, phone, name = claims[0]
        born: Range = UNKNOWN
        for _, first, last, _, _ in claims:
            born = narrowed(born, (first, last))
        self._database.execute(
            "INSERT INTO reported_person (source, ref, person_id, gender, born_from, born_to, erased)"
            " VALUES (?, ?, '', ?, ?, ?, ?) ON CONFLICT (source, ref) DO UPDATE SET"
            " gender = excluded.gender, born_from = excluded.born_from,"
            " born_to = excluded.born_to, erased = excluded.erased",
            (*node, gender, *born, erased),
        )
        for how, token in (("phone", phone), ("name", name)):
            if token and not erased:
                self._database.execute(
                    "INSERT OR IGNORE INTO reported_token (token, source, ref, how) VALUES (?, ?, ?, ?)",
                    (token, *node, how),
                )

    def _forget(self, nodes: Iterable[Node]) -> None:
        """Drop references of which nothing is told any more."""
        for node in nodes:
            if not self._is_told(node):
                self._database.execute(
                    "DELETE FROM reported_person WHERE source = ? AND ref = ?", node
                )

    def _part(self, start: Node) -> set[Node]:
        """Return all references that are of one person with this one."""
        found, asked = {start}, [start]
        while asked:
            node = asked.pop()
            beside = self._joined(node)
            for token in self._tokens(node):
                sharing = self._with_token(token)
                if self._is_clear(sharing):
                    beside |= sharing
            for each in beside - found:
                if self._is_told(each):
                    asked.append(each)
                    found.add(each)
        return found

    def _is_clear(self, sharing: set[Node]) -> bool:
        """Tell whether no laptop has two persons among these references."""
        if len({node.source for node in sharing}) == len(sharing):
            return True
        roots = {self._root(node) for node in sharing}
        return len({node.source for node in roots}) == len(roots)

    def _root(self, node: Node) -> Node:
        """Return the reference into which this one was joined in the end."""
        seen = {node}
        while True:
            into = self._one(
                "SELECT into_ref FROM reported_join WHERE source = ? AND ref = ?", node
            )
            if into is None or Node(node.source, str(into)) in seen:
                return node
            node = Node(node.source, str(into))
            seen.add(node)

    def _joined(self, node: Node) -> set[Node]:
        """Return the references with which this one was joined, through some that are not told."""
        if not self._has("SELECT 1 FROM reported_join WHERE source = ? LIMIT 1", (node.source,)):
            return set()
        found, asked = {node}, [node]
        while asked:
            one = asked.pop()
            rows = self._database.execute(
                "SELECT into_ref FROM reported_join WHERE source = ?1 AND ref = ?2"
                " UNION SELECT ref FROM reported_join WHERE source = ?1 AND into_ref = ?2",
                one,
            ).fetchall()
            beside = {Node(node.source, ref) for (ref,) in rows} - found
            found |= beside
            asked += beside
        return found

    def _write(self, part: list[Node]) -> RecordId:
        """Write the person of connected references, and give the contacts to them."""
        person_id = made_id("person", *part[0])
        gender, born, erased = "", UNKNOWN, True
        for node in part:
            row = self._database.execute(
                "SELECT gender, born_from, born_to, erased, person_id FROM reported_person"
                " WHERE source = ? AND ref = ?",
                node,
            ).fetchone()
            gender = gender or row[0]
            born = narrowed(born, (row[1], row[2]))
            erased = erased and bool(row[3])
            if row[4] not in ("", person_id):
                self.moved.add(node.source)
        name = ERASED_NAME if erased else f"Person {person_id[:8]}"
        self._database.execute(
            "INSERT INTO person (id, name, gender, birth_year, phone, import_key, search,"
            " created_at, changed_at) VALUES (?, ?, ?, ?, '', '', '', ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET name = excluded.name, gender = excluded.gender,"
            " birth_year = excluded.birth_year, changed_at = excluded.changed_at"
            " WHERE (name, gender, birth_year) IS NOT"
            " (excluded.name, excluded.gender, excluded.birth_year)",
            (person_id, name, gender, stand_in(born), self._now, self._now),
        )
        for node in part:
            self._database.execute(
                "UPDATE reported_person SET person_id = ? WHERE source = ? AND ref = ?",
                (person_id, *node),
            )
        give_days(self._database, person_id, part)
        return person_id

    def _is_told(self, node: Node) -> bool:
        return self._has("SELECT 1 FROM reported_claim WHERE source = ? AND ref = ? LIMIT 1", node)

    def _tokens(self, node: Node) -> set[str]:
        rows = self._database.execute(
            "SELECT token FROM reported_token WHERE source = ? AND ref = ?", node
        )
        return {token for (token,) in rows.fetchall()}

    def _with_token(self, token: str) -> set[Node]:
        rows = self._database.execute(
            "SELECT source, ref FROM reported_token WHERE token = ?", (token,)
        )
        return {Node(*row) for row in rows.fetchall()}

    def _person(self, node: Node) -> RecordId | None:
        found = self._one(
            "SELECT person_id FROM reported_person WHERE source = ? AND ref = ?", node
        )
        return RecordId(str(found)) if found else None

    def _has(self, query: str, values: tuple[str, ...]) -> bool:
        return self._database.execute(query, values).fetchone() is not None

    def _one(self, query: str, values: tuple[str, ...]) -> object:
        row = self._database.execute(query, values).fetchone()
        return row[0] if row else None
