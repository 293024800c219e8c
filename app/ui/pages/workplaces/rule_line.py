"""One presence rule on the page of a workplace: what it says, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.models.types import RecordId
from app.texts import Text
from app.ui.pages.plan.facts import plain
from app.ui.pages.workplaces import rule_words
from app.ui.pages.workplaces.rule_reading import ShownRule
from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.columns import Columns
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em

EDIT, END, DELETE = "edit", "end", "delete"

Act = Callable[[str, RecordId], None]
"""Called with what shall be done, and the id of the rule."""


class RuleLine(QFrame):
    """A rule in words, its next dates, and its buttons; an ended one has none."""

    def __init__(self, words: Callable[[Text], str], shown: ShownRule, act: Act) -> None:
        super().__init__()
        self.rule_id = shown.rule.id
        self.buttons: dict[str, ActionButton] = {}
        said = rule_words.sentence(words, shown.rule)
        text = QWidget()
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.21))
        column.addWidget(plain(said, "muted" if shown.has_ended else "strong"))
        column.addWidget(plain(rule_words.circumstances(words, shown), "muted"))
        for more in (
            rule_words.ending(words, shown),
            rule_words.next_dates(words, shown),
            shown.rule.remark,
        ):
            if more:
                column.addWidget(plain(more, "caption"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, em(self, 0.29), 0, em(self, 0.29))
        if shown.has_ended:
            outer.addWidget(text)
        else:
            strip = self._strip(said, shown, act)
            outer.addWidget(Columns((text, strip), least=34, shares=(1, 0), gap=0.86))

    def _strip(self, said: str, shown: ShownRule, act: Act) -> QWidget:
        offered = [(EDIT, self.tr("Ret"))]
        if shown.has_begun:
            offered.append((END, self.tr("Afslut")))
        else:
            offered.append((DELETE, self.tr("Slet")))
        strip = QWidget()
        row = FlowLayout(strip, gap=em(self, 0.43))
        for what, title in offered:
            made = button(title, name=f"{title}: {said}")
            made.clicked.connect(lambda _=False, each=what: act(each, self.rule_id))
            row.addWidget(made)
            self.buttons[what] = made
        return strip
