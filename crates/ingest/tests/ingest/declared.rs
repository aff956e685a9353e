//! What is said of a list, and what follows where nothing is said.

use std::collections::BTreeMap;

use yuren_ingest::{Declared, Field, Format, Mapping, Misdeclared, mappings, read};

use crate::support::{city, today, yangzhou};

fn key(declared: &Declared, file_name: &str, format: Format) -> Result<String, Misdeclared> {
    declared.import(city(), file_name, format, today()).map(|import| import.source_key.as_str().to_owned())
}

#[test]
fn a_list_that_says_nothing_is_named_by_its_file() {
    let import =
        Declared::default().import(city(), "Spring-2026.final.xlsx", Format::Xlsx, today()).expect("an import");
    assert_eq!(import.source_key.as_str(), "spring-2026");
    assert_eq!(
        (import.source.title.as_str(), import.source.licence.as_str()),
        ("Spring-2026.final.xlsx", "Not stated")
    );
    assert_eq!((import.datum, import.checked_on, import.overrules), (None, None, false));
}

#[test]
fn an_extract_is_openstreetmap_unless_it_is_said_to_be_something_else() {
    let import = Declared::default().import(city(), "城市.osm.pbf", Format::OsmPbf, today()).expect("an import");
    let known = &yangzhou().sources[&"osm".into()];
    assert_eq!((import.source_key.as_str(), &import.source), ("osm", known), "as the city has it already");
    let own = Declared { source: Some("survey".to_owned()), ..Declared::default() };
    assert_eq!(key(&own, "城市.osm.pbf", Format::OsmPbf).as_deref(), Ok("survey"));
}

#[test]
fn a_source_that_the_city_has_says_of_itself_what_it_always_said() {
    let declared =
        Declared { source: Some("stats".to_owned()), title: Some("别名".to_owned()), ..Declared::default() };
    let import = declared.import(city(), "a.csv", Format::Csv, today()).expect("an import");
    assert_eq!(import.source, yangzhou().sources[&"stats".into()]);
}

#[test]
fn what_cannot_be_said_of_a_list_is_refused_by_its_name() {
    let text = |text: &str| Some(text.to_owned());
    let day = "2026-05-01".parse().ok();
    let none = Declared::default;
    for (declared, field) in [
        (Declared { source: text("My List"), ..none() }, "source"),
        (Declared { source: text(&"a".repeat(65)), ..none() }, "source"),
        (Declared { title: text(" "), ..none() }, "title"),
        (Declared { licence: text(&"长".repeat(201)), ..none() }, "licence"),
        (Declared { checked_on: day, ..none() }, "checked_by"),
        (Declared { checked_by: text("教育局"), ..none() }, "checked_on"),
        (Declared { checked_on: day, checked_by: text("教\n育"), ..none() }, "checked_by"),
    ] {
        let wrong = key(&declared, "a.csv", Format::Csv).expect_err("it is refused");
        assert_eq!(wrong.field, field, "{wrong}");
        assert!(!wrong.allowed.is_empty());
    }
    assert_eq!(key(&none(), "名单.csv", Format::Csv).expect_err("no key").value, "名单");
}

#[test]
fn a_mapping_that_was_looked_at_is_taken_and_the_other_sheets_are_told_from_their_headers() {
    let tables = read("名称,备考\n馆,x\n".as_bytes(), "a.csv").tables;
    let mut given = Mapping::guess(&tables[0]);
    given.columns[1].field = Some(Field::Note);
    let by_sheet = BTreeMap::from([("a.csv".to_owned(), given.clone())]);
    assert_eq!(mappings(&tables, &by_sheet), Ok(vec![given.clone()]));
    assert_eq!(mappings(&tables, &BTreeMap::new()), Ok(vec![Mapping::guess(&tables[0])]));

    given.columns.pop();
    let misfit = BTreeMap::from([("a.csv".to_owned(), given.clone())]);
    let wrong = mappings(&tables, &misfit).expect_err("a column is missing");
    assert_eq!((wrong.field.as_str(), wrong.value.as_str()), ("mappings.a.csv.columns", "名称"));
    let elsewhere = BTreeMap::from([("b".to_owned(), given)]);
    assert_eq!(mappings(&tables, &elsewhere).expect_err("no such sheet").field, "mappings.b");
    assert_eq!(mappings(&[], &elsewhere), Ok(Vec::new()), "a file that could not be read says so itself");
}
