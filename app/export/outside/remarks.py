"""What a report says of itself: what it lacks, and why."""

from collections.abc import Collection, Sequence

from app.export.outside.cell_words import span_words, spans_words
from app.export.outside.crowds import is_about_first
from app.export.outside.gaps import Gaps
from app.export.outside.kept import Kept
from app.export.outside.months import Close
from app.export.outside.parts import CONTACTS, Why
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.scopes import PROJECT, Scope
from app.export.outside.selection import Selection
from app.models.periods import month_name
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
_UNDIVIDED = Text(
    "Mennesker til dato er ikke delt op: for få i {months} til at blive delt op alene. De tages med, når"
    " de er mange nok sammen.",
    "People to date are not split: too few in {months} to be split alone. They are taken in when there"
    " are enough together.",
)
_UNDIVIDED_FIRST = Text(
    "Unikke personer til dato er ikke delt op: for få i {months} til at blive delt op alene.",
    "Unique persons to date are not split: too few in {months} to be split alone.",
)
_MISSING = Text(
    "Året til dato er ikke med: {months} er ikke lukket.",
    "The year to date is left out: {months} is not closed.",
)
_ONE_WAITS = Text(
    "En rettelse af {months} venter, så tallene er de gamle: den angår færre end {k} personer{where}, eller"
    " færre end {k}, der tælles som unikke. Den kommer med, når det er mindst {k}.",
    "A correction of {months} waits, so the figures are the old ones: it concerns fewer than {k} persons"
    "{where}, or fewer than {k} who count as unique. It goes out once it is {k} at least.",
)
_WAIT = Text(
    "Rettelser af {months} venter, så tallene er de gamle: hver angår færre end {k} personer{where}, eller"
    " færre end {k}, der tælles som unikke. De kommer med, når det er mindst {k}.",
    "Corrections of {months} wait, so the figures are the old ones: each concerns fewer than {k} persons"
    "{where}, or fewer than {k} who count as unique. They go out once it is {k} at least.",
)
_ONE_STAYS = Text(
    "Rettelsen af {months} er med i hele projektets tal, men ikke her, hvor tallene forbliver de gamle: den"
    " angår færre end {k} personer{where}, eller færre end {k}, der tælles som unikke.",
    "The correction of {months} is in the figures of the whole project, but not here, where the old ones"
    " stay: it concerns fewer than {k} persons{where}, or fewer than {k} who count as unique.",
)
_STAY = Text(
    "Rettelserne af {months} er med i hele projektets tal, men ikke her, hvor tallene forbliver de gamle:"
    " hver angår færre end {k} personer{where}, eller færre end {k}, der tælles som unikke.",
    "The corrections of {months} are in the figures of the whole project, but not here, where the old"
    " ones stay: each concerns fewer than {k} persons{where}, or fewer than {k} who count as unique.",
)
_TO_DATE = Text(
    "Året til dato har rettede tal fra {months}. De står ikke for sig: tal fra {months} er her kun udgivet"
    " i året til dato.",
    "The year to date has corrected figures of {months}. They do not stand by themselves: figures of"
    " {months} were released here in a year to date only.",
)
_HERE_OR_BESIDE = Text(
    " her, eller blandt alle andre i projektet", " here, or among all others of the project"
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
_ONE_GAP = Text(
    "Breve fra 1 vejleders computer er ikke nået frem: tal KAN MANGLE her.",
    "Letters from 1 counsellor's laptop did not arrive: figures MAY BE MISSING here.",
)
_GAPS = Text(
    "Breve fra {number} vejlederes computere er ikke nået frem: tal KAN MANGLE her.",
    "Letters from {number} counsellors' laptops did not arrive: figures MAY BE MISSING here.",
)
_SENTENCES = {
    Why.FEW: Text(
        "Udeladt{period}, fordi de fleste tal ville være skjult, eller fordi tallene ville fortælle det"
        " samme om alle: {tables}.",
        "Left out{period}, as most figures would be withheld, or as they would tell the same of"
        " everybody: {tables}.",
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


_SMALLER_K = Text(
    "Måneden blev beskyttet, da grænsen var {k} personer; den kan ikke beskyttes om.",
    "The month was protected when the limit was {k} persons; that cannot be done again.",
)


def remarks(plan: Kept, selection: Selection, due: int) -> tuple[Text, ...]:
    """Return the sentences of what is left out of a report.

    Args:
        plan: the plan of its month.
        selection: what its readers get of it.
        due: how many persons must be behind a figure by the setting of today.
    """
    gaps, k, found = plan.content.gaps, plan.release.k, list[Text]()
    if k < due:
        found.append(_SMALLER_K.format(k=k))
    about = {is_about_first(family) for family in selection.families if family in SPLITS}
    month = month_name(plan.close.period.first)
    if gaps.unsplit and about:
        found.append(_TOO_FEW.format(k=k, month=month))
    elif gaps.unsplit_first and True in about:
        found.append(_TOO_FEW_FIRST.format(k=k, month=month))
    found += _of_year(gaps, about)
    found += _left_out(plan.close, selection)
    if gaps.missing:
        found.append(_MISSING.format(months=spans_words(gaps.missing)))
    return tuple(found)


def _of_year(gaps: Gaps, about: Collection[bool]) -> list[Text]:
    """Return what the year to date lacks, of all inquiries and of unique persons (``about`` True)."""
    found = []
    if gaps.lacking and False in about:
        words = _UNDIVIDED if gaps.undivided else _LEFT_OUT
        found.append(words.format(months=spans_words(gaps.lacking)))
    said = (gaps.lacking, gaps.undivided) if False in about else ((), False)
    if gaps.lacking_first and True in about and said != (gaps.lacking_first, gaps.undivided_first):
        words = _UNDIVIDED_FIRST if gaps.undivided_first else _LEFT_OUT_FIRST
        found.append(words.format(months=spans_words(gaps.lacking_first)))
    return found


def corrections_missing(
    scope: Scope, waiting: Sequence[str], staying: Sequence[str], k: int
) -> tuple[Text, ...]:
    """Return the sentences of corrected months whose old figures stand in a report.

    Args:
        scope: whose report it is.
        waiting: the months whose correction comes once it concerns enough persons.
        staying: those whose correction is in the figures of the project, and cannot be told of here.
        k: how many persons are enough.
    """
    where = Text("", "") if scope == PROJECT else _HERE_OR_BESIDE
    said = ((waiting, _ONE_WAITS, _WAIT), (staying, _ONE_STAYS, _STAY))
    return tuple(
        (one if len(months) == 1 else several).format(months=spans_words(months), k=k, where=where)
        for months, one, several in said
        if months
    )


def corrections_to_date(months: Sequence[str]) -> tuple[Text, ...]:
    """Return the sentence of corrections that come with the year to date alone; nothing without."""
    return (_TO_DATE.format(months=spans_words(months)),) if months else ()


def laptops_missing(covered: Coverage | None) -> tuple[Text, ...]:
    """Return how many laptops a lead's month lacks, or may lack letters of, without saying whose."""
    if covered is None:
        return ()
    said = ((len(covered.missing), _ONE_LAPTOP, _LAPTOPS), (len(covered.gaps), _ONE_GAP, _GAPS))
    return tuple(
        one if number == 1 else several.format(number=number)
        for number, one, several in said
        if number
    )


def _left_out(close: Close, selection: Selection) -> list[Text]:
    """Return what is left out table by table: a sentence for each reason and period."""
    found = []
    for why, words in _SENTENCES.items():
        keys: dict[str, list[str]] = {}
        for each in selection.left_out:
            if each.reason == why:
                keys.setdefault(each.period, []).append(each.table)
        for span, of_span in keys.items():
            period = _PERIOD.format(period=span_words(span)) if span else Text("", "")
            sentence = words.format(period=period, tables=_joined([_title(k) for k in of_span]))
            if span == close.month and _are_to_date(close, selection, of_span):
                sentence = _SEE_YEAR.format(sentence=sentence)
            found.append(sentence)
    return found


def _are_to_date(close: Close, selection: Selection, keys: Sequence[str]) -> bool:
    """Tell whether all of these stand in the report for the year to date."""
    there = {table.key for table in selection.tables if close.span in table.columns}
    return there.issuperset(keys)


def _title(key: str) -> Text:
    if key in _TITLES:
        return _TITLES[key]
    month = span_words(key.partition(".")[2])
    return Text(f"rettelsen af {month.da}", f"the correction of {month.en}")


def _joined(names: Sequence[Text]) -> Text:
    return Text(
        _listed([name.da for name in names], " og "), _listed([name.en for name in names], " and ")
    )


def _listed(names: list[str], last: str) -> str:
    return last.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
