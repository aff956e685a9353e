//! The provider: where it sends people, and whom it says has come back.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use moka::sync::Cache;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdToken, CoreJwsSigningAlgorithm as Algorithm, CoreProviderMetadata,
};
use openidconnect::{
    AuthorizationCode, ClaimsVerificationError, CsrfToken, DiscoveryError, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, HttpRequest, PkceCodeChallenge, RequestTokenError, Scope, SignatureVerificationError, TokenResponse,
};
use serde_json::Value;
use tokio::sync::Semaphore;
use yuren_store::AccountName;

use super::client::Client;
use super::{Handshake, Refusal, Settings};
use crate::clock;

/// How long somebody may take at the provider.
pub(crate) const MINUTES: i64 = 10;
/// How long what the provider says of itself, its keys included, is kept.
const KEPT: Duration = Duration::from_hours(1);
/// How many of us ask the provider at once: each holds a thread while it answers.
const AT_ONCE: usize = 4;
/// How many who have come back are remembered, so that nobody comes back twice.
const REMEMBERED: u64 = 10_000;

/// Signatures that are believed: those that only the provider can make.
const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::RsaSsaPssSha384,
    Algorithm::RsaSsaPssSha512,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

/// A client of the provider as it describes itself.
type Described =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// A provider, and what is known of it.
pub(crate) struct Provider {
    settings: Settings,
    client: Client,
    known: Mutex<Option<(Instant, Arc<Described>)>>,
    /// States of those who have come back.
    used: Cache<String, ()>,
    /// Turns at asking the provider.
    pub(crate) turns: Semaphore,
}

impl Provider {
    /// A provider. It is not asked anything yet.
    pub(crate) fn new(settings: Settings) -> Self {
        let used = Cache::builder().max_capacity(REMEMBERED).time_to_live(Duration::from_mins(MINUTES.unsigned_abs()));
        Self {
            client: Client::new(settings.is_local()),
            known: Mutex::default(),
            used: used.build(),
            turns: Semaphore::new(AT_ONCE),
            settings,
        }
    }

    /// What its button says.
    pub(crate) fn name(&self) -> &str {
        &self.settings.name
    }

    /// A handshake as a cookie's value.
    pub(crate) fn sealed(&self, handshake: &Handshake, now: DateTime<Utc>) -> String {
        handshake.sealed(self.settings.secret.secret(), now + TimeDelta::minutes(MINUTES))
    }

    /// The handshake of who comes back with this cookie and this state, once.
    pub(crate) fn opened(&self, cookie: &str, state: &str, now: DateTime<Utc>) -> Result<Handshake, Refusal> {
        let handshake = Handshake::opened(cookie, self.settings.secret.secret(), now).ok_or(Refusal::Over)?;
        let expected = handshake.state();
        // Whoever could time this comparison would have to guess 256 bits of it in ten minutes.
        if expected != state || !self.used.entry(expected).or_insert(()).is_fresh() {
            return Err(Refusal::Over);
        }
        Ok(handshake)
    }

    /// Where to send a browser. Takes its time.
    pub(crate) fn begin(&self, handshake: &Handshake) -> Result<String, Refusal> {
        let described = self.described(KEPT)?;
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&handshake.verifier());
        let (state, nonce) = (CsrfToken::new(handshake.state()), handshake.nonce());
        let request = described.authorize_url(CoreAuthenticationFlow::AuthorizationCode, || state, || nonce);
        let (url, ..) = request.add_scope(Scope::new("profile".into())).set_pkce_challenge(challenge).url();
        if self.client.may_go(&url) { Ok(url.into()) } else { Err(away("it would have people sign in without https")) }
    }

    /// The account's name that the provider gives for a code. Takes its time.
    pub(crate) fn identify(&self, handshake: &Handshake, code: String) -> Result<AccountName, Refusal> {
        let described = self.described(KEPT)?;
        let request =
            described.exchange_code(AuthorizationCode::new(code)).map_err(|_| away("it has no token endpoint"))?;
        let answer =
            request.set_pkce_verifier(handshake.verifier()).request(&|asked: HttpRequest| self.client.send(asked));
        let answer = answer.map_err(|error| match error {
            RequestTokenError::ServerResponse(_) => unconfirmed("it refuses the code"),
            RequestTokenError::Request(error) => away(&error),
            RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                unconfirmed("its answer to a code cannot be read")
            }
        })?;
        let token = answer.id_token().ok_or_else(|| unconfirmed("it gives no identity token"))?;
        let mut verified = verify(&described, token, handshake);
        // The provider has signed with a key that it had not published when it was last asked.
        if matches!(
            verified,
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey))
        ) {
            verified = verify(&*self.described(Duration::ZERO)?, token, handshake);
        }
        verified.map_err(|error| unconfirmed(wrong_in(&error)))?;
        let name =
            claim(token, &self.settings.claim).ok_or_else(|| unconfirmed("its token lacks the claim of the name"))?;
        name.parse().map_err(|_| Refusal::NoAccount)
    }

    /// The provider as it describes itself, asked anew if what is known is older than that.
    fn described(&self, oldest: Duration) -> Result<Arc<Described>, Refusal> {
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((since, described)) = &*known()
            && since.elapsed() < oldest
        {
            return Ok(described.clone());
        }
        let settings = &self.settings;
        // The lock is not held meanwhile: whoever waited for it would wait for every other's patience, too.
        let metadata = CoreProviderMetadata::discover(&settings.issuer, &|asked: HttpRequest| self.client.send(asked));
        let metadata = metadata.map_err(|error| match error {
            DiscoveryError::Request(error) => away(&error),
            error => away(&error),
        })?;
        let secret = Some(settings.secret.clone());
        let described = CoreClient::from_provider_metadata(metadata, settings.client_id.clone(), secret);
        let described = Arc::new(described.set_redirect_uri(settings.redirect.clone()));
        *known() = Some((Instant::now(), described.clone()));
        Ok(described)
    }
}

/// Signature, issuer, audience, expiry and nonce.
fn verify(described: &Described, token: &CoreIdToken, handshake: &Handshake) -> Result<(), ClaimsVerificationError> {
    let verifier = described.id_token_verifier().set_allowed_algs(ALGORITHMS).set_time_fn(clock::now);
    token.claims(&verifier, &handshake.nonce()).map(drop)
}

/// A claim of a token that has been verified.
fn claim(token: &CoreIdToken, name: &str) -> Option<String> {
    let token = token.to_string();
    let claims = URL_SAFE_NO_PAD.decode(token.split('.').nth(1)?).ok()?;
    let claims: Value = serde_json::from_slice(&claims).ok()?;
    claims.get(name)?.as_str().map(str::to_owned)
}

/// What is wrong in a token, in words that repeat nothing of it.
fn wrong_in(error: &ClaimsVerificationError) -> &'static str {
    match error {
        ClaimsVerificationError::Expired(_) => "its token has expired; do the clocks agree?",
        ClaimsVerificationError::InvalidAudience(_) => "its token is for another client",
        ClaimsVerificationError::InvalidIssuer(_) => "its token is another issuer's",
        ClaimsVerificationError::InvalidNonce(_) => "its token is of another sign-in",
        ClaimsVerificationError::SignatureVerification(_) => "its token's signature cannot be believed",
        _ => "its token cannot be believed",
    }
}

/// The provider is of no use now. The operator is told why.
fn away(cause: impl fmt::Display) -> Refusal {
    tracing::warn!(%cause, "the sign-in provider cannot be used");
    Refusal::ProviderAway
}

/// The provider did not confirm who it is. `cause` holds nothing that it sent.
fn unconfirmed(cause: &str) -> Refusal {
    tracing::warn!(cause, "the sign-in provider did not confirm somebody");
    Refusal::NotConfirmed
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Provider").field("settings", &self.settings).finish_non_exhaustive()
    }
}
