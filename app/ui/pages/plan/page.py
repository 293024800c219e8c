"""The page Fremmødeplan: where the counsellors are, in a day, a week or a month."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.models.changes import Changes
from app.models.clock import local
from app.models.plan import find_planned
from app.models.types import RecordId
from app.ui.page import Page
from app.ui.pages.focus import holds_focus
from app.ui.pages.plan.items import grid_days, grid_items
from app.ui.pages.plan.panel_control import PanelControl
from app.ui.pages.plan.reading import PlanChoices, PlanData, Wanted, read_choices, read_page
from app.ui.pages.plan.shown import MODES, Shown
from app.ui.pages.plan.target import NewActivity, NewVisit, ShowActivity, ShowDay, ShowVisit
from app.ui.pages.plan.view import PlanView
from app.ui.pages.workplaces.target import ShowRules
from app.ui.services import Services
from app.ui.widgets.week_grid_buttons import DayButton

_MINUTE_MS = 60_000
_USUAL_START = "09:00"
_TYPED_IN = (QLineEdit, QPlainTextEdit)


class PlanPage(Page):
    """Shows the days that were chosen; a refresh moves neither them nor what is chosen in them."""

    name: ClassVar[str] = "plan"
    kinds: ClassVar[tuple[str, ...]] = (
        "visit",
        "presence_rule",
        "closing_days",
        "activity",
        "inquiry",
        "followup",
        "workplace",
        "counsellor",
        "setting",
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.shown = Shown("week", services.today())
        self.data = PlanData()
        self._key = ""
        self._wants_focus = False
        self._choices_known = False
        self.view = PlanView(services)
        self.controls, self.grid, self.side = self.view.controls, self.view.grid, self.view.side
        self.panel = PanelControl(services, self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._connect()
        self._draw()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._move_on)
        self._minute.start()

    def reload(self) -> None:
        """Read the shown days again, and then what the cards say."""
        shown, words = self.shown, self.services.words
        self.controls.show_span(shown.mode, shown.title(words))
        who, where = self.controls.counsellor_id(), self.controls.place.workplace_id()
        wanted = Wanted(shown.first, shown.last, who, where)
        run = self.services.runner.run
        run(lambda store: read_page(store, wanted), self._show, key="plan")
        if not self._choices_known:
            run(read_choices, self._show_choices, key="plan.choices")

    def open(self, target: object) -> None:
        """Show a visit, a day, or the form of a new visit or activity."""
        if isinstance(target, ShowVisit):
            self.services.runner.run(
                lambda store: find_planned(store, target.visit_id).day,
                lambda day: self.show_visit(target.visit_id, day, unfiltered=True),
            )
        elif isinstance(target, ShowActivity):
            self.show_visit(target.activity_id, target.day, unfiltered=True)
        elif isinstance(target, ShowDay):
            self.show_span(self.shown.around(target.day))
        elif isinstance(target, NewVisit):
            self._begin(self.panel.open_visit_form, target.day)
        elif isinstance(target, NewActivity):
            self._begin(self.panel.open_activity_form)

    def first_focus(self) -> QWidget | None:
        """Return the chosen visit, else the heading of today, from which Down goes to its first."""
        if not self.view.empty.isHidden():
            return self.view.empty.button
        chosen = self.grid.item_button(self._key)
        headings = [each for each in self.grid.findChildren(DayButton) if not each.isHidden()]
        today = self.services.today()
        of_today = next((each for each in headings if each.day.day == today), None)
        return chosen or of_today or next(iter(headings), self.controls.today)

    def leave(self) -> None:
        """Keep a promise or a new visit that is being typed."""
        self.panel.leave()

    def show_span(self, shown: Shown) -> None:
        """Show other days."""
        if shown != self.shown:
            self.shown = shown
            self.reload()

    def show_visit(self, key: str, day: date, *, unfiltered: bool = False) -> None:
        """Choose a visit and let it have the focus, in the week that it is in."""
        self._key, self._wants_focus = key, True
        if unfiltered:
            self.controls.clear_filters()
        if not self.shown.holds(day):
            self.shown = self.shown.around(day)
        self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers()
        typing = isinstance(self.window().focusWidget(), _TYPED_IN)
        if typing or not plain:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_T, Qt.Key.Key_Home):
            self._show_today()
        elif key == Qt.Key.Key_Escape and self._key:
            self._step_back()
        elif not self.panel.press(key):
            super().keyPressEvent(event)

    def _connect(self) -> None:
        controls, grid, panel, view = self.controls, self.grid, self.panel, self.view
        controls.stepped.connect(self._step)
        controls.today_asked.connect(self._show_today)
        controls.mode_chosen.connect(self._choose_mode)
        controls.filtered.connect(self.reload)
        controls.new_visit_asked.connect(lambda: self._begin(panel.open_visit_form))
        controls.new_activity_asked.connect(lambda: self._begin(panel.open_activity_form))
        controls.export_asked.connect(self._export)
        grid.selected.connect(self._choose)
        grid.opened.connect(lambda _: panel.enter())
        grid.moved.connect(lambda key, day, start: panel.move(key, day, _hhmm(start)))
        grid.asked_new.connect(lambda day, start: panel.open_visit_form(day, _hhmm(start)))
        grid.cancel_asked.connect(lambda _: panel.ask_why_cancelled())
        grid.day_opened.connect(lambda day: self.show_span(Shown("day", day)))
        self.side.closed.connect(self._choose_nothing)
        panel.left.connect(self._focus_grid)
        panel.entered.connect(view.reveal_focus)
        panel.forms.coming_back.connect(lambda: view.show_empty(empty=False))
        panel.arranged.connect(self.show_visit)
        cards, go = self.side.cards, self.services.go
        cards.workplace_asked.connect(lambda each: go("workplaces", ShowRules(each)))
        cards.visit_asked.connect(self._show_from_card)
        cards.accepted.connect(panel.accept)
        cards.left.connect(self._focus_grid)
        view.empty.activated.connect(lambda: go("workplaces", ShowRules()))
        view.empty.import_button.clicked.connect(lambda: go("import", None))
        for keys, called in (
            ("PgUp", lambda: self._step(-1)),
            ("PgDown", lambda: self._step(1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(called)

    def _on_changes(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in ("workplace", "counsellor", "setting")):
            self._choices_known = False
        if changes.touches(*self.kinds):
            self.side.cards.forget_advice()
        super()._on_changes(changes)

    def _show(self, data: PlanData) -> None:
        self.data = self.panel.data = data
        self.controls.show_counsellors(data.counsellors, data.counsellor_id)
        self.side.cards.show_conflicts(data)
        self._show_grid_or_empty()
        wanted = self._key  # what has the focus and goes lets its neighbour be chosen meanwhile
        self._draw()
        self.grid.select(wanted if self._wants_focus else self._key)
        self._key = self.grid.selected_key
        if self._wants_focus:
            self._wants_focus = False
            self.grid.reveal()
            self._focus_grid()
        in_panel = self.side.holds_focus()
        self.panel.show(self._key)
        if in_panel and not self.side.holds_focus():  # what had it is not shown any more
            self._focus_grid()
        self.side.cards.read(self.shown.first, self.shown.day)

    def _show_grid_or_empty(self) -> None:
        """Show what there is, or the way to a first rule; the focus goes from one to the other."""
        grid, empty = self.grid, self.view.empty
        begun = self.data.begun or self.side.form is not None
        held = holds_focus(empty if begun else grid)
        self.view.show_empty(empty=not begun)
        if held:
            (grid if begun else empty.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _move_on(self) -> None:
        """Move the line of now on, once a minute."""
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        data, words = self.data, self.services.words
        now = local(self.services.clock())
        items = grid_items(words, data, self.services.today())
        self.grid.show_days(
            self.shown.mode,
            grid_days(words, self.shown, data.closures, items, now.date()),
            items,
            today=now.date(),
            now=now.hour * 60 + now.minute,
        )

    def _show_choices(self, choices: PlanChoices) -> None:
        self._choices_known = True
        self.panel.set_choices(choices)
        self.controls.place.set_places(choices.places)

    def _choose(self, key: str) -> None:
        self._key = key
        self.panel.show(key)

    def _focus_grid(self) -> None:
        self._show_grid_or_empty()
        if self._key:
            self.grid.focus_item(self._key)
        else:
            first = self.first_focus()
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.reveal_focus()

    def _step_back(self) -> None:
        """Go back from the panel to the grid, and from there to the cards."""
        if self.side.holds_focus():
            self._focus_grid()
        else:
            self._choose_nothing()

    def _choose_nothing(self) -> None:
        if self.side.holds_focus():
            self._focus_grid()
        self._key = ""
        self.grid.select("")
        self.panel.show("")

    def _step(self, by: int) -> None:
        if not isinstance(self.window().focusWidget(), _TYPED_IN):
            self.show_span(self.shown.stepped(by, self.services.today()))

    def _show_today(self) -> None:
        self.show_span(self.shown.around(self.services.today()))

    def _choose_mode(self, name: str) -> None:
        mode = next(each for each in MODES if each == name)
        chosen = self.grid.item_button(self._key)
        self.show_span(Shown(mode, self.shown.day if chosen is None else chosen.item.day))

    def _begin(self, open_form: Callable[[date, str], None], day: date | None = None) -> None:
        """Begin a visit or an activity on a day, or on the one that is likeliest."""
        self.view.show_empty(empty=False)
        open_form(day or self.shown.usual_day(self.services.today()), _USUAL_START)

    def _show_from_card(self, key: str) -> None:
        visit = self.data.visit(key)
        if visit is not None:
            self.show_visit(key, visit.day)
        else:
            self.open(ShowVisit(RecordId(key)))

    def _export(self, name: str) -> None:
        who = self.controls.counsellor_id() or RecordId("")
        self.view.saved.export(name, self.shown.period, self.controls.place.code(), who)


def _hhmm(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
