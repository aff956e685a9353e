//! Asking the provider: by https, for a bounded time, a bounded answer.

use std::sync::Arc;
use std::time::Duration;

use openidconnect::url::Url;
use openidconnect::{HttpRequest, HttpResponse, http};
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use super::settings::is_safe;

/// How long the provider may take over one answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// Largest answer, in bytes.
const LARGEST: u64 = 256 << 10;

/// Asks a provider. Takes its time: not for a thread that answers.
pub(super) struct Client {
    agent: Agent,
    local: bool,
}

/// Why the provider did not answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unanswered {
    /// It was not asked.
    #[error("an address that the provider names is not https")]
    Unsafe,
    /// It did not answer, or too slowly, or too much.
    #[error(transparent)]
    Failed(#[from] ureq::Error),
}

impl Client {
    /// A client. `local`: the provider runs on this machine, so http will do, and no proxy. Certificates are believed as
    /// the machine believes them, a bureau's own authority included.
    pub(super) fn new(local: bool) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(PATIENCE))
            .tls_config(tls())
            .user_agent("yuren");
        let config = if local { config.proxy(None) } else { config };
        Self { agent: config.build().new_agent(), local }
    }

    /// Whether the provider may be asked there, or a browser sent there.
    pub(super) fn may_go(&self, url: &Url) -> bool {
        is_safe(url, self.local)
    }

    /// Sends a request.
    pub(super) fn send(&self, request: HttpRequest) -> Result<HttpResponse, Unanswered> {
        let url = Url::parse(&request.uri().to_string()).map_err(|_| Unanswered::Unsafe)?;
        if !self.may_go(&url) {
            return Err(Unanswered::Unsafe);
        }
        let (parts, body) = self.agent.run(request)?.into_parts();
        let bytes = body.into_with_config().limit(LARGEST).read_to_vec()?;
        Ok(http::Response::from_parts(parts, bytes))
    }
}

fn tls() -> TlsConfig {
    let found = rustls_native_certs::load_native_certs();
    if found.certs.is_empty() {
        tracing::warn!("this machine has no certificate authorities: no provider can be believed");
    }
    let certificates: Vec<_> = found.certs.iter().map(|der| Certificate::from_der(der).to_owned()).collect();
    TlsConfig::builder()
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .root_certs(RootCerts::new_with_certs(&certificates))
        .build()
}
