//! All offers of a list laid over their places.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use yuren_catalog::{
    Activity, ActivityId, Course, CourseId, Expected, Place, PlaceChange, PlaceId, Provenance, Revision, Setting,
    Status,
};

use super::{Offer, Offered};
use crate::finding::{Severity, Spot, said};
use crate::{Drafts, FieldChange, Import, Plan, Planned, RowRef, RuleName};

/// So many rows are judged by the city's rules at a time: these tell at most a thousand findings.
const AT_A_TIME: usize = 250;

/// A row that can be laid over its place.
struct Laid<'a> {
    row: RowRef,
    place: &'a PlaceId,
    offered: &'a Offered,
}

/// Adds to the plan what the sheets of activities and courses would do.
pub(crate) fn plan(
    import: &Import<'_>,
    plan: &mut Plan,
    sheets: &[Drafts],
    revision_of: &dyn Fn(&PlaceId) -> Revision,
) {
    let of_offers = || sheets.iter().filter(|sheet| sheet.mapping.is_of_offers());
    let all = || of_offers().flat_map(|sheet| sheet.offers.iter().map(move |offer| (sheet, offer)));
    let mut laid = Vec::new();
    for (sheet, offer) in all() {
        match offer {
            Offer { row, place: Some(place), offered: Some(offered), .. } => {
                let row = RowRef { sheet: Arc::clone(&sheet.sheet), row: *row };
                laid.push(Laid { row, place, offered });
            }
            _ => plan.refused += 1,
        }
    }
    let before = laid.len();
    once(plan, &mut laid);
    judge(import, plan, &mut laid);
    plan.refused += before - laid.len();

    let mut changed: BTreeMap<&PlaceId, Changed> = BTreeMap::new();
    for Laid { row, place, offered } in &laid {
        // An activity may have been at another place before.
        let elsewhere = match offered {
            Offered::Activity(it) => import.snapshot.activity(&it.id).map(|(place, _)| &place.id),
            Offered::Course(it) => import.snapshot.course(&it.id).map(|(place, _)| &place.id),
        };
        if let Some(elsewhere) = elsewhere.filter(|elsewhere| elsewhere != place) {
            Changed::of(&mut changed, import, elsewhere).take_away(offered);
        }
        let changed = Changed::of(&mut changed, import, place);
        changed.row.get_or_insert_with(|| row.clone());
        if let Some(field) = changed.put(import, offered) {
            plan.keep(row, &changed.place, field);
        }
    }
    // A row with a mistake and without a key of its own may be any of those that are there: then none is taken for gone.
    if all().next().is_some() && all().all(|(_, offer)| offer.key.is_some()) {
        let is_there: HashSet<String> = all().filter_map(|(_, offer)| offer.key.clone()).collect();
        withdraw(import, plan, &mut changed, sheets, &is_there);
    }
    for (id, Changed { place, row, fields }) in changed {
        if fields.is_empty() {
            if !plan.unchanged.contains(id) && !is_planned(plan, id) {
                plan.unchanged.push(id.clone());
            }
            continue;
        }
        plan.unchanged.retain(|unchanged| unchanged != id);
        // A sheet of places may change the same place.
        if let Some(planned) = plan.changed.iter_mut().find(|planned| planned.change.place.id == *id) {
            planned.change.place.activities = place.activities;
            planned.change.place.courses = place.courses;
            planned.fields.extend(fields);
        } else {
            let expected = Expected::AsOf(revision_of(id));
            plan.changed.push(Planned { row, fields, change: PlaceChange { place, expected } });
        }
    }
}

fn is_planned(plan: &Plan, id: &PlaceId) -> bool {
    plan.changed.iter().chain(&plan.withdrawn).any(|planned| planned.change.place.id == *id)
}

/// Takes out rows that have the id of an earlier one.
fn once(plan: &mut Plan, laid: &mut Vec<Laid<'_>>) {
    let mut seen: HashMap<String, RowRef> = HashMap::new();
    laid.retain(|it| {
        let id = it.offered.id();
        let Some(other) = seen.get(&id) else {
            seen.insert(id, it.row.clone());
            return true;
        };
        let meaning = said(
            format!("与 {} 第 {} 行是同一条", other.sheet, other.row),
            format!("it is the same entry as row {} of {}", other.row, other.sheet),
        );
        let mend = said("请删去其中一行", "remove one of the two");
        plan.findings.add(Severity::Error, RuleName::DuplicateKey, at(&it.row), it.offered.title(), meaning, mend);
        false
    });
}

/// Takes out rows that the city's own rules refuse, each judged alone at its place.
fn judge(import: &Import<'_>, plan: &mut Plan, laid: &mut Vec<Laid<'_>>) {
    let mut sources = import.snapshot.sources().clone();
    sources.insert(import.source_key.clone(), import.source.clone());
    let snapshot = import.snapshot;
    let setting = Setting {
        city: snapshot.city(),
        sources: &sources,
        regions: snapshot.regions(),
        layers: snapshot.layers(),
        today: import.today,
    };
    let mut refused = HashSet::new();
    for (part, rows) in laid.chunks(AT_A_TIME).enumerate() {
        // The place under a number of its own, with this one offer.
        let probe = |(i, it): (usize, &Laid<'_>)| {
            let id = format!("row-{i}").parse().ok()?;
            let place = snapshot.place(it.place)?;
            let (activities, courses) = match it.offered {
                Offered::Activity(activity) => (vec![(**activity).clone()], Vec::new()),
                Offered::Course(course) => (Vec::new(), vec![(**course).clone()]),
            };
            Some(Place { id, activities, courses, ..place.clone() })
        };
        let probes: Vec<Place> = rows.iter().enumerate().filter_map(probe).collect();
        for finding in setting.check(&probes) {
            let is_of_the_offer = finding
                .field
                .as_deref()
                .is_some_and(|field| field.starts_with("activities[") || field.starts_with("courses["));
            let number = finding.feature.as_deref().and_then(|id| id.strip_prefix("row-")?.parse::<usize>().ok());
            let Some((number, it)) = number.filter(|_| is_of_the_offer).and_then(|i| Some((i, rows.get(i)?))) else {
                continue;
            };
            let is_error = finding.severity == yuren_catalog::Severity::Error;
            if is_error {
                refused.insert(part * AT_A_TIME + number);
            }
            let severity = if is_error { Severity::Error } else { Severity::Warning };
            let problem = finding.problem;
            let meaning =
                said(format!("不符合数据包规则：{problem}"), format!("the city's rules say of it: {problem}"));
            let mend = said(finding.mend.clone(), finding.mend);
            plan.findings.add(severity, RuleName::PackRule, at(&it.row), it.offered.title(), meaning, mend);
        }
    }
    let mut number = 0..;
    laid.retain(|_| number.next().is_none_or(|number| !refused.contains(&number)));
}

fn at(row: &RowRef) -> Spot {
    Spot { sheet: Some(Arc::clone(&row.sheet)), row: Some(row.row), column: None }
}

/// Withdraws what came from this list and stands in it no more: activities if the list has a sheet of them, and so courses.
fn withdraw<'a>(
    import: &Import<'a>,
    plan: &mut Plan,
    changed: &mut BTreeMap<&'a PlaceId, Changed>,
    sheets: &[Drafts],
    keys: &HashSet<String>,
) {
    let has = |field| sheets.iter().any(|sheet| sheet.mapping.column(field).is_some());
    let activities: HashSet<ActivityId> = keys.iter().map(|key| yuren_catalog::stable::activity_id(key)).collect();
    let courses: HashSet<CourseId> = keys.iter().map(|key| yuren_catalog::stable::course_id(key)).collect();
    let is_ours = |provenance: &Provenance| provenance.source == import.source_key;
    let mut gone = Vec::new();
    if has(crate::Field::ActivityTitle) {
        let ours =
            import.snapshot.activities().filter(|(_, it)| is_ours(&it.provenance) && !activities.contains(&it.id));
        gone.extend(ours.map(|(place, it)| {
            (&place.id, Offered::Activity(Box::new(Activity { status: Status::Withdrawn, ..it.clone() })))
        }));
    }
    if has(crate::Field::CourseTitle) {
        let ours = import.snapshot.courses().filter(|(_, it)| is_ours(&it.provenance) && !courses.contains(&it.id));
        gone.extend(ours.map(|(place, it)| {
            (&place.id, Offered::Course(Box::new(Course { status: Status::Withdrawn, ..it.clone() })))
        }));
    }
    for (place, offered) in gone {
        let title = offered.title().to_owned();
        Changed::of(changed, import, place).put(import, &offered);
        let meaning = said(
            format!("“{title}”已不在来源中；标为撤销，不删除"),
            format!("{title:?} is gone from the list; it is marked withdrawn, not deleted"),
        );
        let mend = said("若是误删，请补回这一行", "put the row back if it was removed by mistake");
        plan.findings.add(Severity::Warning, RuleName::Withdrawn, Spot::default(), &title, meaning, mend);
    }
}

/// A place with rows laid over it.
struct Changed {
    place: Place,
    row: Option<RowRef>,
    fields: Vec<FieldChange>,
}

impl Changed {
    /// The place as it is so far.
    fn of<'b, 'a>(changed: &'b mut BTreeMap<&'a PlaceId, Self>, import: &Import<'_>, id: &'a PlaceId) -> &'b mut Self {
        changed.entry(id).or_insert_with(|| {
            let place = import.snapshot.place(id).expect("a row's place is in the snapshot").clone();
            Self { place, row: None, fields: Vec::new() }
        })
    }

    /// Lays an offer over it; what others maintain is left alone, and told.
    fn put(&mut self, import: &Import<'_>, offered: &Offered) -> Option<FieldChange> {
        let text = offered.text();
        let (known, source) = match offered {
            Offered::Activity(it) => {
                let known = self.place.activities.iter().find(|known| known.id == it.id);
                (
                    known.map(|known| Offered::Activity(Box::new(known.clone()))),
                    known.map(|known| &known.provenance.source),
                )
            }
            Offered::Course(it) => {
                let known = self.place.courses.iter().find(|known| known.id == it.id);
                (
                    known.map(|known| Offered::Course(Box::new(known.clone()))),
                    known.map(|known| &known.provenance.source),
                )
            }
        };
        if known.as_ref() == Some(offered) {
            return None;
        }
        let field = FieldChange {
            field: offered.path(),
            before: known.as_ref().map_or_else(String::new, Offered::text),
            after: text,
        };
        if source.is_some_and(|source| *source != import.source_key) && !import.overrules {
            return Some(field);
        }
        self.fields.push(field);
        match offered {
            Offered::Activity(it) => match self.place.activities.iter_mut().find(|known| known.id == it.id) {
                Some(known) => known.clone_from(it),
                None => self.place.activities.push((**it).clone()),
            },
            Offered::Course(it) => match self.place.courses.iter_mut().find(|known| known.id == it.id) {
                Some(known) => known.clone_from(it),
                None => self.place.courses.push((**it).clone()),
            },
        }
        None
    }

    /// Takes away what is at another place from now on.
    fn take_away(&mut self, offered: &Offered) {
        self.fields.push(FieldChange { field: offered.path(), before: offered.text(), after: String::new() });
        match offered {
            Offered::Activity(it) => self.place.activities.retain(|known| known.id != it.id),
            Offered::Course(it) => self.place.courses.retain(|known| known.id != it.id),
        }
    }
}

impl Offered {
    fn id(&self) -> String {
        match self {
            Self::Activity(it) => it.id.to_string(),
            Self::Course(it) => it.id.to_string(),
        }
    }

    fn title(&self) -> &str {
        match self {
            Self::Activity(it) => &it.title,
            Self::Course(it) => &it.title,
        }
    }

    fn path(&self) -> String {
        match self {
            Self::Activity(it) => format!("activities[{}]", it.id),
            Self::Course(it) => format!("courses[{}]", it.id),
        }
    }

    /// As changes name it, in a line.
    fn text(&self) -> String {
        let withdrawn = |status| if status == Status::Withdrawn { "（withdrawn）" } else { "" };
        match self {
            Self::Activity(it) => {
                let rule = it.repeats.as_ref().map_or_else(String::new, |rule| format!(" {rule}"));
                let (starts, ends) = (it.starts.format("%Y-%m-%d %H:%M"), it.ends.format("%Y-%m-%d %H:%M"));
                format!("{} {starts} – {ends}{rule}{}", it.title, withdrawn(it.status))
            }
            Self::Course(it) => format!("{} · {}{}", it.title, it.subject.name_zh(), withdrawn(it.status)),
        }
    }
}
