"""What all pages of the window have in common."""

from typing import ClassVar

from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.models.changes import Changes
from app.ui.focus_order import move_focus
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services


class Page(QWidget):
    """One page: reads what it shows, and reads it again when that has changed.

    ``name`` is the page's name for :attr:`Services.go`; ``kinds`` are the kinds of record whose
    change makes it read again.
    """

    name: ClassVar[str]
    kinds: ClassVar[tuple[str, ...]] = ()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self._stale = True
        services.bus.changed.connect(self._on_changes)

    def reload(self) -> None:
        """Read what is shown again, keeping focus, selection, scroll and filter."""

    def refresh(self) -> None:
        """Do what F5 asks for: read again, and on some pages more than that."""
        self.reload()

    def open(self, target: object) -> None:
        """Take up what the page was called with, after it is shown."""

    def go_to_top(self) -> None:
        """Begin at the top: who asks for something by name shall not land in the middle of it."""
        for area in self.findChildren(Scrolled):
            area.verticalScrollBar().setValue(0)

    def first_focus(self) -> QWidget | None:
        """Return the widget that shall have the focus when the page is entered."""
        return None

    def leave(self) -> None:
        """Keep what is being typed; called before another page is shown and before locking."""

    def answer_frame(self, event: QKeyEvent) -> None:
        """Answer a key that was pressed in the rail, the header or the status bar; few pages do."""
        event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab follow the layout, also through parts that were built again."""
        return move_focus(self.window(), forward=forward)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed while the page was not shown."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reload()

    def _on_changes(self, changes: Changes) -> None:
        if not changes.touches(*self.kinds):
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True
