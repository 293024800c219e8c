"""The commands of a lead, from a script."""

import json
from pathlib import Path

from app.models.team.merging import merge
from tests.cli.conftest import Installation
from tests.models.team.test_equality import arrival
from tests.models.team.test_merging import KM, simple


def test_a_counsellors_installation_has_no_figures_of_others(installation: Installation) -> None:
    result = installation.run("lead", "status")
    assert result.exit_code == 1
    assert "ikke en projektleders" in result.stderr


def test_the_grid_and_the_figures_of_what_came(installation: Installation, tmp_path: Path) -> None:
    told = simple(tmp_path)
    store = installation.open()
    store.settings.set("role", "lead")
    merge(store, arrival(told, KM, 2))
    store.close()
    status = json.loads(installation.run("lead", "status", "--json").stdout)
    assert status["format"] == "vejviser-lead-status/1"
    assert (status["contacts"], status["persons"], status["shared"]) == (1, 1, 0)
    [laptop] = status["laptops"]
    assert (laptop["initials"], laptop["known"], laptop["gaps"]) == ("KM", False, [1])
    assert laptop["months"][0]["month"] == "2026-01"
    assert "2026-01" in installation.run("lead", "status").stdout
    months = ("--from", "2026-01", "--to", "2026-01", "--format", "json")
    counted = installation.run("lead", "tally", *months)
    assert counted.stdout == installation.run("tally", *months).stdout
    assert json.loads(counted.stdout)["contacts"]["first"] == 1
    days = installation.run("lead", "tally", "--from", "2026-01", "--to", "2026-01-30")
    assert days.exit_code == 1
    assert "hele måneder" in days.stderr


def test_the_cube_is_written_with_its_warning_on_standard_error(
    installation: Installation, tmp_path: Path
) -> None:
    told = simple(tmp_path)
    store = installation.open()
    store.settings.set("role", "lead")
    merge(store, arrival(told, KM, 1))
    store.close()
    months = ("--from", "2026-01", "--to", "2026-01")
    result = installation.run("lead", "cube", "--out", tmp_path / "out", *months)
    assert result.exit_code == 0
    folder = Path(result.stdout.strip())
    assert folder == tmp_path / "out" / "vejviser-kube-INTERN-2026-01"
    assert "UBESKYTTET" in result.stderr
    lines = (folder / "contacts.csv").read_text("utf-8").splitlines()
    assert lines[0].startswith("month,workplace,")
    assert lines[1].startswith("2026-01-01,")
    whole = installation.run("lead", "cube", "--out", tmp_path / "out", "--format", "parquet")
    assert (Path(whole.stdout.strip()) / "contacts.parquet").exists()


def test_a_counsellors_installation_has_no_cube(installation: Installation, tmp_path: Path) -> None:
    result = installation.run("lead", "cube", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "ikke en projektleders" in result.stderr
    assert not (tmp_path / "out").exists()
