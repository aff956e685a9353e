//! What is kept whole under its id, with an audit trail: places and study routes.

use serde::Serialize;
use yuren_catalog::{Expected, Id, Place, PlaceChange, Revision, StudyRoute, StudyRouteChange};

use crate::sql::{Dialect, Statements};
use crate::{Changed, Revised, RevisedStudyRoute, StoreError};

/// Largest of them, in bytes of its text.
const LARGEST: usize = 256 * 1024;

/// Something that is kept whole under its id.
pub(crate) trait Record: Sized {
    /// What comes out of the store: it, and the commit that last changed it.
    type Revised;

    /// Its id.
    fn id(&self) -> &Id<Self>;

    /// What an error names.
    fn named(id: &Id<Self>) -> Changed;

    /// It as JSON.
    fn to_json(&self) -> String;

    /// The inverse of [`Record::to_json`]; the error names a field, and nothing of its value.
    fn from_json(text: &str) -> Result<Self, String>;

    /// It as of a commit.
    fn revised(self, revision: Revision) -> Self::Revised;

    /// The statements about it.
    fn statements(dialect: &Dialect) -> &Statements;
}

impl Record for Place {
    type Revised = Revised;

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn named(id: &Id<Self>) -> Changed {
        Changed::Place(id.clone())
    }

    fn to_json(&self) -> String {
        self.to_feature_json()
    }

    fn from_json(text: &str) -> Result<Self, String> {
        Self::from_feature_json(text).map_err(|finding| finding.field.unwrap_or_default())
    }

    fn revised(self, revision: Revision) -> Revised {
        Revised { place: self, revision }
    }

    fn statements(dialect: &Dialect) -> &Statements {
        &dialect.places
    }
}

impl Record for StudyRoute {
    type Revised = RevisedStudyRoute;

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn named(id: &Id<Self>) -> Changed {
        Changed::StudyRoute(id.clone())
    }

    fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a route has string keys only")
    }

    fn from_json(text: &str) -> Result<Self, String> {
        let mut json = serde_json::Deserializer::from_str(text);
        serde_path_to_error::deserialize(&mut json).map_err(|error| error.path().to_string())
    }

    fn revised(self, revision: Revision) -> RevisedStudyRoute {
        RevisedStudyRoute { route: self, revision }
    }

    fn statements(dialect: &Dialect) -> &Statements {
        &dialect.study_routes
    }
}

/// One of them as it shall be.
pub(crate) trait Change {
    type Of: Record;

    /// It, and what the change is a change of.
    fn parts(&self) -> (&Self::Of, Expected);
}

impl Change for PlaceChange {
    type Of = Place;

    fn parts(&self) -> (&Place, Expected) {
        (&self.place, self.expected)
    }
}

impl Change for StudyRouteChange {
    type Of = StudyRoute;

    fn parts(&self) -> (&StudyRoute, Expected) {
        (&self.route, self.expected)
    }
}

/// One of a batch, as the statements take it.
#[derive(Serialize)]
pub(crate) struct Row<'a> {
    pub(crate) id: &'a str,
    pub(crate) before: Option<String>,
    pub(crate) after: String,
}

impl<'a> Row<'a> {
    /// The row of what was not there before.
    pub(crate) fn first<R: Record>(record: &'a R) -> Result<Self, StoreError> {
        Ok(Self { id: record.id().as_str(), before: None, after: to_text(record)? })
    }
}

/// Its text, if it can be stored.
pub(crate) fn to_text<R: Record>(record: &R) -> Result<String, StoreError> {
    let (text, id) = (record.to_json(), record.id());
    if text.len() > LARGEST {
        return Err(StoreError::OutOfBounds(format!("{id} has {} bytes; allowed: at most {LARGEST}", text.len())));
    }
    // PostgreSQL's jsonb cannot hold it.
    if text.contains("\\u0000") {
        return Err(StoreError::OutOfBounds(format!("{id} holds a NUL character; allowed: none")));
    }
    Ok(text)
}

/// The inverse of [`to_text`].
pub(crate) fn from_text<R: Record>(id: &str, text: &str) -> Result<R, StoreError> {
    R::from_json(text).map_err(|field| StoreError::Corrupt(format!("{id} cannot be read: field {field:?}")))
}

/// Rows as the JSON array that a statement takes apart.
pub(crate) fn to_json(rows: &[impl Serialize]) -> String {
    serde_json::to_string(rows).expect("rows have string keys only")
}
