//! The key that signs links to a place's staff: one a store, so that each of its servers knows the others' links.

use std::fmt;

use async_trait::async_trait;

use crate::StoreError;
use crate::engine::Engine;
use crate::sql::{Begin, Row, sql};

/// The key. Its bytes are never shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct LinkKey(pub [u8; 32]);

impl fmt::Debug for LinkKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkKey")
    }
}

/// The link key of a store.
#[async_trait]
pub trait LinkKeys {
    /// The key; `None` = no link was ever made.
    async fn link_key(&self) -> Result<Option<LinkKey>, StoreError>;

    /// Keeps this key, which is random, if there is none yet; answers with the one that is kept.
    async fn keep_link_key(&self, key: &LinkKey) -> Result<LinkKey, StoreError>;
}

#[async_trait]
impl<E: Engine> LinkKeys for E {
    async fn link_key(&self) -> Result<Option<LinkKey>, StoreError> {
        let mut tx = self.begin(Begin::Read).await?;
        let outcome = tx.row(sql("SELECT key FROM link_key")).await;
        tx.end(outcome).await?.as_ref().map(key).transpose()
    }

    async fn keep_link_key(&self, new: &LinkKey) -> Result<LinkKey, StoreError> {
        if let Some(kept) = self.link_key().await? {
            return Ok(kept);
        }
        let insert = sql("INSERT INTO link_key (one, key) VALUES (1, $1) ON CONFLICT (one) DO NOTHING");
        let mut tx = self.begin(Begin::Write).await?;
        let outcome = tx.execute(insert.bind(&new.0[..])).await;
        tx.end(outcome).await?;
        // Another server may have been first.
        self.link_key().await?.ok_or_else(|| StoreError::Corrupt("table link_key has no row".to_owned()))
    }
}

fn key(row: &Row) -> Result<LinkKey, StoreError> {
    let bytes: Vec<u8> = row.get("key")?;
    let bytes = bytes.try_into();
    bytes.map(LinkKey).map_err(|_| StoreError::Corrupt("column key has not 32 bytes".to_owned()))
}
