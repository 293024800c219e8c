"""Referrals as lines of text and as JSON, for the command line."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from app.export.json_objects import JsonObject
from app.export.plan_rows import one_line
from app.models.referral_list import ShownReferral
from app.models.referral_words import OUTCOMES, REFERRAL_STATES
from app.models.referrals import is_over_quota
from app.models.store import Store
from app.models.types import TermKind
from app.models.words import short_date
from app.texts import Language, Text

_ANONYMOUS = Text("Anonym", "Anonymous")
_OVER = Text("over det aftalte", "over what was agreed")


class ReferralLines:
    """Writes referrals with the names of their advice, read once."""

    def __init__(self, store: Store, on: date) -> None:
        terms = store.taxonomy.terms(TermKind.ADVICE, on)
        self._advice = {term.code: term.short for term in terms}

    def text(self, shown: ShownReferral, language: Language) -> str:
        """Return one line: id, day, state, advice, provider, who, where, sessions, outcome."""
        referral = shown.referral
        advice = self._advice.get(
            referral.advice_code, Text(referral.advice_code, referral.advice_code)
        )
        parts = (
            referral.id,
            short_date(referral.suggested_on),
            REFERRAL_STATES[referral.state].in_language(language),
            advice.in_language(language),
            referral.provider,
            shown.person or _ANONYMOUS.in_language(language),
            shown.workplace,
            sessions_words(shown).in_language(language),
            OUTCOMES[referral.outcome].in_language(language) if referral.outcome else "",
            referral.reason,
        )
        return "  ".join(filter(None, map(one_line, parts)))


def sessions_words(shown: ShownReferral) -> Text:
    """Return how many sessions were held, of how many that were agreed on."""
    referral = shown.referral
    held, quota = len(referral.sessions), referral.quota
    if quota is None:
        return Text(f"sessioner: {held}", f"sessions: {held}")
    told = Text(f"sessioner: {held} af {quota}", f"sessions: {held} of {quota}")
    if not is_over_quota(referral):
        return told
    return Text(f"{told.da}, {_OVER.da}", f"{told.en}, {_OVER.en}")


def referral_objects(listed: Iterable[ShownReferral]) -> Sequence[JsonObject]:
    """Return referrals as objects; described in docs/referrals-json.md."""
    return [_object(shown) for shown in listed]


def _object(shown: ShownReferral) -> JsonObject:
    referral = shown.referral
    values: JsonObject = msgspec.to_builtins(referral)
    return {
        "referral": values["id"],
        "person": values["person_id"],
        "name": shown.person,
        "phone": shown.phone,
        "workplace": shown.code or None,
        "inquiry": values["inquiry_id"],
        "inquiry_on": shown.inquiry_on and shown.inquiry_on.isoformat(),
        "advice": values["advice_code"],
        "provider": values["provider"],
        "suggested_on": values["suggested_on"],
        "state": values["state"],
        "state_on": values["state_on"],
        "open": shown.is_open,
        "reason": values["reason"],
        "sessions": values["sessions"],
        "quota": values["quota"],
        "over_quota": is_over_quota(referral),
        "outcome": values["outcome"],
        "outcome_words": values["outcome_words"],
        "note": values["note"],
        "created_at": values["created_at"],
        "changed_at": values["changed_at"],
    }
