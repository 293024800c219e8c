"""The statements of the sixth step of the schema about letters; see :mod:`app.models.migrations`."""

OUTBOX = """
CREATE TABLE delivery_place (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  kind TEXT NOT NULL CHECK (kind IN ('folder', 'webdav')),
  address TEXT NOT NULL CHECK (address <> ''),
  user TEXT NOT NULL, password TEXT NOT NULL,
  reached_at TEXT NOT NULL, trouble TEXT NOT NULL, archive_read_by TEXT NOT NULL
) STRICT;

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  kind TEXT NOT NULL CHECK (kind IN ('summary', 'receipt', 'key', 'roster', 'package')),
  folder TEXT NOT NULL CHECK (folder <> ''), name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  month TEXT NOT NULL, revision INTEGER NOT NULL, epoch INTEGER NOT NULL,
  sealed BLOB NOT NULL, size INTEGER NOT NULL CHECK (size > 0),
  state TEXT NOT NULL CHECK (state IN ('queued', 'delivered', 'acknowledged', 'refused')),
  reason TEXT NOT NULL, trouble TEXT NOT NULL,
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  made_at TEXT NOT NULL, next_attempt_at TEXT NOT NULL,
  delivered_at TEXT NOT NULL, settled_at TEXT NOT NULL,
  UNIQUE (hash, folder)
) STRICT;
CREATE INDEX outbox_state ON outbox (state, next_attempt_at);

CREATE TABLE inbox_letter (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  kind TEXT NOT NULL, sender TEXT NOT NULL, seq INTEGER NOT NULL,
  month TEXT NOT NULL, revision INTEGER NOT NULL,
  taken INTEGER NOT NULL CHECK (taken IN (0, 1)), reason TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE inbox_file (
  folder TEXT NOT NULL, name TEXT NOT NULL, mark TEXT NOT NULL, judged_with TEXT NOT NULL,
  reason TEXT NOT NULL, seen_at TEXT NOT NULL,
  PRIMARY KEY (folder, name)
) STRICT, WITHOUT ROWID;
"""
