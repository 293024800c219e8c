"""Referrals and offers as they are used: listed, and with a form open."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.page import Page
from app.ui.pages.offers.page import OffersPage
from app.ui.pages.offers.row import EDIT as EDIT_OFFER
from app.ui.pages.referrals.page import ReferralsPage
from app.ui.pages.referrals.row import EDIT as EDIT_REFERRAL
from app.ui.pages.referrals.target import ReferInquiry
from app.ui.workspace import Workspace
from tests.screens import audits
from tests.screens.conftest import Show
from tests.screens.test_english import danish, said_by

__all__ = ["danish"]


def edit_referral(page: Page) -> None:
    assert isinstance(page, ReferralsPage)
    page.rows()[0].asked.emit(EDIT_REFERRAL)


def all_referrals(page: Page) -> None:
    assert isinstance(page, ReferralsPage)
    page.filter.button("all").click()


def edit_offer(page: Page) -> None:
    assert isinstance(page, OffersPage)
    page.rows()[0].asked.emit(EDIT_OFFER)


def refer(page: Page) -> None:
    assert isinstance(page, ReferralsPage)
    inquiry_id = page.rows()[0].shown.referral.inquiry_id
    assert inquiry_id is not None
    page.open(ReferInquiry(inquiry_id))


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "referrals-all": ("referrals", all_referrals),
    "referrals-edit": ("referrals", edit_referral),
    "referrals-new": ("referrals", refer),
    "offers-edit": ("offers", edit_offer),
}


def shown(show: Show, state: str, **look: object) -> Workspace:
    name, act = STATES[state]
    workspace = show(name, **look)
    page = workspace.current_page()
    assert page is not None
    act(page)
    for _ in range(4):
        QApplication.processEvents()
    return workspace


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("look", "language", "percent"),
    [("light", "da", 100), ("dark", "en", 100), ("light", "da", 200), ("dark", "en", 200)],
)
def test_nothing_is_clipped_nameless_or_too_small(
    show: Show, screens_folder: Path, state: str, look: str, language: str, percent: int
) -> None:
    workspace = shown(show, state, look=look, language=language, percent=percent)
    name = f"{state}-{look}-{percent}-{language}.png"
    assert workspace.window().grab().save(str(screens_folder / name))
    assert audits.complaints(workspace) == []
    assert audits.sideways(workspace) == []


@pytest.mark.parametrize("state", STATES)
def test_the_focus_goes_as_the_eye_does(show: Show, qtbot: QtBot, state: str) -> None:
    workspace = shown(show, state)
    with qtbot.waitActive(workspace.window()):
        workspace.window().activateWindow()
    workspace.rail.item(workspace.rail.current()).setFocus()
    assert audits.out_of_order(audits.tab_stops(workspace)) == []


@pytest.mark.parametrize("state", STATES)
def test_no_word_is_left_in_danish(show: Show, danish: set[str], state: str) -> None:
    workspace = shown(show, state, language="en")
    page = workspace.current_page()
    assert page is not None
    left = {text for widget in page.findChildren(QWidget) for text in said_by(widget)}
    assert "Edit" in left
    assert sorted(left & danish) == []
