//! Work that takes its time, kept off the threads that answer.

use actix_web::web;

use crate::problem::Problem;

/// Runs `work` on a thread of its own pool, so that no question holds up the others of its worker.
pub(crate) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    web::block(work).await.map_err(|error| Problem::internal(&error))?
}
