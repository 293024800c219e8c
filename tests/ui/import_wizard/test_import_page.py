"""Import: nothing is written before it has been looked at, and all of it can be taken back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.models.types import RecordId, Workplace
from app.ui.pages.import_wizard.page import ImportPage
from app.ui.services import Services
from tests.records import add_contact
from tests.ui.conftest import RecordingNotices

GOOD = """date,time,workplace,channel,identity,person,name,reasons,advice,counsellor
2026-10-01,09:00,VESTAS-LE,workplace,registered,P1,Karen Møller,P01,A01,KM
2026-10-02,10:00,,phone,anonymous,,,S01|F01,,SOC
2026-10-08,09:30,VESTAS-LE,workplace,registered,P1,Karen Møller,P01,,KM
"""
BAD = GOOD + (
    "2026-13-01,09:00,VESTAS-LE,workplace,anonymous,,,P01,,KM\n"
    "2026-10-09,09:00,INGEN-STED,workplace,anonymous,,,P01,,KM\n"
)
PLACES = "Kode;Arbejdsplads;Virksomhed;Type\r\nARLA-DP;Arla Danmark Protein;Arla;privat\r\n"


@pytest.fixture
def page(services: Services, lem: Workplace, qtbot: QtBot) -> ImportPage:
    made = ImportPage(services)
    qtbot.addWidget(made)
    made.resize(1158, 660)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    focus = made.first_focus()
    assert focus is not None
    focus.setFocus()
    return made


def take(page: ImportPage, folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """Give the page a file as if it had been chosen."""
    path = folder / "gammel registrering.csv"
    path.write_bytes(text.encode(encoding))
    page.take_file(path)
    return path


def told(page: ImportPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible() and each.text()]


def problems(page: ImportPage) -> list[tuple[str, str, str]]:
    model = page.outcome.problems.model()
    if model is None or not page.outcome.problems.isVisible():
        return []
    rows = range(model.rowCount())
    return [tuple(model.index(row, at).data() for at in range(3)) for row in rows]  # type: ignore[misc]


def test_a_file_is_understood_and_tried_before_anything_is_written(
    page: ImportPage, store: Store, tmp_path: Path
) -> None:
    take(page, tmp_path, GOOD)

    sentences = told(page)
    assert "gammel registrering.csv" in sentences
    assert "3 rækker · komma · UTF-8" in sentences
    assert page.file_card.kind.value() == "inquiries"
    assert page.mapping_card.mapping()["reasons"] == "reasons"
    assert "3 rækker bliver tilføjet" in sentences
    assert "1 ny person" in sentences
    assert "Nye vejledere: SOC" in sentences
    assert page.outcome.run.text() == "Importér 3 henvendelser"
    assert page.preview.model().rowCount() == 3
    assert store.inquiries.count() == 0


def test_importing_is_one_step_that_can_be_taken_back(
    page: ImportPage,
    store: Store,
    services: Services,
    tmp_path: Path,
    qtbot: QtBot,
    notices: RecordingNotices,
    visited: list[tuple[str, object]],
) -> None:
    take(page, tmp_path, GOOD)

    qtbot.mouseClick(page.outcome.run, Qt.MouseButton.LeftButton)

    assert store.inquiries.count() == 3
    assert notices.told == ["3 henvendelser er importeret"]
    assert "3 henvendelser er importeret." in told(page)
    assert page.result.see.hasFocus()
    qtbot.keyClick(page.result.see, Qt.Key.Key_Space)
    assert visited == [("inquiries", None)]
    page.open(None)
    assert not page.result.isVisible()
    assert page.file_card.empty.button.hasFocus(), "whoever comes again wants to choose a file"

    services.commands.undo()

    assert store.inquiries.count() == 0
    assert store.people.count() == 0
    assert store.counsellors.by_initials("SOC") is None


def test_rows_in_a_closed_month_are_told_before_and_after(
    page: ImportPage, store: Store, lem: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    add_contact(store, None, date(2026, 10, 20), workplace_id=lem.id)
    close_month(store, Period.month(date(2026, 10, 1)))
    take(page, tmp_path, GOOD)
    sentence = (
        "Rækker i lukkede måneder: oktober 2026 (3). De lukkede tal ændrer sig ikke; rækkerne står"
        " som rettelser i rapporten, indtil måneden rettes med en begrundelse"
    )
    assert sentence in told(page)
    qtbot.mouseClick(page.outcome.run, Qt.MouseButton.LeftButton)
    assert store.inquiries.count() == 4
    assert any(sentence in each for each in told(page))


def test_the_same_file_again_adds_nothing(
    page: ImportPage, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    take(page, tmp_path, GOOD)
    qtbot.mouseClick(page.outcome.run, Qt.MouseButton.LeftButton)

    take(page, tmp_path, GOOD)

    assert "3 rækker findes allerede og springes over" in told(page)
    assert not page.outcome.run.isEnabled()
    assert page.outcome.run.text() == "Intet at importere"


def test_every_bad_row_is_named_and_the_rest_waits_for_a_decision(
    page: ImportPage, store: Store, tmp_path: Path, qtbot: QtBot, notices: RecordingNotices
) -> None:
    take(page, tmp_path, BAD)

    assert [(row, column) for row, column, _ in problems(page)] == [
        ("5", "date"),
        ("6", "workplace"),
    ]
    assert not page.outcome.run.isEnabled(), "all or nothing, unless told otherwise"
    held_back = "Intet bliver importeret, så længe der er rækker med fejl."
    assert {held_back, "3 rækker kan tilføjes", "2 rækker kan ikke bruges"} <= {*told(page)}

    qtbot.mouseClick(page.outcome.copy, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Række\tKolonne\t")
    assert lines[2].startswith("6\tworkplace\t")

    page.outcome.skip.setFocus()
    qtbot.keyClick(page.outcome.skip, Qt.Key.Key_Space)
    assert page.outcome.run.isEnabled()
    promised = {"3 rækker bliver tilføjet", "2 rækker kan ikke bruges og springes over"}
    assert promised <= {*told(page)}
    assert held_back not in told(page)
    page.outcome.run.setFocus()
    qtbot.keyClick(page.outcome.run, Qt.Key.Key_Return)

    assert store.inquiries.count() == 3
    assert any("2 rækker er sprunget over." in text for text in told(page))
    assert notices.errors == []


def test_workplaces_in_danish_excel_form_are_recognised(
    page: ImportPage,
    store: Store,
    tmp_path: Path,
    qtbot: QtBot,
    visited: list[tuple[str, object]],
) -> None:
    take(page, tmp_path, PLACES, "utf-8-sig")

    assert page.file_card.kind.value() == "workplaces"
    assert "1 række · semikolon · UTF-8" in told(page)
    qtbot.mouseClick(page.outcome.run, Qt.MouseButton.LeftButton)

    arla = store.workplaces.by_code("ARLA-DP")
    assert arla is not None
    assert arla.name == "Arla Danmark Protein"
    qtbot.mouseClick(page.result.see, Qt.MouseButton.LeftButton)
    assert visited == [("workplaces", None)]


def test_contacts_are_recognised_although_their_date_has_a_name_of_its_own(
    page: ImportPage, tmp_path: Path
) -> None:
    take(page, tmp_path, "Kontaktet den;Hvor;Navn;Køn;Årsager\n01-10-2026;VESTAS-LE;;;S01\n")
    assert page.file_card.kind.value() == "inquiries"


def test_a_column_with_a_name_of_its_own_is_mapped_by_hand(
    page: ImportPage, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    take(page, tmp_path, "Kontaktet den;Sted\n01-10-2026;VESTAS-LE\n")
    assert page.file_card.kind.value() == "workplaces", "nothing says that these are contacts"
    page.file_card.kind.focus()
    qtbot.keyClick(page.file_card.kind.button("workplaces"), Qt.Key.Key_Left)
    assert any("mangler" in text for text in told(page))
    assert not page.outcome.run.isVisible()

    box = page.mapping_card.box("date")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)

    assert box.currentText() == "Kontaktet den"
    assert "1 række bliver tilføjet" in told(page)
    assert not any("mangler" in text for text in told(page))


def test_what_is_no_table_is_refused_with_the_reason(
    page: ImportPage, tmp_path: Path, notices: RecordingNotices
) -> None:
    path = tmp_path / "billede.csv"
    path.write_bytes(b"\x89PNG\x00\x01")

    page.take_file(path)
    page.take_file(tmp_path / "findes ikke.csv")

    assert len(notices.errors) == 2
    assert page.file_card.empty.isVisible()


def test_a_file_can_be_dropped_on_the_page(page: ImportPage, tmp_path: Path) -> None:
    path = tmp_path / "henvendelser.csv"
    path.write_text(GOOD, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where, action = QPointF(100, 100), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    entering = QDragEnterEvent(where.toPoint(), action, data, buttons, keys)
    QGuiApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QGuiApplication.sendEvent(page, QDropEvent(where, action, data, buttons, keys))

    assert "henvendelser.csv" in told(page)


def test_the_button_opens_a_dialog_that_does_not_stop_the_program(
    page: ImportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "valgt.csv"
    path.write_text(GOOD, "utf-8")

    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Space)
    (dialog,) = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()

    assert "valgt.csv" in told(page)
    qtbot.mouseClick(page.file_card.choose, Qt.MouseButton.LeftButton)
    again = next(each for each in page.findChildren(QFileDialog) if each is not dialog)
    assert Path(again.directory().path()) == tmp_path, "the next file is looked for beside it"
    again.close()


def test_a_change_of_the_store_is_seen_by_the_dry_run(
    page: ImportPage, store: Store, tmp_path: Path
) -> None:
    take(page, tmp_path, BAD)
    assert [row for row, _, _ in problems(page)] == ["5", "6"]

    store.workplaces.add(Workplace(code="INGEN-STED", name="Nu findes det"))

    assert [row for row, _, _ in problems(page)] == ["5"]


RULES = """Arbejdsplads;Hver n. uge;Ugedage;Klokkeslæt;Minutter;Sted
VESTAS-LE;2;fredag;9.00;60;Kantinen
VESTAS-LE;;;;;
"""


def test_presence_rules_are_proposed_where_the_file_is_silent_and_lead_on_to_the_plan(
    page: ImportPage,
    store: Store,
    tmp_path: Path,
    qtbot: QtBot,
    visited: list[tuple[str, object]],
) -> None:
    take(page, tmp_path, RULES)

    assert page.file_card.kind.value() == "rules"
    sentences = told(page)
    assert "1 række bliver tilføjet" in sentences
    assert "1 række uden noget at importere" in sentences
    assert "række 2, VESTAS-LE: hver 2. uge, fredag 09.00–10.00 (foreslået: startdag)" in sentences
    assert page.outcome.run.text() == "Importér 1 fremmøderegel"
    assert store.presence_rules.count() == 0

    qtbot.mouseClick(page.outcome.run, Qt.MouseButton.LeftButton)

    (rule,) = store.presence_rules.all()
    assert (rule.every_weeks, rule.weekdays, rule.time) == (2, (5,), "09:00")
    qtbot.mouseClick(page.result.see, Qt.MouseButton.LeftButton)
    assert visited == [("plan", None)]


def test_one_file_is_workplaces_first_and_rules_when_asked(
    page: ImportPage, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    both = "workplace,name,hours_per_visit,every_weeks\nVESTAS-LE,Vestas i Lem,1,1\n"
    take(page, tmp_path, both + "ARLA-DP,Arla,1,2\n")
    assert page.file_card.kind.value() == "rules", "most of its columns are about presence"

    page.file_card.kind.focus()
    qtbot.keyClick(page.file_card.kind.button("rules"), Qt.Key.Key_Left)

    assert page.file_card.kind.value() == "workplaces"
    assert page.outcome.run.text() == "Importér 1 arbejdsplads"


def test_closing_days_are_recognised_and_taken_back_as_one(
    page: ImportPage, store: Store, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    take(page, tmp_path, "workplace,from,until,reason\n,2026-12-23,2026-12-30,Jul\n")

    assert page.file_card.kind.value() == "closing_days"
    qtbot.mouseClick(page.outcome.run, Qt.MouseButton.LeftButton)

    assert "1 række lukkedage er importeret." in told(page)
    assert [days.reason for days in store.closing_days.of_workplace(RecordId(""))] == ["Jul"]
    services.commands.undo()
    assert store.closing_days.count() == 0
