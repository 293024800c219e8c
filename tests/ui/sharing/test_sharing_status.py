"""The status bar never says too well of how far the figures are, at a counsellor and at a lead."""

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.errors import Conflict
from app.export.delivery.share import PROJECT, ROSTER_NAME
from app.export.letters.handing import save_roster
from app.export.letters.package_letter import SharedPackage, write_package
from app.export.letters.publishing import note_roster_published, unpublished
from app.export.letters.sharing import changed_months
from app.models.ids import new_id
from app.models.month_closing import restate_month
from app.models.opening import open_with_key
from app.models.store import Store
from app.models.team.cards import signed_card
from app.models.team.devices import Devices
from app.models.team.project import accept_card, revoke
from app.models.team.roster import decode_roster
from app.models.team.rosters import Rosters
from app.models.team.signing import new_identity, new_seed, recipient_of, sign_key_of
from app.paths import Paths
from app.ui.courier import Courier
from app.ui.pages.reports.page import ReportsPage
from app.ui.sharing_watch import SharingWatch
from app.ui.widgets.rail import Rail
from app.ui.widgets.status_bar import StatusBar
from tests.keyboard import Typist
from tests.records import add_contact, add_workplace
from tests.shares import exchange
from tests.sharing import OCTOBER, SEPTEMBER, Project, card_of
from tests.stores import standing_clock
from tests.ui.conftest import RecordingNotices
from tests.ui.sharing.conftest import Surround
from tests.ui.sharing.test_by_hand import restore


class Bar:
    """The status bar around one store."""

    def __init__(self, qtbot: QtBot, around: Surround, store: Store) -> None:
        self.qtbot, self.status, rail = qtbot, StatusBar("Status"), Rail("Vejviser")
        self.rail = rail
        self.status.add_part("sharing")
        page = "collected" if store.settings.is_lead else "sharing"
        rail.add_item(page, "Deling", "sync")
        for widget in (self.status, rail):
            qtbot.addWidget(widget)
        self.services = around(store)
        self.watch = SharingWatch(self.services, rail, self.status, self.status)
        self.watch._begin()

    @property
    def part(self) -> QPushButton:
        return self.status.part("sharing")

    @property
    def said(self) -> tuple[str, str]:
        return self.part.text(), str(self.part.property("state"))

    def becomes(self, text: str, state: str) -> None:
        self.qtbot.waitUntil(lambda: self.said == (text, state))


@pytest.fixture
def received(project: Project, tmp_path: Path) -> Project:
    """A project in which the lead has all that Anne closed, and she has the receipt."""
    project.share(project.ann)
    project.post(project.ann, SEPTEMBER, OCTOBER)
    for store in (project.ann, project.lead, project.ann):
        exchange(store, package=SharedPackage())
    return project


@pytest.fixture
def anne(qtbot: QtBot, around: Surround, received: Project) -> Bar:
    bar = Bar(qtbot, around, received.ann)
    assert bar.said == ("Alt er sendt og modtaget", "good")
    return bar


def test_figures_that_changed_after_the_close_are_told(anne: Bar, received: Project) -> None:
    add_contact(received.ann, None, OCTOBER.first)
    anne.becomes("Oktober er ændret siden den blev sendt", "warn")


def test_a_correction_that_was_sent_is_no_longer_told_as_a_change(
    anne: Bar, received: Project
) -> None:
    add_contact(received.ann, None, OCTOBER.first)
    anne.becomes("Oktober er ændret siden den blev sendt", "warn")
    restate_month(received.ann, OCTOBER, "En henvendelse manglede")
    assert "ændret" not in anne.said[0], "at once, not seconds later"
    received.post(received.ann, OCTOBER)
    assert anne.said[0].endswith("venter på at blive sendt")


def test_a_revoked_laptop_is_never_green(anne: Bar, received: Project) -> None:
    revoke(received.lead, card_of(received.ann).device)
    Rosters(received.ann).take(Rosters(received.lead).require())
    assert anne.said == ("Computeren er spærret", "danger")


def test_a_laptop_that_a_copy_replaced_is_told_so(anne: Bar, received: Project) -> None:
    old = card_of(received.ann)
    keys = Devices(received.ann).current()
    other = structs.replace(
        old, device=new_id(), replaces=old.device, sign_key=sign_key_of(seed := new_seed()),
        recipient=recipient_of(new_identity()),
    )  # fmt: skip
    accept_card(received.lead, signed_card(other, seed, keys.seed))
    Rosters(received.ann).take(Rosters(received.lead).require())
    assert anne.said == ("Computeren er afløst", "danger")


def test_a_copy_that_sends_with_the_same_keys_is_warned_of_once(
    anne: Bar, received: Project, notices: RecordingNotices, tmp_path: Path
) -> None:
    key = received.ann.key
    assert key is not None
    received.ann.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    there = Paths(tmp_path / "copy")
    shutil.copytree(Paths(tmp_path / "project" / "ann" / "data").data_dir, there.data_dir)
    with closing(open_with_key(there, key, clock=received.ann.clock)) as copy:
        add_contact(copy, None, OCTOBER.first)
        restate_month(copy, OCTOBER, "En henvendelse manglede")
        received.post(copy, OCTOBER)
        exchange(copy)
    exchange(received.lead)
    anne.services.courier.exchange()
    (warned,) = notices.errors
    assert isinstance(warned, Conflict)
    assert warned.what.da == "En anden computer sender med denne computers nøgler."
    anne.services.courier.exchange()
    assert len(notices.errors) == 1


def test_a_restored_laptop_is_not_green_before_its_card_is_taken(
    qtbot: QtBot, around: Surround, received: Project
) -> None:
    restore(received.ann)
    assert Bar(qtbot, around, received.ann).said == ("Nyt visitkort skal afleveres", "warn")


def test_a_letter_that_did_not_arrive_is_amber_at_the_lead(
    qtbot: QtBot, around: Surround, project: Project, tmp_path: Path
) -> None:
    project.share()
    exchange(project.lead, package=SharedPackage())
    project.post(project.ann, SEPTEMBER, OCTOBER)
    project.post(project.bo, SEPTEMBER, OCTOBER)
    for store in (project.ann, project.bo):
        project.take(*project.carry(store, tmp_path / "mail"))
    for month in (SEPTEMBER, OCTOBER):
        add_contact(project.ann, None, month.first)
    restate_month(project.ann, OCTOBER, "En henvendelse manglede")
    project.post(project.ann, OCTOBER)
    (lost,) = project.carry(project.ann, tmp_path / "lost")[-1:]
    restate_month(project.ann, SEPTEMBER, "En henvendelse manglede")
    project.post(project.ann, SEPTEMBER)
    *_, new = project.carry(project.ann, tmp_path / "new")
    project.take(new)
    bar = Bar(qtbot, around, project.lead)
    words, kind = bar.said
    assert (words.endswith("er ikke nået frem"), kind) == (True, "warn")
    project.take(lost)
    assert "nået frem" not in bar.said[0]


def test_a_new_package_is_told_outside_the_page(anne: Bar, received: Project) -> None:
    add_workplace(received.lead, "LEM", "Vestas i Lem")
    write_package(received.lead)
    for store in (received.lead, received.ann):
        exchange(store, package=SharedPackage())
    assert anne.said == ("Ny projektpakke", "warn")


def test_a_month_saved_as_a_file_is_not_sent(
    qtbot: QtBot, around: Surround, project: Project, tmp_path: Path
) -> None:
    project.post(project.ann, SEPTEMBER, OCTOBER)
    bar = Bar(qtbot, around, project.ann)
    assert bar.said[1] == "warn"
    project.carry(project.ann, tmp_path / "ud")
    assert bar.said == ("2 måneder gemt som filer", "warn")


def test_the_lead_is_told_of_all_months_that_are_missing(
    qtbot: QtBot, around: Surround, received: Project
) -> None:
    bar = Bar(qtbot, around, received.lead)
    assert bar.said == ("2 måneder mangler", "warn")
    assert "Den ældste er fra september 2026." in bar.part.toolTip()
    received.share(received.bo)
    received.post(received.bo, SEPTEMBER)
    for store in (received.bo, received.lead):
        exchange(store)
    assert bar.said == ("oktober: 1 af 2 mangler", "warn")
    received.post(received.bo, OCTOBER)
    for store in (received.bo, received.lead):
        exchange(store)
    assert bar.said == ("oktober: alt er modtaget", "good")


def test_counsellors_who_are_new_are_not_denied(
    qtbot: QtBot, around: Surround, project: Project
) -> None:
    project.lead.clock = standing_clock(datetime(2026, 8, 31, 8, 0, tzinfo=UTC))
    note_roster_published(project.lead)
    assert Bar(qtbot, around, project.lead).said == (
        "2 vejledere, ingen måned ventes endnu",
        "plain",
    )


def test_a_revocation_goes_out_at_once_and_is_told_until_it_is_out(
    qtbot: QtBot, around: Surround, received: Project
) -> None:
    bar = Bar(qtbot, around, received.lead)
    courier: Courier = bar.services.courier
    bar.services.bus.changed.connect(courier.note)
    revoke(received.lead, card_of(received.bo).device)
    assert bar.said == ("Deltagerlisten er ikke delt", "warn")
    there = received.folder / PROJECT / ROSTER_NAME
    newest = Rosters(received.lead).require().hash
    qtbot.waitUntil(lambda: decode_roster(there.read_bytes()).hash == newest)
    qtbot.waitUntil(lambda: bar.said[0] != "Deltagerlisten er ikke delt")


def test_without_a_place_the_roster_is_shared_as_a_file(project: Project, tmp_path: Path) -> None:
    assert unpublished(project.lead).roster
    save_roster(project.lead, tmp_path)
    note_roster_published(project.lead)
    assert not unpublished(project.lead).anything
    project.share()
    assert unpublished(project.lead).roster, "another way, on which it does not lie yet"


def test_reports_lead_from_a_closed_month_to_where_it_is_sent(
    qtbot: QtBot, around: Surround, project: Project, visited: list[tuple[str, object]]
) -> None:
    page = ReportsPage(around(project.ann))
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(OCTOBER)
    send = page.closing.send
    qtbot.waitUntil(send.isVisible)
    send.setFocus()
    Typist().press("Space")
    assert visited == [("sharing", None)]
    project.post(project.ann, OCTOBER)
    page.closing.reload()
    qtbot.waitUntil(send.isHidden)


def test_only_the_months_of_the_last_year_are_counted_anew(project: Project) -> None:
    add_contact(project.ann, None, OCTOBER.first)
    assert changed_months(project.ann) == {"2026-10"}
    project.ann.clock = standing_clock(datetime(2027, 12, 1, 8, 0, tzinfo=UTC))
    assert changed_months(project.ann) == frozenset()
