"""What is different between two versions of the code lists, in words."""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from app.models.taxonomy_content import (
    CrosswalkContent,
    LabelContent,
    Step,
    TaxonomyContent,
    TermContent,
)
from app.models.types import TermKind
from app.models.words import short_date
from app.texts import Text


class Sort(StrEnum):
    """What happened to a code."""

    NEW = "new"
    RETIRED = "retired"
    DATED = "dated"
    RENAMED = "renamed"
    CORRECTED = "corrected"
    REGROUPED = "regrouped"
    REPLACED = "replaced"
    SPLIT = "split"
    MERGED = "merged"
    GROUP = "group"
    SUGGESTED = "suggested"


class TaxonomyChange(msgspec.Struct, frozen=True, kw_only=True):
    """One change of the code lists; ``codes`` are those it is about, the old ones first."""

    sort: Sort
    codes: tuple[str, ...]
    text: Text


_STEPS = {Step.RENAME: Sort.REPLACED, Step.SPLIT: Sort.SPLIT, Step.MERGE: Sort.MERGED}
Key = tuple[TermKind, str]


def taxonomy_changes(before: TaxonomyContent, after: TaxonomyContent) -> tuple[TaxonomyChange, ...]:
    """Return what ``after`` changes; codes that it does not name stay and are not told."""
    return (
        *_groups(before, after),
        *_terms(before, after),
        *_steps(before, after),
        *_suggestions(before, after),
    )


def _groups(before: TaxonomyContent, after: TaxonomyContent) -> Iterator[TaxonomyChange]:
    known = {group.code: group for group in before.groups}
    for group in after.groups:
        if known.get(group.code) != group:
            yield TaxonomyChange(
                sort=Sort.GROUP,
                codes=(group.code,),
                text=Text(
                    f"Gruppen {group.code} hedder »{group.label_da}«.",
                    f"The group {group.code} is called “{group.label_en}”.",
                ),
            )


def _terms(before: TaxonomyContent, after: TaxonomyContent) -> Iterator[TaxonomyChange]:
    known: dict[Key, TermContent] = {(term.kind, term.code): term for term in before.terms}
    groups = {group.code: group for group in after.groups}
    for term in after.terms:
        old = known.get((term.kind, term.code))
        if old is None:
            yield _change(
                Sort.NEW,
                term,
                f"er ny fra {short_date(term.valid_from)}",
                f"is new from {short_date(term.valid_from)}",
            )
            continue
        yield from _labels(old, term)
        if term.group != old.group and term.group is not None:
            group = groups.get(term.group)
            da, en = (group.label_da, group.label_en) if group else (term.group, term.group)
            yield _change(Sort.REGROUPED, term, f"hører nu til »{da}«", f"now belongs to “{en}”")
        if term.retired_on != old.retired_on:
            yield _retirement(term)
        elif term.valid_from != old.valid_from:
            day = short_date(term.valid_from)
            yield _change(Sort.DATED, term, f"gælder nu fra {day}", f"now counts from {day}")


def _retirement(term: TermContent) -> TaxonomyChange:
    if term.retired_on is None:
        return _change(Sort.DATED, term, "kan vælges igen", "can be chosen again")
    day = short_date(term.retired_on)
    return _change(
        Sort.RETIRED,
        term,
        f"kan ikke vælges fra {day}; tidligere henvendelser tælles som før",
        f"cannot be chosen from {day}; earlier contacts are counted as before",
    )


def _labels(old: TermContent, term: TermContent) -> Iterator[TaxonomyChange]:
    known = {label.valid_from: label for label in old.labels}
    last = old.labels[-1]
    for label in term.labels:
        same = known.get(label.valid_from)
        if same is None:
            day = short_date(label.valid_from)
            yield _named(Sort.RENAMED, term, last, label, f"fra {day} ", f"from {day} ")
        elif same != label:
            yield _named(Sort.CORRECTED, term, same, label, "", "")


def _named(
    sort: Sort, term: TermContent, old: LabelContent, new: LabelContent, da: str, en: str
) -> TaxonomyChange:
    return TaxonomyChange(
        sort=sort,
        codes=(term.code,),
        text=Text(
            f"{term.code} hedder {da}»{new.label_da}« (før: »{old.label_da}«).",
            f"{term.code} is {en}called “{new.label_en}” (before: “{old.label_en}”).",
        ),
    )


def _change(sort: Sort, term: TermContent, da: str, en: str) -> TaxonomyChange:
    label = term.labels[-1]
    return TaxonomyChange(
        sort=sort,
        codes=(term.code,),
        text=Text(f"{term.code} »{label.label_da}« {da}.", f"{term.code} “{label.label_en}” {en}."),
    )


def _steps(before: TaxonomyContent, after: TaxonomyContent) -> Iterator[TaxonomyChange]:
    """Yield each split, merger and replacement once, however many rows the crosswalk has for it."""
    known = set(before.crosswalk)
    told: dict[tuple[object, ...], list[CrosswalkContent]] = {}
    for row in after.crosswalk:
        one = row.to_code if row.change is Step.MERGE else row.from_code
        told.setdefault((row.kind, row.change, row.valid_from, one), []).append(row)
    for rows in told.values():
        if known.issuperset(rows):
            continue
        first = rows[0]
        old = tuple(dict.fromkeys(row.from_code for row in rows))
        new = tuple(dict.fromkeys(row.to_code for row in rows))
        day = short_date(first.valid_from)
        verb_da, verb_en = {
            Step.RENAME: ("bliver til", "becomes"),
            Step.SPLIT: ("deles i", "is split into"),
            Step.MERGE: ("samles i", "are merged into"),
        }[first.change]
        yield TaxonomyChange(
            sort=_STEPS[first.change],
            codes=(*old, *new),
            text=Text(
                f"{_listed(old, 'og')} {verb_da} {_listed(new, 'og')} fra {day}.",
                f"{_listed(old, 'and')} {verb_en} {_listed(new, 'and')} from {day}.",
            ),
        )


def _suggestions(before: TaxonomyContent, after: TaxonomyContent) -> Iterator[TaxonomyChange]:
    known = {row.reason: row.advice for row in before.suggestions}
    now = {row.reason: row.advice for row in after.suggestions}
    for reason in sorted(known.keys() | now.keys()):
        if known.get(reason) != now.get(reason):
            advice = now.get(reason, ())
            yield TaxonomyChange(
                sort=Sort.SUGGESTED,
                codes=(reason, *advice),
                text=Text(
                    f"Til {reason} foreslås nu {_listed(advice, 'og') or 'intet'}.",
                    f"For {reason}, {_listed(advice, 'and') or 'nothing'} is proposed now.",
                ),
            )


def _listed(codes: tuple[str, ...], word: str) -> str:
    *others, last = codes or ("",)
    return f"{', '.join(others)} {word} {last}" if others else last
