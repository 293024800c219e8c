"""The tally as JSON, for other programs; described in docs/tally-json.md."""

import msgspec

from app.export.close_json import closing_object
from app.export.closing import Closing
from app.models.tally_types import Tally
from app.models.team.coverage import Coverage
from app.texts import Text


def to_json(
    tally: Tally,
    closing: Closing | None = None,
    counted_now: Text | None = None,
    covered: Coverage | None = None,
) -> bytes:
    """Return the tally as indented UTF-8 JSON with its keys in a fixed order.

    ``closing`` is told where the figures are those of a closed month, ``counted_now`` where closed
    months lie in the period and the figures are not theirs, ``covered`` at a lead.
    """
    document = msgspec.to_builtins(tally)
    document["universe"] = {
        name: {"da": text.da, "en": text.en} for name, text in tally.universe.items()
    }
    if closing is not None:
        document["closing"] = closing_object(closing)
    if counted_now is not None:
        document["counted_now"] = {"da": counted_now.da, "en": counted_now.en}
    if covered is not None:
        document["coverage"] = msgspec.to_builtins(covered)
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
