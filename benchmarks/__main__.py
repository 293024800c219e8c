"""Runs the benchmarks: ``python -m benchmarks [startup] [store] [plan]``; all of them unless named."""

import sys

from benchmarks import plan, startup, store

ALL = {"startup": startup.main, "store": store.main, "plan": plan.main}


def main(names: list[str]) -> None:
    for name in names or list(ALL):
        print(f"== {name}")
        ALL[name]()


main(sys.argv[1:])
