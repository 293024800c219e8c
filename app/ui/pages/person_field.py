"""A field in which a registered person is found by name, phone or year of birth."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.recognition import KnownPerson
from app.models.types import RecordId
from app.ui.pages.register.people_lookup import PeopleLookup
from app.ui.services import Services
from app.ui.widgets.typeahead import TypeAhead


class PersonField(QWidget):
    """``chosen`` carries the :class:`~app.models.recognition.KnownPerson` that was taken."""

    chosen = Signal(object)

    def __init__(self, services: Services, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lookup = PeopleLookup(services.runner, self)
        self.field = TypeAhead(
            name, self._lookup.find, self.tr("Navn eller telefon"), keep_text=True
        )
        self.known: KnownPerson | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field.line)
        self.field.chosen.connect(self._take)
        self.field.edited.connect(self._edited)
        self._lookup.found.connect(self._found)

    def clear(self) -> None:
        """Forget who was chosen."""
        self.known = None
        self._lookup.forget()
        self.field.clear()

    def _take(self, key: str) -> None:
        self.known = self._lookup.person(RecordId(key))
        if self.known is not None:
            self.field.set_text(self.known.person.name)
            self.chosen.emit(self.known)

    def _edited(self, _text: str) -> None:
        self.known = None

    def _found(self, text: str) -> None:
        if text and text == self.field.text() and self.field.line.hasFocus() and not self.known:
            self.field.refresh()
