"""What a screen reader is told, read from the accessibility bus of a running window."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.xvfb

ROOT = Path(__file__).parents[2]
REGISTRY = "org.a11y.atspi.Registry"
DESKTOP = "/org/a11y/atspi/accessible/root"
NODE = re.compile(r'string "(:[\d.]+)"\s+object path "([^"]+)"')
WINDOW_APPEARS_MS = 30_000


class Bus:
    """Asks the accessibility bus the way a screen reader does."""

    def __init__(self) -> None:
        shown = self._send("--session", "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
        self._address = re.findall(r'string "([^"]+)"', shown)[0]

    def children(self, owner: str, path: str) -> list[tuple[str, str]]:
        method = "org.a11y.atspi.Accessible.GetChildren"
        return NODE.findall(self._send(f"--bus={self._address}", owner, path, method))

    def name(self, owner: str, path: str) -> str:
        shown = self._send(
            f"--bus={self._address}",
            owner,
            path,
            "org.freedesktop.DBus.Properties.Get",
            "string:org.a11y.atspi.Accessible",
            "string:Name",
        )
        return "".join(re.findall(r'variant\s+string "([^"]*)"', shown))

    def names_below(self, owner: str, path: str, depth: int = 12) -> Iterator[str]:
        for child_owner, child in self.children(owner, path):
            yield self.name(child_owner, child)
            if depth:
                yield from self.names_below(child_owner, child, depth - 1)

    @staticmethod
    def _send(bus: str, owner: str, path: str, method: str, *arguments: str) -> str:
        answer = subprocess.run(
            ["dbus-send", bus, "--print-reply", f"--dest={owner}", path, method, *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        return answer.stdout


@pytest.fixture
def window(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "app", "--data-dir", str(tmp_path / "data"), "gui"]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"LC_ALL": "C.UTF-8"})
    yield process
    process.terminate()
    process.wait(timeout=20)


def test_a_screen_reader_finds_the_fields_of_the_first_run(
    qtbot: QtBot, window: subprocess.Popen[bytes]
) -> None:
    bus = Bus()
    wanted = {"Navn", "Projekt", "Videre"}

    def heard() -> set[str]:
        assert window.poll() is None, "the window closed by itself"
        names = {name for _, name in _named(bus)}
        return wanted - {name for name in wanted if any(name in said for said in names)}

    qtbot.waitUntil(lambda: heard() == set(), timeout=WINDOW_APPEARS_MS)


def _named(bus: Bus) -> list[tuple[str, str]]:
    found = []
    for owner, path in bus.children(REGISTRY, DESKTOP):
        found += [(owner, name) for name in bus.names_below(owner, path) if name]
    return found
