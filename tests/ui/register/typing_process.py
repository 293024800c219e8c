"""A process that types on the registration page until it is killed.

Run as ``python -m tests.ui.register.typing_process FOLDER TEXT``. It prints "kept" when the draft
is on the disk, as the page itself shows it, and then waits for the end.
"""

import os
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.context import AppContext
from app.models.settings import DeviceSettings
from app.paths import Paths
from app.ui.bus import Bus
from app.ui.commands import Commands
from app.ui.courier import Courier
from app.ui.pages.register.page import RegisterPage
from app.ui.services import Services
from app.ui.tasks import StoreThread
from tests.keyboard import Typist
from tests.stores import PASSPHRASE, standing_clock
from tests.ui.conftest import RecordingNotices


def main(folder: Path, text: str) -> int:
    """Type ``text`` into the person field of a page on the store in ``folder``."""
    sys.excepthook = _give_up
    app = QApplication([])
    paths = Paths(folder)
    notices = RecordingNotices()
    thread = StoreThread(notices.show_error)
    window = QWidget()

    def opened(_context: AppContext) -> None:
        page = RegisterPage(
            Services(
                runner=thread,
                bus=Bus(),
                commands=Commands(thread, notices.show_error),
                notices=notices,
                device=DeviceSettings(paths.device_settings),
                paths=paths,
                clock=standing_clock(),
                go=lambda name, target: None,
                courier=Courier(thread),
            )
        )
        QVBoxLayout(window).addWidget(page)
        page.keeper.kept.connect(lambda: print("kept", flush=True))  # noqa: T201
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        page.open(None)
        page.first_focus().setFocus()
        Typist().type(text)

    thread.open(
        lambda: AppContext.open(paths, PASSPHRASE, clock=standing_clock()),
        opened,
        notices.show_error,
    )
    return app.exec()


def _give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """End at once when something fails, so that nobody waits for "kept"."""
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
