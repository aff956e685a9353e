//! The application over a tiny city: what a route's own unit tests cannot show. The built binary is tested over HTTP in
//! the workspace's `tests/`.

mod edition;
mod field_study;
mod ledger;
mod lists;
mod place;
mod refusals;
mod representation;

use std::borrow::Cow;
use std::collections::BTreeMap;

use actix_web::body::to_bytes;
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web::{Bytes, Data};
use chrono::DateTime;
use serde_json::{Value, json};
use yuren_catalog::calendar::Calendar;
use yuren_catalog::{City, CityPack, Layers, Place, Position, Precision, Provenance, Region, RegionTree, Role, Status};
use yuren_geodesy::LonLat;
use yuren_store::open;
use yuren_tests::Scratch;

use crate::assets::{Asset, Assets};
use crate::live::Live;
use crate::site::app;
use crate::state::State;

/// How many places the tiny city has. They stand on a line eastwards from 119.40° E 32.40° N, 0.001° apart; every second
/// one is a free venue, the others are schools whose fee is unknown; all are also parent schools.
const PLACES: usize = 12;

/// An answer, read.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The ids of a list's features.
    fn ids(&self) -> Vec<String> {
        let answer = self.json();
        let features = answer["features"].as_array().expect("a list").clone();
        features.iter().map(|feature| feature["id"].as_str().unwrap().to_owned()).collect()
    }
}

/// The state of the tiny city's server, and the folder of its store.
async fn tiny_state() -> (State, Scratch) {
    let scratch = Scratch::new();
    let pack = tiny_city();
    let store = open(&scratch.store().parse().unwrap(), &pack.city.adcode).await.unwrap();
    store.seed(&pack, DateTime::UNIX_EPOCH).await.unwrap();
    let live = Live::start(pack, store).await.unwrap();
    (State::new(live, Box::new(TinyPage), None, None, None), scratch)
}

/// What the tiny city's server answers to a request.
async fn ask(request: TestRequest) -> Answer {
    let (state, _scratch) = tiny_state().await;
    let app = init_service(app(Data::new(state))).await;
    let answer = call_service(&app, request.insert_header(("host", "map.test")).to_request()).await;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let body = to_bytes(answer.into_body()).await.ok().expect("the body is whole");
    Answer { status, headers, body }
}

/// What it answers to `GET`.
async fn get(address: &str) -> Answer {
    ask(TestRequest::get().uri(address)).await
}

struct TinyPage;

impl Assets for TinyPage {
    fn get(&self, path: &str) -> Option<Asset> {
        let (content, content_type) = match path {
            "index.html" => ("<!doctype html><title>tiny</title>", "text/html; charset=utf-8"),
            "assets/tiny-1a2b.js" => ("export {}", "text/javascript"),
            _ => return None,
        };
        let bytes = Cow::Borrowed(content.as_bytes());
        Some(Asset { bytes, content_type: content_type.into(), immutable: path.starts_with("assets/") })
    }
}

fn provenance(source: &str) -> Provenance {
    Provenance { source: source.into(), checked_on: None, checked_by: None }
}

fn role(i: usize, kind: &str, fee: Option<&str>) -> Role {
    let mut role = json!({ "id": format!("r-{i:02}-{kind}"), "kind": kind, "claim": { "source": "made" } });
    if let Some(fee) = fee {
        role["fee"] = json!({ "value": fee, "source": "real" });
        role["hours"] = json!({ "value": "Tu-Su 09:00-17:00", "source": "real" });
        role["wheelchair"] = json!({ "value": "limited", "source": "real" });
    }
    serde_json::from_value(role).unwrap()
}

fn place(i: usize) -> Place {
    let own = if i.is_multiple_of(2) { role(i, "venue", Some("free")) } else { role(i, "school", None) };
    Place {
        id: format!("p-{i:02}").parse().unwrap(),
        name: format!("场馆{i}"),
        name_provenance: provenance("real"),
        name_en: None,
        aliases: Vec::new(),
        address: None,
        position: Position {
            point: LonLat::new(119.40 + 0.001 * i as f64, 32.40).unwrap(),
            precision: Precision::Osm,
            radius_m: 30.0,
            provenance: provenance("real"),
        },
        entrances: Vec::new(),
        region: "321002".parse().unwrap(),
        status: Status::Active,
        source_keys: BTreeMap::new(),
        roles: vec![role(i, "parent_school", None), own],
        activities: Vec::new(),
        courses: Vec::new(),
    }
}

fn tiny_city() -> CityPack {
    let city: City = serde_json::from_value(json!({
        "name": "小城", "name_en": "Tiny", "adcode": "321000", "bbox": [119.0, 32.0, 120.0, 33.0],
        "time_zone": "Asia/Shanghai", "data_date": "2025-02-14",
        "article": { "publisher": "a", "author": "b", "published_on": "2025-02-14" },
        "declared": [{ "kind": "venue", "count": 5, "bound": "floor" }],
    }))
    .unwrap();
    let source = |synthetic: bool| {
        serde_json::from_value(
            json!({ "title": "源", "title_en": "source", "licence": "CC0-1.0", "synthetic": synthetic }),
        )
        .unwrap()
    };
    let region = |code: &str, name: &str| Region {
        code: code.parse().unwrap(),
        name: name.to_owned(),
        name_en: None,
        position: None,
        polygons: Vec::new(),
        sources: Vec::new(),
    };
    CityPack {
        city,
        sources: BTreeMap::from([("made".into(), source(true)), ("real".into(), source(false))]),
        regions: RegionTree::new(vec![region("321000", "小城"), region("321002", "小区")]),
        places: (0..PLACES).map(place).collect(),
        study_routes: Vec::new(),
        layers: Layers::default(),
        calendar: Calendar::default(),
    }
}
