"""Tables and drawings."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.palette import DARK, LIGHT
from app.ui.widgets.chart_colours import for_dark_theme
from app.ui.widgets.svg_view import SvgView
from app.ui.widgets.table import DataTable

BAR = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
    '<clipPath id="half"><rect width="1" height="1"/></clipPath>'
    '<g clip-path="url(#half)"><rect width="200" height="100" fill="{fill}"/></g></svg>'
)


@pytest.fixture
def table(qapp: QApplication, qtbot: QtBot) -> DataTable:
    theme.apply(qapp, "light")
    made = DataTable("Arbejdspladser")
    model = QStandardItemModel(0, 2, made)
    model.setHorizontalHeaderLabels(["Arbejdsplads", "I alt"])
    for name, count in (("Vestas i Lem", 6), ("Arla\tTaulov", 8), ("VM Tarm", 4)):
        number = QStandardItem()
        number.setData(count, Qt.ItemDataRole.DisplayRole)
        model.appendRow([QStandardItem(name), number])
    made.setModel(model)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_rows_stand_as_the_model_gives_them_until_a_heading_is_clicked(
    table: DataTable, qtbot: QtBot
) -> None:
    assert table.model().index(0, 0).data() == "Vestas i Lem"
    header = table.horizontalHeader()
    heading = QPoint(header.sectionViewportPosition(1) + 20, header.height() // 2)
    for expected in (4, 8):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=heading)
        assert table.model().index(0, 1).data() == expected


def test_chosen_rows_are_copied_with_headings_for_a_spreadsheet(
    table: DataTable, qtbot: QtBot
) -> None:
    table.selectRow(1)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QKeySequence(QKeySequence.StandardKey.Copy).toString() == "Ctrl+C"
    assert QGuiApplication.clipboard().text() == "Arbejdsplads\tI alt\nArla Taulov\t8\n"
    table.clearSelection()
    table.horizontalHeader().moveSection(0, 1)
    assert table.as_tsv().splitlines() == [
        "I alt\tArbejdsplads",
        "6\tVestas i Lem",
        "8\tArla Taulov",
        "4\tVM Tarm",
    ]


def test_a_copied_cell_is_no_formula_to_a_spreadsheet(table: DataTable) -> None:
    table.model().setData(table.model().index(0, 0), '=HYPERLINK("x")')
    table.selectRow(0)
    assert table.as_tsv().splitlines()[1].startswith("'=HYPERLINK")


def test_enter_opens_the_row_and_tab_leaves_the_table(table: DataTable, qtbot: QtBot) -> None:
    table.selectRow(2)
    table.setFocus()
    with qtbot.waitSignal(table.opened) as signal:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert signal.args == [2]
    assert not table.tabKeyNavigation()
    assert table.selected_rows() == [2]


def test_columns_are_remembered(table: DataTable) -> None:
    table.setColumnWidth(0, 222)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    state = table.get_state()
    table.setColumnWidth(0, 99)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert table.set_state(state)
    assert table.columnWidth(0) == 222
    assert table.horizontalHeader().sortIndicatorSection() == 1
    assert table.model().index(0, 1).data() == 8, "sorted again as it was"
    assert not table.set_state("ikke en tilstand")
    assert table.columnWidth(0) == 222


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_rows_are_high_enough_for_their_text(
    qapp: QApplication, table: DataTable, scale: float
) -> None:
    theme.apply(qapp, "light", font_scale=scale)
    assert table.rowHeight(0) >= max(24, table.fontMetrics().height() + 6)
    theme.apply(qapp, "light")


def test_a_drawing_is_shown_whole_although_it_is_clipped(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    view = SvgView()
    qtbot.addWidget(view)
    view.set_svg(BAR.format(fill=LIGHT.physical.solid).encode(), "Årsager", "Fysiske: 68")
    view.resize(400, view.heightForWidth(400))
    view.show()
    assert view.height() == 200
    assert view.accessibleName() == "Årsager"
    assert view.accessibleDescription() == "Fysiske: 68"
    assert view.grab().toImage().pixelColor(390, 190).name() == LIGHT.physical.solid
    theme.apply(qapp, "dark")
    assert view.grab().toImage().pixelColor(390, 190).name() == DARK.physical.solid
    theme.apply(qapp, "light")
    assert view.grab().toImage().pixelColor(390, 190).name() == LIGHT.physical.solid


def test_what_is_no_drawing_is_refused(qapp: QApplication, qtbot: QtBot) -> None:
    view = SvgView()
    qtbot.addWidget(view)
    with pytest.raises(ValueError, match="drawing"):
        view.set_svg(b"ikke en tegning", "Intet")


@pytest.mark.parametrize("written", ["#0e5a63", "#0E5A63", "rgb(14,90,99)", "rgb(5%,35%,38%)"])
def test_paper_colours_become_dark_ones_however_they_are_written(written: str) -> None:
    assert for_dark_theme(f'fill="{written}"'.encode()) == f'fill="{DARK.accent}"'.encode()
    assert for_dark_theme(b'fill="#123456"') == b'fill="#123456"'
