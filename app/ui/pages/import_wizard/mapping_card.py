"""The card that says which column of the file holds what."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.models.import_columns import ImportField
from app.ui.services import Services
from app.ui.theme import restyle
from app.ui.widgets.card import Card
from app.ui.widgets.measure import em, label

_WIDE = 36
"""Width in multiples of the text size at which two pairs of name and column fit in a line."""


class MappingCard(Card):
    """``changed`` is sent when a person maps a field to another column."""

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Kolonner"))
        self._services = services
        self._boxes: dict[str, QComboBox] = {}
        self._errors: dict[str, QLabel] = {}
        self._pairs: list[tuple[QLabel, QWidget]] = []
        self._in_line = 1
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self.body.addWidget(self._holder)
        self.body.addStretch(1)

    def show_fields(
        self, fields: Sequence[ImportField], columns: Sequence[str], mapping: Mapping[str, str]
    ) -> None:
        """Offer the columns of a file for every field, chosen as in ``mapping``."""
        old, self._holder = self._holder, QWidget()
        self._boxes, self._errors = {}, {}
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(em(self, 0.71))
        self._grid.setVerticalSpacing(em(self, 0.43))
        self._pairs = [self._pair(f, columns, mapping.get(f.name, "")) for f in fields]
        self._arrange()
        self.body.replaceWidget(old, self._holder)
        old.hide()
        old.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place one or two pairs in a line, as there is room."""
        super().resizeEvent(event)
        if (self.width() >= em(self, _WIDE)) != (self._in_line == 2):
            self._arrange()

    def _arrange(self) -> None:
        self._in_line = 2 if self.width() >= em(self, _WIDE) else 1
        for position, (name, box) in enumerate(self._pairs):
            self._grid.removeWidget(name)
            self._grid.removeWidget(box)
            line, side = divmod(position, self._in_line)
            self._grid.addWidget(name, line, 2 * side)
            self._grid.addWidget(box, line, 2 * side + 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1 if self._in_line == 2 else 0)

    def mapping(self) -> dict[str, str]:
        """Return the chosen header of each field that has one."""
        return {name: str(box.currentData()) for name, box in self._boxes.items() if _key(box)}

    def box(self, field: str) -> QComboBox:
        """Return the choice of column for a field."""
        return self._boxes[field]

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say under each field what is wrong with its column."""
        for name, error in self._errors.items():
            message = problems.get(name, "")
            error.setText(message)
            error.setVisible(bool(message))
            self._boxes[name].setAccessibleDescription(message)
            self._boxes[name].setProperty("invalid", "true" if message else "")
            restyle(self._boxes[name])

    def _pair(
        self, field: ImportField, columns: Sequence[str], chosen: str
    ) -> tuple[QLabel, QWidget]:
        title = self._services.words(field.label) + (" *" if field.required else "")
        name = label(title, wrap=True)
        box = QComboBox()
        box.setAccessibleName(self.tr("Kolonne med {field}").format(field=title))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(7)
        box.addItem(self.tr("(ikke med)"), "")
        for column in dict.fromkeys(filter(None, columns)):
            box.addItem(column, column)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.activated.connect(lambda _: self.changed.emit())
        name.setBuddy(box)
        error = label("", "error", wrap=True)
        error.hide()
        self._boxes[field.name], self._errors[field.name] = box, error
        holder = QWidget()
        column_of = QVBoxLayout(holder)
        column_of.setContentsMargins(0, 0, 0, 0)
        column_of.setSpacing(0)
        column_of.addWidget(box)
        column_of.addWidget(error)
        return name, holder


def _key(box: QComboBox) -> str:
    return str(box.currentData() or "")
