"""Pages on a real encrypted store, without a second thread: every job runs at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.settings import DeviceSettings
from app.models.store import Store
from app.models.types import Offer, OfferKind, Sector, Workplace
from app.paths import Paths
from app.ui import theme
from app.ui.bus import Bus
from app.ui.commands import Commands
from app.ui.courier import Courier
from app.ui.services import ButtonOffer, Services
from app.ui.tasks import InlineRunner
from tests.stores import new_store, standing_clock

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


@dataclass
class RecordingNotices:
    """Keeps what would have been shown."""

    told: list[str] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    offered: ButtonOffer | None = None

    def tell(self, text: str, *, undo: bool = False, offer: ButtonOffer | None = None) -> None:
        self.told.append(text)
        self.offered = offer

    def show_error(self, error: Exception) -> None:
        self.errors.append(error)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def lem(store: Store) -> Workplace:
    """Vestas i Lem, with a health insurance that has a phone number."""
    vestas = store.organisations.ensure("Vestas")
    workplace = store.workplaces.add(
        Workplace(
            code="VESTAS-LE",
            name="Vestas i Lem",
            organisation_id=vestas.id,
            sector=Sector.PRIVATE,
            place="Kantinen",
        )
    )
    store.offers.add(
        Offer(
            kind=OfferKind.HEALTH_INSURANCE,
            provider="Stifinder",
            organisation_id=vestas.id,
            advice_code="A01",
            phone="70 00 00 00",
            note="dækker fysioterapi og psykolog",
        )
    )
    return workplace


@pytest.fixture
def notices() -> RecordingNotices:
    return RecordingNotices()


@pytest.fixture
def visited() -> list[tuple[str, object]]:
    """The pages that were asked for, with their targets."""
    return []


@pytest.fixture
def services(
    qapp: QApplication,
    tmp_path: Path,
    store: Store,
    notices: RecordingNotices,
    visited: list[tuple[str, object]],
) -> Services:
    theme.apply(qapp, "light")
    paths = Paths(tmp_path / "data")
    bus = Bus()
    store.subscribe(bus.publish)
    runner = InlineRunner(store, notices.show_error)
    commands = Commands(runner, notices.show_error)
    commands.done.connect(lambda label: notices.tell(label, undo=True))
    bus.changed.connect(commands.heed)
    return Services(
        runner=runner,
        bus=bus,
        commands=commands,
        notices=notices,
        device=DeviceSettings(paths.device_settings),
        paths=paths,
        clock=standing_clock(),
        go=lambda name, target: visited.append((name, target)),
        courier=Courier(runner),
    )


def shown(qtbot: QtBot, page: AnyWidget) -> AnyWidget:
    """Return a page in a window that is as wide as beside the rail on a small laptop, and active."""
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page
