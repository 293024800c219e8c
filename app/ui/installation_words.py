"""What the two installations of one computer are called wherever one is told from the other."""

from app.models.installations import Side
from app.texts import Text

WHICH = {
    Side.COUNSELLOR: Text("Vejlederens installation", "The counsellor's installation"),
    Side.LEAD: Text("Projektlederens installation", "The lead's installation"),
}
"""Which one it is, as the gate says."""

OPEN = {
    Side.COUNSELLOR: Text("Åbn vejlederens installation", "Open the counsellor's"),
    Side.LEAD: Text("Åbn projektlederens installation", "Open the lead's"),
}
"""What opens one that is there."""

MAKE = {
    Side.COUNSELLOR: Text(
        "Opret vejlederens ved siden af …",
        "Set up the counsellor's beside it …",
    ),
    Side.LEAD: Text(
        "Opret projektlederens ved siden af …",
        "Set up the lead's beside it …",
    ),
}
"""What begins one that is not there yet."""

_IN_TITLE = {
    Side.COUNSELLOR: Text("vejleder", "counsellor"),
    Side.LEAD: Text("projektleder", "project lead"),
}


def window_title(side: Side | None) -> Text:
    """Return the title of the window of an installation; one that stands alone has the program's name."""
    if side is None:
        return Text("Vejviser", "Vejviser")
    said = _IN_TITLE[side]
    return Text(f"Vejviser · {said.da}", f"Vejviser · {said.en}")
