//! Commits whose outcome nobody knows.

use yuren_catalog::Expected;
use yuren_store::{StoreError, open};
use yuren_tests::Pair;

use crate::fixture::{at, id, pack, rename};
use crate::home::run;

#[test]
fn a_commit_that_a_lost_standby_never_acknowledges_is_uncertain_and_holds_up_no_reader() {
    run(async {
        let pair = Pair::new();
        let city = "321000".parse().unwrap();
        open(&pair.url().parse().unwrap(), &city).await.unwrap().seed(&pack(), at(0)).await.unwrap();
        // The tests' servers wait for a standby that is not there wherever this is on.
        let waiting = format!("{}?options[synchronous_commit]=on", pair.url());
        let store = open(&waiting.parse().unwrap(), &city).await.unwrap();
        let outcome = rename(&*store, "p-a", "甲新馆", Expected::AsOf(1)).await;
        assert!(matches!(outcome, Err(StoreError::Uncertain(_))), "{outcome:?}");
        // Nobody is told that it was written, and nobody sees it before it is safe.
        assert_eq!(store.place(&id("p-a")).await.unwrap().unwrap().revision, 1);
        let next = rename(&*store, "p-b", "乙新馆", Expected::AsOf(1)).await;
        assert!(matches!(next, Err(StoreError::Unavailable(_))), "{next:?}");
    });
}
