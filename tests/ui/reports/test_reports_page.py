"""A project lead reads a month, looks closer, and takes the figures along as files."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.export import ReportRequest, run
from app.models.periods import Period
from app.models.plan_types import Activity, ActivityKind, ActivityStatus, PresenceRule
from app.models.planning import plan_visit
from app.models.registration import InquiryDraft, register
from app.models.store import Store
from app.models.types import Channel, Identity, Shift, Visit, VisitStatus, Workplace
from app.ui import theme
from app.ui.pages.reports.page import ReportsPage
from app.ui.services import Services
from tests.ui.conftest import RecordingNotices

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def busy_autumn(store: Store, lem: Workplace) -> Workplace:
    """Two visits in November, one of them without anybody; three contacts, one by phone."""
    skjern = store.workplaces.add(Workplace(code="SKJERN", name="Skjern Hjemmepleje"))
    who = store.settings.counsellor_id
    for place, day in ((lem, 3), (skjern, 4)):
        store.visits.add(
            Visit(
                workplace_id=place.id,
                counsellor_id=who,
                date=date(2026, 11, day),
                status=VisitStatus.HELD,
                started_at=f"2026-11-0{day}T08:00:00.000Z",
                ended_at=f"2026-11-0{day}T09:30:00.000Z",
            )
        )
    register(
        store,
        InquiryDraft(
            date=date(2026, 11, 3),
            workplace_id=lem.id,
            identity=Identity.REGISTERED,
            name="Karen Møller",
            reasons=("P01",),
            advice=("A01",),
        ),
    )
    register(store, InquiryDraft(date=date(2026, 11, 3), workplace_id=lem.id, reasons=("S01",)))
    register(
        store, InquiryDraft(date=date(2026, 11, 5), channel=Channel.PHONE, reasons=("S01", "F01"))
    )
    return skjern


@pytest.fixture
def page(qtbot: QtBot, services: Services, busy_autumn: Workplace) -> ReportsPage:
    return shown(qtbot, services)


def shown(qtbot: QtBot, services: Services) -> ReportsPage:
    page = ReportsPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def cells(page: ReportsPage, table: str) -> list[list[str]]:
    model = page.content.tables[table].model
    return [
        [
            str(model.index(row, column).data()).replace("\N{NO-BREAK SPACE}", " ")
            for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    ]


def figures(card: object) -> dict[str, str]:
    return dict(part.accessibleName().split(": ") for part in card._parts)  # type: ignore[attr-defined]


def test_the_month_is_shown_with_its_figures_and_their_definitions(page: ReportsPage) -> None:
    assert figures(page.content.contacts) == {
        "I alt": "3",
        "Unik": "1",
        "Genganger": "0",
        "Telefon uden arbejdsplads": "1",
        "Anonym": "1",
    }
    assert figures(page.content.visits)["Uden henvendelser"] == "2"
    assert figures(page.content.visits)["Timer"] == "3,0"
    assert cells(page, "by_workplace")[-1][:2] == ["I alt", "2"]
    assert "Hver henvendelse tæller" in page.content.contacts.universe.text()
    for card in page.content.tables.values():
        assert card.universe.text(), "every table says what it is counted over"


def test_a_plan_and_activities_are_shown_where_there_are_any(
    page: ReportsPage, store: Store, lem: Workplace
) -> None:
    content = page.content
    assert "Planlagt" not in figures(content.visits)
    assert not content.plan.isVisible()
    assert not content.activities.isVisible()
    assert content.tables["presence"].isVisible()
    who = (store.settings.counsellor_id,)
    store.presence_rules.add(
        PresenceRule(
            workplace_id=lem.id,
            weekdays=(1,),
            time="09:00",
            counsellor_ids=who,
            anchor=date(2026, 11, 2),
            valid_from=date(2026, 11, 2),
        )
    )
    store.activities.add(
        Activity(
            date=date(2026, 11, 12),
            time="13:00",
            kind=ActivityKind.NETWORK,
            status=ActivityStatus.HELD,
            participants=9,
            counsellor_ids=who,
        )
    )
    page.reload()
    assert figures(content.visits)["Planlagt"] == "5"
    assert content.plan.isVisible()
    assert cells(page, "planned")[0][:3] == ["Hele perioden", "5", "5,0"]
    assert content.activities.isVisible()
    assert cells(page, "activities")[-1] == ["I alt", "0", "1", "0", "1,0", "9", "0"]


def test_the_worth_of_the_presence_is_shown_with_its_method(page: ReportsPage) -> None:
    assert cells(page, "presence") == [
        ["Skjern Hjemmepleje", "–", "onsdag", "1", "1", "1,5", "0", "0,0", "0,0", "2,5"],
        ["Vestas i Lem", "–", "tirsdag", "1", "1", "1,5", "0", "0,0", "0,0", "2,5"],
        ["I alt", "", "", "2", "2", "3,0", "0", "0,0", "0,0", "1,2"],
    ]
    assert "Garwood 1936" in page.content.tables["presence"].universe.text()


def hold_weekly(store: Store, place: Workplace, contacts: int, shift: Shift) -> None:
    """Hold an hour on seven Thursdays until the middle of November, with so many contacts each."""
    for week in range(7):
        day = date(2026, 10, 1) + timedelta(weeks=week)
        visit = store.visits.add(
            Visit(
                workplace_id=place.id,
                counsellor_id=store.settings.counsellor_id,
                date=day,
                status=VisitStatus.HELD,
                shift=shift,
                started_at=f"{day}T08:00:00.000Z",
                ended_at=f"{day}T09:00:00.000Z",
            )
        )
        for _ in range(contacts):
            register(
                store,
                InquiryDraft(date=day, workplace_id=place.id, visit_id=visit.id, reasons=("S01",)),
            )


def test_suggestions_are_shown_with_the_figures_behind_them(
    page: ReportsPage, store: Store, lem: Workplace, busy_autumn: Workplace
) -> None:
    shown_now = page.content.suggestions
    assert not shown_now.isVisible()
    hold_weekly(store, busy_autumn, 3, Shift.NONE)
    hold_weekly(store, lem, 0, Shift.NIGHT)
    page.reload()
    assert shown_now.isVisible()
    texts = [one.text() for one in shown_now.findChildren(QLabel) if one.isVisible()]
    assert "Vestas i Lem, natholdet, torsdag" in texts
    assert (
        "0 henvendelser på 7 fremmøder. Overvej at stoppe eller flytte."
        " 7 fremmøder, 7,0 timer, 0 henvendelser; mellem 0,0 og 0,5 pr. time."
    ) in texts
    for visit in store.visits.between(date(2026, 10, 1), date(2026, 11, 20)):
        if visit.shift is Shift.NIGHT:
            store.visits.delete(visit.id)
    page.reload()
    assert not shown_now.isVisible()


def test_a_month_that_is_only_planned_is_not_empty(
    page: ReportsPage, store: Store, lem: Workplace
) -> None:
    page.controls.picker.step(1)
    assert page.empty.isVisible()
    plan_visit(store, workplace_id=lem.id, day=date(2026, 12, 1), time="09:00", minutes=60)
    page.reload()
    assert not page.empty.isVisible()
    assert figures(page.content.visits)["Planlagt"] == "1"


def test_charts_say_what_they_show_to_a_screen_reader(page: ReportsPage) -> None:
    chart = page.content.reasons_chart
    assert chart.accessibleName() == "Årsager i grupper"
    assert "tabellen" in chart.accessibleDescription()


def test_reasons_are_shown_over_all_or_over_first_contacts(page: ReportsPage) -> None:
    assert cells(page, "reasons_by_group")[1][:3] == ["Psykiske gener", "2", "50 %"]
    page.controls.over.button("first").click()
    assert cells(page, "reasons_by_group")[0][:3] == ["Fysiske gener", "1", "100 %"]
    assert cells(page, "reasons_by_group")[1][:3] == ["Psykiske gener", "0", "0 %"]
    assert "unikke" in page.content.reasons_chart.accessibleDescription()


def test_one_goes_back_a_month_and_is_told_that_it_is_empty(
    qtbot: QtBot, page: ReportsPage
) -> None:
    page.controls.picker.step(-1)
    assert page.controls.period() == OCTOBER
    assert page.empty.isVisible()
    assert page.empty.sentence.text() == "Ingen henvendelser i perioden."
    page.controls.picker.step(1)
    assert not page.empty.isVisible()


def test_a_period_is_opened_from_another_page(page: ReportsPage) -> None:
    page.open(Period(date(2026, 10, 1), date(2026, 12, 31)))
    assert page.controls.picker.kind() == "quarter"
    page.open(Period(date(2026, 1, 1), date(2026, 11, 30)))
    assert page.controls.picker.kind() == "year"
    page.open(Period(date(2026, 11, 3), date(2026, 11, 4)))
    assert page.controls.picker.kind() == "own"
    assert figures(page.content.contacts)["I alt"] == "2"


def test_workplaces_are_ticked_with_the_keyboard(qtbot: QtBot, page: ReportsPage) -> None:
    page.controls.workplaces.button.setFocus()
    qtbot.keyClick(page.controls.workplaces.button, Qt.Key.Key_Space)
    panel = page.controls.workplaces.panel
    assert panel is not None
    ticks: QListWidget = panel.list
    assert [ticks.item(row).text() for row in range(ticks.count())] == [
        "Skjern Hjemmepleje",
        "Vestas i Lem",
    ]
    qtbot.keyClick(ticks, Qt.Key.Key_Down)
    qtbot.keyClick(ticks, Qt.Key.Key_Space)
    qtbot.keyClick(ticks, Qt.Key.Key_Escape)

    assert panel.isHidden()
    assert page.controls.workplaces.button.text() == "Vestas i Lem"
    assert figures(page.content.contacts) == {
        "I alt": "2",
        "Unik": "1",
        "Genganger": "0",
        "Anonym": "1",
    }


def test_sorting_keeps_the_total_last_and_survives_a_new_reading(
    page: ReportsPage, store: Store, lem: Workplace
) -> None:
    card = page.content.tables["by_workplace"]
    card.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert [row[0] for row in cells(page, "by_workplace")] == [
        "Vestas i Lem",
        "Telefon uden arbejdsplads",
        "Skjern Hjemmepleje",
        "I alt",
    ]
    register(store, InquiryDraft(date=date(2026, 11, 6), workplace_id=lem.id, reasons=("P01",)))
    assert cells(page, "by_workplace")[0][0] == "Vestas i Lem"
    assert figures(page.content.contacts)["I alt"] == "4"


def test_a_table_is_copied_with_headings(page: ReportsPage) -> None:
    lines = page.content.tables["gender"].table.as_tsv().splitlines()
    assert lines[0] == "Køn\tAntal\tAndel"
    assert lines[-1].startswith("I alt\t1\t100")


@pytest.mark.parametrize("name", ["pdf", "xlsx", "csv", "csv-excel"])
def test_files_are_those_of_the_command_line(
    page: ReportsPage, store: Store, tmp_path: Path, name: str
) -> None:
    store.settings.set("export_folder", str(tmp_path / "fra vinduet"))
    page.exports.buttons[name].setFocus()
    page.exports.buttons[name].click()
    expected = run(ReportRequest(NOVEMBER, tmp_path / "fra linjen", (name,)), store)[0]
    made = tmp_path / "fra vinduet" / expected.name

    assert made.read_bytes() == expected.read_bytes()
    assert page.controls.saved.label.text() == f"Gemt: {made.name} i mappen fra vinduet"
    assert page.exports.buttons[name].isEnabled()
    assert page.window().focusWidget() is page.exports.buttons[name]


def test_ctrl_p_prints_the_chosen_workplaces(
    qtbot: QtBot, page: ReportsPage, store: Store, tmp_path: Path
) -> None:
    store.settings.set("export_folder", str(tmp_path))
    page.controls.workplaces.set_codes(["SKJERN"])
    page.controls.workplaces.changed.emit()
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert (tmp_path / "vejviser-2026-11-SKJERN.pdf").read_bytes().startswith(b"%PDF")


class FolderOpener(QObject):
    """Stands for the file manager of the computer."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def show_folder(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_folder_is_opened_on_request(page: ReportsPage, store: Store, tmp_path: Path) -> None:
    store.settings.set("export_folder", str(tmp_path))
    page.exports.buttons["csv"].click()
    opener = FolderOpener()
    QDesktopServices.setUrlHandler("file", opener, "show_folder")
    try:
        page.controls.saved.button.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(tmp_path)]


def test_a_folder_that_cannot_be_written_is_told(
    page: ReportsPage, store: Store, tmp_path: Path, notices: RecordingNotices
) -> None:
    (tmp_path / "fil").write_text("ikke en mappe")
    store.settings.set("export_folder", str(tmp_path / "fil"))
    page.exports.buttons["csv"].click()
    assert isinstance(notices.errors[0], UserError)
    assert page.exports.buttons["csv"].isEnabled()
    assert not page.controls.saved.isVisible()


def test_demo_figures_are_marked(
    qtbot: QtBot, services: Services, store: Store, busy_autumn: Workplace, tmp_path: Path
) -> None:
    store.settings.set("export_folder", str(tmp_path))
    store.settings.set("demo", 1)
    page = shown(qtbot, services)
    page.exports.buttons["csv-excel"].click()
    text = (tmp_path / "vejviser-2026-11-excel.csv").read_text("utf-8-sig")
    assert "demo" in text.lower()
    assert list(csv.reader(text.splitlines(), delimiter=";"))


def test_it_is_all_there_in_english(
    qtbot: QtBot, services: Services, busy_autumn: Workplace
) -> None:
    services.device.set("language", "en")
    page = shown(qtbot, services)
    assert cells(page, "by_workplace")[-1][0] == "Total"
    assert page.content.tables["gender"]._title.text() == "Gender"


def test_nothing_is_cut_off_at_twice_the_letters(qtbot: QtBot, services: Services) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", "normal", 2.0)
    try:
        page = shown(qtbot, services)
        for made in (*page.exports.buttons.values(), page.controls.workplaces.button):
            assert made.width() >= made.sizeHint().width()
        assert page.minimumSizeHint().width() <= 1158
    finally:
        theme.apply(app, "light")


def test_the_year_may_be_walked_month_by_month(page: ReportsPage) -> None:
    page.controls.picker.findChild(type(page.controls.over)).button("year").click()  # type: ignore[union-attr]
    assert page.controls.period().first == date(2026, 1, 1)
    before = page.controls.period().last
    page.controls.picker.step(-1)
    assert page.controls.period().last < before - timedelta(days=27)
