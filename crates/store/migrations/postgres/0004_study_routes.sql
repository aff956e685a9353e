-- Study routes (研学线路) beside the places at which they stop, under the same revisions.

CREATE TABLE study_route (
    id text COLLATE "C" PRIMARY KEY,
    revision bigint NOT NULL REFERENCES commits (revision),
    route jsonb NOT NULL,
    title text NOT NULL GENERATED ALWAYS AS (route ->> 'title') STORED,
    theme text NOT NULL GENERATED ALWAYS AS (route ->> 'theme') STORED,
    status text NOT NULL GENERATED ALWAYS AS (coalesce(route ->> 'status', 'active')) STORED
);
COMMENT ON TABLE study_route IS 'Every study route as it is now, withdrawn ones included. Change it through the program, which keeps the audit trail.';
COMMENT ON COLUMN study_route.revision IS 'The commit that last changed it.';
COMMENT ON COLUMN study_route.route IS 'The whole route as a table of a city pack''s study-routes.toml, stops and provenance included.';
COMMENT ON COLUMN study_route.status IS 'active, suspended or withdrawn.';

CREATE TABLE study_route_audit (
    revision bigint NOT NULL REFERENCES commits (revision),
    study_route text COLLATE "C" NOT NULL REFERENCES study_route (id),
    before json,
    after json NOT NULL,
    PRIMARY KEY (revision, study_route)
);
COMMENT ON TABLE study_route_audit IS 'What each commit did to each study route.';
COMMENT ON COLUMN study_route_audit.before IS 'The route before the commit; null if there was none.';
CREATE INDEX study_route_audit_by_route ON study_route_audit (study_route, revision);

COMMENT ON COLUMN commits.changes IS 'How many places and study routes it changed.';
