"""Who is erased goes with all that was theirs: merged records, code words, linked contacts."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import Conflict
from app.models.erasure import erase_person
from app.models.inquiry_drafts import InquiryDraft, kept_drafts, save_draft
from app.models.linking import link_code_word, link_contact, unlink_contact
from app.models.merging import merge_people, split_person
from app.models.periods import Period
from app.models.person_file import read_file
from app.models.registration import draft_of, register
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import AgeBand, Gender, Person
from app.paths import Paths
from tests.canaries import canaries
from tests.decrypted import plain_journal, plain_pages
from tests.records import DAY, add_contact, add_person, add_promise

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
TEXTS = ("Kanariefugl Sørensen", "Kanarie Gift", "70009901", "kanariegul cykel", "kanarierød stol")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def canary(store: Store) -> Person:
    """Somebody who was there by a code word, then under two names, which were merged."""
    person = add_person(store, TEXTS[0], gender=Gender.WOMAN, birth_year=1974)
    add_contact(store, person, date(2026, 9, 3), "09:10")
    draft = InquiryDraft(
        date=date(2026, 8, 1), code_word=TEXTS[3], age_band=AgeBand.FROM_49, reasons=("P01",)
    )
    first = register(store, draft).inquiry
    again = register(store, replace(draft, date=date(2026, 8, 20), code_word=TEXTS[4])).inquiry
    renamed = replace(draft_of(store, store.inquiries.get(again.id)), code_word=TEXTS[3])
    register(store, renamed)
    assert first.alias_id is not None
    link_code_word(store, first.alias_id, person.id, DAY)
    married = add_person(store, TEXTS[1], phone=TEXTS[2])
    contact = add_contact(store, married, date(2026, 10, 1))
    add_promise(store, inquiry_id=contact.id, person_id=married.id)
    merge_people(store, person.id, married.id)
    store.different_people.tell_apart(person.id, add_person(store, "Lone Bæk").id)
    save_draft(store, replace(draft, note="igen"), "begun")
    return store.people.get(person.id)


def found(store: Store, paths: Paths, *ids: str) -> set[str]:
    assert store.key is not None
    journal = paths.database.with_name(paths.database.name + "-wal")
    pages = plain_pages(paths.database, store.key) + plain_journal(journal, store.key)
    secrets = canaries(store.key, (*TEXTS, *ids))
    return {name for name, secret in secrets.items() if secret.lower() in pages.lower()}


def test_the_file_has_all_that_was_bound_together(
    store: Store, paths: Paths, canary: Person
) -> None:
    file = read_file(store, paths, canary.id)
    assert [person.name for person in file.merged] == [TEXTS[1]]
    assert file.told_apart == 1
    add_contact(store, None, note="Kender Kanarie Gift fra kantinen")
    assert len(read_file(store, paths, canary.id).mentions) == 1
    assert [details.code_word for details in file.contacts[:2]] == [TEXTS[3], TEXTS[3]]
    links = [details.link for details in file.contacts if details.link]
    assert [(link.consent_on, link.age_band) for link in links] == [(DAY, AgeBand.FROM_49)] * 2
    kinds = {change.kind for change in file.changes}
    assert {"alias", "linked_contact", "moved_record", "followup"} <= kinds
    assert [draft.note for draft in file.drafts] == ["igen"]


def test_no_byte_of_any_of_their_records_is_left(
    store: Store, paths: Paths, canary: Person
) -> None:
    (merged,) = store.people.merged_under(canary.id)
    store.database.execute("PRAGMA wal_checkpoint(FULL)")
    before = found(store, paths, canary.id, merged)
    assert all(f"{text} in utf-8" in before for text in (*TEXTS, canary.id, merged))
    erasure = erase_person(store, paths, canary.id)
    assert found(store, paths, canary.id, merged) == set()
    assert (erasure.records, erasure.contacts) == (2, 4)
    assert (erasure.merged, erasure.linked, erasure.named_elsewhere) == (1, 2, 0)
    tables = ("alias", "linked_contact", "moved_record", "different_people")
    for table in tables:
        assert store.database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert kept_drafts(store) == ()


def test_every_figure_is_as_it_was(store: Store, paths: Paths, canary: Person) -> None:
    periods = (YEAR, *(Period.month(date(2026, month, 1)) for month in (8, 9, 10, 11)))
    before = [tally(store, period) for period in periods]
    erase_person(store, paths, canary.id)
    assert [tally(store, period) for period in periods] == before
    assert before[0].contacts.returning == 3


def test_a_merged_record_is_not_erased_by_itself(
    store: Store, paths: Paths, canary: Person
) -> None:
    (merged,) = store.people.merged_under(canary.id)
    with pytest.raises(Conflict) as caught:
        erase_person(store, paths, merged)
    assert canary.id in caught.value.why.da
    split_person(store, merged)
    erase_person(store, paths, merged)
    assert store.people.get(canary.id).name == TEXTS[0]


def test_a_code_word_that_others_have_too_stays_with_them(store: Store, paths: Paths) -> None:
    draft = InquiryDraft(date=DAY, code_word="blå cykel", reasons=("P01",))
    theirs, other = register(store, draft).inquiry, register(store, draft).inquiry
    person = add_person(store, TEXTS[0])
    link_contact(store, theirs.id, person.id, DAY)
    before = tally(store, YEAR)
    erase_person(store, paths, person.id)
    (known,) = store.aliases.search("blå")
    assert known.contacts == 1
    assert store.inquiries.get(other.id).said_returning
    assert tally(store, YEAR) == before


def test_who_was_linked_once_is_named_nowhere_after(store: Store, paths: Paths) -> None:
    contact = add_contact(store, None, DAY, gender=Gender.MAN)
    person = add_person(store, TEXTS[0])
    link_contact(store, contact.id, person.id, DAY)
    unlink_contact(store, contact.id)
    erase_person(store, paths, person.id)
    assert found(store, paths, person.id) == set()
    assert store.inquiries.get(contact.id).gender is Gender.MAN
