"""A white, rounded card with a title and a body."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.measure import em, label


class Card(QFrame):
    """A card; add content to :attr:`body`, and buttons beside the title with ``add_action``."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        side = em(self, 1.14)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(side, side, side, side)
        outer.setSpacing(em(self, 0.7))
        self._head = QHBoxLayout()
        self._head.setSpacing(em(self, 0.5))
        self._title = label(title, "section", wrap=True)
        self._head.addWidget(self._title, 1)
        outer.addLayout(self._head)
        self.body = QVBoxLayout()
        self.body.setSpacing(em(self, 0.57))
        outer.addLayout(self.body, 1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Change the title; an empty one takes no room."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def add_action(self, widget: QWidget) -> None:
        """Place a small widget at the right of the title."""
        self._head.addWidget(widget)
