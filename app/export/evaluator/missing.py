"""What a lead's pack lacks: months that laptops did not send, told without saying whose they are."""

from collections import Counter
from collections.abc import Mapping

from app.models.periods import month_name, parse_month
from app.models.team.coverage import Coverage
from app.texts import Text

_NONE = Text(
    "Alle vejlederes computere har sendt deres tal for perioden.",
    "All counsellors' laptops have sent their figures of the period.",
)
_ONE = Text(
    "{month}: 1 vejleders computer har ikke sendt. Dens tal MANGLER.",
    "{month}: 1 counsellor's laptop has not sent. Its figures are MISSING.",
)
_SEVERAL = Text(
    "{month}: {number} vejlederes computere har ikke sendt. Deres tal MANGLER.",
    "{month}: {number} counsellors' laptops have not sent. Their figures are MISSING.",
)
_NOT_OVER = Text(
    "{month} er ikke slut. Ingen har sendt den endnu.",
    "{month} is not over. Nobody has sent it yet.",
)
_GAPS = Text(
    "Fra {number} af vejledernes computere er der breve, der ikke er nået frem. Tallene KAN VÆRE FOR SMÅ.",
    "Letters from {number} of the counsellors' laptops did not arrive. The figures MAY BE TOO SMALL.",
)
_UNKNOWN = Text(
    "{number} af vejledernes computere er først med fra en senere måned; om der er ældre tal, ved ingen.",
    "{number} of the counsellors' laptops began in a later month; whether there are older figures, nobody"
    " knows.",
)


def laptops_lacking(covered: Coverage) -> Mapping[str, int]:
    """Return the months (``YYYY-MM``) that lack laptops, in order, with how many."""
    counted = Counter(month for one in covered.missing for month in one.months)
    return dict(sorted(counted.items()))


def missing_words(covered: Coverage | None) -> tuple[Text, ...]:
    """Return what a lead's pack lacks or may lack, a sentence for each month; none of one's own."""
    if covered is None:
        return ()
    lacking = laptops_lacking(covered)
    told = [
        (_ONE if number == 1 else _SEVERAL).format(month=_month(month), number=number)
        for month, number in lacking.items()
    ]
    told += [_NOT_OVER.format(month=_month(month)) for month in covered.not_over]
    if covered.gaps:
        told.append(_GAPS.format(number=len(covered.gaps)))
    if covered.unknown:
        told.append(_UNKNOWN.format(number=len(covered.unknown)))
    return tuple(told) or (_NONE,)


def _month(month: str) -> Text:
    name = month_name(parse_month(month).first)
    return Text(name.da.capitalize(), name.en)
