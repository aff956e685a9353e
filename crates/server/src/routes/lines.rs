//! Answers that come line by line (ndjson.org): each line is an event as JSON, sent while the work on the answer goes on.

use std::ops::ControlFlow;

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use actix_web::web::Bytes;
use futures_util::stream::unfold;
use serde::Serialize;
use tokio::sync::mpsc;

/// The type of such an answer.
const LINES: &str = "application/x-ndjson";
/// So many lines may wait for a slow reader; the work waits with them.
const WAITING: usize = 16;

/// Where the lines of an answer go.
pub(super) struct Lines(mpsc::Sender<Bytes>);

impl Lines {
    /// Sends an event, once there is room for it; breaks off where nobody listens any more.
    pub(super) fn send(&self, event: &impl Serialize) -> ControlFlow<()> {
        match line(event).map(|line| self.0.blocking_send(line)) {
            Some(Ok(())) => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        }
    }

    /// Sends an event if there is room for it now: a reader who is behind has enough to read.
    pub(super) fn send_in_passing(&self, event: &impl Serialize) {
        let _ = line(event).map(|line| self.0.try_send(line));
    }

    /// Whether nobody listens any more.
    pub(super) fn is_closed(&self) -> bool {
        self.0.is_closed()
    }
}

fn line(event: &impl Serialize) -> Option<Bytes> {
    let mut line = serde_json::to_vec(event).ok()?;
    line.push(b'\n');
    Some(line.into())
}

/// The answer whose lines `work` sends. It ends by itself: when it is done, when its time is over, or when nobody listens any more.
pub(super) fn in_lines(work: impl FnOnce(&Lines) + Send + 'static) -> HttpResponse {
    let (lines, received) = mpsc::channel(WAITING);
    drop(tokio::task::spawn_blocking(move || work(&Lines(lines))));
    let body = unfold(received, |mut received: mpsc::Receiver<Bytes>| async move {
        received.recv().await.map(|line| (Ok::<_, actix_web::Error>(line), received))
    });
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, LINES))
        .insert_header((CACHE_CONTROL, "no-store"))
        // Proxies such as nginx hold answers back otherwise.
        .insert_header((HeaderName::from_static("x-accel-buffering"), "no"))
        .streaming(body)
}
