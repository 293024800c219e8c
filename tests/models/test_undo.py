"""Undo and redo bring back exactly what was there, or refuse and change nothing."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from msgspec.structs import replace

from app.errors import Conflict, UserError
from app.models.backup import row_counts
from app.models.cipher import integrity
from app.models.inquiry_drafts import InquiryDraft, draft_of
from app.models.inquiry_list import InquiryFilter
from app.models.plan import PlannedVisit, read_plan
from app.models.plan_types import ClosingDays
from app.models.planning import cancel_visit, move_visit, reinstate_visit, start_visit
from app.models.registration import move_to_person, register
from app.models.store import Store
from app.models.types import Gender, Identity, Offer, OfferKind, RecordId, Workplace
from app.models.workplace_drafts import WorkplaceDraft
from app.models.workplace_editing import delete_workplace, save_workplace
from tests.records import DAY, add_contact, add_person, add_promise, add_rule, add_workplace
from tests.stores import StoreMould, ticking_clock

Contents = dict[str, list[tuple[Any, ...]]]
Command = Callable[[Store], object]

NAMES = st.sampled_from(["Lone Bæk", "Jens Holm", "Åse Kjær", "Bo Østergaard"])
DAYS = st.integers(0, 3).map(lambda days: DAY + timedelta(days=days))
COMING = date(2026, 11, 21)
"""The day of the clock."""
COMING_DAYS = st.integers(0, 21).map(lambda days: COMING + timedelta(days=days))
TIMES = st.sampled_from(["", "09:24", "09:25"])
REASONS = st.lists(st.sampled_from(["P01", "S01", "F01"]), min_size=1, max_size=3, unique=True)
PLACES = ["VESTAS-LEM", "VESTAS-RI", "REGION"]
EMPLOYERS = st.sampled_from(["", "Vestas", "Region Midt"])
ANY = st.integers(0, 1_000)
"""Chooses one of what is there, whatever the number of them."""


def contents(store: Store) -> Contents:
    """Return all that a change can touch: every table but the trail, and the derived kinds."""
    tables = sorted(row_counts(store.database).keys() - {"audit"})
    found = {
        name: store.database.execute(f'SELECT * FROM "{name}" ORDER BY 1, 2').fetchall()
        for name in tables
    }
    kinds = store.database.execute("SELECT seq, kind FROM inquiry_kind ORDER BY seq")
    return found | {"kinds": kinds.fetchall()}


class Step(NamedTuple):
    handle: str
    before: Contents
    after: Contents


class WorkingDay(RuleBasedStateMachine):
    """Does, undoes and redoes at random what counsellors do, comparing every table each time."""

    mould: StoreMould

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        self.store = self._stack.enter_context(self.mould.copy(ticking_clock()))
        self.at_first = contents(self.store)
        self.now = self.at_first
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def do(self, command: Command) -> None:
        try:
            with self.store.atomic() as change_set:
                command(self.store)
        except UserError:
            assert contents(self.store) == self.now
            return
        after = contents(self.store)
        self.done.append(Step(change_set, self.now, after))
        self.undone.clear()
        self.now = after

    def one(self, records: tuple[Any, ...], choice: int) -> Any:
        return records[choice % len(records)]

    def inquiries(self) -> tuple[Any, ...]:
        seqs = self.store.inquiries.list_seqs(InquiryFilter())
        return tuple(self.store.inquiries.get(row.id) for row in self.store.inquiries.rows(seqs))

    def plan(self) -> tuple[PlannedVisit, ...]:
        return read_plan(self.store, DAY, COMING + timedelta(days=21))

    @rule(name=NAMES, day=DAYS, time=TIMES, reasons=REASONS, promise=st.booleans())
    def register_somebody_new(
        self, name: str, day: date, time: str, reasons: list[str], promise: bool
    ) -> None:
        draft = InquiryDraft(
            date=day,
            time=time,
            identity=Identity.REGISTERED,
            name=name,
            reasons=tuple(reasons),
            follow_up_on=day if promise else None,
        )
        self.do(lambda store: register(store, draft))

    @precondition(lambda self: self.store.people.count())
    @rule(choice=ANY, day=DAYS, time=TIMES, phone=st.sampled_from(["", "20304050"]))
    def register_somebody_known(self, choice: int, day: date, time: str, phone: str) -> None:
        person = self.one(self.store.people.all(), choice)
        draft = InquiryDraft(
            date=day,
            time=time,
            identity=Identity.REGISTERED,
            person_id=person.id,
            phone=phone,
            reasons=("P01",),
        )
        self.do(lambda store: register(store, draft))

    @rule(day=DAYS, reasons=REASONS)
    def register_nobody(self, day: date, reasons: list[str]) -> None:
        draft = InquiryDraft(date=day, reasons=tuple(reasons), advice=("A01",), note="En note")
        self.do(lambda store: register(store, draft))

    @precondition(lambda self: self.store.inquiries.count())
    @rule(choice=ANY, day=DAYS, anonymous=st.booleans(), promise=st.booleans())
    def correct_a_contact(self, choice: int, day: date, anonymous: bool, promise: bool) -> None:
        draft = draft_of(self.store, self.one(self.inquiries(), choice))
        if anonymous:
            draft = replace(draft, identity=Identity.ANONYMOUS, person_id=None, gender=Gender.MAN)
        due_on = day if promise else None
        corrected = replace(draft, date=day, reasons=("S01",), follow_up_on=due_on)
        self.do(lambda store: register(store, corrected))

    @precondition(lambda self: self.store.inquiries.count())
    @rule(choice=ANY)
    def delete_a_contact(self, choice: int) -> None:
        contact = self.one(self.inquiries(), choice)
        self.do(lambda store: store.inquiries.delete(contact.id))

    @precondition(lambda self: self.store.people.count() and self.store.inquiries.count())
    @rule(choice=ANY, whose=ANY)
    def give_a_contact_to_somebody_else(self, choice: int, whose: int) -> None:
        contact = self.one(self.inquiries(), choice)
        person = self.one(self.store.people.all(), whose)
        self.do(lambda store: move_to_person(store, contact.id, person.id))

    @precondition(lambda self: self.store.people.count())
    @rule(choice=ANY, name=NAMES, delete=st.booleans())
    def change_or_delete_a_person(self, choice: int, name: str, delete: bool) -> None:
        person = self.one(self.store.people.all(), choice)
        if delete:
            self.do(lambda store: store.people.delete(person.id))
        else:
            self.do(lambda store: store.people.change(replace(person, name=name)))

    @precondition(lambda self: self.store.followups.count())
    @rule(choice=ANY, day=DAYS, done=st.booleans())
    def keep_or_put_off_a_promise(self, choice: int, day: date, done: bool) -> None:
        promises = self.store.followups.open()
        if promises and done:
            self.do(lambda store: store.followups.done(self.one(promises, choice).id))
        elif promises:
            self.do(lambda store: store.followups.snooze(self.one(promises, choice).id, day))

    @rule(code=st.sampled_from(PLACES), employer=EMPLOYERS)
    def save_a_workplace(self, code: str, employer: str) -> None:
        known = self.store.workplaces.by_code(code)
        draft = WorkplaceDraft(
            workplace=known or Workplace(code=code, name=code.title()), organisation=employer
        )
        self.do(lambda store: save_workplace(store, draft))

    @precondition(lambda self: self.store.workplaces.count())
    @rule(choice=ANY)
    def delete_a_workplace(self, choice: int) -> None:
        place = self.one(self.store.workplaces.all(), choice)
        self.do(lambda store: delete_workplace(store, place.id))

    @precondition(lambda self: self.store.workplaces.count())
    @rule(choice=ANY, provider=st.sampled_from(["Stifinder", "Sundhed A/S"]))
    def add_an_offer(self, choice: int, provider: str) -> None:
        place = self.one(self.store.workplaces.all(), choice)
        offer = Offer(kind=OfferKind.PENSION, provider=provider, workplace_id=place.id)
        self.do(lambda store: store.offers.add(offer))

    @precondition(lambda self: self.store.workplaces.count())
    @rule(choice=ANY)
    def begin_or_end_a_visit(self, choice: int) -> None:
        place = self.one(self.store.workplaces.all(), choice)
        running = self.store.visits.running()
        if running is None:
            self.do(lambda store: store.visits.start(place.id))
        else:
            self.do(lambda store: store.visits.end(running.id))

    @precondition(lambda self: self.store.workplaces.count())
    @rule(choice=ANY, weekday=st.integers(1, 7), every=st.integers(1, 3), begins=DAYS)
    def add_a_rule(self, choice: int, weekday: int, every: int, begins: date) -> None:
        place = self.one(self.store.workplaces.all(), choice)
        values = {"weekdays": (weekday,), "every_weeks": every, "valid_from": begins}
        self.do(lambda store: add_rule(store, place, **values))

    @precondition(lambda self: self.store.presence_rules.count())
    @rule(choice=ANY, day=COMING_DAYS, weekday=st.integers(1, 7), act=st.sampled_from("CED"))
    def change_end_or_delete_a_rule(self, choice: int, day: date, weekday: int, act: str) -> None:
        known = self.one(self.store.presence_rules.all(), choice)
        wanted = replace(known, weekdays=(weekday,), time="13:00")
        acts: dict[str, Command] = {
            "C": lambda store: store.presence_rules.change_from(known.id, day, wanted),
            "E": lambda store: store.presence_rules.end(known.id, day, "Ingen kom"),
            "D": lambda store: store.presence_rules.delete(known.id),
        }
        self.do(acts[act])

    @precondition(lambda self: self.plan())
    @rule(choice=ANY, day=COMING_DAYS, act=st.sampled_from("CMRS"))
    def arrange_a_visit(self, choice: int, day: date, act: str) -> None:
        planned = self.one(self.plan(), choice)
        acts: dict[str, Command] = {
            "C": lambda store: cancel_visit(store, planned.id, "Sygdom"),
            "M": lambda store: move_visit(store, planned.id, day, time="15:00"),
            "R": lambda store: reinstate_visit(store, planned.id),
            "S": lambda store: start_visit(store, planned.id),
        }
        self.do(acts[act])

    @rule(day=COMING_DAYS)
    def close_everywhere(self, day: date) -> None:
        self.do(lambda store: store.closing_days.add(ClosingDays(first_on=day, last_on=day)))

    @rule(minutes=st.integers(1, 60))
    def change_a_setting(self, minutes: int) -> None:
        self.do(lambda store: store.settings.set("lock_minutes", minutes))

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        step = self.done.pop()
        self.undone.append(step._replace(handle=self.store.undo(step.handle)))
        self.now = contents(self.store)
        assert self.now == step.before

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        step = self.undone.pop()
        self.done.append(step._replace(handle=self.store.undo(step.handle)))
        self.now = contents(self.store)
        assert self.now == step.after

    @precondition(lambda self: len(self.done) > 1)
    @rule(choice=ANY)
    def undo_something_older(self, choice: int) -> None:
        """Either it still stands alone and can be taken back, or nothing changes at all."""
        step = self.one(tuple(self.done[:-1]), choice)
        audited = self.store.database.execute("SELECT count(*) FROM audit").fetchone()
        try:
            handle = self.store.undo(step.handle)
        except Conflict:
            assert contents(self.store) == self.now
            assert audited == self.store.database.execute("SELECT count(*) FROM audit").fetchone()
            return
        after = contents(self.store)
        self.done.append(Step(handle, self.now, after))
        self.undone.clear()
        self.now = after

    @invariant()
    def every_row_is_in_the_trail_as_it_is(self) -> None:
        for kind, repository in self.store.repositories.items():
            newest = self.store.database.execute(
                "SELECT record_id, after FROM audit WHERE kind = ? AND seq IN"
                " (SELECT max(seq) FROM audit GROUP BY record_id)",
                (kind,),
            ).fetchall()
            for record_id, after in newest:
                expected = repository.decode(after) if after else None
                assert repository.find(RecordId(record_id)) == expected

    @invariant()
    def every_visit_stands_in_the_plan_once(self) -> None:
        ids = [visit.id for visit in self.plan()]
        assert len(set(ids)) == len(ids)

    def teardown(self) -> None:
        try:
            while self.done:
                step = self.done.pop()
                self.store.undo(step.handle)
                assert contents(self.store) == step.before
            assert contents(self.store) == self.at_first
            assert integrity(self.store.database) == []
        finally:
            self._stack.close()


@pytest.fixture(scope="module")
def mould() -> Iterator[StoreMould]:
    with TemporaryDirectory() as folder:
        yield StoreMould(Path(folder))


def test_a_random_day_can_be_undone_and_redone_step_by_step(mould: StoreMould) -> None:
    WorkingDay.mould = mould
    run_state_machine_as_test(
        WorkingDay, settings=settings(max_examples=40, stateful_step_count=30, deadline=None)
    )


def test_undoing_a_registration_takes_the_new_person_along(store: Store) -> None:
    draft = InquiryDraft(
        date=DAY, identity=Identity.REGISTERED, name="Lone Bæk", reasons=("P01",), follow_up_on=DAY
    )
    registered = register(store, draft)
    redo = store.undo(registered.change_set)
    assert (store.people.count(), store.inquiries.count(), store.followups.count()) == (0, 0, 0)
    store.undo(redo)
    assert store.people.all() == (registered.person,)
    assert store.inquiries.get(registered.inquiry.id) == registered.inquiry
    assert store.followups.open() == (registered.follow_up,)


def test_a_change_made_since_stands_in_the_way(store: Store) -> None:
    with store.atomic() as change_set:
        contact = add_contact(store, note="først")
    changed = store.inquiries.change(replace(contact, note="rettet"))
    before = contents(store)
    with pytest.raises(Conflict) as caught:
        store.undo(change_set)
    assert "ændret igen siden" in caught.value.message("da")
    assert contents(store) == before
    assert store.inquiries.get(contact.id) == changed


def test_a_newer_contact_keeps_the_person_of_the_first(store: Store) -> None:
    draft = InquiryDraft(date=DAY, identity=Identity.REGISTERED, name="Lone", reasons=("P01",))
    first = register(store, draft)
    assert first.person is not None
    add_contact(store, first.person)
    before = contents(store)
    with pytest.raises(Conflict) as caught:
        store.undo(first.change_set)
    assert "Noget nyere bygger på posten." in caught.value.message("da")
    assert contents(store) == before


def test_a_deleted_workplace_whose_code_was_taken_meanwhile_stays_deleted(store: Store) -> None:
    place = add_workplace(store, "VESTAS-LEM")
    with store.atomic() as change_set:
        store.workplaces.delete(place.id)
    add_workplace(store, "VESTAS-LEM", "Et andet sted")
    before = contents(store)
    with pytest.raises(Conflict):
        store.undo(change_set)
    assert contents(store) == before


def test_nothing_is_taken_back_twice(store: Store) -> None:
    with store.atomic() as change_set:
        promise = add_promise(store, person_id=add_person(store).id)
    store.undo(change_set)
    with pytest.raises(Conflict):
        store.undo(change_set)
    assert store.followups.find(promise.id) is None


def test_undoing_is_told_and_audited_like_any_change(store: Store) -> None:
    with store.atomic() as change_set:
        person = add_person(store)
    told = []
    store.subscribe(told.append)
    inverse = store.undo(change_set)
    assert [(changes.change_set, changes.touches("person")) for changes in told] == [
        (inverse, True)
    ]
    assert [entry.action for entry in store.audit.of_record(person.id)] == ["create", "delete"]
