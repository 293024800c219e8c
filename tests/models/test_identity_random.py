"""Registered, linked, merged, split, deleted, undone in any order: everybody is counted once.

Beside the store stands a plain model: a contact has one owner for good, and whoever that owner was
merged into holds it now. All that the store says must follow from that.
"""

import copy
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.models.inquiry_drafts import InquiryDraft
from app.models.linking import link_code_word, link_contact, unlink_contact
from app.models.merging import merge_people, split_person
from app.models.periods import Period
from app.models.registration import register
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import AgeBand, Channel, Gender, Identity, RecordId
from tests.models.test_undo import Contents, contents
from tests.records import DAY, add_promise
from tests.stores import StoreMould, ticking_clock

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
DAYS = st.integers(0, 2).map(lambda days: DAY - timedelta(days=days))
TIMES = st.sampled_from(["", "09:24"])
WORDS = st.sampled_from(["", "blå cykel", "gul stol"])
GENDERS = st.sampled_from(list(Gender))
BANDS = st.sampled_from([AgeBand.NOT_TOLD, AgeBand.FROM_29])
ANY = st.integers(0, 1_000)
"""Chooses one of what is there, whatever the number of them."""


@dataclass
class Contact:
    day: date
    time: str
    owner: RecordId | None
    linked: bool = False
    told: tuple[Gender, AgeBand, bool] = (Gender.NOT_TOLD, AgeBand.NOT_TOLD, False)
    word: str = ""
    by_phone: bool = False


@dataclass
class Project:
    """Contacts by id in the order of entry, promises without a contact, and who became whom."""

    contacts: dict[RecordId, Contact] = field(default_factory=dict)
    promises: dict[RecordId, RecordId] = field(default_factory=dict)
    genders: dict[RecordId, Gender] = field(default_factory=dict)
    merged: dict[RecordId, RecordId] = field(default_factory=dict)
    taken_over: dict[RecordId, Gender] = field(default_factory=dict)

    def holder(self, owner: RecordId) -> RecordId:
        while owner in self.merged:
            owner = self.merged[owner]
        return owner

    def standing(self) -> list[RecordId]:
        return [one for one in self.genders if one not in self.merged]

    def kind(self, contact_id: RecordId) -> str:
        contact = self.contacts[contact_id]
        if contact.owner is None:
            return "phone_no_workplace" if contact.by_phone else "anonymous"
        order = list(self.contacts)
        theirs = [
            (other.day, other.time, order.index(other_id))
            for other_id, other in self.contacts.items()
            if other.owner is not None and self.holder(other.owner) == self.holder(contact.owner)
        ]
        mine = (contact.day, contact.time, order.index(contact_id))
        return "first" if mine == min(theirs) else "returning"


class Step(NamedTuple):
    handle: str
    before: tuple[Project, Contents]
    after: tuple[Project, Contents]


class WhoIsWho(RuleBasedStateMachine):
    """Does to the store and to the model what counsellors do, and compares them."""

    mould: StoreMould

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        self.store: Store = self._stack.enter_context(self.mould.copy(ticking_clock()))
        self.project = Project()
        self.kept = (copy.deepcopy(self.project), contents(self.store))
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def teardown(self) -> None:
        self._stack.close()

    def note(self, handle: str) -> None:
        after = (copy.deepcopy(self.project), contents(self.store))
        self.done.append(Step(handle, self.kept, after))
        self.undone.clear()
        self.kept = after

    def person(self, choice: int) -> RecordId:
        standing = self.project.standing()
        return standing[choice % len(standing)]

    @initialize(gender=GENDERS, said=st.booleans(), merged=st.booleans())
    def begin_with_three_talks(self, gender: Gender, said: bool, merged: bool) -> None:
        """Without these, most examples would end before there is anything to merge."""
        for each in (gender, Gender.NOT_TOLD):
            self.register_somebody_new(each, DAY, "", True)
        self.register_nobody(DAY, "", "blå cykel", gender, AgeBand.FROM_29, said, False, True)
        if merged:
            self.merge(1, 0)

    @rule(gender=GENDERS, day=DAYS, time=TIMES, promise=st.booleans())
    def register_somebody_new(self, gender: Gender, day: date, time: str, promise: bool) -> None:
        draft = InquiryDraft(
            date=day,
            time=time,
            identity=Identity.REGISTERED,
            name="Lone Bæk",
            gender=gender,
            reasons=("P01",),
            follow_up_on=day if promise else None,
        )
        made = register(self.store, draft)
        assert made.person is not None
        self.project.genders[made.person.id] = gender
        self.project.contacts[made.inquiry.id] = Contact(day, time, made.person.id)
        self.note(made.change_set)

    @precondition(lambda self: self.project.genders)
    @rule(choice=ANY, day=DAYS, time=TIMES)
    def register_somebody_known(self, choice: int, day: date, time: str) -> None:
        person = self.person(choice)
        draft = InquiryDraft(
            date=day,
            time=time,
            identity=Identity.REGISTERED,
            person_id=person,
            reasons=("S01",),
        )
        made = register(self.store, draft)
        self.project.contacts[made.inquiry.id] = Contact(day, time, person)
        self.note(made.change_set)

    @rule(day=DAYS, time=TIMES, word=WORDS, gender=GENDERS, band=BANDS, said=st.booleans(),
          by_phone=st.booleans(), promise=st.booleans())  # fmt: skip
    def register_nobody(
        self,
        day: date,
        time: str,
        word: str,
        gender: Gender,
        band: AgeBand,
        said: bool,
        by_phone: bool,
        promise: bool,
    ) -> None:
        draft = InquiryDraft(
            date=day,
            time=time,
            code_word=word,
            gender=gender,
            age_band=band,
            said_returning=said,
            channel=Channel.PHONE if by_phone else Channel.WORKPLACE,
            reasons=("F01",),
            follow_up_on=day if promise else None,
        )
        made = register(self.store, draft)
        known = any(
            word and other.word == word and (other.day, other.time) <= (day, time)
            for other in self.project.contacts.values()
        )
        self.project.contacts[made.inquiry.id] = Contact(
            day, time, None, told=(gender, band, said or known), word=word, by_phone=by_phone
        )
        self.note(made.change_set)

    @precondition(lambda self: self.project.genders)
    @rule(choice=ANY)
    def promise_somebody(self, choice: int) -> None:
        person = self.person(choice)
        with self.store.atomic() as handle:
            promise = add_promise(self.store, person_id=person)
        self.project.promises[promise.id] = person
        self.note(handle)

    @precondition(lambda self: self.project.genders)
    @rule(choice=ANY, whose=ANY, whole_word=st.booleans())
    def link(self, choice: int, whose: int, whole_word: bool) -> None:
        nobodies = {key: one for key, one in self.project.contacts.items() if one.owner is None}
        if not nobodies:
            return
        contact_id = list(nobodies)[choice % len(nobodies)]
        word, person = nobodies[contact_id].word, self.person(whose)
        with self.store.atomic() as handle:
            alias = self.store.inquiries.get(contact_id).alias_id
            if whole_word and alias is not None:
                link_code_word(self.store, alias, person, DAY)
                linked = [one for one in nobodies.values() if one.word == word]
            else:
                link_contact(self.store, contact_id, person, DAY)
                linked = [nobodies[contact_id]]
        for contact in linked:
            contact.owner, contact.linked = person, True
        self.note(handle)

    @rule(choice=ANY)
    def unlink(self, choice: int) -> None:
        linked = [key for key, one in self.project.contacts.items() if one.linked]
        if linked:
            contact_id = linked[choice % len(linked)]
            with self.store.atomic() as handle:
                unlink_contact(self.store, contact_id)
            self.project.contacts[contact_id].owner = None
            self.project.contacts[contact_id].linked = False
            self.note(handle)

    @precondition(lambda self: len(self.project.standing()) > 1)
    @rule(keeper=ANY, other=ANY)
    def merge(self, keeper: int, other: int) -> None:
        keep, gone = self.person(keeper), self.person(other)
        if keep == gone:
            return
        with self.store.atomic() as handle:
            merge_people(self.store, keep, gone)
        genders = self.project.genders
        self.project.merged[gone] = keep
        if not genders[keep] and genders[gone]:
            genders[keep] = self.project.taken_over[gone] = genders[gone]
        self.note(handle)

    @precondition(lambda self: self.project.merged)
    @rule(choice=ANY)
    def split(self, choice: int) -> None:
        merged = list(self.project.merged)
        person = merged[choice % len(merged)]
        with self.store.atomic() as handle:
            split_person(self.store, person)
        keeper = self.project.merged.pop(person)
        if self.project.taken_over.pop(person, None):
            self.project.genders[keeper] = Gender.NOT_TOLD
        self.note(handle)

    @precondition(lambda self: self.project.contacts)
    @rule(choice=ANY)
    def delete(self, choice: int) -> None:
        contact_id = list(self.project.contacts)[choice % len(self.project.contacts)]
        with self.store.atomic() as handle:
            self.store.inquiries.delete(contact_id)
        del self.project.contacts[contact_id]
        self.note(handle)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        step = self.done.pop()
        inverse = self.store.undo(step.handle)
        self.undone.append(step._replace(handle=inverse))
        self.go_to(step.before)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        step = self.undone.pop()
        inverse = self.store.undo(step.handle)
        self.done.append(step._replace(handle=inverse))
        self.go_to(step.after)

    def go_to(self, state: tuple[Project, Contents]) -> None:
        assert contents(self.store) == state[1]
        self.kept, self.project = state, copy.deepcopy(state[0])

    @invariant()
    def every_contact_is_as_the_model_has_it(self) -> None:
        for contact_id, contact in self.project.contacts.items():
            stored = self.store.inquiries.get(contact_id)
            holder = self.project.holder(contact.owner) if contact.owner else None
            told = (stored.gender, stored.age_band, stored.said_returning)
            assert stored.person_id == holder
            assert told == (contact.told if holder is None else (Gender.NOT_TOLD, "", False))
            word = self.store.aliases.get(stored.alias_id).word if stored.alias_id else ""
            assert word == contact.word
            assert all(
                promise.person_id == holder
                for promise in self.store.followups.of_inquiry(contact_id)
            )
        for promise_id, owner in self.project.promises.items():
            assert self.store.followups.get(promise_id).person_id == self.project.holder(owner)
        words = {contact.word for contact in self.project.contacts.values()} - {""}
        assert {alias.word for alias in self.store.aliases.all()} == words

    @invariant()
    def only_standing_records_are_found(self) -> None:
        standing = set(self.project.standing())
        assert {person.id for person in self.store.people.all()} == standing
        assert {person.id for person in self.store.people.search("lone", 1_000)} == standing

    @invariant()
    def the_figures_are_those_of_a_plain_count(self) -> None:
        project, figures = self.project, tally(self.store, YEAR)
        kinds = Counter(map(project.kind, project.contacts))
        counted = {name: getattr(figures.contacts, name) for name in _KINDS}
        assert counted == {name: kinds[name] for name in _KINDS}
        assert sum(counted.values()) == figures.contacts.all == len(project.contacts)
        held = [
            project.holder(contact.owner)
            for contact in project.contacts.values()
            if contact.owner is not None
        ]
        assert figures.persons_seen == len(set(held)) == kinds["first"]
        genders = Counter(project.genders[one].value or "not_told" for one in set(held))
        assert {name: count for name, count in figures.persons.gender.items() if count} == genders
        said = sum(one.told[2] for one in project.contacts.values() if one.owner is None)
        assert figures.said_returning == said


_KINDS = ("first", "returning", "phone_no_workplace", "anonymous")


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> StoreMould:
    return StoreMould(tmp_path_factory.mktemp("mould"))


def test_whatever_is_done_everybody_is_counted_once(mould: StoreMould, tmp_path: Path) -> None:
    class Machine(WhoIsWho):
        pass

    Machine.mould = mould
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Machine, settings=settings(max_examples=40, stateful_step_count=30, deadline=None)
    )
