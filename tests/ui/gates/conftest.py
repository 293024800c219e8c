"""Gates in a real window, and a real installation behind them."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.models.backup import make_backup
from app.models.opening import create_store
from app.models.types import Counsellor, Workplace
from app.paths import Paths
from app.ui import i18n, theme
from app.ui.gates.dialogs import ChoosePath, ProjectDialogs
from app.ui.gates.gate import Gate
from app.ui.main_window import MainWindow
from tests.stores import CHEAP, NOW, PASSPHRASE, standing_clock

PROJECT = "Projekt Vest"
COUNSELLOR = "Karen Møller"

ShowGate = Callable[[Gate], MainWindow]


@dataclass(frozen=True)
class Installation:
    """A store with one workplace, one backup of it, and the code on its sheet."""

    paths: Paths
    code: str

    def files(self) -> dict[str, bytes]:
        """Return every file with its bytes, but for the lock files."""
        return {
            path.relative_to(self.paths.data_dir).as_posix(): path.read_bytes()
            for path in sorted(self.paths.data_dir.rglob("*"))
            if path.is_file() and not path.name.endswith("lock")
        }

    def damage_key_file(self) -> None:
        self.paths.envelope.write_bytes(self.paths.envelope.read_bytes()[:-40])

    def damage_database(self) -> None:
        self.paths.database.write_bytes(b"\x5a" * self.paths.database.stat().st_size)


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    paths = Paths(tmp_path / "data")
    store, key, code = create_store(
        paths,
        PASSPHRASE,
        project=PROJECT,
        counsellor=Counsellor(initials="KM", name=COUNSELLOR),
        clock=standing_clock(),
        params=CHEAP,
    )
    with closing(store):
        store.workplaces.add(Workplace(code="LEM", name="Vestas i Lem"))
        make_backup(store.database, key, paths.backups, paths.envelope, NOW)
    return Installation(paths, code)


@pytest.fixture
def show(qapp: QApplication, qtbot: QtBot) -> Iterator[ShowGate]:
    """Return a function that shows a gate in an active window, in Danish."""
    i18n.install(qapp, "da")
    theme.apply(qapp, "light")
    windows: list[MainWindow] = []

    def shown(gate: Gate) -> MainWindow:
        window = MainWindow()
        windows.append(window)
        window.show_content(gate)
        window.show()
        with qtbot.waitActive(window):
            window.activateWindow()
        return window

    yield shown
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.processEvents()


def texts(widget: QWidget) -> list[str]:
    """Return the words that are shown."""
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def everything_said(widget: QWidget) -> str:
    """Return all words in the widget, shown or not, with what is typed and what is read aloud."""
    parts = [widget.windowTitle()]
    for each in widget.findChildren(QWidget):
        parts += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        parts.append(each.text() if isinstance(each, QLabel | QLineEdit) else "")
    return "\n".join(parts)


def dialogs(
    package: ChoosePath = lambda: None,
    project_file: ChoosePath = lambda: None,
    shared_folder: ChoosePath = lambda: None,
) -> ProjectDialogs:
    """Return dialogs in which somebody chooses these, or nothing."""
    return ProjectDialogs(package, project_file, shared_folder)
