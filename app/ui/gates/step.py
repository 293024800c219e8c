"""One screen of a gate, gone through with Enter."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui.widgets.measure import em, label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Step(QWidget):
    """A title, a sentence, content in :attr:`column` and buttons in :attr:`footer`.

    Above the title there may be an ``eyebrow``: where one is, or which of several steps this is.
    Enter goes to the next field that is still empty and, where there is none or where the
    present field is itself empty, sends ``proceeded``; on a button it presses the button.
    """

    proceeded = Signal()

    def __init__(self, title: str, lead: str = "", eyebrow: str = "") -> None:
        super().__init__()
        self._stops: list[tuple[QWidget, Callable[[], bool]]] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(em(self, 1.14))
        head = QVBoxLayout()
        head.setSpacing(em(self, 0.29))
        self.place = label(eyebrow, "caption", wrap=True)
        self.place.setVisible(bool(eyebrow))
        head.addWidget(self.place)
        for text, role in ((title, "title"), (lead, "muted")):
            if text:
                head.addWidget(label(text, role, wrap=True))
        outer.addLayout(head)
        self.column = QVBoxLayout()
        self.column.setSpacing(em(self, 0.86))
        outer.addLayout(self.column)
        self.footer = QHBoxLayout()
        self.footer.setSpacing(em(self, 0.57))
        outer.addLayout(self.footer)

    def set_place(self, number: int, of: int) -> None:
        """Say which of how many steps this is, where it is one of several."""
        self.place.setText(self.tr("Trin {number} af {of}").format(number=number, of=of))
        self.place.show()

    def add_stop(self, field: QWidget, is_empty: Callable[[], bool]) -> None:
        """Let Enter stop at a field as long as it is empty."""
        self._stops.append((field, is_empty))

    def add_lines(self, *lines: QLineEdit) -> None:
        """Let Enter stop at each of these lines as long as it is empty."""
        for line in lines:
            self.add_stop(line, partial(_is_blank, line))

    def take_enter_from(self, button: QAbstractButton) -> None:
        """Let Enter go on from a button of a choice once that button is the chosen one."""
        button.installEventFilter(self)

    def start(self) -> None:
        """Move the focus to the first empty field, or to the first."""
        empty = [field for field, is_empty in self._stops if is_empty()]
        fields = empty or [field for field, _ in self._stops]
        if fields:
            fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if not _is_enter(event):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and not isinstance(focused, QCheckBox):
            focused.click()
        else:
            self._go_on(focused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter from the chosen button of a choice."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and _is_enter(event)
            and isinstance(watched, QAbstractButton)
            and watched.isChecked()
        ):
            self._go_on(watched)
            return True
        return False

    def _go_on(self, focused: QWidget | None) -> None:
        position = next(
            (
                index
                for index, (field, _) in enumerate(self._stops)
                if focused is not None and (field is focused or field.isAncestorOf(focused))
            ),
            -1,
        )
        # Enter in a field left empty is a mistake to be told of, not a way past the field.
        if position < 0 or not self._stops[position][1]():
            for field, is_empty in self._stops[position + 1 :]:
                if is_empty():
                    field.setFocus(Qt.FocusReason.TabFocusReason)
                    return
        self.proceeded.emit()


def _is_blank(line: QLineEdit) -> bool:
    return not line.text().strip()


def _is_enter(event: QKeyEvent) -> bool:
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and not plain
