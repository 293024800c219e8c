"""What a cell is called among people: its figure, whose it is, and its period."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.export.disclosure.recomputing import ACTIVITY_MARK
from app.export.outside.months import VISITS
from app.export.outside.scopes import Kind, Scope
from app.models import words
from app.models.frozen import Frozen
from app.models.frozen_cells import Measure
from app.models.periods import Period, month_name, parse_month
from app.models.tallies import NOT_TOLD
from app.models.words import NOT_TOLD as NOT_TOLD_WORDS
from app.texts import Text

_TITLES = {
    VISITS: Text("Fremmøder", "Visits"),
    Measure.CONTACTS: Text("Henvendelser", "Inquiries"),
    Measure.GENDER: Text("Køn", "Gender"),
    Measure.AGE: Text("Alder", "Age"),
    Measure.SECTOR: Text("Sektor", "Sector"),
    Measure.ROLE: Text("Rolle", "Role"),
    Measure.SICK_LEAVE: Text("Sygefravær", "Sick leave"),
    Measure.CHANNEL: Text("Form", "Channel"),
    Measure.REASONS_ALL_TOTAL: Text("Årsager", "Reasons"),
    Measure.REASONS_ALL_GROUP: Text("Årsagsgruppe", "Reason group"),
    Measure.REASONS_ALL_CODE: Text("Årsag", "Reason"),
    Measure.ADVICE_ALL_TOTAL: Text("Råd", "Advice"),
    Measure.ADVICE_ALL_CODE: Text("Råd", "Advice"),
    "outside": Text("Henvendelser uden arbejdsplads", "Inquiries without a workplace"),
    "new": Text("Unikke personer", "Unique persons"),
}
_REST = re.compile(r"~[^|~]*$")
_ALL_CODES = {"all", "total", "held"}


_SPAN = 3
"""How many months that follow on one another are told of as a span."""

_MOST_NAMED = 2
"""So many months are named in the heading of a column that lacks them; a span is named by two."""


def cell_words(name: str, frozen: Frozen) -> Text:
    """Return a cell, or a release, in words; what is not known by a word stands as its code."""
    if "|" not in name:
        return Text(name, name)
    # An organisation may be called anything, so what follows its name is taken from the end.
    plain = name.removesuffix(ACTIVITY_MARK)
    rest = _REST.search(plain)
    plain = plain[: rest.start()].removesuffix(ACTIVITY_MARK) if rest else plain
    scope_key, span, measure, edited = plain.rsplit("|", 3)
    code, _, marks = edited.partition("@")
    edition = [mark for mark in marks.split(",") if mark and not mark.startswith("-")]
    title = title_words(measure)
    figure = title if code in _ALL_CODES else _joined(": ", title, code_words(measure, code))
    whole = _joined(", ", figure, _place(scope_key, frozen), span_words(span))
    if edition:
        whole = _joined(" ", whole, Text("(rettet)", "(corrected)"))
    if rest:
        return Text(
            f"det, andre udgivne tal mangler i: {whole.da}",
            f"what other released figures lack of: {whole.en}",
        )
    return whole


def title_words(measure: str) -> Text:
    """Return what the figures of a measure are called."""
    return _TITLES.get(measure, Text(measure, measure))


def _joined(between: str, *texts: Text | None) -> Text:
    there = [text for text in texts if text is not None]
    return Text(between.join(t.da for t in there), between.join(t.en for t in there))


def _place(key: str, frozen: Frozen) -> Text | None:
    if ":" not in key:
        return None
    scope = Scope.of(key)
    names = {place.code: place.name for place in frozen.places}
    name = names.get(scope.name, scope.name) if scope.kind is Kind.PLACE else scope.name
    return Text(name, name)


def span_words(span: str) -> Text:
    """Return a month, a year to date or a quarter in words."""
    if ".." in span:
        return Period.year_to_date(parse_month(span.partition("..")[2]).last).label
    if "+" in span:
        return _joined(" + ", *(month_name(parse_month(each).first) for each in span.split("+")))
    if "-Q" in span:
        year, _, number = span.partition("-Q")
        return Text(f"{number}. kvartal {year}", f"quarter {number} of {year}")
    return month_name(parse_month(span).first)


def spans_words(months: Sequence[str]) -> Text:
    """Return months in their order in words, those that follow on one another as a span."""
    return _and_words(_names(months))


def without_words(months: Sequence[str]) -> Text:
    """Return that a year to date lacks months, as it follows on its name and its year.

    Where there are many of them, it is their number: a heading has to stay one.
    """
    names = [Text(*(each.rpartition(" ")[0] for each in name)) for name in _names(months)]
    if len(names) > 1 and len(months) > _MOST_NAMED:
        return Text(f"uden {len(months)} måneder", f"without {len(months)} months")
    return _joined(" ", Text("uden", "without"), _and_words(names))


def _names(months: Sequence[str]) -> list[Text]:
    runs: list[list[str]] = []
    for month in months:
        if runs and _months_between(runs[-1][-1], month) == 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return [name for run in runs for name in _run_words(run)]


def _and_words(names: Sequence[Text]) -> Text:
    return Text(_listed([n.da for n in names], " og "), _listed([n.en for n in names], " and "))


def _months_between(first: str, last: str) -> int:
    return 12 * (int(last[:4]) - int(first[:4])) + int(last[5:]) - int(first[5:])


def _run_words(run: Sequence[str]) -> list[Text]:
    """Return a span from its first to its last month; two months are named each."""
    names = [month_name(parse_month(month).first) for month in run]
    if len(names) < _SPAN:
        return names
    first, last = names[0], names[-1]
    if run[0][:4] == run[-1][:4]:
        first = Text(*(name.rpartition(" ")[0] for name in first))
    return [_joined(" – ", first, last)]


def _listed(names: Sequence[str], last: str) -> str:
    *before, end = names
    return f"{', '.join(before)}{last}{end}" if before else end


def code_words(measure: str, code: str) -> Text:
    """Return a code of a closed vocabulary in words."""
    if code == NOT_TOLD:
        return NOT_TOLD_WORDS
    return _NAMES.get(measure, {}).get(code, Text(code, code))


def _by_code(vocabulary: Mapping[Any, Text]) -> dict[str, Text]:
    return {str(code): text for code, text in vocabulary.items()}


_NAMES: Mapping[str, Mapping[str, Text]] = {
    Measure.CONTACTS: _by_code(words.KINDS),
    Measure.GENDER: _by_code(words.GENDERS),
    Measure.AGE: _by_code(words.AGE_BANDS),
    Measure.SECTOR: _by_code(words.SECTORS),
    Measure.ROLE: _by_code(words.ROLES),
    Measure.SICK_LEAVE: _by_code(words.SICK_LEAVES),
    Measure.CHANNEL: _by_code(words.CHANNELS),
    VISITS: {
        "zero": Text("uden henvendelser", "without inquiries"),
        "minutes": Text("timer", "hours"),
    },
}
