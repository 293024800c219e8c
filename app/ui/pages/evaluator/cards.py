"""The two cards of the page: what would come along, and the buttons that write it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.pages.focus import WaitingFocus, holds_focus, set_usable
from app.ui.pages.scrolled import bring_into_view
from app.ui.progress_line import ProgressLine, Watch
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.notice import Notice


class PreviewCard(Card):
    """Says what would be shown, coarser or left out, and how far the computing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.focus_waits = WaitingFocus(self)
        self.doing = label("", "caption", wrap=True)
        self.doing.hide()
        self.progress = ProgressLine()
        self.progress.told.connect(self._tell)
        self.lines: list[str] = []
        self._said = QVBoxLayout()
        self._said.setSpacing(em(self, 0.43))
        self.again = button(self.tr("Beregn igen"))
        self.again.hide()
        self.body.addWidget(self.doing)
        self.body.addWidget(self.progress)
        self.body.addLayout(self._said)
        self.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def start(self, period: str) -> Watch:
        """Begin anew for a period and return the watch of the work."""
        self.focus_waits.hold()
        self.set_title(self.tr("Kommer med: {period}").format(period=period))
        self.again.hide()
        self.doing.hide()
        self._say(())
        return self.progress.start()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show what was computed."""
        self._end()
        self.again.hide()
        self._say(lines)
        announce(self, " ".join(lines))

    def show_no_period(self) -> None:
        """Say that there is nothing to compute as long as no period is chosen."""
        self._end()
        self.again.hide()
        self.set_title(self.tr("Ingen periode"))
        self._say((self.tr("Ret datoerne ovenfor, så vises det, hvad der kommer med."),))

    def show_cancelled(self) -> None:
        """Say that nothing was computed, and offer to try again."""
        self._end()
        if not self.lines:
            self._say((self.tr("Der er ikke beregnet noget."),))
            self.lines = []
            self.again.show()
            self.focus_waits.call()
            self.focus_waits.settle(self.again)

    def _end(self) -> None:
        self.focus_waits.hold()
        self.progress.end()
        self.doing.hide()

    def _tell(self, done: int, of: int) -> None:
        said = self.tr("Prøver, hvor grove rækkerne må være: trin {done} af {of} …")
        if not of:
            said = self.tr("Læser henvendelserne …")
        elif of == 1:  # no steps of its own to tell
            said = self.tr("Holder rækkerne op mod de udgivne opgørelser …")
        self.doing.setText(said.format(done=done, of=of))
        self.doing.show()

    def _say(self, lines: Sequence[str]) -> None:
        drop_widgets(self._said)
        self.lines = list(lines)
        for number, line in enumerate(lines):
            said = label(line, "" if number else "strong", wrap=True)
            self._said.addWidget(said)
            said.show()


class WriteCard(Card):
    """The pack, and its synthetic twin; afterwards where the folder is.

    Where the folder is there already, ``replace`` and ``keep`` answer the question about it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Skriv som mappe"))
        law = self.tr(
            "Rækkerne er stadig personoplysninger om helbred. Læs risikoarket i mappen, og send "
            "dem kun ad en sikker vej til den, der har en aftale om at få dem."
        )
        twin = self.tr(
            "Den syntetiske tvilling har de samme kolonner og er lavet uden at se på en eneste "
            "henvendelse: send den først, så evaluatoren kan gøre sine programmer klar."
        )
        self.real = button(self.tr("Skriv pakken"), "primary")
        self.synthetic = button(self.tr("Skriv syntetisk tvilling"))
        self.question = label("", wrap=True)
        self.replace = button(self.tr("Erstat mappen"), "primary")
        self.keep = button(self.tr("Tilbage"))
        self.progress = ProgressLine()
        self.saved = Notice("", "good", self.tr("Åbn mappen"))
        self.saved.hide()
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        for made in (self.real, self.synthetic, self.replace, self.keep):
            flow.addWidget(made)
        words = (Notice(law, "warn"), label(twin, "caption", wrap=True))
        for widget in (*words, self.question, buttons, self.progress, self.saved):
            self.body.addWidget(widget)
        self._offer(asking=False)

    def ask(self, folder: str) -> None:
        """Ask whether what is in a folder shall be replaced."""
        self.question.setText(
            self.tr(
                "Mappen {folder} findes allerede. Skal det, der er skrevet i den, erstattes af den nye"
                " pakke? Rækkerne får nye numre."
            ).format(folder=folder)
        )
        self._offer(asking=True)
        self.keep.setFocus()
        bring_into_view(self.keep)
        announce(self, self.question.text())

    def end_question(self, focus: QWidget) -> None:
        """Put the question away; the focus goes from it to a button."""
        asked, held = not self.question.isHidden(), holds_focus(self)
        self._offer(asking=False)
        if asked and held:
            focus.setFocus()

    def _offer(self, *, asking: bool) -> None:
        for widget in (self.question, self.replace, self.keep):
            widget.setVisible(asking)
        for widget in (self.real, self.synthetic):
            widget.setVisible(not asking)

    def set_usable(self, *, real: bool, synthetic: bool = True) -> None:
        """Let the twin be written where there is a period, and the pack where there is one."""
        set_usable(self.real, usable=real)
        set_usable(self.synthetic, usable=synthetic)

    def set_busy(self) -> None:
        """Let nothing be pressed while a folder is written."""
        set_usable(self.real, self.synthetic, usable=False)
