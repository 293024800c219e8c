"""The commands taxonomy export and import: the code lists change by dates, never in place."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.models.taxonomy_content import read_content
from app.models.team.devices import Devices
from app.models.team.project import accept_card, create_project
from app.models.team.rosters import Rosters
from tests.cli.conftest import Installation
from tests.stores import new_store

Document = dict[str, Any]
FAR = "2099-01-01"


@pytest.fixture
def file(installation: Installation) -> Path:
    path = installation.folder / "codes.json"
    done = installation.run("taxonomy", "export", path)
    assert (done.exit_code, done.stdout.strip()) == (0, str(path))
    return path


def changed(path: Path, change: Callable[[Document], object]) -> Path:
    document = json.loads(path.read_text("utf-8"))
    change(document["taxonomy"])
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    return path


def split(lists: Document) -> None:
    """Let P01 become P11 and P12 from 2099."""
    old = lists["terms"][0]
    assert old["code"] == "P01"
    for code in ("P11", "P12"):
        label = old["labels"][0] | {"valid_from": FAR, "label_da": f"Ny {code}"}
        lists["terms"].append(old | {"code": code, "valid_from": FAR, "labels": [label]})
        lists["crosswalk"].append(
            {
                "kind": "reason",
                "from_code": "P01",
                "to_code": code,
                "valid_from": FAR,
                "change": "split",
            }
        )
    old["retired_on"] = FAR


def test_what_was_written_is_read_back_as_nothing_new(
    installation: Installation, file: Path
) -> None:
    done = installation.run("taxonomy", "import", file)
    assert (done.exit_code, done.stdout.strip()) == (0, "Der er ingen ændringer.")


def test_a_code_is_split_by_a_date(installation: Installation, file: Path) -> None:
    changed(file, split)
    seen = installation.run("taxonomy", "import", file, "--dry-run")
    with closing(installation.open()) as store:
        assert read_content(store.database).crosswalk == ()
    done = installation.run("taxonomy", "import", file)
    assert "P01 deles i P11 og P12 fra 01-01-2099." in done.stdout
    assert seen.stdout.splitlines()[1:] == done.stdout.splitlines()
    with closing(installation.open()) as store:
        assert [row.to_code for row in store.taxonomy.crosswalk()] == ["P11", "P12"]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda lists: lists["terms"].pop(0), "P01: Den mangler"),
        (lambda lists: lists["terms"][0]["labels"][0].update(label_da="Ryg"), "har gældt"),
        (lambda lists: lists["terms"][0].update(group="S"), "anden gruppe"),
        (lambda lists: lists["terms"][0].update(valid_from=FAR), "er begyndt"),
        (lambda lists: lists["groups"].pop(), "O: Den mangler"),
        (lambda lists: lists["terms"].append(lists["terms"][0]), "to gange"),
        (lambda lists: lists.update(terms="none"), "ikke en kodeliste"),
        (
            lambda lists: lists["crosswalk"].append(
                {
                    "kind": "reason",
                    "from_code": "P01",
                    "to_code": "P01",
                    "valid_from": FAR,
                    "change": "rename",
                }
            ),
            "sig selv",
        ),
    ],
)
def test_history_is_not_written_anew(
    installation: Installation, file: Path, change: Callable[[Document], object], word: str
) -> None:
    with closing(installation.open()) as store:
        before = read_content(store.database)
    done = installation.run("taxonomy", "import", changed(file, change))
    assert (done.exit_code, word in done.stderr) == (1, True), done.stderr
    with closing(installation.open()) as store:
        assert read_content(store.database) == before


def test_a_counsellor_of_a_shared_project_leaves_it_to_the_lead(
    installation: Installation, file: Path, tmp_path: Path
) -> None:
    with closing(new_store(tmp_path / "lead")) as lead, closing(installation.open()) as store:
        create_project(lead)
        accept_card(lead, Devices(store).card())
        Rosters(store).take(Rosters(lead).require())
    done = installation.run("taxonomy", "import", changed(file, split))
    assert (done.exit_code, "Projektlederen bestemmer" in done.stderr) == (1, True)


def test_other_files_are_no_code_lists(installation: Installation, file: Path) -> None:
    for text in ("", "{}", "[", '{"format": "vejviser-taxonomy/2", "taxonomy": {}}'):
        file.write_text(text, "utf-8")
        assert installation.run("taxonomy", "import", file).exit_code == 1
    assert installation.run("taxonomy", "import", file.with_name("none")).exit_code == 1
