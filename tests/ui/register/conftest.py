"""The registration page in a window of the size that it must fit."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import Workplace
from app.ui.pages.register.page import RegisterPage
from app.ui.services import Services
from tests.desk import Desk, open_desk
from tests.keyboard import Typist


@pytest.fixture
def typist() -> Typist:
    return Typist()


@pytest.fixture
def desk(qtbot: QtBot, services: Services, store: Store, lem: Workplace) -> Desk:
    """The page during a visit at Vestas i Lem."""
    store.visits.start(lem.id, place="Kantinen")
    return open_desk(qtbot, services)


@pytest.fixture
def page(desk: Desk) -> RegisterPage:
    return desk.page


@pytest.fixture
def quiet_desk(qtbot: QtBot, services: Services, lem: Workplace) -> Callable[[], Desk]:
    """Opens the page while no visit is running."""
    return lambda: open_desk(qtbot, services)
