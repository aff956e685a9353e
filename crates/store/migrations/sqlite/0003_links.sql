-- The secret by which links to a place's staff are known as ours: one row, made with the first link. Without it no link of
-- before holds: delete it to take all of them back.

CREATE TABLE link_key (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;
