-- What you wrote. Nothing here can be rebuilt.

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- Where the reader stopped: how far into which block, 0 to 1.
CREATE TABLE reading_position (
  article TEXT PRIMARY KEY,
  block   TEXT NOT NULL,
  offset  REAL NOT NULL CHECK (offset BETWEEN 0 AND 1),
  at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
