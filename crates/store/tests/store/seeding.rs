//! Putting a city in.

use yuren_catalog::{CityPack, Expected, PackFile};
use yuren_store::{Since, StoreError, fingerprint};
use yuren_tests::repository;

use crate::fixture::{at, pack, place, rename};
use crate::home::{Home, on_both_engines};

on_both_engines!(
    a_pack_is_revision_1_of_an_empty_store,
    a_pack_goes_into_an_empty_store_only,
    nothing_is_changed_before_a_pack_is_in,
    a_pack_that_cannot_be_stored_leaves_the_store_empty,
    a_changed_pack_is_told_by_its_fingerprint,
    the_sample_city_comes_out_as_it_went_in,
);

async fn a_pack_is_revision_1_of_an_empty_store(home: &Home) {
    let store = home.open().await;
    assert_eq!(store.head().await.unwrap().revision, 0);
    assert_eq!(store.seed(&pack(), at(0)).await, Ok(1));
    let contents = store.contents().await.unwrap();
    assert_eq!(contents.head.revision, 1);
    assert!(contents.places.iter().all(|place| place.revision == 1));
    assert_eq!(contents.places.into_iter().map(|revised| revised.place).collect::<Vec<_>>(), pack().places);
    assert_eq!(contents.sources, pack().sources);
}

async fn a_pack_goes_into_an_empty_store_only(home: &Home) {
    let store = home.seeded().await;
    assert_eq!(store.seed(&pack(), at(0)).await, Err(StoreError::NotEmpty(1)));
    assert_eq!(store.head().await.unwrap().revision, 1);
}

async fn nothing_is_changed_before_a_pack_is_in(home: &Home) {
    let store = home.open().await;
    assert_eq!(rename(&*store, "p-a", "甲馆", Expected::Absent).await, Err(StoreError::Empty));
    assert_eq!(store.head().await.unwrap().revision, 0);
}

async fn a_pack_that_cannot_be_stored_leaves_the_store_empty(home: &Home) {
    let mut unsound = pack();
    unsound.places.push(place("p-z", "a name with a NUL \0"));
    let store = home.open().await;
    let refusal = store.seed(&unsound, at(0)).await.unwrap_err();
    assert_eq!(refusal.to_string(), "p-z holds a NUL character; allowed: none");
    assert!(store.contents().await.unwrap().places.is_empty());
    assert_eq!(store.seed(&pack(), at(0)).await, Ok(1));
}

async fn a_changed_pack_is_told_by_its_fingerprint(home: &Home) {
    let store = home.open().await;
    assert_eq!(store.pack().await, Ok(None));
    store.seed(&pack(), at(0)).await.unwrap();
    assert_eq!(store.pack().await.unwrap(), Some(fingerprint(&pack())));
    let mut other = pack();
    other.places[1].name.push('新');
    assert_ne!(store.pack().await.unwrap(), Some(fingerprint(&other)));
    store.took_in(&other).await.unwrap();
    assert_eq!(store.pack().await.unwrap(), Some(fingerprint(&other)));
}

async fn the_sample_city_comes_out_as_it_went_in(home: &Home) {
    let sample = sample();
    let store = home.open().await;
    let empty = store.head().await.unwrap();
    store.seed(&sample, at(0)).await.unwrap();
    let contents = store.contents().await.unwrap();
    assert_eq!(contents.sources, sample.sources);
    assert!(contents.places.iter().map(|revised| &revised.place).eq(&sample.places));
    let Since::Following(following) = store.since(&empty).await.unwrap() else { panic!("it is the same store") };
    assert_eq!(following.places, contents.places);
    assert!(contents.study_routes.iter().map(|revised| &revised.route).eq(&sample.study_routes));
    assert_eq!((following.study_routes, sample.study_routes.len()), (contents.study_routes, 9));
}

fn sample() -> CityPack {
    let folder = repository().join("data/yangzhou");
    let file = |path: String| PackFile { bytes: std::fs::read(folder.join(&path)).unwrap(), path };
    let layers = ["boundaries.geojson", "towns.geojson", "villages.geojson", "water.geojson"];
    let names = ["city.toml", "sources.toml", "study-routes.toml"].into_iter().chain(layers);
    let mut files: Vec<PackFile> = names.map(|name| file(name.to_owned())).collect();
    for entry in std::fs::read_dir(folder.join("places")).unwrap() {
        files.push(file(format!("places/{}", entry.unwrap().file_name().to_str().unwrap())));
    }
    CityPack::read(files).pack.expect("the sample city is sound")
}
