//! SQLite's own words.

use crate::sql::Dialect;

pub(crate) const DIALECT: Dialect = Dialect {
    found_store: "INSERT INTO store (one, city, identity, revision) VALUES (1, $1, lower(hex(randomblob(16))), 0) \
        ON CONFLICT (one) DO NOTHING",
    present_places: "SELECT id, revision, feature FROM place WHERE id IN (SELECT value FROM json_each($1))",
    put_places: "INSERT INTO place (id, revision, feature) \
        SELECT value ->> 'id', $2, value ->> 'after' FROM json_each($1) WHERE true \
        ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, feature = excluded.feature",
    put_audit: "INSERT INTO audit (revision, place, before, after) \
        SELECT $2, value ->> 'id', value ->> 'before', value ->> 'after' FROM json_each($1)",
    put_sources: "INSERT INTO source (id, revision, source) \
        SELECT value ->> 'id', $2, value ->> 'source' FROM json_each($1) WHERE true ON CONFLICT (id) DO NOTHING",
    notify: None,
    lineage: "SELECT identity AS lineage FROM store",
};
