"""What a lead's figures cover: which laptops' months are in them, and which are still missing.

A sum over all counsellors is not to be read without it: where somebody has not sent a month, it is too
small, and nothing in it shows.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from app.models.clock import local_today
from app.models.periods import Period, month_name, parse_month
from app.models.sorting import danish_key
from app.models.team.laptops import Laptops
from app.models.team.lost_letters import lost_letters
from app.models.team.senders import expected_senders
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_MOST_NAMED = 12
"""Laptops that a sentence names; of more it says how many."""

_MOST_MONTHS = 3

_MISSING = Text("Her MANGLER: {laptops}.", "MISSING here: {laptops}.")
_NONE_AWAITED = Text("Ingen måned, der ventes, mangler.", "No month that is expected is missing.")
_GAPS = Text(
    "Breve, der ikke er nået frem: {laptops}. Tallene KAN VÆRE FOR SMÅ.",
    "Letters that did not arrive: {laptops}. The figures MAY BE TOO SMALL.",
)
_UNKNOWN = Text(
    "Fra før computerens første måned her, så ingen ved, om der er tal: {laptops}.",
    "From before the laptop's first month here, so nobody knows whether there are figures: {laptops}.",
)

# The plus keeps SQLite to the index of laptop and month, in which all is there that is asked for.
_HERE = "SELECT source, month FROM reported_month WHERE +month BETWEEN ? AND ?"
_HERE_THEN = """
SELECT DISTINCT device, month FROM reported_letter
WHERE month BETWEEN ? AND ? AND verdict <> 'forked' AND received_at <= ?
"""


class Missing(msgspec.Struct, frozen=True, kw_only=True):
    """A laptop that should have sent, and the months (``YYYY-MM``) of the period that did not come."""

    laptop: str
    months: tuple[str, ...]


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """A laptop of which letters did not come, and their numbers; before each of them more may lack."""

    laptop: str
    letters: tuple[int, ...]


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What of a period is here: the laptops of which a month is, and what is missing of it.

    ``not_over`` are months of the period that go on; nobody has sent them yet. ``unknown`` are months
    that are over and from before anything is expected of a laptop: whether it has figures of them,
    nobody knows here. ``gaps`` are letters that are not here today and may tell of the period.
    """

    laptops: tuple[str, ...]
    missing: tuple[Missing, ...]
    not_over: tuple[str, ...]
    unknown: tuple[Missing, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def is_lacking(self) -> bool:
        """Whether figures are too small: a month is missing or goes on, or a letter did not come."""
        return bool(self.missing or self.not_over or self.gaps)


def coverage(store: "Store", period: Period, *, until: str = "") -> Coverage | None:
    """Return what the figures of a period cover; None in a store that is not a lead's.

    ``until`` is a stamp: what came after it is not in the figures, as in those of a closed month.
    """
    if not store.settings.is_lead:
        return None
    laptops, today = Laptops(store), local_today(store.clock)
    months = [month for month in _months(period) if month.first <= today]
    over = {_key(month) for month in months if month.last < today}
    here = _here(store, laptops, period, until)
    wanted = {_key(month) for month in months}
    sources = {source for source, month in here if month in wanted}
    missing, unknown = [], []
    for sender in expected_senders(store):
        name = laptops.name(sender.source)
        absent = [month for month in sorted(over) if (sender.source, month) not in here]
        if lacking := tuple(month for month in absent if sender.since <= month):
            missing.append(Missing(laptop=name, months=lacking))
        if before := tuple(month for month in absent if month < sender.since):
            unknown.append(Missing(laptop=name, months=before))
    return Coverage(
        laptops=tuple(sorted(map(laptops.name, sources), key=danish_key)),
        missing=tuple(sorted(missing, key=lambda one: danish_key(one.laptop))),
        not_over=tuple(sorted(wanted - over)),
        unknown=tuple(sorted(unknown, key=lambda one: danish_key(one.laptop))),
        gaps=letter_gaps(store, laptops, period),
    )


def letter_gaps(store: "Store", laptops: Laptops, period: Period) -> tuple[Gap, ...]:
    """Return the laptops of which letters are not here that may tell of a period, by name."""
    lost: dict[str, list[int]] = {}
    for one in lost_letters(store):
        if f"{period.first:%Y-%m}" <= one.latest:
            lost.setdefault(laptops.name(laptops.source(one.device)), []).append(one.seq)
    return tuple(
        Gap(laptop=name, letters=tuple(lost[name])) for name in sorted(lost, key=danish_key)
    )


def coverage_words(covered: Coverage) -> Text:
    """Return what figures cover, in a few sentences: who is in them, and what is or may be missing."""
    sentences = [_from_whom(covered.laptops)]
    if covered.missing:
        sentences.append(
            _MISSING.format(laptops=_named([_lacking(one) for one in covered.missing]))
        )
    elif covered.laptops and not covered.gaps:
        # A letter that did not come may hold a month, so nothing is said to be complete beside one.
        none = Text("Ingen måned mangler.", "No month is missing.")
        sentences.append(_NONE_AWAITED if covered.unknown else none)
    if covered.gaps:
        sentences.append(_GAPS.format(laptops=_named([_not_come(one) for one in covered.gaps])))
    if covered.unknown:
        sentences.append(
            _UNKNOWN.format(laptops=_named([_lacking(one) for one in covered.unknown]))
        )
    if covered.not_over:
        months = _listed(covered.not_over)
        sentences.append(Text(f"Ikke slut endnu: {months.da}.", f"Not over yet: {months.en}."))
    return Text(" ".join(one.da for one in sentences), " ".join(one.en for one in sentences))


def _from_whom(laptops: Sequence[str]) -> Text:
    if not laptops:
        return Text(
            "Ingen vejleder har sendt tal for perioden.",
            "No counsellor has sent figures of the period.",
        )
    named = ", ".join(laptops[:_MOST_NAMED])
    more = len(laptops) - _MOST_NAMED
    if more > 0:
        return Text(
            f"Tallene er samlet fra {len(laptops)} vejlederes computere: {named} og {more} mere.",
            f"The figures come from the laptops of {len(laptops)} counsellors: {named} and {more} more.",
        )
    if len(laptops) == 1:
        return Text(
            f"Tallene er fra én vejleders computer: {named}.",
            f"The figures come from the laptop of one counsellor: {named}.",
        )
    return Text(
        f"Tallene er samlet fra {len(laptops)} vejlederes computere: {named}.",
        f"The figures come from the laptops of {len(laptops)} counsellors: {named}.",
    )


def _named(told: Sequence[Text]) -> Text:
    """Return what is said of laptops one after the other; of many of them how many more."""
    shown, more = list(told[:_MOST_NAMED]), len(told) - _MOST_NAMED
    if more > 0:
        shown.append(Text(f"{more} computere mere", f"{more} more laptops"))
    return Text("; ".join(one.da for one in shown), "; ".join(one.en for one in shown))


def _not_come(one: Gap) -> Text:
    count = len(one.letters)
    return Text(f"{one.laptop} mindst {count}", f"{one.laptop} at least {count}")


def _lacking(one: Missing) -> Text:
    months = _listed(one.months)
    return Text(f"{one.laptop} {months.da}", f"{one.laptop} {months.en}")


def _listed(months: Sequence[str]) -> Text:
    """Return months by their names; of more than three the first, the last, and how many."""
    names = [month_name(parse_month(month).first) for month in months]
    if len(names) > _MOST_MONTHS:
        first, last, count = names[0], names[-1], len(names)
        return Text(
            f"{count} måneder fra {first.da} til {last.da}",
            f"{count} months from {first.en} to {last.en}",
        )
    return Text(", ".join(one.da for one in names), ", ".join(one.en for one in names))


def _here(store: "Store", laptops: Laptops, period: Period, until: str) -> set[tuple[str, str]]:
    """Return the laptops and months of a period that are here, or were when a month was closed."""
    first, last = f"{period.first:%Y-%m}", f"{period.last:%Y-%m}"
    if not until:
        rows = store.database.execute(_HERE, (first, last)).fetchall()
        return {(source, month) for source, month in rows}
    rows = store.database.execute(_HERE_THEN, (first, last, until)).fetchall()
    return {(laptops.source(device), month) for device, month in rows}


def _months(period: Period) -> Iterator[Period]:
    day = period.first.replace(day=1)
    while day <= period.last:
        month = Period.month(day)
        yield month
        day = month.last + timedelta(days=1)


def _key(month: Period) -> str:
    return f"{month.first:%Y-%m}"
