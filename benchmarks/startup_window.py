"""One start of a window, for ``benchmarks.startup``: ``empty`` or ``unlocked FOLDER``."""

import sys
from pathlib import Path


def empty() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    QTimer.singleShot(0, lambda: (window.grab(), app.quit()))
    app.exec()


def unlocked(folder: str) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.models.opening import open_store
    from app.paths import Paths
    from app.ui.application import Application
    from tests.stores import PASSPHRASE

    app = QApplication([])
    paths = Paths(Path(folder) / "data")
    application = Application(app, paths)
    application.gates.opened.connect(lambda *_: QTimer.singleShot(0, shown))

    def shown() -> None:
        # One more turn through the store's thread: what the page asked for is there then.
        assert application.session is not None
        application.session.thread_of_store.run(lambda _store: None, lambda _: done())

    def done() -> None:
        application.window.grab()
        app.quit()

    application.window.show()
    application.gates.open_with(lambda: open_store(paths, PASSPHRASE))
    app.exec()
    application.close()


def main() -> None:
    if sys.argv[1] == "empty":
        empty()
    else:
        unlocked(sys.argv[2])


if __name__ == "__main__":
    main()
