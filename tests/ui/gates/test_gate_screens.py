"""Every gate as a person meets it: both themes, both languages, a doubled font, a small laptop."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.types import Profession
from app.ui import i18n, theme
from app.ui.gates.first_run import FirstRun
from app.ui.gates.first_steps import AboutYou
from app.ui.gates.gate import Gate
from app.ui.gates.unlock import Unlock
from tests.screens import audits
from tests.ui.gates.conftest import Installation, ShowGate
from tests.ui.gates.test_unlock import refusal

SCREENS = Path(__file__).resolve().parents[3] / "out" / "screens"
SMALL_LAPTOP = (1366, 768)
LOOKS = [
    ("light", "da", 1.0),
    ("dark", "da", 1.0),
    ("light", "en", 1.0),
    ("dark", "en", 1.0),
    ("light", "da", 2.0),
    ("light", "en", 2.0),
]
KAREN = AboutYou("Karen Møller", Profession.SOCIAL_WORKER, "Projekt Vest")


def about_you(_: Installation) -> Gate:
    return FirstRun()


def about_you_missing(_: Installation) -> Gate:
    gate = FirstRun()
    gate.about_you.check()
    return gate


def passphrase(_: Installation) -> Gate:
    gate = FirstRun(KAREN)
    gate.about_you.proceeded.emit()
    gate.passphrase.passphrase.first.line.setText("kort")
    gate.passphrase.passphrase.check()
    return gate


def recovery(installation: Installation) -> Gate:
    gate = FirstRun(KAREN, choose_path=lambda: installation.paths.data_dir / "ark.pdf")
    gate.show_recovery_code(installation.code, lambda: b"%PDF-1.4 ark")
    gate.recovery.save.click()
    gate.recovery.check()
    return gate


def led(installation: Installation) -> Gate:
    gate = FirstRun(AboutYou("Pia Lund", Profession.OTHER, "Projekt Vest", lead=True))
    gate.about_you.check()
    return gate


def project_code(installation: Installation) -> Gate:
    gate = FirstRun(KAREN, choose_path=lambda: installation.paths.data_dir / "ark.pdf")
    gate.lead_project(installation.code, lambda: b"%PDF-1.4 ark")
    gate.show_recovery_code(installation.code, lambda: b"%PDF-1.4 ark")
    gate.recovery.kept.setChecked(True)
    gate.recovery.forward.click()
    gate.project_code.check()
    return gate


def locked(installation: Installation) -> Gate:
    gate = Unlock(installation.paths)
    gate.locked_reason("Låst efter 5 minutter uden aktivitet. Din kladde er gemt.")
    return gate


def wrong(installation: Installation) -> Gate:
    gate = Unlock(installation.paths)
    gate.unlock.passphrase.line.setText("en helt anden sætning")
    for _ in range(6):
        gate.show_error(refusal(installation, "en helt anden sætning"))
    return gate


def recover(installation: Installation) -> Gate:
    gate = Unlock(installation.paths)
    gate.unlock.forgot.click()
    assert gate.recover is not None
    gate.recover.code.setText(installation.code)
    return gate


def damaged_key_file(installation: Installation) -> Gate:
    installation.damage_key_file()
    gate = Unlock(installation.paths)
    gate.show_error(refusal(installation))
    return gate


def damaged_database(installation: Installation) -> Gate:
    installation.damage_database()
    gate = Unlock(installation.paths)
    gate.show_error(refusal(installation))
    return gate


GATES = [
    about_you,
    about_you_missing,
    led,
    project_code,
    passphrase,
    recovery,
    locked,
    wrong,
    recover,
    damaged_key_file,
    damaged_database,
]


@pytest.mark.parametrize("build", GATES, ids=lambda build: build.__name__)
@pytest.mark.parametrize(("look", "language", "scale"), LOOKS)
def test_a_gate_is_whole_named_and_in_order(
    qapp: QApplication,
    qtbot: QtBot,
    show: ShowGate,
    installation: Installation,
    build: Callable[[Installation], Gate],
    look: theme.Choice,
    language: i18n.Language,
    scale: float,
) -> None:
    i18n.install(qapp, language)
    theme.apply(qapp, look, "normal", scale)
    gate = build(installation)
    window = show(gate)
    window.resize(*SMALL_LAPTOP)
    for _ in range(3):  # a scroll area learns the height of its content one round later
        qapp.processEvents()
    SCREENS.mkdir(parents=True, exist_ok=True)
    name = f"gate-{build.__name__}-{look}-{round(scale * 100)}-{language}.png"
    assert window.grab().save(str(SCREENS / name))
    assert (window.width(), window.height()) == SMALL_LAPTOP
    assert audits.clipped(window) == []

    window.resize(SMALL_LAPTOP[0], 3000)  # nothing is scrolled away while its place is looked at
    qapp.processEvents()
    assert audits.complaints(window) == []
    stops = audits.tab_stops(window)
    assert len(stops) >= 3
    assert audits.out_of_order(stops) == []
    theme.apply(qapp, "light")
