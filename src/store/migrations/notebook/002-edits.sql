-- What the reader changed in the names: an edit is what is undone as one. The names in force are the library's with
-- the edits that are not undone, in their order; they are made anew in the index, and nothing of them is only there.

CREATE TABLE edits_revision (
  -- One row. Grows with every edit and every undoing; the index says which one it was built from.
  number INTEGER NOT NULL
) STRICT;
INSERT INTO edits_revision VALUES (0);

CREATE TABLE edit (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,
  at        TEXT NOT NULL,
  -- Who said so, as they sign.
  by        TEXT NOT NULL,
  -- What it was, to be listed: {"kind":"import","file":…}
  what      TEXT NOT NULL CHECK (json_valid(what)),
  undone_at TEXT
) STRICT;

CREATE TABLE entity_edit (
  edit   INTEGER NOT NULL REFERENCES edit ON DELETE CASCADE,
  entity TEXT NOT NULL,
  change TEXT NOT NULL CHECK (json_valid(change)),
  PRIMARY KEY (edit, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_edit_entity ON entity_edit (entity, edit);

CREATE TABLE source_edit (
  edit   INTEGER NOT NULL REFERENCES edit ON DELETE CASCADE,
  source TEXT NOT NULL,
  value  TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (edit, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention_edit (
  edit     INTEGER NOT NULL REFERENCES edit ON DELETE CASCADE,
  position INTEGER NOT NULL,
  article  TEXT NOT NULL,
  lang     TEXT NOT NULL,
  change   TEXT NOT NULL CHECK (json_valid(change)),
  PRIMARY KEY (edit, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_edit_article ON mention_edit (article, lang, edit);
