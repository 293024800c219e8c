from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.models.clock import local
from app.models.thinning import DAILY, MONTHLY, NEWEST, WEEKLY, to_thin

FIRST, LAST = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (2020, 2036))

moments = st.integers(FIRST, LAST).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
days = st.dates(min_value=date(2019, 1, 1), max_value=date(2099, 12, 31))


def test_a_year_and_a_half_of_daily_backups_becomes_days_weeks_and_months() -> None:
    last = datetime(2026, 11, 20, 15, tzinfo=UTC)
    made = [last - timedelta(days=n) for n in range(550)]
    kept = sorted(set(made) - to_thin(made, last.date()), reverse=True)
    assert [moment.date().isoformat() for moment in kept] == [
        *("2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17", "2026-11-16"),
        *("2026-11-15", "2026-11-14"),  # seven days; Sunday the 15th closes its week
        *("2026-11-08", "2026-11-01"),  # the two weeks before
        *("2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31"),
        *("2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31", "2025-12-31"),
    ]


def test_days_are_those_of_denmark() -> None:
    before_midnight = datetime(2026, 7, 1, 21, 30, tzinfo=UTC)  # 23:30 in Denmark
    after_midnight = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)  # 00:30 the next day
    later = [datetime(2026, 7, day, 10, tzinfo=UTC) for day in (3, 4, 5)]
    assert to_thin([before_midnight, after_midnight, *later], date(2026, 7, 5)) == set()


def test_of_one_day_the_newest_stay() -> None:
    made = [datetime(2026, 7, 1, hour, tzinfo=UTC) for hour in range(6, 16)]
    assert to_thin(made, date(2026, 7, 1)) == set(made[:-NEWEST])


def test_a_clock_that_was_ahead_does_not_push_out_the_real_ones() -> None:
    real = [datetime(2026, 7, day, 12, tzinfo=UTC) for day in range(1, 8)]
    ahead = [datetime(2099, 1, day, 12, tzinfo=UTC) for day in range(1, 30)]
    assert to_thin(real + ahead, date(2026, 7, 7)) == set()


@given(st.lists(moments, unique=True), days)
def test_the_newest_always_stay(made: list[datetime], today: date) -> None:
    gone = to_thin(made, today)
    assert gone <= set(made)
    assert not gone & set(sorted(made)[-NEWEST:])
    assert not {moment for moment in gone if local(moment).date() > today}


@given(st.lists(moments, unique=True, min_size=30, max_size=80), days)
def test_no_more_stay_than_the_rule_allows(made: list[datetime], today: date) -> None:
    past = {moment for moment in made if local(moment).date() <= today}
    kept = past - to_thin(made, today)
    assert len(kept) <= NEWEST + DAILY + WEEKLY + MONTHLY


@given(st.lists(moments, unique=True), days)
def test_thinning_twice_removes_nothing_more(made: list[datetime], today: date) -> None:
    kept = set(made) - to_thin(made, today)
    assert to_thin(kept, today) == set()


@given(st.lists(moments, unique=True, min_size=1), days, days)
def test_no_jump_of_the_clock_empties_the_folder(
    made: list[datetime], today: date, jumped: date
) -> None:
    kept = set(made) - to_thin(made, today)
    kept -= to_thin(kept, jumped)
    assert max(made) in kept
    assert len(kept) >= min(len(made), NEWEST)
