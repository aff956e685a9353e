//! A place's staff say by their link that what is known of it is still right.

use chrono::NaiveDate;
use yuren_catalog::{
    AgingFact, ChangeSet, Expected, FactPath, Place, PlaceChange, Precision, Provenance, Revision, Status,
};
use yuren_index::Snapshot;
use yuren_store::{AccountRole, Author, Revised, StoreError};

use crate::clock;
use crate::links::{Link, Refused, verify};
use crate::people::scope::outside;
use crate::problem::{Code, Problem};
use crate::state::State;

/// Most facts confirmed at once.
const MOST_FACTS: usize = 500;

/// What came of a confirmation.
#[derive(Debug)]
pub(crate) struct Confirmed {
    /// The commit that last changed the place.
    pub(crate) revision: Revision,
    /// The day as of which the facts are checked now.
    pub(crate) checked_on: NaiveDate,
}

/// The link of a token, and the place that it opens as it stands in the store.
pub(crate) async fn open(state: &State, token: &str) -> Result<(Link, Revised), Problem> {
    let store = &state.live.store;
    let invalid = || Problem::new(Code::InvalidLink, "This is no link of ours, or not the whole of one.");
    let key = store.link_key().await?.ok_or_else(invalid)?;
    let link = verify(&key, token, clock::now()).map_err(|refused| match refused {
        Refused::Invalid => invalid(),
        Refused::Expired(at) => {
            let day = clock::day(state.edition().snapshot.city(), at);
            Problem::new(Code::ExpiredLink, format!("The link held until {day}.")).value(&day.to_string())
        }
    })?;
    let revised =
        store.place(&link.place).await?.ok_or_else(|| Problem::no_such_place("place", link.place.as_str()))?;
    if !still_may(state, &link.by, &revised.place).await? {
        return Err(Problem::new(Code::RevokedLink, "The account that made the link may no longer make it."));
    }
    if revised.place.status == Status::Withdrawn {
        return Err(Problem::new(Code::WithdrawnPlace, "The place has been taken off the map."));
    }
    Ok((link, revised))
}

/// Whether whoever made a link might make it today: it lasts no longer than that.
async fn still_may(state: &State, by: &Author, place: &Place) -> Result<bool, Problem> {
    let Author::Account(name) = by else { return Ok(*by == Author::Operator) };
    let account = state.live.store.account(name).await?;
    Ok(account.is_some_and(|account| {
        let may_edit = !account.disabled && account.access.role >= AccountRole::Editor;
        may_edit && outside(&account.access, None, place).is_none()
    }))
}

/// Whether a fact is made up: there is nothing in it to confirm.
pub(crate) fn is_synthetic(snapshot: &Snapshot, place: &Place, path: &FactPath, provenance: &Provenance) -> bool {
    let is_made_up = snapshot.sources().get(&provenance.source).is_some_and(|source| source.synthetic);
    let is_position = path.fact == AgingFact::Position;
    is_made_up || is_position && place.position.precision == Precision::Synthetic
}

/// Notes that these facts, named by their paths, were checked today by the link's office. It changes nothing else of the
/// place: no rule can be broken by it, and so none is asked.
pub(crate) async fn confirm(state: &State, token: &str, facts: &[String]) -> Result<Confirmed, Problem> {
    let edition = state.edition();
    let snapshot = &edition.snapshot;
    let checked_on = clock::today(snapshot.city());
    let mut is_first_try = true;
    loop {
        let (link, Revised { place, revision }) = open(state, token).await?;
        let mut checked = place.clone();
        for path in wanted(snapshot, &place, facts)? {
            if let Some(provenance) = checked.provenance_mut(&path) {
                provenance.checked_on = Some(checked_on);
                provenance.checked_by = Some(link.office.to_string());
            }
        }
        if checked == place {
            // A second tap on the same day.
            return Ok(Confirmed { revision, checked_on });
        }
        let change = PlaceChange { place: checked, expected: Expected::AsOf(revision) };
        let why = format!("still right, by a link that {} made", link.by);
        let set = ChangeSet { changes: vec![change], why, ..ChangeSet::default() };
        match state.live.commit(&set, &Author::Link(link.office)).await {
            Ok(revision) => return Ok(Confirmed { revision, checked_on }),
            // Somebody changed the place in between: what is confirmed is what it says now.
            Err(StoreError::Conflict { .. }) if is_first_try => is_first_try = false,
            Err(error) => return Err(error.into()),
        }
    }
}

/// The facts that are named, each of which can be confirmed.
fn wanted(snapshot: &Snapshot, place: &Place, facts: &[String]) -> Result<Vec<FactPath>, Problem> {
    if !(1..=MOST_FACTS).contains(&facts.len()) {
        let problem = Problem::new(Code::InvalidContent, format!("There are {} facts.", facts.len()));
        return Err(problem.parameter("facts").allowed(format!("1 to {MOST_FACTS} facts")));
    }
    let known: Vec<(FactPath, bool)> = place
        .facts()
        .map(|(path, provenance)| {
            let is_synthetic = is_synthetic(snapshot, place, &path, provenance);
            (path, is_synthetic)
        })
        .collect();
    let refused = |i: usize, text: &str, detail: &str| {
        let real = known.iter().filter(|(_, is_synthetic)| !is_synthetic).map(|(path, _)| path.to_string());
        let problem = Problem::new(Code::InvalidContent, detail).parameter(&format!("facts[{i}]")).value(text);
        problem.allowed(real.collect::<Vec<_>>().join(", "))
    };
    let named = facts.iter().enumerate().map(|(i, text)| {
        let path = text.parse::<FactPath>().map_err(|_| refused(i, text, "It names no fact."))?;
        match known.iter().find(|(known, _)| *known == path) {
            None => Err(refused(i, text, "Nothing is known of this.")),
            Some((_, true)) => Err(refused(i, text, "It is an example and no fact: there is nothing to confirm.")),
            Some((_, false)) => Ok(path),
        }
    });
    named.collect()
}
