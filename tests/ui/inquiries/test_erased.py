"""What is left of somebody who was erased: a contact that is counted, and leads nowhere."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.models.erasure import erase_person
from app.models.store import Store
from app.models.types import RecordId
from app.ui.pages.inquiries.page import InquiriesPage
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.pages.targets import EditInquiry
from app.ui.services import Services
from tests.desk import open_desk
from tests.keyboard import Typist
from tests.ui.inquiries.conftest import Talks

Opened = Callable[[], InquiriesPage]


@pytest.fixture
def erased(store: Store, services: Services, talks: Talks) -> Talks:
    erase_person(store, services.paths, talks.karen.id)
    return talks


def test_the_details_name_nobody_and_offer_nothing_about_a_person(
    opened: Opened, erased: Talks
) -> None:
    page = opened()
    page.open(ShowInquiry(erased.karen_first.id))
    pane = page.details
    said = " ".join(label.text() for label in pane.findChildren(QLabel))
    assert "Slettet person" in said
    assert "Kvinde" not in said
    assert "49–58" not in said
    for offered in (pane.person, pane.promise, pane.refer, pane.linking.button):
        assert not offered.isVisible()
    assert pane.edit.isVisible()


def test_only_what_is_counted_is_corrected(
    qtbot: QtBot, services: Services, store: Store, erased: Talks
) -> None:
    desk = open_desk(qtbot, services)
    page = desk.page
    page.open(EditInquiry(erased.karen_first.id))
    identity = page.parts.identity
    assert not identity.who.isVisible()
    assert not identity.about.isVisible()
    assert not identity.anonymous.isVisible()
    assert not page.parts.bottom.follow_up.isVisible()
    assert identity.line.label.text() == "Slettet person. Kun det, der tælles, er tilbage."
    assert page.parts.reasons.field.line.hasFocus()
    before = store.people.get(RecordId(store.inquiries.get(erased.karen_first.id).person_id or ""))
    typist = Typist()
    typist.type("søvn")
    typist.press("Enter", "Ctrl+Enter")
    after = store.inquiries.get(erased.karen_first.id)
    assert after.reasons == ("P01", "S06")
    assert store.people.get(RecordId(after.person_id or "")) == before

    page.open(None)
    assert identity.who.isVisible()
    assert page.parts.bottom.follow_up.isVisible()
