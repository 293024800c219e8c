"""What a report looks like on screen: figures, charts with their tables, definitions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.export.cells import Row, Table, shown
from app.export.charts import most_given
from app.export.close_tables import RESTATED
from app.export.report import Report
from app.texts import Language
from app.ui.pages.reports.drawings import ChartSizes, Drawings, Over
from app.ui.pages.reports.figures import Figure, FigureCard, FigureList
from app.ui.pages.reports.place import Place
from app.ui.pages.reports.suggestion_line import suggestion_line
from app.ui.pages.reports.table_card import TableCard
from app.ui.widgets.card import Card
from app.ui.widgets.chart_view import ChartView
from app.ui.widgets.columns import Columns
from app.ui.widgets.measure import em, label

_TABLES = (
    "by_workplace",
    "planned",
    "planned_by_workplace",
    "presence",
    "reasons_by_group",
    "reasons_by_code",
    "advice",
    "twelve_months",
    "gender",
    "age",
    "sector",
    "role",
    "roles",
    "sick_leave",
    "channels",
    "activities",
    "activities_by_workplace",
    "topics",
    "referrals",
    "referrals_by_state",
    "referral_outcomes",
    "followups",
)
_TWO_BANDS = ("reasons_by_group", "reasons_by_code", "advice")
_NARROW, _WIDE = 62, 50
"""Widths in text sizes at which cards stand beside each other."""


class ReportContent(QWidget):
    """Shows one report; called again it keeps sorting and scroll.

    ``asked`` carries the place of a figure, in a card, a table or a chart.
    """

    asked = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.contacts, self.visits = FigureCard(), FigureCard()
        self.persons, self.suggestions = FigureList(), FigureList()
        self.tables = {key: TableCard(language) for key in _TABLES}
        self.restated = TableCard(language)
        self.reasons_chart, self.advice_chart = ChartView(), ChartView()
        self.months_chart = ChartView(upright=True)
        self.parts: dict[ChartView, list[Place]] = {}  # what the bars and points stand for
        self.hint = label(
            self.tr(
                "Klik på et tal, eller gå til det med Tab og piletasterne og tryk Enter,"
                " for at se, hvad det er, og rækkerne bag det."
            ),
            "caption",
            wrap=True,
        )
        self._chart_notes = (label("", "caption", wrap=True), label("", "caption", wrap=True))
        self.months_card = Card()
        self.definitions = Card()
        self._meanings = QGridLayout()
        self._meanings.setHorizontalSpacing(em(self, 1.14))
        self._meanings.setColumnStretch(1, 1)
        self.definitions.body.addLayout(self._meanings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 1.14))
        self._counted = _stack(*self._rows())
        for part in (self.hint, self._counted, self.restated, self.definitions):
            column.addWidget(part)
        column.addStretch(1)
        for card in (self.contacts, self.visits):
            card.asked.connect(self.asked)
        self.persons.asked.connect(self.asked)
        for table in self.tables.values():
            table.asked.connect(self.asked)
        for chart in (self.reasons_chart, self.advice_chart, self.months_chart):
            chart.chosen.connect(lambda at, of=chart: self.asked.emit(self.parts[of][at]))

    def show_report(self, report: Report, drawings: Drawings, over: Over) -> None:
        """Show figures and tables; ``over`` chooses the universe of reasons and advice.

        Of a period in which nothing was counted, only the restatements that it tells of are shown.
        """
        for part in (self.hint, self._counted, self.definitions):
            part.setVisible(not report.is_empty)
        self._show_restated(report)
        if report.is_empty:
            return
        self._show_figures(report)
        groups = {code: code for code in report.labels.groups}
        by_row = {
            "reasons_by_group": groups,
            "reasons_by_code": dict(report.labels.reason_groups),
        }
        for key, card in self.tables.items():
            band = over if key in _TWO_BANDS else ""
            card.show_table(report.table(key), band=band, groups=by_row.get(key))
        self.plan.setVisible(report.has_plan)
        self.tables["presence"].setVisible(bool(report.tally.presence))
        self.activities.setVisible(report.has_activities)
        self.referrals.setVisible(report.has_referrals)
        self.tables["followups"].setVisible(report.has_followups)
        self.suggestions.setVisible(bool(report.suggestions))
        title = self.tr("Forslag fra de seneste 26 uger: henvendelser pr. time")
        lines = [suggestion_line(one, self._language) for one in report.suggestions]
        self.suggestions.show_figures(title, lines)
        self._show_charts(report, drawings, over)
        self._show_definitions(report.table("definitions"))

    def chart_sizes(self, width: int) -> ChartSizes:
        """Return the room for charts in a page of this width."""
        gap, inside = em(self, 1.14), 2 * em(self, 1.14) + 2
        beside = width >= em(self, _NARROW)
        side = (width - gap) // 2 if beside else width
        wide = (width - gap) * 7 // 11 if beside else width
        return ChartSizes(
            side=max(side - inside, em(self, 15)),
            wide=max(wide - inside, em(self, 20)),
            letters=em(self, 0.86),
        )

    def _rows(self) -> list[QWidget]:
        cards = self.tables
        for key, chart, note in (
            ("reasons_by_group", self.reasons_chart, self._chart_notes[0]),
            ("advice", self.advice_chart, self._chart_notes[1]),
        ):
            cards[key].add_chart(note)
            cards[key].add_chart(chart)
        self.months_card.body.addWidget(self.months_chart)
        self.months_card.body.addStretch(1)
        half = (1, 1)
        self.plan = _stack(cards["planned"], cards["planned_by_workplace"])
        by_place = Columns(
            (cards["activities_by_workplace"], cards["topics"]), least=_NARROW, shares=(7, 4)
        )
        self.activities = _stack(cards["activities"], by_place)
        came_of_it = Columns(
            (cards["referrals_by_state"], cards["referral_outcomes"]), least=_WIDE, shares=half
        )
        self.referrals = _stack(cards["referrals"], came_of_it)
        left = _stack(cards["reasons_by_group"], self.persons, cards["gender"])
        months = _stack(self.months_card, cards["channels"])
        people = _stack(cards["age"], cards["sector"], cards["role"])
        return [
            Columns((self.contacts, self.visits), least=_WIDE, shares=half),
            Columns((left, cards["advice"]), least=_NARROW, shares=half),
            cards["by_workplace"],
            self.plan,
            cards["presence"],
            self.suggestions,
            Columns((months, cards["twelve_months"]), least=_NARROW, shares=(7, 4)),
            Columns((cards["reasons_by_code"], people), least=_NARROW, shares=half),
            Columns((cards["sick_leave"], cards["roles"]), least=_WIDE, shares=half),
            self.activities,
            self.referrals,
            cards["followups"],
        ]

    def _show_restated(self, report: Report) -> None:
        restated = [table for table in report.corrections if table.key == RESTATED]
        self.restated.setVisible(bool(restated))
        for table in restated:
            self.restated.show_table(table)

    def _show_figures(self, report: Report) -> None:
        meanings = {row.key: str(row.cells[1]) for row in report.table("definitions").rows}
        contacts = report.table("contacts")
        figures = [
            Figure(
                str(row.cells[0]),
                self._cell(contacts, row.cells, 1),
                meanings.get(key, ""),
                Place(contacts.key, row.key, "count", "card"),
            )
            for row in ((contacts.total, *contacts.rows) if contacts.total else contacts.rows)
            for key in ("contact" if row.key == "all" else row.key,)
        ]
        self.contacts.show_figures(contacts.title, contacts.universe, figures)
        self._show_visits(report.table("visits"), meanings, planned=report.has_plan)
        persons = report.table("key_figures")
        self.persons.show_figures(
            persons.title,
            [
                Figure(
                    str(row.cells[0]),
                    self._cell(persons, row.cells, 1),
                    str(row.cells[2]),
                    Place(persons.key, row.key, "count", "card"),
                )
                for row in persons.rows
            ],
        )

    def _show_visits(self, visits: Table, meanings: dict[str, str], *, planned: bool) -> None:
        row = visits.rows[0]
        named = {"planned": "planned"} if planned else {}
        named |= {
            "held": "visit",
            "zero": "zero_visit",
            "hours": "visit",
            "per_hour": "contacts_per_hour",
        }
        figures = []
        for key, meaning in named.items():
            at = visits.column(key)
            shown_as = self._cell(visits, row.cells, at)
            no_figure = row.cells[at] is None
            place = None if no_figure else Place(visits.key, row.key, key, "card")
            figures.append(Figure(visits.columns[at].title, shown_as, meanings[meaning], place))
        self.visits.show_figures(visits.title, visits.universe, figures)

    def _cell(self, table: Table, cells: tuple[str | int | None, ...], at: int) -> str:
        return shown(cells[at], table.columns[at].unit, self._language)

    def _show_charts(self, report: Report, drawings: Drawings, over: Over) -> None:
        months = report.table("twelve_months")
        note = {
            "all": self.tr("Søjlerne viser alle henvendelser."),
            "first": self.tr("Søjlerne viser unikke: den første henvendelse fra hver person."),
        }[over]
        for words in self._chart_notes:
            words.setText(note)
        self.months_card.set_title(months.title)
        beside = self.tr("De samme tal står i tabellen.")
        reasons, advice = report.table("reasons_by_group").title, report.table("advice_top").title
        self.reasons_chart.set_svg(drawings.reasons, reasons, f"{note} {beside}")
        self.advice_chart.set_svg(drawings.advice, advice, f"{note} {beside}")
        self.months_chart.set_svg(drawings.months, months.title, f"{months.universe} {beside}")
        by_group = report.table("reasons_by_group")
        self._set_parts(self.reasons_chart, by_group, by_group.rows, over)
        self._set_parts(self.advice_chart, report.table("advice"), most_given(report, over), over)
        self._set_parts(self.months_chart, months, months.rows, "contacts")

    def _set_parts(self, chart: ChartView, table: Table, rows: Sequence[Row], column: str) -> None:
        """Let each bar or point of a chart be the figure that it draws."""
        at = table.column(column)
        self.parts[chart] = [Place(table.key, row.key, column, "chart") for row in rows]
        chart.set_parts([f"{row.cells[0]}: {self._cell(table, row.cells, at)}" for row in rows])

    def _show_definitions(self, table: Table) -> None:
        self.definitions.set_title(table.title)
        if self._meanings.count():
            return
        for line, row in enumerate(table.rows):
            word = label(str(row.cells[0]), "strong", wrap=True)
            word.setMinimumWidth(em(self, 9))
            meaning: QLabel = label(str(row.cells[1]), wrap=True)
            self._meanings.addWidget(word, line, 0, Qt.AlignmentFlag.AlignTop)
            self._meanings.addWidget(meaning, line, 1)


def _stack(*widgets: QWidget) -> QWidget:
    """Return the widgets one below the other."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(em(holder, 1.14))
    for number, widget in enumerate(widgets, start=1):
        column.addWidget(widget, int(number == len(widgets)))
    return holder
