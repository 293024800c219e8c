"""The statement of the seventh step of the schema: what came of each letter, kept to be read later.

See :mod:`app.models.migrations` for the steps, :mod:`app.models.team.receptions` for the meaning.
"""

RECEPTION = """
CREATE TABLE reception (
  id INTEGER PRIMARY KEY,
  received_at TEXT NOT NULL, hash TEXT NOT NULL, file TEXT NOT NULL,
  initials TEXT NOT NULL, kind TEXT NOT NULL, month TEXT NOT NULL, revision INTEGER NOT NULL,
  reason TEXT NOT NULL, receipt TEXT NOT NULL,
  seen INTEGER NOT NULL CHECK (seen IN (0, 1)),
  CHECK ((hash <> '') + (file <> '') = 1)
) STRICT;
CREATE INDEX reception_of ON reception (hash, file, reason);
CREATE INDEX reception_unseen ON reception (seen) WHERE seen = 0;
"""
