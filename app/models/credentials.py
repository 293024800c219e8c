"""Changing how an installation is opened; whoever asks must know its passphrase."""

from app.models import keys
from app.paths import Paths


def change_passphrase(
    paths: Paths, old: str, new: str, *, params: keys.KdfParameters = keys.DEFAULT_PARAMETERS
) -> None:
    """Let ``new`` open the installation from now on, in place of ``old``.

    Backups keep the passphrase of their day.

    Raises:
        WrongPassphrase: ``old`` does not open it; nothing is changed.
        InvalidInput: ``new`` is too short; nothing is changed.
    """
    envelope = keys.read_envelope(paths.envelope)
    key = keys.open_with_passphrase(envelope, old)
    changed = keys.change_passphrase(envelope, key, new, params=params)
    keys.write_envelope(paths.envelope, changed)


def renew_recovery_code(
    paths: Paths, passphrase: str, *, params: keys.KdfParameters = keys.DEFAULT_PARAMETERS
) -> str:
    """Return a new recovery code to print; the code printed before opens nothing any more.

    Raises:
        WrongPassphrase: the passphrase does not open the installation; nothing is changed.
    """
    envelope = keys.read_envelope(paths.envelope)
    key = keys.open_with_passphrase(envelope, passphrase)
    renewed, code = keys.renew_recovery_code(envelope, key, params=params)
    keys.write_envelope(paths.envelope, renewed)
    return code
