//! Opening a store.

use yuren_store::{StoreAddress, StoreError, open};

use crate::fixture::{at, pack};
use crate::home::{Home, on_both_engines, run};

on_both_engines!(
    a_store_that_is_opened_again_holds_what_it_held,
    a_store_of_another_city_is_refused,
    two_that_open_a_new_store_at_once_both_get_it,
    a_store_keeps_its_lineage,
);

async fn a_store_that_is_opened_again_holds_what_it_held(home: &Home) {
    let before = home.seeded().await.contents().await.unwrap();
    assert_eq!(home.open().await.contents().await.unwrap(), before);
}

async fn a_store_of_another_city_is_refused(home: &Home) {
    home.open().await;
    let refusal = home.try_open("320100").await.err().unwrap();
    assert_eq!(refusal, StoreError::WrongCity { asked: "320100".to_owned(), found: "321000".to_owned() });
    assert_eq!(refusal.to_string(), "the store holds city 321000, not 320100");
}

async fn two_that_open_a_new_store_at_once_both_get_it(home: &Home) {
    let (one, other) = tokio::join!(home.open(), home.open());
    one.seed(&pack(), at(0)).await.unwrap();
    assert_eq!(other.head().await.unwrap(), one.head().await.unwrap());
}

async fn a_store_keeps_its_lineage(home: &Home) {
    let store = home.seeded().await;
    let head = store.head().await.unwrap();
    assert_eq!(head.revision, 1);
    assert!(!head.lineage.is_empty());
    assert_eq!(home.open().await.head().await.unwrap(), head);
}

#[test]
fn two_files_are_of_two_lineages() {
    run(async {
        let (one, other) = (Home::sqlite(), Home::sqlite());
        let heads = (one.open().await.head().await.unwrap(), other.open().await.head().await.unwrap());
        assert_ne!(heads.0.lineage, heads.1.lineage);
    });
}

#[test]
fn an_sqlite_file_is_for_its_owner_only_written_ahead_and_synced() {
    run(async {
        let home = Home::sqlite();
        home.seeded().await;
        let Home::Sqlite(folder) = &home else { unreachable!() };
        let file = folder.join("var/city.db");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
        // Bytes 18 and 19 of an SQLite file say 2 where it is written ahead.
        assert_eq!(std::fs::read(file).unwrap()[18..20], [2, 2]);
    });
}

#[test]
fn a_file_that_is_no_database_is_told_from_one_that_cannot_be_reached() {
    run(async {
        let home = Home::sqlite();
        let Home::Sqlite(folder) = &home else { unreachable!() };
        std::fs::create_dir_all(folder.join("var")).unwrap();
        std::fs::write(folder.join("var/city.db"), "not a database, but long enough to be looked at ".repeat(50))
            .unwrap();
        let refusal = home.try_open("321000").await.err().unwrap();
        assert!(matches!(refusal, StoreError::Corrupt(_)), "{refusal:?}");
    });
}

#[test]
fn a_server_that_is_not_there_is_unavailable_and_its_password_stays_unsaid() {
    run(async {
        let address: StoreAddress = "postgres://u:s3cret@127.0.0.1:1,127.0.0.1:2/db".parse().unwrap();
        let refusal = open(&address, &"321000".parse().unwrap()).await.err().unwrap();
        assert!(matches!(refusal, StoreError::Unavailable(_)), "{refusal:?}");
        assert!(!format!("{refusal:?} {refusal}").contains("s3cret"));
    });
}

#[test]
fn the_first_of_several_hosts_that_answers_is_taken() {
    run(async {
        let home = Home::postgres();
        let Home::Postgres(database) = &home else { unreachable!() };
        let address: StoreAddress = database.url().replace('@', "@127.0.0.1:1,").parse().unwrap();
        let store = open(&address, &"321000".parse().unwrap()).await.unwrap();
        assert_eq!(store.seed(&pack(), at(0)).await, Ok(1));
    });
}

#[test]
fn a_database_that_is_not_there_is_refused_in_words() {
    run(async {
        let home = Home::postgres();
        let Home::Postgres(database) = &home else { unreachable!() };
        let address: StoreAddress = format!("{}_not", database.url()).parse().unwrap();
        let refusal = open(&address, &"321000".parse().unwrap()).await.err().unwrap();
        assert_eq!(refusal.to_string(), "the database refuses: there is no such database");
    });
}

#[test]
fn a_store_of_a_newer_program_is_refused() {
    run(async {
        let home = Home::postgres();
        home.open().await;
        let Home::Postgres(database) = &home else { unreachable!() };
        database.psql(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
            VALUES (99, 'tomorrow', true, '', 0)",
        );
        assert_eq!(home.try_open("321000").await.err().unwrap(), StoreError::Newer(99));
    });
}
