"""One field for everything: people, workplaces and actions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.hit import Hit
from app.ui.widgets.hit_list import HitList
from app.ui.widgets.measure import announce, em, label
from app.ui.widgets.overlay import Overlay


class CommandPalette(Overlay):
    """Type, move with Down and Up, run with Enter; ``chosen(key)`` is sent after it closed.

    ``find("")`` gives what is shown before anything is typed.
    """

    chosen = Signal(str)

    def __init__(
        self, window: QWidget, name: str, find: Callable[[str], Sequence[Hit]], placeholder: str
    ) -> None:
        super().__init__(window, name)
        self._find = find
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder)
        self.line.textChanged.connect(self._look_up)
        self.line.installEventFilter(self)
        self.hits = HitList(self)
        self.hits.setProperty("surface", "plain")
        self.hits.setAccessibleName(name)
        self.hits.taken.connect(self._take)
        self._nothing = label(self.tr("Ingen fund"), "muted")
        self._nothing.setContentsMargins(em(self, 0.71), em(self, 0.4), 0, em(self, 0.6))
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 0.71), em(self, 0.71), em(self, 0.71), em(self, 0.71))
        column.setSpacing(em(self, 0.57))
        column.addWidget(self.line)
        column.addWidget(self._nothing)
        column.addWidget(self.hits, 1)

    def start(self) -> None:
        """Show the palette, empty, with the focus in its field."""
        self.line.clear()
        self._look_up("")
        self.open(self.line)

    def refresh(self) -> None:
        """Ask again for what is typed, when more has been found meanwhile."""
        self._look_up(self.line.text())

    def wanted_height(self, width: int) -> int:
        frame = 2 * em(self, 0.71) + em(self, 0.57) + 2
        below = self.hits.wanted_height() if self.hits.list.count() else em(self, 2.6)
        return self.line.sizeHint().height() + frame + below

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.hits.step(1 if event.key() == Qt.Key.Key_Down else -1)
            announce(self.line, self.hits.current_title())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.hits.current_key())
        else:
            return False
        return True

    def _take(self, key: str) -> None:
        if not key:
            return
        self.dismiss()
        self.chosen.emit(key)

    def _look_up(self, text: str) -> None:
        found = list(self._find(text))
        self.hits.set_hits(found)
        self.hits.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if not self.isHidden():
            self.place()
            announce(self.line, self.tr("%n fund", "", sum(bool(hit.key) for hit in found)))
