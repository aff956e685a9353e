-- Who may do what, who is signed in, and what readers report. Nothing here is about a child.

CREATE TABLE account (
    name text COLLATE "C" PRIMARY KEY,
    password text NOT NULL,
    role text NOT NULL CHECK (role IN ('viewer', 'editor', 'reviewer', 'admin')),
    districts text NOT NULL,
    kinds text NOT NULL,
    disabled boolean NOT NULL DEFAULT false,
    failed bigint NOT NULL DEFAULT 0,
    locked_until timestamptz,
    created timestamptz NOT NULL
);
COMMENT ON TABLE account IS 'Who may sign in, and what they may do.';
COMMENT ON COLUMN account.password IS 'An Argon2 hash in PHC form, never a password.';
COMMENT ON COLUMN account.districts IS 'Codes of the districts it may change, with commas; empty = all.';
COMMENT ON COLUMN account.kinds IS 'Role kinds it may change, with commas; empty = all.';
COMMENT ON COLUMN account.failed IS 'Failed sign-ins since the last that succeeded.';

CREATE TABLE session (
    token bytea PRIMARY KEY,
    account text COLLATE "C" NOT NULL REFERENCES account (name) ON DELETE CASCADE,
    csrf bytea NOT NULL,
    created timestamptz NOT NULL,
    expires timestamptz NOT NULL
);
COMMENT ON TABLE session IS 'Who is signed in.';
COMMENT ON COLUMN session.token IS 'Hash of the token that the browser holds.';
CREATE INDEX session_by_account ON session (account);
CREATE INDEX session_by_expiry ON session (expires);

CREATE TABLE correction (
    id text COLLATE "C" PRIMARY KEY,
    place text COLLATE "C" NOT NULL REFERENCES place (id),
    kind text NOT NULL CHECK (kind IN ('closed', 'moved', 'hours', 'not_free', 'name', 'unsafe', 'other')),
    text text NOT NULL,
    contact text,
    reporter bytea,
    at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'rejected')),
    reply text,
    closed_by text,
    closed_at timestamptz,
    CHECK (state = 'open' OR (contact IS NULL AND reporter IS NULL AND reply IS NOT NULL
        AND closed_by IS NOT NULL AND closed_at IS NOT NULL))
);
COMMENT ON TABLE correction IS 'What readers say is wrong.';
COMMENT ON COLUMN correction.contact IS 'How to answer the reporter, if they said; erased when the report is closed.';
COMMENT ON COLUMN correction.reporter IS 'A hash with a salt of the day, for counting reports; erased when the report is closed.';
CREATE INDEX correction_by_place ON correction (place);
CREATE INDEX correction_by_state ON correction (state, at, id);
CREATE INDEX correction_by_reporter ON correction (reporter, at) WHERE reporter IS NOT NULL;
