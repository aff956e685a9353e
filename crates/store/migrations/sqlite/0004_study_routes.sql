-- Study routes (研学线路) beside the places at which they stop, under the same revisions.
-- A route is one JSON object as a table of a city pack's study-routes.toml; what is asked by column is drawn from it.

CREATE TABLE study_route (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES commits (revision),
    route TEXT NOT NULL,
    title TEXT NOT NULL GENERATED ALWAYS AS (route ->> '$.title') VIRTUAL,
    theme TEXT NOT NULL GENERATED ALWAYS AS (route ->> '$.theme') VIRTUAL,
    status TEXT NOT NULL GENERATED ALWAYS AS (coalesce(route ->> '$.status', 'active')) VIRTUAL
) STRICT;

CREATE TABLE study_route_audit (
    revision INTEGER NOT NULL REFERENCES commits (revision),
    study_route TEXT NOT NULL REFERENCES study_route (id),
    before TEXT,
    after TEXT NOT NULL,
    PRIMARY KEY (revision, study_route)
) STRICT;

CREATE INDEX study_route_audit_by_route ON study_route_audit (study_route, revision);
