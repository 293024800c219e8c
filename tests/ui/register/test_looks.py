"""The page in the states that it has: nothing scrolls on a small laptop, nothing is clipped."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import Offer, OfferKind, Workplace
from app.ui import theme
from app.ui.pages.register.page import RegisterPage
from app.ui.pages.targets import EditInquiry
from app.ui.services import Services
from tests.desk import Desk, earlier_contact, open_desk
from tests.keyboard import Typist
from tests.screens import audits

Prepare = Callable[[RegisterPage, Typist], None]
SCREENS = Path(__file__).parents[3] / "out" / "screens"


def untouched(page: RegisterPage, typist: Typist) -> None:
    """Leave the page as it opens."""


def returning(page: RegisterPage, typist: Typist) -> None:
    typist.type("karen")
    typist.press("Enter", "Enter")
    for reason in ("læ", "st"):
        typist.type(reason)
        typist.press("Enter")
    typist.press("Enter", "Down", "1", "2", "Tab", "3")


def new_and_likely(page: RegisterPage, typist: Typist) -> None:
    typist.type("Karen Møller")
    typist.press("Tab")


def elsewhere(page: RegisterPage, typist: Typist) -> None:
    typist.press("F2")


def promised_on_a_date(page: RegisterPage, typist: Typist) -> None:
    QTest.mouseClick(page.parts.bottom.follow_up.choice.button("date"), Qt.MouseButton.LeftButton)
    page.parts.bottom.follow_up.text.setFocus()
    typist.type("ringe om træning")
    page.leave()


def correcting(page: RegisterPage, typist: Typist) -> None:
    page.services.runner.run(
        lambda store: store.people.search("karen"),
        lambda found: page.services.runner.run(
            lambda store: store.inquiries.of_person(found[0].id),
            lambda contacts: page.open(EditInquiry(contacts[0].id)),
        ),
    )


def interrupted(page: RegisterPage, typist: Typist) -> None:
    typist.type("bo")
    page.leave()
    page.open(None)


def many_offers(page: RegisterPage, typist: Typist) -> None:
    """Three offers of two lines each, and three knowledge cards that fit."""

    def add(store: Store) -> None:
        (place,) = store.workplaces.all()
        for kind, code, note in OFFERS:
            store.offers.add(
                Offer(
                    kind=kind,
                    provider="Bedriftsfysioterapien",
                    workplace_id=place.id,
                    advice_code=code,
                    phone="70000042",
                    note=note,
                )
            )

    page.services.runner.run(add)
    typist.press("Enter")
    typist.type("sygedagpenge")
    typist.press("Enter")


STATES: tuple[Prepare, ...] = (
    untouched,
    returning,
    new_and_likely,
    elsewhere,
    promised_on_a_date,
    correcting,
    interrupted,
    many_offers,
)
OFFERS = (
    (OfferKind.STAFF_PHYSIOTHERAPY, "A11", "Hver onsdag på fabrikken."),
    (OfferKind.HEALTH_INSURANCE, "A01", "Fysioterapi og psykolog uden henvisning."),
    (OfferKind.PENSION, "A01", "Rådgivning om tab af erhvervsevne."),
)


@pytest.fixture
def in_state(
    qapp: QApplication, qtbot: QtBot, services: Services, store: Store, lem: Workplace
) -> Callable[..., Desk]:
    """Return a function that shows the page in a state, in a look and at a font scale."""
    shown: list[Desk] = []

    def show(prepare: Prepare, look: theme.Choice = "light", scale: float = 1.0) -> Desk:
        earlier_contact(store, lem)
        store.visits.start(lem.id, place="Kantinen")
        theme.apply(qapp, look, "normal", scale)
        size = (1158, 684) if scale == 1.0 else (940, 608)
        desk = open_desk(qtbot, services, size)
        shown.append(desk)
        prepare(desk.page, Typist())
        for _ in range(3):  # a scroll area learns the height of its content one round later
            qapp.processEvents()
        SCREENS.mkdir(parents=True, exist_ok=True)
        name = f"register-{prepare.__name__}-{look}-{round(scale * 100)}.png"
        assert desk.window.grab().save(str(SCREENS / name))
        return desk

    return show


@pytest.mark.parametrize("prepare", STATES)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_nothing_scrolls_on_a_small_laptop(
    in_state: Callable[..., Desk], prepare: Prepare, look: str
) -> None:
    desk = in_state(prepare, look)
    scrolled = desk.page.parts.scrolled
    assert scrolled.verticalScrollBar().maximum() == 0
    assert scrolled.horizontalScrollBar().maximum() == 0
    assert audits.clipped(desk.page) == []


@pytest.mark.parametrize("prepare", STATES)
def test_everything_is_named_large_enough_and_has_a_key_of_its_own(
    in_state: Callable[..., Desk], prepare: Prepare
) -> None:
    page = in_state(prepare).page
    assert audits.without_name(page) == []
    assert audits.too_small(page) == []
    assert audits.doubled_mnemonics(page) == []


@pytest.mark.parametrize("prepare", STATES)
def test_nothing_is_clipped_at_twice_the_font(
    in_state: Callable[..., Desk], prepare: Prepare
) -> None:
    desk = in_state(prepare, scale=2.0)
    assert audits.clipped(desk.page) == []
    assert desk.page.parts.scrolled.horizontalScrollBar().maximum() == 0


def test_the_field_stands_still_while_suggestions_and_cards_come(
    in_state: Callable[..., Desk],
) -> None:
    page = in_state(untouched).page
    field, board = page.parts.reasons.field, page.parts.reasons.board

    def places() -> list[QPoint]:
        QApplication.processEvents()
        return [part.mapTo(page, QPoint(0, 0)) for part in (field, board)]

    before = places()
    many_offers(page, Typist())
    assert page.parts.cards.isVisible()
    assert places() == before
    assert page.parts.advice.field.mapTo(page, QPoint(0, 0)).y() == before[0].y()


@pytest.mark.parametrize("prepare", [untouched, returning, elsewhere])
def test_the_focus_goes_as_the_eye_does(in_state: Callable[..., Desk], prepare: Prepare) -> None:
    page = in_state(prepare).page
    page.first_focus().setFocus()
    assert audits.out_of_order(audits.tab_stops(page)) == []
