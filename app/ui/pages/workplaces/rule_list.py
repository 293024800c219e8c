"""The presence rules of a workplace below each other, the ended ones folded away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.types import RecordId
from app.texts import Text
from app.ui import icons
from app.ui.pages.focus import holds_focus
from app.ui.pages.workplaces.rule_line import Act, RuleLine
from app.ui.pages.workplaces.rule_reading import ShownRule
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, label


class RuleList(QWidget):
    """Shows rules; the focus stays on the button that it was on when they are shown again."""

    def __init__(self, words: Callable[[Text], str], act: Act) -> None:
        super().__init__()
        self._words, self._act = words, act
        self.lines: list[RuleLine] = []
        self._shown: tuple[ShownRule, ...] | None = None
        self._count_ended = 0
        self._awaited: tuple[RecordId, str] | None = None
        self._none = label(self.tr("Her er ingen regler endnu."), "muted", wrap=True)
        self.new_button = button(self.tr("Ny regel"))
        icons.set_icon(self.new_button, "plus", "text", em(self, 1.1))
        self.fold_button = button("", "quiet")
        self.fold_button.setCheckable(True)
        self.fold_button.toggled.connect(self._fold)
        self._ended = QWidget()
        self._ended_column = _column(self._ended)
        self._column = _column(self)
        self._column.addWidget(self._none)
        foot = QWidget()
        row = FlowLayout(foot, gap=em(self, 0.57))
        row.addWidget(self.new_button)
        row.addWidget(self.fold_button)
        self._column.addWidget(foot)
        self._column.addWidget(self._ended)
        self._ended.hide()

    def show_rules(self, rules: Sequence[ShownRule]) -> None:
        """Show these rules."""
        if self._shown == tuple(rules):
            return
        self._shown = tuple(rules)
        focused = self._focused()
        for old in self.lines:
            old.hide()
            old.deleteLater()
        ended = [each for each in rules if each.has_ended]
        current = [each for each in rules if not each.has_ended]
        self.lines = [RuleLine(self._words, each, self._act) for each in (*current, *ended)]
        for number, line in enumerate(self.lines[: len(current)]):
            self._column.insertWidget(number, line)
        for line in self.lines[len(current) :]:
            self._ended_column.addWidget(line)
        for line in self.lines:
            line.show()
        self._none.setVisible(not current)
        self.fold_button.setVisible(bool(ended))
        self._count_ended = len(ended)
        self._fold(self.fold_button.isChecked())
        if focused is not None:
            self.focus(*focused)

    def focus(self, rule_id: RecordId, what: str) -> None:
        """Move the focus to a button of a rule, at once or as soon as the rule is shown.

        Until then, and where the rule has no buttons, it is on the one for a new rule.
        """
        self._awaited = (rule_id, what)
        for line in self.lines:
            if line.rule_id == rule_id and line.buttons:
                self._awaited = None
                wanted = line.buttons.get(what) or next(iter(line.buttons.values()))
                wanted.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> tuple[RecordId, str] | None:
        for line in self.lines:
            for what, made in line.buttons.items():
                if holds_focus(made):
                    return line.rule_id, what
        return self._awaited if holds_focus(self.new_button) else None

    def _fold(self, shown: bool) -> None:
        count = self._count_ended
        folded = self.tr("Vis afsluttede regler ({count})").format(count=count)
        self.fold_button.setText(self.tr("Skjul afsluttede regler") if shown else folded)
        icons.set_icon(
            self.fold_button, "chevron-up" if shown else "chevron-down", "muted", em(self, 1.0)
        )
        self._ended.setVisible(shown and count > 0)


def _column(owner: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(em(owner, 0.29))
    return column
