//! The edition being served, kept in step with the store.
//!
//! Every edit takes one way: into the store, and out of it again by [`Live::catch_up`], which is also what another server's
//! edit takes. So a server that wrote and one that only heard of it come to the same edition.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use arc_swap::ArcSwap;
use tokio::sync::Mutex;
use tokio::time::sleep;
use yuren_catalog::{ChangeSet, CityPack, Revision};
use yuren_store::{Author, Contents, Following, Head, Since, Store, StoreError};

use crate::aside::aside;
use crate::clock;
use crate::edition::Edition;
use crate::events::{Announcer, News};
use crate::stored_city::StoredCity;

/// How long to wait before the store is asked again after it could not be reached.
const PAUSE: Duration = Duration::from_millis(500);

/// A city that follows its store.
pub(crate) struct Live {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) announcer: Announcer,
    edition: ArcSwap<Edition>,
    /// Where the edition stands in the store. Held while the next edition is made, so that they are made one by one.
    head: Mutex<Head>,
    /// Whether the store answered when it was last asked.
    is_reachable: AtomicBool,
}

impl Live {
    /// The city of this pack with the places that the store holds.
    pub(crate) async fn start(pack: CityPack, store: Arc<dyn Store>) -> Result<Self, StoreError> {
        let StoredCity { snapshot, head, .. } = StoredCity::read(pack, &*store).await?;
        Ok(Self {
            store,
            announcer: Announcer::default(),
            edition: ArcSwap::from_pointee(Edition::new(Arc::new(snapshot))),
            head: Mutex::new(head),
            is_reachable: AtomicBool::new(true),
        })
    }

    /// The city as of now. It does not change under whoever holds it.
    pub(crate) fn edition(&self) -> Arc<Edition> {
        self.edition.load_full()
    }

    /// Whether the store answered when it was last asked. Reading goes on without it.
    pub(crate) fn is_reachable(&self) -> bool {
        self.is_reachable.load(Ordering::Relaxed)
    }

    /// Commits the changes, and returns once this server serves them.
    pub(crate) async fn commit(&self, set: &ChangeSet, by: &Author) -> Result<Revision, StoreError> {
        let committed = self.store.commit(set, by, clock::now()).await;
        let revision = self.noted(committed)?;
        // It is committed, whatever happens now: if the store is gone again, [`Live::follow`] takes it in later.
        if let Err(error) = self.catch_up().await {
            tracing::warn!(%error, revision, "an edit is stored and not yet served");
        }
        Ok(revision)
    }

    /// Takes in what the store has and this server does not serve yet.
    pub(crate) async fn catch_up(&self) -> Result<(), StoreError> {
        let mut head = self.head.lock().await;
        loop {
            match self.noted(self.store.since(&head).await)? {
                Since::Following(following) => {
                    let more = following.more;
                    if following.head.revision > head.revision {
                        *head = following.head.clone();
                        self.serve_edit(following).await?;
                    }
                    if !more {
                        return Ok(());
                    }
                }
                Since::Rebuild => {
                    let contents = self.noted(self.store.contents().await)?;
                    *head = contents.head.clone();
                    self.serve_anew(contents).await?;
                }
            }
        }
    }

    /// Follows the store for ever: its own commits and those of every other process.
    pub(crate) async fn follow(&self) {
        // Subscribed before the first look, so that nothing falls between.
        let mut changes = self.store.changes();
        loop {
            match self.catch_up().await {
                Ok(()) => changes.changed().await,
                Err(error) => {
                    tracing::warn!(%error, "the store cannot be followed now");
                    sleep(PAUSE).await;
                }
            }
        }
    }

    async fn serve_edit(&self, following: Following) -> Result<(), StoreError> {
        let news = News::of(&following);
        let before = self.edition();
        let next = aside(move || before.next(following)).await?;
        self.swap(next, news);
        Ok(())
    }

    async fn serve_anew(&self, contents: Contents) -> Result<(), StoreError> {
        let news = News::of_all(contents.head.revision);
        let before = self.edition();
        let next = aside(move || before.anew(contents)).await?;
        self.swap(next, news);
        Ok(())
    }

    fn swap(&self, next: Edition, news: News) {
        self.edition.store(Arc::new(next));
        self.announcer.announce(news);
    }

    /// Remembers whether the store answered.
    fn noted<T>(&self, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        let is_reachable = !matches!(outcome, Err(StoreError::Unavailable(_) | StoreError::Uncertain(_)));
        self.is_reachable.store(is_reachable, Ordering::Relaxed);
        outcome
    }
}
