-- Times are UTC as text with six decimals (2026-01-31T08:00:00.000000Z), so that they sort as they pass.
-- A place's feature is one GeoJSON feature as in a city pack; what is asked by column is drawn from it.

CREATE TABLE store (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    city TEXT NOT NULL,
    identity TEXT NOT NULL,
    revision INTEGER NOT NULL,
    pack TEXT
) STRICT;

CREATE TABLE commits (
    revision INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    why TEXT NOT NULL,
    changes INTEGER NOT NULL
) STRICT;

CREATE TABLE source (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES commits (revision),
    source TEXT NOT NULL
) STRICT;

CREATE INDEX source_by_revision ON source (revision);

CREATE TABLE place (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES commits (revision),
    feature TEXT NOT NULL,
    name TEXT NOT NULL GENERATED ALWAYS AS (feature ->> '$.properties.name') VIRTUAL,
    status TEXT NOT NULL GENERATED ALWAYS AS (coalesce(feature ->> '$.properties.status', 'active')) VIRTUAL,
    region TEXT NOT NULL GENERATED ALWAYS AS (feature ->> '$.properties.region') VIRTUAL,
    lon REAL NOT NULL GENERATED ALWAYS AS (feature ->> '$.geometry.coordinates[0]') VIRTUAL,
    lat REAL NOT NULL GENERATED ALWAYS AS (feature ->> '$.geometry.coordinates[1]') VIRTUAL
) STRICT;

CREATE TABLE audit (
    revision INTEGER NOT NULL REFERENCES commits (revision),
    place TEXT NOT NULL REFERENCES place (id),
    before TEXT,
    after TEXT NOT NULL,
    PRIMARY KEY (revision, place)
) STRICT;

CREATE INDEX audit_by_place ON audit (place, revision);

CREATE VIEW role AS
SELECT
    role.value ->> 'id' AS id,
    place.id AS place,
    role.value ->> 'kind' AS kind,
    coalesce(role.value ->> 'name', place.name) AS name,
    coalesce(role.value ->> 'status', 'active') AS status,
    coalesce(role.value ->> '$.fee.value', 'unknown') AS fee,
    role.value ->> '$.hours.value' AS hours,
    place.region,
    place.revision,
    place.lon,
    place.lat
FROM place, json_each(place.feature, '$.properties.roles') AS role;
