"""The whole workspace on the lived-in demo project, shown as a person sees it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.models.demo import build_demo
from app.models.settings import DeviceSettings
from app.models.store import Store
from app.paths import Paths
from app.ui import i18n, theme
from app.ui.bus import Bus
from app.ui.commands import Commands
from app.ui.courier import Courier
from app.ui.main_window import MainWindow
from app.ui.notices import WindowNotices
from app.ui.services import Services
from app.ui.tasks import InlineRunner
from app.ui.workspace import Workspace
from tests.stores import CHEAP, standing_clock

SMALL_LAPTOP = (1366, 768)


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Paths]]:
    """The demo project with recent weeks; tests only read it."""
    paths = Paths(tmp_path_factory.mktemp("demo") / "data")
    store, _ = build_demo(paths, clock=standing_clock(), recent=True, params=CHEAP)
    yield store, paths
    store.close()


Show = Callable[..., Workspace]


@pytest.fixture
def show(qapp: QApplication, lived_in: tuple[Store, Paths]) -> Iterator[Show]:
    """Return a function that shows the workspace in a look and language at 1366×768."""
    store, paths = lived_in
    windows: list[MainWindow] = []

    def build(
        page: str,
        *,
        look: theme.Choice = "light",
        language: str = "da",
        percent: int = 100,
        other: Store | None = None,
    ) -> Workspace:
        _close(windows)  # a window that is open is drawn anew at every change of the look
        device = DeviceSettings(paths.device_settings)
        device.set("language", language)
        i18n.install(qapp, device.language)
        theme.apply(qapp, look, "normal", percent / 100)
        window = MainWindow()
        windows.append(window)
        services = _services(window, other or store, paths, device)
        workspace = Workspace(services, demo=other is None)
        window.show_content(workspace)
        window.resize(*SMALL_LAPTOP)
        window.show()
        window.activateWindow()
        workspace.go(page)
        for _ in range(3):  # a scroll area learns the height of its content one round later
            qapp.processEvents()
        return workspace

    yield build
    _close(windows)


def _close(windows: list[MainWindow]) -> None:
    while windows:
        window = windows.pop()
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def _services(window: MainWindow, store: Store, paths: Paths, device: DeviceSettings) -> Services:
    bus = Bus(window)

    def failed(error: Exception) -> None:
        raise error

    runner = InlineRunner(store, failed)
    commands = Commands(runner, failed, window)
    notices = WindowNotices(window, commands.undo, paths, lambda: device.language)

    def make_room(height: int) -> None:
        workspace = window.centralWidget()
        if isinstance(workspace, Workspace):
            workspace.make_room(height)

    notices.room_taken.connect(make_room)

    def go(name: str, target: object) -> None:
        workspace = window.centralWidget()
        assert isinstance(workspace, Workspace)
        workspace.go(name, target)

    return Services(
        runner=runner,
        bus=bus,
        commands=commands,
        notices=notices,
        device=device,
        paths=paths,
        clock=standing_clock(),
        go=go,
        courier=Courier(runner, window),
        lead=store.settings.is_lead,
    )


@pytest.fixture(scope="session")
def screens_folder() -> Path:
    folder = Path(__file__).resolve().parents[2] / "out" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
