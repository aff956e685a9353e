//! A city's folder that has changed since its store took it in: an import in which editors' facts win.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use yuren_catalog::{
    ChangeSet, CityPack, Expected, Place, PlaceChange, PlaceId, Revision, Status, StudyRoute, StudyRouteChange,
    StudyRouteId, merge,
};
use yuren_store::{Author, Contents, Revised, RevisedStudyRoute, Store, StoreError};

use crate::pack_difference;

/// Newest changes of a place that are looked through for the pack's own.
const LOOKED_THROUGH: u32 = 1_000;

/// What taking in a changed pack came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackUpdate {
    /// The commit; `None` = nothing had to change.
    pub revision: Option<Revision>,
    /// How many places changed.
    pub changed: usize,
    /// How many study routes changed.
    pub changed_study_routes: usize,
    /// Facts that editors and the pack both changed, and that stand as editors have them, by place.
    pub kept: BTreeMap<PlaceId, Vec<String>>,
    /// Study routes that editors and the pack both changed, and that stand as editors have them.
    pub kept_study_routes: Vec<StudyRouteId>,
}

/// Takes in the pack, all of it or nothing, if it is not the one that the store took in last; `None` = it is.
///
/// A place or a study route that is gone from the pack is withdrawn unless an editor has changed it. A route is taken whole: one that
/// an editor has changed stays as it is. What of a place stands as editors have it and the
/// pack has otherwise is reported to the reviewers.
pub async fn take_in(pack: &CityPack, store: &dyn Store, at: DateTime<Utc>) -> Result<Option<PackUpdate>, StoreError> {
    let fingerprint = yuren_store::fingerprint(pack);
    if store.pack().await?.as_deref() == Some(fingerprint.as_str()) {
        return Ok(None);
    }
    let Contents { places, study_routes, sources, .. } = store.contents().await?;
    let mut update = PackUpdate::default();
    let mut changes = Vec::new();
    let in_pack: BTreeMap<&PlaceId, &Place> = pack.places.iter().map(|place| (&place.id, place)).collect();
    for Revised { place: stored, revision } in &places {
        let packed = in_pack.get(&stored.id).copied();
        if packed == Some(stored) {
            continue;
        }
        let Some(Base { place: base, is_newest }) = base(store, &stored.id).await? else {
            // It never came from a pack.
            continue;
        };
        let place = match packed {
            Some(packed) => {
                let merged = merge(&base, stored, packed);
                if !merged.kept.is_empty() {
                    update.kept.insert(stored.id.clone(), merged.kept);
                }
                merged.place
            }
            None if is_newest => Place { status: Status::Withdrawn, ..stored.clone() },
            None => {
                if base.status != Status::Withdrawn {
                    update.kept.insert(stored.id.clone(), vec!["status".to_owned()]);
                }
                continue;
            }
        };
        if place != *stored {
            changes.push(PlaceChange { place, expected: Expected::AsOf(*revision) });
        }
    }
    let known: BTreeSet<&PlaceId> = places.iter().map(|revised| &revised.place.id).collect();
    let new = pack.places.iter().filter(|place| !known.contains(&place.id));
    changes.extend(new.map(|place| PlaceChange { place: place.clone(), expected: Expected::Absent }));
    let new_sources = pack.sources.iter().filter(|(key, _)| !sources.contains_key(*key));
    let sources: BTreeMap<_, _> = new_sources.map(|(key, source)| (key.clone(), source.clone())).collect();
    let study_routes = routes(pack, &study_routes, store, &mut update).await?;
    (update.changed, update.changed_study_routes) = (changes.len(), study_routes.len());
    if !changes.is_empty() || !study_routes.is_empty() || !sources.is_empty() {
        let set = ChangeSet { changes, study_routes, sources, why: "the city's folder changed".to_owned() };
        update.revision = Some(store.commit(&set, &Author::CityPack, at).await?);
    }
    for (id, kept) in &update.kept {
        let report = pack_difference::report(&fingerprint, id, in_pack.get(id).copied(), kept)?;
        match store.report(&report, at).await {
            // It was broken off last time after it had told this.
            Ok(()) | Err(StoreError::Exists(_)) => {}
            Err(error) => return Err(error),
        }
    }
    store.took_in(pack).await?;
    Ok(Some(update))
}

/// The study routes that have to change.
async fn routes(
    pack: &CityPack,
    stored: &[RevisedStudyRoute],
    store: &dyn Store,
    update: &mut PackUpdate,
) -> Result<Vec<StudyRouteChange>, StoreError> {
    let in_pack: BTreeMap<&StudyRouteId, &StudyRoute> = pack.study_routes.iter().map(|r| (&r.id, r)).collect();
    let mut changes = Vec::new();
    for RevisedStudyRoute { route, revision } in stored {
        let packed = in_pack.get(&route.id).copied();
        if packed == Some(route) {
            continue;
        }
        let rows = store.study_route_history(&route.id, None, LOOKED_THROUGH).await?;
        let Some(since) = rows.iter().position(|row| row.by == Author::CityPack) else {
            // It never came from a pack.
            continue;
        };
        if since == 0 {
            let gone = || StudyRoute { status: Status::Withdrawn, ..route.clone() };
            let after = packed.cloned().unwrap_or_else(gone);
            if after != *route {
                changes.push(StudyRouteChange { route: after, expected: Expected::AsOf(*revision) });
            }
            continue;
        }
        let base: StudyRoute = serde_json::from_str(&rows[since].after)
            .map_err(|_| StoreError::Corrupt(format!("a revision of study route {} cannot be read", route.id)))?;
        let is_gone = packed.is_none() && base.status != Status::Withdrawn;
        if is_gone || packed.is_some_and(|packed| *packed != base) {
            update.kept_study_routes.push(route.id.clone());
        }
    }
    let known: BTreeSet<&StudyRouteId> = stored.iter().map(|revised| &revised.route.id).collect();
    let new = pack.study_routes.iter().filter(|route| !known.contains(&route.id));
    changes.extend(new.map(|route| StudyRouteChange { route: route.clone(), expected: Expected::Absent }));
    Ok(changes)
}

/// A place as the pack had it last.
struct Base {
    place: Place,
    /// Whether nobody has changed it since.
    is_newest: bool,
}

async fn base(store: &dyn Store, id: &PlaceId) -> Result<Option<Base>, StoreError> {
    let rows = store.history(id, None, LOOKED_THROUGH).await?;
    let Some((since, row)) = rows.iter().enumerate().find(|(_, row)| row.by == Author::CityPack) else {
        return Ok(None);
    };
    let place = Place::from_feature_json(&row.after)
        .map_err(|_| StoreError::Corrupt(format!("revision {} of place {id} cannot be read", row.revision)))?;
    Ok(Some(Base { place, is_newest: since == 0 }))
}
