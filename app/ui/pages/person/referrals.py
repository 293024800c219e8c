"""The card with where a person was referred to."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.case_types import Referral, ReferralState
from app.models.referral_list import ShownReferral
from app.models.taxonomy import Term
from app.models.types import RecordId
from app.ui.pages.referrals.answering import answer
from app.ui.pages.referrals.row import ReferralRow
from app.ui.pages.referrals.target import ReferPerson, ShowReferral
from app.ui.pages.row_list import RowList
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.measure import button, label


class ReferralsCard(Card):
    """Referrals as on the page Henvisninger, with the same keys; forms are opened there.

    ``emptied`` is sent when the last one is gone that had the focus.
    """

    emptied = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services = services
        self._person_id = RecordId("")
        self.set_title(self.tr("Henvisninger"))
        self.refer_button = button(
            self.tr("Henvis …"), name=self.tr("Henvis personen til et tilbud")
        )
        self.refer_button.clicked.connect(self._refer)
        self.add_action(self.refer_button)
        self._none = label(self.tr("Ikke henvist endnu."), "muted", wrap=True)
        self.list = RowList()
        self.list.emptied.connect(self.emptied)
        self.body.addWidget(self._none)
        self.body.addWidget(self.list)
        self.body.addStretch(1)

    def show_referrals(
        self,
        person_id: RecordId,
        referrals: tuple[ShownReferral, ...],
        terms: Mapping[str, Term],
    ) -> None:
        """Show the referrals of a person; the focus stays in the list."""
        self._person_id = person_id
        rows = []
        for one in referrals:
            row = ReferralRow(self._services, one, terms, with_person=False)
            row.asked.connect(lambda wish, asked=one.referral: self._answer(wish, asked))
            rows.append(row)
        self.list.show_rows(rows)
        self._none.setVisible(not rows)
        self.list.setVisible(bool(rows))

    def _answer(self, wish: str, referral: Referral) -> None:
        answer(self._services, wish, referral, self._edit)

    def _edit(self, referral: Referral, state: ReferralState | None) -> None:
        self._services.go("referrals", ShowReferral(referral.id, state, self._person_id))

    def _refer(self) -> None:
        self._services.go("referrals", ReferPerson(self._person_id))
