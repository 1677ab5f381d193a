-- Notes that were deleted for good and are still to be taken out of the backups: what could not be done at once is done
-- the next time. Only their ids; a note that came back from a backup is left alone.

CREATE TABLE unswept (
  note TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
