"""Whether code lists fit together."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from app.errors import Problem
from app.models.taxonomy_content import TaxonomyContent, TermContent
from app.models.types import TermKind
from app.texts import Text

_NO_CODE = Text("En kode er ikke med i kodelisten.", "A code is not in the code list.")


def content_problems(content: TaxonomyContent) -> Iterator[Problem]:
    """Yield what does not fit together in code lists, and where."""
    steps = ((one.kind, one.from_code, one.to_code) for one in content.crosswalk)
    yield from twice("groups", (one.code for one in content.groups))
    yield from twice("terms", ((one.kind, one.code) for one in content.terms))
    yield from twice("crosswalk", steps)
    yield from twice("suggestions", (one.reason for one in content.suggestions))
    groups = {group.code for group in content.groups}
    codes = {(term.kind, term.code) for term in content.terms}
    for number, term in enumerate(content.terms):
        where = f"terms[{number}]"
        grouped = term.group in groups if term.kind is TermKind.REASON else term.group is None
        group = Text("Koden har ikke den gruppe, den skal have.", "The code has a wrong group.")
        yield from _unless(grouped, where, group)
        days = [label.valid_from for label in term.labels]
        order = Text("Navnene er ikke i orden efter dato.", "The labels are not in order of date.")
        yield from _unless(days == sorted(set(days)), where, order)
    for number, step in enumerate(content.crosswalk):
        known = {(step.kind, step.from_code), (step.kind, step.to_code)} <= codes
        yield from _unless(known, f"crosswalk[{number}]", _NO_CODE)
        itself = Text("En kode går over i sig selv.", "A code goes over into itself.")
        yield from _unless(step.from_code != step.to_code, f"crosswalk[{number}]", itself)
    for number, row in enumerate(content.suggestions):
        named = {(TermKind.REASON, row.reason), *((TermKind.ADVICE, one) for one in row.advice)}
        known = named <= codes and len(named) == len(row.advice) + 1
        yield from _unless(known, f"suggestions[{number}]", _NO_CODE)


def rewritten_history(
    before: TaxonomyContent, after: TaxonomyContent, today: date
) -> Iterator[Problem]:
    """Yield where ``after`` says something else about days that have been: figures rest on those."""
    terms = {(term.kind, term.code): (n, term) for n, term in enumerate(after.terms)}
    groups = {group.code for group in after.groups}
    gone = Text(
        "Den mangler. En kode slettes ikke; den udgår fra en dag (retired_on).",
        "It is missing. A code is not deleted; it is retired from a day on (retired_on).",
    )
    for group in before.groups:
        yield from _unless(group.code in groups, group.code, gone)
    for old in before.terms:
        if (old.kind, old.code) not in terms:
            yield Problem(old.code, gone)
            continue
        number, term = terms[old.kind, old.code]
        yield from _changed_past(f"terms[{number}] {term.code}", old, term, today)


def _changed_past(where: str, old: TermContent, new: TermContent, today: date) -> Iterator[Problem]:
    moved = Text(
        "En kode flyttes ikke til en anden gruppe. Lad den udgå, og lav en ny.",
        "A code does not move to another group. Retire it and make a new one.",
    )
    yield from _unless(old.group == new.group, where, moved)
    begun = Text("Den er begyndt; datoen ændres ikke.", "It has begun; its date does not change.")
    same_start = old.valid_from == new.valid_from or old.valid_from > today
    yield from _unless(same_start, where, begun)
    past = tuple(label for label in old.labels if label.valid_from <= today)
    told = tuple(label for label in new.labels if label.valid_from <= today)
    renamed = Text(
        "Et navn, der har gældt, ændres ikke. Giv koden et nyt navn fra i morgen eller senere.",
        "A label that has been used does not change. Give the code another from tomorrow or later.",
    )
    yield from _unless(past == told, where, renamed)


def twice(where: str, values: Iterable[object]) -> Iterator[Problem]:
    """Yield a problem for every value that is there more than once."""
    for value, count in Counter(values).items():
        parts = value if isinstance(value, tuple) else (value,)
        told = " ".join(str(part) for part in parts)
        text = Text(f"»{told}« er der to gange.", f"“{told}” is there twice.")
        yield from _unless(count == 1, where, text)


def _unless(holds: bool, field: str, text: Text) -> Iterator[Problem]:
    if not holds:
        yield Problem(field, text)
