"""Where a rule's visits are: one place, or several that take turns."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.models.folding import fold
from app.models.plan_types import RulePlace
from app.ui.pages.workplaces.labelled import Labelled
from app.ui.pages.workplaces.people_and_places import in_one_line
from app.ui.pages.workplaces.rows import Row, Rows
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.hit import Hit
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.typeahead import TypeAhead


class PlaceRow(Row[RulePlace]):
    """The room, and the address where the workplace has several."""

    def __init__(self, addresses: Sequence[str]) -> None:
        super().__init__()
        self._addresses = tuple(addresses)
        self.room = QLineEdit()
        self.address = TypeAhead(self.tr("Adresse"), self._find, keep_text=True)
        fields = (
            Labelled(self.tr("Rum, fx kantinen"), self.room),
            Labelled(self.tr("Adresse, hvis der er flere"), self.address),
        )
        in_one_line(self, fields, (1, 1), self.tr("Fjern stedet"))
        self.room.textEdited.connect(lambda _: self.changed.emit())
        self.address.edited.connect(lambda _: self.changed.emit())
        self.address.chosen.connect(self._chosen)

    def value(self) -> RulePlace:
        """Return the place."""
        return RulePlace(room=self.room.text().strip(), address=self.address.text().strip())

    def set_value(self, value: RulePlace) -> None:
        """Show a place."""
        self.room.setText(value.room)
        self.address.set_text(value.address)

    def is_empty(self) -> bool:
        """Tell whether nothing was entered."""
        return self.value() == RulePlace()

    def first_field(self) -> QWidget:
        """Return the room."""
        return self.room

    def _find(self, text: str) -> list[Hit]:
        wanted = fold(text)
        return [Hit(each, each) for each in self._addresses if wanted in fold(each)]

    def _chosen(self, address: str) -> None:
        self.address.set_text(address)
        self.changed.emit()


class PlacesField(QWidget):
    """The places in the order in which they take turns; the first one begins."""

    changed = Signal()

    def __init__(self, addresses: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows(lambda: PlaceRow(addresses), self.tr("Tilføj et sted"))
        self.swap_button = button(self.tr("Begynd med det næste sted"))
        self._in_turn = label(
            self.tr("Stederne bruges på skift. Datoerne ovenfor viser, hvornår."),
            "caption",
            wrap=True,
        )
        self._foot = QWidget()
        foot = FlowLayout(self._foot, gap=em(self, 0.57))
        foot.addWidget(self.swap_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.43))
        for part in (self.rows, self._in_turn, self._foot):
            column.addWidget(part)
        self.rows.changed.connect(self._edited)
        self.swap_button.clicked.connect(self.swap)

    def value(self) -> tuple[RulePlace, ...]:
        """Return the places that were entered."""
        return self.rows.values()

    def set_value(self, places: Sequence[RulePlace]) -> None:
        """Show places, or room for one."""
        self.rows.set_values(tuple(places) or (RulePlace(),))
        self._show_turns()

    def swap(self) -> None:
        """Let the next place be the one that begins."""
        first, *others = self.value()
        self.set_value((*others, first))
        announce(self, self.tr("{place} begynder").format(place=_name(others[0])))
        self.changed.emit()

    def _edited(self) -> None:
        self._show_turns()
        self.changed.emit()

    def _show_turns(self) -> None:
        several = len(self.value()) > 1
        self._in_turn.setVisible(several)
        self._foot.setVisible(several)


def _name(place: RulePlace) -> str:
    return place.room or place.address
