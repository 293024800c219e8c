"""How a place is arranged: its folders, the mark that says whose it is, and how one is opened."""

from pathlib import Path

import msgspec

from app.export.delivery.delivery import Delivery
from app.export.delivery.folder import FolderDelivery
from app.models.team.places import Place, PlaceKind
from app.models.team.troubles import DeliveryError, Trouble

TO_LEAD = "to-lead"
PROJECT = "project"
ROSTER_NAME = "roster.json"
_ARCHIVE = "taken"
_MARK_NAME = "vejviser.json"
_FORMAT = "vejviser-share/1"
_LARGEST_MARK = 4096
_NAME_DIGITS = 32


class ShareMark(msgspec.Struct, frozen=True, kw_only=True):
    """What lies in ``vejviser.json``: without it, a folder is only where a drive should be."""

    project_id: str
    format: str = _FORMAT


def open_delivery(place: Place) -> Delivery:
    """Return the place, ready to be asked; a server is not called yet."""
    if place.kind is PlaceKind.FOLDER:
        return FolderDelivery(Path(place.address))
    from app.export.delivery.webdav import WebDavDelivery

    return WebDavDelivery(place)


def check_share(delivery: Delivery, project_id: str) -> None:
    """Return where the place is there and belongs to the project.

    Raises:
        DeliveryError: it is not there, was not prepared, or belongs to another project.
    """
    try:
        data = delivery.read("", _MARK_NAME, _LARGEST_MARK)
    except DeliveryError as error:
        if error.trouble is Trouble.GONE:
            raise DeliveryError(Trouble.NOT_SHARED) from error
        raise
    try:
        mark = msgspec.json.decode(data, type=ShareMark)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise DeliveryError(Trouble.NOT_SHARED) from error
    if mark.format != _FORMAT:
        raise DeliveryError(Trouble.NOT_SHARED)
    if mark.project_id != project_id:
        raise DeliveryError(Trouble.OTHER_PROJECT)


def prepare_share(delivery: Delivery, project_id: str) -> bool:
    """Let the place belong to the project; tell whether it did not before.

    Raises:
        DeliveryError: it is not there, cannot be written, or belongs to another project.
    """
    try:
        check_share(delivery, project_id)
    except DeliveryError as error:
        if error.trouble is not Trouble.NOT_SHARED:
            raise
        delivery.write("", _MARK_NAME, msgspec.json.encode(ShareMark(project_id=project_id)))
        return True
    return False


def folder_of(device: str) -> str:
    """Return the folder from which a device fetches what was written to it."""
    return f"to/{device}"


def archived(letter_hash: str, ending: str) -> tuple[str, str]:
    """Return where a letter lies that the lead has taken: copies of one letter become one file.

    Many folders with few files each: no server is asked for all of them at once.
    """
    return f"{_ARCHIVE}/{letter_hash[:2]}", letter_hash[:_NAME_DIGITS] + ending


def archive_folders() -> tuple[str, ...]:
    """Return all folders of letters that the lead has taken."""
    return tuple(f"{_ARCHIVE}/{number:02x}" for number in range(256))
