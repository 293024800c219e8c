"""Passphrase and recovery code are changed by whoever knows the passphrase, and by nobody else."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.errors import WrongPassphrase
from app.models.keys import open_with_passphrase, open_with_recovery_code, read_envelope
from app.ui.pages.settings.lock_section import LockSection
from app.ui.services import Services
from app.ui.widgets.password_field import PasswordField
from tests.stores import PASSPHRASE
from tests.ui.conftest import RecordingNotices

NEW = "tre gule cykler og en sten"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "ark.pdf"


@pytest.fixture
def section(qtbot: QtBot, services: Services, sheet: Path) -> LockSection:
    made = LockSection(services, "Låsning", lambda: sheet)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def change(qtbot: QtBot, section: LockSection, old: str, new: str, again: str) -> None:
    card = section.passphrase
    fields: list[tuple[PasswordField, str]] = [
        (card.old, old),
        (card.new.first, new),
        (card.new.again, again),
    ]
    for field, text in fields:
        field.clear()
        qtbot.keyClicks(field.line, text)
    card.change_button.click()


def opens(services: Services, passphrase: str) -> bool:
    try:
        open_with_passphrase(read_envelope(services.paths.envelope), passphrase)
    except WrongPassphrase:
        return False
    return True


def test_the_passphrase_is_changed_and_forgotten_on_screen(
    qtbot: QtBot, section: LockSection, services: Services, notices: RecordingNotices
) -> None:
    change(qtbot, section, PASSPHRASE, NEW, NEW)
    assert notices.told == ["Adgangssætningen er skiftet"]
    assert opens(services, NEW)
    assert not opens(services, PASSPHRASE)
    assert section.passphrase.old.text() == section.passphrase.new.text() == ""


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("forkert adgangssætning", NEW, NEW, "Adgangssætningen passer ikke."),
        (PASSPHRASE, "kort", "kort", "For kort"),
        (PASSPHRASE, NEW, NEW + "!", "ikke ens"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    qtbot: QtBot,
    section: LockSection,
    services: Services,
    old: str,
    new: str,
    again: str,
    said: str,
) -> None:
    change(qtbot, section, old, new, again)
    lines = [section.passphrase.old.line, section.passphrase.new.again.line]
    chosen = section.passphrase.new.first.line
    descriptions = [line.accessibleDescription() for line in (*lines, chosen)]
    assert any(said in text for text in descriptions), descriptions
    assert opens(services, PASSPHRASE)


def test_a_new_recovery_code_is_shown_once_and_printed(
    qtbot: QtBot, section: LockSection, services: Services, sheet: Path
) -> None:
    card = section.recovery
    qtbot.keyClicks(card.passphrase.line, PASSPHRASE)
    card.renew_button.click()
    code = card.code.text()
    assert card.code.isVisible()
    open_with_recovery_code(read_envelope(services.paths.envelope), code)

    card.save_button.click()
    assert sheet.read_bytes().startswith(b"%PDF")
    assert "ark.pdf" in card.saved.text()

    section.leave()
    assert (card.code.text(), card.code.isVisible()) == ("", False)


def test_no_code_without_the_passphrase(
    qtbot: QtBot, section: LockSection, services: Services
) -> None:
    before = services.paths.envelope.read_bytes()
    qtbot.keyClicks(section.recovery.passphrase.line, "et godt gæt måske")
    section.recovery.renew_button.click()
    assert services.paths.envelope.read_bytes() == before
    assert not section.recovery.code.isVisible()
    assert section.recovery.renew_button.isEnabled()
