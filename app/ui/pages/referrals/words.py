"""How a referral is told in words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.models.case_types import Referral
from app.models.referral_list import ShownReferral
from app.models.referral_words import OUTCOMES, REFERRAL_STATES
from app.models.referrals import is_over_quota, not_asked
from app.models.taxonomy import Term
from app.models.words import grouped_phone, short_date
from app.ui.services import Services

translate = QCoreApplication.translate


def advice(services: Services, referral: Referral, terms: Mapping[str, Term]) -> str:
    """Return the short name of the advice."""
    term = terms.get(referral.advice_code)
    return services.words(term.short) if term else referral.advice_code


def title(services: Services, referral: Referral, terms: Mapping[str, Term]) -> str:
    """Return what somebody was referred to: "Coaching hos Coach & Co"."""
    named = advice(services, referral, terms)
    if not referral.provider:
        return named
    return translate("Referrals", "{advice} hos {provider}").format(
        advice=named, provider=referral.provider
    )


def about(shown: ShownReferral) -> str:
    """Return whom it concerns and how the provider is reached."""
    who = shown.person or translate("Referrals", "Anonym")
    parts = [who, grouped_phone(shown.phone), shown.workplace]
    if shown.offer_phone:
        parts.append(
            translate("Referrals", "tilbuddets telefon {phone}").format(
                phone=grouped_phone(shown.offer_phone)
            )
        )
    return " · ".join(part for part in parts if part)


def state(services: Services, referral: Referral) -> str:
    """Return how far it has come, and why where somebody said so."""
    told = translate("Referrals", "{state} {date}").format(
        state=services.words(REFERRAL_STATES[referral.state]), date=short_date(referral.state_on)
    )
    return f"{told}: {referral.reason}" if referral.reason else told


def sessions(referral: Referral) -> str:
    """Return how many sessions were held, of how many, and when the last one was."""
    held, quota = len(referral.sessions), referral.quota
    if quota is None:
        many = translate("Referrals", "{count} sessioner").format(count=held)
        told = translate("Referrals", "1 session") if held == 1 else many
    else:
        told = translate("Referrals", "{held} af {quota} aftalte sessioner").format(
            held=held, quota=quota
        )
    if referral.sessions:
        last = short_date(referral.sessions[-1])
        told += translate("Referrals", ", senest {date}").format(date=last)
    return told


def warning(referral: Referral) -> str:
    """Return what is worth a look: more sessions than agreed on, or nobody asked how it went."""
    if is_over_quota(referral):
        return translate("Referrals", "Flere sessioner end aftalt.")
    if not_asked(referral):
        return translate("Referrals", "Spørg, hvad det førte til.")
    return ""


def outcome(services: Services, referral: Referral) -> str:
    """Return what came of it, as a code and in the person's words."""
    if not referral.outcome and not referral.outcome_words:
        return ""
    told = services.words(OUTCOMES[referral.outcome])
    return f"{told}: »{referral.outcome_words}«" if referral.outcome_words else told


def one_line(services: Services, referral: Referral, terms: Mapping[str, Term]) -> str:
    """Return a referral as one line of the details of its inquiry."""
    named = title(services, referral, terms)
    return translate("Referrals", "Henvist: {what} ({state})").format(
        what=named, state=state(services, referral)
    )
