"""What is told of references: each question is put to the database once.

A reference is how one laptop calls a person. What is remembered here holds for as long as no claim,
token or join is written; who writes some begins with a new one.
"""

from typing import NamedTuple

from app.models.database import Database
from app.models.team.born import Range
from app.models.types import RecordId


class Node(NamedTuple):
    """A reference on one laptop."""

    source: str
    ref: str


class ToldOf(NamedTuple):
    """What all claims together say of a reference; ``person`` is its record as it was found."""

    gender: str
    born: Range
    erased: bool
    person: RecordId | None


class References:
    """Answers about references in a lead's store."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._is_told: dict[Node, bool] = {}
        self._told: dict[Node, ToldOf | None] = {}
        self._tokens: dict[Node, frozenset[str]] = {}
        self._sharing: dict[str, frozenset[Node]] = {}
        self._joins: dict[str, bool] = {}

    def is_told(self, node: Node) -> bool:
        """Tell whether any month that is here tells of the reference."""
        if node not in self._is_told:
            query = "SELECT 1 FROM reported_claim WHERE source = ? AND ref = ? LIMIT 1"
            self._is_told[node] = self._database.execute(query, node).fetchone() is not None
        return self._is_told[node]

    def told(self, node: Node) -> ToldOf:
        """Return what is told of a reference of which something is told."""
        found = self._find(node)
        assert found is not None, "a reference of which something is told has its row"
        return found

    def person(self, node: Node) -> RecordId | None:
        """Return the record that a reference had, or None where it had none."""
        found = self._find(node)
        return found.person if found else None

    def tokens(self, node: Node) -> frozenset[str]:
        """Return the tokens of a reference."""
        if node not in self._tokens:
            query = "SELECT token FROM reported_token WHERE source = ? AND ref = ?"
            rows = self._database.execute(query, node).fetchall()
            self._tokens[node] = frozenset(token for (token,) in rows)
        return self._tokens[node]

    def with_token(self, token: str) -> frozenset[Node]:
        """Return the references that have a token."""
        if token not in self._sharing:
            query = "SELECT source, ref FROM reported_token WHERE token = ?"
            rows = self._database.execute(query, (token,)).fetchall()
            self._sharing[token] = frozenset(Node(*row) for row in rows)
        return self._sharing[token]

    def joined(self, node: Node) -> frozenset[Node]:
        """Return the references with which this one was joined, through some that are not told."""
        if not self._has_joins(node.source):
            return frozenset()
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
        return frozenset(found)

    def root(self, node: Node) -> Node:
        """Return the reference into which this one was joined in the end."""
        seen = {node}
        while True:
            query = "SELECT into_ref FROM reported_join WHERE source = ? AND ref = ?"
            row = self._database.execute(query, node).fetchone()
            if row is None or Node(node.source, row[0]) in seen:
                return node
            node = Node(node.source, row[0])
            seen.add(node)

    def _find(self, node: Node) -> ToldOf | None:
        if node not in self._told:
            row = self._database.execute(
                "SELECT gender, born_from, born_to, erased, person_id FROM reported_person"
                " WHERE source = ? AND ref = ?",
                node,
            ).fetchone()
            self._told[node] = row and ToldOf(
                row[0], (row[1], row[2]), bool(row[3]), RecordId(row[4]) if row[4] else None
            )
        return self._told[node]

    def _has_joins(self, source: str) -> bool:
        if source not in self._joins:
            query = "SELECT 1 FROM reported_join WHERE source = ? LIMIT 1"
            self._joins[source] = self._database.execute(query, (source,)).fetchone() is not None
        return self._joins[source]
