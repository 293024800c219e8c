"""Which backups still hold somebody, and until when."""

from collections.abc import Collection
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import msgspec

from app.errors import UserError
from app.models import cipher
from app.models.backup import list_backups
from app.models.cipher import DatabaseError, DataKey
from app.models.clock import local_today
from app.models.safekeeping import backup_folders
from app.models.store import Store
from app.models.thinning import to_thin
from app.models.types import RecordId
from app.paths import Paths

_LONGEST = 3 * 366
"""Days after which every backup that can go has gone."""
_NOON = time(12, tzinfo=UTC)
_WORKDAYS = 5


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """A file that holds somebody.

    ``goes_on`` is the day on which it is thinned if a backup is made on every weekday from now on,
    None for one that no rule removes: what a restore kept of the data before it.
    """

    path: Path
    made_at: datetime
    goes_on: date | None


class Holdings(msgspec.Struct, frozen=True, kw_only=True):
    """The files that hold somebody, newest first, and folders that could not be looked into."""

    files: tuple[Holding, ...] = ()
    unseen: tuple[Path, ...] = ()

    @property
    def last_goes_on(self) -> date | None:
        """The day on which the last of the backups goes; None where there is none."""
        return max((each.goes_on for each in self.files if each.goes_on), default=None)

    @property
    def kept(self) -> int:
        """How many files stay until somebody removes them."""
        return sum(each.goes_on is None for each in self.files)


def find_holdings(store: Store, paths: Paths, ids: Collection[RecordId]) -> Holdings:
    """Return the files in which one of the records stands, or stood when they were made.

    A file that cannot be read with the key of today counts too: nobody knows what is in it.
    """
    key = store.key
    if key is None:
        raise RuntimeError("the store was opened without its key, or is closed")
    today = local_today(store.clock)
    found: list[Holding] = []
    unseen: list[Path] = []
    for folder in backup_folders(store, paths):
        if folder != paths.backups and not _is_there(folder):
            unseen.append(folder)
            continue
        try:
            backups = list_backups(folder)
        except UserError:
            unseen.append(folder)
            continue
        goes = expected_end({backup.made_at for backup in backups}, today)
        found += [
            Holding(path=each.database, made_at=each.made_at, goes_on=goes[each.made_at])
            for each in backups
            if _holds(each.database, key, ids)
        ]
    found += [
        Holding(path=path, made_at=datetime.fromtimestamp(path.stat().st_mtime, UTC), goes_on=None)
        for path in paths.data_dir.glob(f"before-restore-*/{paths.database.name}*")
        if not path.name.endswith(("-wal", "-shm", ".lock")) and _holds(path, key, ids)
    ]
    found.sort(key=lambda each: each.made_at, reverse=True)
    return Holdings(files=tuple(found), unseen=tuple(unseen))


def expected_end(made: Collection[datetime], today: date) -> dict[datetime, date | None]:
    """Return when each backup is thinned, if one is made on every weekday from tomorrow on."""
    ends: dict[datetime, date | None] = dict.fromkeys(made)
    present = set(made)
    for ahead in range(1, _LONGEST):
        day = today + timedelta(days=ahead)
        if day.isoweekday() > _WORKDAYS:
            continue
        present.add(datetime.combine(day, _NOON))
        gone = to_thin(present, day)
        present -= gone
        ends |= dict.fromkeys(gone & ends.keys(), day)
        if present.isdisjoint(made):
            break
    return ends


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False


def _holds(path: Path, key: DataKey, ids: Collection[RecordId]) -> bool:
    wanted = msgspec.json.encode(sorted(ids)).decode()
    listed = "(SELECT value FROM json_each(:wanted))"
    query = (
        f"SELECT EXISTS (SELECT 1 FROM person WHERE id IN {listed})"
        f" OR EXISTS (SELECT 1 FROM audit WHERE record_id IN {listed})"
    )
    try:
        with closing(cipher.open_copy(path, key)) as copy:
            return bool(copy.execute(query, {"wanted": wanted}).fetchone()[0])
    except (UserError, DatabaseError):
        return True
