"""The choice of workplaces that a report is about: a button that opens a list to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.widgets.measure import announce, button, em, label, literal
from app.ui.widgets.overlay import Overlay

_CODE = Qt.ItemDataRole.UserRole
_MOST_LINES = 12


class WorkplaceFilter(QWidget):
    """``changed`` is sent when another set of workplaces is chosen; no choice means all."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[tuple[str, str], ...] = ()
        self._chosen: set[str] = set()
        self.button = button("")
        icons.set_icon(self.button, "chevron-down", "muted", em(self, 1.1))
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.button.clicked.connect(self.open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.panel: _Panel | None = None
        self._name_button()

    def codes(self) -> tuple[str, ...]:
        """Return the chosen codes in the order of the list, none for all workplaces."""
        if not self._places:  # chosen before anybody knows which there are
            return tuple(sorted(self._chosen))
        return tuple(code for code, _ in self._places if code in self._chosen)

    def set_places(self, places: Sequence[tuple[str, str]]) -> None:
        """Offer these (code, name); what was chosen and still exists stays chosen."""
        if tuple(places) != self._places:
            self._places = tuple(places)
            self._chosen &= {code for code, _ in places}
            self._name_button()

    def set_codes(self, codes: Sequence[str]) -> None:
        """Choose these codes without sending ``changed``."""
        self._chosen = set(codes)
        self._name_button()

    def open(self) -> None:
        """Open the list under the button."""
        if self.panel is None or self.panel.parentWidget() is not self.window():
            self.panel = _Panel(self.window(), self.button)
            self.panel.toggled.connect(self._toggled)
            self.panel.cleared.connect(self._cleared)
        self.panel.show_places(self._places, self._chosen)
        self.panel.open(self.panel.list)

    def _toggled(self, code: str, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(code)
        self._name_button()
        self.changed.emit()

    def _cleared(self) -> None:
        self._chosen.clear()
        self._name_button()
        self.changed.emit()

    def _name_button(self) -> None:
        names = [name for code, name in self._places if code in self._chosen]
        if not names:
            text = self.tr("Alle arbejdspladser")
        elif len(names) == 1:
            text = names[0]
        else:
            text = self.tr("%n arbejdspladser", "", len(names))
        self.button.setText(literal(text))
        self.button.setToolTip("\n".join(names))
        self.button.setAccessibleName(self.tr("Arbejdspladser: {chosen}").format(chosen=text))


class _Panel(Overlay):
    """The list to tick: Space or Enter ticks, Esc closes."""

    toggled = Signal(str, bool)
    cleared = Signal()

    def __init__(self, window: QWidget, under: QWidget) -> None:
        super().__init__(window, "")
        self._under = under
        self.setAccessibleName(self.tr("Vælg arbejdspladser"))
        self.list = QListWidget()
        self.list.setProperty("bare", "true")
        self.list.setAccessibleName(self.tr("Vælg arbejdspladser"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._tick)
        self.list.installEventFilter(self)
        self.all_button = button(self.tr("Vælg alle"), "link")
        self.all_button.clicked.connect(self._clear)
        self.done_button = button(self.tr("Luk"))
        self.done_button.clicked.connect(self.dismiss)
        column = QVBoxLayout(self)
        side = em(self, 0.57)
        column.setContentsMargins(side, side, side, side)
        column.addWidget(
            label(
                self.tr("Intet kryds betyder alle. Mellemrum sætter kryds."), "caption", wrap=True
            )
        )
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.all_button)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        column.addLayout(foot)

    def show_places(self, places: Sequence[tuple[str, str]], chosen: set[str]) -> None:
        """Show the list with its ticks."""
        self.list.clear()
        for code, name in places:
            item = QListWidgetItem(name)
            item.setData(_CODE, code)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(_state(code in chosen))
            self.list.addItem(item)
        if places:
            self.list.setCurrentRow(0)

    def place(self) -> None:
        """Stand under the button, inside the window."""
        window = self.window()
        gap = em(self, 0.3)
        corner = self._under.mapTo(window, QPoint(0, self._under.height() + gap))
        width = min(em(self, 22), window.width() - 2 * gap)
        lines = min(self.list.count(), _MOST_LINES) + 4.5
        line = max(self.list.sizeHintForRow(0), em(self, 2))
        height = min(round(lines * line), window.height() - corner.y() - gap)
        x = max(gap, min(corner.x(), window.width() - width - gap))
        self.setGeometry(x, corner.y(), width, max(height, em(self, 10)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            ticks = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            item = self.list.currentItem()
            if event.key() in ticks and item is not None:
                self._tick(item)
                return True
        return super().eventFilter(watched, event)

    def _tick(self, item: QListWidgetItem) -> None:
        on = item.checkState() != Qt.CheckState.Checked
        item.setCheckState(_state(on))
        said = self.tr("{name} valgt") if on else self.tr("{name} fravalgt")
        announce(self.list, said.format(name=item.text()))
        self.toggled.emit(item.data(_CODE), on)

    def _clear(self) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(_state(False))
        self.cleared.emit()
        self.dismiss()


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
