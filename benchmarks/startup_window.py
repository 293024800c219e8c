"""One start of a window, for ``benchmarks.startup``: ``empty``, ``gate`` or ``unlocked``.

Prints the wall-clock time at which the window was painted. The program runs as it always does, from
its main function on; a hand of its own types the passphrase ("unlocked") into the gate. What
is only done when the day is on the screen (drawing the chart, the backup of the day) is not waited
for.
"""

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow


def empty() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()

    def done() -> None:
        report(window)
        app.quit()

    QTimer.singleShot(0, done)
    app.exec()


def program(act: Callable[["QMainWindow"], None]) -> None:
    """Run the program and let ``act`` have its window as soon as the gate is shown."""
    from app.__main__ import main
    from app.window import load_window

    # The program does this itself; here it comes first, to be there when the window is shown.
    load_window()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])

    def shown() -> None:
        act(next(each for each in app.topLevelWidgets() if isinstance(each, QMainWindow)))

    QTimer.singleShot(0, shown)
    sys.argv = ["vejviser"]
    main()


def at_the_gate(window: "QMainWindow") -> None:
    report(window)
    window.close()


def unlock(window: "QMainWindow") -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer

    from app.ui.gates.unlock import Unlock

    class Watch(QObject):
        """Waits for the content that takes the place of the gate."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.ChildAdded:
                QTimer.singleShot(0, self, lambda: read(window))
                window.removeEventFilter(self)
            return False

    window.installEventFilter(Watch(window))
    gate = window.centralWidget()
    assert isinstance(gate, Unlock)
    gate.unlock.passphrase.line.setText(os.environ["PASSPHRASE"])
    gate.unlock.forward.click()


def read(window: "QMainWindow") -> None:
    """Report when the store has answered what the page asked for."""
    from app.ui.workspace import Workspace

    workspace = window.centralWidget()
    assert isinstance(workspace, Workspace)
    page = workspace.current_page()
    assert page is not None

    def answered(_: None) -> None:
        report(window)
        window.close()

    # The store answers in the order in which it was asked.
    page.services.runner.run(lambda _store: None, answered)


def report(window: "QMainWindow") -> None:
    window.grab()
    print(time.time(), flush=True)


if __name__ == "__main__":
    match sys.argv[1]:
        case "empty":
            empty()
        case "gate":
            program(at_the_gate)
        case "unlocked":
            program(unlock)
