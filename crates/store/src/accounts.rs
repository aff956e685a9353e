//! The accounts of a store: who may sign in, and what they may do.

use std::str::FromStr;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use yuren_catalog::{RegionCode, RoleKind};

use crate::engine::Engine;
use crate::sql::{Begin, Row, Statement, sql};
use crate::{Access, Account, AccountName, PasswordHash, StoreError};

/// Most districts of one account.
const MOST_DISTRICTS: usize = 100;
/// Most accounts of a store.
const MOST_ACCOUNTS: i64 = 10_000;

/// What the column holds of an account without a password.
const NO_PASSWORD: &str = "";

/// The accounts of a store.
#[async_trait]
pub trait Accounts {
    /// Makes an account, which may have no password. [`StoreError::Exists`] if the name is taken.
    async fn create_account(
        &self,
        name: &AccountName,
        password: Option<&PasswordHash>,
        access: &Access,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError>;

    /// An account.
    async fn account(&self, name: &AccountName) -> Result<Option<Account>, StoreError>;

    /// All accounts by name.
    async fn accounts(&self) -> Result<Vec<Account>, StoreError>;

    /// Sets another password, lifts the lock and signs the account out everywhere.
    async fn set_password(&self, name: &AccountName, password: &PasswordHash) -> Result<(), StoreError>;

    /// Sets what an account may do; holds for its sessions at once.
    async fn set_access(&self, name: &AccountName, access: &Access) -> Result<(), StoreError>;

    /// Shuts an account and signs it out everywhere, or opens it again.
    async fn set_disabled(&self, name: &AccountName, disabled: bool) -> Result<(), StoreError>;

    /// Counts a failed sign-in, and locks the account until `until` once there are `most` of them. Answers with their number.
    async fn sign_in_failed(&self, name: &AccountName, most: u32, until: DateTime<Utc>) -> Result<u64, StoreError>;

    /// Forgets the failed sign-ins and the lock.
    async fn sign_in_succeeded(&self, name: &AccountName) -> Result<(), StoreError>;
}

#[async_trait]
impl<E: Engine> Accounts for E {
    async fn create_account(
        &self,
        name: &AccountName,
        password: Option<&PasswordHash>,
        access: &Access,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (districts, kinds) = scope(access)?;
        let insert = sql("INSERT INTO account (name, password, role, districts, kinds, created) \
            SELECT $1, $2, $3, $4, $5, $6 WHERE (SELECT count(*) FROM account) < $7 ON CONFLICT (name) DO NOTHING");
        let insert = insert
            .bind(name.as_str())
            .bind(password.map_or(NO_PASSWORD, PasswordHash::as_str))
            .bind(access.role.as_str());
        let insert = insert.bind(districts).bind(kinds).bind(at).bind(MOST_ACCOUNTS);
        let mut tx = self.begin(Begin::Write).await?;
        let outcome = tx.execute(insert).await;
        match tx.end(outcome).await? {
            0 if self.account(name).await?.is_some() => Err(StoreError::Exists(format!("account {name}"))),
            0 => Err(StoreError::OutOfBounds(format!("one account more; allowed: at most {MOST_ACCOUNTS}"))),
            _ => Ok(()),
        }
    }

    async fn account(&self, name: &AccountName) -> Result<Option<Account>, StoreError> {
        let mut tx = self.begin(Begin::Read).await?;
        let outcome = tx.row(sql("SELECT * FROM account WHERE name = $1").bind(name.as_str())).await;
        tx.end(outcome).await?.as_ref().map(account).transpose()
    }

    async fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        let mut tx = self.begin(Begin::Read).await?;
        let outcome = tx.rows(sql("SELECT * FROM account ORDER BY name")).await;
        tx.end(outcome).await?.iter().map(account).collect()
    }

    async fn set_password(&self, name: &AccountName, password: &PasswordHash) -> Result<(), StoreError> {
        let update = sql("UPDATE account SET password = $2, failed = 0, locked_until = NULL WHERE name = $1");
        change(self, name, update.bind(name.as_str()).bind(password.as_str()), true).await
    }

    async fn set_access(&self, name: &AccountName, access: &Access) -> Result<(), StoreError> {
        let (districts, kinds) = scope(access)?;
        let update = sql("UPDATE account SET role = $2, districts = $3, kinds = $4 WHERE name = $1");
        let update = update.bind(name.as_str()).bind(access.role.as_str()).bind(districts).bind(kinds);
        change(self, name, update, false).await
    }

    async fn set_disabled(&self, name: &AccountName, disabled: bool) -> Result<(), StoreError> {
        let update = sql("UPDATE account SET disabled = $2 WHERE name = $1").bind(name.as_str()).bind(disabled);
        change(self, name, update, disabled).await
    }

    async fn sign_in_failed(&self, name: &AccountName, most: u32, until: DateTime<Utc>) -> Result<u64, StoreError> {
        let update = sql("UPDATE account SET failed = failed + 1, \
            locked_until = CASE WHEN failed + 1 >= $2 THEN $3 ELSE locked_until END WHERE name = $1 RETURNING failed");
        let mut tx = self.begin(Begin::Write).await?;
        let outcome = tx.row(update.bind(name.as_str()).bind(i64::from(most)).bind(until)).await;
        let row = tx.end(outcome).await?.ok_or_else(|| missing(name))?;
        row.count("failed")
    }

    async fn sign_in_succeeded(&self, name: &AccountName) -> Result<(), StoreError> {
        let update = sql("UPDATE account SET failed = 0, locked_until = NULL WHERE name = $1").bind(name.as_str());
        change(self, name, update, false).await
    }
}

/// Changes one account, and signs it out everywhere in the same transaction if told to.
async fn change(engine: &impl Engine, name: &AccountName, update: Statement, sign_out: bool) -> Result<(), StoreError> {
    let mut tx = engine.begin(Begin::Write).await?;
    let outcome = async {
        if tx.execute(update).await? == 0 {
            return Err(missing(name));
        }
        if sign_out {
            tx.execute(sql("DELETE FROM session WHERE account = $1").bind(name.as_str())).await?;
        }
        Ok(())
    };
    let outcome = outcome.await;
    tx.end(outcome).await
}

fn missing(name: &AccountName) -> StoreError {
    StoreError::Missing(format!("account {name}"))
}

/// Districts and kinds as they are stored.
fn scope(access: &Access) -> Result<(String, String), StoreError> {
    let count = access.districts.len();
    if count > MOST_DISTRICTS {
        return Err(StoreError::OutOfBounds(format!(
            "{count} districts of an account; allowed: at most {MOST_DISTRICTS}"
        )));
    }
    let districts: Vec<&str> = access.districts.iter().map(RegionCode::as_str).collect();
    let kinds: Vec<&str> = access.kinds.iter().map(RoleKind::as_str).collect();
    Ok((districts.join(","), kinds.join(",")))
}

fn parts<T: FromStr, C: FromIterator<T>>(row: &Row, column: &str) -> Result<C, StoreError> {
    let text: String = row.get(column)?;
    let read = text.split(',').filter(|part| !part.is_empty()).map(str::parse).collect::<Result<C, _>>();
    read.map_err(|_| StoreError::Corrupt(format!("column {column} holds what it cannot hold")))
}

/// An account as a row of all its columns.
pub(crate) fn account(row: &Row) -> Result<Account, StoreError> {
    let districts = parts(row, "districts")?;
    let kinds = parts(row, "kinds")?;
    Ok(Account {
        name: row.parse("name")?,
        password: Some(row.get("password")?).filter(|hash| hash != NO_PASSWORD).map(PasswordHash),
        access: Access { role: row.parse("role")?, districts, kinds },
        disabled: row.get("disabled")?,
        failed: row.count("failed")?,
        locked_until: row.get("locked_until")?,
        created: row.get("created")?,
    })
}
