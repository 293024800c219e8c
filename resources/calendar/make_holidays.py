"""Make holidays_dk.csv from the ``holidays`` library; run with ``make holidays`` when it is renewed.

The file is carried because loading the library takes longer than an empty window; a test holds
every day of it against the library. ``public`` are the public holidays; ``customary`` the days on
which many workplaces close without the law saying so.
"""

import csv
import sys
from pathlib import Path

from holidays.constants import OPTIONAL, PUBLIC
from holidays.countries.denmark import Denmark

FIRST_YEAR, LAST_YEAR = 2000, 2099
KINDS = ((PUBLIC, "public"), (OPTIONAL, "customary"))


def rows() -> list[tuple[str, str, str, str]]:
    """Return date, kind, Danish and English name of every holiday, by date."""
    found = []
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    for category, kind in KINDS:
        danish, english = (
            Denmark(years=years, language=language, categories=category)
            for language in ("da", "en_US")
        )
        found += [(f"{day}", kind, name, english[day]) for day, name in danish.items()]
    return sorted(found)


if __name__ == "__main__":
    target = Path(__file__).with_name("holidays_dk.csv")
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("date", "kind", "name_da", "name_en"))
        writer.writerows(rows())
    sys.stdout.write(f"{target.name}: {FIRST_YEAR} to {LAST_YEAR}\n")
