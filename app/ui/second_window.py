"""Opens another installation of this computer in a window of its own: another process, another store."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess

from app.errors import UserError
from app.models.settings import DeviceSettings
from app.paths import Paths
from app.texts import Text

_LOOKS = ("language", "theme", "density", "font_percent")


Start = Callable[[Paths, DeviceSettings], int]


def open_second_window(paths: Paths, device: DeviceSettings) -> int:
    """Start the program on another data folder, and return the id of its process.

    A folder that is new looks and speaks as this one does.

    Raises:
        UserError: the system did not start it.
    """
    other = DeviceSettings(paths.device_settings)
    if not paths.device_settings.exists():
        for name in _LOOKS:
            other.set(name, device.get(name))
    program, *arguments = command(paths)
    started, process = QProcess.startDetached(program, arguments, str(_root()))
    if not started:
        raise UserError(
            Text("Vinduet blev ikke åbnet.", "The window was not opened."),
            Text("Systemet startede ikke programmet.", "The system did not start the program."),
            Text(
                f'Kør selv »vejviser --data-dir "{paths.data_dir}"«.',
                f'Run “vejviser --data-dir "{paths.data_dir}"” yourself.',
            ),
        )
    return int(process)


def command(paths: Paths) -> list[str]:
    """Return what starts this same program on a data folder, built or not."""
    built = getattr(sys, "frozen", False)
    program = [sys.executable] if built else [sys.executable, "-m", "app"]
    return [*program, "--data-dir", str(paths.data_dir)]


def _root() -> Path:
    return (
        Path(sys.executable).parent if getattr(sys, "frozen", False) else Path(__file__).parents[2]
    )
