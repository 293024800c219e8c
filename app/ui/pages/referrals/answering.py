"""What a row of a referral asks for, done to the store."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.models.case_types import Referral, ReferralState
from app.models.referral_words import REFERRAL_STATES
from app.models.referrals import ENDED_STATES
from app.ui.pages.referrals.row import DELETE, EDIT, SESSION
from app.ui.services import Services

translate = QCoreApplication.translate

Edit = Callable[[Referral, ReferralState | None], None]
"""Opens the form of a referral; a state is one that the form shall propose."""


def answer(services: Services, wish: str, referral: Referral, edit: Edit) -> None:
    """Hold a session, set a state, delete a referral or open its form.

    A declined one asks why before it is stored, an ended one what it led to after it is.
    """
    run = services.commands.run
    if wish == SESSION:
        run(
            _session_words(referral),
            lambda store: store.referrals.hold_session(referral.id),
        )
    elif wish == DELETE:
        run(
            translate("Referrals", "Henvisningen er slettet"),
            lambda store: store.referrals.delete(referral.id),
        )
    elif wish == EDIT:
        edit(referral, None)
    elif wish == ReferralState.DECLINED:
        edit(referral, ReferralState.DECLINED)
    else:
        state = ReferralState(wish)

        def stored(changed: Referral) -> None:
            if state in ENDED_STATES:
                edit(changed, None)

        told = translate("Referrals", "Henvisningen er nu: {state}")
        run(
            told.format(state=services.words(REFERRAL_STATES[state])),
            lambda store: store.referrals.set_state(referral.id, state),
            stored,
        )


def _session_words(referral: Referral) -> str:
    number, quota = len(referral.sessions) + 1, referral.quota
    if quota is not None and number > quota:
        return translate("Referrals", "Session {number} er noteret; der var aftalt {quota}").format(
            number=number, quota=quota
        )
    return translate("Referrals", "Session {number} er noteret").format(number=number)
