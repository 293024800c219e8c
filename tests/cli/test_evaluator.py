"""A project lead makes the evaluator's pack from a script."""

import json
from pathlib import Path

import pytest

from app.models.access import Access, Way
from tests.cli.conftest import Installation

PERIOD = ("--from", "2018-02", "--to", "2019-10")


def test_the_pack_of_the_published_registration(published: Installation, tmp_path: Path) -> None:
    result = published.run("evaluator", *PERIOD, "--out", tmp_path / "out")
    assert (result.exit_code, result.stderr) == (0, "")
    folder = Path(result.stdout.strip())
    assert folder == tmp_path / "out" / "vejviser-evaluator-2018-02_2019-10"
    description = json.loads((folder / "datapackage.json").read_bytes())["vejviser"]
    assert (description["contacts"], description["origin"], description["k"]) == (250, "real", 5)
    assert description["released"] > 240
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {"contacts.csv", "risk-da.md", "codebook-en.md", "schema/evaluator-2.json"} <= names


def test_who_came_along_stands_in_the_log_of_look_ups(
    published: Installation, tmp_path: Path
) -> None:
    published.run("evaluator", *PERIOD, "--preview")
    published.run("evaluator", *PERIOD, "--out", tmp_path / "out", "--synthetic")
    store = published.open()
    assert store.access.lines() == ()
    store.close()
    published.run("evaluator", *PERIOD, "--out", tmp_path / "out")
    store = published.open()
    lines = store.access.lines()
    assert {(line.action, line.ways) for line in lines} == {(Access.EXPORTED, (Way.EVALUATOR,))}
    assert len(lines) > 140
    store.close()
    told = published.run("people", "log").stdout
    assert "tog personens henvendelser med i en pakke til en evaluator, uden navn" in told


def test_the_preview_tells_and_writes_nothing(published: Installation, tmp_path: Path) -> None:
    result = published.run("evaluator", *PERIOD, "--preview")
    first, second, *_, last, beside = result.stdout.splitlines()
    assert first == "250 af 250 henvendelser kommer med; ingen udelades."
    assert "vises grovere: tid, " in second
    assert last.startswith("Der er mindst ")
    assert beside.startswith("Der er ikke udgivet nogen opgørelse.")
    english = published.run("evaluator", *PERIOD, "--preview", language="en").stdout
    assert " of 250 contacts come along" in english


def test_k_is_a_setting_of_the_project(published: Installation, tmp_path: Path) -> None:
    store = published.open()
    store.settings.set("protection_k", 10)
    store.close()
    folder = Path(published.run("evaluator", *PERIOD, "--out", tmp_path).stdout.strip())
    assert json.loads((folder / "datapackage.json").read_bytes())["vejviser"]["k"] == 10
    assert "≥ 10" in (folder / "risk-en.md").read_text("utf-8")


def test_the_synthetic_twin_needs_neither_a_project_nor_a_passphrase(
    tmp_path: Path, published: Installation
) -> None:
    published.passphrase_file.write_text("forkert", "utf-8")
    folders = []
    for project in (Installation(tmp_path / "nobody"), published):
        out = tmp_path / f"out-{len(folders)}"
        result = project.run("evaluator", *PERIOD, "--out", out, "--synthetic")
        assert result.exit_code == 0
        folders.append(Path(result.stdout.strip()))
    assert not (tmp_path / "nobody").exists()
    first, second = ({p.name: p.read_bytes() for p in f.rglob("*") if p.is_file()} for f in folders)
    assert first == second


def test_a_project_without_contacts_gives_an_empty_pack(
    installation: Installation, tmp_path: Path
) -> None:
    preview = installation.run("evaluator", *PERIOD, "--preview")
    assert preview.stdout.startswith("Der er ingen henvendelser i perioden")
    folder = Path(installation.run("evaluator", *PERIOD, "--out", tmp_path).stdout.strip())
    assert len((folder / "contacts.csv").read_text("utf-8").splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--from", "2018-02-03", "--to", "2018-04", "--preview"), 1, "ikke hele måneder"),
        (("--from", "2018-04", "--to", "2018-02", "--preview"), 1, "ligger før"),
        (("--from", "februar", "--to", "2018-02", "--preview"), 1, "er ikke en dato"),
        ((*PERIOD,), 2, "Angiv enten --out"),
        ((*PERIOD, "--out", "x", "--preview"), 2, "Angiv enten --out"),
        ((*PERIOD, "--synthetic", "--preview"), 2, "Angiv enten --out"),
        (("--to", "2018-02", "--out", "x"), 2, "--from"),
    ],
)
def test_what_cannot_be_made_is_said(
    installation: Installation, words: tuple[str, ...], code: int, told: str
) -> None:
    result = installation.run("evaluator", *words)
    assert result.exit_code == code
    assert told in result.stderr
    assert not Path("x").exists()


def test_a_folder_that_cannot_be_written_is_said(installation: Installation) -> None:
    taken = installation.file("taken", "a file")
    result = installation.run("evaluator", *PERIOD, "--out", taken / "below")
    assert result.exit_code == 1
    assert result.stderr
