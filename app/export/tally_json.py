"""The tally as JSON, for other programs; described in docs/tally-json.md."""

import msgspec

from app.models.tally_types import Tally


def to_json(tally: Tally) -> bytes:
    """Return the tally as indented UTF-8 JSON with its keys in a fixed order."""
    document = msgspec.to_builtins(tally)
    document["universe"] = {
        name: {"da": text.da, "en": text.en} for name, text in tally.universe.items()
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
