//! The corrections of a store: coming in, being looked through, being closed.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::engine::Engine;
use crate::history::MOST_ROWS;
use crate::sql::{Begin, Row, sql};
use crate::text::bound;
use crate::{Closing, Correction, CorrectionId, CorrectionState, NewCorrection, ReporterHash, StoreError};

/// Longest report and longest reply, in characters.
const LONGEST_TEXT: usize = 2_000;
/// Longest contact, in characters.
const LONGEST_CONTACT: usize = 200;

/// The corrections of a store.
#[async_trait]
pub trait Corrections {
    /// Takes a report in. [`StoreError::Missing`] if there is no such place, [`StoreError::Exists`] if the id is taken.
    async fn report(&self, correction: &NewCorrection, at: DateTime<Utc>) -> Result<(), StoreError>;

    /// One report.
    async fn correction(&self, id: &CorrectionId) -> Result<Option<Correction>, StoreError>;

    /// The reports in this state, oldest first, those after `after` if given; at most `limit`, and 1,000.
    async fn corrections(
        &self,
        state: CorrectionState,
        after: Option<&Correction>,
        limit: u32,
    ) -> Result<Vec<Correction>, StoreError>;

    /// Closes an open report, and erases its contact and its reporter. [`StoreError::Missing`] if it is not open.
    async fn close_correction(&self, id: &CorrectionId, closing: &Closing) -> Result<(), StoreError>;

    /// How many reports, closed ones aside, this reporter has made since `since`.
    async fn reports_of(&self, reporter: &ReporterHash, since: DateTime<Utc>) -> Result<u64, StoreError>;
}

#[async_trait]
impl<E: Engine> Corrections for E {
    async fn report(&self, correction: &NewCorrection, at: DateTime<Utc>) -> Result<(), StoreError> {
        bound("the report", &correction.text, LONGEST_TEXT)?;
        bound("the contact", correction.contact.as_deref().unwrap_or_default(), LONGEST_CONTACT)?;
        let insert = sql("INSERT INTO correction (id, place, kind, text, contact, reporter, at) \
            SELECT $1, id, $3, $4, $5, $6, $7 FROM place WHERE id = $2 ON CONFLICT (id) DO NOTHING");
        let insert = insert.bind(correction.id.as_str()).bind(correction.place.as_str()).bind(correction.kind.as_str());
        let insert = insert.bind(correction.text.as_str()).bind(correction.contact.clone());
        let mut tx = self.begin(Begin::Write).await?;
        let outcome = tx.execute(insert.bind(&correction.reporter.0[..]).bind(at)).await;
        match tx.end(outcome).await? {
            0 if self.correction(&correction.id).await?.is_some() => {
                Err(StoreError::Exists(format!("correction {}", correction.id)))
            }
            0 => Err(StoreError::Missing(format!("place {}", correction.place))),
            _ => Ok(()),
        }
    }

    async fn correction(&self, id: &CorrectionId) -> Result<Option<Correction>, StoreError> {
        let mut tx = self.begin(Begin::Read).await?;
        let outcome = tx.row(sql("SELECT * FROM correction WHERE id = $1").bind(id.as_str())).await;
        tx.end(outcome).await?.as_ref().map(correction).transpose()
    }

    async fn corrections(
        &self,
        state: CorrectionState,
        after: Option<&Correction>,
        limit: u32,
    ) -> Result<Vec<Correction>, StoreError> {
        let limit = i64::from(limit.min(MOST_ROWS));
        let select = match after {
            None => sql("SELECT * FROM correction WHERE state = $1 ORDER BY at, id LIMIT $2")
                .bind(state.as_str())
                .bind(limit),
            Some(last) => {
                sql("SELECT * FROM correction WHERE state = $1 AND (at, id) > ($2, $3) ORDER BY at, id LIMIT $4")
                    .bind(state.as_str())
                    .bind(last.at)
                    .bind(last.id.as_str())
                    .bind(limit)
            }
        };
        let mut tx = self.begin(Begin::Read).await?;
        let outcome = tx.rows(select).await;
        tx.end(outcome).await?.iter().map(correction).collect()
    }

    async fn close_correction(&self, id: &CorrectionId, closing: &Closing) -> Result<(), StoreError> {
        bound("the reply", &closing.reply, LONGEST_TEXT)?;
        let update = sql("UPDATE correction SET state = $2, reply = $3, closed_by = $4, closed_at = $5, \
            contact = NULL, reporter = NULL WHERE id = $1 AND state = 'open'");
        let update = update.bind(id.as_str()).bind(CorrectionState::Closed(closing.verdict).as_str());
        let update = update.bind(closing.reply.as_str()).bind(closing.by.as_str()).bind(closing.at);
        let mut tx = self.begin(Begin::Write).await?;
        let outcome = tx.execute(update).await;
        match tx.end(outcome).await? {
            0 => Err(StoreError::Missing(format!("open correction {id}"))),
            _ => Ok(()),
        }
    }

    async fn reports_of(&self, reporter: &ReporterHash, since: DateTime<Utc>) -> Result<u64, StoreError> {
        let select = sql("SELECT count(*) AS reports FROM correction WHERE reporter = $1 AND at >= $2");
        let mut tx = self.begin(Begin::Read).await?;
        let outcome = tx.row(select.bind(&reporter.0[..]).bind(since)).await;
        tx.end(outcome).await?.map_or(Ok(0), |row| row.count("reports"))
    }
}

fn correction(row: &Row) -> Result<Correction, StoreError> {
    let closing = match row.parse("state")? {
        CorrectionState::Open => None,
        CorrectionState::Closed(verdict) => {
            Some(Closing { verdict, reply: row.get("reply")?, by: row.parse("closed_by")?, at: row.get("closed_at")? })
        }
    };
    Ok(Correction {
        id: row.parse("id")?,
        place: row.parse("place")?,
        kind: row.parse("kind")?,
        text: row.get("text")?,
        contact: row.get("contact")?,
        at: row.get("at")?,
        closing,
    })
}
