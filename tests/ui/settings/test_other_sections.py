"""Counsellors, backups, code lists and what the program is: read and kept on the settings page."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app import __version__
from app.models.store import Store
from app.models.types import Profession, TermKind
from app.ui.pages.settings.about_section import AboutSection, licence_text
from app.ui.pages.settings.backup_section import BackupSection
from app.ui.pages.settings.counsellor_section import CounsellorSection
from app.ui.pages.settings.section import Section
from app.ui.pages.settings.taxonomy_section import TaxonomySection
from app.ui.services import Services
from tests.stores import NOW
from tests.ui.conftest import RecordingNotices


def shown(qtbot: QtBot, section: Section) -> None:
    qtbot.addWidget(section)
    with qtbot.waitExposed(section):
        section.show()
    section.reload()


@pytest.fixture
def counsellors(qtbot: QtBot, services: Services) -> CounsellorSection:
    section = CounsellorSection(services, "Vejledere")
    shown(qtbot, section)
    return section


def type_over(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, text)


def lines(section: CounsellorSection) -> list[str]:
    return [section.list.item(row).text() for row in range(section.list.count())]


def test_a_colleague_is_added_and_takes_over_the_computer(
    qtbot: QtBot, counsellors: CounsellorSection, store: Store, notices: RecordingNotices
) -> None:
    assert lines(counsellors) == ["Karen Møller (KM) · Socialrådgiver · bruger denne computer"]
    counsellors.new_button.click()
    type_over(qtbot, counsellors.name, "Jens Holm")
    assert counsellors.initials.text() == "JH"
    counsellors.profession.set_value(Profession.PHYSIOTHERAPIST)
    counsellors.save_button.click()
    jens = store.counsellors.by_initials("JH")
    assert jens is not None
    assert jens.profession is Profession.PHYSIOTHERAPIST

    counsellors.use_button.click()
    counsellors.reload()
    assert store.settings.counsellor_id == jens.id
    assert lines(counsellors)[0].endswith("bruger denne computer")
    assert notices.told == ["Vejlederen er gemt", "Jens Holm bruger nu denne computer"]


def test_initials_are_not_given_twice(
    qtbot: QtBot, counsellors: CounsellorSection, store: Store
) -> None:
    counsellors.new_button.click()
    type_over(qtbot, counsellors.name, "Kirsten Mikkelsen")
    counsellors.save_button.click()
    assert "er i brug" in counsellors.initials.accessibleDescription()
    assert store.counsellors.count() == 1


def test_one_cannot_put_oneself_aside(counsellors: CounsellorSection, store: Store) -> None:
    counsellors.active.click()
    counsellors.save_button.click()
    assert "Du bruger selv" in counsellors.active.accessibleDescription()
    current = store.counsellors.current()
    assert current is not None
    assert current.active


def test_a_counsellor_who_left_stays_in_the_list_but_cannot_be_chosen(
    qtbot: QtBot, counsellors: CounsellorSection, store: Store
) -> None:
    counsellors.new_button.click()
    type_over(qtbot, counsellors.name, "Jens Holm")
    counsellors.active.click()
    counsellors.save_button.click()
    assert lines(counsellors)[0] == "Jens Holm (JH) · Anden faggruppe · registrerer ikke længere"
    assert not counsellors.use_button.isEnabled()


def test_what_is_typed_about_a_counsellor_stays_through_news(
    qtbot: QtBot, counsellors: CounsellorSection
) -> None:
    type_over(qtbot, counsellors.name, "Karen M. Møller")
    counsellors.reload()
    assert counsellors.name.text() == "Karen M. Møller"


def test_a_backup_is_taken_listed_and_tried(qtbot: QtBot, services: Services) -> None:
    section = BackupSection(services, "Sikkerhedskopier")
    shown(qtbot, section)
    assert section.newest.text() == "Der er ingen sikkerhedskopi endnu."
    assert not section.try_button.isEnabled()

    with qtbot.waitSignal(section.made) as told:
        section.make_button.click()
    assert told.args == [NOW]
    assert "21-11-2026 kl. 09.24" in section.newest.text()
    assert section.list.count() == 1

    section.try_button.click()
    assert "kan gendannes: 0 henvendelser" in section.result.label.text()


def test_a_backup_that_cannot_be_written_is_told(
    qtbot: QtBot, services: Services, store: Store, notices: RecordingNotices
) -> None:
    section = BackupSection(services, "Sikkerhedskopier")
    shown(qtbot, section)
    services.paths.backups.parent.mkdir(exist_ok=True)
    services.paths.backups.write_text("i vejen")
    section.make_button.click()
    assert len(notices.errors) == 1
    assert section.make_button.isEnabled()


def test_the_code_lists_are_found_by_code_and_word(
    qtbot: QtBot, services: Services, store: Store
) -> None:
    store.taxonomy.retire(TermKind.ADVICE, "A08", date(2026, 7, 1))
    section = TaxonomySection(services, "Kodeliste")
    shown(qtbot, section)
    model = section.model

    def row(at: int) -> list[str]:
        return [str(model.index(at, column).data()) for column in range(model.columnCount())]

    assert row(0) == ["P01", "Fysiske gener", "Lænderyg", "Lower back", "01-01-2018", ""]
    qtbot.keyClicks(section.filter, "laende")
    assert model.rowCount() == 1

    section.filter.clear()
    section.kind.button("advice").click()
    qtbot.keyClicks(section.filter, "a08")
    assert row(0)[-1] == "01-07-2026"
    assert section.table.isColumnHidden(1)
    assert section.changes.text() == "Ingen koder er ændret."


def test_codes_are_sorted_and_the_fixed_order_comes_back(qtbot: QtBot, services: Services) -> None:
    section = TaxonomySection(services, "Kodeliste")
    shown(qtbot, section)
    section.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert section.model.index(0, 2).data() == "ADHD-symptomer"
    section.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert section.model.index(0, 0).data() == "P01"


def test_the_program_says_what_it_is_and_where_the_data_lie(
    qtbot: QtBot, services: Services
) -> None:
    section = AboutSection(services, "Om Vejviser")
    shown(qtbot, section)
    assert section.folders["data"].text() == str(services.paths.data_dir)
    assert "sqlcipher3" in section.licences.toPlainText()
    assert "MIT" in licence_text()
    assert __version__.count(".") == 2
