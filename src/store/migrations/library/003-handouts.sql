-- What handouts need: what can be left out of a text, when and where events were, questions for a class.

-- It describes killings, or what was done to the dead, in detail.
ALTER TABLE block ADD COLUMN graphic INTEGER NOT NULL DEFAULT 0 CHECK (graphic IN (0, 1));

-- When an event was, as far as it is known: 1999, 1999-03, 1999-03-28. Without an end: that day, month or year.
CREATE TABLE occasion (
  event     TEXT NOT NULL REFERENCES entity ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  date_from TEXT NOT NULL,
  date_to   TEXT,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_place (
  event    TEXT NOT NULL REFERENCES entity ON DELETE CASCADE,
  position INTEGER NOT NULL,
  place    TEXT NOT NULL REFERENCES entity ON DELETE CASCADE,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_place_place ON event_place (place);

-- Where an article tells of an event without its name.
CREATE TABLE event_told (
  event    TEXT NOT NULL REFERENCES entity ON DELETE CASCADE,
  article  TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
  block    TEXT NOT NULL,
  PRIMARY KEY (event, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_told_article ON event_told (article);

CREATE TABLE question (
  id        TEXT PRIMARY KEY,
  article   TEXT NOT NULL REFERENCES article ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  question  TEXT NOT NULL CHECK (json_valid(question)),
  answer    TEXT NOT NULL CHECK (json_valid(answer)),
  lines     INTEGER NOT NULL,
  citations TEXT NOT NULL CHECK (json_valid(citations))
) STRICT;
CREATE INDEX question_article ON question (article, position);
