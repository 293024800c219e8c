"""The first card: which file, how it was understood, and what it holds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.pages.import_wizard import words
from app.ui.pages.import_wizard.reading import (
    CLOSING_DAYS,
    INQUIRIES,
    RULES,
    WORKPLACES,
    ReadFile,
)
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.segmented import Option, Segmented


class FileCard(Card):
    """``choose_asked`` is the button, ``kind_changed(kind)`` another kind of content."""

    choose_asked = Signal()
    kind_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Fil"))
        self.empty = EmptyState(
            self.tr(
                "Træk en CSV-fil hertil, eller vælg den. Første række skal være overskrifter. "
                "Både komma, semikolon og tabulator kan bruges."
            ),
            self.tr("Vælg fil …"),
            "download",
        )
        self.empty.activated.connect(self.choose_asked)
        self.choose = button(self.tr("Vælg en anden fil …"))
        self.choose.clicked.connect(self.choose_asked)
        self._name = label("", "strong")
        self._facts = label("", "muted")
        self.kind = Segmented(
            self.tr("Indhold"),
            [
                Option(INQUIRIES, self.tr("Henvendelser")),
                Option(WORKPLACES, self.tr("Arbejdspladser")),
                Option(RULES, self.tr("Fremmøderegler")),
                Option(CLOSING_DAYS, self.tr("Lukkedage")),
            ],
        )
        self.kind.changed.connect(self.kind_changed)
        self._chosen = QWidget()
        column = QVBoxLayout(self._chosen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.57))
        for line in (
            (self.choose, self._name, self._facts),
            (label(self.tr("Filen indeholder"), "muted"), self.kind),
        ):
            holder = QWidget()
            row = FlowLayout(holder, gap=em(self, 0.86))
            for widget in line:
                row.addWidget(widget)
            column.addWidget(holder)
        self.body.addWidget(self.empty)
        self.body.addWidget(self._chosen)
        self.clear()

    def clear(self) -> None:
        """Ask for a file."""
        self.empty.show()
        self._chosen.hide()

    def show_file(self, file: ReadFile) -> None:
        """Show a file that was read, and what it is taken to hold."""
        self.empty.hide()
        self._chosen.show()
        self._name.setText(file.name)
        self._facts.setText(words.facts(file.table))
        self.kind.set_value(file.kind)
