"""While what is typed is no period, nothing is written: it would be of another one."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.periods import Period
from app.models.store import Store
from app.ui.pages.evaluator.page import EvaluatorPage
from app.ui.services import Services
from app.ui.widgets.date_field import DateField
from tests.records import add_contact

_ORDER = "Den sidste dag ligger før den første."
_UNREADABLE = "Datoen kan ikke læses. Skriv fx 2111, i går eller 21-11-2026."


@pytest.fixture
def page(qtbot: QtBot, services: Services, store: Store, tmp_path: Path) -> EvaluatorPage:
    """The page on two months of an own period, in which there is one contact."""
    store.settings.set("export_folder", str(tmp_path / "out"))
    add_contact(store, None, date(2026, 10, 6))
    page = EvaluatorPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitExposed(page):
        page.show()
    page.open(Period(date(2026, 10, 1), date(2026, 11, 30)))
    assert page.picker.kind() == "own"
    return page


def enter(qtbot: QtBot, field: DateField, text: str) -> None:
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    qtbot.keyClicks(field.line, text)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)


def told(page: EvaluatorPage) -> list[str]:
    """Return the errors that are seen."""
    fields = (page.picker.first, page.picker.last)
    shown = [page.picker._error, *(field._error for field in fields)]
    return [words.text() for words in shown if words.isVisible()]


@pytest.mark.parametrize("wrong", ["01-09-2026", "31/02/2018", ""])
def test_nothing_is_written_of_a_period_that_is_none(
    page: EvaluatorPage, qtbot: QtBot, tmp_path: Path, wrong: str
) -> None:
    enter(qtbot, page.picker.last, wrong)
    assert not page.writing.real.isEnabled()
    assert not page.writing.synthetic.isEnabled()
    for made in (page.writing.real, page.writing.synthetic):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert not (tmp_path / "out").exists()
    assert page.preview.lines == ["Ret datoerne ovenfor, så vises det, hvad der kommer med."]


def test_what_changes_meanwhile_does_not_let_the_period_before_be_written(
    page: EvaluatorPage, qtbot: QtBot, store: Store
) -> None:
    enter(qtbot, page.picker.last, "01-09-2026")
    add_contact(store, None, date(2026, 10, 20))
    assert not page.writing.synthetic.isEnabled()
    assert page.picker.last.line.text() == "01-09-2026", "what was typed stays"


def test_one_fault_is_told_at_a_time(page: EvaluatorPage, qtbot: QtBot) -> None:
    enter(qtbot, page.picker.last, "01-09-2026")
    assert told(page) == [_ORDER]
    enter(qtbot, page.picker.last, "31/02/2018")
    assert told(page) == [_UNREADABLE]
    enter(qtbot, page.picker.last, "01-09-2026")
    assert told(page) == [_ORDER]


def test_the_period_before_can_be_typed_again(
    page: EvaluatorPage, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(qtbot, page.picker.last, "01-09-2026")
    enter(qtbot, page.picker.last, "30-11-2026")
    assert told(page) == []
    assert page.preview.lines[0].startswith("0 af 1 henvendelser")
    qtbot.mouseClick(page.writing.synthetic, Qt.MouseButton.LeftButton)
    (folder,) = (tmp_path / "out").iterdir()
    assert folder.name == "vejviser-evaluator-syntetisk-2026-10_2026-11"


def test_another_kind_of_period_leads_out_of_it(page: EvaluatorPage, qtbot: QtBot) -> None:
    enter(qtbot, page.picker.last, "01-09-2026")
    page.open(Period.quarter(date(2026, 7, 1)))
    assert told(page) == []
    assert page.writing.synthetic.isEnabled()
