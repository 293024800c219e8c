"""Choosing the place where letters are left and fetched: tried first, then used."""

from contextlib import closing

import msgspec

from app.export.delivery.delivery import Delivery
from app.export.delivery.moving import Copied, Progress, copy_project, letters_not_in
from app.export.delivery.share import check_share, folder_of, open_delivery, prepare_share
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.inbox import Inbox
from app.models.team.places import Place, Places, require_sound
from app.models.team.roster import Roster
from app.models.team.rosters import Rosters
from app.models.team.troubles import DeliveryError, PlaceNotChosen, Trouble


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """A place that is used from now on, and what a lead has to know about the one before.

    ``copied`` files came along from ``former``; ``trouble`` is why not all did. ``not_there`` counts
    the letters that the lead has taken and that do not lie in the new place: whoever takes the project
    over from there would lack them.
    """

    place: Place
    former: Place | None = None
    copied: int = 0
    trouble: Trouble | None = None
    not_there: int = 0

    def __repr__(self) -> str:
        """Tell nothing: a place has a password, and this may come into a log."""
        return "Chosen()"


def use_place(store: Store, place: Place, progress: Progress = lambda _done, _of: None) -> Chosen:
    """Try a place and use it from now on; a lead's installation makes it the project's.

    A lead's letters are copied from the place before, which stays as it is. Where the new place does
    not answer, or fails while something is copied, the place from before stays; trying again goes on
    with the copying. Where the place before cannot be read, the new one is used all the same.

    Raises:
        PlaceNotChosen: it cannot be used.
        InvalidInput: what was entered is no place.
        NotFound: this computer belongs to no project.
    """
    require_sound(place)
    roster = Rosters(store).require()
    try:
        with closing(open_delivery(place)) as opened:
            if not _leads(store, roster):
                check_share(opened, roster.project_id)
                Places(store).set(place)
                return Chosen(place=Places(store).require())
            return _use_as_lead(store, opened, place, progress)
    except DeliveryError as error:
        raise PlaceNotChosen(error.trouble) from error


def _use_as_lead(store: Store, opened: Delivery, place: Place, progress: Progress) -> Chosen:
    """Make the place the project's, bring along what lay in the one before, and use it."""
    places, me, roster = Places(store), Devices(store).current().id, Rosters(store).require()
    former = places.current()
    if former is not None and _same(former, place):
        former = None
    is_new = prepare_share(opened, roster.project_id)
    copied = _brought_along(former, opened, roster, progress)
    not_there = letters_not_in(opened, [one.hash for one in Inbox(store).letters(taken=True)])
    # Nobody but the lead before can have sent anything there before; where that was not read, it is
    # read in the new place.
    all_read = is_new and (former is None or former.archive_read_by == me)
    with store.atomic():
        places.set(place)
        if all_read:
            places.note_archive(me)
    return Chosen(
        place=places.require(),
        former=former,
        copied=copied.files,
        trouble=copied.trouble,
        not_there=not_there,
    )


def _brought_along(
    former: Place | None, opened: Delivery, roster: Roster, progress: Progress
) -> Copied:
    if former is None:
        return Copied()
    own = [folder_of(one.card.device) for one in roster.members]
    with closing(open_delivery(former)) as old:
        return copy_project(old, opened, roster.project_id, own, progress)


def _same(former: Place, place: Place) -> bool:
    """Tell whether it is the same place, perhaps with another password."""
    return (former.kind, former.address.rstrip("/")) == (place.kind, place.address.rstrip("/"))


def _leads(store: Store, roster: Roster) -> bool:
    return store.settings.is_lead and roster.lead.card.device == Devices(store).current().id
