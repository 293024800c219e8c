"""Everything at once: pages, typing, saving, changed looks and locks, on the real threads.

The order is random but the same every time; nothing is waited for unless a step says so. No call
may come back to a widget that is gone, and a locked program keeps nothing of what it knew.
"""

import gc
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.models.cipher import DataKey
from app.models.importing import import_inquiries, import_workplaces
from app.models.opening import open_store, open_with_key
from app.models.store import Store
from app.models.types import Channel, Inquiry
from app.paths import Paths, resource
from app.ui.application import Application
from app.ui.commands import Commands
from app.ui.page import Page
from app.ui.session import Session
from app.ui.suspend import SuspendWatch
from app.ui.workspace import Workspace
from tests.stores import PASSPHRASE, new_store, standing_clock

SEED = 56
STEPS = 220
LONGEST = 8.0
"""Seconds after which a slow computer has had enough of the storm."""
PATIENCE_MS = 10_000
PAGES = (
    "today",
    "register",
    "inquiries",
    "followups",
    "workplaces",
    "reports",
    "settings",
    "import",
)


class Storm:
    """A person, a cat on the keyboard and a computer that keeps falling asleep."""

    def __init__(self, qtbot: QtBot, application: Application, key: DataKey) -> None:
        self._qtbot = qtbot
        self._application = application
        self._key = key
        self._random = random.Random(SEED)
        self.saved = 0

    def blow(self) -> None:
        """Do one random thing, and let the events of a random moment pass."""
        steps: tuple[tuple[int, Callable[[], None]], ...] = (
            (8, self.go),
            (6, self.type),
            (4, self.save),
            (3, self.look),
            (3, self.look_up),
            (2, self.undo),
            (2, self.lock),
            (1, self.sleep),
            (1, self.back_at_once),
        )
        weights, choices = zip(*steps, strict=True)
        if self._application.workspace is None:
            self.unlock()
        else:
            self._random.choices(choices, weights)[0]()
        for _ in range(self._random.randrange(4)):
            QTest.qWait(self._random.choice((0, 0, 1, 5, 60)))

    def unlock(self) -> None:
        """Come back; now and then the computer sleeps while the passphrase is looked at."""
        paths = self._application.gates.paths
        self._application.gates.open_with(
            lambda: (open_with_key(paths, self._key, clock=standing_clock()), self._key)
        )
        if self._random.random() < 0.2:
            self.sleep()
        self._qtbot.waitUntil(lambda: self._application.workspace is not None, timeout=PATIENCE_MS)

    def go(self) -> None:
        """Look at another page."""
        self.workspace.go(self._random.choice(PAGES))

    def type(self) -> None:
        """Press keys wherever the focus is."""
        focused = QApplication.focusWidget()
        if focused is not None:
            QTest.keyClicks(focused, self._random.choice(("lem", "ryg", "2018", "sør", "x")))

    def save(self) -> None:
        """Register a contact."""

        def register(store: Store) -> None:
            store.inquiries.add(
                Inquiry(
                    date=standing_clock()().date(),
                    channel=Channel.PHONE,
                    counsellor_id=store.settings.counsellor_id,
                )
            )

        assert self._application.session is not None
        self._application.session.commands.run("Gemt", register)
        self.saved += 1

    def look(self) -> None:
        """Change the language or the density: the pages are built again."""
        device = self._application.device
        device.set("language", self._random.choice(("da", "en")))
        device.set("density", self._random.choice(("normal", "compact")))
        self.workspace.look_changed.emit()

    def look_up(self) -> None:
        """Open the search box and type."""
        self.workspace.overlays.palette.start()
        self.type()

    def undo(self) -> None:
        """Take the last thing back, or do it again."""
        assert self._application.session is not None
        commands = self._application.session.commands
        self._random.choice((commands.undo, commands.redo))()

    def lock(self) -> None:
        """Lock, and lock again."""
        self._application.lock()
        self._application.lock("twice")

    def sleep(self) -> None:
        """Close the lid, at the gate or not."""
        watch = self._application.findChild(SuspendWatch)
        if watch is not None:
            watch.lock_now.emit()

    def back_at_once(self) -> None:
        """Lock while something is being read, and come back before it has ended."""
        self.go()
        self.save()
        self.look()
        self.lock()
        self.unlock()

    @property
    def workspace(self) -> Workspace:
        assert self._application.workspace is not None
        return self._application.workspace


@pytest.fixture
def key(tmp_path: Path) -> DataKey:
    """The key of a store that holds the published registration."""
    store = new_store(tmp_path)
    for name, read in (("workplaces", import_workplaces), ("inquiries", import_inquiries)):
        read(store, resource("demo", f"{name}.csv").read_bytes())
    store.close()
    store, key = open_store(Paths(tmp_path / "data"), PASSPHRASE)
    store.close()
    return key


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    made = Application(qapp, Paths(tmp_path / "data"), clock=standing_clock())
    made.start()
    yield made
    made.window.close()
    made.window.deleteLater()
    qapp.processEvents()


def test_no_order_of_locks_pages_and_answers_is_too_much(
    qtbot: QtBot, application: Application, key: DataKey, tmp_path: Path
) -> None:
    storm = Storm(qtbot, application, key)
    end = time.monotonic() + LONGEST
    for _ in range(STEPS):
        storm.blow()
        if time.monotonic() > end:
            break
    storm.lock()
    application.close()

    assert storm.saved
    assert not list(Paths(tmp_path / "data").logs.glob("crash-*"))
    store, _ = open_store(Paths(tmp_path / "data"), PASSPHRASE)
    assert store.inquiries.newest() is not None
    store.close()


def test_a_locked_program_keeps_neither_key_nor_store_nor_pages(
    qtbot: QtBot, application: Application, key: DataKey
) -> None:
    known = (DataKey, Store, AppContext, Session, Workspace, Page, Commands)

    def alive() -> list[object]:
        return [item for item in gc.get_objects() if isinstance(item, known)]

    others = alive()  # of the test itself, and of fixtures that last longer
    storm = Storm(qtbot, application, key)
    storm.unlock()
    for page in PAGES:
        storm.workspace.go(page)
        QTest.qWait(60)
    application.lock()

    def kept() -> list[object]:
        return [item for item in alive() if not any(item is other for other in others)]

    qtbot.waitUntil(lambda: not kept(), timeout=PATIENCE_MS)
