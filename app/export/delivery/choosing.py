"""Choosing the place where letters are left and fetched: tried first, then used."""

from contextlib import closing

from app.export.delivery.share import check_share, open_delivery, prepare_share
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.places import Place, Places, require_sound
from app.models.team.rosters import Rosters
from app.models.team.troubles import DeliveryError, PlaceNotChosen


def use_place(store: Store, place: Place) -> Place:
    """Try a place and use it from now on; a lead's installation makes it the project's.

    Where it does not answer, the place from before stays.

    Raises:
        PlaceNotChosen: it cannot be used.
        InvalidInput: what was entered is no place.
        NotFound: this computer belongs to no project.
    """
    require_sound(place)
    try:
        is_new = _prepared(store, place)
    except DeliveryError as error:
        raise PlaceNotChosen(error.trouble) from error
    places = Places(store)
    with store.atomic():
        places.set(place)
        if is_new:
            # Nobody can have sent anything there before.
            places.note_archive(Devices(store).current().id)
    return places.require()


def _prepared(store: Store, place: Place) -> bool:
    """Let the place answer; the lead's installation makes it the project's, and tells if it did."""
    roster = Rosters(store).require()
    leads = store.settings.is_lead and roster.lead.card.device == Devices(store).current().id
    with closing(open_delivery(place)) as opened:
        if leads:
            return prepare_share(opened, roster.project_id)
        check_share(opened, roster.project_id)
        return False
