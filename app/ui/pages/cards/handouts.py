"""Making the handout of a card, and saying where it is."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.models.card_types import Card
from app.models.store import Store
from app.ui.services import Services
from app.ui.widgets.notice import Notice


class Handouts(Notice):
    """Says where the last handout is; hidden until there is one."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", "good", "-", parent)
        self._services = services
        self._folder = Path()
        self.button.setText(self.tr("Åbn mappen"))
        self.activated.connect(self._open_folder)
        self.hide()

    def write(self, card: Card) -> None:
        """Write the handout of a card into the folder of the settings."""
        from app.export.card_files import write_handout

        documents = QStandardPaths.StandardLocation.DocumentsLocation
        default = QStandardPaths.writableLocation(documents)
        today = self._services.today()

        def job(store: Store) -> Path:
            folder = Path(str(store.settings.get("export_folder")) or default)
            return write_handout(card, folder, today, demo=store.settings.demo)

        self._services.runner.run(job, self._written, self._services.notices.show_error)

    def _written(self, path: Path) -> None:
        if not isValid(self):
            return
        self._folder = path.parent
        said = self.tr("Gemt: {file} i mappen {folder}")
        self.show()
        self.set_text(said.format(file=path.name, folder=path.parent.name))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
