"""Code words: how somebody who gives no name is recognised when they come back.

The contacts stay anonymous and are counted so. Two people may choose the same word; the page says
how often and when it was used last, so that it is noticed while they sit there.
"""

from datetime import date

import msgspec

from app.models.case_types import Alias
from app.models.checking import Checker
from app.models.folding import search_text, search_words, word_start
from app.models.repository import Repository
from app.models.types import RecordId
from app.texts import Text

LONGEST = 40
"""Letters in the longest code word."""


class KnownAlias(msgspec.Struct, frozen=True, kw_only=True):
    """A code word with the number of its contacts, and the dates of the first and the newest.

    ``person_id`` is whose it is, where contacts with it were linked to one person.
    """

    alias_id: RecordId
    word: str
    contacts: int
    first: date
    last: date
    person_id: RecordId | None


class Aliases(Repository[Alias]):
    """Keeps the code words; one that no contact has any more goes by itself."""

    kind = "alias"
    table = "alias"
    record_type = Alias
    counsellors_own = True

    def ensure(self, word: str) -> Alias:
        """Return the code word that folds to the same as ``word``, made if it is not there."""
        told = " ".join(word.split())
        found = self._select("WHERE search = ?", (search_text(told),))
        return found[0] if found else self.add(Alias(word=told))

    def search(self, query: str, limit: int | None = 10) -> tuple[KnownAlias, ...]:
        """Return code words in which every word of ``query`` begins a word, the latest first.

        At most ``limit`` of them; with None all.
        """
        words = search_words(query)
        if not words:
            return ()
        where = " AND ".join("instr(a.search, ?)" for _ in words)
        rows = self._database.query(
            "SELECT a.id AS alias_id, a.word, count(*) AS contacts, min(i.date) AS first,"
            " max(i.date) AS last,"
            " CASE count(DISTINCT i.person_id) WHEN 1 THEN max(i.person_id) END AS person_id"
            f" FROM alias a JOIN inquiry i ON i.alias_id = a.id WHERE {where}"
            " GROUP BY a.id ORDER BY last DESC, a.word LIMIT ?",
            (*(word_start(word) for word in words), -1 if limit is None else limit),
        )
        return msgspec.convert(tuple(rows), tuple[KnownAlias, ...], strict=False)

    def contacts(self, alias_id: RecordId) -> tuple[RecordId, ...]:
        """Return the ids of the contacts with a code word, in order, linked ones too."""
        rows = self._database.execute(
            "SELECT id FROM inquiry WHERE alias_id = ? ORDER BY date, time, seq", (alias_id,)
        )
        return tuple(RecordId(inquiry_id) for (inquiry_id,) in rows)

    def anonymous(self, alias_id: RecordId) -> int:
        """Return how many contacts with a code word were not linked to a person."""
        query = "SELECT count(*) FROM inquiry WHERE alias_id = ? AND identity = 'anonymous'"
        return int(self._database.execute(query, (alias_id,)).fetchone()[0])

    def all(self) -> tuple[Alias, ...]:
        """Return every code word."""
        return tuple(self._select("ORDER BY search"))

    def drop_unused(self, alias_id: RecordId | None) -> None:
        """Forget a code word when no contact has it any more."""
        if alias_id is not None and self.find(alias_id) and not self.contacts(alias_id):
            self.delete(alias_id)

    def _check(self, record: Alias) -> None:
        check = Checker(Text("Kodeordet blev ikke gemt.", "The code word was not saved."))
        check.require(
            bool(search_text(record.word)),
            "code_word",
            "Kodeordet skal have mindst et bogstav eller et tal.",
            "The code word must have at least one letter or digit.",
        )
        check.require(
            len(record.word) <= LONGEST,
            "code_word",
            f"Kodeordet må højst have {LONGEST} tegn.",
            f"The code word may have at most {LONGEST} characters.",
        )
        check.finish()

    def _row(self, record: Alias) -> dict[str, object]:
        return super()._row(record) | {"search": search_text(record.word)}
