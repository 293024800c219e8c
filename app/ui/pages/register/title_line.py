"""The title of the page with the occasion, and what was typed before and never saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.key_badge import KeyBadge
from app.ui.widgets.measure import announce, button, em, label


class TitleLine(QWidget):
    """Title, occasion, the button that changes it, and an offered draft; it flows when narrow."""

    change_wanted = Signal()
    continued = Signal()
    discarded = Signal()
    other_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "title")
        self.context = ElidedLabel("", "muted")
        self.change = button(self.tr("Re&t"), "link", name=self.tr("Ret sted og tid"))
        self.change.clicked.connect(self.change_wanted)
        self.offer = QWidget()
        row = FlowLayout(self.offer, gap=em(self, 0.43))
        self.offer_text = label("", "warn")
        self.resume = button("", "link")
        self.drop = button("", "link")
        self.other = button(self.tr("Vis en anden"), "link")
        self.other.clicked.connect(self.other_wanted)
        self.resume.clicked.connect(self.continued)
        self.drop.clicked.connect(self.discarded)
        for widget in (self.offer_text, self.resume, self.drop, self.other):
            row.addWidget(widget)
        self.offer.hide()
        changing = QWidget()
        pair = QHBoxLayout(changing)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(em(self, 0.28))
        pair.addWidget(self.change)
        pair.addWidget(KeyBadge("F2"))
        flow = FlowLayout(self, gap=em(self, 0.71))
        self.closed = label("", "caption")
        self.closed.hide()
        for part in (self.title, self.context, changing, self.closed, self.offer):
            flow.addWidget(part)

    def show_context(self, title: str, context: str, closed: str = "") -> None:
        """Show the title and the occasion, and quietly that its month is closed."""
        self.title.setText(title)
        self.context.setText(context)
        self.closed.setText(closed)
        self.closed.setVisible(bool(closed))

    def show_offer(
        self, text: str, resume: str = "", drop: str = "", *, others: bool = False
    ) -> None:
        """Offer a draft, with the answers that have words; an empty text takes the offer away.

        With ``others`` another draft than this one can be asked for.
        """
        if text and text != self.offer_text.text():
            announce(self, text)
        self.offer_text.setText(text)
        for answer, words in ((self.resume, resume), (self.drop, drop)):
            answer.setText(words)
            answer.setAccessibleName(f"{words.replace('&', '')}: {text}")
            answer.setVisible(bool(words))
        self.other.setVisible(others)
        self.offer.setVisible(bool(text))
