"""Getting in with the passphrase or the recovery code, and being told apart what went wrong."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import Conflict, UserError, WrongPassphrase
from app.models import opening, recovery_code
from app.models.passphrases import UnlockThrottle
from app.texts import Text
from app.ui.gates.unlock import Unlock
from tests.stores import PASSPHRASE, standing_clock
from tests.ui.gates.conftest import (
    COUNSELLOR,
    PROJECT,
    Installation,
    ShowGate,
    everything_said,
    texts,
)

NEW_PASSPHRASE = "otte blå cykler under månen"


class Stopwatch:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def stopwatch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def gate(show: ShowGate, installation: Installation, stopwatch: Stopwatch) -> Unlock:
    made = Unlock(installation.paths, throttle=UnlockThrottle(stopwatch))
    show(made)
    return made


def type_passphrase(gate: Unlock, qtbot: QtBot, passphrase: str) -> None:
    line = gate.unlock.passphrase.line
    qtbot.keyClicks(line, passphrase)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def refusal(installation: Installation, passphrase: str = PASSPHRASE) -> UserError:
    """Return why the real store does not open."""
    with pytest.raises(UserError) as caught:
        opening.open_store(installation.paths, passphrase, clock=standing_clock())
    return caught.value


def test_the_passphrase_is_asked_for_at_once_and_sent_with_enter(
    gate: Unlock, qtbot: QtBot, installation: Installation
) -> None:
    assert gate.unlock.passphrase.line.hasFocus()
    asked = QSignalSpy(gate.unlock_requested)
    type_passphrase(gate, qtbot, PASSPHRASE)
    assert asked.at(0) == [PASSPHRASE]
    store, _ = opening.open_store(installation.paths, asked.at(0)[0], clock=standing_clock())
    store.close()


def test_a_locked_window_says_nothing_about_anybody(
    gate: Unlock, show: ShowGate, installation: Installation
) -> None:
    gate.locked_reason("Låst efter 5 minutter uden aktivitet. Din kladde er gemt.")
    assert "Låst efter 5 minutter uden aktivitet. Din kladde er gemt." in texts(gate)
    installation.damage_database()
    gate.show_error(refusal(installation))
    said = everything_said(gate.window())
    for secret in (PROJECT, COUNSELLOR, "Karen", "Vestas", "KM", PASSPHRASE):
        assert secret not in said


def test_a_wrong_passphrase_a_damaged_key_file_and_a_damaged_database_are_told_apart(
    show: ShowGate, installation: Installation
) -> None:
    errors = [refusal(installation, "en helt anden sætning")]
    whole = installation.paths.envelope.read_bytes()
    installation.damage_key_file()
    errors.append(refusal(installation))
    installation.paths.envelope.write_bytes(whole)
    installation.damage_database()
    errors.append(refusal(installation))
    before = installation.files()

    shown = []
    for error in errors:
        gate = Unlock(installation.paths)
        show(gate)
        gate.show_error(error)
        shown.append(tuple(text for text in texts(gate) if error.what.da in text))
    assert [len(said) for said in shown] == [1, 1, 1]
    assert len(set(shown)) == 3
    assert "passer ikke" in shown[0][0]
    assert "Nøglefilen er beskadiget" in shown[1][0]
    assert "Databasen er beskadiget" in shown[2][0]
    assert installation.files() == before


def test_a_wrong_passphrase_stands_ready_to_be_typed_over(
    gate: Unlock, qtbot: QtBot, installation: Installation
) -> None:
    type_passphrase(gate, qtbot, "forkert sætning")
    gate.set_busy(True)
    gate.set_busy(False)
    gate.show_error(refusal(installation, "forkert sætning"))
    line = gate.unlock.passphrase.line
    assert line.hasFocus()
    assert line.selectedText()
    assert line.accessibleDescription() == gate.unlock.problem.text()
    qtbot.keyClicks(line, "p")
    assert line.text() == "p"
    assert not gate.unlock.problem.isVisible()


def test_guessing_gets_slower_and_the_wait_is_counted_down(
    gate: Unlock, qtbot: QtBot, installation: Installation, stopwatch: Stopwatch
) -> None:
    asked = QSignalSpy(gate.unlock_requested)
    wrong = refusal(installation, "en helt anden sætning")
    for _ in range(5):
        gate.show_error(wrong)
    assert gate.unlock.wait.text() == "Prøv igen om 2 sek."
    assert not gate.unlock.forward.isEnabled()
    type_passphrase(gate, qtbot, PASSPHRASE)
    assert asked.count() == 0, "Enter waits too"

    stopwatch.now += 1
    qtbot.waitUntil(lambda: gate.unlock.wait.text() == "Prøv igen om 1 sek.")
    stopwatch.now += 1
    qtbot.waitUntil(gate.unlock.forward.isEnabled)
    assert not gate.unlock.wait.isVisible()
    qtbot.keyClick(gate.unlock.passphrase.line, Qt.Key.Key_Return)
    assert asked.count() == 1


def test_another_gate_with_the_same_throttle_waits_too(
    show: ShowGate, installation: Installation, stopwatch: Stopwatch
) -> None:
    throttle = UnlockThrottle(stopwatch)
    first = Unlock(installation.paths, throttle=throttle)
    wrong = refusal(installation, "en helt anden sætning")
    for _ in range(6):
        first.show_error(wrong)
    second = Unlock(installation.paths, throttle=throttle)
    show(second)
    assert second.unlock.wait.text() == "Prøv igen om 4 sek."
    assert not second.unlock.forward.isEnabled()


def test_an_empty_passphrase_is_not_sent(gate: Unlock, qtbot: QtBot) -> None:
    asked = QSignalSpy(gate.unlock_requested)
    type_passphrase(gate, qtbot, "")
    assert asked.count() == 0
    assert "Skriv adgangssætningen." in texts(gate)


def test_while_the_key_is_derived_nothing_is_asked_twice(gate: Unlock, qtbot: QtBot) -> None:
    asked = QSignalSpy(gate.unlock_requested)
    type_passphrase(gate, qtbot, PASSPHRASE)
    gate.set_busy(True)
    assert not gate.languages.isEnabled()
    qtbot.keyClick(gate.unlock.passphrase.line, Qt.Key.Key_Return)
    gate.unlock.forward.click()
    assert asked.count() == 1
    qtbot.waitUntil(gate.progress.isVisible)
    gate.set_busy(False)
    assert gate.unlock.passphrase.line.hasFocus()


def test_what_is_neither_wrong_nor_damaged_stands_above_the_field(gate: Unlock) -> None:
    said = [Text(text, text) for text in ("Databasen er i brug.", "Et andet vindue.", "Luk det.")]
    gate.show_error(Conflict(*said))
    assert gate.notice.label.text() == "Databasen er i brug. Et andet vindue. Luk det."
    assert gate.unlock.isVisible()


def test_the_recovery_code_opens_and_sets_a_new_passphrase(
    gate: Unlock, qtbot: QtBot, installation: Installation
) -> None:
    asked = QSignalSpy(gate.recover_requested)
    gate.unlock.forgot.click()
    assert gate.recover is not None
    assert gate.recover.code.hasFocus()
    typed = installation.code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    qtbot.keyClicks(gate.recover.code, typed)
    assert "Koden er tastet rigtigt." in texts(gate)
    for text in (NEW_PASSPHRASE, NEW_PASSPHRASE):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        qtbot.keyClicks(QApplication.focusWidget(), text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked.at(0) == [installation.code, NEW_PASSPHRASE]

    store, _ = opening.open_with_recovery_code(
        installation.paths, *asked.at(0), clock=standing_clock()
    )
    store.close()
    reopened, _ = opening.open_store(installation.paths, NEW_PASSPHRASE, clock=standing_clock())
    with closing(reopened):
        assert [workplace.code for workplace in reopened.workplaces.all()] == ["LEM"]


def with_a_slip(code: str, group: int) -> str:
    groups = code.split("-")
    first = groups[group - 1][0]
    groups[group - 1] = ("A" if first != "A" else "B") + groups[group - 1][1:]
    return "-".join(groups)


def test_a_slip_in_the_code_is_named_by_its_group(
    gate: Unlock, qtbot: QtBot, installation: Installation
) -> None:
    asked = QSignalSpy(gate.recover_requested)
    gate.unlock.forgot.click()
    assert gate.recover is not None
    qtbot.keyClicks(gate.recover.code, with_a_slip(installation.code, 3))
    assert "Se på gruppe 3." not in texts(gate), "nobody is corrected while typing"
    qtbot.keyClick(gate.recover.code, Qt.Key.Key_Tab)
    assert "Se på gruppe 3." in texts(gate)
    assert not gate.recover.code.hasFocus()
    gate.recover.forward.click()
    assert gate.recover.code.hasFocus()
    assert asked.count() == 0


def test_a_code_of_other_data_is_refused_beside_the_code(
    gate: Unlock, installation: Installation
) -> None:
    gate.unlock.forgot.click()
    with pytest.raises(WrongPassphrase) as caught:
        opening.open_with_recovery_code(
            installation.paths, recovery_code.generate(), NEW_PASSPHRASE, clock=standing_clock()
        )
    gate.show_error(caught.value)
    assert gate.recover is not None
    assert gate.recover.verdict.text().startswith("Gendannelseskoden passer ikke.")


def test_a_new_passphrase_that_is_refused_is_explained_beside_it(
    gate: Unlock, installation: Installation
) -> None:
    gate.unlock.forgot.click()
    with pytest.raises(UserError) as caught:
        opening.open_with_recovery_code(
            installation.paths, installation.code, "kort", clock=standing_clock()
        )
    gate.show_error(caught.value)
    assert any(text.startswith("For kort") for text in texts(gate))


def test_going_back_and_reset_forget_what_was_typed(
    gate: Unlock, qtbot: QtBot, installation: Installation
) -> None:
    qtbot.keyClicks(gate.unlock.passphrase.line, "noget hemmeligt")
    gate.unlock.forgot.click()
    assert gate.recover is not None
    recover = gate.recover
    qtbot.keyClicks(recover.code, installation.code)
    qtbot.keyClicks(recover.passphrase.first.line, NEW_PASSPHRASE)
    recover.backward.click()
    said = everything_said(gate)
    for secret in ("noget hemmeligt", installation.code, NEW_PASSPHRASE):
        assert secret not in said
    assert gate.unlock.passphrase.line.hasFocus()

    qtbot.keyClicks(gate.unlock.passphrase.line, "noget hemmeligt")
    gate.unlock.passphrase.eye.setChecked(True)
    gate.reset()
    assert gate.unlock.passphrase.text() == ""
    assert not gate.unlock.passphrase.eye.isChecked()
