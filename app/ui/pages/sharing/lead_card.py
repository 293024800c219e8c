"""Leading from here on: create a project, or take one over, where nothing was registered yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import isValid

from app.export.letters.former_project import FormerProject, take_found_project
from app.export.package_text import package_lines
from app.models.store import Store
from app.models.team.package_changes import LocalEdits
from app.models.team.places import Place
from app.models.team.project import create_project
from app.models.team.roster import Roster
from app.ui.gates.begin_sharing import Begun
from app.ui.gates.dialogs import project_file_chooser, shared_folder_chooser
from app.ui.gates.take_over_part import Found, Job, TakeOverPart
from app.ui.pages.focus import set_usable
from app.ui.pages.scrolled import bring_into_view
from app.ui.services import Services
from app.ui.tasks import Failed
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import announce, button, em, label

_MOST_LINES = 14


class LeadCard(Card):
    """Makes this installation the lead's; the window is then a lead's, too."""

    def __init__(self, services: Services) -> None:
        super().__init__("")
        self._services = services
        self._known: FormerProject | None = None
        self._overwrite = False
        self.set_title(self.tr("Led projektet herfra"))
        about = (
            self.tr(
                "Projektlederens data er gendannet fra en sikkerhedskopi, og så er computeren en ny i "
                "projektet. Den henter og sender ikke, før du har overtaget projektet med dets kode."
            )
            if services.lead
            else self.tr(
                "Her er ikke registreret noget endnu, så installationen kan blive projektlederens. "
                "Så registreres der ikke henvendelser her."
            )
        )
        self.part = TakeOverPart(
            project_file_chooser(self), shared_folder_chooser(self), look=self._look
        )
        self.changes = QLabel()
        self.changes.setWordWrap(True)
        self.changes.setTextFormat(Qt.TextFormat.PlainText)  # what people wrote is never markup
        self.make = button(self.tr("Opret et projekt som leder"))
        # Nothing else can be done at a lead whose data were restored.
        self.begin = button(
            self.tr("Overtag et projekt med projektkoden …"), "primary" if services.lead else ""
        )
        self.take = button("", "primary")
        self.give_up = button(self.tr("Annullér"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        for each in (self.make, self.begin, self.take, self.give_up):
            flow.addWidget(each)
        for widget in (label(about, "caption", wrap=True), self.part, self.changes, buttons):
            self.body.addWidget(widget)
        self.make.clicked.connect(self._create)
        self.begin.clicked.connect(lambda: self._ask(asking=True))
        self.take.clicked.connect(self._take)
        self.give_up.clicked.connect(lambda: self._ask(asking=False))
        self.part.code.line.returnPressed.connect(self._take)
        self.part.code.changed.connect(self._forget_changes)
        self.part.failed.connect(services.notices.show_error)
        self._ask(asking=False)

    def show_project(self, roster: Roster | None, place: Place | None) -> None:
        """Show what can be done where this project is known, or none; a question asked stays."""
        self._known = None if roster is None else FormerProject(roster=roster, place=place)
        self.make.setVisible(roster is None and not self.is_asking)

    @property
    def is_asking(self) -> bool:
        """Whether somebody is taking a project over."""
        return self.part.isVisibleTo(self)

    def _ask(self, *, asking: bool) -> None:
        self.part.setVisible(asking)
        self.take.setVisible(asking)
        self.give_up.setVisible(asking)
        self.begin.setVisible(not asking)
        self.make.setVisible(not asking and self._known is None)
        self._forget_changes()
        self.part.code.clear()
        if not asking:
            if self.isVisible():
                self.begin.setFocus()
            return
        if self.part.found is None and self._known is not None:
            self.part.show_found(self._known)
        self.part.first_field().setFocus()
        bring_into_view(self)

    def _forget_changes(self) -> None:
        self._overwrite = False
        self.changes.hide()
        self.take.setText(self.tr("Overtag projektet"))

    def _look(self, job: Job, done: Found, failed: Failed) -> None:
        # A folder may be on a network that answers slowly.
        self._services.runner.aside(lambda _store: job(), done, failed)

    def _create(self) -> None:
        set_usable(self.make, self.begin, usable=False)
        self._services.runner.run(_create, self._services.became_lead, self._not_done)

    def _take(self) -> None:
        code, found, overwrite = self.part.typed(), self.part.found, self._overwrite
        if not code or found is None:
            return
        set_usable(self.take, self.give_up, usable=False)
        self._services.runner.run(
            lambda store: take_found_project(store, code, found, overwrite=overwrite),
            lambda _: self._taken(found),
            self._not_done,
        )

    def _taken(self, found: FormerProject) -> None:
        self.part.code.clear()
        self._services.notices.tell(
            self.tr("Du er nu projektleder. Alle breve hentes nu.")
            if found.place is not None
            else self.tr("Du er nu projektleder. Vælg det fælles sted, så hentes alle breve.")
        )
        self._services.courier.exchange_soon()
        self._services.became_lead(Begun())

    def _not_done(self, error: Exception) -> None:
        if not isValid(self):
            return
        set_usable(self.make, self.begin, self.take, self.give_up, usable=True)
        if isinstance(error, LocalEdits):
            self._show_changes(error)
        else:
            self._services.notices.show_error(error)

    def _show_changes(self, error: LocalEdits) -> None:
        """Show what was entered here and would give way; only then it may."""
        lines = [self._services.words(line) for line in package_lines(error.changes)]
        more = len(lines) - _MOST_LINES
        if more > 0:
            lines = [*lines[:_MOST_LINES], self.tr("og %n mere", "", more)]
        self.changes.setText("\n".join(lines))
        self.changes.show()
        self._overwrite = True
        self.take.setText(self.tr("Overtag, og overskriv"))
        announce(self, self.changes.text())


def _create(store: Store) -> Begun:
    roster, code = create_project(store)
    return Begun(roster=roster, code=code)
