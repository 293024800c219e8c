"""The heading of a year to date that lacks months is read in whole beside the names of a table."""

from itertools import combinations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.export.cells import Column, Row, Table, Unit
from app.export.outside.cell_words import span_words, without_words
from app.texts import Language
from app.ui import theme
from app.ui.pages.reports.table_card import TableCard

MONTHS = [f"2026-{number:02}" for number in range(1, 12)]
LACKING = [*combinations(MONTHS, 2), *(MONTHS[at : at + 3] for at in range(9)), MONTHS[::2]]
INSIDE = 1098
"""The width of a card beside the rail on a small laptop."""


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("percent", [100, 200])
def test_every_heading_fits(
    qapp: QApplication, qtbot: QtBot, language: Language, percent: int
) -> None:
    theme.apply(qapp, "light", "normal", percent / 100)
    year = span_words("2026-01..2026-11").in_language(language)
    november = span_words("2026-11").in_language(language)
    card = TableCard(language)
    qtbot.addWidget(card)
    card.resize(INSIDE, 400)
    with qtbot.waitExposed(card):
        card.show()
    for months in LACKING:
        title = f"{year} {without_words(months).in_language(language)}"
        columns = (
            Column("line", "Køn", Unit.TEXT),
            Column("2026-11", november),
            Column("2026-01..2026-11", title),
        )
        card.show_table(Table("gender", "Køn", "", columns, (Row("woman", ("Kvinde", 1, 2)),)))
        header = card.table.horizontalHeader()
        metrics = QFontMetrics(header.font())
        told = str(card.model.headerData(2, header.orientation()))
        widest = max(map(metrics.horizontalAdvance, told.split("\n")))
        assert widest < header.sectionSize(2), title
        assert not card.table.horizontalScrollBar().isVisible(), title
    theme.apply(qapp, "light")
