//! A city's folder that changed is taken in at the next start: editors' facts win, and what differs goes to the reviewers.

use serde_json::Value;
use yuren_tests::{Editor, PackCopy, Scratch, Server};

const PLACES: &str = "places/321002.geojson";

/// The first place of the district's file, as an editor has it.
fn hours(place: &mut Value) -> &mut Value {
    &mut place["properties"]["roles"][0]["hours"]["value"]
}

#[test]
fn a_fact_that_both_changed_stands_as_its_editor_has_it_and_waits_for_the_reviewers() {
    let (pack, scratch) = (PackCopy::new(), Scratch::new());
    let store = scratch.store();
    let features: Value = serde_json::from_str(&pack.read(PLACES)).expect("JSON");
    let features = features["features"].as_array().expect("features");
    let [mine, other] = [&features[0], &features[1]].map(|place| place["id"].as_str().expect("an id").to_owned());

    let server = Server::start_on(&store, Some(pack.folder()), &[]);
    let editor = Editor::new(&server, "wang", &["--role", "reviewer"]);
    let (mut place, tag) = editor.place(&mine);
    *hours(&mut place) = "Mo-Su 08:00-12:00".into();
    assert_eq!(editor.put(&place, &tag, "asked").status, 200);
    let session = editor.session();
    server.stop();

    let mut changed: Value = serde_json::from_str(&pack.read(PLACES)).expect("JSON");
    *hours(&mut changed["features"][0]) = "Mo-Fr 10:00-11:00".into();
    *hours(&mut changed["features"][1]) = "Tu-Su 09:30-16:30".into();
    pack.write(PLACES, &changed.to_string());

    for start in ["the first start on the changed folder", "the next, on the same"] {
        let server = Server::start_on(&store, Some(pack.folder()), &[]);
        let shown = |id: &str| {
            let place = server.get(&format!("/api/v1/places/{id}")).json();
            place["properties"]["roles"][0]["hours"]["value"].clone()
        };
        assert_eq!((shown(&mine), shown(&other)), ("Mo-Su 08:00-12:00".into(), "Tu-Su 09:30-16:30".into()), "{start}");
        let queue = session.clone().at(&server).get("/api/v1/admin/corrections").json();
        let [report] = queue["reports"].as_array().expect("reports").as_slice() else { panic!("{start}: {queue}") };
        assert_eq!(report["place"], mine.as_str(), "{start}");
        assert!(report["text"].as_str().is_some_and(|text| text.contains("Mo-Fr 10:00-11:00")), "{start}: {report}");
    }
}
