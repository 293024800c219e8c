"""Reading and writing settings: those in the store and those of the device."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from app import files
from app.errors import UserError
from app.models.repository import Repository
from app.models.setting_list import BY_NAME, SETTINGS, Setting, Value
from app.models.types import Record, RecordId
from app.texts import Language, Text

if TYPE_CHECKING:
    from app.models.store import Store

_MAX_DEVICE_BYTES = 65_536


def _refuse(setting: Setting, value: object) -> UserError:
    return UserError(
        Text("Indstillingen blev ikke ændret.", "The setting was not changed."),
        Text(
            f"{setting.label.da} kan ikke være »{value}«.",
            f"{setting.label.en} cannot be “{value}”.",
        ),
        Text("Vælg en anden værdi.", "Choose another value."),
    )


class StoredSetting(Record, frozen=True, kw_only=True):
    """One setting as it lies in the store: ``id`` is its name, ``value`` JSON."""

    value: str


class SettingRows(Repository[StoredSetting]):
    """Keeps the settings as records, so that changing one is audited and can be taken back."""

    kind = "setting"
    table = "setting"
    record_type = StoredSetting

    def find(self, record_id: RecordId) -> StoredSetting | None:
        """Return the setting of this name, or None when it was never set."""
        query = "SELECT value FROM setting WHERE name = ?"
        row = self._database.execute(query, (record_id,)).fetchone()
        return StoredSetting(id=record_id, value=row[0]) if row else None

    def keep(self, name: str, value: str) -> None:
        """Store a value as JSON; the same value again is no change."""
        with self._store.atomic():
            before = self.find(RecordId(name))
            after = StoredSetting(id=RecordId(name), value=value)
            if before != after:
                self._save(before, after)

    def _write(self, record: StoredSetting) -> StoredSetting:
        self._database.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (record.id, record.value),
        )
        return record

    def _remove(self, record: StoredSetting) -> None:
        self._database.execute("DELETE FROM setting WHERE name = ?", (record.id,))


class Settings:
    """The settings that lie in the encrypted store."""

    def __init__(self, store: "Store") -> None:
        self.rows = SettingRows(store)

    def get(self, name: str) -> Value:
        """Return the value of a setting, its default when it was never set."""
        setting = BY_NAME[name]
        stored = self.rows.find(RecordId(name))
        if stored is None:
            return setting.default
        value: Value = msgspec.json.decode(stored.value, type=setting.type)
        return value if setting.admits(value) else setting.default

    def set(self, name: str, value: Value) -> None:
        """Store the value of a setting, audited; raise UserError when it is not allowed."""
        setting = BY_NAME[name]
        if setting.place != "store":
            raise ValueError(f"{name} is a setting of the device")
        if not setting.admits(value):
            raise _refuse(setting, value)
        self.rows.keep(name, msgspec.json.encode(value).decode())

    @property
    def counsellor_id(self) -> RecordId:
        """The id of the counsellor who uses this installation, empty before the first run."""
        return RecordId(str(self.get("counsellor")))

    @property
    def project(self) -> str:
        """The name of the project."""
        return str(self.get("project"))

    @property
    def is_lead(self) -> bool:
        """Whether this installation holds what others reported, and registers nothing itself."""
        return self.get("role") == "lead"

    @property
    def demo(self) -> bool:
        """Whether everything in the store is invented."""
        return bool(self.get("demo"))

    @property
    def lock_minutes(self) -> int:
        """Minutes without use after which the program locks."""
        return int(self.get("lock_minutes"))


class DeviceSettings:
    """Language and looks, in a small plain file that says nothing about anybody.

    A file that is missing, damaged or from a newer release gives the defaults: it must never
    stand in the way of unlocking.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = _read_device_file(path)

    def get(self, name: str) -> Value:
        """Return the value of a device setting."""
        return self._values[name]

    def set(self, name: str, value: Value) -> None:
        """Store the value of a device setting.

        Raises UserError when it is not allowed, and when the file cannot be written: the value
        then holds until the program ends.
        """
        setting = BY_NAME[name]
        if setting.place != "device" or not setting.admits(value):
            raise _refuse(setting, value)
        self._values[name] = value
        with files.explained_os_errors():
            files.make_private_folder(self._path.parent)
            files.write_atomically(self._path, msgspec.json.encode(self._values))

    @property
    def language(self) -> Language:
        """The language of the program."""
        return "en" if self.get("language") == "en" else "da"


def _read_device_file(path: Path) -> dict[str, Value]:
    values = {setting.name: setting.default for setting in SETTINGS if setting.place == "device"}
    try:
        with path.open("rb") as file:
            stored: Any = msgspec.json.decode(file.read(_MAX_DEVICE_BYTES))
    except (OSError, msgspec.DecodeError):
        return values
    if isinstance(stored, dict):
        known = {name: value for name, value in stored.items() if name in values}
        values |= {name: v for name, v in known.items() if BY_NAME[name].admits(v)}
    return values
