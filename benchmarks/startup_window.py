"""One start of a window, for ``benchmarks.startup``: ``empty`` or ``unlocked FOLDER``.

Prints the wall-clock time at which the window was painted; what follows (the backup of the day, the
drawing of charts) goes on beside it and is not waited for.
"""

import sys
import time
from pathlib import Path


def empty() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()

    def done() -> None:
        window.grab()
        print(time.time())
        app.quit()

    QTimer.singleShot(0, done)
    app.exec()


def unlocked(folder: str) -> None:
    # As the program itself does: the command line first, Qt after it.
    import app.cli
    from app.models.opening import open_store
    from app.paths import Paths
    from tests.stores import PASSPHRASE

    assert app.cli.cli
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.ui.application import Application

    qt = QApplication([])
    paths = Paths(Path(folder) / "data")
    application = Application(qt, paths)
    application.gates.opened.connect(lambda *_: QTimer.singleShot(0, shown))

    def shown() -> None:
        # One more turn through the store's thread: what the page asked for is there then.
        assert application.session is not None
        application.session.thread_of_store.run(lambda _store: None, lambda _: done())

    def done() -> None:
        application.window.grab()
        print(time.time())
        qt.quit()

    application.window.show()
    application.gates.open_with(lambda: open_store(paths, PASSPHRASE))
    qt.exec()
    application.close()


def main() -> None:
    if sys.argv[1] == "empty":
        empty()
    else:
        unlocked(sys.argv[2])


if __name__ == "__main__":
    main()
