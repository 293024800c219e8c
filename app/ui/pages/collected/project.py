"""The printed code of a lead's project, which opens all of it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app import files
from app.models.store import Store
from app.models.team.recovery import recovery_keys
from app.models.team.roster import Roster
from app.ui.gates.code_field import CodeField
from app.ui.gates.dialogs import OpenFile, open_with_system
from app.ui.pages.person.rights import export_folder, open_folder
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.notice import Notice

_SHEET_FILE = "vejviser-projektets-gendannelsesark.pdf"


class RecoveryCard(Card):
    """Tells whether the code on a sheet is the project's, and prints a new sheet of it.

    The code is kept nowhere, so it has to be typed.
    """

    def __init__(self, services: Services, open_file: OpenFile = open_with_system) -> None:
        super().__init__("")
        self._services, self._open_file = services, open_file
        self._roster: Roster | None = None
        self.set_title(self.tr("Projektets gendannelsesark"))
        about = self.tr(
            "Med koden på arket kan en ny projektleder overtage projektet. Den blev kun vist, da "
            "projektet blev oprettet. Prøv en gang imellem, om arket stadig er til at læse."
        )
        self._field = CodeField()
        self.code, self.verdict = self._field.line, self._field.verdict
        form = FormGrid()
        form.add_row("code", self.tr("Kode"), self._field)
        self.right = Notice("", "good")
        self.right.hide()
        self.check = button(self.tr("Prøv koden"))
        self.print = button(self.tr("Udskriv et nyt ark …"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        flow.addWidget(self.check)
        flow.addWidget(self.print)
        for widget in (label(about, "caption", wrap=True), form, self.right, buttons):
            self.body.addWidget(widget)
        self.print.hide()
        self.check.clicked.connect(self.try_code)
        self.code.returnPressed.connect(self.try_code)
        self._field.changed.connect(self._forget_verdict)
        self.print.clicked.connect(self._print)

    def show_roster(self, roster: Roster) -> None:
        """Try codes against this project's recovery key."""
        self._roster = roster

    def put_away(self) -> None:
        """Let no code stand on the screen."""
        self._field.clear()
        self._forget_verdict()

    def try_code(self) -> None:
        """Say whether the typed code is the project's."""
        roster, code = self._roster, self._field.code()
        if roster is None or not code:
            return
        if recovery_keys(code).public != roster.recovery:
            self._field.show_wrong(
                self.tr("Koden er tastet rigtigt, men hører ikke til dette projekt.")
            )
            return
        self.right.show()
        self.right.set_text(self.tr("Koden er projektets."))
        self.print.show()

    def _forget_verdict(self) -> None:
        self.right.hide()
        self.print.hide()

    def _print(self) -> None:
        roster, language = self._roster, self._services.language
        if roster is None:
            return
        from app.export.project_sheet import project_sheet
        from app.models import recovery_code

        code = recovery_code.parse(self.code.text())
        sheet = project_sheet(code, roster.project, roster.project_id, language)
        self._services.runner.run(
            lambda store: write_export(store, _SHEET_FILE, sheet), self._printed
        )

    def _printed(self, path: Path) -> None:
        self._services.notices.tell(
            self.tr("Arket er gemt som {file}. Slet filen, når det er udskrevet.").format(
                file=path.name
            ),
            offer=(self.tr("Åbn mappen"), lambda: open_folder(path.parent)),
        )
        self._open_file(path)


def write_export(store: Store, name: str, content: bytes) -> Path:
    """Write a file into the folder for exports and return its path."""
    path = export_folder(store) / name
    with files.explained_os_errors():
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write_atomically(path, content)
    return path
