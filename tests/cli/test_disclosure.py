"""Released figures on the command line: no store, no passphrase, no solver where none is needed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import cli
from app.export.disclosure.ledger import Ledger, compose
from app.export.disclosure.protection import protect
from app.export.disclosure.release_json import encode_release
from app.export.disclosure.threshold import Rule
from tests.export.disclosure.months import invented, release_all

RULE = Rule(5)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two months that were protected together."""
    ledger, done = release_all(invented(4, 5, 2, 40, seed=2), RULE)
    path = tmp_path_factory.mktemp("released") / "release.json"
    path.write_bytes(encode_release(ledger, done.certificate))
    return path


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The tables of three months, each protected as if there were no other."""
    folder = tmp_path_factory.mktemp("alone")
    one = invented(4, 5, 3, 40, seed=2)
    paths = []
    for key, table in one.tables.items():
        done = protect(one.system.within(set(table.ids())), RULE, list(table.ids()))
        release = compose(Ledger(), one.system, [table], done.figures, id=key, date="", k=5)
        paths.append(folder / f"{key}.json")
        paths[-1].write_bytes(encode_release(Ledger((release,)), None))
    return paths


def run(folder: Path, *words: str | Path, language: str = "da") -> Result:
    options = ["--data-dir", str(folder / "data"), "--language", language]
    return CliRunner().invoke(cli, [*options, *map(str, words)], prog_name="vejviser")


def test_a_certificate_that_holds(released: Path, tmp_path: Path) -> None:
    result = run(tmp_path, "check-release", released)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Beviset for 2026-02 holder." in result.stdout
    assert "2 udgivelser" in result.stdout
    assert "holds" in run(tmp_path, "check-release", released, language="en").stdout
    assert list(tmp_path.iterdir()) == []


def test_a_certificate_that_does_not(released: Path, tmp_path: Path) -> None:
    forged = tmp_path / "forged.json"
    forged.write_bytes(released.read_bytes().replace(b'"k":5', b'"k":4', 1))
    result = run(tmp_path, "check-release", forged)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Udgivelsen holder ikke." in result.stderr
    assert "udgivelsen 2026-01 er ændret" in result.stderr


def test_another_file_is_no_release(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"format": "vejviser-tally/1"}')
    for command in ("check-release", "attack"):
        result = run(tmp_path, command, other)
        assert result.exit_code == 1
        assert "other.json er ikke en udgivelse." in result.stderr


def test_of_several_files_the_wrong_one_is_named(released: Path, tmp_path: Path) -> None:
    other = tmp_path / "figures-tal.csv"
    other.write_text("project,release\n")
    result = run(tmp_path, "attack", released, other)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "figures-tal.csv er ikke en udgivelse." in result.stderr


def test_what_a_file_says_is_left_out_is_told_to_be_no_part_of_the_proof(
    released: Path, tmp_path: Path
) -> None:
    """Whoever empties the list is not found out, so nobody may think it was checked."""
    document = json.loads(released.read_bytes())
    document["left_out"] = []
    emptied = tmp_path / "emptied.json"
    emptied.write_text(json.dumps(document))
    result = run(tmp_path, "check-release", emptied)
    assert result.exit_code == 0
    assert "udeladt eller mangler, er ikke en del af beviset." in result.stdout


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for command in ("check-release", "attack"):
        assert run(tmp_path, command, tmp_path / "none.json").exit_code == 1


def test_usage(released: Path, tmp_path: Path) -> None:
    assert run(tmp_path, "check-release").exit_code == 2
    assert run(tmp_path, "check-release", released, "--script", tmp_path / "x.py").exit_code == 2
    assert run(tmp_path, "attack").exit_code == 2


def test_the_script_for_a_recipient(released: Path, tmp_path: Path) -> None:
    script = tmp_path / "check_release.py"
    assert run(tmp_path, "check-release", "--script", script).exit_code == 0
    done = subprocess.run(
        [sys.executable, "-I", script, released], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "The certificate of 2026-02 holds." in done.stdout


def test_checking_loads_no_solver(released: Path) -> None:
    program = (
        "import sys; from app.cli import cli\n"
        f"cli.main(['check-release', {str(released)!r}], standalone_mode=False)\n"
        "print(sorted({'highspy', 'numpy', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_an_attack_on_what_was_protected_together_finds_nothing(
    released: Path, tmp_path: Path
) -> None:
    result = run(tmp_path, "attack", released)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "0 tal kan regnes ud" in result.stdout


def test_an_attack_on_what_was_protected_one_by_one_finds_much(
    alone: list[Path], tmp_path: Path
) -> None:
    for path in alone[:1]:
        assert run(tmp_path, "attack", path).exit_code == 0
    result = run(tmp_path, "attack", *alone, "--format", "json")
    assert (result.exit_code, result.stderr) == (1, "")
    found = json.loads(result.stdout)
    assert (found["format"], found["releases"]) == ("vejviser-attack/1", 5)
    exact = [each for each in found["findings"] if each["low"] == each["high"]]
    one = invented(4, 5, 3, 40, seed=2)
    assert len(exact) > 5
    assert all(one.system.value(each["cell"]) == each["low"] for each in exact)
    text = run(tmp_path, "attack", *alone)
    assert f"{exact[0]['cell']}\t{exact[0]['low']}\n" in text.stdout


def test_files_of_different_projects_are_not_joined(alone: list[Path], tmp_path: Path) -> None:
    other = invented(4, 5, 3, 40, seed=3)
    table = other.tables["m1"]
    done = protect(other.system.within(set(table.ids())), RULE, list(table.ids()))
    release = compose(Ledger(), other.system, [table], done.figures, id="x", date="", k=5)
    path = tmp_path / "other.json"
    path.write_bytes(encode_release(Ledger((release,)), None))
    result = run(tmp_path, "attack", alone[0], path)
    assert result.exit_code == 1
    assert "modsiger hinanden" in result.stderr
