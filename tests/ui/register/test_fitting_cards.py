"""Cards that fit the talk stand in a quiet line; they are read beside what is being typed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.pages.register.page import RegisterPage
from tests.card_files import write_card
from tests.keyboard import Typist
from tests.ui.conftest import RecordingNotices


def offered(page: RegisterPage) -> list[str]:
    return [link.text() for link in page.parts.cards.links] if page.parts.cards.isVisible() else []


def anonymous_about(typist: Typist, *reasons: str) -> None:
    typist.press("Enter")
    for reason in reasons:
        typist.type(reason)
        typist.press("Enter")


def test_a_reason_offers_its_cards_and_a_bad_back_offers_none(
    page: RegisterPage, typist: Typist
) -> None:
    anonymous_about(typist, "læ")
    assert page.draft.reasons == ("P01",)
    assert offered(page) == []
    typist.type("56")
    typist.press("Enter")
    assert offered(page) == ["§56-aftale"]
    typist.press("Backspace")
    assert offered(page) == []


def test_advice_offers_cards_too_and_three_are_enough(page: RegisterPage, typist: Typist) -> None:
    anonymous_about(typist, "sygedagpenge")
    typist.press("Enter")
    typist.type("delvis")
    typist.press("Enter")
    assert offered(page) == [
        "Delvis syge- og raskmelding",
        "Hvem betaler hvornår",
        "Fastholdelsesplan",
    ]


def test_f6_reads_the_card_and_esc_goes_back_to_what_is_typed(
    page: RegisterPage, typist: Typist
) -> None:
    anonymous_about(typist, "56", "sygedagpenge")
    typist.type("st")
    field, draft = QApplication.focusWidget(), page.draft
    typist.press("F6")
    assert page.cards.isVisible()
    assert page.cards.text.hasFocus()
    first = page.cards.text.card
    typist.press("F6")
    second = page.cards.text.card
    assert first is not None
    assert second is not None
    assert [first.id, second.id] == [card.id for card in page.parts.cards.cards[:2]]
    typist.press("Esc")
    assert page.cards.isHidden()
    assert QApplication.focusWidget() is field
    assert page.parts.reasons.field.line.text() == "st"
    assert page.draft == draft


def test_a_link_opens_its_card_with_the_mouse(page: RegisterPage, typist: Typist) -> None:
    anonymous_about(typist, "56")
    QTest.mouseClick(page.parts.cards.links[0], Qt.MouseButton.LeftButton)
    assert page.cards.text.card is not None
    assert page.cards.text.card.id == "section-56"
    assert not page.cards.next_button.isVisible(), "there is no other one"
    QTest.mouseClick(page.cards.close_button, Qt.MouseButton.LeftButton)
    assert page.cards.isHidden()


def test_f6_says_so_where_no_card_fits(
    page: RegisterPage, typist: Typist, notices: RecordingNotices
) -> None:
    anonymous_about(typist, "læ")
    typist.press("F6")
    assert page.cards.isHidden()
    assert [told[:18] for told in notices.told] == ["Intet kort passer "]


def test_tab_passes_the_line_by(page: RegisterPage, typist: Typist) -> None:
    anonymous_about(typist, "56")
    assert {link.focusPolicy() for link in page.parts.cards.links} == {Qt.FocusPolicy.NoFocus}


def test_a_card_past_its_date_is_marked_in_the_line(page: RegisterPage, typist: Typist) -> None:
    write_card(page.services.paths.cards, checked="2026-01-01", check_by="2026-11-20")
    anonymous_about(typist, "manglende søvn")
    (link,) = page.parts.cards.links
    assert link.text() == "Natarbejde"
    assert not link.icon().isNull()
    assert link.toolTip() == "Skulle kontrolleres senest 20-11-2026"


def test_the_next_talk_begins_without_cards(page: RegisterPage, typist: Typist) -> None:
    anonymous_about(typist, "56")
    typist.press("F6", "Esc", "Ctrl+Enter")
    assert page.draft.reasons == ()
    assert offered(page) == []
