"""Check a protected release by addition alone: python check_release.py [--da] FILE

A file for whoever receives figures from Vejviser. It needs Python 3.10 or newer and nothing else: no
solver, no access to the data, no part of the program. The file format is described in
docs/release-json.md of Vejviser. It speaks English, and Danish with --da.

What is checked: the releases in the file follow on one another; every table adds up, by the sums that
its form prescribes and not only by those that the file tells; the file tells them; every alternative
table of the certificate agrees with every published figure and adds up; and in these tables every
withheld figure takes on values at least k-2 apart, so that none of k-1 or more values can be ruled
out. What cannot be checked: that the published figures are right, what the file says is left out, and
who wrote it. Whoever reckons everything anew is found out by comparing the hash with the printed one.
"""

import hashlib
import json
import sys
from typing import Any

FORMAT = "vejviser-release/1"
LARGEST = 64 * 1024 * 1024
WORDS = ("no_visits", "not_asked")

Bounds = tuple[int, int | None]

SPLIT = ("kinds", "gender", "age", "sector", "role", "sick_leave", "channel", "groups", "advice")
"""Tables whose rows add up to the row ``all``, in every column."""

SUMS_TOLD = (*SPLIT, "activity")
"""Tables whose sums over a month the file must tell itself."""


class Wrong(Exception):
    """Something in the file is not as it must be; the messages say what, in Danish and English."""

    def __init__(self, da: str, en: str) -> None:
        super().__init__(en)
        self.da, self.en = da, en


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
        raise Wrong(
            "filen har ikke form som en udgivelse", "the file does not have the form of a release"
        ) from error


def _check(document: Any) -> Result:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Wrong("filen er ikke i formatet " + FORMAT, "the file is not of the format " + FORMAT)
    releases = _list(document.get("releases"), "releases")
    if not releases:
        raise Wrong("filen rummer ingen udgivelse", "the file holds no release")
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
    prescribed, must = _prescribed(releases, known)
    _check_sums(must, relations, known)
    relations += prescribed
    _check_sums([], relations, known)
    at_least = _periods(known)
    result = Result()
    result.release = str(releases[-1].get("id"))
    result.releases = len(releases)
    result.shown = sum(low == high for low, high in known.values())
    result.withheld = sum(known[cell][0] != known[cell][1] for cell in apart)
    _check_certificate(document.get("certificate"), known, apart, (relations, at_least), result)
    return result


def _prescribed(
    releases: list[Any], known: dict[str, Bounds]
) -> tuple[list[list[str]], list[list[str]]]:
    """Return the sums that the form of the tables prescribes, and those that a file must tell."""
    found: list[list[str]] = []
    told: list[list[str]] = []
    for release in releases:
        if release.get("mode") != "suppression":
            continue
        for table in release["tables"]:
            for span, sums in _sums_of(table):
                found += sums
                if table["key"] in SUMS_TOLD and ".." not in span and "+" not in span:
                    told += sums
    return [each for each in found if all(cell in known for cell in each)], told


def _sums_of(table: dict[str, Any]) -> list[tuple[str, list[list[str]]]]:
    """Return the sums of a table by its columns: the total first, then its parts."""
    key = str(table["key"])
    if key not in (*SUMS_TOLD, "reasons", "quarter", "activity_to_date") and key[:9] != "restated.":
        return []
    found = []
    for number, column in enumerate(table["columns"]):
        families: dict[str, dict[str, str]] = {}
        for row, line in zip(table["rows"], table["cells"], strict=True):
            family, dot, code = row.partition(".") if key[:9] == "restated." else ("", "", row)
            if line[number] is not None:
                families.setdefault(family + dot, {})[code] = line[number]
        totals = [
            own.pop("project" if key == "quarter" else "all", None) for own in families.values()
        ]
        sums = zip(totals, families.values(), strict=True)
        found.append(
            (str(column), [[t, *own.values()] for t, own in sums if t is not None and own])
        )
    if key == "quarter":
        found.append(("", [[line[-1], *line[:-1]] for line in table["cells"]]))
    return found


def _check_sums(
    told: list[list[str]], relations: list[list[str]], known: dict[str, Bounds]
) -> None:
    """Look for the sums that must be told, and add up every one of which all figures are shown."""
    there = {(total, frozenset(parts)) for total, *parts in relations}
    for total, *parts in told:
        if (total, frozenset(parts)) not in there and parts != [total]:
            raise Wrong(f"filen fortier summen {total}", f"the file leaves out the sum {total}")
    for total, *parts in relations:
        least, *others = (known[cell] for cell in (total, *parts))
        is_shown = all(low == high for low, high in (least, *others))
        if is_shown and least[0] != sum(low for low, _ in others):
            raise Wrong(f"tallene giver ikke {total}", f"the figures do not add up to {total}")


def _periods(known: dict[str, Bounds]) -> list[tuple[bool, list[str]]]:
    """Return the figures to date with those of their months, and whether these are all of them."""
    found = []
    for cell in known:
        parts = cell.rsplit("|", 3)
        if len(parts) < 4 or "~" in parts[3] or ".." not in parts[1]:
            continue
        whose, span, measure, rest = parts
        code, _, marks = rest.rstrip("!").partition("@")
        listed = [mark for mark in marks.split(",") if mark]
        if any("." not in mark and not mark.startswith("-") for mark in listed):
            continue
        editions = dict(mark.split(".") for mark in listed if "." in mark)
        months = [f"{n:02}" for n in range(1, int(span[-2:]) + 1) if f"-{n:02}" not in listed]
        end = "!" if rest.endswith("!") else ""
        names = [
            "|".join((whose, f"{span[:4]}-{month}", measure, code))
            + (f"@{editions[month]}" if month in editions else "")
            + end
            for month in months
        ]
        there = [name for name in names if name in known]
        if there:
            found.append((len(there) == len(names), [cell, *there]))
    return found


def _check_chain(releases: list[Any]) -> None:
    previous = ""
    for release in releases:
        if not isinstance(release, dict):
            raise Wrong("en udgivelse er ikke et objekt", "a release is not an object")
        body = {key: value for key, value in release.items() if key != "hash"}
        text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        own = hashlib.sha256(text.encode("utf-8")).hexdigest()
        if release.get("previous") != previous or release.get("hash") != own:
            name = release.get("id")
            raise Wrong(
                f"udgivelsen {name} er ændret, eller der mangler en før den",
                f"release {name} was changed, or one is missing before it",
            )
        previous = own


def _published(release: dict[str, Any]) -> dict[str, Bounds]:
    """Return what each figure of a release tells."""
    found: dict[str, Bounds] = {}
    rounding, base = release.get("mode") == "rounding", _whole(release.get("base"), "base")
    for table in _list(release.get("tables"), "tables"):
        cells, values = _list(table.get("cells"), "cells"), _list(table.get("values"), "values")
        if [len(row) for row in cells] != [len(row) for row in values]:
            key = table.get("key")
            raise Wrong(
                f"tabellen {key}: felter og tal passer ikke sammen",
                f"table {key}: cells and values do not match",
            )
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
        raise Wrong(
            f"udgivelserne modsiger hinanden i {cell}",
            f"the releases contradict each other in {cell}",
        )
    return low, high


def _check_certificate(
    certificate: Any,
    known: dict[str, Bounds],
    apart: dict[str, int],
    sums: tuple[list[list[str]], list[tuple[bool, list[str]]]],
    result: Result,
) -> None:
    relations, periods = sums
    if not isinstance(certificate, dict):
        raise Wrong("beviset mangler", "the certificate is missing")
    cells = _list(certificate.get("cells"), "cells of the certificate")
    tables = [
        _list(each, "alternative")
        for each in _list(certificate.get("alternatives"), "alternatives")
    ]
    told = {cell for cell, (low, high) in known.items() if low == high}
    left = [relation for relation in relations if not told.issuperset(relation)]
    lacking = sorted({cell for relation in left for cell in relation} - told - set(cells))
    if tables and lacking:
        raise Wrong(f"beviset mangler {lacking[0]}", f"the certificate lacks {lacking[0]}")
    for number, table in enumerate(tables, 1):
        value = _check_table(number, cells, table, known, left)
        for is_all, (total, *parts) in periods:
            months = sum(value[part] for part in parts)
            if value[total] < months or (is_all and value[total] != months):
                raise Wrong(
                    f"månederne passer ikke med {total}", f"the months do not agree with {total}"
                )
    if not tables and apart:
        raise Wrong(
            "beviset rummer ingen anden tabel", "the certificate holds no alternative table"
        )
    least = {cell: min(column) for cell, *column in zip(cells, *tables, strict=True)}
    most = {cell: max(column) for cell, *column in zip(cells, *tables, strict=True)}
    floors = _floors(known, relations)
    for cell, width in apart.items():
        if known[cell][0] == known[cell][1]:
            # Withheld once and shown later: nothing is hidden any more.
            continue
        if cell not in least:
            raise Wrong(f"beviset mangler {cell}", f"the certificate lacks {cell}")
        if most[cell] - least[cell] < width:
            raise Wrong(f"{cell} har for lidt plads", f"{cell} has too little room")
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
) -> dict[str, int]:
    """Return all figures of an alternative table."""
    if len(cells) != len(table) or len(set(cells)) != len(cells):
        raise Wrong(
            f"den anden tabel {number} passer ikke til bevisets felter",
            f"alternative {number} does not match the cells of the certificate",
        )
    value = {cell: low for cell, (low, high) in known.items() if low == high}
    for cell, figure in zip(cells, table, strict=True):
        low, high = known.get(cell, (0, None))
        value[cell] = _whole(figure, cell)
        if figure < low or (high is not None and figure > high):
            raise Wrong(f"beviset modsiger {cell}", f"the certificate contradicts {cell}")
    for total, *parts in relations:
        if value[total] != sum(map(value.__getitem__, parts)):
            raise Wrong(f"summen {total} passer ikke", f"the sum {total} does not fit")
    return value


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
        raise Wrong(f"{what} er ikke en liste", f"{what} is not a list")
    return value


def _whole(value: Any, what: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Wrong(
            f"{what} er ikke et helt tal på mindst 0",
            f"{what} is not a whole number of at least 0",
        )
    return value


def read(path: str) -> Any:
    """Return the decoded content of a file; raise Wrong where there is none."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - must run without the rest of the program
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Wrong(
            f"filen kan ikke læses: {error.strerror}", f"the file cannot be read: {error.strerror}"
        ) from error
    if len(data) > LARGEST:
        raise Wrong("filen er for stor", "the file is too large")
    try:
        return json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Wrong("filen er ikke JSON i UTF-8", "the file is not JSON in UTF-8") from error


def main(arguments: list[str]) -> int:
    """Check the file that is named and print what was found; 0 if it holds."""
    danish = "--da" in arguments
    paths = [each for each in arguments if each != "--da"]
    if len(paths) != 1:
        print(__doc__)  # noqa: T201
        return 2
    try:
        result = check(read(paths[0]))
    except Wrong as error:
        print(f"FORKERT: {error.da}" if danish else f"WRONG: {error.en}")  # noqa: T201
        return 1
    print("\n".join(told(result, danish=danish)))  # noqa: T201
    return 0


def told(result: Result, *, danish: bool) -> list[str]:
    """Return what was found, line by line."""
    narrowest = result.narrowest or "-"
    if danish:
        releases = "1 udgivelse" if result.releases == 1 else f"{result.releases} udgivelser"
        return [
            f"Beviset for {result.release} holder.",
            f"{releases}: {result.shown} tal vises, {result.withheld} skjules.",
            f"{result.alternatives} andre tabeller passer med alle tal.",
            f"Hvert skjult tal kan være mindst {narrowest} forskellige.",
            "Listerne over, hvad der er udeladt eller mangler, er ikke en del af beviset.",
        ]
    releases = "1 release" if result.releases == 1 else f"{result.releases} releases"
    return [
        f"The certificate of {result.release} holds.",
        f"{releases}: {result.shown} figures shown, {result.withheld} withheld.",
        f"{result.alternatives} other tables agree with all figures.",
        f"Every withheld figure can be at least {narrowest} different ones.",
        "The lists of what is left out or lacking are no part of the proof.",
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
