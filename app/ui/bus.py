"""What the store changed, told once to Qt."""

from PySide6.QtCore import QObject, Signal

from app.models.changes import Changes


class Bus(QObject):
    """Re-emits the store's changes on Qt's thread; ``publish`` may be called from any thread."""

    changed = Signal(object)

    def publish(self, changes: Changes) -> None:
        """Tell everybody who listens; receivers are called on their own thread."""
        self.changed.emit(changes)
