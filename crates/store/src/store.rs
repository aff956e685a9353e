//! The one trait, and opening a store.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use yuren_catalog::{ChangeSet, CityPack, PlaceId, RegionCode, Revision, StudyRouteId};

use crate::address::Kind;
use crate::engine::Engine;
use crate::{
    Accounts, AuditRow, Author, Changes, Contents, Corrections, Head, LinkKeys, PostgresStore, Revised,
    RevisedStudyRoute, Sessions, Since, SqliteStore, StoreAddress, StoreError, commit, history, reading, seed,
};

/// A city's store. It has no clock: whoever calls says when it is; times are kept to the microsecond.
#[async_trait]
pub trait Store: Accounts + Sessions + Corrections + LinkKeys + Send + Sync {
    /// Puts the pack's places, study routes and sources into an empty store as revision 1. [`StoreError::NotEmpty`] otherwise.
    async fn seed(&self, pack: &CityPack, at: DateTime<Utc>) -> Result<Revision, StoreError>;

    /// The [`crate::fingerprint`] of the pack that was last taken in; `None` = none was.
    async fn pack(&self) -> Result<Option<String>, StoreError>;

    /// Notes that this pack was taken in, after its differences were committed.
    async fn took_in(&self, pack: &CityPack) -> Result<(), StoreError>;

    /// Commits all of the changes under the next revision, or nothing: [`StoreError::Conflict`] if a place or a study
    /// route is not as its change expects. A set that changes nothing is refused. Whether they are sound is the caller's to check.
    async fn commit(&self, set: &ChangeSet, by: &Author, at: DateTime<Utc>) -> Result<Revision, StoreError>;

    /// Where the store stands.
    async fn head(&self) -> Result<Head, StoreError>;

    /// Everything, as of one moment.
    async fn contents(&self) -> Result<Contents, StoreError>;

    /// One place, withdrawn or not.
    async fn place(&self, id: &PlaceId) -> Result<Option<Revised>, StoreError>;

    /// One study route, withdrawn or not.
    async fn study_route(&self, id: &StudyRouteId) -> Result<Option<RevisedStudyRoute>, StoreError>;

    /// All study routes by id, withdrawn ones included.
    async fn study_routes(&self) -> Result<Vec<RevisedStudyRoute>, StoreError>;

    /// What came after `known`, some thousands of places at a time and always in whole commits.
    async fn since(&self, known: &Head) -> Result<Since, StoreError>;

    /// What was done to a place, newest first, before revision `before` if given; at most `limit` rows, and 1,000.
    async fn history(&self, place: &PlaceId, before: Option<Revision>, limit: u32)
    -> Result<Vec<AuditRow>, StoreError>;

    /// The same of a study route.
    async fn study_route_history(
        &self,
        route: &StudyRouteId,
        before: Option<Revision>,
        limit: u32,
    ) -> Result<Vec<AuditRow<StudyRouteId>>, StoreError>;

    /// What a commit did to places, by place, those after `after` if given; at most `limit` rows, and 1,000.
    async fn audit(&self, revision: Revision, after: Option<&PlaceId>, limit: u32)
    -> Result<Vec<AuditRow>, StoreError>;

    /// A subscription to changes, by whichever process.
    fn changes(&self) -> Changes;
}

#[async_trait]
impl<E: Engine> Store for E {
    async fn seed(&self, pack: &CityPack, at: DateTime<Utc>) -> Result<Revision, StoreError> {
        seed::seed(self, pack, at).await
    }

    async fn pack(&self) -> Result<Option<String>, StoreError> {
        seed::pack(self).await
    }

    async fn took_in(&self, pack: &CityPack) -> Result<(), StoreError> {
        seed::took_in(self, pack).await
    }

    async fn commit(&self, set: &ChangeSet, by: &Author, at: DateTime<Utc>) -> Result<Revision, StoreError> {
        commit::commit(self, set, by, at).await
    }

    async fn head(&self) -> Result<Head, StoreError> {
        reading::head(self).await
    }

    async fn contents(&self) -> Result<Contents, StoreError> {
        reading::contents(self).await
    }

    async fn place(&self, id: &PlaceId) -> Result<Option<Revised>, StoreError> {
        reading::one(self, id).await
    }

    async fn study_route(&self, id: &StudyRouteId) -> Result<Option<RevisedStudyRoute>, StoreError> {
        reading::one(self, id).await
    }

    async fn study_routes(&self) -> Result<Vec<RevisedStudyRoute>, StoreError> {
        reading::study_routes(self).await
    }

    async fn since(&self, known: &Head) -> Result<Since, StoreError> {
        reading::since(self, known).await
    }

    async fn history(
        &self,
        place: &PlaceId,
        before: Option<Revision>,
        limit: u32,
    ) -> Result<Vec<AuditRow>, StoreError> {
        history::history(self, place, before, limit).await
    }

    async fn study_route_history(
        &self,
        route: &StudyRouteId,
        before: Option<Revision>,
        limit: u32,
    ) -> Result<Vec<AuditRow<StudyRouteId>>, StoreError> {
        history::history(self, route, before, limit).await
    }

    async fn audit(
        &self,
        revision: Revision,
        after: Option<&PlaceId>,
        limit: u32,
    ) -> Result<Vec<AuditRow>, StoreError> {
        history::audit(self, revision, after, limit).await
    }

    fn changes(&self) -> Changes {
        self.wake().subscribe()
    }
}

/// Opens the city's store, makes it or brings its schema up to date. A store of another city is
/// [`StoreError::WrongCity`]. To be called on a tokio runtime, which must outlive the store.
pub async fn open(address: &StoreAddress, city: &RegionCode) -> Result<Arc<dyn Store>, StoreError> {
    Ok(match &address.0 {
        Kind::Sqlite(file) => Arc::new(SqliteStore::open(file, city).await?),
        Kind::Postgres(servers) => Arc::new(PostgresStore::open(servers, city).await?),
    })
}
