"""The code lists are changed in the window: the file of the command, and a look before anything is saved."""

import json
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.taxonomy_editing import encode_taxonomy
from app.ui.pages.settings.taxonomy_change_card import FILE_NAME
from app.ui.pages.settings.taxonomy_section import TaxonomySection
from app.ui.services import Services
from tests.keyboard import Typist
from tests.sharing import Project
from tests.ui.conftest import RecordingNotices
from tests.ui.sharing.conftest import Surround, around, project

__all__ = ["around", "project"]


def shown(qtbot: QtBot, services: Services) -> TaxonomySection:
    section = TaxonomySection(services, "Kodeliste")
    qtbot.addWidget(section)
    section.resize(900, 640)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    section.reload()
    return section


@pytest.fixture
def section(qtbot: QtBot, around: Surround, project: Project) -> TaxonomySection:
    return shown(qtbot, around(project.lead))


def edited(path: Path, **values: object) -> Path:
    """Change the first code in a file."""
    document: dict[str, Any] = json.loads(path.read_text("utf-8"))
    document["taxonomy"]["terms"][0].update(values)
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    return path


def press(section: TaxonomySection, name: str, *keys: str) -> None:
    getattr(section.change, name).setFocus()
    for key in keys or ("Space",):
        Typist().press(key)


def save(section: TaxonomySection, folder: Path) -> Path:
    opened: list[Path] = []
    section.change._open_file = lambda path: bool(opened.append(path)) or True
    press(section, "save")
    assert opened == [folder / FILE_NAME]
    return opened[0]


def test_the_lead_changes_the_list_after_a_look(
    section: TaxonomySection, project: Project, tmp_path: Path, notices: RecordingNotices
) -> None:
    path = save(section, tmp_path / "ud")
    assert path.read_bytes() == encode_taxonomy(project.lead), "the bytes of the command"
    before = encode_taxonomy(project.lead)
    edited(path, retired_on="2099-01-01")
    section.change._choose = lambda _parent, _title: path
    press(section, "read")
    assert section.change.keep.hasFocus(), "nothing is saved by mistake"
    assert "P01" in section.change.preview.text()
    assert "kan ikke vælges fra 01-01-2099" in section.change.preview.text()
    assert encode_taxonomy(project.lead) == before, "only looked at"
    Typist().press("Esc")
    assert not section.change.take.isVisible()
    assert encode_taxonomy(project.lead) == before
    press(section, "read")
    press(section, "take")
    assert encode_taxonomy(project.lead) != before
    assert section.model.index(0, 5).data() == "01-01-2099"
    assert section.change.read.hasFocus()
    assert "gemt" in notices.told[-1]


def test_what_would_rewrite_the_past_is_refused_with_every_reason(
    section: TaxonomySection, project: Project, tmp_path: Path, notices: RecordingNotices
) -> None:
    path = edited(save(section, tmp_path / "ud"), group="S", valid_from="2099-01-01")
    before = encode_taxonomy(project.lead)
    section.change._choose = lambda _parent, _title: path
    press(section, "read")
    said = section.change.problem.label.text()
    assert said.count("P01: ") == 2, said
    assert not section.change.take.isVisible()
    assert encode_taxonomy(project.lead) == before
    path.write_text("{}", "utf-8")
    press(section, "read")
    assert "ikke en kodeliste" in section.change.problem.label.text()
    assert "Gem kodelisten som fil" in section.change.problem.label.text()
    assert notices.errors == []


def test_an_unchanged_file_says_so(
    section: TaxonomySection, tmp_path: Path, notices: RecordingNotices
) -> None:
    path = save(section, tmp_path / "ud")
    section.change._choose = lambda _parent, _title: path
    press(section, "read")
    assert notices.told[-1] == "Der er ingen ændringer i filen."
    assert section.change.read.isVisible()


def test_a_counsellor_of_a_shared_project_reads_who_decides(
    qtbot: QtBot, around: Surround, project: Project
) -> None:
    section = shown(qtbot, around(project.ann))
    assert not section.change.save.isVisible()
    assert not section.change.read.isVisible()
    assert section.change.about.text().startswith("Projektlederen bestemmer kodelisten")


def test_who_works_alone_changes_the_own_list(
    qtbot: QtBot, services: Services, store: Store
) -> None:
    section = shown(qtbot, services)
    assert section.change.read.isVisible()
