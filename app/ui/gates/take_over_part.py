"""Taking a project over: where it lies, and its printed code; the same at first run and later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import InvalidInput, UserError
from app.models.words import short_date
from app.ui.gates.code_field import CodeField
from app.ui.gates.gate import spoken
from app.ui.pages.focus import set_usable
from app.ui.pages.sharing.place_fields import PlaceFields
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import announce, button, em, label

if TYPE_CHECKING:
    from app.export.letters.former_project import FormerProject

ChoosePath = Callable[[], Path | None]
Job = Callable[[], "FormerProject"]
Found = Callable[["FormerProject"], None]
Failed = Callable[[Exception], None]
Look = Callable[[Job, Found, Failed], None]
"""Does a job that reads files or asks a server, and answers with what it found or why it did not."""


def look_now(job: Job, done: Found, failed: Failed) -> None:
    """Read at once, where there is no store yet beside which it could be done."""
    try:
        found = job()
    except UserError as error:
        failed(error)
    else:
        done(found)


class TakeOverPart(QWidget):
    """``found_project`` carries the project's name, ``failed`` why a file or folder has none."""

    found_project = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        choose_file: ChoosePath,
        choose_folder: ChoosePath,
        found: FormerProject | None = None,
        look: Look = look_now,
    ) -> None:
        super().__init__()
        self._choose_file, self._choose_folder, self._look = choose_file, choose_folder, look
        self.found: FormerProject | None = None
        about = label(
            self.tr(
                "Find projektet dér, hvor dets breve lægges, eller i en fil fra en vejleder "
                "(projektpakken eller deltagerlisten), og skriv koden fra projektets gendannelsesark."
            ),
            "caption",
            wrap=True,
        )
        self.place = PlaceFields(lambda _parent, _start: str(self._choose_folder() or ""))
        self.find_button = button(self.tr("Find projektet"))
        self.file = button(self.tr("Åbn en fil …"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        flow.addWidget(self.find_button)
        flow.addWidget(self.file)
        self.about = label("", wrap=True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)  # what people wrote is never markup
        self.missing = label("", "error", wrap=True)
        self.code = CodeField()
        form = FormGrid()
        form.add_row(
            "code",
            self.tr("Projekt&kode"),
            self.code,
            self.tr("Koden fra projektets gendannelsesark, ikke den fra dit eget."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.57))
        for widget in (about, self.place, buttons, self.about, self.missing, form):
            column.addWidget(widget)
        self.about.hide()
        self.missing.hide()
        self.place.folder.chosen.connect(self._find_in_place)
        self.place.entered.connect(self._find_in_place)
        self.place.kind_changed.connect(self.missing.hide)
        self.find_button.clicked.connect(self._find_in_place)
        self.file.clicked.connect(self._find_in_file)
        if found is not None:
            self.show_found(found)

    def first_field(self) -> QWidget:
        """Return what comes first: the way to the place, or the code where the project is known."""
        if self.found is not None:
            return self.code.line
        folder = self.place.folder.choose_button
        return self.place.address if folder.isHidden() else folder

    def show_found(self, found: FormerProject) -> None:
        """Show whose project it is, and what was found of it."""
        self.found = found
        if found.place is not None:
            self.place.show_place(found.place)
        lead = found.roster.lead.card
        said = self.tr("»{project}«, ledet af {name} ({initials}). Deltagerliste {n} fra {day}.")
        lines = [
            said.format(
                project=found.roster.project,
                name=lead.name,
                initials=lead.initials,
                n=found.roster.version,
                day=short_date(found.roster.made_on),
            )
        ]
        if found.package is not None:
            lines.append(self.tr("Projektpakken er fundet: dens indhold følger med."))
        else:
            lines.append(
                self.tr("Projektpakken er ikke med; den hentes fra det fælles sted senere.")
            )
        self.about.setText(" ".join(lines))
        self.about.show()
        self.missing.hide()
        announce(self, self.about.text())

    def typed(self) -> str:
        """Return the project's code; empty, and told, where something is missing or does not fit."""
        if self.found is None:
            self._say(self.tr("Find først projektet: i en mappe, på en server eller i en fil."))
            self.find_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return ""
        code = self.code.code()
        if not code:
            return ""
        from app.export.letters.former_project import require_code

        try:
            require_code(self.found, code)
        except UserError as error:
            self.code.show_wrong(_why(error))
            return ""
        return code

    def _find_in_place(self) -> None:
        from app.export.letters.former_project import find_in_place

        place = self.place.place()
        self._begin(lambda: find_in_place(place))

    def _find_in_file(self) -> None:
        path = self._choose_file()
        if path is not None and isValid(self):
            from app.export.letters.former_project import find_in_file

            self._begin(lambda: find_in_file(path))

    def _begin(self, job: Job) -> None:
        if self.find_button.isEnabled():  # else it is being looked for
            self.missing.hide()
            self.place.clear_problems()
            set_usable(self.find_button, self.file, usable=False)
            self._look(job, self._found, self._not_found)

    def _found(self, found: FormerProject) -> None:
        if not isValid(self):
            return
        set_usable(self.find_button, self.file, usable=True)
        self.show_found(found)
        self.code.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.found_project.emit(found.roster.project)

    def _not_found(self, error: Exception) -> None:
        if not isValid(self):
            return
        from app.models.team.troubles import DeliveryError

        set_usable(self.find_button, self.file, usable=True)
        if isinstance(error, InvalidInput):
            self.place.show_problems(error, lambda text: text.in_language(spoken()))
        elif isinstance(error, DeliveryError):
            # What to do when letters wait is no help here: nothing is tried again by itself.
            self._say(error.why.in_language(spoken()))
        elif isinstance(error, UserError):
            self._say(_why(error))
        else:
            self.failed.emit(error)

    def _say(self, text: str) -> None:
        self.missing.setText(text)
        self.missing.show()
        announce(self, text)


def _why(error: UserError) -> str:
    """Return why and what to do; that nothing was taken over shows."""
    return f"{error.why.in_language(spoken())} {error.next_step.in_language(spoken())}"
