"""Making and opening the store of an installation: envelope, database, schema."""

from pathlib import Path
from typing import TYPE_CHECKING

from app import files
from app.errors import (
    Conflict,
    DamagedEnvelope,
    DamagedStore,
    InvalidInput,
    NotFound,
    Problem,
    UserError,
)
from app.models import cipher, keys
from app.models.backup import finish_restore, make_backup, restore_begun
from app.models.cipher import Database, DataKey, open_database
from app.models.clock import Clock, system_clock
from app.models.counsellors import initials_of
from app.models.schema import pending_steps, refuse_newer_schema
from app.models.store import Store
from app.models.taxonomy import load_standard
from app.models.types import Counsellor, Profession
from app.paths import Paths, resource
from app.texts import Text

if TYPE_CHECKING:
    from app.models.sqlite_tools import Migrations


_NOT_SET_UP = Text("Der blev ikke oprettet noget.", "Nothing was set up.")


def exists(paths: Paths) -> bool:
    """Tell whether this installation has been set up: its key file or its database is there.

    A set-up that was interrupted does not count; a restore that was interrupted does.
    """
    if paths.database.exists() or restore_begun(paths):
        return True
    return paths.envelope.exists() and not _unfinished(paths).exists()


def create_store(
    paths: Paths,
    passphrase: str,
    *,
    project: str,
    counsellor: Counsellor,
    clock: Clock = system_clock,
    params: keys.KdfParameters = keys.DEFAULT_PARAMETERS,
) -> tuple[Store, DataKey, str]:
    """Set up an installation and return its open store, its key and the recovery code to print.

    Raises:
        Conflict: the folder already holds an installation; nothing is changed.
        InvalidInput: the passphrase is too short, or a name is missing; nothing is left behind.
    """
    require_nothing_there(paths)
    if not project.strip():
        missing = Text("Skriv, hvad projektet hedder.", "Enter the name of the project.")
        raise InvalidInput(_NOT_SET_UP, (Problem("project", missing),))
    envelope, key, code = keys.create_envelope(passphrase, params=params)
    unfinished = _unfinished(paths)
    with files.explained_os_errors():
        files.make_private_folder(paths.data_dir)
        _remove_unfinished(paths)
        try:
            database = open_database(unfinished, key, create=True)
            _fill(Store(database, clock), project.strip(), counsellor)
            # The envelope comes first: a database without its key would be lost. As long as the
            # unfinished database lies beside it, it counts for nothing.
            keys.write_envelope(paths.envelope, envelope)
            unfinished.replace(paths.database)
        except BaseException:
            _remove_unfinished(paths)
            raise
        files.sync_folder(paths.data_dir)
        cipher.lock_path(unfinished).unlink(missing_ok=True)
    return Store(open_database(paths.database, key), clock, key), key, code


def require_nothing_there(paths: Paths) -> None:
    """Raise Conflict when the folder already holds an installation."""
    if exists(paths):
        raise _already_there(paths)


def new_counsellor(name: str, profession: Profession) -> Counsellor:
    """Return a counsellor with initials made of the name."""
    return Counsellor(name=name.strip(), initials=initials_of(name), profession=profession)


def open_store(
    paths: Paths, passphrase: str, *, clock: Clock = system_clock
) -> tuple[Store, DataKey]:
    """Open the store with the passphrase.

    Raises:
        NotFound: there is no installation here.
        WrongPassphrase, DamagedEnvelope, DamagedStore: what the names say; a file that is gone
            counts as damaged. Nothing is changed.
        UserError: the store was written by a newer release.
    """
    key = keys.open_with_passphrase(_envelope(paths), passphrase)
    return open_with_key(paths, key, clock=clock), key


def open_with_recovery_code(
    paths: Paths, code: str, new_passphrase: str, *, clock: Clock = system_clock
) -> tuple[Store, DataKey]:
    """Open the store with the printed recovery code and give it a new passphrase.

    Errors as for :func:`open_store`; InvalidInput when the new passphrase is too short.
    """
    envelope = _envelope(paths)
    key = keys.open_with_recovery_code(envelope, code)
    renewed = keys.change_passphrase(envelope, key, new_passphrase)
    store = open_with_key(paths, key, clock=clock)
    try:
        keys.write_envelope(paths.envelope, renewed)
    except BaseException:
        store.close()
        raise
    return store, key


def open_with_key(
    paths: Paths, key: DataKey, *, clock: Clock = system_clock, steps: "Migrations | None" = None
) -> Store:
    """Open the store with its data key; an older schema is backed up, then brought up to date.

    ``steps`` are those of another release than this one.
    """
    database = open_database(paths.database, key)
    try:
        refuse_newer_schema(database)
        if steps is not None or pending_steps(database):
            _take_steps(database, key, paths, clock, steps)
    except BaseException:
        database.close()
        raise
    return Store(database, clock, key)


def _take_steps(
    database: Database, key: DataKey, paths: Paths, clock: Clock, steps: "Migrations | None"
) -> None:
    from app.models.migrations import SHIPPED  # hardly ever needed when a store is opened

    steps = steps or SHIPPED
    if steps.pending(database.tools):
        make_backup(database, key, paths.backups, paths.envelope, clock())
        steps.apply(database.tools)


def _envelope(paths: Paths) -> keys.Envelope:
    finish_restore(paths)
    if not exists(paths):
        raise NotFound(
            Text("Der er ingen data i mappen.", "There are no data in the folder."),
            Text("Vejviser er ikke sat op her endnu.", "Vejviser is not set up here yet."),
            Text(
                "Start vinduet, eller kør »vejviser init«.",
                "Start the window, or run “vejviser init”.",
            ),
        )
    _require_both(paths)
    return keys.read_envelope(paths.envelope)


def _require_both(paths: Paths) -> None:
    """Raise as for damage when one of the two files is gone: the other alone opens nothing."""
    if not paths.envelope.exists():
        raise DamagedEnvelope(
            Text("Nøglefilen blev ikke fundet.", "The key file was not found."),
            Text(
                f"Filen {paths.envelope.name} mangler, men databasen er der og er ikke ændret.",
                f"The file {paths.envelope.name} is missing; the database is there, unchanged.",
            ),
            Text(
                "Læg filen tilbage, hvis den er flyttet, eller hent den fra en sikkerhedskopi.",
                "Put the file back if it was moved, or take it from a backup.",
            ),
        )
    if not paths.database.exists():
        raise DamagedStore(
            Text("Databasen blev ikke fundet.", "The database was not found."),
            Text(
                f"Filen {paths.database.name} mangler, men nøglefilen er der og er ikke ændret.",
                f"The file {paths.database.name} is missing; the key file is there, unchanged.",
            ),
            Text(
                "Læg filen tilbage, hvis den er flyttet, eller gendan den nyeste sikkerhedskopi.",
                "Put the file back if it was moved, or restore the newest backup.",
            ),
        )


def _fill(store: Store, project: str, counsellor: Counsellor) -> None:
    from app.models.migrations import SHIPPED
    from app.models.team.devices import Devices

    try:
        SHIPPED.apply(store.database.tools)
        with store.atomic():
            load_standard(store.database, resource("taxonomy"))
            stored = store.counsellors.add(counsellor)
            store.settings.set("counsellor", stored.id)
            store.settings.set("project", project)
            # Every backup has the keys: so what is put back is known as the computer from before.
            Devices(store).current()
    finally:
        store.close()


def _unfinished(paths: Paths) -> Path:
    return paths.database.with_name(paths.database.name + ".new")


def _remove_unfinished(paths: Paths) -> None:
    """Remove what an interrupted set-up left; the database last, as it tells what the rest is."""
    if paths.database.exists() or not _unfinished(paths).exists():
        return
    paths.envelope.unlink(missing_ok=True)
    for suffix in ("-wal", "-shm", "-journal", ".lock", ""):
        path = _unfinished(paths)
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _already_there(paths: Paths) -> UserError:
    return Conflict(
        _NOT_SET_UP,
        Text(
            f"Mappen {paths.data_dir.name} har allerede en opsætning.",
            f"The folder {paths.data_dir.name} is already set up.",
        ),
        Text(
            "Åbn den med dens adgangssætning, eller vælg en anden mappe.",
            "Open it with its passphrase, or choose another folder.",
        ),
    )
