-- Who may do what, who is signed in, and what readers report. Nothing here is about a child.

CREATE TABLE account (
    name TEXT PRIMARY KEY,
    password TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('viewer', 'editor', 'reviewer', 'admin')),
    districts TEXT NOT NULL,
    kinds TEXT NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    locked_until TEXT,
    created TEXT NOT NULL
) STRICT;

CREATE TABLE session (
    token BLOB PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (name) ON DELETE CASCADE,
    csrf BLOB NOT NULL,
    created TEXT NOT NULL,
    expires TEXT NOT NULL
) STRICT;

CREATE INDEX session_by_account ON session (account);
CREATE INDEX session_by_expiry ON session (expires);

CREATE TABLE correction (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL REFERENCES place (id),
    kind TEXT NOT NULL CHECK (kind IN ('closed', 'moved', 'hours', 'not_free', 'name', 'unsafe', 'other')),
    text TEXT NOT NULL,
    contact TEXT,
    reporter BLOB,
    at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'rejected')),
    reply TEXT,
    closed_by TEXT,
    closed_at TEXT,
    CHECK (state = 'open' OR (contact IS NULL AND reporter IS NULL AND reply IS NOT NULL
        AND closed_by IS NOT NULL AND closed_at IS NOT NULL))
) STRICT;

CREATE INDEX correction_by_place ON correction (place);
CREATE INDEX correction_by_state ON correction (state, at, id);
CREATE INDEX correction_by_reporter ON correction (reporter, at) WHERE reporter IS NOT NULL;
