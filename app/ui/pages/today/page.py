"""The page I dag."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from app.models.clock import local
from app.models.day import Day, VisitLine
from app.models.inquiry_list import InquiryFilter
from app.models.promises import Promise
from app.models.store import Store
from app.models.types import RecordId, Shift, Visit
from app.models.workplace_drafts import NEW
from app.ui.page import Page
from app.ui.pages.focus import holds_focus
from app.ui.pages.inquiries.target import ListInquiries, ShowInquiry
from app.ui.pages.scrolled import Scrolled, bring_into_view
from app.ui.pages.today import words
from app.ui.pages.today.close_line import CloseLine
from app.ui.pages.today.day_block import DayBlock
from app.ui.pages.today.due_card import DueCard
from app.ui.pages.today.month_card import MonthCard
from app.ui.pages.today.package_line import PackageLine
from app.ui.pages.today.reading import PlanData, TodayData, read_plan, read_today
from app.ui.pages.today.retention_line import RetentionLine
from app.ui.pages.today.visit_block import END, TIMES
from app.ui.pages.today.visits_card import VisitsCard
from app.ui.pages.today.weeks_card import WeeksCard, drawing_of
from app.ui.services import Services
from app.ui.tasks import AFTER_PAINTING
from app.ui.widgets.measure import em, label

if TYPE_CHECKING:
    from app.ui.pages.today.unsettled_card import UnsettledCard

_MINUTE_MS = 60_000

_TWO_COLUMNS = 56
"""Width in multiples of the text size at which the cards stand in two columns."""


class TodayPage(Page):
    """What the day needs: the visit, what was promised, the weeks and the month behind."""

    name = "today"
    kinds = (
        "visit",
        "presence_rule",
        "closing_days",
        "activity",
        "inquiry",
        "followup",
        "workplace",
        "person",
        "counsellor",
        "setting",
        "retention_period",
        "history",
        "month_close",
        "package",
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._title = label("", "title", wrap=True)
        self._date = label("", "muted")
        self.visits = VisitsCard(services)
        self.due = DueCard()
        self.weeks = WeeksCard()
        self.month = MonthCard(services)
        self.retention = RetentionLine(services)
        self.close_line = CloseLine(services)
        self.package = PackageLine(services)
        self.unsettled: UnsettledCard | None = None
        self._day: Day | None = None
        self._plan: PlanData | None = None
        self._plan_wanted = False
        self._drawn: object = None
        self._columns = 0
        self._lay_out()
        self._connect()
        self.minute = QTimer(self, interval=_MINUTE_MS)
        self.minute.timeout.connect(self._move_on)
        self.minute.start()

    @property
    def has_plan(self) -> bool:
        """Whether the plan of the day has been read."""
        return self._plan is not None

    def reload(self) -> None:
        """Read the day again, and then its plan; at first when the page has been painted."""
        today = self.services.today()
        run = self.services.runner.run
        if self._plan_wanted:
            run(
                lambda store: (read_today(store, today), read_plan(store)),
                lambda both: self._show(*both),
                key="today",
            )
        else:
            run(lambda store: read_today(store, today), self._show_first, key="today")

    def first_focus(self) -> QWidget | None:
        """Return what comes next: a new inquiry during a visit, else the start of one."""
        return self.visits.first_widget()

    def leave(self) -> None:
        """Forget a visit that was looked up and not started: the field is empty at the next one."""
        self.visits.start.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards in two columns where there is room."""
        super().resizeEvent(event)
        self._place_cards(2 if self.width() >= em(self, _TWO_COLUMNS) else 1)

    def _lay_out(self) -> None:
        self._head = QGridLayout()
        self._head.setHorizontalSpacing(em(self, 0.86))
        self._head.setColumnStretch(0, 1)
        self._head.addWidget(self._title, 0, 0)
        scrolled = Scrolled()
        cards = QWidget()
        self._grid = QGridLayout(cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(em(self, 1.14))
        self._scrolled = scrolled
        scrolled.column.addWidget(cards)
        scrolled.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.43), em(self, 1.43), em(self, 1.43), em(self, 1))
        column.setSpacing(em(self, 1.14))
        column.addLayout(self._head)
        column.addWidget(scrolled, 1)
        for line in (self.package, self.close_line, self.retention):
            column.addWidget(line)  # outside: it is never half below the edge
        self._place_cards(2)

    def _place_cards(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        self._head.removeWidget(self._date)
        self._head.addWidget(self._date, 2 - columns, columns - 1, Qt.AlignmentFlag.AlignBottom)
        cards = (self.visits, self.due, self.weeks, self.month)
        for position, card in enumerate(cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, position // columns, position % columns)
        self._grid.setColumnStretch(0, 8)
        self._grid.setColumnStretch(1, 5 if columns == 2 else 0)

    def _connect(self) -> None:
        go = self.services.go
        self.visits.started.connect(self._start)
        self.visits.ended.connect(self._end)
        self.visits.times_asked.connect(self._correct)
        self.visits.register_asked.connect(lambda: go("register", None))
        self.visits.contact_asked.connect(lambda each: go("inquiries", ShowInquiry(RecordId(each))))
        self.visits.all_asked.connect(self._list_visit)
        self.visits.workplaces_asked.connect(lambda: go("workplaces", NEW))
        self.due.done_asked.connect(self._done)
        self.due.all_asked.connect(lambda: go("followups", None))
        self.month.report_asked.connect(lambda period: go("reports", period))

    def _show_first(self, data: TodayData) -> None:
        self._show(data)
        self._plan_wanted = True
        QTimer.singleShot(AFTER_PAINTING, self, self._read_plan)

    def _show(self, data: TodayData, plan: PlanData | None = None) -> None:
        self._day = data.day
        if plan is not None:
            self._take_plan(plan)
        self._show_title()
        self._date.setText(words.date_line(self.services, data.day.day))
        self.visits.show_data(data, None if plan is None else plan.plan)
        self.due.show_promises(data.promises, data.day.day)
        self.month.show_month(data.day.last_month)
        if data.weeks != self._drawn:
            self._drawn = data.weeks
            self.services.runner.beside(
                drawing_of(data.weeks, self.services.language),
                lambda svg: self.weeks.show_weeks(data.weeks, svg),
                key="today-weeks",
            )

    def _show_title(self) -> None:
        if self._day is None:
            return
        planned = None if self._plan is None else self._plan.plan.to_come
        summary = words.summary(self._day, planned)
        self._title.setText(f"{words.greeting(local(self.services.clock()))} {summary}".rstrip())

    def _read_plan(self) -> None:
        self.services.runner.run(read_plan, self._show_plan, key="today-plan")

    def _show_plan(self, data: PlanData) -> None:
        self._take_plan(data)
        self._show_title()
        self.visits.show_plan(data.plan)

    def _take_plan(self, data: PlanData) -> None:
        if self._plan is None:
            # What comes above it may push what has the focus out of sight; only when all has found
            # its room is it known where that is.
            QTimer.singleShot(AFTER_PAINTING, self, self._reveal_focus)
        self._plan = data
        for line in (self.package, self.close_line, self.retention):
            line.reload()
        if data.asked and self.unsettled is None:
            # Dear to load, and there is seldom anything to ask.
            from app.ui.pages.today.unsettled_card import UnsettledCard

            self.unsettled = UnsettledCard(self.services)
            self.unsettled.settled.connect(self._go_on)
            self._scrolled.column.insertWidget(0, self.unsettled)
        if self.unsettled is not None:
            held = holds_focus(self.unsettled)
            self.unsettled.show_visits(data.asked)
            if held and not holds_focus(self.unsettled):  # the last question was answered
                self._go_on()

    def _reveal_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            bring_into_view(focused)

    def _go_on(self) -> None:
        """Move the focus to the next question, or to what the day needs."""
        if self.unsettled is not None and not self.unsettled.isHidden():
            question = self.unsettled.first_part()
            question.setFocus()
            bring_into_view(question)
        else:
            self.visits.focus_part()

    def _move_on(self) -> None:
        """See once a minute what is over now, and whether it is another day."""
        if self.isVisible() and self._day is not None:
            if self._day.day == self.services.today():
                self._read_plan()
            else:
                self.reload()

    def _start(self, workplace_id: str, shift: str, place: str) -> None:
        def change(store: Store) -> Visit:
            from app.models.day_plan import start_at

            return start_at(store, RecordId(workplace_id), Shift(shift), place)

        def started(_visit: Visit) -> None:
            self.visits.start.clear()
            self.visits.focus_part()

        self.services.commands.run(self.tr("Fremmødet er startet"), change, started)

    def _end(self, block: DayBlock, line: VisitLine) -> None:
        from app.models.held_times import end_was_forgotten

        if end_was_forgotten(line.visit, self.services.clock()):
            self._open_times(block, END, line)
            return
        told = self.tr("Fremmødet er afsluttet: {contacts}").format(contacts=words.contacts(line))

        def ended(_visit: Visit) -> None:
            self.visits.focus_part()

        self.services.commands.run(told, lambda store: store.visits.end(line.visit.id), ended)

    def _correct(self, block: DayBlock, line: VisitLine) -> None:
        self._open_times(block, TIMES, line)

    def _open_times(self, block: DayBlock, opener: str, line: VisitLine) -> None:
        from app.ui.pages.today.day_forms import DayForms

        DayForms(self.services, block).correct(block, opener, line.visit, self.visits.focus_part)

    def _done(self, promise: Promise) -> None:
        from app.ui.pages.followups.answering import keep

        keep(self.services, promise.followup)

    def _list_visit(self, line: VisitLine) -> None:
        day = line.visit.date
        wanted = InquiryFilter(first=day, last=day, workplace_id=line.visit.workplace_id)
        self.services.go("inquiries", ListInquiries(wanted))
