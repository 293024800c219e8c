"""Getting back in with a backup when the key file or the database is damaged.

A damaged key file needs only the key file of a backup: the key in it never changes, so everything
that was saved since is kept. A damaged database needs the whole backup.
"""

from contextlib import closing
from datetime import UTC, datetime

import msgspec

from app import files
from app.models import keys, recovery_code
from app.models.backup import Backup, restore
from app.models.cipher import DataKey, lock_path, open_database
from app.models.clock import Clock, system_clock
from app.models.keys import Envelope
from app.models.opening import open_with_key
from app.models.store import Store
from app.paths import Paths


class Rescue(msgspec.Struct, frozen=True, kw_only=True):
    """What to put back, and what opens it."""

    backup: Backup
    secret: str
    """The passphrase of the day of the backup, or its recovery code."""
    key_file_only: bool
    """Whether only the key file is taken from the backup, and the database stays."""

    def __repr__(self) -> str:
        return f"Rescue(backup={self.backup!r}, key_file_only={self.key_file_only})"


def open_rescued(
    paths: Paths, rescue: Rescue, *, clock: Clock = system_clock
) -> tuple[Store, DataKey]:
    """Put back what the rescue says and open the store; what was there before is kept beside it.

    Raises:
        WrongPassphrase, DamagedEnvelope: the backup does not open with the secret, or not at all.
        DamagedStore: the key fits, but the database (or its copy in the backup) is damaged.
        Conflict: another window has the store open.
    """
    envelope = keys.read_envelope(rescue.backup.envelope)
    key = _key_in(envelope, rescue.secret)
    if rescue.key_file_only:
        _put_key_file_back(paths, envelope, key, clock())
    else:
        restore(rescue.backup, paths, key, clock())
    return open_with_key(paths, key, clock=clock), key


def _key_in(envelope: Envelope, secret: str) -> DataKey:
    try:
        code = recovery_code.parse(secret)
    except recovery_code.MistypedCode:
        return keys.open_with_passphrase(envelope, secret)
    return keys.open_with_recovery_code(envelope, code)


def _put_key_file_back(paths: Paths, envelope: Envelope, key: DataKey, now: datetime) -> None:
    # A key that does not open this database must not take the place of the one that does.
    with closing(open_database(paths.database, key)):
        pass
    with files.explained_os_errors():
        lock = files.FileLock(lock_path(paths.database), exclusive=True)
        try:
            if paths.envelope.exists():
                stamp = now.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%S-%f")
                paths.envelope.rename(paths.data_dir / f"{paths.envelope.name}.damaged-{stamp}")
            keys.write_envelope(paths.envelope, envelope)
        finally:
            lock.release()
