//! Where a test's store lives, on either engine.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use yuren_store::{Store, StoreAddress, StoreError, open};
use yuren_tests::Database;

use crate::fixture::{at, pack};

/// A file in a temporary folder, or a database, removed with its guard.
pub(crate) enum Home {
    Sqlite(PathBuf),
    Postgres(Database),
}

impl Home {
    pub(crate) fn sqlite() -> Self {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let name = format!("yuren-store-{}-{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        Self::Sqlite(std::env::temp_dir().join(name))
    }

    pub(crate) fn postgres() -> Self {
        Self::Postgres(Database::new())
    }

    pub(crate) fn address(&self) -> StoreAddress {
        let text = match self {
            Self::Sqlite(folder) => format!("sqlite:{}", folder.join("var/city.db").display()),
            Self::Postgres(database) => database.url(),
        };
        text.parse().unwrap()
    }

    /// The store, opened as another process would.
    pub(crate) async fn open(&self) -> Arc<dyn Store> {
        self.try_open("321000").await.unwrap()
    }

    pub(crate) async fn try_open(&self, city: &str) -> Result<Arc<dyn Store>, StoreError> {
        open(&self.address(), &city.parse().unwrap()).await
    }

    /// The store with the small city in it.
    pub(crate) async fn seeded(&self) -> Arc<dyn Store> {
        let store = self.open().await;
        store.seed(&pack(), at(0)).await.unwrap();
        store
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if let Self::Sqlite(folder) = self {
            // What is left behind in a temporary folder harms nobody.
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// Runs a test to its end on a runtime of its own.
pub(crate) fn run<T>(test: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(test)
}

/// Makes two tests of each sentence, an `async fn(&Home)` beside it.
macro_rules! on_both_engines {
    ($($sentence:ident),* $(,)?) => {
        mod sqlite {
            $(#[test]
            fn $sentence() {
                $crate::home::run(super::$sentence(&$crate::home::Home::sqlite()));
            })*
        }
        mod postgres {
            $(#[test]
            fn $sentence() {
                $crate::home::run(super::$sentence(&$crate::home::Home::postgres()));
            })*
        }
    };
}

pub(crate) use on_both_engines;
