"""A day in the whole window: the application, the person at its keys, and what was ever shown."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.ui.application import Application
from app.ui.pages.register.page import RegisterPage
from app.ui.workspace import Workspace
from tests.keyboard import Typist

PATIENCE_MS = 10_000
"""How long a busy machine may take over one step before the story is given up."""


class ShownWindows(QObject):
    """Notes every window that is shown, also for a blink of the eye."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.add(type(watched).__name__)
        return False


class Day:
    """The window, the person at its keys, and everything that was ever its title."""

    def __init__(self, qtbot: QtBot, application: Application) -> None:
        self.qtbot = qtbot
        self.application = application
        self.typist = Typist()
        self.shown = ShownWindows()
        QApplication.instance().installEventFilter(self.shown)  # type: ignore[union-attr]
        self.titles: set[str] = {application.window.windowTitle()}
        application.window.windowTitleChanged.connect(self.titles.add)

    @property
    def workspace(self) -> Workspace:
        workspace = self.application.workspace
        assert workspace is not None
        return workspace

    def type(self, text: str) -> None:
        self.typist.type(text)

    def press(self, *keys: str) -> None:
        self.typist.press(*keys)

    def start(self) -> None:
        """Show the window at its gate, active."""
        window = self.application.window
        with self.qtbot.waitActive(window):
            self.application.start()
            window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=PATIENCE_MS)

    def settle(self) -> None:
        """Wait until the store's thread has answered everything that was asked so far."""
        session = self.application.session
        assert session is not None
        for _ in range(2):  # an answer may ask again
            answered: list[bool] = []
            session.thread_of_store.run(lambda _store: True, answered.append)
            self.qtbot.waitUntil(lambda: bool(answered), timeout=PATIENCE_MS)  # noqa: B023

    def quiet(self) -> None:
        """Wait until no exchange of letters goes on, and what it changed is shown."""
        session = self.application.session
        assert session is not None
        self.qtbot.waitUntil(lambda: session.courier.watch is None, timeout=PATIENCE_MS)
        self.settle()

    def inside(self) -> None:
        """Wait until the window is unlocked and its page is filled."""
        self.qtbot.waitUntil(lambda: self.application.workspace is not None, timeout=PATIENCE_MS)
        self.settle()

    def write_note(self, text: str) -> None:
        """Open the private note and write in it; a button moves before it answers its key."""
        page = self.workspace.current_page()
        assert isinstance(page, RegisterPage)
        self.press("Alt+N")
        self.qtbot.waitUntil(page.note.field.hasFocus, timeout=PATIENCE_MS)
        self.type(text)

    def in_store(self, job: Callable[[Store], object]) -> None:
        """Do in the store what this story does not type."""
        session = self.application.session
        assert session is not None
        session.thread_of_store.run(job)
        self.settle()
