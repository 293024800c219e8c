"""What a report says of itself: what it lacks, and why."""

from app.export.outside.crowds import is_about_first
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.told import Told
from app.models.periods import month_name, parse_month
from app.texts import Text

_TOO_FEW = Text(
    "Færre end {k} personer i {month} kunne kendes på tallene: måneden er ikke delt op.",
    "Fewer than {k} persons in {month} could be known by the figures: the month is not split.",
)
_TOO_FEW_FIRST = Text(
    "Færre end {k} unikke personer i {month} kunne kendes på tallene: de er ikke delt op.",
    "Fewer than {k} unique persons in {month} could be known by the figures: they are not split.",
)
_LEFT_OUT = Text(
    "Tabellerne om mennesker til dato er uden {months}: for få til at blive delt op alene. De tages"
    " med, når de er mange nok sammen.",
    "The tables about people to date are without {months}: too few to be split alone. They are taken"
    " in when there are enough together.",
)
_LEFT_OUT_FIRST = Text(
    "Unikke personer til dato er uden {months}: for få til at blive delt op alene.",
    "Unique persons to date are without {months}: too few to be split alone.",
)
_MISSING = Text(
    "Året til dato er ikke med: {months} er ikke lukket.",
    "The year to date is left out: {months} is not closed.",
)
_ONE_WAITS = Text(
    "1 rettelse venter, fordi den angår for få.",
    "1 correction waits, as it concerns too few.",
)
_WAIT = Text(
    "{number} rettelser venter, fordi de hver angår for få.",
    "{number} corrections wait, as each concerns too few.",
)


def remarks(told: Told, families: frozenset[Family], k: int, waiting: int) -> tuple[Text, ...]:
    """Return the sentences of what is left out of a report."""
    found = []
    about = {is_about_first(family) for family in families if family in SPLITS}
    month = month_name(told.close.period.first)
    if not told.months[False] and about:
        found.append(_TOO_FEW.format(k=k, month=month))
    elif not told.months[True] and True in about:
        found.append(_TOO_FEW_FIRST.format(k=k, month=month))
    lacking = told.left_out(first=False)
    if lacking and False in about:
        found.append(_LEFT_OUT.format(months=_named(lacking)))
    lacking_first = told.left_out(first=True)
    if lacking_first and lacking_first != lacking and True in about:
        found.append(_LEFT_OUT_FIRST.format(months=_named(lacking_first)))
    if told.missing:
        found.append(_MISSING.format(months=_named(told.missing)))
    if waiting:
        found.append(_ONE_WAITS if waiting == 1 else _WAIT.format(number=waiting))
    return tuple(found)


def _named(months: "tuple[str, ...] | list[str]") -> Text:
    names = [month_name(parse_month(month).first) for month in months]
    return Text(
        _listed([name.da for name in names], " og "), _listed([name.en for name in names], " and ")
    )


def _listed(names: list[str], last: str) -> str:
    return last.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
