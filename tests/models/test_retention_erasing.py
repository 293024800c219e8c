"""What was chosen goes for good, with every old copy of it; what was not chosen stays, whole."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import Conflict
from app.models.access import Access, Way
from app.models.access_reading import access_whom, access_words, read_access
from app.models.case_types import ReferralState, RetentionSubject
from app.models.inquiry_drafts import kept_drafts, save_draft
from app.models.periods import Period
from app.models.registration import draft_of
from app.models.retention_due import due_list
from app.models.retention_erasing import Disposal, dispose
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import Gender, Person
from app.paths import Paths
from tests.canaries import canaries, found_in
from tests.decrypted import readable
from tests.records import add_contact, add_person, add_promise, add_referral, add_workplace
from tests.stores import NOW, new_store

PERSON, NOTE, FOLLOWUP, REFERRAL, HISTORY = RetentionSubject
OLD = date(2024, 5, 2)
NAME, PHONE = "Kanariefugl Sørensen", "70009901"
NOTES = ("kanarienote om ryggen", "rettet kanarienote")
PROMISE, COMMENT = "kanarieaftale med lægen", "kanariekommentar"
REASON, OUTCOME, REMARK = "kanariegrund", "kanarieudbytte", "kanariebemærkning"
LATER_NOTE = "note fra i går"


class Watch:
    """A clock that goes on by a second when it is read, and that a test can set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def store(tmp_path: Path, watch: Watch) -> Store:
    """A store whose municipality keeps everything for a year."""
    opened = new_store(tmp_path, watch)
    for subject in RetentionSubject:
        opened.retention_periods.set(subject, 12, "Arkivloven", date(2026, 1, 1))
    return opened


@pytest.fixture
def lone(store: Store) -> Person:
    """Somebody who was here long ago; note and promise were corrected, a correction was begun."""
    lem = add_workplace(store)
    person = add_person(store, NAME, phone=PHONE, birth_year=1974, gender=Gender.WOMAN)
    talk = add_contact(store, person, OLD, "09:05", workplace_id=lem.id, note=NOTES[0])
    talk = store.inquiries.change(replace(talk, note=NOTES[1], reasons=("S01",)))
    save_draft(store, draft_of(store, talk), "begun")
    promise = add_promise(store, OLD, inquiry_id=talk.id, person_id=person.id, text=PROMISE)
    promise = store.followups.change(replace(promise, comment=COMMENT))
    store.followups.change(replace(promise, done_on=OLD))
    return person


def keys(store: Store, *subjects: RetentionSubject) -> list[str]:
    return [due.key for due in due_list(store) if due.subject in subjects]


def found(store: Store, paths: Paths, *texts: str) -> list[str]:
    assert store.key is not None
    secrets = canaries(store.key, texts)
    inside = {
        name
        for content in readable(store, paths).values()
        for name, secret in secrets.items()
        if secret.lower() in content.lower()
    }
    return sorted({*inside, *found_in(paths.data_dir, secrets)})


def test_a_person_goes_as_if_they_had_asked(store: Store, paths: Paths, lone: Person) -> None:
    period = Period(date(2024, 1, 1), date(2026, 12, 31))
    before = tally(store, period)
    store.access.note(Access.LOOKED_UP, [lone.id], Way.PAGE)
    outcome = dispose(store, paths, keys(store, PERSON))
    assert (outcome.persons, outcome.notes, outcome.followups) == (1, 0, 0)
    assert outcome.erasure is not None
    told = outcome.erasure
    assert (told.people, told.contacts, told.notes, told.followups, told.drafts) == (1, 1, 1, 1, 1)
    assert outcome.swept
    assert told.swept
    texts = (NAME, PHONE, *NOTES, PROMISE, COMMENT, lone.id)
    assert found(store, paths, *texts) == []
    assert tally(store, period) == before
    assert [line.ways for line in store.access.lines()][:1] == [(Way.RETENTION,)]


def test_what_was_emptied_stands_in_the_log_with_its_number(
    store: Store, paths: Paths, lone: Person
) -> None:
    dispose(store, paths, keys(store, NOTE, FOLLOWUP))
    rows = read_access(store)
    assert [(row.counsellor, access_whom(row).da, access_words(row).da) for row in rows] == [
        ("KM", "", "tømte 1 opfølgning, da opbevaringsperioden var gået"),
        ("KM", "", "tømte 1 privat note, da opbevaringsperioden var gået"),
    ]
    assert {line.record_id for line in store.access.lines()} == {""}, "it names nobody"


def test_everything_of_one_person_can_be_chosen_together(
    store: Store, paths: Paths, lone: Person
) -> None:
    chosen = keys(store, PERSON, NOTE, FOLLOWUP)
    assert len(chosen) == 3
    outcome = dispose(store, paths, chosen)
    assert (outcome.persons, outcome.notes, outcome.followups) == (1, 0, 0), "they went along"
    assert due_list(store) == ()


def test_several_persons_share_one_answer(store: Store, paths: Paths, lone: Person) -> None:
    add_contact(store, add_person(store, "Bo Holm"), OLD, note="b")
    add_contact(store, add_person(store, "Jens Lund"), OLD)
    outcome = dispose(store, paths, keys(store, PERSON))
    assert outcome.erasure is not None
    assert (outcome.erasure.people, outcome.erasure.contacts, outcome.erasure.notes) == (3, 3, 2)
    assert store.people.all() == ()


def test_a_note_goes_with_its_old_values_and_nothing_else_does(
    store: Store, paths: Paths, lone: Person
) -> None:
    (talk,) = store.inquiries.of_person(lone.id)
    assert found(store, paths, *NOTES) != []
    outcome = dispose(store, paths, keys(store, NOTE))
    assert outcome == Disposal(notes=1, swept=True)
    assert found(store, paths, *NOTES) == []
    left = store.inquiries.get(talk.id)
    assert left == replace(talk, note="", changed_at=left.changed_at)
    assert kept_drafts(store) == ()
    assert store.people.get(lone.id).phone == PHONE
    corrected = store.audit.of_record(talk.id)[1]
    assert corrected.before is not None
    assert '"reasons":["P01"]' in corrected.before, "the rest of the history is as it was"
    last = store.audit.of_record(talk.id)[-1]
    assert (last.action, last.before, last.after) == ("update", None, None)


def test_nothing_brings_a_note_back(store: Store, paths: Paths, lone: Person) -> None:
    (talk,) = store.inquiries.of_person(lone.id)
    change_sets = {entry.change_set for entry in store.audit.of_record(talk.id)}
    dispose(store, paths, keys(store, NOTE))
    for change_set in change_sets:
        with pytest.raises(Conflict):
            store.undo(change_set)
    with pytest.raises(Conflict):
        store.inquiries.change(talk)
    assert found(store, paths, *NOTES) == []


def test_the_words_of_a_kept_promise_go_and_it_is_still_counted(
    store: Store, paths: Paths, lone: Person
) -> None:
    (promise,) = store.followups.of_person(lone.id)
    assert dispose(store, paths, keys(store, FOLLOWUP)).followups == 1
    left = store.followups.get(promise.id)
    assert left == replace(promise, text="", comment="", changed_at=left.changed_at)
    assert found(store, paths, PROMISE, COMMENT) == []
    assert keys(store, FOLLOWUP) == []


def test_the_words_of_a_referral_go_and_its_figures_stay(store: Store, paths: Paths) -> None:
    talk = add_contact(store, None, OLD)
    made = add_referral(
        store,
        talk,
        state=ReferralState.STOPPED,
        suggested_on=OLD,
        reason=REASON,
        outcome_words=OUTCOME,
        note=REMARK,
        provider="Coach Aps",
    )
    assert dispose(store, paths, keys(store, REFERRAL)).referrals == 1
    left = store.referrals.get(made.id)
    assert (left.state, left.provider) == (ReferralState.STOPPED, "Coach Aps")
    assert (left.reason, left.outcome_words, left.note) == ("", "", "")
    assert found(store, paths, REASON, OUTCOME, REMARK) == []


def test_old_values_of_the_trail_go_and_new_ones_stay(
    store: Store, paths: Paths, lone: Person
) -> None:
    store.database.execute("UPDATE audit SET at = '2024-05-02T08:00:00.000Z' WHERE kind = 'person'")
    other = add_person(store, "Bo Holm")
    before = len(store.audit.of_record(lone.id))
    assert dispose(store, paths, keys(store, HISTORY), clock_is_right=True).changes == 1
    assert [entry.is_forgotten for entry in store.audit.of_record(lone.id)] == [True] * before
    assert not store.audit.of_record(other.id)[0].is_forgotten
    assert store.people.get(lone.id) == lone
    assert keys(store, HISTORY) == []
    (told,) = store.database.query("SELECT record_id FROM audit WHERE kind = 'history'")
    assert told["record_id"] == store.retention_periods.valid(NOW.date())[HISTORY].id


def test_only_what_was_chosen_goes(store: Store, paths: Paths, lone: Person) -> None:
    other = add_contact(store, None, OLD, note="en anden")
    (wanted,) = (key for key in keys(store, NOTE) if other.id in key)
    dispose(store, paths, [wanted])
    assert store.inquiries.get(other.id).note == ""
    assert [talk.note for talk in store.inquiries.of_person(lone.id)] == [NOTES[1]]


@pytest.mark.parametrize("stale", [True, False])
def test_what_is_not_due_is_refused_and_nothing_goes(
    store: Store, paths: Paths, lone: Person, *, stale: bool
) -> None:
    chosen = keys(store, PERSON, NOTE)
    if stale:
        # Lone comes back after the list was read.
        add_contact(store, lone, NOW.date())
    else:
        chosen.append("note:nothing")
    with pytest.raises(Conflict):
        dispose(store, paths, chosen)
    assert store.people.get(lone.id) == lone
    assert NOTES[1] in {talk.note for talk in store.inquiries.of_person(lone.id)}


def test_nothing_chosen_is_nothing_done(store: Store, paths: Paths, lone: Person) -> None:
    with pytest.raises(Conflict):
        dispose(store, paths, [])


def test_a_failure_takes_everything_back(store: Store, paths: Paths, lone: Person) -> None:
    chosen = keys(store, NOTE, HISTORY, PERSON)
    store.database.execute(
        "CREATE TEMP TRIGGER full BEFORE DELETE ON main.person"
        " BEGIN SELECT RAISE(ABORT, 'no room'); END"
    )
    with pytest.raises(Exception, match="no room"):
        dispose(store, paths, chosen)
    assert store.people.get(lone.id) == lone
    assert [talk.note for talk in store.inquiries.of_person(lone.id)] == [NOTES[1]]


def test_a_leap_of_the_clock_deletes_nothing_by_itself(
    store: Store, paths: Paths, watch: Watch, lone: Person
) -> None:
    add_contact(store, lone, NOW.date(), note=LATER_NOTE)
    assert keys(store, PERSON) == []
    before = readable(store, paths)["rows"]
    watch.now = NOW + timedelta(days=3650)
    chosen = keys(store, PERSON, NOTE)
    assert len(chosen) == 3, "everything seems to be over"
    with pytest.raises(Conflict) as refused:
        dispose(store, paths, chosen)
    assert "2036" in refused.value.why.da
    assert readable(store, paths)["rows"] == before

    watch.now = NOW - timedelta(days=3650)
    assert due_list(store) == ()
    with pytest.raises(Conflict):
        dispose(store, paths, chosen)
    assert readable(store, paths)["rows"] == before


def test_whoever_says_that_the_clock_is_right_may_delete(
    store: Store, paths: Paths, watch: Watch, lone: Person
) -> None:
    watch.now = NOW + timedelta(days=3650)
    outcome = dispose(store, paths, keys(store, PERSON), clock_is_right=True)
    assert outcome.persons == 1
