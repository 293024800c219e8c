"""Reasons and advice: typed or picked, in fixed order, with what fits best in front."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import Offer, OfferKind, TermKind, Workplace
from app.ui.pages.register.finding import find, findable_terms
from app.ui.pages.register.page import RegisterPage
from app.ui.services import Services
from app.ui.widgets.group_title import GroupTitle
from tests.desk import open_desk
from tests.keyboard import Typist, focused
from tests.records import DAY


def titles(page: RegisterPage) -> list[str]:
    board = page.parts.advice.board
    return [t.findChildren(type(page.parts.title.title))[-1].text()
            for t in board.findChildren(GroupTitle) if t.isVisible()]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("læ", "P01"),
        ("LAE", "P01"),
        ("laen", "P01"),
        ("ryg", "P01"),
        ("søvn", "S06"),
        ("soev", "S06"),
        ("56", "R02"),
        ("§56", "R02"),
        ("ægte", "F02"),
        ("albue", "P04"),
        ("p03", "P03"),
        ("tabt arb", "R03"),
    ],
)
def test_a_reason_is_found_by_any_part_of_its_name(store: Store, typed: str, first: str) -> None:
    terms = findable_terms(store.taxonomy.terms(TermKind.REASON, DAY), 0)
    assert find(typed, terms)[0].key == first


@pytest.mark.parametrize(("typed", "first"), [("back", "P01"), ("sleep", "S06"), ("56", "R02")])
def test_a_reason_is_found_in_english_too(store: Store, typed: str, first: str) -> None:
    terms = findable_terms(store.taxonomy.terms(TermKind.REASON, DAY), 1)
    assert find(typed, terms)[0].key == first


def test_the_page_speaks_english(
    qtbot: QtBot, services: Services, store: Store, lem: Workplace, typist: Typist
) -> None:
    services.device.set("language", "en")
    store.visits.start(lem.id)
    desk = open_desk(qtbot, services)
    parts = desk.page.parts
    assert parts.reasons.board.chip("P01").text() == "Lower back"
    assert parts.circumstances.role.button("employee").text() == "Employee"
    assert "Sat. 21-11-2026" in parts.title.context.text()
    assert parts.title.context.text().endswith("at the workplace")
    typist.press("Enter")
    typist.type("back")
    typist.press("Enter")
    assert desk.page.draft.reasons == ("P01",)


def test_nothing_is_found_for_nothing_and_for_nonsense(store: Store) -> None:
    terms = findable_terms(store.taxonomy.terms(TermKind.REASON, DAY), 0)
    assert find("", terms) == find("  ", terms) == find("xyz", terms) == []


def test_typed_and_picked_are_the_same_choice(page: RegisterPage, typist: Typist) -> None:
    typist.press("Enter")
    typist.type("læ")
    typist.press("Enter")
    assert page.parts.reasons.board.chip("P01").isChecked()
    QTest.mouseClick(page.parts.reasons.board.chip("S01"), Qt.MouseButton.LeftButton)
    assert page.draft.reasons == ("P01", "S01")
    assert page.parts.reasons.count.text() == "2 valgt"
    QTest.mouseClick(page.parts.reasons.board.chip("P01"), Qt.MouseButton.LeftButton)
    assert page.draft.reasons == ("S01",)


def test_backspace_takes_the_last_one_away(page: RegisterPage, typist: Typist) -> None:
    typist.press("Enter")
    for reason in ("st", "læ"):
        typist.type(reason)
        typist.press("Enter")
    typist.press("Backspace")
    assert page.draft.reasons == ("S01",)
    typist.type("x")
    typist.press("Backspace")
    assert page.draft.reasons == ("S01",)


def test_a_chosen_code_is_not_found_again(page: RegisterPage, typist: Typist) -> None:
    typist.press("Enter")
    typist.type("stress")
    typist.press("Enter")
    typist.type("stress")
    typist.press("Enter")
    assert page.draft.reasons == ("S01",)
    assert page.parts.reasons.leftover() == "stress"


def test_digits_are_text_in_a_field_and_choices_on_the_chips(
    page: RegisterPage, typist: Typist
) -> None:
    typist.press("Enter")
    typist.type("56")
    assert page.draft.advice == ()
    assert page.parts.reasons.field.text() == "56"
    typist.press("Enter", "Enter", "Down", "1")
    assert len(page.draft.advice) == 1


def test_a_number_in_the_field_finds_the_suggestion_that_bears_it(
    page: RegisterPage, typist: Typist
) -> None:
    typist.press("Enter")
    typist.type("stress")
    typist.press("Enter", "Enter")
    typist.type("2")
    typist.press("Enter")
    assert page.draft.advice == ("A02",)


def test_the_offer_stands_in_front_from_the_start_with_its_number(page: RegisterPage) -> None:
    assert titles(page)[0] == "Tilbud hos Vestas i Lem"
    assert "Stifinder" in page.parts.offers.text.text()
    assert "70 00 00 00" in page.parts.offers.text.text()


def test_suggestions_follow_the_reasons_and_say_why(page: RegisterPage, typist: Typist) -> None:
    typist.press("Enter")
    typist.type("stress")
    typist.press("Enter")
    assert titles(page) == ["Foreslået ud fra Stress og tilbud hos Vestas i Lem", "Øvrige råd"]
    typist.press("Enter", "Down", "2")
    assert page.draft.advice == ("A02",)
    assert focused() is not page.parts.advice.field.line


def test_an_offer_of_the_workplace_that_came_meanwhile_is_shown(
    page: RegisterPage, store: Store
) -> None:
    offer = store.offers.of_workplace(page.draft.workplace_id)[0]
    store.offers.change(replace(offer, phone="70112233"))
    assert "70 11 22 33" in page.parts.offers.text.text()


def test_an_offer_says_whose_it_is_and_everybodys_waits_until_it_fits(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    store.offers.add(
        Offer(kind=OfferKind.COACHING, provider="Coach & Co", advice_code="A02", phone="70000001")
    )
    box = page.parts.offers.text
    assert "Vestas har sundhedsforsikring hos Stifinder" in box.text()
    assert "Coach" not in box.text(), "nothing speaks for coaching yet"
    assert titles(page) == ["Tilbud hos Vestas i Lem", "Øvrige råd"]

    typist.press("Enter")
    typist.type("stress")
    typist.press("Enter")

    assert "Alle kan bruge Coach &amp; Co (coaching) · <nobr><b>70 00 00 01</b>" in box.text()
    every = {term.code for term in store.taxonomy.terms(TermKind.ADVICE, DAY)}
    board = page.parts.advice.board
    assert {board.chip(code).key for code in every} == every, "the full list is still there"
