"""Real encrypted stores for tests, with a cheap key derivation and a clock that stands still."""

import atexit
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from app.models.cipher import DataKey
from app.models.clock import Clock
from app.models.keys import (
    KdfParameters,
    change_passphrase,
    open_with_passphrase,
    read_envelope,
    write_envelope,
)
from app.models.opening import create_store, open_store, open_with_key, require_nothing_there
from app.models.store import Store
from app.models.types import Counsellor, Profession
from app.paths import Paths

CHEAP = KdfParameters(passes=1, memory_kib=64, lanes=1)
PASSPHRASE = "en ganske lang adgangssætning"
NOW = datetime(2026, 11, 21, 8, 24, tzinfo=UTC)
"""Saturday 21 November 2026, 9.24 in Denmark."""


def standing_clock(instant: datetime = NOW) -> Clock:
    """Return a clock that always shows ``instant``."""
    return lambda: instant


def ticking_clock(start: datetime = NOW, step: timedelta = timedelta(seconds=1)) -> Clock:
    """Return a clock that is one ``step`` later every time it is read."""
    moment = start - step

    def clock() -> datetime:
        nonlocal moment
        moment += step
        return moment

    return clock


def fingerprints(folder: Path) -> dict[str, str]:
    """Return the hash of every file in ``folder`` that holds data; locks and indexes hold none."""
    return {
        str(item.relative_to(folder)): hashlib.sha256(item.read_bytes()).hexdigest()
        for item in sorted(folder.rglob("*"))
        if item.is_file() and not item.name.endswith((".lock", "-shm"))
    }


def new_store(folder: Path, clock: Clock | None = None) -> Store:
    """Return an empty store of the project "Projekt Vest" with one counsellor, KM.

    Where the clock shows NOW it is a copy of one that this process set up before: all but the
    secrets of such stores is the same, and most tests want nothing else.
    """
    clock = clock or standing_clock()
    if clock() == NOW:
        return _usual_mould().pour(folder, clock)
    return _set_up(folder, clock)


def _set_up(folder: Path, clock: Clock) -> Store:
    store, _, _ = create_store(
        Paths(folder / "data"),
        PASSPHRASE,
        project="Projekt Vest",
        counsellor=Counsellor(
            initials="KM", name="Karen Møller", profession=Profession.SOCIAL_WORKER
        ),
        clock=clock,
        params=CHEAP,
    )
    return store


def copied(data: Path, folder: Path, clock: Clock, passphrase: str = PASSPHRASE) -> Store:
    """Open a copy in ``folder`` of the data of a store that is closed: made once, used by many."""
    paths = Paths(folder / "data")
    shutil.copytree(data, paths.data_dir)
    return open_store(paths, passphrase, clock=clock)[0]


def unlock_cheaply(paths: Paths, passphrase: str = PASSPHRASE) -> None:
    """Let an installation that a command set up be unlocked in no time, by the same passphrase.

    What setting up costs is right for a counsellor, and too much for fifty commands after it.
    """
    envelope = read_envelope(paths.envelope)
    if envelope.slot("passphrase").kdf != CHEAP:
        key = open_with_passphrase(envelope, passphrase)
        write_envelope(paths.envelope, change_passphrase(envelope, key, passphrase, params=CHEAP))


class StoreMould:
    """An empty store that is made once and copied in milliseconds."""

    def __init__(self, folder: Path) -> None:
        store = _set_up(folder, standing_clock())
        assert store.key is not None
        self._key: DataKey = store.key
        self._data = Paths(folder / "data").data_dir
        # Keys are one computer's: every copy makes its own at first need.
        store.database.execute("DELETE FROM device")
        store.close()

    def pour(self, folder: Path, clock: Clock) -> Store:
        """Open a fresh copy in ``folder``."""
        paths = Paths(folder / "data")
        require_nothing_there(paths)
        shutil.copytree(self._data, paths.data_dir, dirs_exist_ok=True)
        return open_with_key(paths, self._key, clock=clock)

    @contextmanager
    def copy(self, clock: Clock | None = None) -> Iterator[Store]:
        """Open a fresh copy and throw it away afterwards."""
        with (
            TemporaryDirectory() as folder,
            closing(self.pour(Path(folder), clock or standing_clock())) as store,
        ):
            yield store


@cache
def _usual_mould() -> StoreMould:
    folder = Path(mkdtemp(prefix="vejviser-mould-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return StoreMould(folder)
