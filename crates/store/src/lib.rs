//! Where edits live: every change with its audit row, in SQLite or in PostgreSQL with PostGIS.
//!
//! [`open`] gives a [`Store`] of one city. A [`yuren_catalog::ChangeSet`] is committed whole or not at all, under a revision
//! that is in the order of commits. A reader takes [`Store::contents`] once and then follows by [`Store::since`];
//! [`Store::changes`] only wakes it.
#![forbid(unsafe_code)]

mod account;
mod accounts;
mod address;
mod author;
mod commit;
mod correction;
mod corrections;
mod engine;
mod error;
mod history;
mod link_key;
mod postgres;
mod reading;
mod record;
mod schema;
mod seed;
mod sessions;
mod sql;
mod sqlite;
mod store;
mod text;
mod wake;

pub use account::{Access, Account, AccountName, AccountRole, InvalidAccountName, PasswordHash};
pub use accounts::Accounts;
pub use address::{InvalidAddress, StoreAddress};
pub use author::{Author, InvalidAuthor};
pub use commit::MOST_CHANGES;
pub use correction::{
    Closing, Correction, CorrectionId, CorrectionKind, CorrectionState, NewCorrection, ReporterHash, Verdict,
};
pub use corrections::Corrections;
pub use error::{Changed, StoreError};
pub use history::AuditRow;
pub use link_key::{LinkKey, LinkKeys};
pub use postgres::PostgresStore;
pub use reading::{Contents, Following, Head, Revised, RevisedStudyRoute, Since};
pub use seed::fingerprint;
pub use sessions::{Session, Sessions, SignedIn, TokenHash};
pub use sqlite::SqliteStore;
pub use store::{Store, open};
pub use wake::Changes;
