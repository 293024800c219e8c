"""A small plan with everything in it that a file could get wrong, and changes to make to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from app.export.plan_files import render_plan
from app.export.plan_table import PlanRequest
from app.models.plan_types import Activity, ActivityKind, ClosingDays, PresenceRule, RulePlace
from app.models.planning import assign_visit, cancel_visit, move_visit, plan_visit
from app.models.store import Store
from app.models.types import Counsellor, Profession, RecordId, Shift, Workplace
from app.models.visit_ids import visit_id
from tests.stores import new_store

SECRETS = ("Anna Lund", "Grethe Holm", "forlovet", "hemmelig")
"""What was typed into remarks, reasons and titles, and may stand in no file."""

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
BEGAN = datetime(2026, 10, 1, 7, tzinfo=UTC)


class SettableClock:
    """A clock that stands at ``now`` until it is set."""

    def __init__(self, now: datetime = BEGAN) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


class Planned:
    """A project with two workplaces: Lem every Friday by day, Ærø at night every second week."""

    def __init__(self, store: Store, clock: SettableClock) -> None:
        self.store, self.clock = store, clock
        self.km = store.settings.counsellor_id
        self.jb = store.counsellors.add(
            Counsellor(initials="JB", name="Jon Bæk", profession=Profession.PHYSIOTHERAPIST)
        ).id
        self.lem = store.workplaces.add(
            Workplace(code="VESTAS-LEM", name="Vestas i Lem", remark="Grethe Holm åbner")
        )
        self.aero = store.workplaces.add(Workplace(code="ÆRØ", name="Ærø Værft, dok 2; =A1"))
        self.fridays = self.rule(
            self.lem,
            weekdays=(5,),
            places=(
                RulePlace(room="Kantinen"),
                RulePlace(room="Mødelokale 3", address="Fabriksvej 1, Lem"),
            ),
            remark="Anna Lund ringer først",
        )
        self.nights = self.rule(
            self.aero,
            weekdays=(2,),
            every_weeks=2,
            time="22:30",
            minutes=180,
            shift=Shift.NIGHT,
            places=(RulePlace(room="Vagtstuen over dok 2"),),
            counsellor_ids=(self.jb, self.km),
        )

    def rule(self, workplace: Workplace, **fields: object) -> PresenceRule:
        usual: dict[str, object] = {
            "workplace_id": workplace.id,
            "time": "09:00",
            "counsellor_ids": (self.km,),
            "anchor": date(2026, 10, 26),
            "valid_from": date(2026, 10, 26),
        }
        return self.store.presence_rules.add(PresenceRule(**(usual | fields)))  # type: ignore[arg-type]

    def friday(self, day: int, month: int = 11) -> RecordId:
        return visit_id(self.fridays.series_id, date(2026, month, day))

    def busy_month(self) -> None:
        """Cancel, move and swap; add a visit and an activity; close for a day."""
        store = self.store
        cancel_visit(store, self.friday(6), "Anna Lund er forlovet")
        move_visit(store, self.friday(13), date(2026, 11, 12), time="14:15", reason="hemmelig")
        assign_visit(store, self.friday(20), (self.jb,))
        plan_visit(
            store,
            workplace_id=self.aero.id,
            day=date(2026, 11, 18),
            time="12:00",
            minutes=45,
            room="Kantinen\nnede",
            remark="hemmelig",
        )
        store.activities.add(
            Activity(
                date=date(2026, 11, 19),
                time="13:00",
                minutes=90,
                kind=ActivityKind.TALK_LIAISON,
                title="Anna Lund fortæller",
                place="Kantinen",
                participants=12,
                topics=("T01",),
                workplace_ids=(self.lem.id, self.aero.id),
                counsellor_ids=(self.km,),
            )
        )
        self.close(27)

    def close(self, day: int, month: int = 11) -> ClosingDays:
        closed = date(2026, month, day)
        return self.store.closing_days.add(
            ClosingDays(
                workplace_id=self.lem.id, first_on=closed, last_on=closed, reason="hemmelig"
            )
        )

    def request(self, *, days: tuple[date, date] = NOVEMBER, **more: object) -> PlanRequest:
        return PlanRequest(*days, **({"formats": (), "out": Path()} | more))  # type: ignore[arg-type]

    def file(self, name: str, **more: object) -> bytes:
        return render_plan(self.request(**more), self.store, name)


@contextmanager
def planned(folder: Path) -> Iterator[Planned]:
    """Open a project in a new folder."""
    clock = SettableClock()
    store = new_store(folder, clock)
    try:
        yield Planned(store, clock)
    finally:
        store.close()
