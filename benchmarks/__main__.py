"""Runs the benchmarks: ``python -m benchmarks [NAME …]``, all of them without a name."""

import sys

from benchmarks import disclosure, duplicates, plan, startup, store

ALL = {
    "startup": startup.main,
    "store": store.main,
    "plan": plan.main,
    "duplicates": duplicates.main,
    "disclosure": disclosure.main,
}


def main(names: list[str]) -> None:
    for name in names or list(ALL):
        print(f"== {name}")
        ALL[name]()


main(sys.argv[1:])
