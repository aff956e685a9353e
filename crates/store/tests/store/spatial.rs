//! What QGIS and psql see in PostgreSQL.

use yuren_catalog::{Expected, Status};
use yuren_geodesy::LonLat;

use crate::fixture::{at, change, editor, place, set};
use crate::home::{Home, run};

#[test]
fn places_are_points_that_spatial_sql_finds_and_that_follow_their_commits() {
    run(async {
        let home = Home::postgres();
        let store = home.seeded().await;
        let mut moved = place("p-b", "乙馆");
        moved.position.point = LonLat::new(119.5, 32.5).unwrap();
        moved.status = Status::Suspended;
        store.commit(&set(vec![change(moved, Expected::AsOf(1))]), &editor(), at(1)).await.unwrap();
        let Home::Postgres(database) = &home else { unreachable!() };
        let within = "SELECT id, name, status, region, revision FROM place WHERE ST_DWithin(geom::geography, \
            ST_SetSRID(ST_MakePoint(119.5, 32.5), 4326)::geography, 10)";
        assert_eq!(database.psql(within), "p-b|乙馆|suspended|321002402|2");
        assert_eq!(
            database.psql("SELECT ST_AsEWKT(geom) FROM place WHERE id = 'p-a'"),
            "SRID=4326;POINT(119.4382 32.4012345)"
        );
        let column = "SELECT type, srid, coord_dimension FROM geometry_columns WHERE f_table_name = 'place'";
        assert_eq!(database.psql(column), "POINT|4326|2");
        let index = "SELECT count(*) FROM pg_indexes WHERE tablename = 'place' AND indexdef LIKE '%USING gist (geom)'";
        assert_eq!(database.psql(index), "1");
    });
}

#[test]
fn roles_can_be_asked_by_kind_on_both_engines() {
    run(async {
        let home = Home::postgres();
        home.seeded().await;
        let Home::Postgres(database) = &home else { unreachable!() };
        let roles = "SELECT place, id, name, fee, hours FROM role WHERE kind = 'venue' AND place = 'p-c'";
        assert_eq!(database.psql(roles), "p-c|r-p-c|丙馆|free|Tu-Su 09:00-17:00");
        let near = "SELECT count(*) FROM role WHERE geom && ST_MakeEnvelope(119, 32, 120, 33, 4326)";
        assert_eq!(database.psql(near), "3");

        let home = Home::sqlite();
        home.seeded().await;
        let mut connection =
            <sqlx::SqliteConnection as sqlx::Connection>::connect(&home.address().to_string()).await.unwrap();
        let role: (String, String, f64) = sqlx::query_as("SELECT id, fee, lon FROM role WHERE place = 'p-c'")
            .fetch_one(&mut connection)
            .await
            .unwrap();
        assert_eq!(role, ("r-p-c".to_owned(), "free".to_owned(), 119.4382));
    });
}

#[test]
fn every_table_and_the_role_view_say_what_they_are() {
    run(async {
        let home = Home::postgres();
        home.open().await;
        let Home::Postgres(database) = &home else { unreachable!() };
        let silent = "SELECT string_agg(relname, ' ') FROM pg_class WHERE relnamespace = 'public'::regnamespace \
            AND relkind IN ('r', 'v') AND obj_description(oid, 'pg_class') IS NULL \
            AND relname NOT IN ('_sqlx_migrations', 'spatial_ref_sys', 'geometry_columns', 'geography_columns')";
        assert_eq!(database.psql(silent), "");
    });
}

#[test]
fn a_server_account_without_special_rights_suffices_where_postgis_is_in() {
    run(async {
        let home = Home::postgres();
        let Home::Postgres(database) = &home else { unreachable!() };
        let role = database.name();
        database.psql(&format!("CREATE ROLE {role} LOGIN; GRANT CREATE ON SCHEMA public TO {role}"));
        let address = database.url().replace("postgres@", &format!("{role}@"));
        let store = yuren_store::open(&address.parse().unwrap(), &"321000".parse().unwrap()).await.unwrap();
        store.seed(&crate::fixture::pack(), at(0)).await.unwrap();
        assert_eq!(store.head().await.unwrap().revision, 1);
        database.psql(&format!("DROP OWNED BY {role}; DROP ROLE {role}"));
    });
}
