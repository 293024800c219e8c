"""The statements of the sixth step of the schema about belonging; see :mod:`app.models.migrations`."""

TEAM = """
CREATE TABLE device (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  generation INTEGER NOT NULL CHECK (generation >= 0),
  seed BLOB NOT NULL CHECK (length(seed) = 32),
  identity TEXT NOT NULL CHECK (identity GLOB 'AGE-SECRET-KEY-1*'),
  replaces TEXT NOT NULL,
  made_on TEXT NOT NULL,
  last_seq INTEGER NOT NULL CHECK (last_seq >= 0),
  last_hash TEXT NOT NULL CHECK ((last_seq = 0) = (last_hash = '')),
  last_to_lead INTEGER NOT NULL CHECK (last_to_lead BETWEEN 0 AND last_seq)
) STRICT;

CREATE TABLE team_secret (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  value BLOB NOT NULL CHECK (length(value) > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE team_key (
  epoch INTEGER PRIMARY KEY CHECK (epoch >= 1),
  key BLOB NOT NULL CHECK (length(key) = 32),
  holder TEXT NOT NULL CHECK (holder <> ''), taken_on TEXT NOT NULL
) STRICT;

CREATE TABLE roster (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  document BLOB NOT NULL, taken_at TEXT NOT NULL
) STRICT;
"""
