"""Deleted is deleted: nothing of an erased person is left, and no published figure changes."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import Conflict, InvalidInput, NotFound, UserError
from app.models.backup import make_backup
from app.models.case_types import Outcome, ReferralState
from app.models.cipher import open_database
from app.models.erasure import erase_person, foresee_erasure, stand_in_year
from app.models.inquiry_drafts import InquiryDraft, kept_drafts, save_draft
from app.models.linking import link_contact
from app.models.people import ERASED_NAME, is_erased
from app.models.periods import Period
from app.models.person_file import read_file
from app.models.promise_list import EVERYTHING, deleted_promises
from app.models.recognition import find_people, recent_people
from app.models.referral_list import list_referrals
from app.models.registration import draft_of, move_to_person, register
from app.models.rules import age_band
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import AgeBand, Channel, Gender, Identity, Person, Repeat, Role
from app.paths import Paths
from tests.canaries import canaries, found_in
from tests.decrypted import plain_pages, readable
from tests.records import DAY, add_contact, add_person, add_promise, add_referral, add_workplace

NAME, PHONE = "Kanariefugl Sørensen", "70009901"
FORMER, FORMER_PHONE = "Kanarifugel Sørensen", "70009902"
NOTE, DELETED_NOTE, UNDONE_NOTE = "kanarienote om ryggen", "slettet kanarienote", "fortrudt note"
PROMISE, KEPT_PROMISE = "kanarieaftale med lægen", "holdt kanarieaftale"
DELETED_PROMISE, COMMENT = "slettet kanarieaftale", "kanariekommentar til aftalen"
COACH, OUTCOME, WHY = "Kanarie Coaching", "kanarieord om coaching", "kanariegrund til afslag"
DRAFTED, KEY = "kanarieudkast til en note", "NØGLE-KANARIE-17"
TEXTS = (
    *(NAME, PHONE, FORMER, FORMER_PHONE, NOTE, DELETED_NOTE, UNDONE_NOTE),
    *(PROMISE, KEPT_PROMISE, DELETED_PROMISE, COMMENT, DRAFTED, KEY, COACH, OUTCOME, WHY),
)
PERIODS = (
    Period(date(2026, 1, 1), date(2026, 12, 31)),
    Period.month(date(2026, 9, 1)),
    Period.month(date(2026, 11, 1)),
    Period(date(2026, 11, 18), DAY),
)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def canary(store: Store) -> Person:
    """Somebody of whom the store has everything that it can have, some of it corrected or gone."""
    lem, arla = add_workplace(store), add_workplace(store, "ARLA-DP")
    undone = register(store, drafted(NAME, PHONE, UNDONE_NOTE))
    store.undo(undone.change_set)
    person = add_person(
        store,
        FORMER,
        gender=Gender.WOMAN,
        birth_year=1974,
        phone=FORMER_PHONE,
        workplace_id=lem.id,
        import_key=KEY,
    )
    first = add_contact(store, person, date(2026, 9, 3), "09:10", workplace_id=lem.id, note=NOTE)
    add_contact(store, person, date(2026, 11, 19), "13:00", workplace_id=arla.id, advice=("A01",))
    add_contact(store, person, date(2026, 11, 19), "08:00", reasons=("S01", "F01"), role=Role.HR)
    deleted = add_contact(store, person, DAY, note=DELETED_NOTE)
    store.inquiries.delete(deleted.id)
    promise = add_promise(
        store, inquiry_id=first.id, person_id=person.id, text=PROMISE, repeat=Repeat.WEEK
    )
    store.followups.comment(promise.id, COMMENT)
    gone = add_promise(store, person_id=person.id, text=DELETED_PROMISE)
    store.followups.delete(gone.id)
    kept = add_promise(store, person_id=person.id, text=KEPT_PROMISE)
    store.followups.done(kept.id)
    coached = add_referral(store, first, suggested_on=date(2026, 9, 3), provider=COACH, quota=1)
    store.referrals.hold_session(coached.id, date(2026, 9, 20))
    ended = store.referrals.hold_session(coached.id, date(2026, 10, 4))
    ended = store.referrals.set_state(ended.id, ReferralState.COMPLETED)
    store.referrals.change(replace(ended, outcome=Outcome.HELPED, outcome_words=OUTCOME))
    store.referrals.set_state(
        add_referral(store, person_id=person.id, advice_code="A01").id, ReferralState.DECLINED, WHY
    )
    save_draft(store, drafted(NAME, "", DRAFTED), "begun")
    person = store.people.change(replace(store.people.get(person.id), name=NAME, phone=PHONE))
    other = add_person(store, "Lone Bæk", birth_year=1990, gender=Gender.WOMAN)
    add_contact(store, other, date(2026, 11, 19), "10:00", workplace_id=lem.id, note="Løft")
    add_contact(store, None, DAY, channel=Channel.PHONE)
    return person


def drafted(name: str, phone: str, note: str) -> InquiryDraft:
    return InquiryDraft(
        date=DAY,
        identity=Identity.REGISTERED,
        name=name,
        phone=phone,
        note=note,
        reasons=("P01",),
    )


def found(store: Store, paths: Paths, *more: str) -> list[str]:
    assert store.key is not None
    secrets = canaries(store.key, (*TEXTS, *more))
    return sorted(
        f"{name} in the {where}"
        for where, content in readable(store, paths).items()
        for name, secret in secrets.items()
        if secret.lower() in content.lower()
    )


def test_no_byte_of_the_person_is_left(
    store: Store, paths: Paths, canary: Person, tmp_path: Path
) -> None:
    store.database.execute("PRAGMA wal_checkpoint(FULL)")
    before = found(store, paths)
    assert all(any(text in line for line in before) for text in TEXTS)
    assert {line.rpartition(" ")[2] for line in before} == {"rows", "pages", "journal"}

    assert deleted_promises(store, EVERYTHING)

    erasure = erase_person(store, paths, canary.id)

    assert deleted_promises(store, EVERYTHING) == ()
    assert erasure.swept
    assert found(store, paths, canary.id) == []
    assert store.key is not None
    assert found_in(tmp_path, canaries(store.key, (*TEXTS, canary.id))) == []
    assert kept_drafts(store) == ()


def test_every_tally_is_as_it_was(store: Store, paths: Paths, canary: Person) -> None:
    places = ((), ("VESTAS-LEM",), ("ARLA-DP", "VESTAS-LEM"))
    wanted = [(period, codes) for period in PERIODS for codes in places]
    before = [tally(store, period, codes) for period, codes in wanted]
    erase_person(store, paths, canary.id)
    assert [tally(store, period, codes) for period, codes in wanted] == before
    assert before[0].persons.age[AgeBand.FROM_49] == 1
    assert before[0].contacts.returning == 2
    assert before[0].referrals.all.sessions == 2
    assert before[0].followups.done == 1


def test_what_was_erased_is_told_in_numbers(store: Store, paths: Paths, canary: Person) -> None:
    foreseen = foresee_erasure(store, paths, canary.id)
    assert store.people.get(canary.id).name == NAME, "looking changes nothing"
    erasure = erase_person(store, paths, canary.id)
    assert replace(foreseen, swept=True, erased_at=erasure.erased_at) == erasure
    counts = (erasure.contacts, erasure.notes, erasure.followups, erasure.drafts)
    assert counts == (3, 1, 2, 1)
    assert erasure.referrals == 2
    assert erasure.records == 2, "the registration that was taken back was theirs too"
    assert erasure.changes > 10


def test_what_is_left_is_nobody(store: Store, paths: Paths, canary: Person) -> None:
    contacts = [contact.id for contact in store.inquiries.of_person(canary.id)]
    erase_person(store, paths, canary.id)
    with pytest.raises(NotFound):
        store.people.get(canary.id)
    left = [store.inquiries.get(contact) for contact in contacts]
    (nobody,) = {contact.person_id for contact in left}
    assert nobody is not None
    person = store.people.get(nobody)
    assert is_erased(person)
    assert (person.name, person.phone, person.import_key) == (ERASED_NAME, "", "")
    assert person.workplace_id is None
    assert [contact.note for contact in left] == ["", "", ""]
    assert [contact.time for contact in left] == ["", "08:00", "13:00"], "two on one day: an order"
    assert store.followups.open() == (), "promises to nobody stand in no list"
    assert list_referrals(store, only_open=False) == ()
    assert {(promise.text, promise.comment) for promise in store.followups.of_person(nobody)} == {
        ("", "")
    }
    for referral in store.referrals.of_person(nobody):
        assert (referral.provider, referral.reason, referral.outcome_words) == ("", "", "")


def test_nobody_is_never_found_again(store: Store, paths: Paths, canary: Person) -> None:
    erase_person(store, paths, canary.id)
    for words in ("slettet", "kanarie", "1974", PHONE):
        assert find_people(store, words) == ()
    assert {known.person.name for known in recent_people(store, None)} == {"Lone Bæk"}
    assert {person.name for person in store.people.all()} == {"Lone Bæk"}


def test_a_contact_without_a_person_can_still_be_corrected(
    store: Store, paths: Paths, canary: Person
) -> None:
    contact = store.inquiries.of_person(canary.id)[0]
    erase_person(store, paths, canary.id)
    again = store.inquiries.get(contact.id)
    corrected = replace(draft_of(store, again), reasons=("S01",), name="Nogen", phone=PHONE)
    register(store, replace(corrected, correct_person=True))
    assert store.inquiries.get(contact.id).reasons == ("S01",)
    assert again.person_id is not None
    assert store.people.get(again.person_id).name == ERASED_NAME
    assert found(store, paths) == []


def test_nothing_brings_the_person_back(store: Store, paths: Paths, canary: Person) -> None:
    change_sets = {
        entry.change_set
        for record in (canary.id, *(c.id for c in store.inquiries.of_person(canary.id)))
        for entry in store.audit.of_record(record)
    }
    erase_person(store, paths, canary.id)
    for change_set in change_sets:
        with pytest.raises(Conflict):
            store.undo(change_set)
    assert found(store, paths) == []


def test_who_changed_what_and_when_remains(store: Store, paths: Paths, canary: Person) -> None:
    contact = store.inquiries.of_person(canary.id)[0]
    changes = len(store.audit.of_record(canary.id))
    erase_person(store, paths, canary.id)
    nobody = store.inquiries.get(contact.id).person_id
    assert nobody is not None
    history = store.audit.of_record(nobody)
    assert len(history) == changes + 1
    assert (history[-1].action, history[-1].before, history[-1].after) == ("delete", None, None)
    assert store.audit.of_record(canary.id) == ()


def test_nothing_new_is_written_about_nobody(store: Store, paths: Paths, canary: Person) -> None:
    contact, other = store.inquiries.of_person(canary.id)[0], add_contact(store, None, DAY)
    erase_person(store, paths, canary.id)
    left = store.inquiries.get(contact.id)
    assert left.person_id is not None
    with pytest.raises(InvalidInput):
        add_promise(store, inquiry_id=contact.id)
    with pytest.raises(InvalidInput):
        add_referral(store, left)
    with pytest.raises(UserError):
        link_contact(store, other.id, left.person_id, DAY)
    with pytest.raises(Conflict):
        read_file(store, paths, left.person_id)


def test_a_stale_window_cannot_write_a_note_back(
    store: Store, paths: Paths, canary: Person
) -> None:
    stale = store.inquiries.of_person(canary.id)[0]
    erase_person(store, paths, canary.id)
    with pytest.raises(Conflict):
        store.inquiries.change(replace(stale, minutes=10))


def test_a_person_who_was_registered_by_mistake_goes_with_the_one_they_became(
    store: Store, paths: Paths
) -> None:
    known = add_person(store, "Kirsten Kanarie", birth_year=1974)
    add_contact(store, known, date(2026, 10, 1))
    mistaken = register(store, drafted("K. Kanarie", "", NOTE))
    move_to_person(store, mistaken.inquiry.id, known.id)
    assert mistaken.person is not None
    erase_person(store, paths, known.id)
    assert found(store, paths, "K. Kanarie", "Kirsten Kanarie") == []


def test_a_contact_that_was_moved_away_stays_with_its_person(store: Store, paths: Paths) -> None:
    wrong, right = add_person(store, NAME), add_person(store, "Lone Bæk")
    add_contact(store, wrong, date(2026, 10, 1), note=NOTE)
    moved = add_contact(store, wrong, DAY, note="Lones egen note")
    store.inquiries.change(replace(moved, person_id=right.id))
    erase_person(store, paths, wrong.id)
    (kept,) = store.inquiries.of_person(right.id)
    assert kept.note == "Lones egen note"
    assert found(store, paths, wrong.id) == []


def test_a_person_without_contacts_leaves_nothing(store: Store, paths: Paths) -> None:
    person = add_person(store, NAME, phone=PHONE)
    erasure = erase_person(store, paths, person.id)
    assert (erasure.contacts, store.people.count()) == (0, 0)
    assert found(store, paths, person.id) == []


def test_others_of_the_same_name_are_left_alone(store: Store, paths: Paths, canary: Person) -> None:
    namesake = add_person(store, NAME, birth_year=1950)
    contact = add_contact(store, namesake, DAY, note="en anden")
    erase_person(store, paths, canary.id)
    assert store.people.get(namesake.id).name == NAME
    assert store.inquiries.get(contact.id).note == "en anden"


def test_nobody_is_erased_twice(store: Store, paths: Paths, canary: Person) -> None:
    contact = store.inquiries.of_person(canary.id)[0]
    erase_person(store, paths, canary.id)
    with pytest.raises(NotFound):
        erase_person(store, paths, canary.id)
    nobody = store.inquiries.get(contact.id).person_id
    assert nobody is not None
    with pytest.raises(Conflict):
        erase_person(store, paths, nobody)


def test_a_second_window_at_work_only_puts_the_sweeping_off(
    store: Store, paths: Paths, canary: Person
) -> None:
    assert store.key is not None
    other = open_database(paths.database, store.key)
    store.database.execute("PRAGMA busy_timeout = 50")
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM person").fetchone()
    try:
        assert not erase_person(store, paths, canary.id).swept
    finally:
        other.execute("ROLLBACK")
        other.close()
    key = store.key
    store.close()
    secrets = canaries(key, TEXTS).values()
    pages = plain_pages(paths.database, key)
    assert not any(secret in pages for secret in secrets)
    assert not paths.database.with_name(paths.database.name + "-wal").exists()


def test_backups_that_hold_the_person_are_named_with_the_day_they_go(
    store: Store, paths: Paths
) -> None:
    assert store.key is not None
    now = store.clock()

    def back_up(days_ago: int) -> str:
        made = make_backup(
            store.database,
            store.key,  # type: ignore[arg-type]
            paths.backups,
            paths.envelope,
            now - timedelta(days=days_ago),
        )
        return made.database.name

    without = back_up(9)
    person = add_person(store, NAME)
    with_person = [back_up(2), back_up(1)]
    holdings = erase_person(store, paths, person.id).holdings
    names = [each.path.name for each in holdings.files]
    assert names == with_person[::-1]
    assert without not in names
    assert holdings.last_goes_on is not None
    assert all(each.goes_on and each.goes_on > now.date() for each in holdings.files)
    assert back_up(0) not in [each.path.name for each in holdings.files]


def test_a_second_folder_that_is_not_there_is_named(
    store: Store, paths: Paths, tmp_path: Path
) -> None:
    store.settings.set("backup_folder", str(tmp_path / "stick"))
    person = add_person(store, NAME)
    assert erase_person(store, paths, person.id).holdings.unseen == (tmp_path / "stick",)


@pytest.mark.parametrize("born", [1900, 1941, 1959, 1968, 1974, 1990, 2007, 2012])
@pytest.mark.parametrize("years", [(2018,), (2018, 2019), (2018, 2022, 2026)])
def test_the_stand_in_year_has_the_bands_and_no_more(born: int, years: tuple[int, ...]) -> None:
    year = stand_in_year(born, years)
    assert [age_band(year, contact) for contact in years] == [
        age_band(born, contact) for contact in years
    ]
    alike = [
        other
        for other in range(1900, 2027)
        if [age_band(other, c) for c in years] == [age_band(born, c) for c in years]
    ]
    assert {stand_in_year(other, years) for other in alike if other <= years[0]} <= {year}


def test_who_told_no_year_has_none() -> None:
    assert stand_in_year(None, (2026,)) is None
