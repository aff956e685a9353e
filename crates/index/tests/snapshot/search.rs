//! What people type and what they get: a table of queries over a fixture, and the same on the sample city.
//!
//! The tables are in `search/`: `queries.txt` is meant to be read, and added to.

use std::path::Path;

use yuren_catalog::{CityPack, PackFile, Place, Region, RoleKind, SourceKey};
use yuren_geodesy::LonLat;
use yuren_index::{MatchedField, SearchHit, SearchSubject, Snapshot};

use crate::support;

/// The rows of a table: cells between `|`, without comments and empty lines.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = table.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('|').map(str::trim).collect())
}

fn list(cell: &str) -> impl Iterator<Item = String> {
    cell.split(';').map(str::to_owned).filter(|text| !text.is_empty())
}

fn text(cell: &str) -> Option<String> {
    (!cell.is_empty()).then(|| cell.to_owned())
}

fn fixture() -> Snapshot {
    let region = |row: Vec<&str>| Region {
        code: support::code(row[0]),
        name: row[1].to_owned(),
        name_en: None,
        position: None,
        polygons: Vec::new(),
        sources: Vec::new(),
    };
    let source = SourceKey::from("synthetic");
    let place = |row: Vec<&str>| -> Place {
        let [id, name, name_en, aliases, roles, address, region, at] = row[..] else { panic!("not 8 cells: {row:?}") };
        let (lon, lat) = at.split_once(',').expect("lon,lat");
        let [lon, lat] = [lon, lat].map(|degrees| degrees.parse().expect("degrees"));
        let mut place = support::place(id, name, lon, lat, &support::code(region), &source);
        place.name_en = text(name_en);
        place.aliases = list(aliases).collect();
        place.address = text(address);
        place.roles.push(support::role("r-1", RoleKind::Venue, None, &source));
        for name in list(roles) {
            let mut role = support::role("r-2", RoleKind::ParentSchool, None, &source);
            role.name = Some(name);
            place.roles.push(role);
        }
        place
    };
    let places = rows(include_str!("search/places.txt")).map(place).collect();
    let regions = rows(include_str!("search/regions.txt")).map(region).collect();
    Snapshot::new(support::pack(places, regions), 1)
}

/// The id or code of what was found.
fn key(snapshot: &Snapshot, hit: &SearchHit) -> String {
    match &hit.subject {
        SearchSubject::Place(ix) => snapshot.places()[*ix as usize].id.to_string(),
        SearchSubject::Region(code) => code.to_string(),
    }
}

fn keys(snapshot: &Snapshot, query: &str, limit: usize) -> Vec<String> {
    snapshot.search(query, None, limit).iter().map(|hit| key(snapshot, hit)).collect()
}

#[test]
fn every_query_of_the_table_gets_its_first_three_answers() {
    let snapshot = fixture();
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in rows(include_str!("search/queries.txt")) {
        let [query, expected @ ..] = &row[..] else { panic!("an empty row") };
        let mut found = keys(&snapshot, query, 3);
        found.resize(3, "-".to_owned());
        if found != *expected {
            wrong.push(format!("{query}: found {found:?}, expected {expected:?}"));
        }
        count += 1;
    }
    assert!(count >= 60, "only {count} queries");
    assert!(wrong.is_empty(), "{} of {count} queries are answered wrongly:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn an_answer_says_which_text_matched_and_what_it_is() {
    let snapshot = fixture();
    for (query, matched, field) in [
        ("hyuan", "何园", MatchedField::Name),
        ("westlake", "Slender West Lake", MatchedField::Name),
        ("润心", "“扬老师”润心工作站", MatchedField::RoleName),
        ("寄啸", "寄啸山庄", MatchedField::Alias),
        ("徐凝门", "徐凝门大街66号", MatchedField::Address),
        ("shaobo", "邵伯镇", MatchedField::Region),
    ] {
        let first = snapshot.search(query, None, 1).pop().expect("an answer");
        assert_eq!((first.matched.as_str(), first.field), (matched, field), "{query}");
    }
}

#[test]
fn of_equal_names_the_nearer_comes_first() {
    let snapshot = fixture();
    for (near, expected) in
        [([119.23, 32.29], ["chaoyang-yz", "chaoyang-jd"]), ([119.56, 32.44], ["chaoyang-jd", "chaoyang-yz"])]
    {
        let near = LonLat::new(near[0], near[1]).expect("a point");
        let found = snapshot.search("朝阳", Some(near), 2);
        assert_eq!(found.iter().map(|hit| key(&snapshot, hit)).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn a_query_of_nothing_finds_nothing_and_a_limit_is_kept() {
    let snapshot = fixture();
    assert_eq!(snapshot.search("", None, 10), []);
    assert_eq!(snapshot.search(" ·“” ", None, 10), []);
    assert_eq!(snapshot.search("扬州", None, 0), []);
    assert_eq!(snapshot.search("扬州", None, 2).len(), 2);
}

#[test]
fn a_query_longer_than_any_name_finds_nothing_and_ends() {
    let snapshot = fixture();
    for piece in ["s", "xi", "瘦", "1", "a ", "sh'"] {
        assert_eq!(snapshot.search(&piece.repeat(10_000), None, 10), [], "{piece}");
    }
}

/// Of the sample city, places and regions that are real and stay.
const YANGZHOU: [(&str, &str); 22] = [
    ("个园", "个园"),
    ("gy", "个园"),
    ("heyuan", "何园"),
    ("sxh", "瘦西湖"),
    ("瘦xihu", "瘦西湖"),
    ("zzq", "朱自清故居"),
    ("zhuziqing", "朱自清故居"),
    ("汪氏", "汪氏小苑"),
    ("wsxy", "汪氏小苑"),
    ("大运河博物馆", "中国大运河博物馆"),
    ("dyhbwg", "中国大运河博物馆"),
    ("博物馆", "扬州博物馆"),
    ("zhuyuwan", "茱萸湾公园"),
    ("yzzx", "江苏省扬州中学"),
    ("第1中学", "扬州市第一中学"),
    ("扬州", "扬州市"),
    ("jiangdu", "江都区"),
    ("邵伯", "邵伯镇"),
    ("guazhou", "瓜洲镇"),
    ("fanshui", "氾水镇"),
    ("puxi", "朴席镇"),
    ("gaoyou", "高邮市"),
];

#[test]
fn landmarks_of_the_sample_city_come_first() {
    let snapshot = Snapshot::new(yangzhou(), 1);
    for (query, expected) in YANGZHOU {
        let first = snapshot.search(query, None, 1).pop().map(|hit| match hit.subject {
            SearchSubject::Place(ix) => snapshot.places()[ix as usize].name.clone(),
            SearchSubject::Region(code) => snapshot.regions().get(&code).expect("a region").name.clone(),
        });
        assert_eq!(first.as_deref(), Some(expected), "{query}");
    }
}

#[test]
fn every_place_of_the_sample_city_is_found_by_its_whole_name() {
    let snapshot = Snapshot::new(yangzhou(), 1);
    for place in snapshot.places() {
        let found = snapshot.search(&place.name, Some(place.position.point), usize::MAX);
        let is_it = |hit: &SearchHit| key(&snapshot, hit) == place.id.as_str();
        assert!(found.iter().any(is_it), "{} is not among {} answers", place.name, found.len());
    }
}

fn yangzhou() -> CityPack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/yangzhou");
    let mut files = Vec::new();
    for folder in ["", "places"] {
        for entry in std::fs::read_dir(root.join(folder)).expect("the sample city") {
            let path = entry.expect("a file").path();
            if path.extension().is_some_and(|extension| extension == "geojson" || extension == "toml") {
                let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
                let path_in_pack = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
                files.push(PackFile { path: path_in_pack, bytes: std::fs::read(&path).expect("a file") });
            }
        }
    }
    CityPack::read(files).pack.expect("a city without errors")
}
