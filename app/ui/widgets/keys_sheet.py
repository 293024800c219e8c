"""The sheet of all keys (F1)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.key_badge import KeyBadge
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.overlay import Overlay

KeyLine = tuple[Sequence[str], str]
"""The key combinations that do the same, such as ``Ctrl+F`` and ``F3``, and what they do."""

_MOST, _WIDE, _NARROW = 3, 70, 44
"""The most columns, and the widths of the sheet with them and with fewer, in text sizes."""


class KeysSheet(Overlay):
    """Shows what every key does, in named sections beside each other."""

    def __init__(self, window: QWidget, title: str) -> None:
        super().__init__(window, title)
        column = QVBoxLayout(self)
        side = em(self, 1.14)
        column.setContentsMargins(side, side, side, side)
        head = QHBoxLayout()
        head.addWidget(label(title, "heading"), 1)
        self.close_button = button(self.tr("Luk"))
        self.close_button.clicked.connect(self.dismiss)
        head.addWidget(self.close_button)
        column.addLayout(head)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(title)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._scroll, 1)

    def show_keys(self, sections: Sequence[tuple[str, Sequence[KeyLine]]]) -> None:
        """Show the sheet with these sections."""
        content = QWidget()
        content.setProperty("transparent", "true")
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, em(self, 0.5), 0)
        row.setSpacing(em(self, 2))
        columns = tuple(QVBoxLayout() for _ in range(self._columns()))
        for column in columns:
            column.setSpacing(em(self, 1.14))
            row.addLayout(column, 1)
        share, placed = sum(len(lines) for _, lines in sections) / len(columns), 0
        for title, lines in sections:
            columns[int(placed // share)].addLayout(self._section(title, lines))
            placed += len(lines)
        for column in columns:
            column.addStretch(1)
        self._scroll.setWidget(content)
        self.open(self.close_button)

    def wanted_width(self) -> int:
        return em(self, _WIDE if self._columns() == _MOST else _NARROW)

    def wanted_height(self, width: int) -> int:
        content = self._scroll.widget()
        inner = content.sizeHint().height() if content is not None else 0
        return inner + self.close_button.sizeHint().height() + em(self, 3.2)

    def _columns(self) -> int:
        """Return how many columns the window has room for."""
        room = self.parentWidget()
        return _MOST if room is not None and room.width() >= em(self, _WIDE) else _MOST - 1

    def _section(self, title: str, lines: Sequence[KeyLine]) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(em(self, 0.36))
        grid.addWidget(label(title, "section"), 0, 0, 1, 2)
        for row, (keys, meaning) in enumerate(lines, start=1):
            grid.addWidget(label(meaning, wrap=True), row, 0)
            grid.addWidget(self._badges(keys), row, 1, Qt.AlignmentFlag.AlignRight)
        return grid

    def _badges(self, keys: Sequence[str]) -> QWidget:
        badges = QWidget()
        row = QHBoxLayout(badges)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.29))
        for each in keys:
            row.addWidget(KeyBadge(each))
        return badges
