"""Somebody gives no name and chooses a code word; it is found again when they come back."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.models.linking import link_code_word
from app.models.registration import InquiryDraft, register
from app.models.store import Store
from app.models.types import Identity, Inquiry, Person, Workplace
from app.ui.services import Services
from tests.desk import Desk, open_desk
from tests.keyboard import Typist, focused
from tests.records import add_person


@pytest.fixture
def typist() -> Typist:
    return Typist()


@pytest.fixture
def desk(qtbot: QtBot, services: Services, store: Store, lem: Workplace) -> Desk:
    for day in (date(2026, 11, 3), date(2026, 11, 12)):
        register(store, InquiryDraft(date=day, code_word="Blå cykel", reasons=("P01",)))
    store.visits.start(lem.id, place="Kantinen")
    return open_desk(qtbot, services)


def newest(store: Store) -> Inquiry:
    inquiry = store.inquiries.newest()
    assert inquiry is not None
    return inquiry


def to_the_field(desk: Desk, typist: Typist) -> None:
    line = desk.page.parts.identity.anonymous.word.line
    for _ in range(12):
        if focused() is line:
            return
        typist.press("Tab")
    raise AssertionError("Tab does not lead to the field")


def test_a_known_word_is_found_while_it_is_typed(desk: Desk, store: Store, typist: Typist) -> None:
    to_the_field(desk, typist)
    typist.type("blaa")
    hits = desk.page.parts.identity.anonymous.word.hits.list
    assert hits.count() == 1
    typist.press("Enter")
    line = desk.page.parts.identity.line.label
    assert line.text() == "Blå cykel: 2 samtaler, sidst 12-11-2026"
    returning = desk.page.parts.identity.anonymous.returning
    assert returning.isChecked(), "as it will be stored"
    assert desk.page.draft.said_returning
    assert not returning.isEnabled()
    typist.press("Enter")
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter")
    inquiry = newest(store)
    assert (inquiry.identity, inquiry.person_id) == (Identity.ANONYMOUS, None)
    assert inquiry.said_returning
    (known,) = store.aliases.search("blå")
    assert (known.contacts, known.last) == (3, date(2026, 11, 21))
    assert desk.page.parts.identity.anonymous.word.text() == "", "the next one begins anew"
    assert line.text() == ""


def test_a_new_word_is_kept_and_taken_back_with_the_contact(
    desk: Desk, store: Store, typist: Typist
) -> None:
    to_the_field(desk, typist)
    typist.type("gul stol")
    typist.press("Enter")
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter")
    assert [known.contacts for known in store.aliases.search("gul stol")] == [1]
    assert not newest(store).said_returning
    typist.press("Ctrl+Z")
    assert store.aliases.search("gul stol") == ()
    assert desk.page.parts.identity.anonymous.word.text() == "gul stol"


def test_a_word_that_cannot_be_one_is_said_beside_the_field(
    desk: Desk, store: Store, typist: Typist
) -> None:
    before = store.inquiries.count()
    to_the_field(desk, typist)
    typist.type("!!")
    typist.press("Enter")
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter")
    assert store.inquiries.count() == before
    word = desk.page.parts.identity.anonymous.word
    assert word.line.accessibleDescription() or word.line.toolTip()
    assert desk.page.draft.reasons == ("S01",)


def test_a_name_hides_the_field_and_needs_no_word(desk: Desk, store: Store, typist: Typist) -> None:
    to_the_field(desk, typist)
    typist.type("gul")
    desk.page.first_focus().setFocus()
    typist.type("Lone Holm")
    assert not desk.page.parts.identity.anonymous.isVisible()
    typist.press("Ctrl+Enter")
    desk.page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter")
    assert newest(store).identity is Identity.REGISTERED
    assert store.aliases.search("gul") == ()


def test_a_name_in_a_word_is_warned_about(desk: Desk, store: Store, typist: Typist) -> None:
    register(
        store,
        InquiryDraft(
            date=date(2026, 9, 1),
            identity=Identity.REGISTERED,
            name="Karen Møller",
            reasons=("P01",),
        ),
    )
    to_the_field(desk, typist)
    typist.type("Karen Møller")
    desk.page.guarding.look_now()
    typist.press("F4")
    assert desk.page.draft.code_word == "[navn]"
    assert desk.page.parts.identity.anonymous.word.text() == "[navn]"


def test_the_tick_goes_with_the_word_that_was_known(desk: Desk, typist: Typist) -> None:
    returning = desk.page.parts.identity.anonymous.returning
    to_the_field(desk, typist)
    typist.type("blå cykel")
    assert returning.isChecked()
    typist.type("n")
    assert not returning.isChecked()
    assert returning.isEnabled()
    assert not desk.page.draft.said_returning


def test_a_tick_of_ones_own_stays(desk: Desk, typist: Typist) -> None:
    returning = desk.page.parts.identity.anonymous.returning
    returning.click()
    to_the_field(desk, typist)
    typist.type("blå cykeln")
    assert returning.isChecked()


@pytest.fixture
def lone(store: Store, desk: Desk) -> Person:
    """Whose the blue bicycle is, as was said later."""
    person = add_person(store, "Lone Bæk", birth_year=1974)
    (known,) = store.aliases.search("blå")
    link_code_word(store, known.alias_id, person.id, date(2026, 11, 13))
    return person


def test_a_word_that_has_a_person_offers_to_register_them(
    desk: Desk, store: Store, lone: Person, typist: Typist
) -> None:
    identity = desk.page.parts.identity
    to_the_field(desk, typist)
    typist.type("blå cykel")
    told = "Blå cykel: 2 samtaler, sidst 12-11-2026, knyttet til en person"
    assert identity.line.label.text() == told
    assert "Lone" not in identity.line.label.text(), "nobody is named before they have agreed"
    identity.line.accept_button.click()
    assert identity.known is not None
    assert identity.known.person == lone
    assert (desk.page.draft.identity, desk.page.draft.person_id) == (Identity.REGISTERED, lone.id)
    assert identity.about.page.isVisible()


def test_who_says_no_stays_anonymous_with_the_word(
    desk: Desk, store: Store, lone: Person, typist: Typist
) -> None:
    identity = desk.page.parts.identity
    to_the_field(desk, typist)
    typist.type("blå cykel")
    typist.press("Esc")
    identity.line.refuse_button.click()
    assert not identity.line.accept_button.isVisible()
    desk.page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter")
    inquiry = newest(store)
    assert (inquiry.identity, inquiry.person_id) == (Identity.ANONYMOUS, None)
    assert inquiry.alias_id is not None


def test_a_suggestion_is_not_cut_where_there_is_room(desk: Desk, typist: Typist) -> None:
    to_the_field(desk, typist)
    typist.type("blå")
    hits = desk.page.parts.identity.anonymous.word.hits
    assert hits.width() >= hits.wanted_width()
    assert hits.width() > desk.page.parts.identity.anonymous.word.width()
