"""Why a report cannot go out, and what can: each smaller report is a button that asks for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.export.outside.detail import DETAILS
from app.export.outside.refusing import Offer, Refused
from app.texts import Language
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.notice import Notice

_MOST_NAMED = 5


class RefusalPanel(QWidget):
    """``chosen`` carries the :class:`~app.export.outside.detail.Detail` of a smaller report."""

    chosen = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.problem = Notice("", "warn")
        self.cells = label("", "caption", wrap=True)
        self.next_step = label("", "strong", wrap=True)
        self.offers: tuple[QWidget, ...] = ()
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, gap=em(self, 0.57))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.problem, self.cells, self.next_step, self._buttons):
            column.addWidget(widget)
        self.hide()

    def show_refusal(self, refused: Refused) -> str:
        """Show which figure, because of which release, and what can go out; return it in words."""
        language = self._language
        why = " ".join(part.in_language(language) for part in (refused.what, refused.why))
        self.problem.set_text(why)
        others = [cell.in_language(language) for cell in refused.cells[1:_MOST_NAMED]]
        self.cells.setText(self.tr("Også: {cells}").format(cells="; ".join(others)))
        self.cells.setVisible(bool(others))
        step = refused.next_step.in_language(language)
        if refused.offers:
            step = self.tr("Det her kan gå ud i stedet, det der viser mest først:")
        self.next_step.setText(step)
        self._offer(refused.offers)
        self.show()
        return f"{why} {step}"

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        drop_widgets(self._flow)
        made = [self._button(offer) for offer in offers]
        for each in made:
            self._flow.addWidget(each)
            each.show()
        self.offers = tuple(made)
        self._buttons.setVisible(bool(offers))

    def _button(self, offer: Offer) -> QWidget:
        words = self.tr("{what} ({shows} tal vises, {hides} skjules)")
        what = DETAILS[offer.detail].in_language(self._language)
        made = button(words.format(what=what, shows=offer.shows, hides=offer.hides))
        made.clicked.connect(lambda: self.chosen.emit(offer.detail))
        return made
