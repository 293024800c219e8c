"""Several of a list: typed to find them, and shown as chips that take themselves away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.folding import search_text, search_words, word_start
from app.ui.widgets.chips import Chip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.hit import Hit
from app.ui.widgets.measure import TOUCH_GAP, announce, button, em
from app.ui.widgets.typeahead import TypeAhead


class PickedField(QWidget):
    """What was picked keeps its order; Backspace in the empty field takes the last one away."""

    changed = Signal()

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Hit, ...] = ()
        self._picked: list[str] = []
        self.chips: list[Chip] = []
        self.field = TypeAhead(name, self._find, placeholder)
        self.all_button = button(
            self.tr("Vis alle"), name=self.tr("Vis alle: {name}").format(name=name)
        )
        self._holder = QWidget()
        self._row = FlowLayout(self._holder, gap=em(self, TOUCH_GAP))
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.43))
        head.addWidget(self.field, 1)
        head.addWidget(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.35))
        column.addLayout(head)
        column.addWidget(self._holder)
        self.setFocusProxy(self.field.line)
        self.field.chosen.connect(self._pick)
        self.field.removed_last.connect(self._remove_last)
        self.all_button.clicked.connect(self._offer_all)
        self._show_picked()

    def set_options(self, options: Sequence[Hit]) -> None:
        """Offer these; what was picked and is not among them stays picked."""
        self._options = tuple(options)
        self._show_picked()

    def value(self) -> tuple[str, ...]:
        """Return the keys of what was picked."""
        return tuple(self._picked)

    def set_value(self, keys: Sequence[str]) -> None:
        """Pick exactly these, without sending ``changed``."""
        self._picked = list(keys)
        self._show_picked()

    def remaining(self) -> tuple[Hit, ...]:
        """Return what can still be picked."""
        return tuple(each for each in self._options if each.key not in self._picked)

    def _find(self, text: str) -> list[Hit]:
        patterns = [word_start(word) for word in search_words(text)]
        return [
            each
            for each in self.remaining()
            if all(pattern in search_text(each.title, each.detail) for pattern in patterns)
        ]

    def _offer_all(self) -> None:
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.offer(self.remaining())

    def _pick(self, key: str) -> None:
        self._change([*self._picked, key])
        announce(self.field.line, self.tr("{title} valgt").format(title=self._title(key)))

    def _remove_last(self) -> None:
        if self._picked:
            self._remove(self._picked[-1])

    def _remove(self, key: str) -> None:
        self._change([each for each in self._picked if each != key])
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.field.line, self.tr("{title} fjernet").format(title=self._title(key)))

    def _change(self, picked: list[str]) -> None:
        self._picked = picked
        self._show_picked()
        self.changed.emit()

    def _title(self, key: str) -> str:
        return next((each.title for each in self._options if each.key == key), key)

    def _show_picked(self) -> None:
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(key) for key in self._picked]
        self._holder.setVisible(bool(self.chips))

    def _chip(self, key: str) -> Chip:
        title = self._title(key)
        chip = Chip(key, title, detail="×")
        chip.setChecked(True)
        chip.setAccessibleName(self.tr("Fjern {title}").format(title=title))
        chip.clicked.connect(lambda: self._remove(key))
        self._row.addWidget(chip)
        return chip
