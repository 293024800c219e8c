import errno
import os
import stat
from pathlib import Path

import pytest

from app import files
from app.errors import Conflict, NotFound, UserError
from app.paths import Paths
from tests.crashing import crash_at_every_step


def test_a_file_is_replaced_whole_and_belongs_to_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    files.write_atomically(path, b"old")
    files.write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_the_folder_of_data_is_absolute_wherever_the_program_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Paths(Path("out/demo-data")).cards == tmp_path / "out" / "demo-data" / "cards"


def test_what_a_crash_left_behind_does_not_stand_in_the_way(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    files.temporary_sibling(path).write_bytes(b"half")
    files.write_atomically(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_dying_at_any_step_leaves_all_of_the_old_or_all_of_the_new(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"old")
    seen = []

    def check() -> None:
        seen.append(path.read_bytes())
        path.write_bytes(b"old")

    assert crash_at_every_step(lambda: files.write_atomically(path, b"new"), check) >= 4
    assert seen == sorted(seen, reverse=True)
    assert set(seen) == {b"old", b"new"}


def test_many_may_share_a_lock_but_only_one_may_be_alone(tmp_path: Path) -> None:
    path = tmp_path / "store.lock"
    window = files.FileLock(path, exclusive=False)
    command = files.FileLock(path, exclusive=False)
    with pytest.raises(Conflict):
        files.FileLock(path, exclusive=True)
    window.release()
    command.release()
    command.release()
    alone = files.FileLock(path, exclusive=True)
    for exclusive in (True, False):
        with pytest.raises(Conflict) as caught:
            files.FileLock(path, exclusive=exclusive)
    assert "i brug i et andet vindue" in caught.value.message("da")
    alone.release()
    files.FileLock(path, exclusive=False).release()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "Disken er fuld."),
        (errno.EDQUOT, "Disken er fuld."),
        (errno.EACCES, "skrivebeskyttet"),
        (errno.EROFS, "skrivebeskyttet"),
        (errno.EIO, "svarede med en fejl"),
        (errno.ENOTDIR, "svarede med en fejl"),
    ],
)
def test_what_the_disk_answers_is_said_in_plain_words(number: int, words: str) -> None:
    with pytest.raises(UserError) as caught, files.explained_os_errors():
        raise OSError(number, os.strerror(number))
    assert words in caught.value.message("da")


def test_a_missing_file_is_not_found_and_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught, files.explained_os_errors():
        (tmp_path / "missing.csv").read_bytes()
    assert caught.value.why.en.startswith("missing.csv was moved or deleted")


def test_a_folder_with_the_name_of_a_file_is_said_to_be_one(tmp_path: Path) -> None:
    folder = tmp_path / "tal.csv"
    folder.mkdir()
    for write in (files.write_atomically, files.write_beside):
        with pytest.raises(UserError) as caught, files.explained_os_errors():
            write(folder, b"data")
        assert "»tal.csv« er en mappe, ingen fil." in caught.value.message("da")
    with pytest.raises(UserError) as caught, files.explained_os_errors(reading=True):
        folder.read_bytes()
    assert "»tal.csv« er en mappe, ingen fil." in caught.value.message("da")
    assert list(tmp_path.iterdir()) == [folder]


def test_a_file_that_may_not_be_read_is_not_called_write_protected() -> None:
    with pytest.raises(UserError) as caught, files.explained_os_errors(reading=True):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    assert "no access" in caught.value.message("en")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a folder that cannot be synced")
def test_a_drive_that_cannot_sync_folders_is_no_error() -> None:
    files.sync_folder(Path("/proc"))


def test_a_folder_under_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(UserError) as caught, files.explained_os_errors():
            folder.mkdir(parents=True, exist_ok=True)
        assert f"{folder} kan ikke være en mappe" in caught.value.message("da")


def test_a_disk_that_fails_is_told_with_the_file_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "rapport.pdf"
    with pytest.raises(UserError) as caught, files.explained_os_errors():
        raise OSError(errno.EIO, os.strerror(errno.EIO), f"{path}.part")
    assert f"({path})" in caught.value.message("da")
