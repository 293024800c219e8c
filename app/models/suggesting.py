"""Which advice stands in front of the counsellor, and why."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from app.models.offers import is_for_all
from app.models.types import Offer


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of advice with what speaks for it: chosen reasons and offers of the workplace."""

    code: str
    reasons: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()


def suggest_advice(
    reasons: Sequence[str],
    often_given: Mapping[str, tuple[str, ...]],
    offers: Sequence[Offer],
    valid: Collection[str],
    most: int = 6,
) -> tuple[Suggestion, ...]:
    """Return at most ``most`` pieces of advice for the chosen reasons, the likeliest first.

    Advice that several reasons share rises, and so does advice that the workplace has an offer
    for. What the workplace offers is always among them, even before a reason is chosen: the help
    that people already have is the help they most often lack to know of. What everybody can use
    speaks for no advice, as it would for everybody, but stands beside it. Codes outside ``valid``
    are left out.
    """
    offered = _by_advice((one for one in offers if not is_for_all(one)), valid)
    usable = _by_advice(offers, valid)
    behind = _reasons_behind(reasons, often_given, valid)
    ranked = sorted(
        {**behind, **offered},
        key=lambda code: (-_weight(code, reasons, often_given, offered), code),
    )
    kept = [code for code in ranked if code in offered][:most]
    for code in ranked:
        if len(kept) == most:
            break
        if code not in kept:
            kept.append(code)
    return tuple(
        Suggestion(code=code, reasons=behind.get(code, ()), offers=usable.get(code, ()))
        for code in ranked
        if code in kept
    )


def _by_advice(offers: Iterable[Offer], valid: Collection[str]) -> dict[str, tuple[Offer, ...]]:
    found: dict[str, tuple[Offer, ...]] = {}
    for offer in offers:
        if offer.advice_code in valid:
            found[offer.advice_code] = (*found.get(offer.advice_code, ()), offer)
    return found


def _reasons_behind(
    reasons: Sequence[str], often_given: Mapping[str, tuple[str, ...]], valid: Collection[str]
) -> dict[str, tuple[str, ...]]:
    behind: dict[str, tuple[str, ...]] = {}
    for reason in reasons:
        for code in often_given.get(reason, ()):
            if code in valid:
                behind[code] = (*behind.get(code, ()), reason)
    return behind


def _weight(
    code: str,
    reasons: Sequence[str],
    often_given: Mapping[str, tuple[str, ...]],
    offered: Collection[str],
) -> int:
    """Return how likely a piece of advice is: places from the end of each list, and one for an offer."""
    lists = [often_given.get(reason, ()) for reason in reasons]
    places = sum(len(codes) - codes.index(code) for codes in lists if code in codes)
    return places + (1 if code in offered else 0)
