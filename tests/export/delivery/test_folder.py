"""A folder that fills up, goes read-only, vanishes in the middle, or is full of tricks."""

import multiprocessing
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.export.delivery.folder import FolderDelivery
from app.models.team.troubles import DeliveryError, Trouble

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and rights of POSIX")
ENDING = ".vvb"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def write_with_little_room(root: Path, answer: "multiprocessing.connection.Connection") -> None:
    """Write a letter where no file may be larger than 4 KB, as on a stick with little room."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    try:
        FolderDelivery(root).write("to-lead", "0a.vvb", b"x" * 10_000)
    except DeliveryError as error:
        answer.send(error.trouble.value)


def test_a_full_folder_keeps_nothing_half_written(root: Path) -> None:
    delivery = FolderDelivery(root)
    delivery.write("to-lead", "0a.vvb", b"before")
    spawning = multiprocessing.get_context("spawn")
    here, there = spawning.Pipe()
    process = spawning.Process(target=write_with_little_room, args=(root, there))
    process.start()
    process.join(60)
    assert here.poll(0)
    assert here.recv() == Trouble.FULL
    assert [path.name for path in (root / "to-lead").iterdir()] == ["0a.vvb"]
    assert delivery.read("to-lead", "0a.vvb", 100) == b"before"


@pytest.fixture
def small_disk(root: Path) -> Iterator[Path]:
    """A disk of 64 KB, where this user may mount one."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(root)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted here")
    yield root
    subprocess.run(["umount", str(root)], check=False)


def test_a_disk_fills_up_goes_read_only_and_is_unplugged(small_disk: Path) -> None:
    delivery = FolderDelivery(small_disk)
    delivery.write("to-lead", "0a.vvb", b"x" * 20_000)
    with pytest.raises(DeliveryError) as error:
        delivery.write("to-lead", "0b.vvb", b"x" * 60_000)
    assert error.value.trouble is Trouble.FULL
    assert [path.name for path in (small_disk / "to-lead").iterdir()] == ["0a.vvb"]
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    for use in (
        lambda: delivery.write("to-lead", "0c.vvb", b"x"),
        lambda: delivery.remove("to-lead", "0a.vvb"),
        lambda: delivery.move("to-lead", "0a.vvb", "taken/0a", "0a.vvb"),
    ):
        with pytest.raises(DeliveryError) as error:
            use()
        assert error.value.trouble is Trouble.READ_ONLY
    assert delivery.read("to-lead", "0a.vvb", 100_000) == b"x" * 20_000
    subprocess.run(["umount", str(small_disk)], check=True)
    assert delivery.listing("to-lead", ENDING).entries == (), "the mount point itself is left"


def test_a_link_is_neither_listed_nor_followed(root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.vvb"
    secret.write_bytes(b"of this computer")
    delivery = FolderDelivery(root)
    delivery.write("to-lead", "0a.vvb", b"x")
    (root / "to-lead" / "0b.vvb").symlink_to(secret)
    assert [entry.name for entry in delivery.listing("to-lead", ENDING).entries] == ["0a.vvb"]
    with pytest.raises(DeliveryError) as error:
        delivery.read("to-lead", "0b.vvb", 100)
    assert error.value.trouble is Trouble.UNSAFE


def test_a_link_in_place_of_a_folder_is_refused(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / "to-lead").symlink_to(elsewhere)
    delivery = FolderDelivery(root)
    for use in (
        lambda: delivery.listing("to-lead", ENDING),
        lambda: delivery.write("to-lead", "0a.vvb", b"x"),
        lambda: delivery.read("to-lead", "0a.vvb", 100),
        lambda: delivery.remove("to-lead", "0a.vvb"),
    ):
        with pytest.raises(DeliveryError) as error:
            use()
        assert error.value.trouble is Trouble.UNSAFE
    assert list(elsewhere.iterdir()) == []


def test_a_link_waiting_under_the_name_to_be_written_is_replaced(
    root: Path, tmp_path: Path
) -> None:
    target = tmp_path / "mine.txt"
    target.write_bytes(b"mine")
    folder = root / "to-lead"
    folder.mkdir()
    (folder / "0a.vvb").symlink_to(target)
    (folder / "0a.vvb.part").symlink_to(target)
    FolderDelivery(root).write("to-lead", "0a.vvb", b"letter")
    assert target.read_bytes() == b"mine"
    assert not (folder / "0a.vvb").is_symlink()


def test_a_pipe_does_not_keep_anybody_waiting(root: Path) -> None:
    folder = root / "to-lead"
    folder.mkdir()
    os.mkfifo(folder / "0a.vvb")
    delivery = FolderDelivery(root)
    assert delivery.listing("to-lead", ENDING).entries == ()
    with pytest.raises(DeliveryError) as error:
        delivery.read("to-lead", "0a.vvb", 100)
    assert error.value.trouble is Trouble.UNSAFE


def test_who_may_use_the_folder_may_read_the_letters_whatever_the_program_keeps_to_itself(
    root: Path,
) -> None:
    root.chmod(0o770)
    before = os.umask(0o077)
    try:
        FolderDelivery(root).write("to-lead", "0a.vvb", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((root / "to-lead").stat().st_mode) == 0o770
    assert stat.S_IMODE((root / "to-lead" / "0a.vvb").stat().st_mode) == 0o660
