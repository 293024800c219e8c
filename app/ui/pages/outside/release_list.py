"""What was released, as a list from which each report can be shown again."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.export.outside.profiles import PROFILES, Profile
from app.export.outside.releasing import Asked
from app.export.outside.scopes import Kind, Scope
from app.models.periods import parse_month
from app.models.releases import ReleaseHead
from app.models.words import short_date
from app.texts import Language
from app.ui.pages.focus import holds_focus
from app.ui.widgets.card import Card
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import button, em, label, literal

_FEW = 3
"""So many are shown until all are asked for: the list stands above the tables."""


class ReleaseList(Card):
    """What was released so far, the newest first; ``asked`` carries the report of a line.

    A report of a revision of the month is asked for with that revision: it is shown as it went out.
    """

    asked = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._language = language
        self._heads: tuple[ReleaseHead, ...] = ()
        self._names: Mapping[str, str] = {}
        self._all = False
        self.set_title(self.tr("Udgivet"))
        self.told = label("", wrap=True)
        self.lines: list[QAbstractButton] = []
        self.more = button("", "link")
        self.more.clicked.connect(self._toggle)
        self._column = QVBoxLayout()
        self._column.setSpacing(em(self, 0.29))
        self.body.addWidget(self.told)
        self.body.addLayout(self._column)
        self.body.addWidget(self.more)
        self.more.hide()

    def show_heads(self, heads: Sequence[ReleaseHead], names: Mapping[str, str]) -> None:
        """Show the ledger; ``names`` are those of the workplaces by code."""
        newest = tuple(reversed(heads))
        if (newest, names) != (self._heads, self._names) or not self.told.text():
            self._heads, self._names = newest, dict(names)
            self._fill()

    def _fill(self) -> None:
        held = next((at for at, line in enumerate(self.lines) if holds_focus(line)), None)
        drop_widgets(self._column)
        self.lines = [self._line(head) for head in self._shown()]
        for line in self.lines:
            self._column.addWidget(line)
            line.show()
        if held is not None and self.lines:
            self.lines[min(held, len(self.lines) - 1)].setFocus()
        many = len(self._heads)
        self.told.setText(
            self.tr("Vælg en linje for at se den igen, som den gik ud, og gemme filerne igen.")
            if many
            else self.tr("Der er ikke udgivet noget endnu.")
        )
        self.more.setVisible(many > _FEW)
        all_of_them = self.tr("Vis alle {count}").format(count=many)
        self.more.setText(self.tr("Vis kun de nyeste") if self._all else all_of_them)

    def _shown(self) -> Sequence[ReleaseHead]:
        return self._heads if self._all else self._heads[:_FEW]

    def _toggle(self) -> None:
        self._all = not self._all
        self._fill()

    def _line(self, head: ReleaseHead) -> QAbstractButton:
        profile = PROFILES[Profile(head.profile)].in_language(self._language)
        scope = Scope.of(head.scope)
        whose = self._names.get(scope.name, scope.name) if scope.kind is Kind.PLACE else scope.name
        parts = (head.id, short_date(head.released_on), profile, whose)
        said = " · ".join(part for part in parts if part)
        made = button(literal(said), "link", elided=True)
        made.setToolTip(said)
        made.setAutoDefault(True)  # Enter presses it, as in any list
        month = parse_month(head.month)
        wanted = Asked(Profile(head.profile), month, Scope.of(head.scope), head.revision)
        made.clicked.connect(lambda: self.asked.emit(wanted))
        return made
