"""The ledger only grows, and every link of it can be tried."""

import json
from typing import Any

import msgspec
import pytest

from app.export.disclosure.ledger import Figure, Ledger, Mode, Release, Table, joined
from app.export.disclosure.model import MARKED, UNKNOWN, Bounds, Relation, State, shown
from app.export.disclosure.release_json import NotARelease, decode_release, encode_release


def release(name: str, previous: str = "", **more: Figure) -> Release:
    figures = more or {"a": 7, "b": None}
    return Release(
        id=name,
        date="2026-01-31",
        k=5,
        mode=Mode.SUPPRESSION,
        base=0,
        tables=(Table("t", ("r",), tuple(figures), (tuple(figures),)),),
        figures=figures,
        relations=(Relation("a", ("b", "c")),),
        previous=previous,
    )


def test_what_a_reader_knows() -> None:
    view = joined([release("1", a=7, b=None, d=State.NOT_ASKED, e=State.NO_VISITS, f=0)])
    assert view.known == {
        "a": shown(7), "b": MARKED, "c": UNKNOWN, "d": shown(0), "e": shown(0), "f": shown(0),
    }  # fmt: skip


def test_a_rounded_figure_is_a_range() -> None:
    rounded = msgspec.structs.replace(release("1", a=10, b=0), mode=Mode.ROUNDING, base=5)
    known = joined([rounded]).known
    assert (known["a"], known["b"]) == (Bounds(6, 14), Bounds(0, 4))


def test_figures_that_contradict_each_other_are_refused() -> None:
    first = Ledger().append(release("1"))
    with pytest.raises(ValueError, match="contradict"):
        first.append(release("2", first.last_hash, a=8))


def test_a_release_follows_on_the_last_one() -> None:
    first = Ledger().append(release("1"))
    with pytest.raises(ValueError, match="does not follow"):
        first.append(release("2"))
    with pytest.raises(ValueError, match="already"):
        first.append(release("1", first.last_hash))
    assert first.append(release("2", first.last_hash)).checked_chain().releases[1].id == "2"


def test_a_change_in_the_past_is_noticed() -> None:
    first = Ledger().append(release("1"))
    second = first.append(release("2", first.last_hash))
    forged = Ledger((msgspec.structs.replace(second.releases[0], k=3), second.releases[1]))
    with pytest.raises(ValueError, match="does not follow"):
        forged.checked_chain()


def test_every_figure_stands_in_a_table() -> None:
    stray = msgspec.structs.replace(release("1"), figures={"a": 7, "b": None, "x": 1})
    with pytest.raises(ValueError, match="other cells"):
        Ledger().append(stray)


def test_a_ledger_survives_its_file() -> None:
    first = Ledger().append(release("1", a=7, b=None, d=State.NOT_ASKED, e=State.NO_VISITS, f=0))
    read = decode_release(encode_release(first, None))
    assert (read.releases, read.certificate) == (first.releases, None)
    assert read.releases[0].hash == first.last_hash


def test_zero_withheld_not_asked_and_no_visits_are_four_different_things() -> None:
    ledger = Ledger().append(release("1", a=0, b=None, d=State.NOT_ASKED, e=State.NO_VISITS))
    table = json.loads(encode_release(ledger, None))["releases"][0]["tables"][0]
    assert table["values"] == [[0, None, "not_asked", "no_visits"]]


def broken(**change: Any) -> bytes:
    document = json.loads(encode_release(Ledger().append(release("1")), None))
    document["releases"][0].update(change)
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xff", b"[]", b"{}", b'{"format": "vejviser-release/2", "releases": []}',
        broken(extra=1), broken(k="5"), broken(mode="guess"), broken(relations=[["a"]]),
        broken(tables=[{"key": "t", "rows": [], "columns": [], "cells": [["a"]], "values": [[]]}]),
        broken(tables=[{"key": "t", "rows": [], "columns": [], "cells": [["a"]], "values": [[-1]]}]),
        broken(tables=[{"key": "t", "rows": [], "columns": [], "cells": [["a"]], "values": [["x"]]}]),
        broken(tables=[{"key": "t", "rows": [], "columns": [], "cells": [["a", "a"]],
                        "values": [[1, 2]]}]),
    ],
)  # fmt: skip
def test_what_is_no_release_is_refused(data: bytes) -> None:
    with pytest.raises(NotARelease):
        decode_release(data)
