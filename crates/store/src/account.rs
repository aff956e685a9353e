//! What an account is.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use thiserror::Error;
use yuren_catalog::{RegionCode, RoleKindSet};

use crate::StoreError;

/// Longest password hash, in bytes.
const LONGEST_HASH: usize = 512;

/// The name that somebody signs in with: 1 to 64 of `a`–`z`, `0`–`9`, `.`, `-` and `_`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountName(Box<str>);

/// The text is no account's name.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is not an account's name; allowed: 1 to 64 of a-z, 0-9, '.', '-' and '_'")]
pub struct InvalidAccountName(pub String);

impl AccountName {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for AccountName {
    type Err = InvalidAccountName;

    fn from_str(text: &str) -> Result<Self, InvalidAccountName> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-_".contains(&b);
        if (1..=64).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self(text.into()))
        } else {
            Err(InvalidAccountName(text.chars().take(80).collect()))
        }
    }
}

/// An Argon2 hash in PHC form, made by the caller: a store hashes nothing. Its text is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(pub(crate) String);

impl PasswordHash {
    /// Takes a PHC string such as `$argon2id$v=19$…`.
    pub fn new(phc: String) -> Result<Self, StoreError> {
        if phc.starts_with("$argon2") && phc.len() <= LONGEST_HASH && phc.is_ascii() {
            Ok(Self(phc))
        } else {
            Err(StoreError::OutOfBounds(format!(
                "the password's hash is none; allowed: $argon2…, at most {LONGEST_HASH} bytes"
            )))
        }
    }

    /// The PHC string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash")
    }
}

/// What somebody may do at all; each may do what those before it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountRole {
    /// Look.
    Viewer,
    /// Propose and make changes.
    Editor,
    /// Accept what others propose or report.
    Reviewer,
    /// Make accounts.
    Admin,
}

impl AccountRole {
    /// Every role, from the least.
    pub const ALL: [Self; 4] = [Self::Viewer, Self::Editor, Self::Reviewer, Self::Admin];

    /// The name used in requests and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Editor => "editor",
            Self::Reviewer => "reviewer",
            Self::Admin => "admin",
        }
    }
}

impl FromStr for AccountRole {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        let role = Self::ALL.into_iter().find(|role| role.as_str() == text);
        role.ok_or_else(|| {
            StoreError::OutOfBounds("the account's role is none of viewer, editor, reviewer, admin".into())
        })
    }
}

/// What somebody may do, and to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// What.
    pub role: AccountRole,
    /// In which districts; empty = everywhere.
    pub districts: Vec<RegionCode>,
    /// To which kinds of role; empty = all.
    pub kinds: RoleKindSet,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its name.
    pub name: AccountName,
    /// What its password must hash to; `None` = it has none, and can come by a sign-in provider alone.
    pub password: Option<PasswordHash>,
    /// What it may do.
    pub access: Access,
    /// Whether it is shut.
    pub disabled: bool,
    /// Failed sign-ins since the last that succeeded.
    pub failed: u64,
    /// Until when nobody can sign in to it.
    pub locked_until: Option<DateTime<Utc>>,
    /// When it was made.
    pub created: DateTime<Utc>,
}
