"""A window that becomes a lead's while it is open, and the title that tells whose it is."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.models.installations import Side, side_of
from app.models.settings import DeviceSettings
from app.ui.gatekeeper import Gatekeeper
from app.ui.gates.begin_sharing import Begun
from app.ui.installation_words import window_title
from app.ui.main_window import MainWindow


class Leading:
    """Shows the code of a project that was created here before anything else is shown."""

    def __init__(self, window: MainWindow, gates: Gatekeeper, device: DeviceSettings) -> None:
        self._window, self._gates, self._device = window, gates, device
        self._behind: QWidget | None = None

    @property
    def shows_code(self) -> bool:
        """Whether a code is on the screen that nobody has kept yet; locked away, it would be gone."""
        return self._behind is not None

    def begin(self, begun: object, done: Callable[[QWidget | None], None]) -> None:
        """Call ``done``, after the code was kept where there is one, with what was shown behind it."""
        if isinstance(begun, Begun) and begun.code:
            self._behind = self._gates.show_project_code(begun, lambda: self._kept(done))
        else:
            done(None)

    def _kept(self, done: Callable[[QWidget | None], None]) -> None:
        behind, self._behind = self._behind, None
        done(behind)

    def show_title(self, *, lead: bool = False) -> None:
        """Let the window's title tell whose it is; ``lead`` is known where it is open."""
        side = Side.LEAD if lead else side_of(self._gates.paths)
        title = window_title(None if self._gates.demo else side)
        self._window.setWindowTitle(title.in_language(self._device.language))
