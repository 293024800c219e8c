"""What is computed beside the window: the protected report with its charts, and its files."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from app.export.charts import chart_svg
from app.export.disclosure import Progress, Stopped
from app.export.drawing import Look
from app.export.evaluator.ladder import Cancelled
from app.export.labels import Labels
from app.export.outside.charts import has_chart, split_chart
from app.export.outside.detail import Detail
from app.export.outside.refusing import Planning
from app.export.outside.releasing import Protected, Request, protect_request
from app.export.outside.report import OutsideReport, outside_report
from app.texts import Language
from app.ui.progress_line import Watch


class Words(NamedTuple):
    """What a request is put into words with."""

    labels: Labels
    language: Language
    demo: bool


class Shown(NamedTuple):
    """A report and its charts as SVG, by the tables that they draw."""

    report: OutsideReport
    charts: Mapping[str, bytes]

    @property
    def released(self) -> Detail | None:
        """How much of the report went out; None where nothing of it did yet."""
        protected = self.report.protected
        return None if protected.is_new else protected.detail


def made_of(watch: Watch, request: Request, words: Words, look: Look) -> Shown | None:
    """Return the protected report of a request, drawn; None where it was stopped.

    Raises:
        Refusal: it cannot go out.
    """
    protected = _protected(watch, request)
    if protected is None:
        return None
    labels, language, demo = words
    report = outside_report(protected, labels, language, demo=demo)
    return Shown(report, charts_of(report, look))


def charts_of(report: OutsideReport, look: Look) -> dict[str, bytes]:
    """Return the charts of a report as SVG, by the tables that they draw."""
    return {t.key: chart_svg(split_chart(t, look)) for t in report.tables if has_chart(t)}


def _protected(watch: Watch, request: Request) -> Protected | None:
    goes_on = _heard_by(watch)
    try:
        made = protect_request(request, goes_on)
    except Stopped:
        return None
    # A search that was stopped may come with the best pattern so far: nobody waits for it.
    return made if goes_on(Planning(0, 0)) else None


def _heard_by(watch: Watch) -> Callable[[Progress | Planning], bool]:
    steps = Planning(0, 0)

    def told(progress: Progress | Planning) -> bool:
        nonlocal steps
        if isinstance(progress, Planning):
            steps = progress
        else:
            watch.found = progress
        try:
            watch(*steps)
        except Cancelled:
            return False
        return True

    return told
