-- The names in force: the library's and what the reader changed in them.

DROP TABLE built_from;
CREATE TABLE built_from (
  -- One row: another fold, order, library or edit makes the index stale.
  fold_version     INTEGER NOT NULL,
  sort_key_version INTEGER NOT NULL,
  library_revision INTEGER NOT NULL,
  edits_revision   INTEGER NOT NULL
) STRICT;

CREATE TABLE source (
  id        TEXT PRIMARY KEY,
  kind      TEXT NOT NULL,
  title     TEXT NOT NULL,
  publisher TEXT,
  date      TEXT,
  url       TEXT,
  licence   TEXT,
  note      TEXT
) STRICT;

CREATE TABLE entity (
  id        TEXT PRIMARY KEY,
  type      TEXT NOT NULL,
  within    TEXT CHECK (json_valid(within)),
  note      TEXT CHECK (json_valid(note)),
  lat       REAL,
  lon       REAL,
  precision TEXT,
  credit    TEXT
) STRICT;

CREATE TABLE name (
  id          INTEGER PRIMARY KEY,
  entity      TEXT NOT NULL REFERENCES entity ON DELETE CASCADE,
  lang        TEXT NOT NULL,
  text        TEXT NOT NULL,
  kind        TEXT NOT NULL,
  form        TEXT NOT NULL,
  certainty   TEXT NOT NULL,
  period_from TEXT,
  period_to   TEXT,
  note        TEXT,
  -- As misspellings of it have it too; to suggest, never to decide.
  loose       TEXT NOT NULL,
  -- The edit that it owes what it says to; null where the library has it so.
  edit        INTEGER
) STRICT;
CREATE INDEX name_entity ON name (entity);
CREATE INDEX name_loose ON name (loose);

CREATE TABLE name_source (
  name   INTEGER NOT NULL REFERENCES name ON DELETE CASCADE,
  source TEXT NOT NULL REFERENCES source,
  PRIMARY KEY (name, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_source_source ON name_source (source);

-- Where an entity stands in the list of a language. Without an entry: it has no name there.
CREATE TABLE entity_order (
  lang      TEXT NOT NULL,
  key       TEXT NOT NULL,
  entity    TEXT NOT NULL REFERENCES entity ON DELETE CASCADE,
  certainty TEXT NOT NULL,
  PRIMARY KEY (lang, key, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_order_entity ON entity_order (entity, lang);

-- Every form of every name as its folded words, to find it by the beginnings of some of them. rowid = name.id
CREATE VIRTUAL TABLE name_words USING fts5 (
  folded, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3', detail = full
);

-- Offsets are UTF-16 code units into the passage's text.
CREATE TABLE mention (
  article TEXT NOT NULL,
  lang    TEXT NOT NULL,
  block   TEXT NOT NULL,
  start   INTEGER NOT NULL,
  "end"   INTEGER NOT NULL CHECK ("end" > start),
  entity  TEXT NOT NULL,
  -- The name's own language where the text quotes it in another than its own.
  quoted  TEXT,
  -- In the order of the contents, the languages and the text.
  place   INTEGER NOT NULL,
  -- The edit that put it there; null where the library has it so.
  edit    INTEGER,
  PRIMARY KEY (article, lang, block, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity, place);
