//! The sample city, and an import into it.

use std::path::Path;
use std::sync::LazyLock;

use yuren_catalog::{ChangeSet, CityPack, PlaceId, Source};
use yuren_index::Snapshot;
use yuren_ingest::{Drafts, Findings, Import, Mapping, Plan, read};

use crate::pack;

/// The sample city's pack, read once.
pub(crate) fn yangzhou() -> &'static CityPack {
    static PACK: LazyLock<CityPack> =
        LazyLock::new(|| pack::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/yangzhou")));
    &PACK
}

/// The sample city as of its pack.
pub(crate) fn city() -> &'static Snapshot {
    static CITY: LazyLock<Snapshot> = LazyLock::new(|| Snapshot::new(yangzhou().clone(), 1));
    &CITY
}

/// The day of these tests.
pub(crate) fn today() -> chrono::NaiveDate {
    "2025-06-01".parse().expect("a day")
}

/// An import of a bureau's list, in a datum to be told.
pub(crate) fn import(snapshot: &Snapshot) -> Import<'_> {
    let source = Source {
        title: "扬州市教育局名单".to_owned(),
        title_en: "The bureau's list".to_owned(),
        licence: "by permission".to_owned(),
        attribution: String::new(),
        url: None,
        synthetic: false,
    };
    Import::new(snapshot, "bureau".into(), source, today())
}

/// Reads a file by the mappings that its headers suggest.
pub(crate) fn drafts(import: &Import<'_>, bytes: &[u8]) -> (Findings, Vec<Drafts>) {
    let reading = read::read(bytes, "名单.csv");
    let sheets = reading.tables.iter().map(|table| import.drafts(table, &Mapping::guess(table), &mut || ())).collect();
    (reading.findings, sheets)
}

/// What importing a file would do.
pub(crate) fn plan(import: &Import<'_>, bytes: &[u8]) -> Plan {
    let (findings, sheets) = drafts(import, bytes);
    import.plan(findings, &sheets, &|_: &PlaceId| 1)
}

/// The city after a change.
pub(crate) fn after(snapshot: &Snapshot, changes: ChangeSet) -> Snapshot {
    let mut places = snapshot.places().to_vec();
    for change in changes.changes {
        match places.binary_search_by(|place| place.id.cmp(&change.place.id)) {
            Ok(at) => places[at] = change.place,
            Err(at) => places.insert(at, change.place),
        }
    }
    let mut sources = snapshot.sources().clone();
    sources.extend(changes.sources);
    let pack = CityPack {
        city: snapshot.city().clone(),
        sources,
        regions: snapshot.regions().clone(),
        places,
        study_routes: snapshot.study_routes().cloned().collect(),
        layers: snapshot.layers().clone(),
        calendar: snapshot.calendar().clone(),
    };
    Snapshot::new(pack, snapshot.revision() + 1)
}
