"""Looking what lies in a folder for this installation, without fetching it: cheap enough to be done often."""

from contextlib import closing

from app.export.delivery.share import PROJECT, TO_LEAD, folder_of, open_delivery
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.places import PlaceKind, Places
from app.models.team.troubles import DeliveryError, Trouble

Seen = frozenset[tuple[str, str, str]]
"""Folder, name and mark of each file; a file that was changed is another one."""

_BACK = ("", "", "")
"""Stands for a drive that was away at the last exchange and is back."""


def what_lies_there(store: Store) -> Seen:
    """Return what others left for this installation in a folder; nothing of a server, or of no place.

    A server is asked when letters are exchanged, not more often. What cannot be read now is told then.
    """
    place = Places(store).current()
    if place is None or place.kind is not PlaceKind.FOLDER:
        return frozenset()
    own = [folder_of(device) for device in Devices(store).ids()]
    folders = [PROJECT, *([TO_LEAD] if store.settings.is_lead else own)]
    try:
        with closing(open_delivery(place)) as delivery:
            found = {
                (folder, one.name, one.mark)
                for folder in folders
                for one in delivery.listing(folder, "").entries
            }
    except DeliveryError:
        return frozenset()
    return frozenset(found | ({_BACK} if place.trouble is Trouble.VANISHED else set()))
