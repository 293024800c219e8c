"""Who is who in a registration: rows of the same person find each other, and known persons."""

from dataclasses import dataclass, field
from datetime import date

from app.models.folding import phone_digits
from app.models.import_contacts import ImportedContact
from app.models.import_names import same_name
from app.models.import_report import ImportProblem
from app.models.store import Store
from app.models.types import Gender, Person
from app.texts import Text

_CONTRADICTIONS = {
    "name": Text("navn", "name"),
    "gender": Text("køn", "gender"),
    "birth_year": Text("fødselsår", "year of birth"),
}


_ANY = "any"
_Traits = tuple[str, int | str | None, str]
"""A name, a year of birth and the digits of a phone number: None, "" or any where not known."""


@dataclass(slots=True, eq=False)
class Candidate:
    """A person as far as known from the store and from the rows read so far."""

    name: str
    gender: Gender
    birth_year: int | None
    phone: str
    key: str
    workplace: str
    stored: Person | None = None
    consent_on: date | None = None
    evaluator_consent_on: date | None = None
    rows: list[int] = field(default_factory=list)

    @property
    def digits(self) -> str:
        """The phone number as it is compared."""
        return phone_digits(self.phone)


class PeopleMatcher:
    """Gives every registered row its person.

    With a person key, the key decides, and a row that contradicts it is refused. Without a key,
    rows are the same person when the name is the same, nothing contradicts, and the year of birth
    or the phone number is the same too; a row with only a name matches a person of whom only the
    name is known.
    """

    def __init__(self, store: Store) -> None:
        self._by_key: dict[str, Candidate] = {}
        self._by_traits: dict[_Traits, list[Candidate]] = {}
        for person in store.people.all():
            self._keep(_stored(person))
        # A merged record is only known by its key: its name is that of who it is now.
        for person in store.people.merged():
            if person.import_key:
                self._by_key[person.import_key] = _stored(person)

    def match(self, contact: ImportedContact, row: int) -> Candidate | ImportProblem:
        """Return the person of a registered contact, new where nobody fits, or what is wrong."""
        if contact.person:
            known = self._by_key.get(contact.person)
            if known is not None:
                return self._confirm(known, contact, row)
            alike = []
        else:
            alike = self._alike(contact)
        if len(alike) > 1:
            reason = Text(
                "Flere personer passer. Giv rækken en personnøgle.",
                "Several persons fit. Give the row a person key.",
            )
            return ImportProblem(row=row, column="name", reason=reason)
        found = alike[0] if alike else self._keep(_new(contact))
        return self._complete(found, contact, row)

    def _alike(self, contact: ImportedContact) -> list[Candidate]:
        """Return who may be the person of ``contact``, at most two: more are no clearer."""
        alike: list[Candidate] = []
        for traits in _wanted(contact):
            for person in self._by_traits.get(traits, ()):
                if person not in alike and _same(person, contact):
                    alike.append(person)
                    if len(alike) > 1:
                        return alike
        return alike

    def _confirm(
        self, known: Candidate, contact: ImportedContact, row: int
    ) -> Candidate | ImportProblem:
        for name, word in _CONTRADICTIONS.items():
            ours, theirs = getattr(known, name), getattr(contact, name)
            if name == "name":
                ours, theirs = same_name(ours), same_name(theirs)
            if ours and theirs and ours != theirs:
                return ImportProblem(row=row, column=name, reason=_contradiction(known, word))
        return self._complete(known, contact, row)

    def _complete(self, person: Candidate, contact: ImportedContact, row: int) -> Candidate:
        """Add what the row knows and we did not; nothing is ever replaced."""
        known = person.birth_year, person.digits
        person.gender = person.gender or contact.gender
        person.birth_year = person.birth_year or contact.birth_year
        person.phone = person.phone or contact.phone
        person.consent_on = person.consent_on or contact.consent_on
        person.evaluator_consent_on = person.evaluator_consent_on or contact.evaluator_consent_on
        person.rows.append(row)
        if known != (person.birth_year, person.digits):
            self._note_traits(person)
        return person

    def _keep(self, person: Candidate) -> Candidate:
        if person.key:
            self._by_key[person.key] = person
        self._note_traits(person)
        return person

    def _note_traits(self, person: Candidate) -> None:
        """Let the person be found by what is known now; what was known before is looked at again."""
        for traits in _traits(person):
            self._by_traits.setdefault(traits, []).append(person)


def _new(contact: ImportedContact) -> Candidate:
    return Candidate(
        name=contact.name,
        gender=contact.gender,
        birth_year=contact.birth_year,
        phone=contact.phone,
        key=contact.person,
        workplace=contact.workplace,
    )


def _traits(person: Candidate) -> set[_Traits]:
    """Return the keys of a person: exactly what is known, and each part of it alone."""
    name, year, digits = same_name(person.name), person.birth_year, person.digits
    keys: set[_Traits] = {(name, year, digits)}
    if year is not None:
        keys.add((name, year, _ANY))
    if digits:
        keys.add((name, _ANY, digits))
    return keys


def _wanted(contact: ImportedContact) -> tuple[_Traits, ...]:
    """Return the keys under which a person stands who does not contradict ``contact``."""
    name, year, digits = same_name(contact.name), contact.birth_year, phone_digits(contact.phone)
    if year is None:
        return ((name, _ANY if digits else None, digits),)
    if not digits:
        return ((name, year, _ANY),)
    return (name, year, digits), (name, year, ""), (name, None, digits)


def _same(person: Candidate, contact: ImportedContact) -> bool:
    """Tell whether nothing contradicts; more may be known of the person than when it was noted."""
    year, digits = contact.birth_year, phone_digits(contact.phone)
    if person.gender and contact.gender and person.gender != contact.gender:
        return False
    if year is None and not digits:
        return person.birth_year is None and not person.digits
    return year in (None, person.birth_year or year) and digits in ("", person.digits or digits)


def _stored(person: Person) -> Candidate:
    return Candidate(
        name=person.name,
        gender=person.gender,
        birth_year=person.birth_year,
        phone=person.phone,
        key=person.import_key,
        workplace="",
        stored=person,
    )


def _contradiction(known: Candidate, word: Text) -> Text:
    if known.rows:
        place = Text(f"end i række {known.rows[0]}", f"than in row {known.rows[0]}")
    else:
        place = Text("end den, der er registreret", "than the one on record")
    return Text(
        f"Personnøglen har et andet {word.da} {place.da}.",
        f"The person key has another {word.en} {place.en}.",
    )
