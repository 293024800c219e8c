"""Choosing a new passphrase: typed twice, with a hint at how good it is."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.models.passphrases import Level, Strength, passphrase_strength
from app.ui.gates.gate import spoken
from app.ui.palette import tokens
from app.ui.theme import restyle
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import announce, em, label
from app.ui.widgets.password_field import PasswordField

_LEVELS: tuple[Level, ...] = ("weak", "fair", "good", "strong")
_ROLES: dict[Level, str] = {"weak": "error", "fair": "warn", "good": "good", "strong": "good"}
_TONES: dict[Level, str] = {"weak": "danger", "fair": "warn", "good": "good", "strong": "good"}


class NewPassphrase(QObject):
    """Two rows of ``form`` that must be alike; :meth:`check` says beside them what is missing."""

    def __init__(self, form: FormGrid, title: str) -> None:
        super().__init__(form)
        self._form = form
        self.first = PasswordField(title.replace("&", ""))
        self.again = PasswordField(self.tr("Gentag adgangssætningen"))
        self._strength = _StrengthHint()
        chosen = QWidget()
        chosen.setFocusProxy(self.first.line)
        column = QVBoxLayout(chosen)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(form, 0.36))
        column.addWidget(self.first)
        column.addWidget(self._strength)
        form.add_row("passphrase", title, chosen)
        form.add_row("again", self.tr("&Gentag"), self.again)
        self.first.changed.connect(self._typed)
        self.again.changed.connect(self._typed)

    def text(self) -> str:
        """Return what was typed in the first field."""
        return self.first.text()

    def check(self) -> bool:
        """Return whether the passphrase can be used; if not, say why and go there."""
        strength = passphrase_strength(self.text())
        problems = {}
        if not strength.acceptable:
            problems["passphrase"] = strength.hint.in_language(spoken())
        elif self.again.text() != self.text():
            problems["again"] = self.tr("De to er ikke ens. Skriv den samme begge steder.")
        self._form.set_problems(problems)
        self._strength.setVisible("passphrase" not in problems)
        return not problems

    def show_problem(self, text: str) -> None:
        """Say what is wrong with the passphrase."""
        self._strength.hide()
        self._form.set_problems({"passphrase": text})

    def clear(self) -> None:
        """Forget both."""
        self.first.clear()
        self.again.clear()
        self._form.clear_problems()
        self._strength.show_strength(None)

    def _typed(self) -> None:
        self._form.clear_problems()
        self._strength.show()
        self._strength.show_strength(passphrase_strength(self.text()) if self.text() else None)


class _StrengthHint(QWidget):
    """Four bars and a sentence about the passphrase that is being typed."""

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self._bars = _Bars()
        self._advice = self.tr(
            "Fire tilfældige ord er lette at huske og svære at gætte. Du må gerne bruge mellemrum."
        )
        self._sentence = label(self._advice, "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.29))
        column.addWidget(self._bars)
        column.addWidget(self._sentence)

    def show_strength(self, strength: Strength | None) -> None:
        """Show how good it is; None where nothing is typed yet."""
        level = strength.level if strength is not None else None
        text = strength.hint.in_language(spoken()) if strength is not None else self._advice
        self._bars.show_level(level)
        # While it is still too short, a red sentence would scold a person who is typing.
        plain = level is None or (strength is not None and not strength.acceptable)
        self._sentence.setProperty("role", "caption" if plain or level is None else _ROLES[level])
        self._sentence.setText(text)
        restyle(self._sentence)
        if text not in (self._said, self._advice):
            announce(self, text)
        self._said = text


class _Bars(QWidget):
    """One to four filled bars; the sentence below says the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self._level: Level | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_level(self, level: Level | None) -> None:
        self._level = level
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(em(self, 12), em(self, 0.36))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        filled = 0 if self._level is None else _LEVELS.index(self._level) + 1
        tone = colours.tone(_TONES[self._level]).solid if self._level else colours.badge
        gap = em(self, 0.29)
        width = (self.width() - gap * (len(_LEVELS) - 1)) / len(_LEVELS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(len(_LEVELS)):
            painter.setBrush(QColor(tone if index < filled else colours.border))
            bar = QRectF(index * (width + gap), 0, width, self.height())
            painter.drawRoundedRect(bar, self.height() / 2, self.height() / 2)
