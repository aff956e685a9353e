//! The ledger of the tiny city.

use serde_json::Value;

use super::{PLACES, get};

#[actix_web::test]
async fn the_ledger_sets_declared_beside_located_and_never_rounds_more_than() {
    let ledger = get("/api/v1/ledger").await.json();
    let row = |kind: &str| -> Value {
        let rows = ledger["roles"].as_array().unwrap();
        rows.iter().find(|row| row["kind"] == kind).unwrap().clone()
    };
    let venue = row("venue");
    assert_eq!((&venue["declared"], &venue["bound"]), (&5.into(), &"floor".into()));
    assert_eq!(venue["located"], PLACES / 2);
    assert_eq!(row("counselling")["declared"], Value::Null, "what nobody declared is not zero");
    assert_eq!(row("counselling")["located"], 0);
}

#[actix_web::test]
async fn the_columns_of_a_row_add_up_and_each_has_its_list() {
    let ledger = get("/api/v1/ledger").await.json();
    for row in ledger["roles"].as_array().unwrap() {
        for counts in std::iter::once(row).chain(row["districts"].as_array().unwrap()) {
            let mut sum = 0;
            for column in ["verified", "stale", "unchecked", "synthetic"] {
                let address = format!("{}&check={column}&limit=1", counts["list"].as_str().unwrap());
                let list = get(&address).await.json();
                assert_eq!(list["numberMatched"], counts[column], "{address}");
                sum += counts[column].as_u64().unwrap();
            }
            assert_eq!(counts["located"], sum, "{counts}");
        }
    }
}

#[actix_web::test]
async fn a_column_that_is_none_is_refused_with_those_there_are() {
    let answer = get("/api/v1/places?region=321002&check=fresh").await;
    assert_eq!(answer.status, 400);
    let problem = answer.json();
    assert_eq!((&problem["parameter"], &problem["value"]), (&"check".into(), &"fresh".into()));
    assert!(problem["allowed"].as_str().unwrap().contains("stale"), "{problem}");
}
