//! Reading the whole store, and following it.

use std::collections::{BTreeMap, HashMap};

use yuren_catalog::{Id, Place, Revision, Source, SourceKey, StudyRoute};

use crate::StoreError;
use crate::commit::signed;
use crate::engine::Engine;
use crate::record::{Record, from_text};
use crate::sql::{Begin, Dialect, Statement, Transaction, sql};

/// Places, or study routes, that come out of the database in one statement.
const BATCH: i64 = 2_000;
/// Places and study routes after which an answer of [`crate::Store::since`] takes in no further commit.
const ENOUGH: u64 = 2_000;
/// Most commits of one answer of [`crate::Store::since`].
const MOST_COMMITS: i64 = 1_000;

/// Where a store stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Which database this is. Another one (a restored dump, a promoted standby) may lack what a reader has seen, so that the
    /// reader must read all again.
    pub lineage: String,
    /// The newest revision; 0 = nothing is in the store yet.
    pub revision: Revision,
}

/// A place and the commit that last changed it: what a change of it is a change of.
#[derive(Clone, Debug, PartialEq)]
pub struct Revised {
    /// The place.
    pub place: Place,
    /// The revision that last changed it.
    pub revision: Revision,
}

/// A study route and the commit that last changed it.
#[derive(Clone, Debug, PartialEq)]
pub struct RevisedStudyRoute {
    /// The route.
    pub route: StudyRoute,
    /// The revision that last changed it.
    pub revision: Revision,
}

/// Everything in a store at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Contents {
    /// The moment.
    pub head: Head,
    /// All places by id, withdrawn ones included.
    pub places: Vec<Revised>,
    /// All study routes by id, withdrawn ones included.
    pub study_routes: Vec<RevisedStudyRoute>,
    /// All sources.
    pub sources: BTreeMap<SourceKey, Source>,
}

/// What came after a moment.
#[derive(Clone, Debug, PartialEq)]
pub enum Since {
    /// Commits to apply to what the reader has, in whole commits. Together they lead exactly to the state at their head.
    Following(Following),
    /// This is not the database, or no longer the state, that the reader has seen: read [`crate::Store::contents`] again.
    Rebuild,
}

/// Commits that follow a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Following {
    /// Where the reader stands once it has applied them.
    pub head: Head,
    /// The places that were changed, as of that head, in the order of their revisions.
    pub places: Vec<Revised>,
    /// The study routes that were changed, likewise.
    pub study_routes: Vec<RevisedStudyRoute>,
    /// The sources that were added.
    pub sources: BTreeMap<SourceKey, Source>,
    /// Whether there is more after that head.
    pub more: bool,
}

/// See [`crate::Store::head`].
pub(crate) async fn head(engine: &impl Engine) -> Result<Head, StoreError> {
    let mut tx = engine.begin(Begin::Read).await?;
    let outcome = head_in(&mut tx, engine.dialect()).await;
    tx.end(outcome).await
}

/// See [`crate::Store::contents`].
pub(crate) async fn contents(engine: &impl Engine) -> Result<Contents, StoreError> {
    let mut tx = engine.begin(Begin::Read).await?;
    let outcome = contents_in(&mut tx, engine.dialect()).await;
    tx.end(outcome).await
}

/// See [`crate::Store::place`], [`crate::Store::study_route`].
pub(crate) async fn one<R: Record>(engine: &impl Engine, id: &Id<R>) -> Result<Option<R::Revised>, StoreError> {
    let mut tx = engine.begin(Begin::Read).await?;
    let select = sql(R::statements(engine.dialect()).one).bind(id.as_str());
    let outcome = records::<R>(&mut tx, select).await;
    Ok(tx.end(outcome).await?.pop().map(|(record, revision)| record.revised(revision)))
}

/// See [`crate::Store::study_routes`].
pub(crate) async fn study_routes(engine: &impl Engine) -> Result<Vec<RevisedStudyRoute>, StoreError> {
    let mut tx = engine.begin(Begin::Read).await?;
    let outcome = all::<StudyRoute>(&mut tx, engine.dialect()).await;
    tx.end(outcome).await
}

/// See [`crate::Store::since`].
pub(crate) async fn since(engine: &impl Engine, known: &Head) -> Result<Since, StoreError> {
    let mut tx = engine.begin(Begin::Read).await?;
    let outcome = since_in(&mut tx, engine.dialect(), known).await;
    tx.end(outcome).await
}

async fn head_in(tx: &mut Transaction, dialect: &Dialect) -> Result<Head, StoreError> {
    let none = || StoreError::Corrupt("table store has no row".to_owned());
    let revision = tx.row(sql("SELECT revision FROM store")).await?.ok_or_else(none)?.count("revision")?;
    let lineage = tx.row(sql(dialect.lineage)).await?.ok_or_else(none)?.get("lineage")?;
    Ok(Head { lineage, revision })
}

async fn contents_in(tx: &mut Transaction, dialect: &Dialect) -> Result<Contents, StoreError> {
    let head = head_in(tx, dialect).await?;
    let places = all::<Place>(tx, dialect).await?;
    let study_routes = all::<StudyRoute>(tx, dialect).await?;
    let sources = sources(tx, 0, head.revision).await?;
    Ok(Contents { head, places, study_routes, sources })
}

/// All places, or study routes, by id.
async fn all<R: Record>(tx: &mut Transaction, dialect: &Dialect) -> Result<Vec<R::Revised>, StoreError> {
    let (mut all, mut last) = (Vec::new(), String::new());
    loop {
        let page = sql(R::statements(dialect).page).bind(last.as_str()).bind(BATCH);
        let batch = records::<R>(tx, page).await?;
        let Some((record, _)) = batch.last() else { return Ok(all) };
        record.id().as_str().clone_into(&mut last);
        all.extend(batch.into_iter().map(|(record, revision)| record.revised(revision)));
    }
}

async fn since_in(tx: &mut Transaction, dialect: &Dialect, known: &Head) -> Result<Since, StoreError> {
    let newest = head_in(tx, dialect).await?;
    if newest.lineage != known.lineage || newest.revision < known.revision {
        return Ok(Since::Rebuild);
    }
    let until = last_of_batch(tx, known.revision).await?;
    let places = changed::<Place>(tx, dialect, known.revision, until).await?;
    let study_routes = changed::<StudyRoute>(tx, dialect, known.revision, until).await?;
    let sources = sources(tx, known.revision, until).await?;
    let more = until < newest.revision;
    Ok(Since::Following(Following { head: Head { revision: until, ..newest }, places, study_routes, sources, more }))
}

/// The places, or study routes, that the commits after `known` and up to `until` changed, as the last of these left them.
async fn changed<R: Record>(
    tx: &mut Transaction,
    dialect: &Dialect,
    known: Revision,
    until: Revision,
) -> Result<Vec<R::Revised>, StoreError> {
    let select = sql(R::statements(dialect).changed).bind(signed(known)).bind(signed(until));
    let changes = records::<R>(tx, select).await?;
    let last: HashMap<Id<R>, Revision> =
        changes.iter().map(|(record, revision)| (record.id().clone(), *revision)).collect();
    let stands = |(record, revision): &(R, Revision)| last.get(record.id()) == Some(revision);
    Ok(changes.into_iter().filter(stands).map(|(record, revision)| record.revised(revision)).collect())
}

/// The last revision of the commits after `known` that make up one answer: whole commits, at least one if there is any.
async fn last_of_batch(tx: &mut Transaction, known: Revision) -> Result<Revision, StoreError> {
    let select = sql("SELECT revision, changes FROM commits WHERE revision > $1 ORDER BY revision LIMIT $2");
    let (mut until, mut changes) = (known, 0);
    for row in tx.rows(select.bind(signed(known)).bind(MOST_COMMITS)).await? {
        if changes >= ENOUGH {
            break;
        }
        until = row.count("revision")?;
        changes += row.count("changes")?;
    }
    Ok(until)
}

async fn records<R: Record>(tx: &mut Transaction, select: Statement) -> Result<Vec<(R, Revision)>, StoreError> {
    let mut records = Vec::new();
    for row in tx.rows(select).await? {
        let (id, text): (String, String) = (row.get("id")?, row.get("text")?);
        records.push((from_text(&id, &text)?, row.count("revision")?));
    }
    Ok(records)
}

async fn sources(
    tx: &mut Transaction,
    after: Revision,
    until: Revision,
) -> Result<BTreeMap<SourceKey, Source>, StoreError> {
    let select = sql("SELECT id, CAST(source AS text) AS source FROM source WHERE revision > $1 AND revision <= $2");
    let mut sources = BTreeMap::new();
    for row in tx.rows(select.bind(signed(after)).bind(signed(until))).await? {
        let (key, text): (String, String) = (row.get("id")?, row.get("source")?);
        let source = serde_json::from_str(&text);
        let source = source.map_err(|_| StoreError::Corrupt(format!("source {key:?} cannot be read")))?;
        sources.insert(SourceKey::from(key.as_str()), source);
    }
    Ok(sources)
}
