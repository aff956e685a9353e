//! What operators watch: counts and times by route, and what is being served.
//!
//! A request is known here by its route's pattern (`/api/v1/places/{id}`), its status and its time, and by nothing else:
//! no query, no point, no search text, no id, in metrics as in logs.

use std::fmt;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use yuren_index::Snapshot;

/// Upper bounds of the latency histogram's buckets, in seconds.
const BUCKETS_S: [f64; 10] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct RouteLabels {
    route: String,
    status: u16,
}

/// The numbers of one server.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<RouteLabels, Counter>,
    seconds: Family<RouteLabels, Histogram>,
    revision: Gauge,
    places: Gauge,
    store_reachable: Gauge,
    /// Plans of a day that their checker refused.
    pub(crate) refused_plans: Counter,
}

impl Default for Metrics {
    /// Nothing counted yet.
    fn default() -> Self {
        let mut registry = Registry::with_prefix("yuren");
        let requests = Family::<RouteLabels, Counter>::default();
        let seconds: Family<RouteLabels, Histogram> = Family::new_with_constructor(|| Histogram::new(BUCKETS_S));
        let [revision, places, store_reachable] = [(); 3].map(|()| Gauge::default());
        registry.register("http_requests", "Requests answered", requests.clone());
        registry.register_with_unit("http_request_duration", "Time to answer", Unit::Seconds, seconds.clone());
        registry.register("snapshot_revision", "Number of the last edit that is being served", revision.clone());
        registry.register("places", "Places being served, withdrawn ones included", places.clone());
        registry.register("store_reachable", "Whether the store answered when last asked", store_reachable.clone());
        let refused_plans = Counter::default();
        let about = "Plans of a field-study day that their checker refused: a fault of this program";
        registry.register("field_study_plans_refused", about, refused_plans.clone());
        Self { registry, requests, seconds, revision, places, store_reachable, refused_plans }
    }
}

impl Metrics {
    /// Notes what is being served now.
    pub(crate) fn note(&self, snapshot: &Snapshot, store_is_reachable: bool) {
        self.revision.set(i64::try_from(snapshot.revision()).unwrap_or(i64::MAX));
        self.places.set(i64::try_from(snapshot.places().len()).unwrap_or(i64::MAX));
        self.store_reachable.set(store_is_reachable.into());
    }

    /// All numbers in the text form of `OpenMetrics`, which Prometheus reads.
    pub(crate) fn to_text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }

    /// Counts a request by its route's pattern.
    pub(crate) fn count(&self, route: &str, status: u16, took: Duration) {
        let labels = RouteLabels { route: route.to_owned(), status };
        self.requests.get_or_create(&labels).inc();
        self.seconds.get_or_create(&labels).observe(took.as_secs_f64());
    }
}
