"""The calendar file that is kept up to date in a folder, for a calendar that subscribes to it.

It holds the visits and activities of the counsellor who uses this computer. A calendar that
subscribes takes over the whole file, so what is gone from the plan is simply no longer there.
"""

from datetime import timedelta
from pathlib import Path

from app import files
from app.errors import UserError
from app.export.plan_files import PLAN_FORMATS
from app.export.plan_table import CALENDAR, PlanRequest, make_sheet
from app.models.clock import local_today
from app.models.store import Store
from app.texts import Language, Text

FEED_NAME = "vejviser-fremmoede.ics"
BACK, AHEAD = timedelta(weeks=4), timedelta(weeks=26)
"""How far the file reaches, counted from today."""


def write_feed(store: Store, folder: Path, language: Language = "da") -> Path:
    """Bring the file in ``folder`` up to date and return it; it is written only when it differs.

    The folder is not made: a drive that is not there shall be told of, not be replaced by a folder
    of its name.

    Raises:
        UserError: the folder is missing or cannot be written.
    """
    counsellor = store.settings.counsellor_id
    today = local_today(store.clock)
    request = PlanRequest(
        today - BACK,
        today + AHEAD,
        formats=(CALENDAR,),
        out=folder,
        counsellors=(store.counsellors.get(counsellor).initials,),
        language=language,
    )
    content = PLAN_FORMATS[CALENDAR].render(make_sheet(store, request, with_gone=False))
    path = folder / FEED_NAME
    with files.explained_os_errors():
        if not folder.is_dir():
            raise _no_folder(folder)
        if not path.is_file() or path.read_bytes() != content:
            files.write_atomically(path, content)
    return path


def _no_folder(folder: Path) -> UserError:
    return UserError(
        Text("Kalenderfilen blev ikke skrevet.", "The calendar file was not written."),
        Text(
            f"Mappen {folder.name} findes ikke, eller drevet er ikke tilsluttet.",
            f"The folder {folder.name} is missing, or its drive is not connected.",
        ),
        Text(
            "Se efter under Indstillinger, Mapper.",
            "Look it up under Settings, Folders.",
        ),
    )
