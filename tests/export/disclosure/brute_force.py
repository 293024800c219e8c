"""An attacker who tries whole-number tables one by one, and shares no code with the engine.

A pattern is the set of places that are hidden; everything else, zeros included, is shown.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations, product

Place = tuple[int, ...]
Values = dict[Place, int]


class Attacker:
    """Knows the shape, what is shown, and that whatever is hidden is at least 1.

    ``shape`` is the size of the table in two or three directions; in each of them the place after
    the last one is the margin.
    """

    def __init__(self, inner: Mapping[Place, int], shape: Place) -> None:
        self.shape = shape
        self.truth: Values = {}
        for place in product(*(range(size + 1) for size in shape)):
            self.truth[place] = sum(v for at, v in inner.items() if self.inside(at, place))
        self._inner = inner
        self.lines: list[tuple[Place, list[Place]]] = []
        for place in self.truth:
            for axis, size in enumerate(shape):
                if place[axis] == size:
                    parts = [(*place[:axis], n, *place[axis + 1 :]) for n in range(size)]
                    self.lines.append((place, parts))

    def inside(self, at: Place, place: Place) -> bool:
        """Tell whether an inner figure is counted in a figure of the table."""
        return all(p in (n, size) for n, p, size in zip(at, place, self.shape, strict=True))

    def marks_below(self, place: Place) -> int:
        """Return how many inner figures that are not zero a figure is the sum of."""
        return sum(v > 0 for at, v in self._inner.items() if self.inside(at, place))

    def tables(self, hidden: set[Place], where: Place, at: range) -> Iterator[Values]:
        """Yield whole-number tables that agree with what is shown, one figure within a range."""
        most = 2 * self.truth[self.shape] + 40
        domains = {
            place: (1, most) if place in hidden else (value, value)
            for place, value in self.truth.items()
        }
        domains[where] = (at.start, min(most, at.stop - 1))
        return self._search(domains)

    def _search(self, domains: dict[Place, tuple[int, int]]) -> Iterator[Values]:
        if not self._narrow(domains):
            return
        undecided = [place for place, (low, high) in domains.items() if low < high]
        if not undecided:
            yield {place: low for place, (low, _) in domains.items()}
            return
        place = min(undecided, key=lambda each: domains[each][1] - domains[each][0])
        low, high = domains[place]
        for value in sorted(range(low, high + 1), key=lambda v: abs(v - self.truth[place])):
            yield from self._search({**domains, place: (value, value)})

    def _narrow(self, domains: dict[Place, tuple[int, int]]) -> bool:
        """Draw the plain conclusions of every line until there are none left."""
        changed = True
        while changed:
            changed = False
            for total, parts in self.lines:
                least = sum(domains[part][0] for part in parts)
                most = sum(domains[part][1] for part in parts)
                low, high = domains[total]
                wanted = {total: (max(low, least), min(high, most))}
                for part in parts:
                    begin, end = domains[part]
                    wanted[part] = (
                        max(begin, low - (most - end)),
                        min(end, high - (least - begin)),
                    )
                for place, (begin, end) in wanted.items():
                    if begin > end:
                        return False
                    if (begin, end) != domains[place]:
                        domains[place] = (begin, end)
                        changed = True
        return True

    def leaks(self, hidden: set[Place], k: int) -> list[Place]:
        """Return the hidden figures that a reader learns too much about."""
        seen = {place: {self.truth[place]} for place in hidden}
        return [place for place in hidden if not self._open(hidden, place, k, seen)]

    def _open(self, hidden: set[Place], place: Place, k: int, seen: dict[Place, set[int]]) -> bool:
        floor = self.marks_below(place)
        small = self.truth[place] < k
        low = range(1, floor + 1) if small else range(1, 10**6)
        high = range(floor + k - 2, 10**6)
        if small:
            return self._seen(hidden, place, low, seen) and self._seen(hidden, place, high, seen)
        # A figure of k or more may lie anywhere, as long as k-1 values in a row are possible.
        while max(seen[place]) - min(seen[place]) < k - 2:
            above = range(max(seen[place]) + 1, 10**6)
            below = range(1, min(seen[place]))
            if not (
                self._seen(hidden, place, above, seen) or self._seen(hidden, place, below, seen)
            ):
                return False
        return True

    def _seen(
        self, hidden: set[Place], place: Place, at: range, seen: dict[Place, set[int]]
    ) -> bool:
        if any(value in at for value in seen[place]):
            return True
        table = next(self.tables(hidden, place, at), None)
        if table is None:
            return False
        for each in hidden:
            seen[each].add(table[each])
        return True

    def cheaper_patterns(self, must: set[Place], cost: int) -> Iterator[set[Place]]:
        """Yield every pattern with these figures hidden that hides a lesser sum of others."""
        others = [p for p, value in self.truth.items() if value and p not in must]
        for size in range(len(others) + 1):
            for chosen in combinations(others, size):
                if sum(self.truth[place] for place in chosen) < cost:
                    yield must | set(chosen)
