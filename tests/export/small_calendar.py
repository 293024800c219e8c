"""A small reader of calendar files that shares nothing with the library that writes them."""

import re
from datetime import UTC, datetime

Event = dict[str, str]


def lines_of(data: bytes) -> list[str]:
    """Return the unfolded lines; a file that breaks the form of RFC 5545, 3.1 is refused."""
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return data.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def events(data: bytes) -> dict[str, Event]:
    """Return the events by UID, each with its properties by name."""
    found: dict[str, Event] = {}
    current: Event = {}
    for line in lines_of(data):
        name, value = re.fullmatch(r"([A-Z-]+)(?:;[^:]*)?:(.*)", line).groups()  # type: ignore[union-attr]
        if (name, value) == ("BEGIN", "VEVENT"):
            current = {}
        elif (name, value) == ("END", "VEVENT"):
            assert current["UID"] not in found
            found[current["UID"]] = current
        else:
            assert name not in current or name in ("BEGIN", "END")
            current[name] = _text(value)
    return found


def instant(value: str) -> datetime:
    """Return a moment written in UTC."""
    return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def _text(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)
