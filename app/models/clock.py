"""Time as the program sees it: an injectable clock, UTC stamps and local dates."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LOCAL_ZONE = ZoneInfo("Europe/Copenhagen")

Clock = Callable[[], datetime]
"""Returns the current instant as an aware datetime."""


def system_clock() -> datetime:
    """Return the current instant in UTC."""
    return datetime.now(UTC)


def stamp(instant: datetime) -> str:
    """Return ``instant`` as it is stored: ISO 8601, UTC, milliseconds, ``Z``."""
    utc = instant.astimezone(UTC)
    return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03d}Z"


def from_stamp(text: str) -> datetime:
    """Return the instant that :func:`stamp` wrote."""
    return datetime.fromisoformat(text)


def next_stamp(text: str) -> str:
    """Return the stamp of one millisecond later."""
    return stamp(from_stamp(text) + timedelta(milliseconds=1))


def local(instant: datetime) -> datetime:
    """Return ``instant`` on the clocks of Denmark."""
    return instant.astimezone(LOCAL_ZONE)


def local_today(clock: Clock) -> date:
    """Return today's date in Denmark."""
    return local(clock()).date()


def day_stamps(day: date) -> tuple[str, str]:
    """Return the stamps at which a local day begins and at which the next one does."""
    begins, ends = (
        datetime.combine(each, time(), LOCAL_ZONE) for each in (day, day + timedelta(days=1))
    )
    return stamp(begins), stamp(ends)
