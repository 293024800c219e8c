"""The command line on a real installation, in this process."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from app.cli import cli
from app.models.opening import open_store
from app.models.store import Store
from app.paths import Paths, resource
from tests.stores import PASSPHRASE, new_store

RULES = """workplace,every_weeks,weekdays,time,minutes,place,valid_from
VESTAS-LE,2,fredag,9.00,60,Kantinen,2024-01-15
ARLA-DP,1,ti|to,13:00,90,Kontorgangen,2024-01-15
"""
"""Presence rules from 15 January 2024, for the published workplaces."""


@dataclass(frozen=True)
class Installation:
    """A data folder with a store of the project "Projekt Vest", and its passphrase in a file."""

    folder: Path

    @property
    def paths(self) -> Paths:
        return Paths(self.folder / "data")

    @property
    def passphrase_file(self) -> Path:
        return self.folder / "passphrase.txt"

    def run(self, *arguments: str | Path, language: str = "da") -> Result:
        """Run one command with the passphrase file."""
        options = ("--data-dir", self.paths.data_dir, "--passphrase-file", self.passphrase_file)
        words = [str(word) for word in (*options, "--language", language, *arguments)]
        return CliRunner().invoke(cli, words, prog_name="vejviser")

    def file(self, name: str, text: str) -> Path:
        """Write a file beside the data."""
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def open(self) -> Store:
        """Open the store that the commands work on."""
        return open_store(self.paths, PASSPHRASE)[0]


@pytest.fixture
def empty(tmp_path: Path) -> Installation:
    """A folder in which nothing is set up yet."""
    return _empty_installation(tmp_path)


@pytest.fixture
def installation(empty: Installation) -> Installation:
    """A project that is set up, without any contacts."""
    new_store(empty.folder).close()
    return empty


@pytest.fixture(scope="session")
def published_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the project with the published registration in it; to be copied only."""
    installation = _new_installation(tmp_path_factory.mktemp("published"))
    for name in ("workplaces", "inquiries"):
        result = installation.run("import", name, resource("demo", f"{name}.csv"))
        assert result.exit_code == 0, result.output
    return installation.paths.data_dir


@pytest.fixture
def published(empty: Installation, published_data: Path) -> Installation:
    """The project with the published registration in it."""
    shutil.copytree(published_data, empty.paths.data_dir)
    return empty


@pytest.fixture(scope="session")
def planned_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the published workplaces with presence rules; to be copied only."""
    installation = _new_installation(tmp_path_factory.mktemp("planned"))
    places = installation.run("import", "workplaces", resource("demo", "workplaces.csv"))
    rules = installation.run("import", "rules", installation.file("rules.csv", RULES))
    assert (places.exit_code, rules.exit_code) == (0, 0), rules.output
    return installation.paths.data_dir


@pytest.fixture
def planned(empty: Installation, planned_data: Path) -> Installation:
    """The published workplaces, two of them with presence rules from 15 January 2024."""
    shutil.copytree(planned_data, empty.paths.data_dir)
    return empty


def as_json(installation: Installation, *words: str | Path) -> Any:
    """Run a command that goes well without a word on stderr, and return its JSON."""
    result = installation.run(*words, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return json.loads(result.stdout)


def _empty_installation(folder: Path) -> Installation:
    installation = Installation(folder)
    installation.passphrase_file.write_text(PASSPHRASE + "\n", "utf-8")
    return installation


def _new_installation(folder: Path) -> Installation:
    installation = _empty_installation(folder)
    new_store(folder).close()
    return installation
