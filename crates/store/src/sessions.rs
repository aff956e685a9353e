//! Sessions: who is signed in.

use std::fmt;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::accounts::account;
use crate::engine::Engine;
use crate::sql::{Begin, Row, sql};
use crate::{Account, AccountName, StoreError};

/// The hash of a token. Whoever reads the store cannot sign in with it; its bytes are never shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenHash(pub [u8; 32]);

impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash")
    }
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Hash of the token that the browser holds.
    pub token: TokenHash,
    /// Whose it is.
    pub account: AccountName,
    /// Hash of the token that a request which changes something must carry besides.
    pub csrf: TokenHash,
    /// When it began.
    pub created: DateTime<Utc>,
    /// When it ends.
    pub expires: DateTime<Utc>,
}

/// A session with its account as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// Its account, which is not shut.
    pub account: Account,
}

/// The sessions of a store.
#[async_trait]
pub trait Sessions {
    /// Begins a session. [`StoreError::Missing`] if there is no such account, or it is shut.
    async fn begin_session(&self, session: &Session) -> Result<(), StoreError>;

    /// The session with this token, if it has not ended at `at` and its account is not shut.
    async fn signed_in(&self, token: &TokenHash, at: DateTime<Utc>) -> Result<Option<SignedIn>, StoreError>;

    /// Ends a session, if it is there.
    async fn end_session(&self, token: &TokenHash) -> Result<(), StoreError>;

    /// Ends all sessions of an account; answers with their number.
    async fn sign_out_everywhere(&self, account: &AccountName) -> Result<u64, StoreError>;

    /// Deletes the sessions that have ended at `at`; answers with their number.
    async fn delete_expired(&self, at: DateTime<Utc>) -> Result<u64, StoreError>;
}

#[async_trait]
impl<E: Engine> Sessions for E {
    async fn begin_session(&self, session: &Session) -> Result<(), StoreError> {
        let insert = sql("INSERT INTO session (token, account, csrf, created, expires) \
            SELECT $1, name, $3, $4, $5 FROM account WHERE name = $2 AND NOT disabled");
        let insert = insert.bind(&session.token.0[..]).bind(session.account.as_str()).bind(&session.csrf.0[..]);
        let mut tx = self.begin(Begin::Write).await?;
        let outcome = tx.execute(insert.bind(session.created).bind(session.expires)).await;
        match tx.end(outcome).await? {
            0 => Err(StoreError::Missing(format!("open account {}", session.account))),
            _ => Ok(()),
        }
    }

    async fn signed_in(&self, token: &TokenHash, at: DateTime<Utc>) -> Result<Option<SignedIn>, StoreError> {
        let select = sql("SELECT account.*, token, csrf, session.created AS began, expires \
            FROM session JOIN account ON account.name = session.account \
            WHERE token = $1 AND expires > $2 AND NOT disabled");
        let mut tx = self.begin(Begin::Read).await?;
        let outcome = tx.row(select.bind(&token.0[..]).bind(at)).await;
        tx.end(outcome).await?.as_ref().map(signed_in).transpose()
    }

    async fn end_session(&self, token: &TokenHash) -> Result<(), StoreError> {
        let mut tx = self.begin(Begin::Write).await?;
        let outcome = tx.execute(sql("DELETE FROM session WHERE token = $1").bind(&token.0[..])).await;
        tx.end(outcome).await.map(drop)
    }

    async fn sign_out_everywhere(&self, account: &AccountName) -> Result<u64, StoreError> {
        let mut tx = self.begin(Begin::Write).await?;
        let outcome = tx.execute(sql("DELETE FROM session WHERE account = $1").bind(account.as_str())).await;
        tx.end(outcome).await
    }

    async fn delete_expired(&self, at: DateTime<Utc>) -> Result<u64, StoreError> {
        let mut tx = self.begin(Begin::Write).await?;
        let outcome = tx.execute(sql("DELETE FROM session WHERE expires <= $1").bind(at)).await;
        tx.end(outcome).await
    }
}

fn token(row: &Row, column: &str) -> Result<TokenHash, StoreError> {
    let bytes: Vec<u8> = row.get(column)?;
    let bytes = bytes.try_into();
    bytes.map(TokenHash).map_err(|_| StoreError::Corrupt(format!("column {column} has not 32 bytes")))
}

fn signed_in(row: &Row) -> Result<SignedIn, StoreError> {
    let account = account(row)?;
    let session = Session {
        token: token(row, "token")?,
        account: account.name.clone(),
        csrf: token(row, "csrf")?,
        created: row.get("began")?,
        expires: row.get("expires")?,
    };
    Ok(SignedIn { session, account })
}
