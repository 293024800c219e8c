"""The English window: no word of it is left in Danish, and its Alt keys are as unique."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from app.ui.page_list import PAGE_NAMES
from tests.screens import audits
from tests.screens.conftest import Show

CATALOGUE = Path(__file__).resolve().parents[2] / "resources" / "i18n" / "vejviser_en.ts"


@pytest.fixture(scope="module")
def danish() -> set[str]:
    """The Danish texts of the window that are not written the same way in English."""
    translated: dict[str, set[str]] = {}
    for message in ET.parse(CATALOGUE).getroot().iter("message"):  # noqa: S314 - our own file
        source = message.findtext("source", "")
        translated.setdefault(source, set()).add(message.findtext("translation", ""))
    english = {text for texts in translated.values() for text in texts}
    return {text for text, texts in translated.items() if text not in texts | english}


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_no_word_is_left_in_danish(show: Show, danish: set[str], page: str) -> None:
    """Also in what is not shown yet: it was made in the same moment."""
    workspace = show(page, language="en")
    left = {text for widget in workspace.findChildren(QWidget) for text in said_by(widget)}
    assert "Inquiries" in left
    assert sorted(left & danish - {"Dansk"}) == [], "the name of the language is in the language"


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_alt_keys_are_unique_in_english(show: Show, page: str) -> None:
    assert audits.doubled_mnemonics(show(page, language="en")) == []


def said_by(widget: QWidget) -> Iterator[str]:
    """Yield what a widget says of itself, not what a person typed into it."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    if isinstance(widget, QTableView):
        model = widget.model()
        columns = range(model.columnCount() if model else 0)
        yield from (
            str(model.headerData(column, widget.horizontalHeader().orientation()))
            for column in columns
        )
