"""What to do about a damaged key file or database: take it from a backup."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.errors import UserError
from app.models.backup import Backup, backup_at, list_backups
from app.models.clock import local
from app.models.rescue import Rescue
from app.models.words import clock_time, short_date
from app.paths import Paths
from app.ui.gates.dialogs import ChoosePath
from app.ui.gates.gate import spoken
from app.ui.gates.step import Step
from app.ui.gates.verdict import Verdict
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import button, em, hairline, label
from app.ui.widgets.notice import Notice
from app.ui.widgets.password_field import PasswordField

_ROWS_SHOWN = 4


class RescueStep(Step):
    """Backups to choose from, and what opens them; ``submitted`` carries a Rescue.

    With ``key_file_only`` the database stays and only the key file is taken from the backup.
    """

    submitted = Signal(object)
    back = Signal()
    failed = Signal(object)

    def __init__(self, paths: Paths, *, key_file_only: bool, find_backup: ChoosePath) -> None:
        title, lead = self._words(key_file_only)
        super().__init__(title, lead)
        self._paths, self._find_backup = paths, find_backup
        self.key_file_only = key_file_only
        self.backups = QListWidget()
        self.backups.setAccessibleName(self.tr("Sikkerhedskopier, nyeste først"))
        self.backups.currentItemChanged.connect(lambda *_: self._show_command())
        self.none_found = Notice(
            self.tr(
                "Der er ingen sikkerhedskopier i mappen. "
                "Har du en på et USB-drev eller et netdrev, så find den her."
            ),
            "warn",
        )
        self.elsewhere = button(self.tr("&Find en anden …"))
        self.elsewhere.clicked.connect(self._look_elsewhere)
        self.secret = PasswordField(self.tr("Adgangssætning eller gendannelseskode"))
        self.verdict = Verdict(self.secret.line)
        self.secret.changed.connect(lambda _: self.verdict.say(""))
        self.command = QLineEdit()
        self.command.setReadOnly(True)
        self.backward = button(self.tr("Tilbage"))
        self.backward.clicked.connect(self.back)
        self.forward = button(title, "primary")
        self.forward.clicked.connect(self.proceeded)
        self._lay_out()
        self.add_lines(self.secret.line)
        self.proceeded.connect(self._submit)
        for backup in list_backups(paths.backups):
            self._add(backup)
        self.backups.setCurrentRow(0)
        self._show_what_is_there()

    def offer_secret(self, passphrase: str) -> None:
        """Fill in the passphrase that was just typed; it mostly opens the backup too."""
        self.secret.line.setText(passphrase)

    def show_wrong(self, text: str) -> None:
        """Say that the secret does not open this backup."""
        self.verdict.say(text)
        self.secret.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.secret.line.selectAll()

    def clear(self) -> None:
        """Forget what was typed."""
        self.secret.clear()
        self.verdict.say("")

    def chosen(self) -> Backup | None:
        """Return the backup that is chosen."""
        data = self.backups.currentIndex().data(Qt.ItemDataRole.UserRole)
        return data if isinstance(data, Backup) else None

    def _words(self, key_file_only: bool) -> tuple[str, str]:
        if key_file_only:
            return self.tr("Hent nøglefilen fra en kopi"), self.tr(
                "Kun nøglefilen hentes. Alt, hvad du har gemt, bliver stående."
            )
        return self.tr("Gendan fra en kopi"), self.tr(
            "Det, der er skrevet efter kopien, kommer ikke med. "
            "Den beskadigede database bliver gemt ved siden af; intet slettes."
        )

    def _lay_out(self) -> None:
        self.column.addWidget(self.none_found)
        self.column.addWidget(self.backups)
        row = QHBoxLayout()
        row.addWidget(self.elsewhere)
        row.addStretch(1)
        self.column.addLayout(row)
        field = QWidget()
        field.setFocusProxy(self.secret.line)
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.2))
        column.addWidget(self.secret)
        column.addWidget(self.verdict)
        form = FormGrid()
        form.add_row(
            "secret",
            self.tr("&Adgangssætning"),
            field,
            self.tr("Den, der gjaldt, da kopien blev lavet, eller gendannelseskoden."),
        )
        self._command_box = QWidget()
        self.column.addWidget(form)
        self.column.addWidget(self._command_box)
        self._fill_command_box()
        self._needs_a_backup = (self.backups, form)
        self.footer.addWidget(self.backward)
        self.footer.addStretch(1)
        self.footer.addWidget(self.forward)

    def _fill_command_box(self) -> None:
        caption = label(self.tr("Eller fra en &terminal:"), "caption")
        caption.setBuddy(self.command)
        self.command.setAccessibleName(self.tr("Kommando, der gendanner kopien"))
        column = QVBoxLayout(self._command_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.43))
        for widget in (hairline(), caption, self.command):
            column.addWidget(widget)

    def _add(self, backup: Backup) -> QListWidgetItem:
        moment = local(backup.made_at)
        text = self.tr("{date} kl. {time} · {size}").format(
            date=short_date(moment.date()), time=clock_time(moment), size=_size(backup.size)
        )
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, backup)
        self.backups.addItem(item)
        return item

    def _show_what_is_there(self) -> None:
        count = self.backups.count()
        self.none_found.setVisible(count == 0)
        for widget in self._needs_a_backup:
            widget.setVisible(count > 0)
        self._command_box.setVisible(count > 0 and not self.key_file_only)
        row = self.backups.sizeHintForRow(0) if count else 0
        frame = 2 * self.backups.frameWidth() + em(self, 0.29)
        self.backups.setFixedHeight(row * min(count, _ROWS_SHOWN) + frame)
        self.forward.setEnabled(count > 0)

    def _show_command(self) -> None:
        backup = self.chosen()
        if backup is not None:
            folder, file = self._paths.data_dir, backup.database
            self.command.setText(f'vejviser --data-dir "{folder}" restore "{file}"')
            self.command.setCursorPosition(0)

    def _look_elsewhere(self) -> None:
        path = self._find_backup()
        # The gate may have been built again while the system asked for the file.
        if path is None or not isValid(self):
            return
        try:
            backup = backup_at(path)
        except UserError as error:
            self.failed.emit(error)
            return
        self.backups.setCurrentItem(self._add(backup))
        self._show_what_is_there()
        self.start()

    def _submit(self) -> None:
        backup = self.chosen()
        if backup is None:
            return
        if not self.secret.text():
            self.show_wrong(self.tr("Skriv adgangssætningen eller gendannelseskoden."))
            return
        self.submitted.emit(
            Rescue(backup=backup, secret=self.secret.text(), key_file_only=self.key_file_only)
        )


def _size(count: int) -> str:
    if count >= 1_000_000:
        number = f"{count / 1_000_000:.1f}"
        return f"{number.replace('.', ',') if spoken() == 'da' else number} MB"
    return f"{max(1, round(count / 1000))} kB"
