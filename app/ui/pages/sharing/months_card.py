"""The months, each with how far it is and the one click that sends it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.export.letters.sharing import Belonging, MonthLine, MonthState, Sharing
from app.models.periods import Period, month_name
from app.models.team.troubles import Trouble
from app.ui.pages.focus import holds_focus, set_usable
from app.ui.pages.sharing.words import ICONS, details, state_words
from app.ui.progress_line import ProgressLine
from app.ui.services import Services
from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.notice import Notice

_SHOWN = 6


class MonthsCard(Card):
    """``send`` carries the months to send (``YYYY-MM``), ``close`` one that is to be closed first.

    ``exchange`` asks for sending and fetching now, ``by_hand`` for files: of one month (``YYYY-MM``),
    or, where it is empty, of all that was not saved yet; where all was, of everything once more.
    """

    send = Signal(object)
    close_month = Signal(object)
    exchange = Signal()
    by_hand = Signal(str, bool)

    def __init__(self, services: Services) -> None:
        super().__init__("")
        self._services = services
        self._all = False
        self._again = False
        self._waits = ""
        self._may_send = True
        self._told: Trouble | None = None
        self._lines: tuple[MonthLine, ...] = ()
        self.rows: dict[str, MonthRow] = {}
        self.set_title(self.tr("Måneder"))
        self.empty = label("", "muted", wrap=True)
        self.trouble = Notice("", "warn")
        self.trouble.hide()
        self.send_all = button("", "primary")
        self.now = button(self.tr("Send og hent nu"))
        self.now.setToolTip(self.tr("Send og hent nu (F5)"))
        self.files = button("")
        self.files.setToolTip(self.tr("Til e-mail eller et USB-drev; de er forseglet"))
        self.more = button(self.tr("Vis alle måneder"), "link")
        self.progress = ProgressLine(self.tr("Sender og henter breve"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(em(self, 0.29))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        for each in (self.send_all, self.now, self.files):
            flow.addWidget(each)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.empty)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(buttons)
        self.body.addWidget(self.progress)
        self.send_all.clicked.connect(lambda: self.send.emit(self._to_send()))
        self.now.clicked.connect(self.exchange)
        self.files.clicked.connect(lambda: self.by_hand.emit("", self._again))
        self.more.clicked.connect(self._show_more)

    def show_sharing(self, sharing: Sharing) -> None:
        """Show how far every month is; a focused button keeps the focus."""
        self._lines = sharing.months
        self.empty.setText(self.tr("Når en måned er lukket, sendes den herfra med ét klik."))
        self.empty.setVisible(not sharing.months)
        closed = [line for line in sharing.months if line.state is MonthState.CLOSED]
        set_usable(self.send_all, usable=True)
        self.send_all.setText(self.tr("Send %n lukkede måneder", "", len(closed)))
        self._may_send = sharing.belonging is Belonging.MEMBER
        self._told = sharing.place.trouble if sharing.place is not None else None
        self.send_all.setVisible(len(closed) > 1 and self._may_send)
        self.now.setVisible(sharing.place is not None)
        self._again = sharing.to_save == 0
        again, save = self.tr("Gem filerne igen"), self.tr("Gem som filer")
        self.files.setText(again if self._again else save)
        self.files.setVisible(sharing.to_save + sharing.saved > 0)
        self._fill()
        self._tell_trouble(sharing)

    def show_sending(self, months: Sequence[Period]) -> None:
        """Say at once that months are being sent: a place that is away may keep them waiting."""
        names = {f"{month.first:%Y-%m}" for month in months}
        asked = [row.act for name, row in self.rows.items() if name in names]
        self._waits = next(
            (name for name in names & self.rows.keys() if holds_focus(self.rows[name])), ""
        )
        set_usable(*asked, self.send_all, usable=False)
        for each in asked:
            each.setText(self.tr("Sender …"))

    def month_button(self, month: str) -> ActionButton | None:
        """Return the button of a month (``YYYY-MM``), or None where it has none."""
        row = self.rows.get(month)
        return row.act if row is not None else None

    def _tell_trouble(self, sharing: Sharing) -> None:
        from app.models.team.troubles import trouble_words

        text = ""
        if sharing.place is not None and sharing.place.trouble is not None:
            text = self._services.words(trouble_words(sharing.place.trouble))
        if text != self.trouble.label.text():
            self.trouble.setVisible(bool(text))
            self.trouble.set_text(text)

    def _fill(self) -> None:
        focused = next((key for key, row in self.rows.items() if holds_focus(row)), "")
        if not focused and self.window().focusWidget() is None:
            focused = self._waits  # where it was when sending began, unless somebody has moved on
        self._waits = ""
        drop_widgets(self._rows)
        self.rows = {}
        shown = self._lines if self._all else self._lines[:_SHOWN]
        for line in shown:
            row = MonthRow(self._services, line, may_send=self._may_send, told=self._told)
            name = f"{line.month.first:%Y-%m}"
            row.act.clicked.connect(lambda _=False, line=line: self._act(line))
            self._rows.addWidget(row)
            self.rows[name] = row
            row.show()
        shown_buttons = [row.act for row in self.rows.values() if not row.act.isHidden()]
        widest = max((each.sizeHint().width() for each in shown_buttons), default=0)
        for each in shown_buttons:
            each.setMinimumWidth(widest)
        self.more.setVisible(len(self._lines) > len(shown))
        if focused:
            buttons = (self.month_button(focused), self.now, self.files)
            stays = [one for one in buttons if one is not None and not one.isHidden()]
            for one in stays[:1]:
                one.setFocus()

    def _act(self, line: MonthLine) -> None:
        if line.state is MonthState.SAVED:
            self.by_hand.emit(f"{line.month.first:%Y-%m}", True)
        elif line.state in (MonthState.OPEN, MonthState.CHANGED):
            self.close_month.emit(line.month)
        else:
            self.send.emit((line.month,))

    def _to_send(self) -> Sequence[object]:
        closed = [line.month for line in self._lines if line.state is MonthState.CLOSED]
        return tuple(sorted(closed, key=lambda month: month.first))

    def _show_more(self) -> None:
        self._all = True
        self._fill()


class MonthRow(QFrame):
    """One month: its name, how far it is in icon and words, and one button."""

    def __init__(
        self, services: Services, line: MonthLine, *, may_send: bool, told: Trouble | None
    ) -> None:
        super().__init__()
        name = services.words(month_name(line.month.first))
        icon, colour = ICONS[line.state]
        said, more = state_words(line), details(line, services.language, told)
        self.state = line.state
        row = QHBoxLayout(self)
        row.setContentsMargins(0, em(self, 0.14), 0, em(self, 0.14))
        row.setSpacing(em(self, 0.71))
        row.addWidget(IconView(icon, colour))
        text = QVBoxLayout()
        text.setSpacing(0)
        self.words = label(f"{name[:1].upper()}{name[1:]}: {said}", "", wrap=True)
        text.addWidget(self.words)
        self.more = label(more, "caption", wrap=True)
        self.more.setTextFormat(Qt.TextFormat.PlainText)
        text.addWidget(self.more)
        if not more:
            self.more.hide()
        row.addLayout(text, 1)
        short = services.words(month_name(line.month.first)).split(" ")[0]
        acts = {
            MonthState.CLOSED: self.tr("Send {month}"),
            MonthState.REFUSED: self.tr("Send {month} igen"),
            MonthState.OPEN: self.tr("Luk {month} …"),
            MonthState.CHANGED: self.tr("Ret {month} …"),
            MonthState.SAVED: self.tr("Gem {month} igen"),
        }
        sends = line.state in (MonthState.CLOSED, MonthState.REFUSED)
        act = "" if sends and not may_send else acts.get(line.state, "")
        kind = "primary" if line.state is MonthState.CLOSED else ""
        self.act = button(act.format(month=short), kind, name=act.format(month=name))
        row.addWidget(self.act)
        if not act:
            self.act.hide()
