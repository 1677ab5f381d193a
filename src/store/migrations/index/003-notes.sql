-- Where the reader's notes stand in the library as it is now, and what they are found by.

CREATE TABLE notes_seen (
  -- One row: up to which revision of the notebook.
  number INTEGER NOT NULL
) STRICT;

CREATE TABLE note_entry (
  note       TEXT PRIMARY KEY,
  -- Of the revision that it was made of.
  number     INTEGER NOT NULL,
  removed    INTEGER NOT NULL,
  article    TEXT,
  entity     TEXT,
  -- In the order of the contents and the text.
  at_article INTEGER NOT NULL,
  at_block   INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  -- Where it was found, in UTF-16 units of the written text; null where it is on nothing that stands in a text.
  block      TEXT,
  "end"      INTEGER,
  state      TEXT NOT NULL,
  score      REAL,
  colour     TEXT NOT NULL,
  -- Its text, its quote and its tags, folded.
  folded     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX note_entry_place ON note_entry (removed, at_article, at_block, start, number);
CREATE INDEX note_entry_time ON note_entry (removed, number);
CREATE INDEX note_entry_article ON note_entry (article, removed, at_block, start, number);
CREATE INDEX note_entry_entity ON note_entry (entity) WHERE entity IS NOT NULL;

CREATE TABLE note_tag (
  tag  TEXT NOT NULL,
  note TEXT NOT NULL REFERENCES note_entry ON DELETE CASCADE,
  PRIMARY KEY (tag, note)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_tag_note ON note_tag (note);
