"""The files that the demo project is made of."""

import csv
from collections.abc import Iterator

from app.paths import resource


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a file of the demo project."""
    with resource("demo", name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
