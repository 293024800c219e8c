"""An anonymous contact gets its person, and loses it again, by keyboard."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from app.models.linking import link_contact
from app.models.registration import InquiryDraft, register
from app.models.store import Store
from app.models.types import Gender, Identity, RecordId
from app.ui.pages.inquiries.page import InquiriesPage
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.services import Services
from tests.keyboard import Typist, focused
from tests.ui.inquiries.conftest import Talks

Opened = Callable[[], InquiriesPage]


@pytest.fixture
def word(store: Store) -> tuple[RecordId, RecordId]:
    """Two talks of somebody who is known by a code word."""
    draft = InquiryDraft(date=date(2026, 11, 12), code_word="blå cykel", reasons=("P01",))
    first = register(store, draft).inquiry
    return first.id, register(store, replace(draft, date=date(2026, 11, 19))).inquiry.id


def asked(page: InquiriesPage, inquiry_id: RecordId) -> InquiriesPage:
    page.open(ShowInquiry(inquiry_id))
    page.details.linking.button.setFocus()
    Typist().press("Space")
    return page


def test_a_contact_is_linked_to_a_person_found_by_name(
    opened: Opened, store: Store, talks: Talks
) -> None:
    page = asked(opened(), talks.phone.id)
    form = page.details.linking.form
    assert focused() is form.person.field.line
    assert not form.all_of_word.isVisible()
    typist = Typist()
    typist.type("kar")
    typist.press("Enter", "Tab")
    typist.type("1911")
    typist.press("Ctrl+Enter")
    linked = store.inquiries.get(talks.phone.id)
    assert linked.person_id == talks.karen.id
    link = store.linked_contacts.of_inquiry(talks.phone.id)
    assert link is not None
    assert link.consent_on == date(2026, 11, 19)
    assert page.details.linking.isHidden()
    assert page.details.linking.button.text() == "Gør anonym igen"
    assert page.details.person.isVisible()


def test_who_was_told_otherwise_is_warned_of_and_not_refused(
    opened: Opened, store: Store, talks: Talks
) -> None:
    store.inquiries.change(replace(talks.phone, gender=Gender.MAN))
    karen = replace(store.people.get(talks.karen.id), gender=Gender.WOMAN)
    store.people.change(karen)
    form = asked(opened(), talks.phone.id).details.linking.form
    assert form.doubt.isHidden()
    typist = Typist()
    typist.type("kar")
    typist.press("Enter")
    assert form.doubt.isVisible()
    assert "»Mand«" in form.doubt.label.text()
    typist.press("Backspace")
    assert form.doubt.isHidden(), "nobody is chosen any more"
    typist.press("Enter", "Ctrl+Enter")
    assert store.inquiries.get(talks.phone.id).person_id == talks.karen.id


def test_all_contacts_of_a_code_word_are_linked_and_undone_together(
    opened: Opened,
    store: Store,
    talks: Talks,
    word: tuple[RecordId, RecordId],
    services: Services,
) -> None:
    page = asked(opened(), word[0])
    box = page.details.linking.form.all_of_word
    assert box.isVisible()
    assert box.isChecked()
    assert "2" in box.text()
    typist = Typist()
    typist.type("åse")
    typist.press("Enter", "Enter")
    assert {store.inquiries.get(one).person_id for one in word} == {talks.aase.id}
    services.commands.undo()
    assert {store.inquiries.get(one).identity for one in word} == {Identity.ANONYMOUS}


def test_a_link_is_taken_back_with_one_button(opened: Opened, store: Store, talks: Talks) -> None:
    link_contact(store, talks.phone.id, talks.karen.id, date(2026, 11, 20))
    page = opened()
    page.open(ShowInquiry(talks.phone.id))
    page.details.linking.button.setFocus()
    Typist().press("Space")
    assert store.inquiries.get(talks.phone.id).identity is Identity.ANONYMOUS
    assert page.details.linking.button.text() == "Knyt til person …"
    assert page.details.linking.isHidden()


def test_what_is_missing_is_said_and_esc_changes_nothing(
    opened: Opened, store: Store, talks: Talks
) -> None:
    page = asked(opened(), talks.phone.id)
    form = page.details.linking.form
    Typist().press("Ctrl+Enter")
    assert form.person.field.line.accessibleDescription()
    Typist().press("Esc")
    assert page.details.linking.isHidden()
    assert page.details.linking.button.hasFocus()
    assert store.inquiries.get(talks.phone.id) == talks.phone


def test_a_registered_contact_has_no_such_button(opened: Opened, talks: Talks) -> None:
    page = opened()
    page.open(ShowInquiry(talks.karen_first.id))
    assert not page.details.linking.button.isVisible()
