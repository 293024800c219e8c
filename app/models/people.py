"""Persons who let themselves be registered."""

from typing import Any

import msgspec

from app.models.checking import Checker
from app.models.clock import local_today
from app.models.folding import digits_only, search_text, search_words, word_start
from app.models.repository import Repository
from app.models.types import Person, RecordId
from app.texts import Text

_EARLIEST_BIRTH_YEAR = 1900


class People(Repository[Person]):
    """Keeps the persons and finds them again by any part of name or phone."""

    kind = "person"
    table = "person"
    record_type = Person

    def all(self) -> tuple[Person, ...]:
        """Return everybody who is registered, in the order of entry."""
        return tuple(self._select("ORDER BY created_at, id"))

    def search(self, query: str, limit: int = 10) -> tuple[Person, ...]:
        """Return up to ``limit`` persons in whom every word of ``query`` starts a word.

        Words are parts of the name, the year of birth or the phone number; those seen last come
        first.
        """
        words = search_words(query)
        if not words:
            return ()
        where = " AND ".join("instr(p.search, ?)" for _ in words)
        rows = self._database.query(
            f"SELECT p.* FROM person p WHERE {where} ORDER BY"
            " (SELECT max(date) FROM inquiry i WHERE i.person_id = p.id) DESC, p.name LIMIT ?",
            (*(word_start(word) for word in words), limit),
        )
        return msgspec.convert(tuple(rows), tuple[Person, ...], strict=False)

    def by_import_key(self, key: str) -> Person | None:
        """Return the person that a registration file called ``key``, or None."""
        found = self._select("WHERE import_key = ?", (key,)) if key else []
        return found[0] if found else None

    def alike(self, name: str, phone: str, birth_year: int | None) -> tuple[Person, ...]:
        """Return persons who may be the one described: the same phone, or the same name and year.

        An unknown year of birth agrees with any.
        """
        by_phone = self.search(digits_only(phone)) if len(digits_only(phone)) >= 8 else ()
        wanted = search_text(name)
        by_name = tuple(
            person
            for person in self.search(name)
            if search_text(person.name) == wanted
            and (birth_year is None or person.birth_year in (None, birth_year))
        )
        unique = {person.id: person for person in (*by_phone, *by_name)}
        return tuple(unique.values())

    def at_workplace(self, workplace_id: RecordId) -> tuple[Person, ...]:
        """Return the persons of one workplace, by name."""
        return tuple(self._select("WHERE workplace_id = ? ORDER BY name", (workplace_id,)))

    def named_in(self, text: str) -> tuple[Person, ...]:
        """Return known persons whose first and last name both stand in ``text``."""
        words = set(search_words(text))
        candidates: dict[str, Person] = {}
        for word in words:
            if len(word) > 1:
                candidates |= {p.id: p for p in self.search(word, limit=50)}
        return tuple(p for p in candidates.values() if _is_named(p, words))

    def _check(self, record: Person) -> None:
        check = Checker(Text("Personen blev ikke gemt.", "The person was not saved."))
        check.require(bool(record.name.strip()), "name", "Skriv et navn.", "Enter a name.")
        latest = local_today(self._store.clock).year
        check.require(
            record.birth_year is None or _EARLIEST_BIRTH_YEAR <= record.birth_year <= latest,
            "birth_year",
            f"Fødselsåret skal ligge mellem {_EARLIEST_BIRTH_YEAR} og {latest}.",
            f"The year of birth must lie between {_EARLIEST_BIRTH_YEAR} and {latest}.",
        )
        check.finish()

    def _row(self, record: Person) -> dict[str, Any]:
        year = str(record.birth_year) if record.birth_year else ""
        row: dict[str, Any] = msgspec.to_builtins(record)
        row["search"] = search_text(record.name, year, digits_only(record.phone))
        return row


def _is_named(person: Person, words: set[str]) -> bool:
    names = search_words(person.name)
    return len(names) > 1 and names[0] in words and names[-1] in words
