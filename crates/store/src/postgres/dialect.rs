//! PostgreSQL's own words.

use crate::sql::Dialect;

/// Where commits are told of. Each database has its own channels.
pub(crate) const CHANNEL: &str = "yuren_revision";

pub(crate) const DIALECT: Dialect = Dialect {
    found_store: "INSERT INTO store (one, city, identity, revision) \
        VALUES (1, $1, replace(gen_random_uuid()::text, '-', ''), 0) ON CONFLICT (one) DO NOTHING",
    present_places: "SELECT id, revision, feature::text AS feature FROM place \
        WHERE id IN (SELECT json_array_elements_text($1))",
    put_places: "INSERT INTO place (id, revision, feature) \
        SELECT id, $2, after::jsonb FROM json_to_recordset($1) AS given (id text, after text) \
        ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, feature = excluded.feature",
    put_audit: "INSERT INTO audit (revision, place, before, after) \
        SELECT $2, id, before::json, after::json \
        FROM json_to_recordset($1) AS given (id text, before text, after text)",
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
