//! What a browser takes along to the provider and brings back: one secret, from which all else follows.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use openidconnect::{Nonce, PkceCodeVerifier};
use sha2::Sha256;

use crate::people::token;

/// What the signature is about, so that it can stand for nothing else that the key signs.
const ABOUT: &[u8] = b"yuren sign-in by provider 1\0";

/// One sign-in under way. Neither state nor nonce nor verifier tells its secret.
pub(crate) struct Handshake {
    secret: String,
}

impl Handshake {
    /// A new one.
    pub(crate) fn begin() -> Self {
        Self { secret: token::fresh() }
    }

    /// What the provider must hand back.
    pub(crate) fn state(&self) -> String {
        token::following(&self.secret, "state")
    }

    /// What the provider must write into its token.
    pub(super) fn nonce(&self) -> Nonce {
        Nonce::new(token::following(&self.secret, "nonce"))
    }

    /// What shows the provider that whoever brings the code is who asked for it.
    pub(super) fn verifier(&self) -> PkceCodeVerifier {
        PkceCodeVerifier::new(token::following(&self.secret, "verifier"))
    }

    /// The cookie's value, good until then and signed with the client's secret, which all servers of a map share.
    pub(super) fn sealed(&self, key: &str, until: DateTime<Utc>) -> String {
        let said = format!("{}.{}", until.timestamp(), self.secret);
        let signature = URL_SAFE_NO_PAD.encode(signature(key, &said).finalize().into_bytes());
        format!("{said}.{signature}")
    }

    /// The handshake of a cookie's value; `None` if it is not ours or its time has passed.
    pub(super) fn opened(value: &str, key: &str, now: DateTime<Utc>) -> Option<Self> {
        let (said, signed) = value.rsplit_once('.')?;
        let signed = URL_SAFE_NO_PAD.decode(signed).ok()?;
        signature(key, said).verify_slice(&signed).ok()?;
        let (until, secret) = said.split_once('.')?;
        (now.timestamp() < until.parse().ok()?).then(|| Self { secret: secret.to_owned() })
    }
}

fn signature(key: &str, said: &str) -> Hmac<Sha256> {
    let mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("HMAC takes a key of any length");
    mac.chain_update(ABOUT).chain_update(said.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "the client's secret";

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(second, 0).unwrap()
    }

    #[test]
    fn what_was_sealed_opens_in_time_and_with_the_same_key() {
        let begun = Handshake::begin();
        let sealed = begun.sealed(KEY, at(1_000));
        assert_eq!(Handshake::opened(&sealed, KEY, at(999)).unwrap().state(), begun.state());
        assert!(Handshake::opened(&sealed, KEY, at(1_000)).is_none(), "its time has passed");
        assert!(Handshake::opened(&sealed, "another secret", at(0)).is_none());
    }

    #[test]
    fn whatever_is_changed_of_it_does_not_open() {
        let sealed = Handshake::begin().sealed(KEY, at(1_000));
        let longer = format!("9{sealed}");
        let shorter = &sealed[..sealed.len() - 2];
        for value in [&longer, shorter, "", ".", "..", "1.2.3", "育.人.图"] {
            assert!(Handshake::opened(value, KEY, at(0)).is_none(), "{value}");
        }
    }

    #[test]
    fn state_nonce_and_verifier_differ() {
        let begun = Handshake::begin();
        assert_ne!(&begun.state(), begun.nonce().secret());
        assert_ne!(begun.nonce().secret(), begun.verifier().secret());
        assert_ne!(begun.state(), Handshake::begin().state());
    }
}
