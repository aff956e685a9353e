//! A full disk, by the bound that SQLite itself keeps to.

use sqlx::{Connection, Row, SqliteConnection};
use yuren_catalog::Expected;
use yuren_store::{StoreAddress, StoreError, open};

use crate::fixture::{at, change, editor, place, rename, set};
use crate::home::{Home, run};

#[test]
fn on_a_full_disk_writes_are_refused_reads_go_on_and_the_file_stays_sound() {
    run(async {
        let home = Home::sqlite();
        let before = home.seeded().await.contents().await.unwrap();
        let bounded: StoreAddress = format!("{}?max_page_count=60", home.address()).parse().unwrap();
        let store = open(&bounded, &"321000".parse().unwrap()).await.unwrap();

        let many = (0..500).map(|i| change(place(&format!("p-{i}"), "新馆"), Expected::Absent)).collect();
        assert_eq!(store.commit(&set(many), &editor(), at(1)).await, Err(StoreError::Full));
        assert_eq!(store.contents().await.unwrap(), before);

        // One by one until not even one fits, and then again.
        let mut written = 0;
        while rename(&*store, &format!("p-new-{written}"), "新馆", Expected::Absent).await.is_ok() {
            written += 1;
        }
        for _ in 0..3 {
            assert_eq!(rename(&*store, "p-new", "新馆", Expected::Absent).await, Err(StoreError::Full));
        }
        assert!(written > 0);
        assert_eq!(store.contents().await.unwrap().places.len(), 3 + written);
        assert_eq!(integrity(&home).await, "ok");

        let roomy = home.open().await;
        rename(&*roomy, "p-new", "新馆", Expected::Absent).await.unwrap();
        assert_eq!(roomy.contents().await.unwrap().places.len(), 4 + written);
        assert_eq!(integrity(&home).await, "ok");
    });
}

async fn integrity(home: &Home) -> String {
    let mut connection = SqliteConnection::connect(&home.address().to_string()).await.unwrap();
    sqlx::query("PRAGMA integrity_check").fetch_one(&mut connection).await.unwrap().get(0)
}
