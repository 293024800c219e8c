"""A release as a file: its figures, those of all earlier releases, and the certificate.

The format ``vejviser-release/1`` is described in docs/release-json.md.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from app.errors import UserError
from app.export.disclosure.certificate import Certificate
from app.export.disclosure.check_release import FORMAT, LARGEST
from app.export.disclosure.ledger import Figure, Ledger, Mode, Release, Table
from app.export.disclosure.model import Relation, State
from app.texts import Text


class NotARelease(UserError):
    """A file does not hold releases in the format that this program writes."""


class ReadRelease(msgspec.Struct, frozen=True):
    """What stood in a file: the releases, the oldest first, and the certificate if there is one."""

    releases: tuple[Release, ...]
    certificate: Certificate | None


LeftOut = Mapping[str, str]
"""A table that the last release lacks: ``table``, ``period`` (empty: its only one), ``reason``."""

Lacking = Mapping[str, object]
"""A column of the last release that lacks months: ``table``, ``period``, ``months``."""


def encode_release(
    ledger: Ledger,
    certificate: Certificate | None,
    left_out: Sequence[LeftOut] = (),
    lacking: Sequence[Lacking] = (),
) -> bytes:
    """Return the file of the last release of a ledger; the same ledger gives the same bytes.

    ``left_out`` and ``lacking`` prove nothing and are not looked at by who checks the file.
    """
    document: dict[str, object] = {
        "format": FORMAT,
        "releases": [{**each.as_object(), "hash": each.hash} for each in ledger.releases],
    }
    if left_out:
        document["left_out"] = [dict(each) for each in left_out]
    if lacking:
        document["lacking"] = [dict(each) for each in lacking]
    if certificate is not None:
        document["certificate"] = {
            "cells": list(certificate.cells),
            "alternatives": [list(table) for table in certificate.alternatives],
        }
    # One line per key would be a page of single digits; one line per release can still be compared.
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace('{"id":', '\n{"id":').replace('"certificate":', '\n"certificate":').encode()
        + b"\n"
    )


def decode_release(data: bytes, name: str = "") -> ReadRelease:
    """Return what stands in a file; its ``name``, if it has one, is told where it is no release.

    The chain is not tried here: for an attack, any releases may be read; see
    :meth:`~app.export.disclosure.ledger.Ledger.checked_chain`.

    Raises:
        NotARelease: it is too large, not JSON, or not of the format.
    """
    try:
        if len(data) > LARGEST:
            raise ValueError("too large")
        document = msgspec.json.decode(data, type=_Document)
        read = document.certificate
        certificate = None if read is None else Certificate(read.cells, read.alternatives)
        return ReadRelease(tuple(map(_release, document.releases)), certificate)
    except (ValueError, RecursionError) as error:
        raise NotARelease(
            Text(
                f"{name or 'Filen'} er ikke en udgivelse.",
                f"{name or 'The file'} is not a release.",
            ),
            Text(
                f"Der ventes JSON i formatet {FORMAT}.", f"JSON in the format {FORMAT} is expected."
            ),
            Text(
                "Vælg en fil fra »report --format json«.",
                "Choose a file made by “report --format json”.",
            ),
        ) from error


class _Table(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[str | None, ...], ...]
    values: tuple[tuple[int | str | None, ...], ...]


class _Release(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    date: str
    k: int
    mode: Mode
    base: int
    previous: str
    hash: str
    tables: tuple[_Table, ...]
    relations: tuple[tuple[str, ...], ...]


class _Certificate(msgspec.Struct, forbid_unknown_fields=True):
    cells: tuple[str, ...]
    alternatives: tuple[tuple[int, ...], ...]


class _LeftOut(msgspec.Struct, forbid_unknown_fields=True):
    table: str
    period: str
    reason: str


class _Lacking(msgspec.Struct, forbid_unknown_fields=True):
    table: str
    period: str
    months: tuple[str, ...]


class _Document(msgspec.Struct, forbid_unknown_fields=True):
    format: Literal["vejviser-release/1"]
    releases: tuple[_Release, ...]
    left_out: tuple[_LeftOut, ...] = ()
    lacking: tuple[_Lacking, ...] = ()
    certificate: _Certificate | None = None


def _release(read: _Release) -> Release:
    figures: dict[str, Figure] = {}
    for table in read.tables:
        for cells, values in zip(table.cells, table.values, strict=True):
            for cell, value in zip(cells, values, strict=True):
                if cell is not None:
                    _note(figures, cell, State(value) if isinstance(value, str) else value)
    if any(len(relation) < 2 for relation in read.relations):
        raise ValueError("a sum without parts")
    return Release(
        id=read.id,
        date=read.date,
        k=read.k,
        mode=read.mode,
        base=read.base,
        tables=tuple(Table(t.key, t.rows, t.columns, t.cells) for t in read.tables),
        figures=figures,
        relations=tuple(Relation(total, tuple(parts)) for total, *parts in read.relations),
        previous=read.previous,
    )


def _note(figures: dict[str, Figure], cell: str, figure: Figure) -> None:
    if figure is State.COUNTED or (isinstance(figure, int) and figure < 0):
        raise ValueError("not a figure")
    if figures.setdefault(cell, figure) != figure:
        raise ValueError("two figures for one cell")


def distinct(files: Iterable[ReadRelease]) -> tuple[Release, ...]:
    """Return the releases of several files, each once, in the order in which they were met.

    Two readers have a release with other sums beside it; together they have all of them.
    """
    found: dict[str, Release] = {}
    for each in (release for file in files for release in file.releases):
        key = json.dumps({**each.as_object(), "previous": "", "relations": []}, sort_keys=True)
        known = found.get(key, each)
        relations = tuple(dict.fromkeys((*known.relations, *each.relations)))
        found[key] = msgspec.structs.replace(known, relations=relations)
    return tuple(found.values())
