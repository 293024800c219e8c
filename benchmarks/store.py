"""Saving, searching and counting in a store of 100,000 inquiries."""

import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from app.models.inquiry_list import InquiryFilter, InquirySort
from app.models.periods import Period
from app.models.registration import InquiryDraft, register
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import Identity
from benchmarks.figures import report
from benchmarks.seed import seeded_store

SIZE = 100_000
TYPED = (
    "k", "ka", "kar", "kare", "karen", "karen m", "karen moe", "2", "20012", "p01", "w07 åse", "x",
    "a", "a k",
)  # fmt: skip


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = seeded_store(Path(folder), SIZE)
        try:
            report("save an inquiry (3 reasons, 2 advice)", _saves(store, 200))
            for text in TYPED:
                search = partial(_page, store, InquiryFilter(text=text))
                seconds = _times(search, 40, partial(_type_before, store, text))
                report(f"search {text!r} ({search()} found), last key", seconds)
            report("whole list, newest first", _times(lambda: _page(store, InquiryFilter()), 20))
            report("tally of a month", _times(lambda: tally(store, MONTH), 10))
            report("tally of ten years", _times(lambda: tally(store, TEN_YEARS), 3))
            by_person = InquirySort.PERSON
            report(
                "whole list by person",
                _times(lambda: store.inquiries.list_seqs(InquiryFilter(), by_person), 5),
            )
        finally:
            store.close()


MONTH = Period(first=date(2026, 3, 1), last=date(2026, 3, 31))
TEN_YEARS = Period(first=date(2017, 1, 1), last=date(2026, 12, 31))


def _page(store: Store, wanted: InquiryFilter) -> int:
    seqs = store.inquiries.list_seqs(wanted)
    store.inquiries.rows(seqs[:100])
    return len(seqs)


def _type_before(store: Store, text: str) -> None:
    """Type all but the last key, after another text, of whose words nothing is kept."""
    for earlier in ("qq", text[:-1]):
        _page(store, InquiryFilter(text=earlier))


def _saves(store: Store, count: int) -> list[float]:
    def save() -> None:
        register(
            store,
            InquiryDraft(
                date=date(2026, 11, 21),
                time="09:24",
                identity=Identity.ANONYMOUS,
                reasons=("P01", "S01", "F01"),
                advice=("A01", "A02"),
            ),
        )

    return _times(save, count)


def _times(
    work: Callable[[], object], count: int, before_each: Callable[[], object] = lambda: None
) -> list[float]:
    work()
    seconds = []
    for _ in range(count):
        before_each()
        begun = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begun)
    return seconds
