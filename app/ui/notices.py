"""How the window speaks: a sentence at its lower edge, never a box that must be clicked away."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app import log
from app.errors import UserError
from app.paths import Paths
from app.texts import Language
from app.ui.widgets.toast import Toast

_TIME_TO_READ = 20_000
"""Milliseconds that an error stays; it says three things."""


class WindowNotices(QObject):
    """Shows notices in the window's toast."""

    def __init__(
        self,
        toast: Toast,
        undo: Callable[[], None],
        paths: Paths,
        language: Callable[[], Language],
    ) -> None:
        super().__init__(toast)
        self._toast = toast
        toast.activated.connect(undo)
        self._paths = paths
        self._language = language

    def tell(self, text: str, *, undo: bool = False) -> None:
        """Show a sentence for a while; ``undo`` adds the button that takes it back."""
        self._toast.show_message(text, self.tr("Fortryd") if undo else "")

    def show_error(self, error: Exception) -> None:
        """Show what the user can do something about; report anything else as a fault."""
        if isinstance(error, UserError):
            self._toast.show_message(error.message(self._language()), milliseconds=_TIME_TO_READ)
            return
        log.logger("window").error("a fault was shown")
        log.write_crash_report(self._paths, error)
        self._toast.show_message(
            self.tr(
                "Der skete en fejl i programmet. Det, du har gemt, er i behold. "
                "En fejlrapport uden personoplysninger ligger i logmappen."
            ),
            milliseconds=_TIME_TO_READ,
        )
