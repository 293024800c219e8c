"""The tables of a protected report below each other, each with its legend and its chart."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.export.cells import Table
from app.export.drawing import Look
from app.export.outside.charts import chart_note
from app.texts import Language
from app.ui.pages.outside.watching import Shown, charts_of
from app.ui.pages.reports.table_card import TableCard
from app.ui.tasks import Runner
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import em, label
from app.ui.widgets.svg_view import SvgView


class Tables(QWidget):
    """The tables of a report below each other; ``asked`` carries the place of a figure."""

    asked = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._shown: Shown | None = None
        self.cards: dict[str, TableCard] = {}
        self.charts: dict[str, SvgView] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self, 1.14))

    def show_tables(self, shown: Shown | None) -> None:
        """Show the tables of a report with their charts, or none."""
        self._shown = shown
        drop_widgets(self._column)
        self.cards, self.charts = {}, {}
        for table in shown.report.tables if shown is not None else ():
            card = TableCard(self._language)
            card.asked.connect(self.asked)
            if shown is not None and table.key in shown.charts:
                self._draw(card, table, shown.charts[table.key])
            self._column.addWidget(card)
            card.show_table(table)
            card.show()
            self.cards[table.key] = card

    def redraw(self, runner: Runner, width: int) -> None:
        """Draw the charts of what is shown for a page of this width, beside the store's work."""
        shown, look = self._shown, self.look(width)
        if shown is None:
            return

        def show(charts: Mapping[str, bytes]) -> None:
            if not isValid(self) or self._shown is not shown:
                return
            for key, chart in self.charts.items():
                chart.set_svg(charts[key], chart.accessibleName(), chart.accessibleDescription())

        runner.beside(lambda: charts_of(shown.report, look), show, key="outside.charts")

    def look(self, width: int) -> Look:
        """Return how charts are drawn for a page of this width, in logical pixels."""
        inside = 2 * em(self, 1.14) + 2
        return Look(width=max(width - inside, em(self, 20)), font_size=em(self, 0.86))

    def _draw(self, card: TableCard, table: Table, svg: bytes) -> None:
        """Put the chart above the table whose figures it draws."""
        note, chart = label(chart_note(table, self._language), "caption", wrap=True), SvgView()
        chart.set_svg(svg, table.title, note.text())
        card.add_chart(note)
        card.add_chart(chart)
        self.charts[table.key] = chart
