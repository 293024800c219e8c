"""The plan of a busy office, made by processes that are killed.

Works as :mod:`tests.crash.workday` does, but tells more: just before a save is committed, what all
of the plan will be when it is.
"""

import itertools
import json
import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from hashlib import sha256

from msgspec.structs import replace

from app.errors import UserError
from app.models.clock import local_today
from app.models.plan import PlannedVisit, read_plan
from app.models.plan_types import (
    Activity,
    ActivityKind,
    ActivityStatus,
    ClosingDays,
    PresenceRule,
)
from app.models.planning import assign_visit, cancel_visit, move_visit, start_visit
from app.models.store import Store
from tests.crash.workday import SAVED, TRYING, run_workers, say

_TABLES = (
    *("visit", "visit_counsellor", "presence_rule", "presence_rule_counsellor"),
    *("presence_rule_place", "activity", "activity_workplace", "closing_days"),
)
_WEEKS = 4


def state_of(store: Store) -> str:
    """Return a digest of the plan and of what the trail has noted of it."""
    rows = [store.database.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES]
    noted = store.database.execute("SELECT count(*) FROM audit").fetchone()
    return sha256(json.dumps([rows, noted]).encode()).hexdigest()


class PlanningDay:
    """Changes one thing of the plan after the other until it is killed."""

    def __init__(self, store: Store, seed: int) -> None:
        self._store = store
        self._random = random.Random(seed)
        self._today = local_today(store.clock)

    def work(self) -> None:
        steps = (self._start, self._cancel, self._change, self._move, self._talk, self._end)
        more = (self._start, self._assign, self._call_off, self._close)
        for number in itertools.count(self._random.randrange(10)):
            # What chance proposes is sometimes refused, and then nothing of it may stay.
            with suppress(UserError):
                self._save((*steps, *more)[number % 10])

    def _save(self, step: Callable[[], object]) -> None:
        with self._store.atomic():
            step()
            state = state_of(self._store)
            say(TRYING, state=state)
        say(SAVED, state=state)

    def _start(self) -> None:
        running = self._store.visits.running()
        if running is None:
            start_visit(self._store, self._visit().id)
        else:
            self._store.visits.end(running.id)

    def _cancel(self) -> None:
        cancel_visit(self._store, self._visit().id, "Sygdom")

    def _move(self) -> None:
        move_visit(self._store, self._visit().id, self._day(), time="11:15", reason="Møde")

    def _assign(self) -> None:
        others = [one.id for one in self._store.counsellors.all()]
        assign_visit(self._store, self._visit().id, tuple(self._random.sample(others, 2)))

    def _change(self) -> None:
        rule = self._rule()
        wanted = replace(rule, time=f"{self._random.randint(7, 15):02d}:30", every_weeks=1)
        self._store.presence_rules.change_from(rule.id, self._day(), wanted, "Nye tider")

    def _end(self) -> None:
        """End a rule and let another take its place."""
        rule = self._rule()
        last = max(rule.valid_from, self._day())
        self._store.presence_rules.end(rule.id, last, "Ophør")
        begins = last + timedelta(days=1)
        self._store.presence_rules.add(
            replace(rule, anchor=begins, valid_from=begins, valid_until=None, end_reason="")
        )

    def _talk(self) -> None:
        self._store.activities.add(
            Activity(
                date=self._day(),
                time="13:00",
                minutes=45,
                kind=ActivityKind.TALK_LIAISON,
                title=f"Oplæg {self._random.getrandbits(40)}",
                workplace_ids=(self._store.workplaces.all()[0].id,),
                counsellor_ids=(self._store.settings.counsellor_id,),
            )
        )

    def _call_off(self) -> None:
        """Cancel a talk that was planned."""
        first, last = self._today, self._today + timedelta(weeks=_WEEKS)
        planned = self._store.activities.between(first, last)
        open_ones = [one for one in planned if one.status is ActivityStatus.PLANNED]
        for chosen in open_ones[:1]:
            off = replace(chosen, status=ActivityStatus.CANCELLED, reason="Sygdom")
            self._store.activities.change(off)

    def _close(self) -> None:
        """Close for a day, or open again."""
        day = self._day()
        last = self._today + timedelta(weeks=_WEEKS)
        closed = self._store.closing_days.between(self._today, last)
        if closed:
            self._store.closing_days.delete(closed[0].id)
        else:
            self._store.closing_days.add(ClosingDays(first_on=day, last_on=day, reason="Lukket"))

    def _day(self) -> date:
        return self._today + timedelta(days=self._random.randrange(1, 7 * _WEEKS))

    def _visit(self) -> PlannedVisit:
        """Return one that is still to be held; the rules bring new ones every day."""
        last = self._today + timedelta(weeks=_WEEKS)
        visits = read_plan(self._store, self._today, last)
        return self._random.choice([each for each in visits if each.is_open])

    def _rule(self) -> PresenceRule:
        rules = self._store.presence_rules.all()
        return self._random.choice([each for each in rules if each.valid_until is None])


if __name__ == "__main__":
    run_workers(PlanningDay)
