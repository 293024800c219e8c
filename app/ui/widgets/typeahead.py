"""A field in which one types to find things, with a list of hits that never takes the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.hit import Hit
from app.ui.widgets.measure import announce, em

if TYPE_CHECKING:
    from app.ui.widgets.hit_list import HitList

MOST_HITS = 10

_WIDEST = 40
"""Of the list where its hits need it, in multiples of the text size."""

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class TypeAhead(QWidget):
    """Finds while one types. Down and Up move in the list, Enter takes the marked hit.

    ``chosen(key)`` is sent for a hit, ``submitted(text)`` for Enter without any hit,
    ``edited(text)`` while a person types, ``removed_last()`` for Backspace in an empty field.
    Esc closes the list, and only the list. A taken hit empties the field unless ``keep_text``.
    """

    chosen = Signal(str)
    submitted = Signal(str)
    edited = Signal(str)
    removed_last = Signal()

    def __init__(
        self,
        name: str,
        find: Callable[[str], Sequence[Hit]],
        placeholder: str = "",
        *,
        keep_text: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._keep_text = keep_text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder)
        self.line.setClearButtonEnabled(False)
        self.line.textEdited.connect(self._edited)
        self.line.installEventFilter(self)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._hits: HitList | None = None

    @property
    def hits(self) -> HitList:
        """The list of hits, made when it is first needed: a page shows many fields at once."""
        if self._hits is None:
            # Lists are dear to load, and the first page does without them.
            from app.ui.widgets.hit_list import HitList

            self._hits = HitList(self)
            self._hits.setAccessibleName(self.line.accessibleName())
            self._hits.taken.connect(self._take)
            # The list lies over the window, not in the field, and must go with it all the same.
            self.destroyed.connect(self._hits.deleteLater)
        return self._hits

    @property
    def is_open(self) -> bool:
        """Whether the list of hits is shown."""
        return self._hits is not None and not self._hits.isHidden()

    def text(self) -> str:
        """Return what stands in the field."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Write into the field without looking anything up."""
        self.line.setText(text)
        self.close_list()

    def clear(self) -> None:
        """Empty the field and close the list."""
        self.set_text("")

    def close_list(self) -> None:
        """Close the list of hits and forget them: they may name people."""
        if self._hits is not None:
            self._hits.hide()
            self._hits.set_hits(())

    def refresh(self) -> None:
        """Look up again what stands in the field, as if it were typed now."""
        self._look_up(self.line.text())

    def offer(self, hits: Sequence[Hit]) -> None:
        """Open the list with these hits, whatever stands in the field; none closes it."""
        self.hits.set_hits(hits)
        if hits:
            self._place()
            announce(self.line, self.tr("%n fund", "", len(hits)))
        else:
            self.close_list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.close_list()
        elif kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            assert isinstance(event, QKeyEvent)
            if kind == QEvent.Type.KeyPress:
                return self._pressed(event)
            if event.key() == Qt.Key.Key_Escape and self.is_open:
                event.accept()
                return True
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() not in _PLAIN:
            return False
        key, is_open = event.key(), self.is_open
        if key == Qt.Key.Key_Escape and is_open:
            self.close_list()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and (is_open or self.line.text()):
            if is_open:
                self.hits.step(1 if key == Qt.Key.Key_Down else -1)
                announce(self.line, self.hits.current_title())
            else:
                self.refresh()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (is_open or self.line.text()):
            self._enter(is_open)
        elif key == Qt.Key.Key_Backspace and not self.line.text():
            self.removed_last.emit()
        else:
            return False
        return True

    def _enter(self, is_open: bool) -> None:
        if is_open and self.hits.current_key():
            self._take(self.hits.current_key())
        else:
            self.submitted.emit(self.line.text())

    def _take(self, key: str) -> None:
        if not self._keep_text:
            self.line.clear()
        self.close_list()
        self.chosen.emit(key)

    def _edited(self, text: str) -> None:
        self.edited.emit(text)
        self._look_up(text)

    def _look_up(self, text: str) -> None:
        found = list(self._find(text))[:MOST_HITS] if text.strip() else []
        self.hits.set_hits(found)
        if not found:
            self.close_list()
            if text.strip():
                announce(self.line, self.tr("Ingen fund"))
            return
        self._place()
        announce(self.line, self.tr("%n fund", "", len(found)))

    def _place(self) -> None:
        """Show the list under the field, or above it where there is more room."""
        window = self.window()
        self.hits.setParent(window)
        corner = self.line.mapTo(window, QPoint(0, self.line.height() + em(self, 0.2)))
        wanted = min(self.hits.wanted_width(), em(self, _WIDEST))
        width = min(max(self.line.width(), em(self, 18), wanted), window.width())
        x = max(0, min(corner.x(), window.width() - width))
        below = window.height() - corner.y() - em(self, 0.5)
        above = corner.y() - self.line.height() - em(self, 1)
        height = self.hits.wanted_height()
        if height <= below or below >= above:
            height = min(height, below)
            y = corner.y()
        else:
            height = min(height, above)
            y = corner.y() - self.line.height() - em(self, 0.4) - height
        self.hits.setGeometry(x, y, width, height)
        self.hits.show()
        self.hits.raise_()
