"""A list of rows: the focus goes to a row that was only just stored as soon as it is there."""

from pytestqt.qtbot import QtBot

from app.ui.pages.keyed_row import KeyedRow
from app.ui.pages.row_list import RowList
from app.ui.pages.workplaces.inline_form import InlineForm
from app.ui.services import Services


def rows(*keys: str) -> list[KeyedRow]:
    return [KeyedRow(key, {}) for key in keys]


def test_the_focus_waits_for_a_row_that_is_still_to_be_read(
    services: Services, qtbot: QtBot
) -> None:
    listed = RowList()
    qtbot.addWidget(listed)
    listed.resize(800, 400)
    with qtbot.waitActive(listed):
        listed.show()
        listed.activateWindow()
    listed.show_rows(rows("a", "b"))
    form = InlineForm(services, "Ny", "Gem")
    listed.open_form(form)
    assert form.save_button.hasFocus()
    form.about_key = "new"  # as the store gave it

    listed.close_form()
    assert listed.rows[0].hasFocus(), "meanwhile"
    listed.show_rows(rows("a", "b", "new"))
    assert listed.rows[2].hasFocus()

    listed.show_rows(rows("a", "b"))
    assert listed.rows[1].hasFocus(), "the one that took the last place"
    listed.show_rows(rows("a", "b", "new"))
    assert listed.rows[1].hasFocus(), "what is taken back moves nothing"
    with qtbot.waitSignal(listed.emptied):
        listed.show_rows([])
