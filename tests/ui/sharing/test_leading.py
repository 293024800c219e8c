"""Under Deling an installation without contacts may become the lead's, or another one is opened beside it."""

from pathlib import Path

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from app.export.delivery.choosing import use_place
from app.export.letters.package_letter import SharedPackage, write_package
from app.models.installations import Side, beside
from app.models.settings import DeviceSettings
from app.models.store import Store
from app.models.team.places import Places
from app.models.team.rosters import Rosters
from app.paths import Paths
from app.ui.gates.begin_sharing import Begun
from app.ui.pages.collected.page import CollectedPage
from app.ui.pages.sharing.beside_card import BesideCard
from app.ui.pages.sharing.lead_card import LeadCard
from app.ui.pages.sharing.page import SharingPage
from app.ui.services import Services
from tests.dav_server import PASSWORD, USER, dav_server
from tests.keyboard import Typist
from tests.records import add_contact, add_workplace
from tests.shares import exchange
from tests.sharing import Project
from tests.stores import new_store
from tests.ui.conftest import RecordingNotices, shown
from tests.ui.sharing.conftest import Surround


@pytest.fixture
def begun() -> list[object]:
    """What the window was told when an installation became a lead's."""
    return []


@pytest.fixture
def page(qtbot: QtBot, services: Services, begun: list[object]) -> SharingPage:
    return shown(qtbot, SharingPage(structs.replace(services, became_lead=begun.append)))


def choose(card: LeadCard, *, file: Path | None = None, folder: Path | None = None) -> None:
    """Answer the system's dialogs."""
    card.part._choose_file = lambda: file
    card.part._choose_folder = lambda: folder


def test_an_empty_installation_creates_a_project_and_its_code_is_shown(
    page: SharingPage, store: Store, begun: list[object]
) -> None:
    page.lead.make.setFocus()
    Typist().press("Space")
    (told,) = begun
    assert isinstance(told, Begun)
    assert len(told.code.split("-")) > 1
    assert told.roster == Rosters(store).require()
    assert store.settings.is_lead


def test_where_contacts_are_registered_only_the_other_installation_is_offered(
    qtbot: QtBot, services: Services, store: Store, page: SharingPage
) -> None:
    assert page.lead.isVisible()
    add_contact(store, None)
    page.reload()
    assert not page.lead.isVisible()
    assert page.beside.open.text() == "Opret projektlederens ved siden af …"


def test_a_project_is_taken_over_from_the_shared_folder_with_keys_alone(
    page: SharingPage, store: Store, project: Project, begun: list[object]
) -> None:
    add_workplace(project.lead, "LEM", "Vestas i Lem")
    write_package(project.lead)
    project.share(project.ann)
    share_package(project)
    choose(page.lead, folder=project.folder)
    keys = Typist()
    page.lead.begin.setFocus()
    keys.press("Space")
    assert page.lead.part.place.folder.choose_button.hasFocus()
    keys.press("Space")
    assert "»Projekt Vest«, ledet af Pia Lund (PL)." in page.lead.part.about.text()
    assert "Projektpakken er fundet" in page.lead.part.about.text()
    assert page.lead.part.code.line.hasFocus()
    keys.type(project.code.lower())
    keys.press("Enter")
    roster = Rosters(store).require()
    assert roster.term == 2
    assert roster.lead.card.initials == "KM"
    assert [place.name for place in store.workplaces.all()] == ["Vestas i Lem"]
    assert Places(store).require().address == str(project.folder)
    assert begun == [Begun()]
    assert page.lead.part.code.line.text() == "", "the code is kept nowhere"


def test_a_project_is_taken_over_from_a_server_with_keys_alone(
    page: SharingPage, store: Store, project: Project, begun: list[object], tmp_path: Path
) -> None:
    with dav_server(tmp_path / "server") as server:
        use_place(project.lead, server.place())
        add_workplace(project.lead, "LEM", "Vestas i Lem")
        write_package(project.lead)
        share_package(project)
        keys, part = Typist(), page.lead.part
        page.lead.begin.click()
        part.place.kind.button("webdav").setFocus()
        keys.press("Space", "Tab")
        assert part.place.address.hasFocus()
        keys.type("ftp://eksempel.dk")
        keys.press("Enter")
        assert "https://" in part.place.address.accessibleDescription()
        part.place.address.clear()
        keys.type(server.place().address)
        keys.press("Tab")
        keys.type(USER)
        keys.press("Tab")
        keys.type("forkert")
        keys.press("Enter")
        assert part.missing.text() == "Serveren tog ikke imod brugernavn og adgangskode."
        assert Rosters(store).current() is None
        part.place.password.line.clear()
        keys.type(PASSWORD)
        keys.press("Enter")
        assert "Projektpakken er fundet" in part.about.text()
        assert part.code.line.hasFocus()
        keys.type(project.code)
        keys.press("Enter")
        assert begun == [Begun()]
        assert Rosters(store).require().term == 2
        assert Places(store).require() == server.place()
        assert [place.name for place in store.workplaces.all()] == ["Vestas i Lem"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("of_a_computer", "Koden er tastet rigtigt, men hører ikke til dette projekt."),
        ("slip", "gruppe"),
    ],
)
def test_a_wrong_code_is_told_beside_the_field_and_changes_nothing(
    page: SharingPage, store: Store, project: Project, tmp_path: Path, typed: str, why: str
) -> None:
    from app.models import recovery_code

    file = tmp_path / "projekt.vvb"
    file.write_bytes(write_package(project.lead))
    choose(page.lead, file=file)
    page.lead.begin.click()
    page.lead.part.file.click()
    code = recovery_code.generate() if typed == "of_a_computer" else project.code[:-1] + "*"
    Typist().type(code)
    Typist().press("Enter")
    assert why in page.lead.part.code.verdict.text()
    assert page.lead.part.code.line.hasFocus()
    assert Rosters(store).current() is None
    assert not store.settings.is_lead


def test_a_file_or_folder_without_a_project_is_told_and_the_way_stays_open(
    page: SharingPage, store: Store, notices: RecordingNotices, tmp_path: Path
) -> None:
    file = tmp_path / "noget.json"
    file.write_text("{}")
    choose(page.lead, file=file, folder=tmp_path)
    page.lead.begin.click()
    page.lead.part.file.click()
    assert "Filen er ikke en projektpakke fra Vejviser." in page.lead.part.missing.text()
    page.lead.part.place.folder.choose_button.click()
    assert page.lead.part.missing.text() != ""
    assert page.lead.part.missing.isVisible()
    page.lead.take.click()
    assert page.lead.part.missing.text().startswith("Find først projektet")
    assert Rosters(store).current() is None
    assert notices.errors == []


def test_a_counsellors_own_workplaces_give_way_only_when_they_were_seen(
    page: SharingPage, store: Store, project: Project, tmp_path: Path, begun: list[object]
) -> None:
    add_workplace(project.lead, "LEM", "Vestas i Lem")
    add_workplace(store, "LEM", "Lem")
    file = tmp_path / "projekt.vvb"
    file.write_bytes(write_package(project.lead))
    choose(page.lead, file=file)
    page.lead.begin.click()
    page.lead.part.file.click()
    Typist().type(project.code)
    page.lead.take.click()
    assert begun == []
    assert page.lead.changes.isVisible()
    assert page.lead.take.text() == "Overtag, og overskriv"
    page.lead.take.click()
    assert begun == [Begun()]
    assert [place.name for place in store.workplaces.all()] == ["Vestas i Lem"]


def test_a_member_takes_over_what_is_known_here_with_the_code_alone(
    qtbot: QtBot, around: Surround, project: Project, tmp_path: Path, begun: list[object]
) -> None:
    new = new_store(tmp_path / "ny")
    Rosters(new).take(Rosters(project.lead).require())
    page = shown(qtbot, SharingPage(structs.replace(around(new), became_lead=begun.append)))
    assert not page.lead.make.isVisible(), "there is a project already"
    page.lead.begin.click()
    assert page.lead.part.code.line.hasFocus()
    Typist().type(project.code)
    Typist().press("Enter")
    assert begun == [Begun()]
    assert Rosters(new).require().lead.card.initials == "KM"
    new.close()


def test_the_other_installation_is_begun_or_opened_from_both_pages(
    qtbot: QtBot, around: Surround, project: Project, services: Services, tmp_path: Path
) -> None:
    started: list[Path] = []

    def start(paths: Paths, _device: DeviceSettings) -> int:
        started.append(paths.data_dir)
        return 1

    first = Paths(tmp_path / "hjem")
    second = beside(first, Side.LEAD)
    new_store(tmp_path / "made").close()
    (tmp_path / "made" / "data").rename(first.data_dir)
    card = BesideCard(structs.replace(services, paths=first), start)
    qtbot.addWidget(card)
    assert card.open.text() == "Opret projektlederens ved siden af …"
    card.open.click()
    assert started == [second.data_dir]

    new_store(tmp_path / "made").close()
    (tmp_path / "made" / "data").rename(second.data_dir)
    card.look()
    assert card.open.text() == "Åbn projektlederens installation"
    lead = CollectedPage(structs.replace(around(project.lead), paths=second))
    qtbot.addWidget(lead)
    assert lead.beside.open.text() == "Åbn vejlederens installation"
    lead.beside._start = start
    lead.beside.open.click()
    assert started == [second.data_dir, first.data_dir]


def share_package(project: Project) -> None:
    """Let the lead leave the package in the shared folder."""
    exchange(project.lead, package=SharedPackage())
