"""The project package of a lead: what it takes away and brings is shown before it goes out."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.export.letters.publishing import note_roster_published
from app.models.store import Store
from app.models.team.package_outlook import Outlook, next_package
from app.models.team.places import Places
from app.models.team.roster import Roster, Verdict
from app.models.words import short_date
from app.ui.pages.collected.project import write_export
from app.ui.pages.person.rights import open_folder
from app.ui.pages.scrolled import bring_into_view
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.notice import Notice

_FILE = "vejviser-projekt.vvb"


class PackageCard(Card):
    """Writes the file that a counsellor opens first, and every later one."""

    def __init__(self, services: Services) -> None:
        super().__init__("")
        self._services = services
        self._seen: Outlook | None = None
        self.set_title(self.tr("Projektpakken"))
        self.about = label("", wrap=True)
        help_text = self.tr(
            "Arbejdspladser, tilbud, fremmøderegler, lukkedage, årsager og råd, grænsen for små tal og "
            "deltagerlisten i én fil. "
            "Send den til hver vejleder, og læs dine ti ord højt, når den åbnes. Er der valgt et "
            "fælles sted, lægges den nyeste udgave også dér."
        )
        self.doubt = Notice("", "warn")
        self.changes = label("", wrap=True)
        self.changes.setTextFormat(Qt.TextFormat.PlainText)  # what people wrote is never markup
        self.save = button(self.tr("Gem ny projektpakke"))
        self.confirm = button("", "primary")
        self.keep = button(self.tr("Annullér"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        for each in (self.save, self.confirm, self.keep):
            flow.addWidget(each)
        told = (self.doubt, self.changes)
        for widget in (self.about, label(help_text, "caption", wrap=True), *told, buttons):
            self.body.addWidget(widget)
        self.save.clicked.connect(self._look)
        self.confirm.clicked.connect(self._write_seen)
        self.keep.clicked.connect(self.give_up)
        self._show_question(None)

    @property
    def is_asking(self) -> bool:
        """Whether a package was looked at that is to be saved or not."""
        return self._seen is not None

    def show_roster(self, roster: Roster) -> None:
        """Show which version of the project it is."""
        said = self.tr("»{project}«: deltagerliste {n} fra {day}, vejledere: {count}.")
        self.about.setText(
            said.format(
                project=roster.project,
                n=roster.version,
                day=short_date(roster.made_on),
                count=len(roster.counsellors),
            )
        )

    def give_up(self) -> None:
        """Put away what was looked at; nothing is written."""
        self._show_question(None)
        self.save.setFocus()

    def _look(self) -> None:
        self._services.runner.run(next_package, self._looked)

    def _looked(self, outlook: Outlook) -> None:
        """Write what nobody has to think about, otherwise ask."""
        if outlook.doubt is None and outlook.changes.verdict is not Verdict.NEWER:
            self._write(outlook)
            return
        self._show_question(outlook)
        self.keep.setFocus()
        bring_into_view(self.changes)
        announce(self, " ".join((self.doubt.label.text(), self.changes.text())).strip())

    def _show_question(self, outlook: Outlook | None) -> None:
        self._seen = outlook
        asking = outlook is not None
        for widget in (self.changes, self.confirm, self.keep):
            widget.setVisible(asking)
        self.save.setVisible(not asking)
        self.doubt.setVisible(outlook is not None and outlook.doubt is not None)
        if outlook is None:
            return
        from app.export.package_text import outlook_lines

        words, doubt = self._services.words, outlook.doubt
        self.doubt.set_text(words(doubt.why) if doubt is not None else "")
        self.changes.setText("\n".join(map(words, outlook_lines(outlook.changes))))
        self.confirm.setText(
            self.tr("Gem projektpakken") if doubt is None else self.tr("Gem den alligevel")
        )

    def _write_seen(self) -> None:
        if self._seen is not None:
            self._write(self._seen)

    def _write(self, seen: Outlook) -> None:
        self._services.runner.run(lambda store: _write_seen(store, seen), self._written)

    def _written(self, outcome: Path | Outlook) -> None:
        if isinstance(outcome, Outlook):
            self._looked(outcome)
            return
        self._show_question(None)
        self.save.setFocus()
        self._services.courier.exchange_soon()
        said = self.tr("Gemt: {file} i mappen {folder}")
        self._services.notices.tell(
            said.format(file=outcome.name, folder=outcome.parent.name),
            offer=(self.tr("Åbn mappen"), lambda: open_folder(outcome.parent)),
        )


def _write_seen(store: Store, seen: Outlook) -> Path | Outlook:
    """Write the package that was looked at; where it would be another one by now, return what that does."""
    from app.export.letters.package_letter import write_package

    with store.atomic():
        now = next_package(store)
        if now.changes != seen.changes:
            return now
        letter = write_package(store, anyway=seen.doubt is not None)
    path = write_export(store, _FILE, letter)
    if Places(store).current() is None:
        note_roster_published(store)  # it lies in the package
    return path
