"""What is asked in the page before a month is closed, and before closed figures are restated."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.models.close_words import check_words
from app.models.month_checks import Check, CheckList, Finding
from app.models.month_closes import LONGEST_REASON
from app.models.periods import Period
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.reports.closing_words import named
from app.ui.services import Services
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, label

_SHOWN = 6
"""Ways that are shown at each point to begin with; a button shows the rest."""


class ClosePanel(PanelForm):
    """The check list with a way to each thing; ``confirmed(anyway)`` closes all the same."""

    confirmed = Signal(bool)
    wanted = Signal(object)

    def __init__(
        self, services: Services, checks: CheckList, parent: QWidget | None = None
    ) -> None:
        about = self.tr(
            "Tallene fryses, som de er nu. Senere rettelser ændrer dem ikke; de står ved siden af, "
            "indtil de lukkede tal rettes med en begrundelse."
        )
        super().__init__(services, about, parent)
        self._clear = checks.is_clear
        title = self.tr("Luk {month}").format(month=named(services, checks.month))
        self.set_heading(title, self.tr("Luk måneden") if self._clear else self.tr("Luk alligevel"))
        self.ways: list[QWidget] = []
        self.rests: list[QWidget] = []
        if self._clear:
            self.fields.addWidget(label(self.tr("Tjeklisten er tom: intet mangler."), wrap=True))
        for check in Check:
            findings = checks.of(check)
            if findings:
                self.fields.addWidget(self._point(check, findings))

    def first_field(self) -> QWidget:
        """Return the first thing to mend, or the button where there is none."""
        return self.ways[0] if self.ways else self.save_button

    def save(self) -> None:
        """Send that the month shall be closed."""
        self.confirmed.emit(not self._clear)

    def _point(self, check: Check, findings: Sequence[Finding]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.28))
        words = self.services.words
        point = words(check_words(check, len(findings)))
        column.addWidget(label(point, "strong", wrap=True))
        row = QWidget()
        flow = FlowLayout(row, gap=em(self, 0.71))
        for finding in findings[:_SHOWN]:
            self._offer(flow, point, finding)
        left = findings[_SHOWN:]
        if left:
            rest = button(self.tr("og {count} til …").format(count=len(left)), "link")
            rest.setAccessibleName(f"{point}: {rest.text()}")
            rest.clicked.connect(lambda: self._show_rest(flow, point, rest, left))
            flow.addWidget(rest)
            self.rests.append(rest)
        column.addWidget(row)
        return holder

    def _offer(self, flow: FlowLayout, point: str, finding: Finding) -> QWidget:
        way = self.services.words(finding.text)
        made = button(way, "link", name=f"{point}: {way}")
        made.clicked.connect(lambda: self.wanted.emit(finding))
        flow.addWidget(made)
        self.ways.append(made)
        return made

    def _show_rest(
        self, flow: FlowLayout, point: str, rest: QWidget, left: Sequence[Finding]
    ) -> None:
        """Show all that is left in place of the button, and go to the first of it."""
        made = [self._offer(flow, point, finding) for finding in left]
        for each in made:
            each.show()
        made[0].setFocus()
        self.rests.remove(rest)
        flow.removeWidget(rest)
        rest.hide()
        rest.deleteLater()


class RestatePanel(PanelForm):
    """Why the closed figures are corrected; ``confirmed(reason)``."""

    confirmed = Signal(str)

    def __init__(self, services: Services, month: Period, parent: QWidget | None = None) -> None:
        about = self.tr(
            "De lukkede tal følger igen data, som de er nu. De gamle gemmes, og rettelsen trykkes i "
            "opgørelsen for den næste måned, der lukkes."
        )
        super().__init__(services, about, parent)
        title = self.tr("Ret de lukkede tal for {month}").format(month=named(services, month))
        self.set_heading(title, self.tr("Ret de lukkede tal"))
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        hint = self.tr(
            "Trykkes i den interne opgørelse, ikke i opgørelser til andre. Skriv ingen navne."
        )
        self.grid.add_row("reason", self.tr("Begrundelse"), self.reason, hint)

    def first_field(self) -> QWidget:
        """Return the field of the reason."""
        return self.reason

    def save(self) -> None:
        """Send the reason; the store says when there is none."""
        self.confirmed.emit(self.reason.text())
