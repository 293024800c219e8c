"""Days on which nobody is at a workplace are told once, with keys or mouse, and taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.plan import PlanStatus, read_plan
from app.models.plan_types import ClosingDays
from app.models.store import Store
from app.models.types import Workplace
from app.ui.pages.closing_days import ClosingDaysEditor
from app.ui.pages.workplaces.page import WorkplacesPage
from app.ui.services import Services
from tests.keyboard import Typist
from tests.records import add_rule
from tests.ui.conftest import RecordingNotices


@pytest.fixture
def editor(lem_page: WorkplacesPage) -> ClosingDaysEditor:
    return lem_page.form.closing_days


def texts(editor: ClosingDaysEditor) -> list[str]:
    return [made.accessibleName() for made in editor.delete_buttons.values()]


def test_days_are_typed_and_the_plan_skips_them(
    editor: ClosingDaysEditor, store: Store, lem: Workplace, notices: RecordingNotices
) -> None:
    add_rule(store, lem)
    typist = Typist()
    editor.first_on.line.setFocus()
    typist.type("21.12")
    typist.press("Tab")
    typist.type("3.1.27")
    typist.press("Tab")
    typist.type("Juleferie")
    typist.press("Enter")
    (days,) = store.closing_days.of_workplace(lem.id)
    assert (days.first_on, days.last_on) == (date(2026, 12, 21), date(2027, 1, 3))
    assert texts(editor) == ["Slet 21. december 2026 – 3. januar 2027 · Juleferie"]
    assert editor.first_on.line.hasFocus(), "ready for the next ones"
    assert editor.reason.text() == ""
    assert notices.told == ["Lukkedagene er gemt"]
    christmas = read_plan(store, date(2026, 12, 25), date(2026, 12, 25))
    assert [visit.status for visit in christmas] == [PlanStatus.SKIPPED]


def test_one_day_needs_no_end(editor: ClosingDaysEditor, store: Store, lem: Workplace) -> None:
    typist = Typist()
    editor.first_on.line.setFocus()
    typist.type("+6")
    typist.press("Ctrl+S")
    assert store.closing_days.of_workplace(lem.id)[0].last_on == date(2026, 11, 27)
    assert texts(editor) == ["Slet 27. november 2026"]


def test_what_is_wrong_stands_beside_its_field(
    editor: ClosingDaysEditor, store: Store, lem: Workplace
) -> None:
    editor.add_button.click()
    assert editor.first_on.line.hasFocus()
    assert editor.first_on.line.accessibleDescription() == "Skriv en dato."
    editor.first_on.line.setText("21.12.26")
    editor.last_on.line.setText("1.12.26")
    editor.add_button.click()
    assert editor.last_on.line.hasFocus()
    assert "før startdatoen" in editor.last_on.line.accessibleDescription()
    editor.last_on.line.setText("til jul")
    editor.add_button.click()
    assert store.closing_days.of_workplace(lem.id) == ()


def test_days_are_deleted_with_the_mouse_and_taken_back(
    qtbot: QtBot,
    editor: ClosingDaysEditor,
    store: Store,
    lem: Workplace,
    services: Services,
) -> None:
    for day in (1, 2, 3):
        close(store, lem, date(2026, 12, day))
    second = list(editor.delete_buttons.values())[1]
    second.setFocus()
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert texts(editor) == ["Slet 1. december 2026", "Slet 3. december 2026"]
    assert list(editor.delete_buttons.values())[1].hasFocus(), "the one that took its place"
    services.commands.undo()
    assert len(texts(editor)) == 3


def test_days_of_every_workplace_are_shown_and_kept_in_the_settings(
    editor: ClosingDaysEditor, store: Store, lem: Workplace, visited: list[tuple[str, object]]
) -> None:
    store.closing_days.add(
        ClosingDays(first_on=date(2027, 5, 7), last_on=date(2027, 5, 7), reason="Planlægningsdag")
    )
    close(store, lem, date(2025, 12, 24))
    assert editor.delete_buttons == {}, "what is past is left out"
    (link,) = editor.links
    assert link.accessibleName() == (
        "Ret under Indstillinger: 7. maj 2027 · Planlægningsdag, alle arbejdspladser"
    )
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert visited == [("settings", "plan")]


def close(store: Store, lem: Workplace, day: date) -> ClosingDays:
    return store.closing_days.add(
        ClosingDays(workplace_id=lem.id, first_on=day, last_on=day, reason="")
    )
