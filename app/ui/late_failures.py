"""Work that failed after the lock: noted without what it says, and told when somebody is inside again."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app import log
from app.errors import UserError
from app.paths import Paths
from app.ui.notices import WindowNotices


class LateFailures(QObject):
    """Remembers that something failed unheard until there is a window to tell it in."""

    def __init__(self, paths: Callable[[], Paths], parent: QObject) -> None:
        super().__init__(parent)
        self._paths = paths
        self._unheard = False
        self._notices: WindowNotices | None = None

    def tell_in(self, notices: WindowNotices | None) -> None:
        """Tell in this window from now on, at once what is left to tell; None while it is locked."""
        self._notices = notices
        if self._unheard and notices is not None:
            self._unheard = False
            notices.tell_of_late_failure()

    def remember(self, error: Exception) -> None:
        """Take note that work failed, and of nothing that the error says."""
        log.logger("store").error("work failed after the lock: %s", type(error))
        if not isinstance(error, UserError):
            log.write_crash_report(self._paths(), error)
        self._unheard = True
        self.tell_in(self._notices)
