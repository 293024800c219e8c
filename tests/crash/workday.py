"""A counsellor's day without pauses, worked by processes that are killed.

This program keeps everything loaded and forks one worker for every line on its stdin, so that a
worker is at work within milliseconds. A worker tells what it is about to save and, once the store
has returned, that it is saved.
"""

import importlib
import itertools
import json
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from msgspec.structs import replace

from app.models.opening import open_store
from app.models.registration import InquiryDraft, register, save_draft
from app.models.store import Store
from app.models.types import Channel, Identity, RecordId
from app.paths import Paths
from tests.stores import PASSPHRASE

TRYING, SAVED, STARTED, ENDED = "trying", "saved", "started", "ended"


def say(word: str, **facts: Any) -> None:
    """Write one line in one piece: the pipe keeps it whatever happens to this process."""
    os.write(1, (json.dumps({"word": word, **facts}) + "\n").encode())


class Day:
    """Saves one thing after the other until it is killed."""

    def __init__(self, store: Store, seed: int) -> None:
        self._store = store
        self._random = random.Random(seed)
        self._mine: list[RecordId] = []

    def work(self) -> None:
        running = self._store.visits.running()
        if running is not None:
            self._store.visits.end(running.id)
        steps = (self._visit, self._register, self._register, self._draft, self._edit, self._delete)
        for number in itertools.count():
            steps[number % len(steps)](f"note {self._random.getrandbits(40)}")

    def _visit(self, _note: str) -> None:
        running = self._store.visits.running()
        if running is None:
            say(TRYING, what="visit")
            place = self._store.workplaces.all()[0]
            visit = self._store.visits.start(place.id)
            say(SAVED, what="visit", id=visit.id, status="running")
        else:
            say(TRYING, what="visit", id=running.id)
            self._store.visits.end(running.id)
            say(SAVED, what="visit", id=running.id, status="held")

    def _register(self, note: str) -> None:
        say(TRYING, what="add", note=note)
        inquiry = register(self._store, self._talk(note)).inquiry
        self._mine.append(inquiry.id)
        say(SAVED, what="add", id=inquiry.id, note=note)

    def _talk(self, note: str) -> InquiryDraft:
        visit = self._store.visits.last_at(self._place())
        return InquiryDraft(
            date=visit.date,
            workplace_id=visit.workplace_id,
            visit_id=visit.id,
            identity=Identity.REGISTERED,
            channel=Channel.WORKPLACE,
            name=f"Person {note}",
            reasons=("P01", "S01"),
            advice=("A01",),
            note=note,
        )

    def _draft(self, note: str) -> None:
        say(TRYING, what="draft", note=note)
        save_draft(self._store, self._talk(note))
        say(SAVED, what="draft", note=note)

    def _edit(self, note: str) -> None:
        chosen = self._store.inquiries.get(self._random.choice(self._mine))
        say(TRYING, what="edit", id=chosen.id, note=note)
        self._store.inquiries.change(replace(chosen, note=note, reasons=("P02",)))
        say(SAVED, what="edit", id=chosen.id, note=note)

    def _delete(self, _note: str) -> None:
        chosen = self._mine.pop(self._random.randrange(len(self._mine)))
        say(TRYING, what="delete", id=chosen)
        self._store.inquiries.delete(chosen)
        say(SAVED, what="delete", id=chosen)

    def _place(self) -> RecordId:
        return self._store.workplaces.all()[0].id


class Worker(Protocol):
    """What a forked process does until it is killed."""

    def work(self) -> None:
        """Go on for ever."""


def run_workers(worker_of: Callable[[Store, int], Worker]) -> None:
    """Fork a worker per line of stdin, which is its seed, and tell when it is gone."""
    importlib.import_module("app.models.sqlite_tools")  # otherwise loaded at a worker's first save
    paths = Paths(Path(sys.argv[1]))
    for line in sys.stdin:
        worker = os.fork()
        if worker == 0:
            # Told by the worker itself: nothing of its work can come before it in the pipe.
            say(STARTED, pid=os.getpid())
            store, _ = open_store(paths, PASSPHRASE)
            worker_of(store, int(line)).work()
        os.waitpid(worker, 0)
        say(ENDED)


if __name__ == "__main__":
    run_workers(Day)
