"""A damaged key file or database is put right from a backup, and nothing is thrown away."""

from contextlib import closing
from pathlib import Path

import pytest

from app.errors import DamagedEnvelope, DamagedStore, WrongPassphrase
from app.models import recovery_code
from app.models.backup import Backup, make_backup
from app.models.opening import create_store, open_store
from app.models.rescue import Rescue, open_rescued
from app.models.store import Store
from app.models.types import Counsellor, Workplace
from app.paths import Paths
from tests.stores import CHEAP, NOW, PASSPHRASE, standing_clock


class Installation:
    """One installation with a workplace before its only backup, and one after it."""

    def __init__(self, folder: Path) -> None:
        self.paths = Paths(folder / "data")
        store, key, self.code = create_store(
            self.paths,
            PASSPHRASE,
            project="Projekt Vest",
            counsellor=Counsellor(initials="KM", name="Karen Møller"),
            clock=standing_clock(),
            params=CHEAP,
        )
        with closing(store):
            store.workplaces.add(Workplace(code="LEM", name="Vestas i Lem"))
            self.backup = make_backup(
                store.database, key, self.paths.backups, self.paths.envelope, NOW
            )
            store.workplaces.add(Workplace(code="TARM", name="VM Tarm"))

    def rescue(
        self, *, secret: str = PASSPHRASE, key_file_only: bool, backup: Backup | None = None
    ) -> Store:
        request = Rescue(backup=backup or self.backup, secret=secret, key_file_only=key_file_only)
        return open_rescued(self.paths, request, clock=standing_clock())[0]

    def damage_envelope(self) -> bytes:
        damaged = self.paths.envelope.read_bytes()[:-40]
        self.paths.envelope.write_bytes(damaged)
        return damaged

    def damage_database(self) -> None:
        self.paths.database.write_bytes(b"\x5a" * self.paths.database.stat().st_size)


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return Installation(tmp_path)


def codes(store: Store) -> list[str]:
    return sorted(workplace.code for workplace in store.workplaces.all())


def test_a_damaged_key_file_is_replaced_and_nothing_saved_since_is_lost(
    installation: Installation,
) -> None:
    damaged = installation.damage_envelope()
    with pytest.raises(DamagedEnvelope):
        open_store(installation.paths, PASSPHRASE)

    with closing(installation.rescue(key_file_only=True)) as store:
        assert codes(store) == ["LEM", "TARM"]

    kept = list(installation.paths.data_dir.glob("vejviser.key.json.damaged-*"))
    assert [path.read_bytes() for path in kept] == [damaged]
    reopened, _ = open_store(installation.paths, PASSPHRASE)
    reopened.close()


def test_a_missing_key_file_is_put_back_with_the_recovery_code(
    installation: Installation,
) -> None:
    installation.paths.envelope.unlink()
    typed = installation.code.lower().replace("-", " ")
    with closing(installation.rescue(secret=typed, key_file_only=True)) as store:
        assert codes(store) == ["LEM", "TARM"]


def test_a_damaged_database_is_replaced_by_the_backup_and_kept_aside(
    installation: Installation,
) -> None:
    installation.damage_database()
    damaged = installation.paths.database.read_bytes()
    with closing(installation.rescue(key_file_only=False)) as store:
        assert codes(store) == ["LEM"]
    kept = list(installation.paths.data_dir.glob("before-restore-*/vejviser.db"))
    assert [path.read_bytes() for path in kept] == [damaged]


@pytest.mark.parametrize(
    "secret",
    ["en helt anden sætning", pytest.param(recovery_code.generate(), id="another code")],
)
@pytest.mark.parametrize("key_file_only", [True, False])
def test_a_wrong_secret_changes_nothing(
    installation: Installation, secret: str, key_file_only: bool
) -> None:
    damaged = installation.damage_envelope()
    before = sorted(path.name for path in installation.paths.data_dir.iterdir())
    with pytest.raises(WrongPassphrase):
        installation.rescue(secret=secret, key_file_only=key_file_only)
    assert installation.paths.envelope.read_bytes() == damaged
    assert sorted(path.name for path in installation.paths.data_dir.iterdir()) == before


def test_a_key_that_does_not_open_the_database_does_not_replace_the_key_file(
    installation: Installation, tmp_path: Path
) -> None:
    damaged = installation.damage_envelope()
    stranger = Installation(tmp_path / "elsewhere")
    with pytest.raises(DamagedStore):
        installation.rescue(key_file_only=True, backup=stranger.backup)
    assert installation.paths.envelope.read_bytes() == damaged


def test_the_secret_is_not_shown_in_a_trace(installation: Installation) -> None:
    request = Rescue(backup=installation.backup, secret=PASSPHRASE, key_file_only=True)
    assert PASSPHRASE not in repr(request)
