"""The program's parts, composed in one visible place and closed in reverse order."""

from types import TracebackType
from typing import Self

import msgspec

from app.models import opening
from app.models.cipher import DataKey, open_database
from app.models.clock import Clock, system_clock
from app.models.settings import DeviceSettings
from app.models.store import Store
from app.paths import Paths


class AppContext(msgspec.Struct, frozen=True):
    """One unlocked installation; belongs to the thread that opened it."""

    paths: Paths
    device: DeviceSettings
    store: Store
    key: DataKey
    clock: Clock

    @classmethod
    def open(cls, paths: Paths, passphrase: str, *, clock: Clock = system_clock) -> Self:
        """Unlock an installation; errors as for :func:`app.models.opening.open_store`."""
        store, key = opening.open_store(paths, passphrase, clock=clock)
        return cls(paths, DeviceSettings(paths.device_settings), store, key, clock)

    def another_store(self) -> Store:
        """Open a second connection, for another thread; whoever listens hears what it changes.

        What both do is put in order by the database; each is closed by itself.
        """
        store = Store(open_database(self.paths.database, self.key), self.clock, self.key)
        store.subscribe(self.store.pass_on)
        return store

    def close(self) -> None:
        """Close the store and with it drop the key."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
