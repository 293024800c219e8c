"""Check a protected release by addition alone: python check_release.py FILE

A file for whoever receives figures from Vejviser. It needs Python 3.10 or newer and nothing else: no
solver, no access to the data, no part of the program. The file format is described in
docs/release-json.md of Vejviser.

What is checked: the releases in the file follow on one another; every alternative table of the
certificate agrees with every published figure and adds up; and in these tables every withheld
figure takes on values at least k-2 apart, so that none of k-1 or more values can be ruled out.
What cannot be checked without the true figures: that the published ones are right.
"""

import hashlib
import json
import sys
from typing import Any

FORMAT = "vejviser-release/1"
LARGEST = 64 * 1024 * 1024
WORDS = ("no_visits", "not_asked")

Bounds = tuple[int, int | None]


class Wrong(Exception):
    """Something in the file is not as it must be; the message says what."""


class Result:
    """What was found, in numbers."""

    def __init__(self) -> None:
        self.release = ""
        self.releases = 0
        self.shown = 0
        self.withheld = 0
        self.alternatives = 0
        self.narrowest: int | None = None
        """How many values lie in the narrowest range of a withheld figure."""
        self.from_floor = 0
        """Withheld figures that may be as small as the number of marks below them."""


def check(document: Any) -> Result:
    """Check a decoded file; raise Wrong where it does not hold."""
    try:
        return _check(document)
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        # A name that is a list, a table that is a number: whoever wrote that, it is no release.
        raise Wrong("the file does not have the form of a release") from error


def _check(document: Any) -> Result:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Wrong("this is not a file of the format " + FORMAT)
    releases = _list(document.get("releases"), "releases")
    if not releases:
        raise Wrong("the file holds no release")
    _check_chain(releases)
    known: dict[str, Bounds] = {}
    apart: dict[str, int] = {}
    relations: list[list[str]] = []
    for release in releases:
        for cell, bounds in _published(release).items():
            known[cell] = _meet(cell, known.get(cell, (0, None)), bounds)
            if bounds[0] != bounds[1]:
                least = _whole(release.get("k"), "k") - 2
                apart[cell] = min(least, apart.get(cell, least))
        relations.extend(_list(each, "relation") for each in release.get("relations", []))
    for relation in relations:
        for cell in relation:
            known.setdefault(cell, (0, None))
    result = Result()
    result.release = str(releases[-1].get("id"))
    result.releases = len(releases)
    result.shown = sum(low == high for low, high in known.values())
    result.withheld = sum(known[cell][0] != known[cell][1] for cell in apart)
    _check_certificate(document.get("certificate"), known, apart, relations, result)
    return result


def _check_chain(releases: list[Any]) -> None:
    previous = ""
    for release in releases:
        if not isinstance(release, dict):
            raise Wrong("a release is not an object")
        body = {key: value for key, value in release.items() if key != "hash"}
        text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        own = hashlib.sha256(text.encode("utf-8")).hexdigest()
        if release.get("previous") != previous or release.get("hash") != own:
            raise Wrong(
                "release {} was changed, or one is missing before it".format(release.get("id"))
            )
        previous = own


def _published(release: dict[str, Any]) -> dict[str, Bounds]:
    """Return what each figure of a release tells."""
    found: dict[str, Bounds] = {}
    rounding, base = release.get("mode") == "rounding", _whole(release.get("base"), "base")
    for table in _list(release.get("tables"), "tables"):
        cells, values = _list(table.get("cells"), "cells"), _list(table.get("values"), "values")
        if [len(row) for row in cells] != [len(row) for row in values]:
            raise Wrong("table {}: cells and values do not match".format(table.get("key")))
        for names, figures in zip(cells, values, strict=True):
            for cell, figure in zip(names, figures, strict=True):
                if cell is None:
                    continue
                bounds: Bounds
                if figure is None:
                    bounds = (1, None)
                elif figure in WORDS:
                    bounds = (0, 0)
                elif rounding:
                    value = _whole(figure, cell)
                    bounds = (max(0, value - base + 1), value + base - 1)
                else:
                    bounds = (_whole(figure, cell), _whole(figure, cell))
                found[cell] = _meet(cell, found.get(cell, bounds), bounds)
    return found


def _meet(cell: str, one: Bounds, other: Bounds) -> Bounds:
    highs = [high for high in (one[1], other[1]) if high is not None]
    low, high = max(one[0], other[0]), min(highs) if highs else None
    if high is not None and high < low:
        raise Wrong(f"the releases contradict each other in {cell}")
    return low, high


def _check_certificate(
    certificate: Any,
    known: dict[str, Bounds],
    apart: dict[str, int],
    relations: list[list[str]],
    result: Result,
) -> None:
    if not isinstance(certificate, dict):
        raise Wrong("the certificate is missing")
    cells = _list(certificate.get("cells"), "cells of the certificate")
    tables = [
        _list(each, "alternative")
        for each in _list(certificate.get("alternatives"), "alternatives")
    ]
    for number, table in enumerate(tables, 1):
        _check_table(number, cells, table, known, relations)
    if not tables and apart:
        raise Wrong("the certificate holds no alternative table")
    least = {cell: min(column) for cell, *column in zip(cells, *tables, strict=True)}
    most = {cell: max(column) for cell, *column in zip(cells, *tables, strict=True)}
    floors = _floors(known, relations)
    for cell, width in apart.items():
        if known[cell][0] == known[cell][1]:
            # Withheld once and shown later: nothing is hidden any more.
            continue
        if cell not in least:
            raise Wrong(f"the certificate says nothing about {cell}")
        if most[cell] - least[cell] < width:
            raise Wrong(f"the certificate leaves {cell} too little room")
        values = most[cell] - least[cell] + 1
        result.narrowest = values if result.narrowest is None else min(values, result.narrowest)
        result.from_floor += least[cell] <= floors[cell]
    result.alternatives = len(tables)


def _check_table(
    number: int,
    cells: list[str],
    table: list[Any],
    known: dict[str, Bounds],
    relations: list[list[str]],
) -> None:
    if len(cells) != len(table) or len(set(cells)) != len(cells):
        raise Wrong(f"alternative {number} does not match the cells of the certificate")
    value = {cell: low for cell, (low, high) in known.items() if low == high}
    for cell, figure in zip(cells, table, strict=True):
        low, high = known.get(cell, (0, None))
        value[cell] = _whole(figure, cell)
        if figure < low or (high is not None and figure > high):
            raise Wrong(f"alternative {number} contradicts what is published of {cell}")
    for total, *parts in relations:
        missing = [cell for cell in (total, *parts) if cell not in value]
        if missing:
            raise Wrong(f"alternative {number} lacks {missing[0]}")
        if value[total] != sum(value[part] for part in parts):
            raise Wrong(f"alternative {number} does not add up to {total}")


def _floors(known: dict[str, Bounds], relations: list[list[str]]) -> dict[str, int]:
    """Return the least value of each cell by the marks below it."""
    floors = {cell: low for cell, (low, _) in known.items()}
    changed = True
    while changed:
        changed = False
        for total, *parts in relations:
            least = sum(floors[part] for part in parts)
            if least > floors[total]:
                floors[total], changed = least, True
    return floors


def _list(value: Any, what: str) -> list[Any]:
    if not isinstance(value, list):
        raise Wrong(f"{what} is not a list")
    return value


def _whole(value: Any, what: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Wrong(f"{what} is not a whole number of at least 0")
    return value


def read(path: str) -> Any:
    """Return the decoded content of a file; raise Wrong where there is none."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - must run without the rest of the program
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Wrong(f"the file cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise Wrong("the file is too large")
    try:
        return json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Wrong("the file is not JSON in UTF-8") from error


def main(arguments: list[str]) -> int:
    """Check the file that is named and print what was found; 0 if it holds."""
    if len(arguments) != 1:
        print(__doc__)  # noqa: T201
        return 2
    try:
        result = check(read(arguments[0]))
    except Wrong as error:
        print(f"WRONG: {error}")  # noqa: T201
        return 1
    lines = (
        f"Release {result.release}: the certificate holds.",
        f"  {result.releases} releases, {result.shown} figures shown, {result.withheld} withheld",
        f"  {result.alternatives} alternative tables agree with all of them",
        "  every withheld figure can have at least {} values".format(result.narrowest or "-"),
    )
    print("\n".join(lines))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
