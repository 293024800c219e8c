"""Settings have defaults, refuse nonsense, and lie where they must: on the device or in the store."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.models.changes import Changes
from app.models.setting_list import BY_NAME, SETTINGS, Setting
from app.models.settings import DeviceSettings
from app.models.store import Store
from app.texts import Text


def test_every_setting_admits_its_own_default_and_speaks_both_languages() -> None:
    assert len(BY_NAME) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.admits(setting.default), setting.name
        texts = (setting.label, setting.help, *(words for _, words in setting.choices))
        assert all(text.da and text.en for text in texts), setting.name


def test_a_setting_that_was_never_set_has_its_default(store: Store) -> None:
    assert store.settings.get("export_folder") == ""
    assert store.settings.lock_minutes == 5


def test_a_setting_is_kept_and_told(store: Store) -> None:
    told: list[Changes] = []
    store.subscribe(told.append)
    store.settings.set("lock_minutes", 10)
    assert store.settings.lock_minutes == 10
    assert told[0].touches("setting")


@pytest.mark.parametrize(
    ("name", "value"),
    [("lock_minutes", 0), ("lock_minutes", 61), ("lock_minutes", "5"), ("project", 7)],
)
def test_nonsense_is_refused_with_a_reason(store: Store, name: str, value: str | int) -> None:
    before = store.settings.get(name)
    with pytest.raises(UserError) as refused:
        store.settings.set(name, value)
    assert BY_NAME[name].label.da in refused.value.why.da
    assert store.settings.get(name) == before


def test_a_stored_value_that_is_not_allowed_any_more_gives_the_default(store: Store) -> None:
    store.database.execute("INSERT INTO setting VALUES ('lock_minutes', '600')")
    assert store.settings.lock_minutes == 5


def test_device_settings_do_not_belong_in_the_store(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="device"):
        store.settings.set("language", "en")
    with pytest.raises(UserError):
        DeviceSettings(tmp_path / "device.json").set("project", "Projekt")


def test_device_settings_are_kept_in_their_file(tmp_path: Path) -> None:
    path = tmp_path / "device.json"
    device = DeviceSettings(path)
    assert device.language == "da"
    device.set("language", "en")
    device.set("font_percent", 150)
    again = DeviceSettings(path)
    assert (again.language, again.get("font_percent"), again.get("theme")) == ("en", 150, "system")


def test_a_device_setting_that_cannot_be_kept_holds_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    device = DeviceSettings(tmp_path / "data" / "device.json")
    with pytest.raises(UserError):
        device.set("language", "en")
    assert device.language == "en"


def test_the_first_device_setting_makes_its_folder(tmp_path: Path) -> None:
    DeviceSettings(tmp_path / "data" / "device.json").set("language", "en")
    assert DeviceSettings(tmp_path / "data" / "device.json").language == "en"


@pytest.mark.parametrize("value", ["fr", 1, ""])
def test_a_language_that_is_none_is_refused(tmp_path: Path, value: str | int) -> None:
    device = DeviceSettings(tmp_path / "device.json")
    with pytest.raises(UserError):
        device.set("language", value)
    assert device.language == "da"


@given(st.binary(max_size=200))
def test_a_damaged_device_file_never_stands_in_the_way(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("device") / "device.json"
    path.write_bytes(content)
    device = DeviceSettings(path)
    for setting in SETTINGS:
        if setting.place == "device":
            assert setting.admits(device.get(setting.name))


def test_unknown_and_forbidden_values_in_the_file_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "device.json"
    path.write_text('{"language": "en", "theme": "pink", "font_percent": 1000, "later": true}')
    device = DeviceSettings(path)
    assert (device.language, device.get("theme"), device.get("font_percent")) == (
        "en",
        "system",
        100,
    )


def test_true_is_no_number() -> None:
    words = Text("Tal", "Number")
    assert not Setting("n", 1, words, words, smallest=0, largest=9).admits(True)
