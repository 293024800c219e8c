"""How the states and outcomes of referrals are called."""

from app.models.case_types import Outcome, ReferralState
from app.texts import Text

REFERRAL_STATES = {
    ReferralState.SUGGESTED: Text("Foreslået", "Suggested"),
    ReferralState.ACCEPTED: Text("Accepteret", "Accepted"),
    ReferralState.STARTED: Text("Begyndt", "Started"),
    ReferralState.COMPLETED: Text("Afsluttet", "Completed"),
    ReferralState.STOPPED: Text("Stoppet", "Stopped"),
    ReferralState.DECLINED: Text("Afvist", "Declined"),
}
"""In the order in which they are shown: the way of most referrals, then the ways out of it."""

OUTCOMES = {
    Outcome.HELPED: Text("Det hjalp", "It helped"),
    Outcome.HELPED_SOME: Text("Det hjalp noget", "It helped some"),
    Outcome.NO_CHANGE: Text("Ingen ændring", "No change"),
    Outcome.WORSE: Text("Det blev værre", "It got worse"),
    Outcome.NOT_KNOWN: Text("Vides ikke", "Not known"),
    Outcome.NOT_ASKED: Text("Ikke spurgt endnu", "Not asked yet"),
}
