"""A damaged key file or database met at the gate, and the way out through a backup."""

import shlex
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.models import opening
from app.models.rescue import Rescue, open_rescued
from app.ui.gates.rescue_step import RescueStep
from app.ui.gates.unlock import Unlock
from tests.stores import PASSPHRASE, standing_clock
from tests.ui.gates.conftest import Installation, ShowGate, texts


def answer(gate: Unlock, installation: Installation) -> None:
    """Do what the window does with a typed passphrase."""
    with pytest.raises(UserError) as caught:
        opening.open_store(
            installation.paths, gate.unlock.passphrase.text(), clock=standing_clock()
        )
    gate.show_error(caught.value)


def unlock(gate: Unlock, qtbot: QtBot) -> None:
    qtbot.keyClicks(gate.unlock.passphrase.line, PASSPHRASE)
    qtbot.keyClick(gate.unlock.passphrase.line, Qt.Key.Key_Return)


def offered(gate: Unlock) -> RescueStep:
    assert gate.rescue is not None
    assert gate.rescue.isVisible()
    return gate.rescue


@pytest.fixture
def gate(show: ShowGate, qtbot: QtBot, installation: Installation) -> Unlock:
    made = Unlock(installation.paths)
    made.unlock_requested.connect(lambda _: answer(made, installation))
    show(made)
    return made


def test_the_key_file_of_a_backup_lets_one_in_again_with_enter_alone(
    gate: Unlock, qtbot: QtBot, installation: Installation
) -> None:
    installation.damage_key_file()
    unlock(gate, qtbot)
    rescue = offered(gate)
    assert rescue.key_file_only
    assert "21-11-2026 kl. 09.24" in rescue.backups.item(0).text()
    assert not rescue.command.isVisible(), "the command would restore more than is needed"
    asked = QSignalSpy(gate.restore_requested)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    request = asked.at(0)[0]
    assert isinstance(request, Rescue)
    store, _ = open_rescued(installation.paths, request, clock=standing_clock())
    with closing(store):
        assert [workplace.code for workplace in store.workplaces.all()] == ["LEM"]


def test_a_damaged_database_is_restored_here_or_from_a_terminal(
    gate: Unlock, qtbot: QtBot, installation: Installation
) -> None:
    installation.damage_database()
    unlock(gate, qtbot)
    rescue = offered(gate)
    assert not rescue.key_file_only
    backup = rescue.chosen()
    assert backup is not None
    assert rescue.command.text() == (
        f'vejviser --data-dir "{installation.paths.data_dir}" restore "{backup.database}"'
    )
    asked = QSignalSpy(gate.restore_requested)
    rescue.forward.click()
    store, _ = open_rescued(installation.paths, asked.at(0)[0], clock=standing_clock())
    store.close()


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ("envelope", "Filen vejviser.key.json mangler, men databasen er der"),
        ("database", "Filen vejviser.db mangler, men nøglefilen er der"),
    ],
)
def test_a_file_that_is_gone_is_named_and_comes_back_from_a_backup(
    gate: Unlock, qtbot: QtBot, installation: Installation, gone: str, said: str
) -> None:
    path: Path = getattr(installation.paths, gone)
    path.unlink()
    left = installation.files()
    unlock(gate, qtbot)
    assert any(said in text for text in texts(gate))
    assert offered(gate).key_file_only == (gone == "envelope")
    assert installation.files() == left
    asked = QSignalSpy(gate.restore_requested)
    offered(gate).forward.click()
    store, _ = open_rescued(installation.paths, asked.at(0)[0], clock=standing_clock())
    with closing(store):
        assert [workplace.code for workplace in store.workplaces.all()] == ["LEM"]


def test_the_command_for_the_terminal_is_one_that_works(
    gate: Unlock, qtbot: QtBot, installation: Installation, tmp_path: Path
) -> None:
    installation.damage_database()
    unlock(gate, qtbot)
    secret = tmp_path / "passphrase.txt"
    secret.write_text(PASSPHRASE, "utf-8")
    name, *arguments = shlex.split(offered(gate).command.text())
    assert name == "vejviser"
    subprocess.run(
        [sys.executable, "-m", "app", "--passphrase-file", str(secret), *arguments],
        check=True,
        capture_output=True,
    )
    store, _ = opening.open_store(installation.paths, PASSPHRASE, clock=standing_clock())
    store.close()


def test_a_damaged_key_file_that_hides_a_damaged_database_leads_on_to_restoring_all(
    gate: Unlock, qtbot: QtBot, installation: Installation
) -> None:
    installation.damage_key_file()
    installation.damage_database()
    unlock(gate, qtbot)
    asked = QSignalSpy(gate.restore_requested)
    offered(gate).forward.click()
    with pytest.raises(UserError) as caught:
        open_rescued(installation.paths, asked.at(0)[0], clock=standing_clock())
    gate.show_error(caught.value)
    rescue = offered(gate)
    assert not rescue.key_file_only
    rescue.forward.click()
    store, _ = open_rescued(installation.paths, asked.at(1)[0], clock=standing_clock())
    store.close()


def test_a_secret_that_does_not_open_the_backup_is_refused_beside_its_field(
    gate: Unlock, qtbot: QtBot, installation: Installation
) -> None:
    installation.damage_database()
    unlock(gate, qtbot)
    rescue = offered(gate)
    rescue.clear()
    asked = QSignalSpy(gate.restore_requested)
    rescue.forward.click()
    assert asked.count() == 0
    assert "Skriv adgangssætningen eller gendannelseskoden." in texts(gate)
    qtbot.keyClicks(rescue.secret.line, "en helt anden sætning")
    qtbot.keyClick(rescue.secret.line, Qt.Key.Key_Return)
    with pytest.raises(UserError) as caught:
        open_rescued(installation.paths, asked.at(0)[0], clock=standing_clock())
    gate.show_error(caught.value)
    assert rescue.verdict.text().startswith("Adgangssætningen passer ikke.")
    assert rescue.secret.line.hasFocus()


def test_a_backup_that_is_damaged_itself_leaves_the_choice_of_another(
    gate: Unlock, qtbot: QtBot, installation: Installation
) -> None:
    installation.damage_database()
    unlock(gate, qtbot)
    rescue = offered(gate)
    backup = rescue.chosen()
    assert backup is not None
    backup.database.write_bytes(b"\x5a" * backup.size)
    asked = QSignalSpy(gate.restore_requested)
    rescue.forward.click()
    with pytest.raises(UserError) as caught:
        open_rescued(installation.paths, asked.at(0)[0], clock=standing_clock())
    gate.show_error(caught.value)
    assert offered(gate) is rescue
    assert gate.notice.isVisible()


def test_a_backup_from_a_stick_can_be_found_where_the_folder_has_none(
    show: ShowGate, installation: Installation, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    shutil.move(installation.paths.backups, stick)
    answers: list[Path | None] = [None, stick / "noget andet.txt", next(stick.glob("*.db"))]
    gate = Unlock(installation.paths, find_backup=lambda: answers.pop(0))
    show(gate)
    installation.damage_database()
    gate.unlock.passphrase.line.setText(PASSPHRASE)
    answer(gate, installation)
    rescue = offered(gate)
    assert any(text.startswith("Der er ingen sikkerhedskopier") for text in texts(gate))
    assert not rescue.forward.isEnabled()
    rescue.elsewhere.click()
    assert rescue.backups.count() == 0
    rescue.elsewhere.click()
    assert "Sikkerhedskopien blev ikke fundet." in gate.notice.label.text()
    rescue.elsewhere.click()
    assert rescue.chosen() is not None
    assert rescue.forward.isEnabled()
    assert rescue.secret.line.hasFocus()


def test_going_back_asks_for_the_passphrase_again(
    gate: Unlock, qtbot: QtBot, installation: Installation
) -> None:
    installation.damage_key_file()
    unlock(gate, qtbot)
    offered(gate).backward.click()
    assert gate.rescue is None
    assert gate.unlock.passphrase.line.hasFocus()
    assert gate.unlock.passphrase.text() == ""
    assert not gate.notice.isVisible()
