"""The command line as a process of its own."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from tests.cli.conftest import Installation

ROOT = Path(__file__).parents[2]


def started(*words: str | Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "app", *(str(word) for word in words)],
        cwd=ROOT,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=os.environ | more,
        check=False,
    )


def test_a_tally_reaches_another_program(published: Installation) -> None:
    done = started(
        *("--data-dir", published.paths.data_dir, "--passphrase-file", published.passphrase_file),
        *("tally", "--from", "2018-02", "--to", "2019-10", "--format", "json"),
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["contacts"]["all"] == 250


def test_output_is_utf_8_whatever_the_machine_says() -> None:
    done = started("--help", PYTHONIOENCODING="cp850", LC_ALL="C")
    assert "opgørelser for opsøgende" in done.stdout.decode("utf-8")


def test_the_version() -> None:
    assert __version__ in started("--version").stdout.decode()


def test_a_reader_that_goes_away_is_no_fault(published: Installation) -> None:
    command = [sys.executable, "-m", "app", "--data-dir", str(published.paths.data_dir)]
    command += ["--passphrase-file", str(published.passphrase_file)]
    command += ["tally", "--from", "2018-02", "--to", "2019-10", "--format", "csv"]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert done.stderr == b""
    assert list(published.paths.logs.glob("crash-*")) == []


def test_exit_codes_reach_the_shell(published: Installation) -> None:
    published.passphrase_file.write_text("en helt anden adgangssætning")
    place = ("--data-dir", published.paths.data_dir)
    assert started(*place, "check").returncode == 1
    key = ("--passphrase-file", published.passphrase_file)
    assert started(*place, *key, "check").returncode == 3
    assert started(*place, "nothing").returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither modes nor core files")
def test_what_is_made_belongs_to_its_owner_and_no_memory_is_left_on_the_disk(
    published: Installation, tmp_path: Path
) -> None:
    place = ("--data-dir", published.paths.data_dir)
    key = ("--passphrase-file", published.passphrase_file)
    out = tmp_path / "reports" / "2018"
    done = started(*place, *key, "report", "--month", "2018-05", "--format", "csv", "--out", out)
    assert done.returncode == 0
    made = (out.parent, out, *out.iterdir())
    assert all(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in made)

    limit = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    program = f"from app import files; files.keep_to_the_owner(); {limit}"
    asked = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True
    )
    assert asked.stdout.strip() == b"0"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
def test_without_a_display_the_window_says_so_in_three_lines() -> None:
    blind = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    done = subprocess.run(
        [sys.executable, "-m", "app"],
        cwd=ROOT,
        env=blind,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "ingen skærm" in done.stderr
    assert len(done.stderr.splitlines()) == 3
