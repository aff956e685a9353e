//! The city's own rules judge every place that is planned, so that nothing is planned that the city would refuse.

use std::collections::{HashMap, HashSet};

use yuren_catalog::{Place, Precision, Setting};
use yuren_index::Filter;

use super::{Plan, Planned, RowRef};
use crate::finding::{Severity, Spot, said};
use crate::{Import, RuleName};

/// So many places are judged at a time. The rules tell at most a thousand findings of a file of places.
const AT_A_TIME: usize = 250;

/// Places nearer to each other than this, in metres, hide each other.
const SAME_SPOT_M: f64 = 0.01;

/// Takes out of the plan what the rules refuse, and tells why.
pub(super) fn judge(import: &Import<'_>, plan: &mut Plan) {
    let mut sources = import.snapshot.sources().clone();
    sources.insert(import.source_key.clone(), import.source.clone());
    let setting = Setting {
        city: import.snapshot.city(),
        sources: &sources,
        regions: import.snapshot.regions(),
        layers: import.snapshot.layers(),
        today: import.today,
    };
    let planned = plan.added.iter().chain(&plan.changed);
    let all: Vec<&Planned> = planned.chain(plan.to_confirm.iter().map(|question| &question.same)).collect();
    // The other answer to a question has the same role ids: the two are never judged beside each other.
    let others: Vec<&Planned> = plan.to_confirm.iter().filter_map(|question| question.new.as_ref()).collect();
    let by_id = |planned: &&Planned| Some((planned.change.place.id.as_str().to_owned(), planned.row.clone()?));
    let rows: HashMap<String, RowRef> = all.iter().chain(&others).filter_map(by_id).collect();
    let mut found = Vec::new();
    for part in all.chunks(AT_A_TIME).chain(others.chunks(AT_A_TIME)) {
        let places: Vec<Place> = part.iter().map(|planned| planned.change.place.clone()).collect();
        errors(&setting, &places, &mut found);
    }
    for planned in all.into_iter().chain(others) {
        if let Some(other) = on_the_spot_of(import, &planned.change.place) {
            let problem = format!("it stands on the same point as {} ({})", other.name, other.id);
            let mend = "make them one place, or correct one of the points".to_owned();
            found.push((planned.change.place.id.as_str().to_owned(), problem, mend));
        }
    }
    let refused: HashSet<String> = found.iter().map(|(id, ..)| id.clone()).collect();
    let stands = |planned: &Planned| !refused.contains(planned.change.place.id.as_str());
    let before = plan.added.len() + plan.changed.len() + plan.to_confirm.len();
    plan.added.retain(stands);
    plan.changed.retain(stands);
    plan.to_confirm.retain(|question| stands(&question.same));
    plan.refused += before - (plan.added.len() + plan.changed.len() + plan.to_confirm.len());
    // A row that can only be the place that is there has nothing wrong with it.
    let mut spared = HashSet::new();
    for question in &mut plan.to_confirm {
        if let Some(new) = question.new.take_if(|new| !stands(new)) {
            spared.insert(new.change.place.id.as_str().to_owned());
        }
    }
    for (id, problem, mend) in found.into_iter().filter(|(id, ..)| !spared.contains(id)) {
        let Some(row) = rows.get(id.as_str()) else { continue };
        let at = Spot { sheet: Some(row.sheet.clone()), row: Some(row.row), column: None };
        let meaning = said(format!("不符合数据包规则：{problem}"), format!("the city's rules refuse it: {problem}"));
        plan.findings.add(Severity::Error, RuleName::PackRule, at, "", meaning, said(mend.clone(), mend));
    }
}

/// The errors that the rules find, each with its place's id, what is wrong and what would mend it. Warnings about water,
/// districts and telephones have rules of their own here, which know the row.
fn errors(setting: &Setting<'_>, places: &[Place], found: &mut Vec<(String, String, String)>) {
    let errors: Vec<_> =
        setting.check(places).into_iter().filter(|f| f.severity == yuren_catalog::Severity::Error).collect();
    if errors.iter().any(|error| error.feature.is_none()) && places.len() > 1 {
        // More were found than are told: fewer at a time are told in full.
        let (first, second) = places.split_at(places.len() / 2);
        self::errors(setting, first, found);
        self::errors(setting, second, found);
        return;
    }
    found.extend(errors.into_iter().filter_map(|error| Some((error.feature?, error.problem, error.mend))));
}

/// Another place of the city that stands on the point of this one.
fn on_the_spot_of<'a>(import: &'a Import<'_>, place: &Place) -> Option<&'a Place> {
    let at = place.position.point;
    // A place that keeps the point that it has stands where it stood.
    let kept = import.snapshot.place(&place.id).is_some_and(|before| before.position.point == at);
    if kept || place.position.precision == Precision::Approximate {
        return None;
    }
    let hits = import.snapshot.nearest(at, 2, Some(SAME_SPOT_M), &Filter::default()).hits;
    hits.iter().map(|hit| &import.snapshot.places()[hit.place as usize]).find(|other| other.id != place.id)
}
