"""Knowledge cards that tests write into the data folder."""

from pathlib import Path

HEADER = {
    "id": "night-work",
    "title": "Natarbejde: helbredskontrol",
    "topic": "health",
    "codes": "S06 A03",
    "valid-from": "2020-01-01",
    "source": "Arbejdstidsloven § 7",
    "source-date": "2019-06-30",
    "checked": "2026-11-01",
    "check-by": "2027-05-01",
}
BODY = """Den, der arbejder om natten, kan få en gratis helbredskontrol.

## Det gælder

- Før arbejdet om natten begynder.
- Derefter jævnligt.

Spørg arbejdsmiljørepræsentanten.
"""


def card_source(body: str = BODY, **header: str | None) -> str:
    """Return the text of a file: ``HEADER`` with changes (``check_by=…``), None leaves a key out."""
    told = HEADER | {key.replace("_", "-"): value for key, value in header.items()}
    lines = [f"{key}: {value}" for key, value in told.items() if value is not None]
    return "\n".join(["---", *lines, "---", body])


def write_card(
    folder: Path, name: str = "night-work.da.md", body: str = BODY, **header: str | None
) -> Path:
    """Write a card under its name into a folder, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    header.setdefault("id", name.partition(".")[0])
    path.write_text(card_source(body, **header), "utf-8")
    return path
