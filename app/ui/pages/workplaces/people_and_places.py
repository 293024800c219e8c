"""The rows of a workplace's addresses and contact persons."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.models.types import Address, ContactRole, WorkplaceContact
from app.ui.pages.workplaces.labelled import Labelled
from app.ui.pages.workplaces.rows import Row, remove_button
from app.ui.widgets.choice import Choice
from app.ui.widgets.columns import Columns
from app.ui.widgets.measure import em


class AddressRow(Row[Address]):
    """Street, postcode and town."""

    def __init__(self) -> None:
        super().__init__()
        self.street, self.postcode, self.city = QLineEdit(), QLineEdit(), QLineEdit()
        fields = (
            Labelled(self.tr("Vej og nummer"), self.street),
            Labelled(self.tr("Postnummer"), self.postcode),
            Labelled(self.tr("By"), self.city),
        )
        in_one_line(self, fields, (5, 2, 4), self.tr("Fjern adressen"))
        for line in (self.street, self.postcode, self.city):
            line.textEdited.connect(lambda _: self.changed.emit())

    def value(self) -> Address:
        """Return the address."""
        return Address(
            street=self.street.text().strip(),
            postcode=self.postcode.text().strip(),
            city=self.city.text().strip(),
        )

    def set_value(self, value: Address) -> None:
        """Show an address."""
        self.street.setText(value.street)
        self.postcode.setText(value.postcode)
        self.city.setText(value.city)

    def is_empty(self) -> bool:
        """Tell whether nothing was entered."""
        return self.value() == Address()

    def first_field(self) -> QWidget:
        """Return the street."""
        return self.street


class ContactRow(Row[WorkplaceContact]):
    """Somebody to talk to: role, name, phone, e-mail."""

    def __init__(self, roles: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.role = Choice(self.tr("Rolle"), roles)
        self.name, self.phone, self.email = QLineEdit(), QLineEdit(), QLineEdit()
        self.phone.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self._name = Labelled(self.tr("Navn"), self.name)
        self._email = Labelled(self.tr("E-mail"), self.email)
        fields = (
            Labelled(self.tr("Rolle"), self.role),
            self._name,
            Labelled(self.tr("Telefon"), self.phone),
            self._email,
        )
        in_one_line(self, fields, (3, 5, 3, 5), self.tr("Fjern kontakten"))
        self.role.chosen.connect(lambda _: self.changed.emit())
        for line in (self.name, self.phone, self.email):
            line.textEdited.connect(lambda _: self.changed.emit())

    def value(self) -> WorkplaceContact:
        """Return the contact person."""
        return WorkplaceContact(
            role=ContactRole(self.role.value()),
            name=self.name.text().strip(),
            phone=self.phone.text().strip(),
            email=self.email.text().strip(),
        )

    def set_value(self, value: WorkplaceContact) -> None:
        """Show a contact person."""
        self.role.set_value(value.role)
        self.name.setText(value.name)
        self.phone.setText(value.phone)
        self.email.setText(value.email)

    def is_empty(self) -> bool:
        """Tell whether neither name, phone nor e-mail was entered."""
        value = self.value()
        return not (value.name or value.phone or value.email)

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong with name and e-mail."""
        self._name.say(problems.get("name", ""))
        self._email.say(problems.get("email", ""))

    def first_field(self) -> QWidget:
        """Return the role."""
        return self.role


def in_one_line(
    row: Row[Any],
    fields: tuple[QWidget, ...],
    shares: tuple[int, ...],
    remove: str,
) -> None:
    """Lay the fields of a row out beside each other where there is room for that."""
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(em(row, 0.57))
    line.addWidget(Columns(fields, least=34, shares=shares, gap=0.57), 1)
    # Under the caption, level with the fields.
    line.addWidget(remove_button(row, remove), 0, Qt.AlignmentFlag.AlignVCenter)
