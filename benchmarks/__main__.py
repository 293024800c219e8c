"""Runs the benchmarks: ``python -m benchmarks [NAME …] [--full]``, all of them without a name.

``--full`` takes all bundles of a country in, which takes some twenty minutes, and not a part of them.

Exit codes: 0 done, 2 a name that no benchmark has.
"""

import sys
from functools import partial

from benchmarks import bundles, disclosure, duplicates, outside, plan, startup, store

ALL = {
    "startup": startup.main,
    "store": store.main,
    "plan": plan.main,
    "duplicates": duplicates.main,
    "disclosure": disclosure.main,
    "outside": outside.main,
    "bundles": bundles.main,
}


USAGE = f"Usage: python -m benchmarks [NAME ...] [--full]\nNames: {', '.join(ALL)}"


def main(names: list[str]) -> int:
    if "--help" in names:
        print(USAGE)
        return 0
    whole = partial(bundles.main, full="--full" in names)
    names = [name for name in names if name != "--full"]
    unknown = [name for name in names if name not in ALL]
    if unknown:
        print(f"There is no benchmark {unknown[0]}.\n{USAGE}", file=sys.stderr)
        return 2
    for name in names or list(ALL):
        print(f"== {name}")
        (whole if name == "bundles" else ALL[name])()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
