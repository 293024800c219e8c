"""A field for a time of day, typed as one likes: 9, 930, 9.30, 09:30."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.models.typed_dates import parse_time
from app.models.words import short_time


class TimeField(QLineEdit):
    """Reads a time of day and shows it as 09.30 when it is left."""

    def __init__(self, name: str, time: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.set_time(time)
        self.editingFinished.connect(self._finished)

    def time(self) -> str:
        """Return the time as HH:MM, "" for nothing typed and for what is no time."""
        return parse_time(self.text()) or ""

    def set_time(self, time: str) -> None:
        """Show a time that is given as HH:MM."""
        self.setText(short_time(time))

    def _finished(self) -> None:
        if self.time():
            self.set_time(self.time())
