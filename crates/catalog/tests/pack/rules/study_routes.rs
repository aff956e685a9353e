use yuren_catalog::{CityPack, PackFile, Status, StudyStop, Subject};

use crate::fixture::{by, edited, findings, no_finding, one_finding, sound_pack};

/// A finding about the fixture's route, as told: `severity` and what follows the route's id.
fn route(severity: &str, rest: &str) -> String {
    format!("{severity} study-routes.toml, s-canal{rest}")
}

/// The fixture's files with another file of study routes.
fn with_routes(bytes: &[u8]) -> Vec<PackFile> {
    let mut files = sound_pack().to_files();
    files.iter_mut().find(|file| file.path == "study-routes.toml").unwrap().bytes = bytes.to_vec();
    files
}

#[test]
fn a_pack_may_have_no_study_route_and_then_no_file_of_them() {
    let mut pack = sound_pack();
    pack.study_routes.clear();
    assert!(pack.to_files().iter().all(|file| file.path != "study-routes.toml"));
    no_finding(|pack| pack.study_routes.clear());
}

#[test]
fn a_file_of_study_routes_may_name_none() {
    for none in [&b""[..], b"\r\n", "# 暂无路线\n".as_bytes(), b"route = []\n"] {
        let reading = CityPack::read(with_routes(none));
        assert!(reading.findings.is_empty(), "{none:?}: {:?}", reading.findings);
        assert!(reading.pack.unwrap().study_routes.is_empty(), "{none:?}");
    }
}

#[test]
fn routes_stand_in_their_file_by_id_whatever_their_order_was() {
    let mut pack = sound_pack();
    let mut before = pack.study_routes[0].clone();
    before.id = "s-a".parse().unwrap();
    pack.study_routes.push(before);
    let read = CityPack::read(pack.to_files()).pack.unwrap();
    let ids: Vec<_> = read.study_routes.iter().map(|route| route.id.as_str()).collect();
    assert_eq!(ids, ["s-a", "s-canal"]);
}

#[test]
fn a_field_that_does_not_fit_is_told_by_route_field_and_value() {
    assert_eq!(
        findings(edited("study-routes.toml", "\"canal\"", "\"canals\"")),
        [route(
            "error",
            ", theme: unknown variant `canals`; write canal, history, revolution, science, nature, craft, literature, farming, \
             architecture"
        )]
    );
    assert_eq!(
        findings(edited("study-routes.toml", "minutes = 60", "minutes = -1")),
        [route("error", ", stops[0].minutes: -1 does not fit here; write a whole number, 0 or more")]
    );
    assert_eq!(
        findings(with_routes(b"[[routes]]")),
        ["error study-routes.toml, routes: there is no such field; remove it; allowed: route"]
    );
}

#[test]
fn a_route_has_two_to_twenty_stops_and_stops_at_each_place_once() {
    one_finding(
        |pack| pack.study_routes[0].stops.truncate(1),
        route("error", ", stops: the route has 1 of them; give it 2 to 20 stops"),
    );
    one_finding(
        |pack| pack.study_routes[0].stops[1].place = "p-museum".parse().unwrap(),
        route("error", ", stops[1].place: p-museum is a stop twice; stop at each place once"),
    );
    let many = |count: usize| {
        let mut pack = sound_pack();
        pack.study_routes[0].stops = (0..count)
            .map(|i| StudyStop { place: format!("p-{i}").parse().unwrap(), minutes: None, task: None })
            .collect();
        findings(pack.to_files()).into_iter().filter(|told| told.contains("to 20 stops")).count()
    };
    assert_eq!((many(20), many(21)), (0, 1));
}

#[test]
fn a_stop_is_at_a_place_of_the_city() {
    one_finding(
        |pack| pack.study_routes[0].stops[0].place = "p-nowhere".parse().unwrap(),
        route("error", ", stops[0].place: there is no place p-nowhere; write the id of a place of this city"),
    );
}

#[test]
fn a_place_that_could_not_be_read_is_no_missing_stop() {
    let told = findings(edited("places/321002.geojson", "\"p-museum\"", "7"));
    assert!(told.iter().all(|told| !told.contains("study-routes")), "{told:?}");
}

#[test]
fn a_place_that_was_withdrawn_is_told_and_the_pack_is_served() {
    let mut pack = sound_pack();
    pack.places[crate::fixture::SCHOOL].status = Status::Withdrawn;
    let told = findings(pack.to_files()).into_iter().filter(|told| told.contains("study-routes")).collect::<Vec<_>>();
    assert_eq!(
        told,
        [route(
            "warning",
            ", stops[1].place: the place p-school was withdrawn from the map; stop at a place that stands, or suspend the route",
        )]
    );
}

#[test]
fn texts_and_stays_have_bounds() {
    one_finding(
        |pack| pack.study_routes[0].title = format!("示例{}", "河".repeat(59)),
        route(
            "error",
            &format!(", title: it has 61 characters: \"示例{}\"; shorten it to 60 characters", "河".repeat(59)),
        ),
    );
    one_finding(
        |pack| pack.study_routes[0].title_en = Some(String::new()),
        route("error", ", title_en: it is empty; write it, or leave the feature out"),
    );
    one_finding(
        |pack| pack.study_routes[0].aim = Some("河".repeat(1_001)),
        route(
            "error",
            &format!(", aim: it has 1001 characters: \"{}…\"; shorten it to 1000 characters", "河".repeat(80)),
        ),
    );
    one_finding(
        |pack| pack.study_routes[0].stops[0].task = Some("看\u{202e}".to_owned()),
        route("error", ", stops[0].task: it holds a character that cannot be seen; remove that character"),
    );
    for minutes in [0, 481] {
        one_finding(
            |pack| pack.study_routes[0].stops[0].minutes = Some(minutes),
            route(
                "error",
                &format!(
                    ", stops[0].minutes: {minutes} minutes is not the length of a stay; write minutes between 1 and 480"
                ),
            ),
        );
    }
    no_finding(|pack| pack.study_routes[0].stops[0].minutes = Some(480));
}

#[test]
fn a_subject_stands_once() {
    one_finding(
        |pack| pack.study_routes[0].subjects.push(Subject::History),
        route("error", ", subjects: history stands there twice; write each subject once"),
    );
}

#[test]
fn what_is_an_example_says_so_and_nothing_else_does() {
    one_finding(
        |pack| pack.study_routes[0].title = "沿运河看漕运".to_owned(),
        route(
            "error",
            ", title: \"沿运河看漕运\" is made up and reads like a real one; begin it with 示例, or give its real source",
        ),
    );
    one_finding(
        |pack| pack.study_routes[0].provenance = by("bureau"),
        route(
            "error",
            ", provenance.source: \"示例：沿运河看漕运\" reads as made up and its source is not synthetic; write the key of a \
             synthetic source",
        ),
    );
}

#[test]
fn who_says_so_is_a_source_of_the_city_and_checked_no_later_than_its_data() {
    one_finding(
        |pack| pack.study_routes[0].provenance = by("nobody"),
        route(
            "error",
            ", provenance.source: \"nobody\" is not in sources.toml; write the key of one of its tables, or add a table for it",
        ),
    );
    one_finding(
        |pack| pack.study_routes[0].provenance.checked_on = Some("2025-02-15".parse().unwrap()),
        route(
            "error",
            ", provenance.checked_on: 2025-02-15 is after the city's data_date, 2025-02-14; correct the day, or raise data_date \
             in city.toml",
        ),
    );
}

#[test]
fn no_two_routes_have_one_id_and_a_city_has_at_most_two_thousand() {
    let mut pack = sound_pack();
    pack.study_routes.push(pack.study_routes[0].clone());
    assert_eq!(
        findings(pack.to_files()),
        [route(
            "error",
            ", id: \"s-canal\" already stands in study-routes.toml, feature #1; remove one of the two, or give the newer one an \
             id of its own"
        )]
    );
    let one = sound_pack().study_routes.remove(0);
    let numbered = |i: usize| yuren_catalog::StudyRoute { id: format!("s-{i}").parse().unwrap(), ..one.clone() };
    no_finding(|pack| pack.study_routes = (0..2_000).map(numbered).collect());
    one_finding(
        |pack| pack.study_routes = (0..2_001).map(numbered).collect(),
        "error study-routes.toml, route: the city has 2001 study routes; keep at most 2000",
    );
}
