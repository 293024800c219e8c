"""What is known, as names and values below each other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.ui.widgets.measure import em, label


def plain(text: str, role: str = "") -> QLabel:
    """Return a wrapped label for what people wrote, which is never markup."""
    made = label(text, role, wrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def fact_list(parent: QWidget, facts: Sequence[tuple[str, str]]) -> QWidget:
    """Return the facts that are known, names at the left."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(em(parent, 0.86))
    grid.setVerticalSpacing(em(parent, 0.29))
    grid.setColumnStretch(1, 1)
    known = [(name, value) for name, value in facts if value]
    for line, (name, value) in enumerate(known):
        grid.addWidget(label(name, "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(plain(value), line, 1)
    return holder
