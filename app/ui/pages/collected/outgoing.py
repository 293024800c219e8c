"""What goes from the lead to the counsellors: whether it is out, and as files where there is no place."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app import files
from app.export.letters.handing import hand_over, save_roster
from app.export.letters.publishing import note_roster_published
from app.models.store import Store
from app.models.team.places import Places
from app.ui.pages.collected.reading import Collected
from app.ui.pages.person.rights import export_folder, open_folder
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.notice import Notice


class OutgoingCard(Card):
    """Tells what has not reached the place, and saves receipts and the roster as files."""

    def __init__(self, services: Services) -> None:
        super().__init__("")
        self._services = services
        self._again = False
        self.set_title(self.tr("Til vejlederne"))
        self.out = label("", wrap=True)
        self.waits = Notice("", "warn")
        self.waits.hide()
        about = self.tr(
            "Uden et fælles sted sendes kvitteringer og deltagerliste med e-mail. En vejleder åbner "
            "filerne under Deling eller trækker dem ind i vinduet."
        )
        self.receipts = button("")
        self.roster = button(self.tr("Gem deltagerlisten som fil"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        flow.addWidget(self.receipts)
        flow.addWidget(self.roster)
        for widget in (self.out, self.waits, label(about, "caption", wrap=True), buttons):
            self.body.addWidget(widget)
        self.receipts.clicked.connect(self._save_receipts)
        self.roster.clicked.connect(self._save_roster)

    def show_collected(self, read: Collected) -> None:
        """Show what waits; nothing to save is offered where there is none."""
        waits = [
            words
            for words, is_so in (
                (self.tr("deltagerlisten"), read.unpublished.roster),
                (self.tr("projektpakken"), read.unpublished.package),
            )
            if is_so
        ]
        if read.receipts_waiting:
            waits.append(self.tr("%n kvitteringer", "", read.receipts_waiting))
        text = self.tr("Ikke delt endnu: {what}.").format(what=", ".join(waits)) if waits else ""
        if text != self.waits.label.text():
            self.waits.set_text(text)
        self.waits.setVisible(bool(waits))
        self.out.setText(self._nothing_waits(read))
        self.out.setVisible(not waits)
        self._again = not read.receipts_waiting
        save, again = self.tr("Gem kvitteringer som filer"), self.tr("Gem kvitteringerne igen")
        self.receipts.setText(again if self._again else save)
        self.receipts.setVisible(read.receipts_waiting + read.receipts_saved > 0)

    def _nothing_waits(self, read: Collected) -> str:
        """Return that all is out; or what has yet to be done before anything can go out."""
        if read.roster is None or not read.roster.counsellors:
            return self.tr("Der er ingen vejledere at dele med endnu.")
        if not read.has_package:
            return self.tr("Der er ikke gemt en projektpakke endnu.")
        if read.place is None:
            # Of what is sent by hand nobody knows whether it has arrived.
            return self.tr("Intet venter. Projektpakken og deltagerlisten sendes som filer.")
        return self.tr("Alt til vejlederne er delt.")

    def _save_receipts(self) -> None:
        again, language = self._again, self._services.language

        def job(store: Store) -> tuple[int, Path]:
            folder = _folder(store)
            return len(list(hand_over(store, folder, again=again, language=language))), folder

        self._services.runner.run(job, lambda saved: self._saved(*saved))

    def _saved(self, count: int, folder: Path) -> None:
        said = self.tr("Gemt: %n kvitteringer i mappen {folder}", "", count)
        self._tell(said.format(folder=folder.name), folder)

    def _save_roster(self) -> None:
        language = self._services.language

        def job(store: Store) -> Path:
            path = save_roster(store, _folder(store), language)
            if Places(store).current() is None:
                note_roster_published(store)
            return path

        self._services.runner.run(job, self._roster_saved)

    def _roster_saved(self, path: Path) -> None:
        said = self.tr("Gemt: {file} i mappen {folder}")
        self._tell(said.format(file=path.name, folder=path.parent.name), path.parent)

    def _tell(self, text: str, folder: Path) -> None:
        self._services.notices.tell(
            text, offer=(self.tr("Åbn mappen"), lambda: open_folder(folder))
        )


def _folder(store: Store) -> Path:
    folder = export_folder(store)
    with files.explained_os_errors():
        folder.mkdir(parents=True, exist_ok=True)
    return folder
