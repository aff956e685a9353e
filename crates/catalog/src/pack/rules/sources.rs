//! The sources, and that whoever says so is one of them.

use super::{contact, names};
use crate::SourceKey;
use crate::pack::draft::Draft;
use crate::pack::explain::cut;
use crate::pack::report::{Report, Spot};
use crate::pack::{SOURCES, provenances};

pub(super) fn check(draft: &Draft, report: &mut Report) {
    described(draft, report);
    known(draft, report);
}

fn described(draft: &Draft, report: &mut Report) {
    let at = Spot::file(SOURCES);
    for (key, source) in draft.sources.iter().flatten() {
        let key = key.as_str();
        if !SourceKey::is_sound(key) {
            let problem = format!("{:?} is not a key", cut(key));
            report.error(at, &cut(key), problem, format!("write {}", SourceKey::ALLOWED));
        }
        let field = |name| format!("{}.{name}", cut(key));
        names::check_text(at, &field("title"), &source.title, names::LONGEST_LINE, report);
        names::check_text(at, &field("title_en"), &source.title_en, names::LONGEST_LINE, report);
        names::check_text(at, &field("licence"), &source.licence, names::LONGEST_LINE, report);
        if !source.attribution.is_empty() {
            names::check_text(at, &field("attribution"), &source.attribution, names::LONGEST_LINE, report);
        }
        if let Some(url) = &source.url {
            contact::check_url(at, &field("url"), url, report);
        }
    }
}

fn known(draft: &Draft, report: &mut Report) {
    let unknown = |key: &SourceKey| !draft.may_have_source(key);
    for entry in &draft.places {
        for (path, provenance) in provenances::of_place(&entry.value).filter(|(_, p)| unknown(&p.source)) {
            tell(entry.spot(), &format!("{path}.source"), provenance.source.as_str(), report);
        }
        for key in entry.value.source_keys.keys().filter(|key| unknown(&key.as_str().into())) {
            tell(entry.spot(), "source_keys", key, report);
        }
    }
    for entry in draft.study_routes.iter().filter(|entry| unknown(&entry.value.provenance.source)) {
        tell(entry.spot(), "provenance.source", entry.value.provenance.source.as_str(), report);
    }
    for entry in &draft.regions {
        for (i, key) in entry.value.sources.iter().enumerate().filter(|(_, key)| unknown(key)) {
            tell(entry.spot(), &format!("sources[{i}]"), key.as_str(), report);
        }
        if let Some(position) = entry.value.position.as_ref().filter(|p| unknown(&p.provenance.source)) {
            tell(entry.spot(), "position.source", position.provenance.source.as_str(), report);
        }
    }
    for entry in draft.water.iter().filter(|entry| unknown(&entry.value.source)) {
        tell(entry.spot(), "source", entry.value.source.as_str(), report);
    }
}

fn tell(at: Spot<'_>, field: &str, key: &str, report: &mut Report) {
    let key = cut(key);
    let mend = "write the key of one of its tables, or add a table for it";
    report.error(at, field, format!("{key:?} is not in {SOURCES}"), mend);
}
