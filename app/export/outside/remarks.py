"""What a report says of itself: what it lacks, and why."""

from collections.abc import Sequence

from app.export.outside.cell_words import span_words
from app.export.outside.crowds import is_about_first
from app.export.outside.layout import Contents
from app.export.outside.parts import CONTACTS, Part, Why, Without, in_order
from app.export.outside.profiles import SPLITS, Family
from app.models.periods import month_name, parse_month
from app.models.team.coverage import Coverage
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
_ONE_LAPTOP = Text(
    "1 vejleders computer havde ikke sendt måneden, da den blev lukket: dens tal MANGLER her.",
    "1 counsellor's laptop had not sent the month when it was closed: its figures are MISSING here.",
)
_LAPTOPS = Text(
    "{number} vejlederes computere havde ikke sendt måneden, da den blev lukket: deres tal MANGLER her.",
    "{number} counsellors' laptops had not sent the month when it was closed: their figures are"
    " MISSING here.",
)
_SENTENCES = {
    Why.FEW: Text(
        "Udeladt{period}, fordi de fleste tal ville være skjult: {tables}.",
        "Left out{period}, as most figures would be withheld: {tables}.",
    ),
    Why.TOGETHER: Text(
        "Udeladt{period}, fordi de sammen med det, der er udgivet før, ville fortælle om for få:"
        " {tables}.",
        "Left out{period}, as together with what went out before they would tell of too few:"
        " {tables}.",
    ),
}
_PERIOD = Text(" for {period}", " of {period}")
_SEE_YEAR = Text("{sentence} Se året til dato.", "{sentence} See the year to date.")
_TITLES = {
    CONTACTS: Text("antallet af henvendelser", "the number of inquiries"),
    Family.PLACES: Text("de enkelte arbejdspladser", "the single workplaces"),
    Family.KINDS: Text("henvendelsernes art", "kinds of inquiries"),
    Family.GENDER: Text("køn", "gender"),
    Family.AGE: Text("alder", "age"),
    Family.SECTOR: Text("sektor", "sector"),
    Family.ROLE: Text("rolle", "role"),
    Family.SICK_LEAVE: Text("sygefravær", "sick leave"),
    Family.CHANNEL: Text("form", "channel"),
    Family.GROUPS: Text("årsagsgrupper", "reason groups"),
    Family.REASONS: Text("årsager", "reasons"),
    Family.ADVICE: Text("råd", "advice"),
    Family.QUARTER: Text(
        "årsagsgrupper pr. arbejdsplads i kvartalet", "reason groups by workplace of the quarter"
    ),
}


def remarks(contents: Contents, without: Without, k: int, waiting: int) -> tuple[Text, ...]:
    """Return the sentences of what is left out of a report."""
    told, found = contents.told, []
    about = {is_about_first(family) for family in contents.families if family in SPLITS}
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
    found += _left_out(contents, without)
    if told.missing:
        found.append(_MISSING.format(months=_named(told.missing)))
    if waiting:
        found.append(_ONE_WAITS if waiting == 1 else _WAIT.format(number=waiting))
    return tuple(found)


def laptops_missing(covered: Coverage | None) -> tuple[Text, ...]:
    """Return how many laptops a lead's month lacks, without saying whose to readers outside."""
    number = len(covered.missing) if covered is not None else 0
    if not number:
        return ()
    return (_ONE_LAPTOP if number == 1 else _LAPTOPS.format(number=number),)


def _left_out(contents: Contents, without: Without) -> list[Text]:
    """Return what is left out table by table: a sentence for each reason and period."""
    close, found = contents.told.close, []
    for why, words in _SENTENCES.items():
        parts: dict[str, list[Part]] = {}
        for part in in_order(without, close):
            if without[part] is why:
                parts.setdefault(part.span, []).append(part)
        for span, of_span in parts.items():
            titles = [_title(part) for part in of_span]
            period = _PERIOD.format(period=span_words(span)) if span else Text("", "")
            sentence = words.format(period=period, tables=_joined(titles))
            if span == close.month and _are_to_date(contents, of_span):
                sentence = _SEE_YEAR.format(sentence=sentence)
            found.append(sentence)
    return found


def _are_to_date(contents: Contents, parts: Sequence[Part]) -> bool:
    """Tell whether all of these stand in the report for the year to date."""
    families = [Family(part.key) for part in parts if part.key in SPLITS]
    blocks = contents.told.blocks
    return len(families) == len(parts) and all(
        blocks[is_about_first(family)]
        and family in contents.split(contents.told.close.span, first=is_about_first(family))
        for family in families
    )


def _title(part: Part) -> Text:
    if part.key in _TITLES:
        return _TITLES[part.key]
    month = span_words(part.key.partition(".")[2])
    return Text(f"rettelsen af {month.da}", f"the correction of {month.en}")


def _named(months: Sequence[str]) -> Text:
    return _joined([month_name(parse_month(month).first) for month in months])


def _joined(names: Sequence[Text]) -> Text:
    return Text(
        _listed([name.da for name in names], " og "), _listed([name.en for name in names], " and ")
    )


def _listed(names: list[str], last: str) -> str:
    return last.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
