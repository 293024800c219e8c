"""Ten words to read aloud, each with its number, and the field in which heard ones are written."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import em, label


class TenWords(QFrame):
    """The words of a card, in their order; a screen reader says them in one go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "well")
        self._flow = FlowLayout(self, gap=em(self, 0.86))
        side = em(self, 0.86)
        self._flow.setContentsMargins(side, side, side, side)

    def show_words(self, words: Sequence[str]) -> None:
        """Show these words."""
        drop_widgets(self._flow)
        for number, word in enumerate(words, start=1):
            made = self._word(number, word)
            self._flow.addWidget(made)
            made.show()
        self.setAccessibleName(self.tr("De ti ord: {words}").format(words=" ".join(words)))
        self.updateGeometry()

    def words(self) -> list[str]:
        """Return the words that are shown."""
        shown = [self._flow.itemAt(index) for index in range(self._flow.count())]
        holders = [item.widget() for item in shown if item is not None]
        return [holder.findChildren(QLabel)[1].text() for holder in holders if holder is not None]

    def _word(self, number: int, word: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(str(number), "caption"))
        column.addWidget(label(word, "strong"))
        holder.setMinimumWidth(em(self, 5.4))
        return holder
