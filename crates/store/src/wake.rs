//! Waking those who follow the store.

use tokio::sync::watch;
use tokio::task::JoinHandle;

/// A subscription to "something may have changed".
///
/// It wakes for nothing at times and never misses: whatever changes after the subscription was taken, or after
/// [`Changes::changed`] last ended, ends the next [`Changes::changed`]. So subscribe first, then read, then wait:
///
/// ```text
/// let mut changes = store.changes();
/// loop {
///     // read store.since(&known) until it answers with nothing more
///     changes.changed().await;
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Changes(watch::Receiver<u64>);

impl Changes {
    /// Ends when something may have changed. Once the store is gone it never ends.
    pub async fn changed(&mut self) {
        if self.0.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// The sender's side.
#[derive(Clone, Debug)]
pub(crate) struct Wake(watch::Sender<u64>);

impl Wake {
    pub(crate) fn new() -> Self {
        Self(watch::Sender::new(0))
    }

    /// Wakes everybody.
    pub(crate) fn wake(&self) {
        self.0.send_modify(|times| *times = times.wrapping_add(1));
    }

    pub(crate) fn subscribe(&self) -> Changes {
        Changes(self.0.subscribe())
    }
}

/// A task that ends with its store.
#[derive(Debug)]
pub(crate) struct Watcher(pub(crate) JoinHandle<()>);

impl Drop for Watcher {
    fn drop(&mut self) {
        self.0.abort();
    }
}
