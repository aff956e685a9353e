//! SQLite's own words.

use crate::sql::{Dialect, Statements};

pub(crate) const DIALECT: Dialect = Dialect {
    found_store: "INSERT INTO store (one, city, identity, revision) VALUES (1, $1, lower(hex(randomblob(16))), 0) \
        ON CONFLICT (one) DO NOTHING",
    places: Statements {
        present: "SELECT id, revision, feature AS text FROM place WHERE id IN (SELECT value FROM json_each($1))",
        page: "SELECT id, revision, CAST(feature AS text) AS text FROM place WHERE id > $1 ORDER BY id LIMIT $2",
        one: "SELECT id, revision, CAST(feature AS text) AS text FROM place WHERE id = $1",
        changed: "SELECT place AS id, revision, CAST(after AS text) AS text FROM audit \
            WHERE revision > $1 AND revision <= $2 ORDER BY revision, place",
        history: "SELECT audit.revision, at, author, why, place AS id, CAST(before AS text) AS before, \
            CAST(after AS text) AS after FROM audit JOIN commits ON commits.revision = audit.revision \
            WHERE place = $1 AND audit.revision < $2 ORDER BY audit.revision DESC LIMIT $3",
        put: "INSERT INTO place (id, revision, feature) \
            SELECT value ->> 'id', $2, value ->> 'after' FROM json_each($1) WHERE true \
            ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, feature = excluded.feature",
        put_audit: "INSERT INTO audit (revision, place, before, after) \
            SELECT $2, value ->> 'id', value ->> 'before', value ->> 'after' FROM json_each($1)",
    },
    study_routes: Statements {
        present: "SELECT id, revision, route AS text FROM study_route WHERE id IN (SELECT value FROM json_each($1))",
        page: "SELECT id, revision, CAST(route AS text) AS text FROM study_route WHERE id > $1 ORDER BY id LIMIT $2",
        one: "SELECT id, revision, CAST(route AS text) AS text FROM study_route WHERE id = $1",
        changed: "SELECT study_route AS id, revision, CAST(after AS text) AS text FROM study_route_audit \
            WHERE revision > $1 AND revision <= $2 ORDER BY revision, study_route",
        history: "SELECT study_route_audit.revision, at, author, why, study_route AS id, CAST(before AS text) AS before, \
            CAST(after AS text) AS after FROM study_route_audit JOIN commits ON commits.revision = study_route_audit.revision \
            WHERE study_route = $1 AND study_route_audit.revision < $2 ORDER BY study_route_audit.revision DESC LIMIT $3",
        put: "INSERT INTO study_route (id, revision, route) \
            SELECT value ->> 'id', $2, value ->> 'after' FROM json_each($1) WHERE true \
            ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, route = excluded.route",
        put_audit: "INSERT INTO study_route_audit (revision, study_route, before, after) \
            SELECT $2, value ->> 'id', value ->> 'before', value ->> 'after' FROM json_each($1)",
    },
    put_sources: "INSERT INTO source (id, revision, source) \
        SELECT value ->> 'id', $2, value ->> 'source' FROM json_each($1) WHERE true ON CONFLICT (id) DO NOTHING",
    notify: None,
    lineage: "SELECT identity AS lineage FROM store",
};
