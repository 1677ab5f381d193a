-- What can be rebuilt. Deleted without a thought.

CREATE TABLE built_from (
  -- One row: a different fold or library makes the index stale.
  fold_version     INTEGER NOT NULL,
  library_revision INTEGER NOT NULL
) STRICT;

CREATE TABLE passage (
  id      INTEGER PRIMARY KEY,
  article TEXT NOT NULL,
  lang    TEXT NOT NULL,
  block   TEXT NOT NULL,
  -- How much a hit here counts: a title more than a paragraph.
  weight  REAL NOT NULL
) STRICT;

-- Over text that fold() has folded; the tokenizer has nothing left to fold. rowid = passage.id
CREATE VIRTUAL TABLE passage_text USING fts5 (folded, tokenize = 'unicode61 remove_diacritics 0');

-- Every form of every name as its folded words, to find the entity that a query names.
CREATE TABLE name_key (
  words  TEXT NOT NULL,
  entity TEXT NOT NULL,
  PRIMARY KEY (words, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_key_entity ON name_key (entity);
