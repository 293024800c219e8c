"""The demo and the self-test from the command line."""

from datetime import timedelta
from pathlib import Path

from app.models.clock import local_today, system_clock
from app.models.demo import DEMO_PASSPHRASE
from app.paths import Paths
from tests.cli.conftest import Installation
from tests.stores import new_store


def test_the_demo_shows_tables_comparison_and_files(empty: Installation, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for _ in range(2):  # a second run takes the place of the first
        result = empty.run("demo", "--out", out)
        assert (result.exit_code, result.stderr) == (0, "")
    assert "DEMO: opdigtede data" in result.stdout
    assert "48/48 tal er ens." in result.stdout
    assert DEMO_PASSPHRASE in result.stdout
    files = sorted(path.name for path in out.iterdir() if path.is_file())
    assert [name for name in files if name not in result.stdout] == []
    assert files == sorted(
        f"vejviser-{period}{ending}"
        for period in ("2018-02_2019-10", "2019-09")
        for ending in (".pdf", ".xlsx", "-tal.csv", "-excel.csv", ".json")
        if (period, ending) != ("2019-09", ".json")
    )


def test_the_demo_is_lived_in_up_to_today(empty: Installation, tmp_path: Path) -> None:
    assert empty.run("demo", "--out", tmp_path / "out").exit_code == 0
    passphrase = tmp_path / "passphrase.txt"
    passphrase.write_text(DEMO_PASSPHRASE)
    words = ("--data-dir", tmp_path / "out" / "demo-data", "--passphrase-file", passphrase)
    first, last = (f"{local_today(system_clock) + timedelta(weeks=weeks)}" for weeks in (-6, 6))
    plan = empty.run(*words, "plan", "--from", first, "--to", last, "--format", "text").stdout
    assert "Holdt" in plan
    assert "Planlagt" in plan


def test_the_demo_never_removes_anything_but_a_demo(empty: Installation, tmp_path: Path) -> None:
    mine = Paths(tmp_path / "out" / "demo-data")
    new_store(tmp_path).close()
    mine.data_dir.parent.mkdir()
    empty.paths.data_dir.rename(mine.data_dir)
    before = mine.database.read_bytes()
    result = empty.run("demo", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "Vælg en anden mappe." in result.stderr
    assert mine.database.read_bytes() == before


def test_the_self_test_passes_every_step(empty: Installation) -> None:
    result = empty.run("self-test")
    assert result.exit_code == 0, result.output
    steps = result.stdout.splitlines()
    assert steps[-1] == "Alt virker."
    assert len(steps) == 14
    assert not empty.paths.data_dir.exists()
