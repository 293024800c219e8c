"""One unlocked session: the store's thread, the bus, the commands; gone when the window locks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot

from app.context import AppContext
from app.ui.bus import Bus
from app.ui.commands import Commands
from app.ui.courier import Courier
from app.ui.tasks import Failed, StoreThread


class Session(QObject):
    """Opens the store on its thread and owns everything that talks to it."""

    def __init__(self, failed: Failed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bus = Bus(self)
        self.thread_of_store = StoreThread(failed, self)
        self.commands = Commands(self.thread_of_store, failed, self)
        self.courier = Courier(self.thread_of_store, self)
        self.is_lead = False
        self.bus.changed.connect(self.commands.heed)
        self.bus.changed.connect(self.courier.note)

    def open(
        self,
        opener: Callable[[], AppContext],
        done: Callable[[AppContext], None],
        failed: Failed,
    ) -> None:
        """Unlock with ``opener`` on the store's thread, then call ``done`` on Qt's."""

        def subscribed() -> AppContext:
            context = opener()
            context.store.subscribe(self.bus.publish)
            # Read here, where the store may be asked: the window is built for one role.
            self.is_lead = context.store.settings.is_lead
            return context

        self.thread_of_store.open(subscribed, done, failed)

    def close(self, *, wait: bool) -> None:
        """Finish what was asked for, then drop the connection and the key."""
        self.courier.close()
        self.thread_of_store.closed.connect(self._ended, Qt.ConnectionType.QueuedConnection)
        self.thread_of_store.close(wait=wait)

    @Slot()
    def _ended(self) -> None:
        # The thread that told of its end may still be on its way out of telling: it is joined
        # before what it told with is deleted.
        self.thread_of_store.close(wait=True)
        self.deleteLater()
