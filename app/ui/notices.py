"""How the window speaks: a sentence at its lower edge, never a box that must be clicked away."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app import log
from app.errors import UserError
from app.paths import Paths
from app.texts import Language, Text
from app.ui.services import ButtonOffer
from app.ui.widgets.toast import Toast

_TIME_TO_READ = 20_000
"""Milliseconds that an error stays, which says three things, and a button that is not Fortryd."""

_FAULT = Text(
    "Der skete en fejl i programmet. Det, du har gemt, er i behold. "
    "En fejlrapport uden personoplysninger ligger i logmappen.",
    "Something went wrong in the program. What you have saved is safe. "
    "A report of the fault, without personal data, is in the log folder.",
)
_NOT_DONE = Text(
    "Noget, du gjorde, lige før Vejviser blev låst, blev ikke gemt. Se efter, og gør det igen.",
    "Something that you did just before Vejviser was locked was not saved. Check, and do it again.",
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of a page, and the language it was said in."""

    text: str
    language: Language
    undo: bool
    offer: ButtonOffer | None


class WindowNotices(QObject):
    """Shows notices in a toast over ``window`` until they have been read.

    ``room_taken`` tells how much of the lower edge of the window is covered.
    """

    room_taken = Signal(int)

    def __init__(
        self,
        window: QWidget,
        undo: Callable[[], None],
        paths: Paths,
        language: Callable[[], Language],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._undo = undo
        self._paths = paths
        self._language = language
        self._said: _Told | Text | None = None
        self.toast = self._make_toast()

    def tell(self, text: str, *, undo: bool = False, offer: ButtonOffer | None = None) -> None:
        """Show a sentence for a while; ``undo`` adds the button that takes it back.

        ``offer`` adds another button; there is time to find it.
        """
        self._said = _Told(text, self._language(), undo, offer)
        if offer is not None:
            words, act = offer
            self.toast.show_message(text, words, _TIME_TO_READ, on_action=act)
        elif undo:
            self.toast.show_message(text, self.tr("Fortryd"), on_action=self._undo)
        else:
            self.toast.show_message(text)

    def show_error(self, error: Exception) -> None:
        """Show what the user can do something about; report anything else as a fault."""
        if isinstance(error, UserError):
            self._warn(Text(error.message("da"), error.message("en")))
            return
        log.logger("window").error("a fault was shown")
        log.write_crash_report(self._paths, error)
        self._warn(_FAULT)

    def leave_page(self) -> None:
        """Take away what a page said, as another one is shown now; errors and undo come along."""
        if isinstance(self._said, _Told) and not self._said.undo:
            self.toast.dismiss()

    def tell_of_late_failure(self) -> None:
        """Say that work failed after the window was locked; what it was about is forgotten."""
        self._warn(_NOT_DONE)

    def wear_new_look(self) -> None:
        """Say what is being said in the language and the size that the window has now.

        A sentence of a page exists in one language only. It goes, but the offer to take back stays.
        """
        showing, said = not self.toast.isHidden(), self._said
        self._drop_toast()
        self.toast = self._make_toast()
        if not showing or said is None:
            return
        if isinstance(said, Text):
            self._warn(said)
        elif said.language == self._language():
            self.tell(said.text, undo=said.undo, offer=said.offer)
        elif said.undo:
            self.tell(self.tr("Du kan stadig fortryde det, du gjorde sidst."), undo=True)

    def close(self) -> None:
        """Take away at once what is shown; a locked window says nothing of what it knew."""
        self._said = None
        self._drop_toast()
        self.deleteLater()

    def _warn(self, text: Text) -> None:
        self._said = text
        self.toast.show_message(text.in_language(self._language()), milliseconds=_TIME_TO_READ)

    def _make_toast(self) -> Toast:
        toast = Toast(self._window)
        toast.room_taken.connect(self.room_taken)
        return toast

    def _drop_toast(self) -> None:
        self.toast.dismiss()
        self.toast.deleteLater()
