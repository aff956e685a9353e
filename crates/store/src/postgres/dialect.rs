//! PostgreSQL's own words.

use crate::sql::{Dialect, Statements};

/// Where commits are told of. Each database has its own channels.
pub(crate) const CHANNEL: &str = "yuren_revision";

pub(crate) const DIALECT: Dialect = Dialect {
    found_store: "INSERT INTO store (one, city, identity, revision) \
        VALUES (1, $1, replace(gen_random_uuid()::text, '-', ''), 0) ON CONFLICT (one) DO NOTHING",
    places: Statements {
        present: "SELECT id, revision, feature::text AS text FROM place \
            WHERE id IN (SELECT json_array_elements_text($1))",
        page: "SELECT id, revision, CAST(feature AS text) AS text FROM place WHERE id > $1 ORDER BY id LIMIT $2",
        one: "SELECT id, revision, CAST(feature AS text) AS text FROM place WHERE id = $1",
        changed: "SELECT place AS id, revision, CAST(after AS text) AS text FROM audit \
            WHERE revision > $1 AND revision <= $2 ORDER BY revision, place",
        history: "SELECT audit.revision, at, author, why, place AS id, CAST(before AS text) AS before, \
            CAST(after AS text) AS after FROM audit JOIN commits ON commits.revision = audit.revision \
            WHERE place = $1 AND audit.revision < $2 ORDER BY audit.revision DESC LIMIT $3",
        put: "INSERT INTO place (id, revision, feature) \
            SELECT id, $2, after::jsonb FROM json_to_recordset($1) AS given (id text, after text) \
            ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, feature = excluded.feature",
        put_audit: "INSERT INTO audit (revision, place, before, after) \
            SELECT $2, id, before::json, after::json \
            FROM json_to_recordset($1) AS given (id text, before text, after text)",
    },
    study_routes: Statements {
        present: "SELECT id, revision, route::text AS text FROM study_route \
            WHERE id IN (SELECT json_array_elements_text($1))",
        page: "SELECT id, revision, CAST(route AS text) AS text FROM study_route WHERE id > $1 ORDER BY id LIMIT $2",
        one: "SELECT id, revision, CAST(route AS text) AS text FROM study_route WHERE id = $1",
        changed: "SELECT study_route AS id, revision, CAST(after AS text) AS text FROM study_route_audit \
            WHERE revision > $1 AND revision <= $2 ORDER BY revision, study_route",
        history: "SELECT study_route_audit.revision, at, author, why, study_route AS id, CAST(before AS text) AS before, \
            CAST(after AS text) AS after FROM study_route_audit JOIN commits ON commits.revision = study_route_audit.revision \
            WHERE study_route = $1 AND study_route_audit.revision < $2 ORDER BY study_route_audit.revision DESC LIMIT $3",
        put: "INSERT INTO study_route (id, revision, route) \
            SELECT id, $2, after::jsonb FROM json_to_recordset($1) AS given (id text, after text) \
            ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, route = excluded.route",
        put_audit: "INSERT INTO study_route_audit (revision, study_route, before, after) \
            SELECT $2, id, before::json, after::json \
            FROM json_to_recordset($1) AS given (id text, before text, after text)",
    },
    put_sources: "INSERT INTO source (id, revision, source) \
        SELECT id, $2, source::json FROM json_to_recordset($1) AS given (id text, source text) \
        ON CONFLICT (id) DO NOTHING",
    notify: Some("SELECT pg_notify('yuren_revision', $1)"),
    // The cluster, its timeline (which a promoted standby begins anew), the database in it and the table in that: a dump that
    // was put back is another lineage although its identity is the same.
    lineage: "SELECT concat_ws('-', identity, \
        (SELECT system_identifier FROM pg_control_system()), \
        left(pg_walfile_name(pg_current_wal_lsn()), 8), \
        (SELECT oid FROM pg_database WHERE datname = current_database()), \
        'store'::regclass::oid) AS lineage FROM store",
};
