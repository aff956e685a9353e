//! News of edits, for every open page (server-sent events, WHATWG HTML, section 9.2).
//!
//! An event's id is a revision. Whoever comes back with the last id that they saw is told at once if there has been an edit
//! since, on this server or any other of the same store. What changed is named by ids only, of places and of study routes.

use std::sync::Arc;
use std::time::Duration;

use actix_web::web::Bytes;
use futures_util::Stream;
use futures_util::stream::unfold;
use serde::Serialize;
use tokio::sync::broadcast::{self, Receiver, Sender, error::RecvError};
use tokio::time::timeout;
use yuren_catalog::{PlaceId, Revision, StudyRouteId};
use yuren_store::Following;

/// So many events may wait for a slow reader; one who falls farther behind is told of the last revision only.
const WAITING: usize = 64;
/// So many places and study routes are named; of a larger edit only its revision is told.
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
    /// The study routes that changed; null likewise.
    study_routes: Option<Arc<[StudyRouteId]>>,
}

impl News {
    /// News of what these commits changed.
    pub(crate) fn of(following: &Following) -> Self {
        let Following { head, places, study_routes, .. } = following;
        if places.len() + study_routes.len() > MOST_NAMED {
            return Self::of_all(head.revision);
        }
        Self {
            revision: head.revision,
            places: Some(places.iter().map(|revised| revised.place.id.clone()).collect()),
            study_routes: Some(study_routes.iter().map(|revised| revised.route.id.clone()).collect()),
        }
    }

    /// That nothing has changed since this edit.
    fn of_nothing(revision: Revision) -> Self {
        Self { revision, places: Some([].into()), study_routes: Some([].into()) }
    }

    /// News of so much that all must be asked for again.
    pub(crate) fn of_all(revision: Revision) -> Self {
        Self { revision, places: None, study_routes: None }
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
        let greeting = match seen {
            Some(seen) if seen != now => News::of_all(now).as_event("edit"),
            _ => News::of_nothing(now).as_event("hello"),
        };
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

    /// A commit that changed places and study routes of these ids.
    fn commit(revision: Revision, places: &[String], routes: &[&str]) -> Following {
        let place = |id: &String| {
            let feature = serde_json::json!({
                "type": "Feature", "id": id, "geometry": { "type": "Point", "coordinates": [119.4, 32.4] },
                "properties": {
                    "name": "馆", "name_source": { "source": "list" },
                    "position": { "precision": "osm", "radius_m": 10.0, "source": "list" },
                    "region": "321002", "roles": [{ "id": "r-1", "kind": "venue", "claim": { "source": "list" } }],
                },
            });
            let place = yuren_catalog::Place::from_feature_json(&feature.to_string()).unwrap();
            yuren_store::Revised { place, revision }
        };
        let route = |id: &&str| {
            let route = serde_json::json!({
                "id": id, "title": "线路", "theme": "canal", "provenance": { "source": "list" },
                "stops": [{ "place": "p-1" }, { "place": "p-2" }],
            });
            yuren_store::RevisedStudyRoute { route: serde_json::from_value(route).unwrap(), revision }
        };
        Following {
            head: yuren_store::Head { lineage: String::new(), revision },
            places: places.iter().map(place).collect(),
            study_routes: routes.iter().map(route).collect(),
            sources: std::collections::BTreeMap::new(),
            more: false,
        }
    }

    fn news(revision: Revision, places: &[&str], routes: &[&str]) -> News {
        News::of(&commit(revision, &places.iter().map(|&id| id.to_owned()).collect::<Vec<_>>(), routes))
    }

    async fn text(stream: &mut (impl Stream<Item = Result<Bytes, actix_web::Error>> + Unpin)) -> String {
        String::from_utf8(stream.next().await.unwrap().unwrap().to_vec()).unwrap()
    }

    #[actix_web::test]
    async fn a_page_is_greeted_with_the_revision_and_then_told_of_each_edit() {
        let announcer = Announcer::default();
        let mut page = Box::pin(announcer.listen(&|| 7, None));
        assert_eq!(
            text(&mut page).await,
            "retry: 3000\nid: 7\nevent: hello\ndata: {\"revision\":7,\"places\":[],\"study_routes\":[]}\n\n"
        );
        announcer.announce(news(8, &["p-1", "p-2"], &["s-1"]));
        assert_eq!(
            text(&mut page).await,
            "id: 8\nevent: edit\ndata: {\"revision\":8,\"places\":[\"p-1\",\"p-2\"],\"study_routes\":[\"s-1\"]}\n\n"
        );
    }

    #[actix_web::test]
    async fn a_page_that_comes_back_is_told_at_once_that_there_was_an_edit_and_not_if_there_was_none() {
        let announcer = Announcer::default();
        let mut behind = Box::pin(announcer.listen(&|| 9, Some(7)));
        assert_eq!(
            text(&mut behind).await,
            "retry: 3000\nid: 9\nevent: edit\ndata: {\"revision\":9,\"places\":null,\"study_routes\":null}\n\n"
        );
        let mut level = Box::pin(announcer.listen(&|| 9, Some(9)));
        assert_eq!(
            text(&mut level).await,
            "retry: 3000\nid: 9\nevent: hello\ndata: {\"revision\":9,\"places\":[],\"study_routes\":[]}\n\n"
        );
    }

    #[actix_web::test]
    async fn a_page_too_slow_for_every_edit_is_told_of_the_last_one() {
        let announcer = Announcer::default();
        let mut page = Box::pin(announcer.listen(&|| 0, None));
        text(&mut page).await;
        for revision in 1..=1_000 {
            announcer.announce(news(revision, &["p-1"], &[]));
        }
        assert_eq!(
            text(&mut page).await,
            "id: 1000\nevent: edit\ndata: {\"revision\":1000,\"places\":null,\"study_routes\":null}\n\n"
        );
    }

    #[test]
    fn a_large_edit_names_nothing() {
        let many: Vec<String> = (0..200).map(|i| format!("p-{i}")).collect();
        assert!(News::of(&commit(2, &many, &[])).places.is_some());
        let news = News::of(&commit(2, &many, &["s-1"]));
        assert!(news.places.is_none() && news.study_routes.is_none());
    }
}
