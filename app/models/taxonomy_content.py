"""The code lists as a whole: read, compared and written at once, as a project package carries them."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from app.models.types import TermKind

if TYPE_CHECKING:
    from app.models.cipher import Database

Code = Annotated[str, Meta(pattern=r"\A[A-Z][A-Z0-9]{0,11}\Z")]
Label = Annotated[str, Meta(min_length=1, max_length=200)]


class Step(StrEnum):
    """How one code goes over into another."""

    RENAME = "rename"
    SPLIT = "split"
    MERGE = "merge"


class GroupContent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of reasons."""

    code: Code
    label_da: Label
    label_en: Label


class LabelContent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a code is called from a day on."""

    valid_from: date
    label_da: Label
    label_en: Label
    short_da: Label
    short_en: Label


class TermContent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One code with all the labels that it ever had, the oldest first; advice has no ``group``."""

    kind: TermKind
    code: Code
    group: Code | None
    valid_from: date
    retired_on: date | None
    labels: Annotated[tuple[LabelContent, ...], Meta(min_length=1, max_length=100)]


class CrosswalkContent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From ``valid_from`` on, what was ``from_code`` is recorded as ``to_code``."""

    kind: TermKind
    from_code: Code
    to_code: Code
    valid_from: date
    change: Step


class SuggestionContent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The advice that is proposed for a reason, the likeliest first."""

    reason: Code
    advice: Annotated[tuple[Code, ...], Meta(min_length=1, max_length=100)]


class TaxonomyContent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that the code lists hold, in the order in which it is shown."""

    groups: Annotated[tuple[GroupContent, ...], Meta(max_length=200)] = ()
    terms: Annotated[tuple[TermContent, ...], Meta(max_length=2000)] = ()
    crosswalk: Annotated[tuple[CrosswalkContent, ...], Meta(max_length=5000)] = ()
    suggestions: Annotated[tuple[SuggestionContent, ...], Meta(max_length=2000)] = ()


def read_content(database: "Database") -> TaxonomyContent:
    """Return the code lists of a store."""
    labels: dict[tuple[str, str], list[LabelContent]] = {}
    for row in database.query("SELECT * FROM term_label ORDER BY kind, code, valid_from"):
        label = msgspec.convert(_only(row, LabelContent), LabelContent, strict=False)
        labels.setdefault((row["kind"], row["code"]), []).append(label)
    advice: dict[str, list[str]] = {}
    for row in database.query("SELECT * FROM advice_suggestion ORDER BY reason_code, position"):
        advice.setdefault(row["reason_code"], []).append(row["advice_code"])
    terms = (
        _only(row, TermContent)
        | {"group": row["group_code"], "labels": labels[row["kind"], row["code"]]}
        for row in database.query("SELECT * FROM term ORDER BY kind DESC, position, code")
    )
    groups = database.query("SELECT * FROM reason_group ORDER BY position, code")
    steps = database.query("SELECT * FROM crosswalk ORDER BY valid_from, kind, from_code, to_code")
    return TaxonomyContent(
        groups=tuple(msgspec.convert(_only(row, GroupContent), GroupContent) for row in groups),
        terms=tuple(msgspec.convert(term, TermContent, strict=False) for term in terms),
        crosswalk=tuple(msgspec.convert(row, CrosswalkContent, strict=False) for row in steps),
        suggestions=tuple(SuggestionContent(reason=r, advice=tuple(a)) for r, a in advice.items()),
    )


def write_content(database: "Database", content: TaxonomyContent) -> None:
    """Let a store have these code lists; call it inside a transaction.

    Codes that ``content`` does not name stay, behind the others: contacts may be counted by them.
    """
    database.execute("UPDATE reason_group SET position = position + ?", (len(content.groups),))
    for position, group in enumerate(content.groups):
        database.execute(
            "INSERT INTO reason_group (code, position, label_da, label_en) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (code) DO UPDATE SET position = excluded.position,"
            " label_da = excluded.label_da, label_en = excluded.label_en",
            (group.code, position, group.label_da, group.label_en),
        )
    database.execute("UPDATE term SET position = position + ?", (len(content.terms),))
    for position, term in enumerate(content.terms):
        _write_term(database, term, position)
    database.execute("DELETE FROM crosswalk")
    for step in content.crosswalk:
        database.execute(
            "INSERT INTO crosswalk (kind, from_code, to_code, valid_from, change)"
            " VALUES (?, ?, ?, ?, ?)",
            (step.kind, step.from_code, step.to_code, step.valid_from.isoformat(), step.change),
        )
    database.execute("DELETE FROM advice_suggestion")
    for row in content.suggestions:
        for position, code in enumerate(row.advice):
            database.execute(
                "INSERT INTO advice_suggestion (reason_code, advice_code, position)"
                " VALUES (?, ?, ?)",
                (row.reason, code, position),
            )


def _write_term(database: "Database", term: TermContent, position: int) -> None:
    retired = term.retired_on.isoformat() if term.retired_on else None
    database.execute(
        "INSERT INTO term (kind, code, group_code, position, valid_from, retired_on)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, code) DO UPDATE SET"
        " group_code = excluded.group_code, position = excluded.position,"
        " valid_from = excluded.valid_from, retired_on = excluded.retired_on",
        (term.kind, term.code, term.group, position, term.valid_from.isoformat(), retired),
    )
    key = (term.kind, term.code)
    database.execute("DELETE FROM term_label WHERE kind = ? AND code = ?", key)
    for label in term.labels:
        words = (label.label_da, label.label_en, label.short_da, label.short_en)
        database.execute(
            "INSERT INTO term_label"
            " (kind, code, valid_from, label_da, label_en, short_da, short_en)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*key, label.valid_from.isoformat(), *words),
        )


def _only(row: dict[str, object], wanted: type[msgspec.Struct]) -> dict[str, object]:
    return {name: row[name] for name in wanted.__struct_fields__ if name in row}
