"""Every Danish text of the window has an English one, and every counted one its plural forms."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from app.texts import LANGUAGES, Language
from app.ui import i18n

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(PySide6.__file__).parent


class Message(NamedTuple):
    """One text of the window where it is used."""

    context: str
    source: str
    comment: str


def catalogue(path: Path) -> dict[Message, list[str]]:
    """Return the finished translations of a .ts file, one text or one per plural form."""
    found: dict[Message, list[str]] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            key = Message(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            finished = translation.get("type") is None
            found[key] = (forms or [translation.text or ""]) if finished else []
    return found


@pytest.fixture
def danish_again(qapp: QApplication) -> Iterator[None]:
    """Leave the program in Danish to the tests that follow."""
    yield
    i18n.install(qapp, "da")


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> dict[Message, list[str]]:
    """What lupdate finds in the source now; nothing of it is translated."""
    scanned = tmp_path_factory.mktemp("i18n") / "scanned.ts"
    command = [TOOLS / "lupdate", "-silent", "-extensions", "py", "app/ui", "-ts", scanned]
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)
    return catalogue(scanned)


@pytest.fixture(scope="module")
def english() -> dict[Message, list[str]]:
    return catalogue(ROOT / "resources" / "i18n" / "vejviser_en.ts")


@pytest.fixture(scope="module")
def danish() -> dict[Message, list[str]]:
    return catalogue(ROOT / "resources" / "i18n" / "vejviser_da.ts")


def test_the_catalogue_tools_see_every_text() -> None:
    """They read literal texts only, and plurals only in tr()."""
    hidden = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "app" / "ui").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and not is_seen(node)
    ]
    assert hidden == []


def test_every_text_is_translated(
    used: dict[Message, list[str]], english: dict[Message, list[str]]
) -> None:
    missing = [message for message in used if not all(english.get(message) or [""])]
    assert missing == []


def test_no_text_is_translated_that_is_not_used(
    used: dict[Message, list[str]],
    english: dict[Message, list[str]],
    danish: dict[Message, list[str]],
) -> None:
    assert [message for message in english if message not in used] == []
    assert [message for message in danish if message not in used] == []


def test_every_counted_text_has_its_plural_in_both_languages(
    used: dict[Message, list[str]],
    english: dict[Message, list[str]],
    danish: dict[Message, list[str]],
) -> None:
    counted = [message for message in used if "%n" in message.source]
    assert counted
    for message in counted:
        for forms in (english.get(message, []), danish.get(message, [])):
            assert len(forms) == 2, message
            assert all(forms), message


def test_a_translation_has_the_fields_of_its_source(
    english: dict[Message, list[str]], danish: dict[Message, list[str]]
) -> None:
    for message, forms in [*english.items(), *danish.items()]:
        for form in forms:
            assert fields(form) - {"%n"} == fields(message.source) - {"%n"}, message
            assert form.strip() == form, message


def test_a_translation_ends_as_its_source_does(english: dict[Message, list[str]]) -> None:
    for message, forms in english.items():
        for form in forms:
            assert ending(form) == ending(message.source), message


@pytest.mark.usefixtures("danish_again")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogues_are_swapped_while_the_program_runs(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    for each in LANGUAGES:
        source = ROOT / "resources" / "i18n" / f"vejviser_{each}.ts"
        compiled = tmp_path / f"vejviser_{each}.qm"
        subprocess.run(
            [str(TOOLS / "lrelease"), "-silent", str(source), "-qm", str(compiled)], check=True
        )
    monkeypatch.setattr(i18n, "resource", lambda *_: tmp_path)
    assert i18n.install(qapp, "en")
    assert i18n.install(qapp, language)
    hits = QCoreApplication.translate("TypeAhead", "%n fund", "", 3)
    close = QCoreApplication.translate("KeysSheet", "Luk")
    assert (hits, close) == (("3 fund", "Luk") if language == "da" else ("3 hits", "Close"))
    cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
    assert cancel == ("Annuller" if language == "da" else "Cancel")
    assert QLocale().toString(1234.5, "f", 1) == ("1.234,5" if language == "da" else "1,234.5")


@pytest.mark.usefixtures("danish_again")
def test_a_missing_catalogue_is_told(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "resource", lambda *_: tmp_path)
    assert not i18n.install(qapp, "en")
    assert QCoreApplication.translate("KeysSheet", "Luk") == "Luk"


def is_seen(call: ast.Call) -> bool:
    """Return whether a call is none that translates, or one that lupdate can read."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    moves = ast.unparse(call.func) == "painter.translate"
    if name not in ("tr", "translate") or moves:
        return True
    texts = call.args[:2] if name == "translate" else call.args[:1]
    literal = all(isinstance(text, ast.Constant) for text in texts)
    return literal and len(call.args) <= 3


def fields(text: str) -> set[str]:
    """Return the places of a text that are filled in."""
    return set(re.findall(r"\{\w*\}|%\d|%n", text))


def ending(text: str) -> str:
    """Return the mark that ends a text, or nothing."""
    return text[-1] if text[-1:] in ".:?!…" else ""
