-- Notes. A revision is written once and never changed; the note says which of its revisions is the latest.
-- What a column may hold is checked at every opening, with the pages (PRAGMA quick_check): bytes that have changed are
-- noticed by it where nothing else would.

CREATE TABLE note_revision (
  -- In the order in which they were kept, of all notes: clocks jump, this does not.
  number   INTEGER PRIMARY KEY AUTOINCREMENT,
  note     TEXT NOT NULL,
  -- 1 for the first of a note.
  revision INTEGER NOT NULL CHECK (revision > 0),
  at       TEXT NOT NULL CHECK (date(at) IS substr(at, 1, 10) AND at GLOB '??????????T??:??:??*Z'),
  -- Who wrote it, as they sign.
  by       TEXT NOT NULL,
  target   TEXT NOT NULL CHECK (json_valid(target)),
  -- Markdown; empty for a highlight.
  text     TEXT NOT NULL,
  colour   TEXT NOT NULL CHECK (colour IN ('yellow', 'green', 'blue', 'red', 'violet')),
  tags     TEXT NOT NULL CHECK (json_valid(tags) AND json_type(tags) = 'array'),
  removed  INTEGER NOT NULL CHECK (removed IN (0, 1)),
  UNIQUE (note, revision)
) STRICT;

CREATE TABLE note (
  id      TEXT PRIMARY KEY,
  created TEXT NOT NULL CHECK (date(created) IS substr(created, 1, 10) AND created GLOB '??????????T??:??:??*Z'),
  -- The number of its latest revision.
  last    INTEGER NOT NULL REFERENCES note_revision,
  -- Kept beside this other note, which somebody had changed meanwhile.
  copy_of TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE notebook_change (
  -- One row. Grows with whatever a backup would hold, so that one of nothing new need not be made.
  number INTEGER NOT NULL
) STRICT;
INSERT INTO notebook_change VALUES (0);

CREATE TRIGGER note_revision_kept AFTER INSERT ON note_revision BEGIN UPDATE notebook_change SET number = number + 1; END;
CREATE TRIGGER note_purged AFTER DELETE ON note BEGIN UPDATE notebook_change SET number = number + 1; END;
CREATE TRIGGER edit_kept AFTER INSERT ON edit BEGIN UPDATE notebook_change SET number = number + 1; END;
CREATE TRIGGER edit_undone AFTER UPDATE ON edit BEGIN UPDATE notebook_change SET number = number + 1; END;
CREATE TRIGGER setting_kept AFTER INSERT ON setting BEGIN UPDATE notebook_change SET number = number + 1; END;
CREATE TRIGGER setting_changed AFTER UPDATE ON setting WHEN old.value <> new.value
  BEGIN UPDATE notebook_change SET number = number + 1; END;
