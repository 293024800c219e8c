"""The card that says what would go out, and that lets it go out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.errors import UserError
from app.export.disclosure import Progress
from app.export.outside.releasing import MonthOpen
from app.export.outside.report import OutsideReport
from app.models.releases import ReleaseHead
from app.models.sorting import in_danish_order
from app.models.words import short_date, whole_number
from app.texts import Language
from app.ui.pages.focus import WaitingFocus, holds_focus, set_usable
from app.ui.pages.scrolled import bring_into_view
from app.ui.progress_line import ProgressLine, Watch
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.notice import Notice


class ReleaseCard(Card):
    """The banner, what is left out, and the buttons; release asks once more in the page.

    ``close_asked`` is the way to close the month, ``cancelled`` is sent when the work is stopped by
    hand.
    """

    close_asked = Signal()
    cancelled = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._language = language
        self._is_new, self._protecting = True, True
        self.focus_waits = WaitingFocus(self)
        self.doing = label("", "caption", wrap=True)
        self.progress = ProgressLine()
        self.banner = label("", "strong", wrap=True)
        self.notes = label("", "caption", wrap=True)
        self.problem = Notice("", "warn", self.tr("Gå til månedens lukning"))
        self.release = button(self.tr("Udgiv …"), "primary")
        self.confirm = button(self.tr("Udgiv tallene"), "primary")
        self.back = button(self.tr("Tilbage"))
        self.again = button(self.tr("Beregn igen"))
        self.question = label("", wrap=True)
        self.saved = Notice("", "good", self.tr("Åbn mappen"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        for made in (self.release, self.confirm, self.back, self.again):
            made.setAutoDefault(True)  # Enter presses it
            flow.addWidget(made)
        above = (self.doing, self.progress, self.banner, self.notes)
        for widget in (
            *above,
            *(self.problem, self.question, buttons, self.saved),
        ):
            self.body.addWidget(widget)
        self._connect()
        self.saved.hide()
        self.clear()

    def clear(self) -> None:
        """Show that there is nothing to release yet."""
        for widget in (self.banner, self.notes, self.doing, self.problem, self.again):
            widget.hide()
        self._offer(release=False, confirm=False)

    def start(self, title: str) -> Watch:
        """Begin to protect a report, and return the watch of the work."""
        self.focus_waits.hold()
        self.set_title(title)
        self.clear()
        self.saved.hide()
        self.progress.bar.setAccessibleName(self.tr("Beskytter tallene"))
        self.progress.cancel.setText(self.tr("Annullér"))
        self._protecting = True
        return self.progress.start()

    def start_writing(self) -> Watch:
        """Begin to make the files, and return the watch of the work: it can still be stopped."""
        self.focus_waits.hold()
        self.set_busy(True)
        self.saved.hide()
        self.progress.bar.setAccessibleName(self.tr("Laver filerne"))
        stop = self.tr("Stop: udgiv ikke") if self._is_new else self.tr("Stop: gem ikke")
        self.progress.cancel.setText(stop)
        self._protecting = False
        return self.progress.start()

    def start_saving(self) -> None:
        """Say that the files are saved and the figures go out: nothing can be stopped any more."""
        self.end()
        said = self.tr("Gemmer filerne og udgiver tallene …")
        self._say(self.doing, said if self._is_new else self.tr("Gemmer filerne …"))

    def end(self) -> None:
        """Take the progress away: the work is done or not wanted."""
        if not holds_focus(self.saved):
            self.focus_waits.hold()
        self.progress.end()
        self.doing.hide()

    def set_folder(self, folder: str) -> None:
        """Say in the question where the files will be."""
        self.question.setText(
            self.tr(
                "Filerne gemmes i mappen {folder}. Udgivne tal kan ikke trækkes tilbage, og måneden"
                " kan ikke åbnes igen. Senere udgivelser beskyttes sammen med dem."
            ).format(folder=folder)
        )

    def show_report(self, report: OutsideReport) -> None:
        """Show what would go out, or that it went out already."""
        self.end()
        self._say(self.banner, report.banner)
        told = list(report.notes)
        release = report.protected.release
        if not report.protected.is_new:
            said = self.tr("Udgivet {day} som {name}; det vises, som det gik ud.")
            told.insert(0, said.format(day=short_date(report.made_on), name=release.id))
        self._is_new = report.protected.is_new
        words = self.tr("Udgiv …") if self._is_new else self.tr("Gem filerne igen")
        before = _earlier_edition(report)
        if self._is_new and before is not None:
            words = self.tr("Udgiv de rettede tal …")
            said = self.tr(
                "Gik ud som {name} den {day} med andre tal: måneden er rettet siden. Rettelsen kommer"
                " til at stå i opgørelsen for den første måned, der lukkes efter den. Her kan de"
                " rettede tal også gå ud nu, som en opgørelse for sig."
            )
            told.insert(0, said.format(day=short_date(before.released_on), name=before.id))
        untold = _without_headcount(report)
        if untold:
            told.append(
                self.tr(
                    "Antallet af ansatte er ikke oplyst for {names}: der regnes med færre end på"
                    " den mindste arbejdsplads, der vises. Skriv antallet under Arbejdspladser: det"
                    " gælder for de måneder, der lukkes derefter."
                ).format(names=", ".join(untold))
            )
        self._say(self.notes, "\n".join(told))
        self.release.setText(words)
        self._offer(release=True, confirm=False)
        self.focus_waits.settle(self.release)
        announce(self, report.banner)

    def show_problem(self, error: UserError) -> None:
        """Say why nothing can go out, and offer what helps."""
        self.end()
        said = self._problem(error)
        self.problem.set_text(said)
        self.problem.button.setVisible(isinstance(error, MonthOpen))
        self.problem.show()
        first = self.problem.button if isinstance(error, MonthOpen) else None
        self._offer(release=False, confirm=False)
        self.focus_waits.settle(first)
        announce(self, said)

    def _problem(self, error: UserError) -> str:
        """Return what is wrong; of an open month without the command that closes it."""
        if not isinstance(error, MonthOpen):
            return error.message(self._language)
        why = error.why.in_language(self._language)
        closed = self.tr("Kun tal, der ikke ændrer sig, kan udgives: luk måneden først.")
        return f"{why} {closed}"

    def show_cancelled(self) -> None:
        """Offer to begin again; what was only to be written is not released."""
        self.end()
        if self._protecting:
            self._say(self.banner, self.tr("Der er ikke beregnet noget."))
            self.again.show()
            self.focus_waits.call()
            self.focus_waits.settle(self.again)
        else:
            self.set_busy(False)
            self.ask(False)
            announce(self, self.tr("Der er ikke skrevet og ikke udgivet noget."))

    @property
    def is_asking(self) -> bool:
        """Whether it is asked if the figures shall go out, and nothing is written yet."""
        return not self.confirm.isHidden() and self.confirm.isEnabled()

    def ask(self, asking: bool) -> None:
        """Ask whether the figures shall go out, or put the question away."""
        self._offer(release=not asking, confirm=asking)
        focused = self.back if asking else self.release
        focused.setFocus()
        bring_into_view(focused)

    def show_saved(self, text: str) -> None:
        """Say where the files are."""
        self.doing.hide()
        self.set_busy(False)
        self.saved.show()
        self.saved.set_text(text)
        self.focus_waits.settle(self.saved.button)

    def show_not_saved(self, *, released: bool) -> None:
        """Let it be tried again; say that no figure is out where it was not ``released``."""
        self.end()
        self.set_busy(False)
        if self._is_new and not released:
            self._say(self.doing, self.tr("Der er ikke gemt og ikke udgivet noget."))
        self.focus_waits.settle(self.release if self.confirm.isHidden() else self.confirm)

    def set_busy(self, busy: bool) -> None:
        """Let nothing be pressed while it is written."""
        set_usable(self.release, self.confirm, self.back, usable=not busy)

    def _connect(self) -> None:
        self.release.clicked.connect(self._release_clicked)
        self.back.clicked.connect(lambda: self.ask(False))
        self.progress.told.connect(self._tell)
        self.progress.cancelled.connect(self.show_cancelled)
        self.progress.cancelled.connect(self.cancelled)
        self.problem.activated.connect(self.close_asked)

    def _release_clicked(self) -> None:
        """Ask before something goes out; what is out already is only written again."""
        if self._is_new:
            self.ask(True)
        else:
            self.confirm.clicked.emit()

    def _tell(self, done: int, of: int) -> None:
        """Say what the bar is about: files, months to be planned first, or the search in one."""
        said = self._about_pattern(self.progress.watch.found)
        if not self._protecting:
            said = self._about_files(done, of)
        elif of > 1:
            words = self.tr("Beskytter måned for måned, {number} af {of}: det sker kun én gang.")
            said = f"{words.format(number=done + 1, of=of)} {said}"
        self._say(self.doing, said)

    def _about_files(self, done: int, of: int) -> str:
        """Say which file is made, and that nothing has gone out yet."""
        said = self.tr("Laver fil {number} af {of} …").format(number=min(done + 1, of), of=of)
        nothing_yet = self.tr("Der er ikke udgivet noget endnu.")
        return f"{said} {nothing_yet}" if self._is_new else said

    def _about_pattern(self, found: object) -> str:
        """Say how good the best way to hide is, and how much better one can be at most."""
        said = self.tr("Beskytter tallene sammen med alt, der er udgivet før …")
        if not isinstance(found, Progress):
            return said
        cost, least = (max(0, int(n or 0)) for n in (found.cost, found.bound))
        if found.cost is not None:
            told = self.tr(
                "Dette forsøg har fundet en sikker måde: de tal, den skjuler, er {cost} lagt sammen."
                " Det søger en, der skjuler mindre: ned til {least}."
            )
        elif least:
            told = self.tr("Dette forsøg må skjule tal, der er mindst {least} lagt sammen.")
        else:
            return said  # nothing is known of it yet
        return f"{said} {told.format(cost=whole_number(cost), least=whole_number(least))}"

    def _say(self, where: QLabel, text: str) -> None:
        """Show a text; without one the line takes no room."""
        where.setText(text)
        where.setVisible(bool(text))

    def _offer(self, *, release: bool, confirm: bool) -> None:
        self.release.setVisible(release)
        for widget in (self.confirm, self.back, self.question):
            widget.setVisible(confirm)


def _earlier_edition(report: OutsideReport) -> ReleaseHead | None:
    """Return the newest release of the same report whose month was another edition."""
    request = report.protected.request
    asked, close = request.asked, request.close
    wanted = (asked.profile.value, asked.scope.key, close.month)
    heads = [each.stored for each in request.ground.released]
    same = [head for head in heads if (head.profile, head.scope, head.month) == wanted]
    return next((head for head in reversed(same) if head.revision < close.revision), None)


def _without_headcount(report: OutsideReport) -> list[str]:
    """Return the names of the workplaces of the report whose size matters and is not told."""
    request = report.protected.request
    if not request.rule.headcount:
        return []
    members = request.asked.scope.members(request.frozen)
    places = [place for place in request.frozen.places if place.code in members]
    return [place.name for place in in_danish_order(places) if place.headcount is None]
