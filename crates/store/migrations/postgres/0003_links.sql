-- The secret by which links to a place's staff are known as ours.

CREATE TABLE link_key (
    one smallint PRIMARY KEY CHECK (one = 1),
    key bytea NOT NULL CHECK (length(key) = 32)
);
COMMENT ON TABLE link_key IS 'One row, made with the first link. Without it no link of before holds: delete it to take all of them back.';
COMMENT ON COLUMN link_key.key IS 'Random; whoever knows it can make links.';

COMMENT ON COLUMN commits.author IS 'Name of an account, or a word in brackets for what has none: [city pack], [operator], [link] and an office.';
