"""Files that are dragged onto the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

Take = Callable[[tuple[Path, ...]], None]


class FileDrops(QObject):
    """Hands files that are dropped anywhere on a widget to ``take``; anything else is let go."""

    def __init__(self, widget: QWidget, take: Take) -> None:
        super().__init__(widget)
        self._take = take
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept files, and take them when they are let go."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            paths = dropped_paths(event)
            if paths:
                event.acceptProposedAction()
                self._take(paths)
            return True
        if isinstance(event, QDragEnterEvent) and dropped_paths(event):
            event.acceptProposedAction()
            return True
        return False


def dropped_paths(event: QDropEvent) -> tuple[Path, ...]:
    """Return the files and folders of this computer that are dragged."""
    urls = event.mimeData().urls()
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
