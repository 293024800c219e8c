"""Who is who across laptops: records with a token in common are of one person.

What comes out depends only on what is reported now, never on the order in which it came. The newest
that a laptop told of a reference holds. A token that one laptop has for two persons links nobody:
a phone may be a family's, a name may be two people's. Persons are the connected parts of the rest.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.models.people import ERASED_NAME
from app.models.team.born import UNKNOWN, Range, narrowed, stand_in
from app.models.team.made_ids import made_id
from app.models.team.pseudo_days import give_days
from app.models.team.references import Node, References
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

_CLAIMS = """
SELECT c.gender, c.born_from, c.born_to, c.phone, c.name FROM reported_claim c
JOIN reported_month m ON m.id = c.month_id WHERE c.source = ? AND c.ref = ?
ORDER BY m.place_in_line DESC, m.device DESC, m.seq DESC
"""
_PUT_REFERENCE = """
INSERT INTO reported_person (source, ref, person_id, gender, born_from, born_to, erased)
VALUES (?, ?, '', ?, ?, ?, ?) ON CONFLICT (source, ref) DO UPDATE SET
  gender = excluded.gender, born_from = excluded.born_from, born_to = excluded.born_to,
  erased = excluded.erased
WHERE (gender, born_from, born_to, erased)
  IS NOT (excluded.gender, excluded.born_from, excluded.born_to, excluded.erased)
"""
_PUT_PERSON = """
INSERT INTO person (id, name, gender, birth_year, phone, import_key, search, created_at, changed_at)
VALUES (?, ?, ?, ?, '', '', '', ?, ?) ON CONFLICT (id) DO UPDATE SET
  name = excluded.name, gender = excluded.gender, birth_year = excluded.birth_year,
  changed_at = excluded.changed_at
WHERE (name, gender, birth_year) IS NOT (excluded.name, excluded.gender, excluded.birth_year)
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
        self._references = References(store.database)

    def renew(self, dirty: Iterable[Node]) -> None:
        """Find out anew who is who around some references of which something else is told now."""
        touched = set(dirty)
        tokens: set[str] = set()
        for node in touched:
            tokens |= self._refresh(node)
        self._references = references = References(self._database)
        for node in tuple(touched):
            touched |= references.joined(node)
        for token in tokens:
            touched |= references.with_token(token)
        # Whatever was one person and is not any more has such a reference in each of its parts.
        former = {references.person(node) for node in touched}
        kept: set[RecordId] = set()
        done: set[Node] = set()
        for node in sorted(touched):
            if node not in done and references.is_told(node):
                part = self._part(node)
                done |= part
                former |= {references.person(each) for each in part}
                kept.add(self._write(sorted(part)))
        self._forget(touched)
        former.discard(None)
        for person_id in former - kept:
            self._database.execute("DELETE FROM person WHERE id = ?", (person_id,))
        self.people += len(kept) - len(former)

    def _refresh(self, node: Node) -> set[str]:
        """Write what all claims together say of a reference, the newest first.

        Returns the tokens that it had or has.
        """
        rows = self._database.execute(
            "SELECT token, how FROM reported_token WHERE source = ? AND ref = ?", node
        )
        former, wanted = dict(rows.fetchall()), {}
        claims = self._database.execute(_CLAIMS, node).fetchall()
        if claims:
            gender, _, _, phone, name = claims[0]
            erased = self._is_erased(node)
            born: Range = UNKNOWN
            for _, first, last, _, _ in claims:
                born = narrowed(born, (first, last))
            self._database.execute(_PUT_REFERENCE, (*node, gender, *born, erased))
            if not erased:
                wanted = {token: how for how, token in (("name", name), ("phone", phone)) if token}
        if wanted != former:
            self._database.execute("DELETE FROM reported_token WHERE source = ? AND ref = ?", node)
            self._database.execute_many(
                "INSERT INTO reported_token (token, source, ref, how) VALUES (?, ?, ?, ?)",
                [(token, *node, how) for token, how in wanted.items()],
            )
        return former.keys() | wanted.keys()

    def _is_erased(self, node: Node) -> bool:
        query = "SELECT 1 FROM reported_erased WHERE source = ? AND ref = ?"
        return self._database.execute(query, node).fetchone() is not None

    def _forget(self, nodes: Iterable[Node]) -> None:
        """Drop references of which nothing is told any more."""
        for node in nodes:
            if not self._references.is_told(node):
                self._database.execute(
                    "DELETE FROM reported_person WHERE source = ? AND ref = ?", node
                )

    def _part(self, start: Node) -> set[Node]:
        """Return all references that are of one person with this one."""
        references = self._references
        found, asked = {start}, [start]
        while asked:
            node = asked.pop()
            beside = set(references.joined(node))
            for token in references.tokens(node):
                sharing = references.with_token(token)
                if self._is_clear(sharing):
                    beside |= sharing
            for each in beside - found:
                if references.is_told(each):
                    asked.append(each)
                    found.add(each)
        return found

    def _is_clear(self, sharing: frozenset[Node]) -> bool:
        """Tell whether no laptop has two persons among these references."""
        if len({node.source for node in sharing}) == len(sharing):
            return True
        roots = {self._references.root(node) for node in sharing}
        return len({node.source for node in roots}) == len(roots)

    def _write(self, part: list[Node]) -> RecordId:
        """Write the person of connected references, and give the contacts to them."""
        person_id = made_id("person", *part[0])
        gender, born, erased, others = "", UNKNOWN, True, []
        for node in part:
            told = self._references.told(node)
            gender = gender or told.gender
            born = narrowed(born, told.born)
            erased = erased and told.erased
            if told.person != person_id:
                others.append(node)
            if told.person not in (None, person_id):
                self.moved.add(node.source)
        name = ERASED_NAME if erased else f"Person {person_id[:8]}"
        self._database.execute(
            _PUT_PERSON, (person_id, name, gender, stand_in(born), self._now, self._now)
        )
        self._database.execute_many(
            "UPDATE reported_person SET person_id = ? WHERE source = ? AND ref = ?",
            [(person_id, *node) for node in others],
        )
        give_days(self._database, person_id, part)
        return person_id
