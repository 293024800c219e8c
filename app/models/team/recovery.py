"""The project's recovery key: a printed code from which a signing key and an identity are made.

The code has 140 random bits, so no slow hash stands before it. The signing key says who the lead is,
once for every term of office; the identity opens every summary that was ever sent. Nothing of it is
kept where the project was created.
"""

from typing import Annotated

import msgspec
from msgspec import Meta

from app.models import recovery_code
from app.models.team.signing import (
    SIGN_KEY_BYTES,
    identity_of,
    recipient_of,
    short_digest,
    sign_key_of,
)

_PROJECT_ID_BYTES = 16


class Recovery(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The public halves of the recovery key."""

    sign_key: Annotated[bytes, Meta(min_length=SIGN_KEY_BYTES, max_length=SIGN_KEY_BYTES)]
    recipient: Annotated[str, Meta(max_length=80)]

    @property
    def project_id(self) -> str:
        """The id of the project: a hash of this key, so that nobody can put another in its place."""
        public = self.sign_key + self.recipient.encode()
        return short_digest(public, _PROJECT_ID_BYTES, b"vejviser project").hex()


class RecoveryKeys(msgspec.Struct, frozen=True, kw_only=True):
    """The secret halves, for as long as it takes to use them."""

    seed: bytes
    identity: str

    def __repr__(self) -> str:
        """Tell nothing: this may come into a log."""
        return "RecoveryKeys()"

    @property
    def public(self) -> Recovery:
        """The halves that the roster holds."""
        return Recovery(sign_key=sign_key_of(self.seed), recipient=recipient_of(self.identity))


def recovery_keys(typed: str) -> RecoveryKeys:
    """Return the keys of a code, however it is typed; raise ``MistypedCode`` for a slip."""
    secret = recovery_code.parse(typed).replace("-", "").encode("ascii")
    return RecoveryKeys(
        seed=short_digest(secret, 32, b"vejviser r-sign"),
        identity=identity_of(short_digest(secret, 32, b"vejviser r-seal")),
    )
