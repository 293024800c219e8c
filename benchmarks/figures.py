"""How the benchmarks print what they measured."""

import statistics
from collections.abc import Sequence


def p95(seconds: Sequence[float]) -> float:
    """Return the time that 95 of 100 rounds keep."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]


def report(what: str, seconds: Sequence[float]) -> None:
    """Print a line with the median and the 95th percentile in milliseconds."""
    median = statistics.median(seconds)
    print(f"{what:52} median {median * 1e3:8.2f} ms  p95 {p95(seconds) * 1e3:8.2f} ms")
