"""The fields of a place for letters, a folder or a WebDAV server: wherever somebody names one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.errors import InvalidInput
from app.models.team.places import Place, PlaceKind
from app.texts import Text
from app.ui.pages.settings.folder_field import ChooseFolder, FolderField, ask_for_folder
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import em
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.segmented import Option, Segmented

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlaceFields(QWidget):
    """``entered`` is Enter in a field; ``kind_changed`` is sent when the other kind of place is chosen."""

    entered = Signal()
    kind_changed = Signal()

    def __init__(self, choose: ChooseFolder = ask_for_folder) -> None:
        super().__init__()
        self.kind = Segmented(
            self.tr("Slags"),
            (
                Option(PlaceKind.FOLDER.value, self.tr("Mappe")),
                Option(PlaceKind.WEBDAV.value, self.tr("Server (WebDAV)")),
            ),
        )
        self.kind.set_value(PlaceKind.FOLDER.value)
        self.folder = FolderField(self.tr("Mappe"), self.tr("Ingen mappe er valgt"), choose)
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://…")
        self.user = QLineEdit()
        self.password = PasswordField(self.tr("Adgangskode"))
        self.form = FormGrid()
        self.form.add_row("folder", self.tr("Mappe"), self.folder)
        self.form.add_row("address", self.tr("Adresse"), self.address)
        self.form.add_row("user", self.tr("Bruger"), self.user)
        self.form.add_row(
            "password",
            self.tr("Adgangskode"),
            self.password,
            self.tr("Nextcloud: lav en app-adgangskode. Den gemmes krypteret."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.57))
        column.addWidget(self.kind)
        column.addWidget(self.form)
        self.kind.changed.connect(self._change_kind)
        self._show_kind()

    @property
    def lines(self) -> tuple[QLineEdit, ...]:
        """The lines that are typed in, those of the other kind included."""
        return self.folder.line, self.address, self.user, self.password.line

    def place(self) -> Place:
        """Return the place as it stands in the fields."""
        if self.kind.value() == PlaceKind.FOLDER:
            return Place(kind=PlaceKind.FOLDER, address=self.folder.line.text().strip())
        return Place(
            kind=PlaceKind.WEBDAV,
            address=self.address.text().strip(),
            user=self.user.text().strip(),
            password=self.password.line.text(),
        )

    def show_place(self, place: Place) -> None:
        """Fill the fields with a place."""
        self.kind.set_value(place.kind.value)
        self._show_kind()
        if place.kind is PlaceKind.FOLDER:
            self.folder.set_value(place.address)
        else:
            self.address.setText(place.address)
            self.user.setText(place.user)
            self.password.line.setText(place.password)

    def clear(self) -> None:
        """Empty the fields; the kind stays."""
        self.folder.set_value("")
        for line in (self.address, self.user, self.password.line):
            line.clear()

    def clear_problems(self) -> None:
        """Say nothing more beside the fields."""
        self.form.clear_problems()

    def show_problems(self, error: InvalidInput, words: Callable[[Text], str]) -> None:
        """Say beside the field why it names no place."""
        field = "folder" if self.kind.value() == PlaceKind.FOLDER else "address"
        self.form.set_problems({field: " ".join(words(one.text) for one in error.problems)})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send Enter on as one word, not to what lies around the fields."""
        typed_in = any(line.hasFocus() for line in self.lines)
        if event.key() in _ENTER and typed_in:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _change_kind(self) -> None:
        self.clear_problems()
        self._show_kind()
        self.kind_changed.emit()

    def _show_kind(self) -> None:
        folder = self.kind.value() == PlaceKind.FOLDER
        self.form.set_row_visible("folder", folder)
        for key in ("address", "user", "password"):
            self.form.set_row_visible(key, not folder)
