"""The section about the program: version, where the data lie, licences."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextBrowser, QWidget

from app import __version__
from app.paths import resource
from app.ui.pages.settings.section import Section
from app.ui.services import Services
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import button, em, label


class AboutSection(Section):
    """Nothing to change here, only to read and copy."""

    def __init__(self, services: Services, title: str) -> None:
        super().__init__(services, title)
        card = self.add_card()
        version = self.tr("Vejviser {version}").format(version=__version__)
        card.body.addWidget(label(version, "strong"))
        card.body.addWidget(
            label(
                self.tr("Alt ligger krypteret på denne computer. Programmet går ikke på nettet."),
                "muted",
                wrap=True,
            )
        )
        folders = self.add_card(self.tr("Her ligger data"))
        grid = FormGrid()
        paths = services.paths
        self.folders = {
            "data": self._add_folder(grid, self.tr("Database og nøglefil"), paths.data_dir),
            "backups": self._add_folder(grid, self.tr("Sikkerhedskopier"), paths.backups),
            "logs": self._add_folder(grid, self.tr("Log uden personoplysninger"), paths.logs),
        }
        folders.body.addWidget(grid)
        licences = self.add_card(
            self.tr("Licenser"), self.tr("Vejviser er udgivet under MIT-licensen og bygger på:")
        )
        self.licences = QTextBrowser()
        self.licences.setAccessibleName(self.tr("Licenser"))
        self.licences.setOpenLinks(False)
        self.licences.setTabChangesFocus(True)
        self.licences.setMinimumHeight(em(self, 20))
        self.licences.setMarkdown(licence_text())
        licences.body.addWidget(self.licences)
        self.finish()

    def _add_folder(self, grid: FormGrid, title: str, folder: Path) -> QLineEdit:
        line = QLineEdit(str(folder))
        line.setReadOnly(True)
        line.setCursorPosition(0)
        opener = button(self.tr("Åbn"), name=self.tr("Åbn mappen: {name}").format(name=title))
        opener.clicked.connect(lambda: _open(folder))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.57))
        row.addWidget(line, 1)
        row.addWidget(opener, 0, Qt.AlignmentFlag.AlignVCenter)
        holder.setFocusProxy(line)
        grid.add_row(title, title, holder)
        return line


def licence_text() -> str:
    """Return the list of what is shipped, as Markdown; empty where it was not installed."""
    # The source tree and the built app keep it under different names beside the resources.
    root = resource().parent
    for folder in ("LICENSES", "licences"):
        path = root / folder / "THIRD-PARTY.md"
        if path.is_file():
            return path.read_text("utf-8")
    return ""


def _open(folder: Path) -> None:
    # A folder that nothing was written to yet is not there: show the one above it.
    existing = next(path for path in (folder, *folder.parents) if path.is_dir())
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(existing)))
