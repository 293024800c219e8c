"""Write LICENSES/THIRD-PARTY.md and LICENSES/third-party/ from the installed, locked packages.

Run by ``make licences`` after ``make lock``. What wheels do not tell (the licence texts of Qt, of
SQLCipher and OpenSSL inside the driver) stands here as data and in ``LICENSES/*.txt``.
"""

import re
import sysconfig
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LICENCES = ROOT / "LICENSES"
TEXTS = LICENCES / "third-party"

# Packages whose metadata names no licence, or names it wrongly.
KNOWN = {
    "click-default-group": "BSD-3-Clause",
    "pyside6-essentials": "LGPL-3.0-only",
    "python-dateutil": "Apache-2.0 AND BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
    "sqlcipher3": "Zlib",
    "sqlite-fts4": "Apache-2.0",
}
NOT_SHIPPED = {"pip": "only a dependency of sqlite-utils; not in the built app"}
HOMES = ("homepage", "source", "source code", "repository", "github", "code")

HEAD = """\
# Third-party software

Vejviser itself is under the MIT licence (`MIT.txt`). The built app ships the software below; the
full texts stand in `third-party/`, and where a wheel brings none, in the files named here.
Made by `make licences`; not edited by hand.

| package | version | licence | home |
| --- | --- | --- | --- |
"""

TAIL = """
## Inside those packages

| software | where | licence | text |
| --- | --- | --- | --- |
| Qt 6 | PySide6-Essentials | LGPL-3.0-only | `LGPL-3.0-only.txt`, `GPL-3.0-only.txt` |
| ICU and the other libraries that Qt contains | PySide6-Essentials | see Qt's page \
"Licenses Used in Qt" | doc.qt.io |
| SQLCipher | sqlcipher3 | BSD-3-Clause | `SQLCipher.txt` |
| SQLite | sqlcipher3 | public domain | |
| OpenSSL | sqlcipher3 | Apache-2.0 | `Apache-2.0.txt` |
| libsodium | PyNaCl | ISC | `third-party/pynacl.txt` |
| Argon2 reference code | argon2-cffi-bindings | CC0-1.0 OR Apache-2.0 | `Apache-2.0.txt` |
| libraries for fonts and images | pillow | see the text | `third-party/pillow.txt` |
| OpenBLAS, GCC runtime | numpy | see the text | `third-party/numpy.txt` |
| CPython | the built app | PSF-2.0 | `third-party/python.txt` |
| PyInstaller's start program | the built app | GPL-2.0-or-later with its exception for built apps | |
| Inter (font) | `resources/fonts/` | OFL-1.1 | `../resources/fonts/OFL.txt` |

## Qt and your right to replace it

Vejviser uses Qt and PySide6 unchanged, as shared libraries. In the built app they stand as separate
files in its folder and can be replaced with other builds of the same major version; nothing in
Vejviser prevents it. Their source is published by The Qt Company at download.qt.io and code.qt.io.
"""


def shipped_names() -> list[str]:
    """Return the names in requirements.txt, each once, in order."""
    lock = (ROOT / "requirements.txt").read_text("utf-8")
    return list(dict.fromkeys(re.findall(r"^(\S+)==", lock, re.MULTILINE)))


def licence_of(name: str, about: metadata.PackageMetadata) -> str:
    return KNOWN.get(name) or about.get("License-Expression") or about.get("License") or "see text"


def home_of(about: metadata.PackageMetadata) -> str:
    links = {}
    for entry in about.get_all("Project-URL") or []:
        label, _, address = entry.partition(", ")
        links[label.lower()] = address
    found = next((links[label] for label in HOMES if label in links), about.get("Home-page", ""))
    return f"<{found}>" if found else ""


def licence_text(distribution: metadata.Distribution) -> str:
    """Return every licence file of the package, each below its name."""
    parts = []
    for file in sorted(distribution.files or [], key=str):
        wanted = re.search(r"licen[sc]e|copying|notice", file.name, re.IGNORECASE)
        if wanted and ".dist-info" in str(file):
            inside = re.sub(r"^.*\.dist-info/(licenses/)?", "", file.as_posix())
            text = Path(str(file.locate())).read_text("utf-8", "replace")
            parts.append(f"=== {inside} ===\n\n{text.strip()}\n")
    return "\n".join(parts)


def write_text(name: str, text: str) -> None:
    lines = [line.rstrip() for line in text.splitlines()]
    (TEXTS / f"{name}.txt").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    TEXTS.mkdir(exist_ok=True)
    for old in TEXTS.glob("*.txt"):
        old.unlink()
    rows = []
    for name in shipped_names():
        distribution = metadata.distribution(name)
        about = distribution.metadata
        licence = licence_of(name, about)
        if name in NOT_SHIPPED:
            licence += f" ({NOT_SHIPPED[name]})"
        elif text := licence_text(distribution):
            write_text(name, text)
        rows.append(f"| {name} | {distribution.version} | {licence} | {home_of(about)} |\n")
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if python.exists():
        write_text("python", python.read_text("utf-8", "replace"))
    (LICENCES / "THIRD-PARTY.md").write_text(HEAD + "".join(rows) + TAIL, "utf-8")


if __name__ == "__main__":
    main()
