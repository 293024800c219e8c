"""The card with the contacts of the last weeks, drawn as columns."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.models.over_time import WeekCount
from app.texts import Language
from app.ui.pages.today import words
from app.ui.widgets.card import Card
from app.ui.widgets.svg_view import SvgView

_WIDTH = 560
"""Width of the drawing in its own units; its letters then come out as large as the text."""


class WeeksCard(Card):
    """Shows the drawing; its description says the same figures in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Sidste 8 uger"))
        self.chart = SvgView(self.tr("Henvendelser pr. uge"))
        self.body.addWidget(self.chart)
        self.body.addStretch(1)

    def show_weeks(self, weeks: tuple[WeekCount, ...], svg: bytes) -> None:
        """Show the drawing that :func:`drawing_of` made of the weeks."""
        told = "; ".join(
            self.tr("uge {week}: {contacts}").format(
                week=week.week, contacts=words.inquiries(week.contacts)
            )
            for week in weeks
        )
        self.chart.set_svg(svg, self.tr("Henvendelser pr. uge"), told)


def drawing_of(weeks: tuple[WeekCount, ...], language: Language) -> Callable[[], bytes]:
    """Return a job that draws the weeks; the library that draws takes a while to load."""

    def job() -> bytes:
        from app.export.charts import chart_svg, weeks_chart
        from app.export.drawing import Look

        return chart_svg(weeks_chart(weeks, language, Look(width=_WIDTH)))

    return job
