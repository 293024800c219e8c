"""What lies in a folder for an installation is seen without being fetched."""

from pathlib import Path

from app.export.delivery.looking import what_lies_there
from app.models.team.devices import Devices
from app.models.team.places import Place, PlaceKind, Places
from app.models.team.troubles import Trouble
from tests.shares import exchange
from tests.sharing import SEPTEMBER, a_project


def test_each_sees_what_was_left_for_it_and_no_more(tmp_path: Path) -> None:
    with a_project(tmp_path) as project:
        assert what_lies_there(project.lead) == frozenset(), "no place"
        project.share(project.ann, project.bo)
        project.post(project.ann, SEPTEMBER)
        exchange(project.ann, everything=True)
        assert [folder for folder, _, _ in what_lies_there(project.lead)] == ["to-lead"]
        assert what_lies_there(project.ann) == frozenset()
        exchange(project.lead, everything=True)
        mine = f"to/{Devices(project.ann).current().id}"
        assert {folder for folder, _, _ in what_lies_there(project.ann)} == {"project", mine}
        assert {folder for folder, _, _ in what_lies_there(project.lead)} == {"project"}


def test_a_drive_that_is_back_is_something_new_and_a_server_is_not_asked(tmp_path: Path) -> None:
    with a_project(tmp_path) as project:
        project.share(project.ann)
        before = what_lies_there(project.ann)
        project.folder.rename(tmp_path / "away")
        assert exchange(project.ann).error is not None
        assert what_lies_there(project.ann) == frozenset()
        (tmp_path / "away").rename(project.folder)
        assert Places(project.ann).require().trouble is Trouble.VANISHED
        assert what_lies_there(project.ann) - before
        exchange(project.ann)
        assert what_lies_there(project.ann) == before
        Places(project.ann).set(Place(kind=PlaceKind.WEBDAV, address="https://eksempel.dk/dav"))
        assert what_lies_there(project.ann) == frozenset()
