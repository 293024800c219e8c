"""One referral as a line: whom, to what, how far, and what can be said of it by one key."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.models.case_types import ReferralState
from app.models.referral_list import ShownReferral
from app.models.taxonomy import Term
from app.models.words import short_date
from app.ui.pages.keyed_row import KeyedRow, Wish
from app.ui.pages.referrals import words
from app.ui.services import Services
from app.ui.widgets.measure import label

SESSION, EDIT, DELETE = "session", "edit", "delete"
"""What can be asked of a row, besides a state by its code."""

_KEYS: dict[int, str] = {
    Qt.Key.Key_Space: SESSION,
    Qt.Key.Key_1: ReferralState.ACCEPTED,
    Qt.Key.Key_2: ReferralState.STARTED,
    Qt.Key.Key_3: ReferralState.COMPLETED,
    Qt.Key.Key_4: ReferralState.STOPPED,
    Qt.Key.Key_5: ReferralState.DECLINED,
    Qt.Key.Key_Return: EDIT,
    Qt.Key.Key_Enter: EDIT,
    Qt.Key.Key_F2: EDIT,
    Qt.Key.Key_Delete: DELETE,
}


class ReferralRow(KeyedRow):
    """Sends ``asked`` with the code of a state or one of the constants of this module."""

    def __init__(
        self,
        services: Services,
        shown: ShownReferral,
        terms: Mapping[str, Term],
        *,
        with_person: bool = True,
    ) -> None:
        referral = shown.referral
        super().__init__(referral.id, _KEYS)
        self.shown = shown
        title = words.title(services, referral, terms)
        about = words.about(shown) if with_person else ""
        how = (words.state(services, referral), words.sessions(referral))
        warning, outcome = words.warning(referral), words.outcome(services, referral)
        told = (title, about, *how, warning, outcome)
        self.setAccessibleName(". ".join(part for part in told if part))
        self.setAccessibleDescription(
            self.tr(
                "Mellemrum: session i dag. 1: accepteret. 2: begyndt. 3: afsluttet. 4: stoppet. "
                "5: afvist. Enter: ret. Delete: slet."
            )
        )
        self.first.addWidget(label(short_date(referral.suggested_on), "strong"))
        self.first.addStretch(1)
        self.text.addWidget(_text(title, "strong"))
        for text, role in (
            (about, "caption"),
            (" · ".join(how), ""),
            (outcome, ""),
            (warning, "warn"),
        ):
            if text:
                self.text.addWidget(_text(text, role))
        self.text.addStretch(1)
        self.add_buttons(title, self._wishes(shown))

    def _wishes(self, shown: ShownReferral) -> list[Wish]:
        accepted, completed = self.tr("Accepteret"), self.tr("Afsluttet")
        widest = max(accepted, completed, key=self.fontMetrics().horizontalAdvance)
        waits = shown.referral.state is ReferralState.SUGGESTED
        further = Wish(ReferralState.COMPLETED, completed, self.tr("Afsluttet (3)"))
        if waits:
            further = Wish(ReferralState.ACCEPTED, accepted, self.tr("Accepteret (1)"))
        session = Wish(
            SESSION, self.tr("Session i dag"), self.tr("Session holdt i dag (mellemrum)"), ""
        )
        return [
            session._replace(possible=shown.is_open),
            further._replace(possible=shown.is_open, widest=widest),
            Wish(EDIT, self.tr("Ret"), self.tr("Ret (Enter)")),
        ]


def _text(text: str, role: str) -> QLabel:
    made = label(text, role, wrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)  # what people wrote is never markup
    return made
