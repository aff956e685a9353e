//! Work that takes its time, kept off the threads that answer.

use actix_web::error::BlockingError;
use actix_web::web;
use thiserror::Error;
use yuren_store::StoreError;

use crate::problem::Problem;

/// The work broke off half-way, which is a fault of this program.
#[derive(Debug, Error)]
#[error("work that was set aside broke off")]
pub(crate) struct BrokeOff;

impl From<BlockingError> for BrokeOff {
    fn from(_: BlockingError) -> Self {
        Self
    }
}

impl From<BrokeOff> for Problem {
    fn from(broke_off: BrokeOff) -> Self {
        Self::internal(&broke_off)
    }
}

impl From<BrokeOff> for StoreError {
    fn from(broke_off: BrokeOff) -> Self {
        Self::Unexpected(broke_off.to_string())
    }
}

/// Runs `work` on a thread of its own pool, so that no question holds up the others of its worker.
pub(crate) async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, BrokeOff> {
    Ok(web::block(work).await?)
}
