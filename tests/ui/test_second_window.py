"""Another installation opens as another process of the same program, on its own folder."""

import os
import signal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.models.settings import DeviceSettings
from app.paths import Paths
from app.ui.second_window import command, open_second_window


def test_the_program_starts_on_the_other_folder_and_looks_as_this_one_does(
    qtbot: QtBot, tmp_path: Path
) -> None:
    device = DeviceSettings(tmp_path / "data" / "device.json")
    device.set("language", "en")
    device.set("theme", "dark")
    other = Paths(tmp_path / "data-projektleder")
    process = open_second_window(other, device)
    try:
        # The log is begun by the window itself, after all that it needs was loaded.
        qtbot.waitUntil(other.logs.is_dir, timeout=60_000)
    finally:
        os.kill(process, signal.SIGTERM)
    there = DeviceSettings(other.device_settings)
    assert (there.get("language"), there.get("theme")) == ("en", "dark")


def test_a_window_that_looks_otherwise_already_keeps_its_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Paths(tmp_path / "data-projektleder")
    DeviceSettings(other.device_settings).set("theme", "light")
    device = DeviceSettings(tmp_path / "data" / "device.json")
    device.set("theme", "dark")
    monkeypatch.setattr("sys.executable", str(tmp_path / "nothing"))
    with pytest.raises(UserError, match=r"The window was not opened\."):
        open_second_window(other, device)
    assert DeviceSettings(other.device_settings).get("theme") == "light"


def test_the_built_program_starts_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = Paths(tmp_path / "data-projektleder")
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", "vejviser")
    assert command(paths) == ["vejviser", "--data-dir", str(paths.data_dir)]
