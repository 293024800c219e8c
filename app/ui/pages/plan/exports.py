"""Making files of the plan that is shown, and saying where they are."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.models.periods import Period
from app.models.store import Store
from app.models.types import RecordId
from app.ui.services import Services
from app.ui.widgets.notice import Notice


class PlanExports(Notice):
    """Says where the last file is; hidden until there is one."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", "good", "-", parent)
        self._services = services
        self._folder = Path()
        self.button.setText(self.tr("Åbn mappen"))
        self.activated.connect(self._open_folder)
        self.hide()

    def export(self, name: str, period: Period, code: str, counsellor_id: RecordId) -> None:
        """Write a period in one format into the folder of the settings.

        ``code`` and ``counsellor_id`` are those of the filters, empty for all.
        """
        from app.export.plan_files import run_plan
        from app.export.plan_table import PlanRequest

        documents = QStandardPaths.StandardLocation.DocumentsLocation
        default = QStandardPaths.writableLocation(documents)
        language = self._services.language

        def job(store: Store) -> tuple[Path, ...]:
            folder = Path(str(store.settings.get("export_folder")) or default)
            counsellor = store.counsellors.find(counsellor_id)
            request = PlanRequest(
                first=period.first,
                last=period.last,
                formats=(name,),
                out=folder,
                workplace_codes=(code,) if code else (),
                counsellors=(counsellor.initials,) if counsellor is not None else (),
                language=language,
            )
            return run_plan(request, store)

        self._services.runner.run(job, self._written, self._services.notices.show_error)

    def _written(self, paths: tuple[Path, ...]) -> None:
        self._folder = paths[0].parent
        said = self.tr("Gemt: {file} i mappen {folder}")
        self.show()
        self.set_text(said.format(file=paths[0].name, folder=self._folder.name))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
