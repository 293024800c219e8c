"""Persons who let themselves be registered."""

from collections.abc import Collection
from typing import Any

import msgspec

from app.models.checking import Checker
from app.models.clock import local_today
from app.models.consent import Consent, agreed_on
from app.models.folding import phone_digits, search_text, search_words, word_start
from app.models.repository import Repository
from app.models.sorting import in_danish_order
from app.models.types import Person, RecordId
from app.texts import Text

_EARLIEST_BIRTH_YEAR = 1900

ERASED_NAME = "(slettet)"
"""What stands in place of the name where a person was erased and only counted contacts are left."""


ERASED_PERSON = Text("Slettet person", "Erased person")
"""What is said in place of that name."""


def shown_name(name: str) -> Text:
    """Return the name of a person as it is shown."""
    return ERASED_PERSON if name == ERASED_NAME else Text(name, name)


def is_erased(person: Person) -> bool:
    """Tell whether this is what is left of a person who was erased: contacts without anybody."""
    return person.name == ERASED_NAME


class People(Repository[Person]):
    """Keeps the persons and finds them again by any part of name or phone."""

    kind = "person"
    table = "person"
    record_type = Person
    counsellors_own = True

    def all(self) -> tuple[Person, ...]:
        """Return everybody who is registered, in the order of entry; nobody erased or merged."""
        standing = "WHERE name <> ? AND merged_into IS NULL ORDER BY created_at, id"
        return tuple(self._select(standing, (ERASED_NAME,)))

    def count_standing(self) -> int:
        """Return how many are registered: whoever was erased or merged is none of them."""
        standing = "SELECT count(*) FROM person WHERE name <> ? AND merged_into IS NULL"
        return int(self._database.execute(standing, (ERASED_NAME,)).fetchone()[0])

    def of_ids(self, ids: Collection[RecordId]) -> tuple[Person, ...]:
        """Return the persons with these ids, those who are there."""
        wanted = msgspec.json.encode(sorted(ids)).decode()
        where = "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY created_at, id"
        return tuple(self._select(where, (wanted,)))

    def standing(self, person_id: RecordId) -> Person:
        """Return the record that somebody has now: their own, or the one it was merged into.

        Raises:
            NotFound: there is no such record.
        """
        person = self.get(person_id)
        while person.merged_into is not None:
            person = self.get(person.merged_into)
        return person

    def merged(self) -> tuple[Person, ...]:
        """Return every record that was merged into another one, in the order of entry."""
        return tuple(self._select("WHERE merged_into IS NOT NULL ORDER BY created_at, id"))

    def merged_under(self, person_id: RecordId) -> tuple[RecordId, ...]:
        """Return the records merged into one, and those merged into these, nearest first."""
        under: list[RecordId] = []
        asked = [person_id]
        while asked:
            one = asked.pop(0)
            found = [each.id for each in self._select("WHERE merged_into = ? ORDER BY id", (one,))]
            under += found
            asked += found
        return tuple(under)

    def search(self, query: str, limit: int = 10) -> tuple[Person, ...]:
        """Return up to ``limit`` persons in whom every word of ``query`` starts a word.

        Words are parts of the name, the year of birth or the phone number; those seen last come
        first.
        """
        words = search_words(query)
        if not words:
            return ()
        where = _has_all(words)
        rows = self._database.query(
            f"SELECT p.* FROM person p WHERE {where} ORDER BY"
            " (SELECT max(date) FROM inquiry i WHERE i.person_id = p.id) DESC, p.name LIMIT ?",
            (*(word_start(word) for word in words), limit),
        )
        return msgspec.convert(tuple(rows), tuple[Person, ...], strict=False)

    def count_found(self, query: str) -> int:
        """Return how many persons :meth:`search` would find without a limit."""
        words = search_words(query)
        counted = f"SELECT count(*) FROM person p WHERE {_has_all(words)}"
        found = self._database.execute(counted, [word_start(word) for word in words]).fetchone()
        return int(found[0]) if words else 0

    def alike(self, name: str, phone: str, birth_year: int | None) -> tuple[Person, ...]:
        """Return persons who may be the one described: the same phone, or the same name and year.

        Names are the same when the first and the last word are; an unknown year of birth agrees
        with any.
        """
        digits = phone_digits(phone)
        by_phone = self.search(digits) if len(digits) >= 8 else ()
        words = search_words(name)
        by_name = tuple(
            person
            for person in (self._named(words[0], {words[-1]}) if len(words) > 1 else ())
            if search_words(person.name)[-1:] == words[-1:]
            and (birth_year is None or person.birth_year in (None, birth_year))
        )
        unique = {person.id: person for person in (*by_phone, *by_name)}
        return tuple(unique.values())

    def at_workplace(self, workplace_id: RecordId) -> tuple[Person, ...]:
        """Return the persons of one workplace, by name."""
        where = "WHERE workplace_id = ? AND merged_into IS NULL"
        return in_danish_order(self._select(where, (workplace_id,)))

    def seen_last(self, workplace_id: RecordId | None, limit: int = 10) -> tuple[Person, ...]:
        """Return the persons with the newest contacts, at one workplace or (None) anywhere."""
        rows = self._database.query(
            "SELECT p.* FROM person p JOIN (SELECT person_id, max(date || time) AS seen FROM inquiry"
            " WHERE person_id IS NOT NULL AND (:workplace IS NULL OR workplace_id = :workplace)"
            " AND person_id NOT IN (SELECT id FROM person WHERE name = :erased)"
            " GROUP BY person_id ORDER BY seen DESC LIMIT :limit) s ON s.person_id = p.id"
            " ORDER BY s.seen DESC, p.name",
            {"workplace": workplace_id, "limit": limit, "erased": ERASED_NAME},
        )
        return msgspec.convert(tuple(rows), tuple[Person, ...], strict=False)

    def named_in(self, text: str) -> tuple[Person, ...]:
        """Return known persons whose first and last name both stand in ``text``, also as "Karens".

        A name that somebody had before their record was merged names them too.
        """
        written = search_words(text)
        words = {form for word in written for form in name_forms(word)}
        named = (person for word in sorted(words) for person in self._named(word, words))
        return tuple(
            person
            for person in (*named, *(self.merged() if len(words) > 1 else ()))
            if len(names := search_words(person.name)) > 1
            and names[0] in words
            and names[-1] in words
        )

    def _named(self, first_name: str, others: Collection[str]) -> list[Person]:
        """Return the persons with this folded first name who have one of ``others`` in their name.

        The search column begins with the first name, so that its index alone finds them.
        """
        rows = self._database.execute(
            "SELECT id, search FROM person WHERE search >= ? AND search < ?",
            (f" {first_name} ", f" {first_name}!"),
        )
        wanted = frozenset(others)
        ids = [row_id for row_id, text in rows if not wanted.isdisjoint(text.split()[1:])]
        found = "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        return self._select(found, (msgspec.json.encode(ids).decode(),)) if ids else []

    def delete(self, record_id: RecordId) -> Person:
        """Delete a person, and what was said about whom they are not; Conflict as for others."""
        with self._store.atomic():
            for pair in self._store.different_people.of_person(record_id):
                self._store.different_people.delete(pair.id)
            return super().delete(record_id)

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
        today = local_today(self._store.clock)
        for consent in Consent:
            day = agreed_on(record, consent)
            check.require(
                day is None or day <= today,
                consent.value,
                "Et samtykke er givet i dag eller før.",
                "Consent was given today or before.",
            )
        check.finish()

    def _row(self, record: Person) -> dict[str, Any]:
        year = str(record.birth_year) if record.birth_year else ""
        row: dict[str, Any] = msgspec.to_builtins(record)
        # Nobody who was erased is ever found again, and who was merged only as who they are now.
        hidden = is_erased(record) or record.merged_into is not None
        found_by = () if hidden else (record.name, year, phone_digits(record.phone))
        row["search"] = search_text(*found_by)
        return row


def name_forms(word: str) -> tuple[str, ...]:
    """Return a folded word as a name may stand in a sentence: "karens" is also "karen"."""
    return (word, word[:-1]) if word.endswith("s") and len(word) > 2 else (word,)


def _has_all(words: Collection[str]) -> str:
    """Return the condition that a person ``p`` has every one of these words."""
    return " AND ".join("instr(p.search, ?)" for _ in words) or "1"
