"""Runs the benchmarks: ``python -m benchmarks [NAME …]``, all of them without a name.

Exit codes: 0 done, 2 a name that no benchmark has.
"""

import sys

from benchmarks import disclosure, duplicates, outside, plan, startup, store

ALL = {
    "startup": startup.main,
    "store": store.main,
    "plan": plan.main,
    "duplicates": duplicates.main,
    "disclosure": disclosure.main,
    "outside": outside.main,
}


USAGE = f"Usage: python -m benchmarks [NAME ...]\nNames: {', '.join(ALL)}"


def main(names: list[str]) -> int:
    if "--help" in names:
        print(USAGE)
        return 0
    unknown = [name for name in names if name not in ALL]
    if unknown:
        print(f"There is no benchmark {unknown[0]}.\n{USAGE}", file=sys.stderr)
        return 2
    for name in names or list(ALL):
        print(f"== {name}")
        ALL[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
