//! What every request can reach.

use std::fmt;
use std::sync::Arc;

use actix_web::HttpRequest;
use tokio::sync::Semaphore;
use yuren_index::Snapshot;
use yuren_network::Streets;

use crate::aside::aside;
use crate::assets::Assets;
use crate::body_cache::BodyCache;
use crate::edition::Edition;
use crate::live::Live;
use crate::metrics::Metrics;
use crate::people::oidc::{self, Provider};
use crate::people::password::AT_ONCE;
use crate::planning::Planner;
use crate::problem::Problem;
use crate::reporters::Reporters;

/// Imports that are worked on at once; others wait. Each may take some hundred megabytes.
const IMPORTS_AT_ONCE: usize = 2;

/// The city, the page, and what is remembered between requests.
pub(crate) struct State {
    pub(crate) live: Live,
    pub(crate) reporters: Reporters,
    /// Turns at comparing a password.
    pub(crate) sign_ins: Semaphore,
    /// Who may say who somebody is, beside passwords.
    pub(crate) provider: Option<Arc<Provider>>,
    /// Turns at an import, from reading its upload on.
    pub(crate) imports: Semaphore,
    /// What planners' questions share.
    pub(crate) planner: Arc<Planner>,
    pub(crate) assets: Box<dyn Assets>,
    pub(crate) bodies: BodyCache,
    pub(crate) metrics: Metrics,
    public_url: Option<String>,
}

impl State {
    /// The state of a server of this city. `public_url`, `oidc`, `streets`: see [`crate::Site`].
    pub(crate) fn new(
        live: Live,
        assets: Box<dyn Assets>,
        public_url: Option<String>,
        oidc: Option<oidc::Settings>,
        streets: Option<Arc<Streets>>,
    ) -> Self {
        let metrics = Metrics::default();
        let mut planner = Planner::new(streets);
        planner.refused_plans = metrics.refused_plans.clone();
        Self {
            metrics,
            live,
            reporters: Reporters::default(),
            sign_ins: Semaphore::new(AT_ONCE),
            provider: oidc.map(|settings| Arc::new(Provider::new(settings))),
            imports: Semaphore::new(IMPORTS_AT_ONCE),
            planner: Arc::new(planner),
            bodies: BodyCache::default(),
            assets,
            public_url,
        }
    }

    /// The city as of now. It does not change under whoever holds it.
    pub(crate) fn edition(&self) -> Arc<Edition> {
        self.live.edition()
    }

    /// Runs `work` on a thread that may take its time, so that no question holds up the others of its worker.
    pub(crate) async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Snapshot) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let edition = self.edition();
        aside(move || work(&edition.snapshot)).await?
    }

    /// Whether a proxy stands before this server: that is what a public address means.
    pub(crate) fn is_behind_proxy(&self) -> bool {
        self.public_url.is_some()
    }

    /// Whether browsers reach this server by https.
    pub(crate) fn is_https(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }

    /// Where this server is reached from outside, without a slash at its end: what addresses in answers begin with.
    ///
    /// Without [`crate::Site::public_url`] it is the host that the client itself asked for. `Forwarded` headers are not
    /// looked at: whoever can reach the port could write them.
    pub(crate) fn base_url(&self, request: &HttpRequest) -> String {
        if let Some(url) = &self.public_url {
            return url.clone();
        }
        let asked = request.headers().get(actix_web::http::header::HOST).and_then(|host| host.to_str().ok());
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-._:[]".contains(&b);
        match asked.filter(|host| !host.is_empty() && host.bytes().all(is_plain)) {
            Some(host) => format!("http://{host}"),
            None => format!("http://{}", request.app_config().local_addr()),
        }
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State").field("city", &self.edition().snapshot.city().name).finish_non_exhaustive()
    }
}
