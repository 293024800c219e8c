"""A counsellor sends closed months, and sees how far they are, never better than they are."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.export.letters.package_letter import SharedPackage, write_package
from app.export.letters.sharing import MonthState, read_sharing
from app.models.month_closing import restate_month, undo_close
from app.models.store import Store
from app.models.team.cards import decode_card
from app.models.team.fingerprint import words_of
from app.models.team.outbox import Outbox, Sending
from app.models.team.places import Places
from app.models.team.rosters import Rosters
from app.ui.pages.sharing.page import SharingPage
from app.ui.services import Services
from tests.keyboard import Typist
from tests.records import add_contact, add_workplace
from tests.shares import exchange
from tests.sharing import OCTOBER, SEPTEMBER, Project, card_of
from tests.ui.conftest import RecordingNotices, shown
from tests.ui.sharing.conftest import Surround


@pytest.fixture
def page(qtbot: QtBot, around: Surround, project: Project) -> SharingPage:
    return shown(qtbot, SharingPage(around(project.ann)))


def states(page: SharingPage) -> dict[str, MonthState]:
    return {month: row.state for month, row in page.months.rows.items()}


def test_a_laptop_without_a_project_shows_its_card_and_one_way_in(
    qtbot: QtBot, services: Services, store: Store
) -> None:
    page = shown(qtbot, SharingPage(services))
    assert page.own.words.words() == list(words_of(card_of(store).fingerprint))
    assert page.own.whose.text() == "Karen Møller (KM)"
    assert page.project.open_button.text() == "Åbn projektpakke …"
    assert not page.place.isVisible()
    assert not page.months.isVisible()
    assert page.first_focus() is page.project.open_button


def test_the_project_is_joined_only_with_the_leads_ten_words(
    qtbot: QtBot, services: Services, store: Store, project: Project, tmp_path: Path
) -> None:
    add_workplace(project.lead, "LEM", "Vestas i Lem")
    file = tmp_path / "projekt.vvb"
    file.write_bytes(write_package(project.lead))
    page = shown(qtbot, SharingPage(services))
    page.project._choose = lambda _parent, _title: file
    page.project.open_button.click()
    assert page.project.about.text() == "»Projekt Vest«, ledet af Pia Lund (PL)."
    assert "Arbejdspladser" in page.project.changes.text(), "what would come is shown first"
    assert store.workplaces.all() == ()
    assert page.project.heard.hasFocus()
    Typist().type("hest hest hest")
    Typist().press("Enter")
    assert Rosters(store).current() is None
    assert "Ordene er ikke dem, der hører til filen." in said(page.project)

    page.project.heard.clear()
    Typist().type(" ".join(words_of(card_of(project.lead).fingerprint)))
    Typist().press("Enter")
    assert Rosters(store).require().project == "Projekt Vest"
    assert [place.name for place in store.workplaces.all()] == ["Vestas i Lem"]
    assert page.project.listed.isVisible(), "the lead has not taken this computer in"
    assert page.place.isVisible()


def test_a_file_that_is_no_project_is_refused_and_changes_nothing(
    qtbot: QtBot, services: Services, store: Store, notices: RecordingNotices, tmp_path: Path
) -> None:
    file = tmp_path / "noget.json"
    file.write_text("{}")
    page = shown(qtbot, SharingPage(services))
    page.project._choose = lambda _parent, _title: file
    page.project.open_button.click()
    assert len(notices.errors) == 1
    assert Rosters(store).current() is None
    assert page.project.open_button.isVisible()


def test_a_newer_package_is_shown_before_it_overwrites_what_was_changed_here(
    page: SharingPage, project: Project, tmp_path: Path
) -> None:
    place = add_workplace(project.lead, "LEM", "Vestas i Lem")
    file = tmp_path / "projekt.vvb"
    file.write_bytes(write_package(project.lead))
    page.project._choose = lambda _parent, _title: file
    page.project.open_button.click()
    assert not page.project.form.isVisible(), "the lead is known here"
    assert page.project.keep.hasFocus()
    page.project.keep.click()
    assert project.ann.workplaces.all() == ()
    page.project.open_button.click()
    page.project.take.click()
    own = project.ann.workplaces.all()[0]
    project.ann.workplaces.change(replace(own, name="Vestas, Lem"))
    project.lead.workplaces.change(replace(place, name="Vestas i Lem St."))
    file.write_bytes(write_package(project.lead))
    page.project.open_button.click()
    assert page.project.take.text() == "Overskriv det, der er rettet her"
    assert "Vestas" in page.project.changes.text()
    page.project.take.click()
    assert project.ann.workplaces.all()[0].name == "Vestas i Lem St."


def test_a_package_that_came_by_itself_is_offered(page: SharingPage, project: Project) -> None:
    project.share(project.ann)
    add_workplace(project.lead, "LEM", "Vestas i Lem")
    write_package(project.lead)
    exchange(project.lead, package=SharedPackage())
    assert not page.project.new.isVisible()
    page.refresh()
    assert page.project.new.isVisible()
    page.project.new.button.click()
    page.project.take.click()
    assert len(project.ann.workplaces.all()) == 1
    assert not page.project.new.isVisible()


def test_one_click_sends_a_month_and_another_all_that_are_closed(
    page: SharingPage, project: Project, notices: RecordingNotices
) -> None:
    assert states(page) == {"2026-10": MonthState.CLOSED, "2026-09": MonthState.CLOSED}
    button = page.months.month_button("2026-10")
    assert button is not None
    assert button.text() == "Send oktober"
    assert page.months.send_all.text() == "Send 2 lukkede måneder"
    button.setFocus()
    Typist().press("Space")
    assert states(page)["2026-10"] is MonthState.QUEUED
    assert [one.month for one in Outbox(project.ann).all() if one.month] == ["2026-10"]
    assert notices.told[-1] == "Lagt til afsendelse: oktober 2026"
    other = page.months.month_button("2026-09")
    assert other is not None
    other.click()
    assert states(page) == {"2026-10": MonthState.QUEUED, "2026-09": MonthState.QUEUED}
    assert not page.months.send_all.isVisible()


def test_a_month_goes_through_the_folder_and_its_receipt_comes_back(
    page: SharingPage, project: Project, notices: RecordingNotices
) -> None:
    project.folder.mkdir()
    project.share()
    page.place.fields.folder.set_value(str(project.folder))
    page.place.use.click()
    assert page.place.said.isVisible()
    assert Places(project.ann).require().address == str(project.folder)
    page.months.send_all.click()
    assert set(states(page).values()) == {MonthState.DELIVERED}
    assert len(list((project.folder / "to-lead").glob("*.vvb"))) == 2

    exchange(project.lead)
    page.refresh()
    assert set(states(page).values()) == {MonthState.RECEIVED}
    assert notices.errors == []
    assert read_sharing(project.ann).all_received


def test_a_place_that_cannot_be_used_is_told_beside_it_and_not_kept(
    page: SharingPage, project: Project, tmp_path: Path, notices: RecordingNotices
) -> None:
    page.place.fields.folder.set_value(str(tmp_path / "findes ikke"))
    page.place.use.click()
    assert page.place.wrong.isVisible()
    assert page.place.use.isEnabled()
    page.place.fields.folder.set_value("ikke/hel")
    page.place.use.click()
    assert "Skriv mappens fulde sti." in said(page.place)
    page.place.fields.kind.button("webdav").click()
    page.place.fields.address.setText("http://eksempel.dk/dav")
    page.place.use.click()
    assert any("https://" in text for text in said(page.place))
    assert Places(project.ann).current() is None
    assert notices.errors == []


def test_what_was_wrong_with_one_kind_of_place_is_not_said_of_the_other(
    page: SharingPage, project: Project, tmp_path: Path
) -> None:
    page.place.fields.folder.line.setText(str(tmp_path / "findes ikke"))
    page.place.fields.folder.line.setFocus()
    Typist().press("Enter")
    assert page.place.wrong.isVisible(), "Enter tries the place"
    assert page.place.wrong.label.text().endswith("Stedet bruges ikke.")
    assert "igen af sig selv" not in page.place.wrong.label.text()
    page.place.fields.kind.button("webdav").click()
    assert not page.place.wrong.isVisible()


def test_a_place_that_is_no_longer_used_comes_back_with_undo(
    page: SharingPage, project: Project, notices: RecordingNotices
) -> None:
    project.share()
    page.place.fields.folder.line.setText(str(project.folder))
    page.place.use.click()
    assert str(project.folder) in page.place.now.text(), "which place was reached is named"
    before = Places(project.ann).require()
    page.place.forget.setFocus()
    Typist().press("Space")
    assert Places(project.ann).current() is None
    assert page.place.fields.folder.line.text() == ""
    assert notices.offered is not None
    words, undo = notices.offered
    assert words == "Fortryd"
    undo()
    assert Places(project.ann).require().address == before.address
    assert page.place.fields.folder.line.text() == before.address


def test_the_focus_begins_where_a_month_is_sent_and_stays_on_the_page_after_joining(
    page: SharingPage, qtbot: QtBot, services: Services, project: Project, tmp_path: Path
) -> None:
    page.project.open_button.setFocus()
    page._told = False
    page.reload()
    assert page.months.send_all.hasFocus()
    file = tmp_path / "projekt.vvb"
    file.write_bytes(write_package(project.lead))
    joining = shown(qtbot, SharingPage(services))
    joining.project._choose = lambda _parent, _title: file
    joining.project.open_button.click()
    Typist().type(" ".join(words_of(card_of(project.lead).fingerprint)))
    Typist().press("Enter")
    assert joining.project.open_button.hasFocus()
    labels = said(joining)
    assert labels.index("Projektlederens ti ord") < labels.index("Denne computers ti ord")


def test_the_buttons_of_the_months_are_of_one_width(page: SharingPage, project: Project) -> None:
    widths = {row.act.width() for row in page.months.rows.values()}
    assert len(page.months.rows) == 2
    assert len(widths) == 1


def test_a_password_is_not_shown_and_stays_in_the_store(
    page: SharingPage, project: Project
) -> None:
    page.place.fields.kind.button("webdav").click()
    page.place.fields.password.line.setText("hemmeligt")
    assert (
        page.place.fields.password.line.echoMode()
        is page.place.fields.password.line.EchoMode.Password
    )
    assert page.place.fields.place().password == "hemmeligt"
    assert "hemmeligt" not in repr(page.place.fields.place())


def test_what_waits_can_be_saved_as_files_and_goes_on_waiting_for_its_receipt(
    page: SharingPage, project: Project, notices: RecordingNotices, tmp_path: Path
) -> None:
    (tmp_path / "ud").mkdir()
    page.months.send_all.click()
    page.months.files.click()
    assert notices.told[-1] == "Gemt: 2 filer til PL i mappen ud"
    assert set(states(page).values()) == {MonthState.SAVED}
    assert {one.name for one in (tmp_path / "ud").glob("*2026 AB.vvb")} == {
        "september 2026 AB.vvb",
        "oktober 2026 AB.vvb",
    }
    project.take(tmp_path / "ud")
    assert project.lead.inquiries.count() == 8


def test_a_refused_month_says_why_and_can_be_sent_again(
    page: SharingPage, project: Project
) -> None:
    page.months.send_all.click()
    letter = next(one for one in Outbox(project.ann).all() if one.month == "2026-10")
    Outbox(project.ann).settle(letter.hash, "revoked_sender")
    row = page.months.rows["2026-10"]
    assert row.state is MonthState.REFUSED
    assert "spærret" in row.more.text()
    assert row.act.text() == "Send oktober igen"
    row.act.click()
    assert states(page)["2026-10"] is MonthState.QUEUED


def test_a_restated_month_waits_to_be_sent_again(page: SharingPage, project: Project) -> None:
    page.months.send_all.click()
    add_contact(project.ann, None, OCTOBER.first)
    restate_month(project.ann, OCTOBER, "Glemt henvendelse")
    assert states(page)["2026-10"] is MonthState.CLOSED
    button = page.months.month_button("2026-10")
    assert button is not None
    button.click()
    sent = [one for one in Outbox(project.ann).all() if one.month == "2026-10"]
    assert [one.revision for one in sent] == [1, 2]
    assert sent[-1].state is Sending.QUEUED


def test_a_month_whose_figures_changed_since_is_to_be_corrected_and_not_sent(
    page: SharingPage, project: Project, visited: list[tuple[str, object]]
) -> None:
    add_contact(project.ann, None, OCTOBER.first)
    assert states(page)["2026-10"] is MonthState.CHANGED
    button = page.months.month_button("2026-10")
    assert button is not None
    assert button.text() == "Ret oktober …"
    button.click()
    assert visited == [("reports", OCTOBER)]
    assert not [one for one in Outbox(project.ann).all() if one.month]


def test_an_open_month_leads_to_its_close(
    page: SharingPage, project: Project, visited: list[tuple[str, object]]
) -> None:
    undo_close(project.ann, OCTOBER)
    assert states(page)["2026-10"] is MonthState.OPEN
    button = page.months.month_button("2026-10")
    assert button is not None
    button.click()
    assert visited == [("reports", OCTOBER)]


def test_the_card_is_saved_as_a_file_that_a_lead_can_read(
    page: SharingPage, project: Project, tmp_path: Path
) -> None:
    page.own.save.click()
    card = decode_card((tmp_path / "ud" / "vejviser-visitkort-AB.json").read_bytes())
    assert card == card_of(project.ann)
    opened: list[Path] = []
    page.own._open_file = opened.append
    page.own.print.click()
    assert opened[0].read_bytes().startswith(b"%PDF")


def test_what_is_typed_stays_when_something_else_is_read_again(
    page: SharingPage, project: Project
) -> None:
    page.place.fields.folder.line.setText("/noget/halvt")
    page.place.fields.folder.line.setFocus(Qt.FocusReason.OtherFocusReason)
    project.post(project.ann, SEPTEMBER)
    assert states(page)["2026-09"] is MonthState.QUEUED
    assert page.place.fields.folder.line.text() == "/noget/halvt"
    assert page.place.fields.folder.line.hasFocus()


def said(widget: QWidget) -> list[str]:
    """Return the labels that are shown in a widget."""
    return [
        part
        for one in widget.findChildren(QLabel)
        if one.isVisible()
        for part in (one.text(), *one.text().split(". "), one.text().split(" Få")[0])
    ]
