"""Where a person stands in the store: their records, what the trail of changes has kept, drafts.

The trail also keeps records that were deleted or taken back: a registration that was undone and
typed again is the same person under another id. Such records are found by the inquiries that
bind them together, and by name, phone and year of birth.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from app.errors import Conflict
from app.models.audit import AuditEntry
from app.models.folding import fold, phone_digits, search_words
from app.models.identity_types import MovedKind, linked_id, moved_id
from app.models.inquiry_drafts import InquiryDraft, KeptDraft, kept_drafts
from app.models.repository import Repository
from app.models.types import Inquiry, Person, Record, RecordId
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_SHORTEST_PHONE = 8
_BONDS = ("linked_contact", "moved_record", "different_people")
"""Records that name a person without being theirs alone."""


class Traces(msgspec.Struct, frozen=True, kw_only=True):
    """What the store has of one person.

    ``people`` are the ids of their records, those merged into one included; ``inquiries``,
    ``followups`` and ``referrals`` those of what belongs to them; all four name deleted records
    too. ``aliases`` are the code words that nobody else uses. ``entries`` are the changes of all
    these and of what binds them together, oldest first. ``elsewhere`` are changes that name the
    person in records of somebody else by now, such as a contact that was moved to another person.
    """

    person: Person
    people: frozenset[RecordId]
    inquiries: frozenset[RecordId]
    followups: frozenset[RecordId]
    referrals: frozenset[RecordId]
    aliases: frozenset[RecordId]
    entries: tuple[AuditEntry, ...]
    elsewhere: tuple[AuditEntry, ...]
    drafts: tuple[KeptDraft, ...]

    @property
    def ids(self) -> frozenset[RecordId]:
        """The ids of everything that is theirs."""
        return self.people | self.inquiries | self.followups | self.referrals


def find_traces(store: "Store", person_id: RecordId, *, doubtful: bool = False) -> Traces:
    """Return everything that the store has of a person.

    Without ``doubtful`` only what is certainly theirs, which may be shown to them; with it also
    deleted records and drafts that merely have the same name or the same number, which must go
    when the person is erased: nobody misses what was deleted or never saved.

    Raises:
        NotFound: there is no such person.
        Conflict: the record is merged into another one, which has all of it.
    """
    person = store.people.get(person_id)
    if person.merged_into is not None:
        standing = store.people.standing(person_id).id
        raise Conflict(
            Text("Der blev ikke gjort noget.", "Nothing was done."),
            Text(
                f"Posten er samlet med en anden: {standing}.",
                f"The record is merged with another one: {standing}.",
            ),
            Text("Brug den, eller skil dem ad først.", "Use that one, or split them first."),
        )
    return _Search(store, person, doubtful).traces()


class _Search:
    """Follows the person from record to record."""

    def __init__(self, store: "Store", person: Person, doubtful: bool) -> None:
        self._store = store
        self._person = person
        self._doubtful = doubtful
        self._people: set[RecordId] = {person.id, *store.people.merged_under(person.id)}
        self._known_as = [store.people.get(one) for one in sorted(self._people)]
        self._inquiries: set[RecordId] = set()
        self._aliases: set[RecordId] = set()

    def traces(self) -> Traces:
        store = self._store
        self._known_as += self._versions(self._people)
        self._people |= self._deleted_like_them()
        self._follow()
        promises = self._belonging(store.followups, store.followups.of_person(self._person.id))
        referrals = self._belonging(store.referrals, store.referrals.of_person(self._person.id))
        self._aliases = self._their_aliases()
        bonds = self._bonds(promises, referrals)
        ids = frozenset(
            (*self._people, *self._inquiries, *promises, *referrals, *self._aliases, *bonds)
        )
        entries = store.audit.of_records(ids)
        kinds = (store.inquiries.kind, store.followups.kind, store.referrals.kind, *_BONDS)
        naming = [
            entry for kind in kinds for entry in store.audit.naming(kind, "person_id", self._people)
        ]
        naming += store.audit.naming(store.different_people.kind, "other_id", self._people)
        return Traces(
            person=self._person,
            people=frozenset(self._people),
            inquiries=frozenset(self._inquiries),
            followups=frozenset(promises),
            referrals=frozenset(referrals),
            aliases=frozenset(self._aliases),
            entries=entries,
            elsewhere=tuple(entry for entry in naming if entry.record_id not in ids),
            drafts=tuple(kept for kept in kept_drafts(store) if self._is_theirs(kept.draft)),
        )

    def _versions(self, people: Iterable[RecordId]) -> list[Person]:
        """Return how persons were written, as far as the trail remembers."""
        payloads = (
            payload
            for entry in self._store.audit.of_records(frozenset(people))
            for payload in (entry.before, entry.after)
        )
        return [self._store.people.decode(payload) for payload in payloads if payload is not None]

    def _deleted_like_them(self) -> set[RecordId]:
        deleted = self._store.audit.deleted(self._store.people.kind)
        gone = {record_id for record_id in deleted if self._store.people.find(record_id) is None}
        return {
            record_id
            for record_id in gone
            if any(self._is_like_them(version) for version in self._versions({record_id}))
        }

    def _follow(self) -> None:
        """Add their inquiries, and deleted persons to whom one of these once belonged."""
        before = -1
        while before != len(self._people):
            before = len(self._people)
            self._inquiries |= self._their_inquiries()
            owners = {
                inquiry.person_id
                for inquiry in self._inquiry_versions()
                if inquiry.person_id is not None
            }
            self._people |= {one for one in owners if self._store.people.find(one) is None}

    def _their_inquiries(self) -> set[RecordId]:
        inquiries = self._store.inquiries
        named = {
            entry.record_id
            for entry in self._store.audit.naming(inquiries.kind, "person_id", self._people)
        }
        present = {inquiry.id for inquiry in inquiries.of_person(self._person.id)}
        return present | {one for one in named if inquiries.find(one) is None}

    def _inquiry_versions(self) -> list[Inquiry]:
        """Return how their inquiries were written, as far as the trail remembers."""
        entries = self._store.audit.of_records(self._inquiries)
        return [version for entry in entries for version in _payloads(entry)]

    def _their_aliases(self) -> set[RecordId]:
        """Return the code words of their contacts that no contact of anybody else has."""
        present = (self._store.inquiries.find(one) for one in self._inquiries)
        versions = (*filter(None, present), *self._inquiry_versions())
        chosen = {version.alias_id for version in versions if version.alias_id is not None}
        contacts = self._store.aliases.contacts
        return {one for one in chosen if self._inquiries.issuperset(contacts(one))}

    def _bonds(self, promises: set[RecordId], referrals: set[RecordId]) -> set[RecordId]:
        """Return the ids under which the trail keeps what bound their records to them."""
        moved = (
            *(moved_id(MovedKind.INQUIRY, one) for one in self._inquiries),
            *(moved_id(MovedKind.FOLLOWUP, one) for one in promises),
            *(moved_id(MovedKind.REFERRAL, one) for one in referrals),
        )
        return {linked_id(one) for one in self._inquiries} | set(moved)

    def _belonging(self, repository: Repository[Any], present: Iterable[Record]) -> set[RecordId]:
        """Return the ids of what is theirs now, and of what was theirs when it was deleted."""
        audit = self._store.audit
        named = (
            *audit.naming(repository.kind, "person_id", self._people),
            *audit.naming(repository.kind, "inquiry_id", self._inquiries),
        )
        gone = {entry.record_id for entry in named if repository.find(entry.record_id) is None}
        return {record.id for record in present} | gone

    def _is_theirs(self, draft: InquiryDraft) -> bool:
        if draft.person_id is not None or draft.inquiry_id is not None:
            return draft.person_id in self._people or draft.inquiry_id in self._inquiries
        if draft.code_word:
            words = {
                fold(alias.word) for alias in map(self._store.aliases.find, self._aliases) if alias
            }
            return fold(draft.code_word) in words
        told = Person(name=draft.name, birth_year=draft.birth_year, phone=draft.phone)
        return self._is_like_them(told)

    def _is_like_them(self, other: Person) -> bool:
        return any(_alike(known, other, doubtful=self._doubtful) for known in self._known_as)


def _payloads(entry: AuditEntry) -> list[Inquiry]:
    present = (payload for payload in (entry.before, entry.after) if payload is not None)
    return [msgspec.json.decode(payload, type=Inquiry) for payload in present]


def _alike(one: Person, other: Person, *, doubtful: bool) -> bool:
    """Tell whether two records are of one person: the name, and the phone or the year of birth.

    A ``doubtful`` likeness is enough with the name or the phone alone, unless the years differ.
    """
    names, phones = _name(one) == _name(other) != "", _same_phone(one, other)
    years = one.birth_year, other.birth_year
    if names and (phones or (None not in years and years[0] == years[1])):
        return True
    return doubtful and (phones or (names and (None in years or years[0] == years[1])))


def _name(person: Person) -> str:
    """Return first and last name as they are compared; middle names come and go."""
    words = search_words(person.name)
    return " ".join((words[0], words[-1])) if words else person.name.strip().casefold()


def _same_phone(one: Person, other: Person) -> bool:
    digits = phone_digits(one.phone)
    return len(digits) >= _SHORTEST_PHONE and digits == phone_digits(other.phone)
