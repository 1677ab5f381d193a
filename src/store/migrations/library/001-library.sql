-- What you read. Everything here can be had again by importing again.
-- Localised texts are JSON objects {"en":…,"sq":…,"sr-Cyrl":…}; citations are JSON arrays [{"source":…,"lines":…}].

CREATE TABLE revision (
  -- One row. Grows with every change of this file; the index says which one it was built from.
  number INTEGER NOT NULL
) STRICT;
INSERT INTO revision VALUES (0);

CREATE TABLE collection (
  id           TEXT PRIMARY KEY,
  version      TEXT NOT NULL,
  title        TEXT NOT NULL CHECK (json_valid(title)),
  licence_name TEXT NOT NULL,
  licence_url  TEXT NOT NULL,
  credits      TEXT NOT NULL CHECK (json_valid(credits)),
  content_note TEXT NOT NULL CHECK (json_valid(content_note))
) STRICT;

CREATE TABLE source (
  id         TEXT PRIMARY KEY,
  collection TEXT NOT NULL REFERENCES collection ON DELETE CASCADE,
  kind       TEXT NOT NULL,
  title      TEXT NOT NULL,
  publisher  TEXT,
  date       TEXT,
  url        TEXT,
  licence    TEXT,
  note       TEXT
) STRICT;
CREATE INDEX source_collection ON source (collection);

CREATE TABLE entity (
  id         TEXT PRIMARY KEY,
  collection TEXT NOT NULL REFERENCES collection ON DELETE CASCADE,
  type       TEXT NOT NULL,
  within     TEXT CHECK (json_valid(within)),
  note       TEXT CHECK (json_valid(note)),
  lat        REAL,
  lon        REAL,
  precision  TEXT,
  credit     TEXT,
  CHECK ((lat IS NULL) = (lon IS NULL))
) STRICT;
CREATE INDEX entity_collection ON entity (collection);

CREATE TABLE name (
  id        INTEGER PRIMARY KEY,
  entity    TEXT NOT NULL REFERENCES entity ON DELETE CASCADE,
  lang      TEXT NOT NULL,
  text      TEXT NOT NULL,
  kind      TEXT NOT NULL,
  form      TEXT NOT NULL,
  certainty TEXT NOT NULL,
  note      TEXT
) STRICT;
CREATE INDEX name_entity ON name (entity);

CREATE TABLE name_source (
  name   INTEGER NOT NULL REFERENCES name ON DELETE CASCADE,
  source TEXT NOT NULL REFERENCES source,
  PRIMARY KEY (name, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_source_source ON name_source (source);

CREATE TABLE article (
  id         TEXT PRIMARY KEY,
  collection TEXT NOT NULL REFERENCES collection ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  about      TEXT NOT NULL REFERENCES entity,
  source     TEXT NOT NULL REFERENCES source
) STRICT;
CREATE INDEX article_collection ON article (collection, position);

CREATE TABLE article_source (
  article  TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
  position INTEGER NOT NULL,
  source   TEXT NOT NULL REFERENCES source,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE edition (
  article     TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
  lang        TEXT NOT NULL,
  title       TEXT NOT NULL,
  state       TEXT NOT NULL,
  reviewed_by TEXT,
  reviewed_on TEXT,
  words       INTEGER NOT NULL,
  PRIMARY KEY (article, lang)
) STRICT, WITHOUT ROWID;

-- What stands where in an article, the same in all its editions. A fact of the infobox is a block too.
CREATE TABLE block (
  article   TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
  id        TEXT NOT NULL,
  position  INTEGER NOT NULL,
  type      TEXT NOT NULL CHECK (type IN ('heading', 'paragraph', 'item', 'fact')),
  level     INTEGER,
  fact      TEXT,
  citations TEXT NOT NULL CHECK (json_valid(citations)),
  PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE passage (
  article TEXT NOT NULL,
  lang    TEXT NOT NULL,
  block   TEXT NOT NULL,
  text    TEXT NOT NULL,
  PRIMARY KEY (article, lang, block),
  FOREIGN KEY (article, lang) REFERENCES edition ON DELETE CASCADE,
  FOREIGN KEY (article, block) REFERENCES block ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Offsets are UTF-16 code units into the passage's text.
CREATE TABLE mention (
  article TEXT NOT NULL,
  lang    TEXT NOT NULL,
  block   TEXT NOT NULL,
  start   INTEGER NOT NULL,
  "end"   INTEGER NOT NULL CHECK ("end" > start),
  entity  TEXT NOT NULL REFERENCES entity,
  -- The name's own language where the text quotes it in another than its own.
  quoted  TEXT,
  PRIMARY KEY (article, lang, block, start),
  FOREIGN KEY (article, lang, block) REFERENCES passage ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity);

CREATE TABLE see_also (
  article  TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
  position INTEGER NOT NULL,
  entity   TEXT NOT NULL REFERENCES entity,
  target   TEXT,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure (
  id         TEXT PRIMARY KEY,
  article    TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  block      TEXT,
  fact       TEXT,
  what       TEXT NOT NULL CHECK (json_valid(what)),
  places     TEXT NOT NULL CHECK (json_valid(places)),
  date_from  TEXT,
  date_to    TEXT,
  scope_note TEXT CHECK (json_valid(scope_note)),
  qualifier  TEXT NOT NULL,
  low        REAL,
  high       REAL,
  wording    TEXT CHECK (json_valid(wording)),
  held_by    TEXT NOT NULL CHECK (json_valid(held_by)),
  holder     TEXT REFERENCES entity,
  part_of    TEXT REFERENCES figure DEFERRABLE INITIALLY DEFERRED,
  citations  TEXT NOT NULL CHECK (json_valid(citations))
) STRICT;
CREATE INDEX figure_article ON figure (article, position);
