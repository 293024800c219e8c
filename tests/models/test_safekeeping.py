"""A counsellor takes a backup, sees it in the list and proves that it can be restored."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import DamagedStore, NotFound
from app.models.safekeeping import all_backups, back_up, try_restoring
from app.models.store import Store
from app.models.types import Workplace
from app.paths import Paths
from tests.stores import new_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    opened.workplaces.add(Workplace(code="LEM", name="Vestas i Lem"))
    yield opened
    opened.close()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


def test_without_a_backup_there_is_nothing_to_try(store: Store, paths: Paths) -> None:
    assert all_backups(store, paths) == ()
    with pytest.raises(NotFound):
        try_restoring(store, paths)


def test_a_backup_is_made_listed_and_proved(store: Store, paths: Paths) -> None:
    made = back_up(store, paths)
    assert all_backups(store, paths) == made

    proof = try_restoring(store, paths)
    assert proof.backup == made[0]
    assert proof.counts["workplace"] == 1


def test_the_second_folder_gets_its_own_copy(store: Store, paths: Paths, tmp_path: Path) -> None:
    store.settings.set("backup_folder", str(tmp_path / "usb"))
    assert {b.database.parent.name for b in back_up(store, paths)} == {"backups", "usb"}
    assert len(all_backups(store, paths)) == 2


def test_a_drive_that_is_gone_does_not_hide_the_other_backups(
    store: Store, paths: Paths, tmp_path: Path
) -> None:
    back_up(store, paths)
    (tmp_path / "usb").write_text("no folder any more")
    store.settings.set("backup_folder", str(tmp_path / "usb" / "vejviser"))
    assert len(all_backups(store, paths)) == 1


def test_a_damaged_backup_is_found_out(store: Store, paths: Paths) -> None:
    made = back_up(store, paths)[0]
    content = bytearray(made.database.read_bytes())
    content[len(content) // 2] ^= 1
    made.database.write_bytes(content)
    with pytest.raises(DamagedStore):
        try_restoring(store, paths)


def test_a_closed_store_has_no_key_left(store: Store, paths: Paths) -> None:
    back_up(store, paths)
    store.close()
    assert store.key is None
