//! News of edits, for every open page (server-sent events, WHATWG HTML, section 9.2).
//!
//! An event's id is a revision. Whoever comes back with the last id that they saw is told at once if there has been an edit
//! since, on this server or any other of the same store. What changed is named by place ids only.

use std::sync::Arc;
use std::time::Duration;

use actix_web::web::Bytes;
use futures_util::Stream;
use futures_util::stream::unfold;
use serde::Serialize;
use tokio::sync::broadcast::{self, Receiver, Sender, error::RecvError};
use tokio::time::timeout;
use yuren_catalog::{PlaceId, Revision};

/// So many events may wait for a slow reader; one who falls farther behind is told of the last revision only.
const WAITING: usize = 64;
/// So many places are named; of a larger edit only its revision is told.
const MOST_NAMED: usize = 200;
/// A line goes out at least this often, so that nobody between here and there takes the connection for dead.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// How long a browser waits before it comes back, in milliseconds.
const RETRY_MS: u32 = 3_000;

/// An edit as pages hear of it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct News {
    /// The edit's number.
    revision: Revision,
    /// The places that changed; null = too many to name, or not known: ask for everything again.
    places: Option<Arc<[PlaceId]>>,
}

impl News {
    /// News of a commit that changed these places.
    pub(crate) fn of(revision: Revision, places: impl ExactSizeIterator<Item = PlaceId>) -> Self {
        Self { revision, places: (places.len() <= MOST_NAMED).then(|| places.collect()) }
    }

    /// News of so much that all must be asked for again.
    pub(crate) fn of_all(revision: Revision) -> Self {
        Self { revision, places: None }
    }

    fn as_event(&self, name: &str) -> Bytes {
        let data = serde_json::to_string(self).unwrap_or_default();
        format!("id: {}\nevent: {name}\ndata: {data}\n\n", self.revision).into()
    }
}

/// Where edits are announced and pages listen.
#[derive(Debug)]
pub(crate) struct Announcer(Sender<News>);

impl Default for Announcer {
    fn default() -> Self {
        Self(broadcast::channel(WAITING).0)
    }
}

impl Announcer {
    /// Tells every page that listens.
    pub(crate) fn announce(&self, news: News) {
        // An error means that nobody listens.
        let _ = self.0.send(news);
    }

    /// A page's stream of events, without end: first `hello` with the revision being served, or `edit` if it is not the
    /// one that the page saw last. `now` tells that revision; it is asked once nothing can be missed any more.
    pub(crate) fn listen(
        &self,
        now: &dyn Fn() -> Revision,
        seen: Option<Revision>,
    ) -> impl Stream<Item = Result<Bytes, actix_web::Error>> + use<> {
        let news = self.0.subscribe();
        let now = now();
        let (name, places) = match seen {
            Some(seen) if seen != now => ("edit", None),
            _ => ("hello", Some([].into())),
        };
        let greeting = News { revision: now, places }.as_event(name);
        let greeting = [format!("retry: {RETRY_MS}\n").as_bytes(), &greeting].concat();
        unfold((news, now, Some(greeting)), |(mut news, mut last, greeting)| async move {
            let bytes = match greeting {
                Some(greeting) => greeting.into(),
                None => next_event(&mut news, &mut last).await?,
            };
            Some((Ok(bytes), (news, last, None)))
        })
    }
}

/// The next event that is younger than `last`, or a heartbeat; `None` = the server is ending.
async fn next_event(news: &mut Receiver<News>, last: &mut Revision) -> Option<Bytes> {
    loop {
        match timeout(HEARTBEAT, news.recv()).await {
            Err(_) => return Some(Bytes::from_static(b": still here\n\n")),
            // A store that was read anew may have gone back: such news is always told.
            Ok(Ok(told)) if told.revision <= *last && told.places.is_some() => {}
            Ok(Ok(told)) => {
                *last = told.revision;
                return Some(told.as_event("edit"));
            }
            Ok(Err(RecvError::Lagged(_))) => {
                // What is still waiting is the youngest: it stands for all that was missed.
                let mut youngest = *last;
                while let Ok(told) = news.try_recv() {
                    youngest = told.revision;
                }
                *last = youngest;
                return Some(News::of_all(youngest).as_event("edit"));
            }
            Ok(Err(RecvError::Closed)) => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::StreamExt;

    use super::*;

    fn ids(names: &[&str]) -> std::vec::IntoIter<PlaceId> {
        names.iter().map(|name| name.parse().unwrap()).collect::<Vec<_>>().into_iter()
    }

    async fn text(stream: &mut (impl Stream<Item = Result<Bytes, actix_web::Error>> + Unpin)) -> String {
        String::from_utf8(stream.next().await.unwrap().unwrap().to_vec()).unwrap()
    }

    #[actix_web::test]
    async fn a_page_is_greeted_with_the_revision_and_then_told_of_each_edit() {
        let announcer = Announcer::default();
        let mut page = Box::pin(announcer.listen(&|| 7, None));
        assert_eq!(text(&mut page).await, "retry: 3000\nid: 7\nevent: hello\ndata: {\"revision\":7,\"places\":[]}\n\n");
        announcer.announce(News::of(8, ids(&["p-1", "p-2"])));
        assert_eq!(
            text(&mut page).await,
            "id: 8\nevent: edit\ndata: {\"revision\":8,\"places\":[\"p-1\",\"p-2\"]}\n\n"
        );
    }

    #[actix_web::test]
    async fn a_page_that_comes_back_is_told_at_once_that_there_was_an_edit_and_not_if_there_was_none() {
        let announcer = Announcer::default();
        let mut behind = Box::pin(announcer.listen(&|| 9, Some(7)));
        assert_eq!(
            text(&mut behind).await,
            "retry: 3000\nid: 9\nevent: edit\ndata: {\"revision\":9,\"places\":null}\n\n"
        );
        let mut level = Box::pin(announcer.listen(&|| 9, Some(9)));
        assert_eq!(
            text(&mut level).await,
            "retry: 3000\nid: 9\nevent: hello\ndata: {\"revision\":9,\"places\":[]}\n\n"
        );
    }

    #[actix_web::test]
    async fn a_page_too_slow_for_every_edit_is_told_of_the_last_one() {
        let announcer = Announcer::default();
        let mut page = Box::pin(announcer.listen(&|| 0, None));
        text(&mut page).await;
        for revision in 1..=1_000 {
            announcer.announce(News::of(revision, ids(&["p-1"])));
        }
        assert_eq!(text(&mut page).await, "id: 1000\nevent: edit\ndata: {\"revision\":1000,\"places\":null}\n\n");
    }

    #[test]
    fn a_large_edit_names_no_places() {
        let many: Vec<PlaceId> = (0..201).map(|i| format!("p-{i}").parse().unwrap()).collect();
        assert!(News::of(2, many.into_iter()).places.is_none());
    }
}
