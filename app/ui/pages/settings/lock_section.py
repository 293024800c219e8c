"""The section about locking: after how long, with which passphrase, and the recovery code."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app import files
from app.errors import InvalidInput, WrongPassphrase
from app.export.recovery_sheet import recovery_sheet
from app.models.credentials import change_passphrase, renew_recovery_code
from app.models.store import Store
from app.ui.gates.dialogs import ChoosePath, sheet_chooser
from app.ui.gates.new_passphrase import NewPassphrase
from app.ui.pages.focus import set_usable
from app.ui.pages.settings.setting_section import SettingSection
from app.ui.services import Services
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.password_field import PasswordField


class LockSection(SettingSection):
    """Each change asks for the passphrase, so that an unlocked window is no way in for good."""

    def __init__(
        self, services: Services, title: str, choose_path: ChoosePath | None = None
    ) -> None:
        super().__init__(services, title, ("lock_minutes",))
        self._add_cards(choose_path or sheet_chooser(self))
        self.finish()

    def leave(self) -> None:
        """Let no secret stand on the screen when somebody else comes by."""
        self.passphrase.forget()
        self.recovery.forget()

    def _add_cards(self, choose_path: ChoosePath) -> None:
        self.passphrase = PassphraseCard(self.services)
        self.recovery = RecoveryCard(self.services, choose_path)
        card = self.add_card(
            self.tr("Adgangssætning"),
            self.tr("Sikkerhedskopier, der allerede er taget, åbnes stadig med den gamle."),
        )
        card.body.addWidget(self.passphrase)
        card = self.add_card(
            self.tr("Gendannelseskode"),
            self.tr(
                "Koden låser op, hvis adgangssætningen er glemt. "
                "En ny kode gør det gamle ark ubrugeligt."
            ),
        )
        card.body.addWidget(self.recovery)


class PassphraseCard(QWidget):
    """The old passphrase once, the new one twice."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._form = FormGrid()
        self.old = PasswordField(self.tr("Nuværende adgangssætning"))
        self._form.add_row("old", self.tr("Nuværende"), self.old)
        self.new = NewPassphrase(self._form, self.tr("Ny adgangssætning"))
        self.change_button = button(self.tr("Skift adgangssætning"))
        self.change_button.clicked.connect(self.change)
        self.new.again.submitted.connect(self.change)
        _lay_out(self, self._form, self.change_button)

    def change(self) -> None:
        """Change the passphrase, or say beside the fields why not."""
        if not self.new.check():
            return
        paths, old, new = self._services.paths, self.old.text(), self.new.text()
        set_usable(self.change_button, usable=False)
        self._services.runner.run(
            lambda _store: change_passphrase(paths, old, new), self._changed, self._refused
        )

    def forget(self) -> None:
        """Empty all fields."""
        self.old.clear()
        self.new.clear()

    def _changed(self, _: None) -> None:
        set_usable(self.change_button, usable=True)
        self.forget()
        self._services.notices.tell(self.tr("Adgangssætningen er skiftet"))

    def _refused(self, error: Exception) -> None:
        set_usable(self.change_button, usable=True)
        if isinstance(error, WrongPassphrase):
            self._form.set_problems({"old": self._services.words(error.what)})
        elif isinstance(error, InvalidInput):
            self.new.show_problem(self._services.words(error.problems[0].text))
        else:
            self._services.notices.show_error(error)


class RecoveryCard(QWidget):
    """Makes a new recovery code, shows it once, and writes its sheet."""

    def __init__(self, services: Services, choose_path: ChoosePath) -> None:
        super().__init__()
        self._services = services
        self._choose_path = choose_path
        self._sheet: Callable[[], bytes] | None = None
        self._form = FormGrid()
        self.passphrase = PasswordField(self.tr("Adgangssætning til en ny kode"))
        self._form.add_row("passphrase", self.tr("Adgangssætning"), self.passphrase)
        self.renew_button = button(self.tr("Lav ny gendannelseskode"))
        self.renew_button.clicked.connect(self.renew)
        self.passphrase.submitted.connect(self.renew)
        self.code = QLineEdit()
        self.code.setReadOnly(True)
        self._form.add_row(
            "code",
            self.tr("Ny kode"),
            self.code,
            self.tr("Den vises kun nu. Gem arket et sikkert sted, som ikke er denne computer."),
        )
        self._form.set_row_visible("code", False)
        self.save_button = button(self.tr("Gem gendannelsesark (PDF)"), "primary")
        self.save_button.clicked.connect(self.save_sheet)
        self.save_button.hide()
        self.saved = label("", "good", wrap=True)
        self.saved.hide()
        _lay_out(self, self._form, self.renew_button, self.save_button)
        column = self.layout()
        assert column is not None
        column.addWidget(self.saved)

    def renew(self) -> None:
        """Make a new code for whoever knows the passphrase."""
        paths, passphrase = self._services.paths, self.passphrase.text()

        def job(store: Store) -> tuple[str, str, str]:
            who = store.counsellors.current()
            code = renew_recovery_code(paths, passphrase)
            return code, store.settings.project, who.name if who else ""

        set_usable(self.renew_button, usable=False)
        self._services.runner.run(job, lambda made: self._show_code(*made), self._refused)

    def save_sheet(self) -> None:
        """Write the sheet to a place that the system asks for."""
        path = self._choose_path()
        if path is None or self._sheet is None or not isValid(self):
            return
        sheet = self._sheet
        self._services.runner.beside(
            lambda: _write(path, sheet()), lambda _: self._told(path), self._refused
        )

    def forget(self) -> None:
        """Take passphrase and code from the screen."""
        self._sheet = None
        self.passphrase.clear()
        self.code.clear()
        self._form.set_row_visible("code", False)
        self.save_button.hide()
        self.saved.hide()

    def _show_code(self, code: str, project: str, counsellor: str) -> None:
        language = self._services.language
        self._sheet = lambda: recovery_sheet(code, project, counsellor, language)
        set_usable(self.renew_button, usable=True)
        self.passphrase.clear()
        self._form.clear_problems()
        self.code.setText(code)
        self._form.set_row_visible("code", True)
        self.save_button.show()
        self.save_button.setFocus()

    def _told(self, path: Path) -> None:
        if not isValid(self):
            return
        self.saved.setText(self.tr("Arket er gemt som {name}.").format(name=path.name))
        self.saved.show()
        announce(self, self.saved.text())

    def _refused(self, error: Exception) -> None:
        set_usable(self.renew_button, usable=True)
        if isinstance(error, WrongPassphrase):
            self._form.set_problems({"passphrase": self._services.words(error.what)})
        else:
            self._services.notices.show_error(error)


def _lay_out(card: QWidget, form: FormGrid, *buttons: QWidget) -> None:
    column = QVBoxLayout(card)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(form)
    foot = QWidget()
    flow = FlowLayout(foot, gap=em(card, 0.57))
    for made in buttons:
        flow.addWidget(made)
    column.addWidget(foot)


def _write(path: Path, sheet: bytes) -> None:
    with files.explained_os_errors():
        files.write_atomically(path, sheet)
