-- A place's feature is one GeoJSON feature as in a city pack; what is asked by column, geometry included, is drawn from
-- it, so that no column can say something else than the feature. Ids sort by their bytes, as in the program.

CREATE EXTENSION IF NOT EXISTS postgis;

CREATE TABLE store (
    one smallint PRIMARY KEY CHECK (one = 1),
    city text NOT NULL,
    identity text NOT NULL,
    revision bigint NOT NULL,
    pack text
);
COMMENT ON TABLE store IS 'One row: whose city this is, and the newest revision. Its row is locked by every commit, so that revisions are in the order of commits.';
COMMENT ON COLUMN store.city IS 'Administrative code of the city.';
COMMENT ON COLUMN store.identity IS 'Random, made with the store.';
COMMENT ON COLUMN store.revision IS 'The newest revision; 0 before the city is put in.';
COMMENT ON COLUMN store.pack IS 'Fingerprint of the city pack that was last taken in.';

CREATE TABLE commits (
    revision bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    author text NOT NULL,
    why text NOT NULL,
    changes bigint NOT NULL
);
COMMENT ON TABLE commits IS 'Changes that were made together: who, when and why.';
COMMENT ON COLUMN commits.author IS 'Name of an account, or a word in brackets for what has none: [city pack], [operator].';
COMMENT ON COLUMN commits.changes IS 'How many places it changed.';

CREATE TABLE source (
    id text COLLATE "C" PRIMARY KEY,
    revision bigint NOT NULL REFERENCES commits (revision),
    source json NOT NULL
);
COMMENT ON TABLE source IS 'Somewhere facts come from, with its licence.';
CREATE INDEX source_by_revision ON source (revision);

CREATE TABLE place (
    id text COLLATE "C" PRIMARY KEY,
    revision bigint NOT NULL REFERENCES commits (revision),
    feature jsonb NOT NULL,
    name text NOT NULL GENERATED ALWAYS AS (feature #>> '{properties,name}') STORED,
    status text NOT NULL GENERATED ALWAYS AS (coalesce(feature #>> '{properties,status}', 'active')) STORED,
    region text NOT NULL GENERATED ALWAYS AS (feature #>> '{properties,region}') STORED,
    geom geometry(Point, 4326) NOT NULL GENERATED ALWAYS AS (
        ST_SetSRID(
            ST_MakePoint(
                (feature #>> '{geometry,coordinates,0}')::double precision,
                (feature #>> '{geometry,coordinates,1}')::double precision
            ),
            4326
        )
    ) STORED
);
COMMENT ON TABLE place IS 'Every place as it is now, withdrawn ones included. Change it through the program, which keeps the audit trail.';
COMMENT ON COLUMN place.revision IS 'The commit that last changed it.';
COMMENT ON COLUMN place.feature IS 'The whole place as a GeoJSON feature, roles and provenance included.';
COMMENT ON COLUMN place.status IS 'active, suspended or withdrawn.';
COMMENT ON COLUMN place.region IS 'Code of the finest region known to hold it: 6, 9 or 12 digits.';
COMMENT ON COLUMN place.geom IS 'Where it is, in WGS-84.';
CREATE INDEX place_by_geom ON place USING gist (geom);
CREATE INDEX place_by_region ON place (region text_pattern_ops);

CREATE TABLE audit (
    revision bigint NOT NULL REFERENCES commits (revision),
    place text COLLATE "C" NOT NULL REFERENCES place (id),
    before json,
    after json NOT NULL,
    PRIMARY KEY (revision, place)
);
COMMENT ON TABLE audit IS 'What each commit did to each place.';
COMMENT ON COLUMN audit.before IS 'The place before the commit; null if there was none.';
CREATE INDEX audit_by_place ON audit (place, revision);

CREATE VIEW role AS
SELECT
    role.value ->> 'id' AS id,
    place.id AS place,
    role.value ->> 'kind' AS kind,
    coalesce(role.value ->> 'name', place.name) AS name,
    coalesce(role.value ->> 'status', 'active') AS status,
    coalesce(role.value #>> '{fee,value}', 'unknown') AS fee,
    role.value #>> '{hours,value}' AS hours,
    place.region,
    place.revision,
    place.geom
FROM place CROSS JOIN LATERAL jsonb_array_elements(place.feature #> '{properties,roles}') AS role (value);
COMMENT ON VIEW role IS 'What each place is to the programme, a row a role, with the place''s own point.';
