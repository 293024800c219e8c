"""The system's own dialogs that the gates ask for a file.

Qt's dialogs are imported when one is opened: the gate is what the window waits for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

ChoosePath = Callable[[], Path | None]
OpenFile = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class ProjectDialogs:
    """The questions for what there is of a project already."""

    package: ChoosePath
    project_file: ChoosePath
    shared_folder: ChoosePath

    @classmethod
    def of_system(cls, parent: QWidget) -> "ProjectDialogs":
        """Return the system's own dialogs."""
        return cls(
            package_chooser(parent), project_file_chooser(parent), shared_folder_chooser(parent)
        )


def sheet_chooser(parent: QWidget) -> ChoosePath:
    """Return a question for the place of the recovery sheet; None means that it was given up."""
    return _chooser(
        parent, lambda: QCoreApplication.translate("Gates", "Vejviser gendannelsesark.pdf")
    )


def project_sheet_chooser(parent: QWidget) -> ChoosePath:
    """Return the same question for the sheet with a project's code."""
    return _chooser(
        parent,
        lambda: QCoreApplication.translate("Gates", "Vejviser projektets gendannelsesark.pdf"),
    )


def package_chooser(parent: QWidget) -> ChoosePath:
    """Return a question for a project package."""

    def choose() -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(
            parent.window(),
            QCoreApplication.translate("Gates", "Åbn projektpakke"),
            str(Path.home()),
        )
        return Path(chosen) if chosen else None

    return choose


def project_file_chooser(parent: QWidget) -> ChoosePath:
    """Return a question for a project package or a roster, of which a new lead takes over."""

    def choose() -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(
            parent.window(),
            QCoreApplication.translate("Gates", "Åbn projektpakke eller deltagerliste"),
            str(Path.home()),
        )
        return Path(chosen) if chosen else None

    return choose


def shared_folder_chooser(parent: QWidget) -> ChoosePath:
    """Return a question for the folder that a project shares."""

    def choose() -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(
            parent.window(), QCoreApplication.translate("Gates", "Vælg projektets fælles mappe")
        )
        return Path(chosen) if chosen else None

    return choose


def _chooser(parent: QWidget, named: Callable[[], str]) -> ChoosePath:
    def choose() -> Path | None:
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        chosen, _ = QFileDialog.getSaveFileName(
            parent.window(),
            QCoreApplication.translate("Gates", "Gem gendannelsesark"),
            str(Path(documents) / named()),
            "PDF (*.pdf)",
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")

    return choose


def backup_chooser(parent: QWidget, folder: Path) -> ChoosePath:
    """Return a question for the database file of a backup, begun in ``folder`` if it exists."""

    def choose() -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(
            parent.window(),
            QCoreApplication.translate("Gates", "Find sikkerhedskopi"),
            str(folder if folder.is_dir() else Path.home()),
            QCoreApplication.translate("Gates", "Sikkerhedskopier (vejviser-*.db)"),
        )
        return Path(chosen) if chosen else None

    return choose


def open_with_system(path: Path) -> bool:
    """Show a file in the program that the system uses for it."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
