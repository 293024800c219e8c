"""Files that were read by a person once and must not change unnoticed.

After an intended change, run the tests with VEJVISER_GOLDEN=write and read the difference.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).with_name("golden")


def assert_golden(name: str, content: bytes) -> None:
    """Compare with the kept file, or with VEJVISER_GOLDEN=write keep the new one."""
    path = FOLDER / name
    if os.environ.get("VEJVISER_GOLDEN") == "write":
        path.write_bytes(content)
    assert content.decode() == path.read_bytes().decode()
