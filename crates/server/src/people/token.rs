//! Secrets that a browser keeps and the store does not: the store has their hashes.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use yuren_store::TokenHash;

/// A new secret: 256 random bits in 43 characters of URL-safe base64. Without random bytes from the operating system nobody
/// may sign in, so the process ends.
pub(crate) fn fresh() -> String {
    URL_SAFE_NO_PAD.encode(random::<32>())
}

/// A new identifier that nobody can guess: 128 random bits in 32 hexadecimal digits.
pub(crate) fn fresh_id() -> String {
    format!("{:032x}", u128::from_be_bytes(random()))
}

/// Random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// What the store keeps of a secret: its SHA-256. The secret is random, so no salt is needed.
pub(crate) fn hashed(secret: &str) -> TokenHash {
    TokenHash(Sha256::digest(secret.as_bytes()).into())
}

/// The token that our page sends beside a session's cookie, which a page of another site cannot know. It follows from the
/// session's own secret, so that a page that is loaded again is told it again.
pub(crate) fn csrf_of(session: &str) -> String {
    following(session, "csrf")
}

/// What follows from a secret for one purpose, and tells neither it nor what follows for another.
pub(crate) fn following(secret: &str, purpose: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{purpose} of {secret}").as_bytes()))
}

/// Whether a secret has this hash. Takes the same time wherever they differ.
pub(crate) fn is_of(secret: &str, hash: TokenHash) -> bool {
    hashed(secret).0.iter().zip(hash.0).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_never_the_same_and_are_known_by_their_hashes() {
        let (one, other) = (fresh(), fresh());
        assert_ne!(one, other);
        assert_eq!((one.len(), fresh_id().len()), (43, 32));
        assert!(is_of(&one, hashed(&one)) && !is_of(&one, hashed(&other)));
    }

    #[test]
    fn the_second_token_follows_from_the_first_and_does_not_tell_it() {
        let session = fresh();
        assert_eq!(csrf_of(&session), csrf_of(&session));
        assert_ne!(csrf_of(&session), csrf_of(&fresh()));
        assert_ne!(hashed(&csrf_of(&session)), hashed(&session));
    }

    /// The example of FIPS 180-4 for "abc".
    #[test]
    fn the_hash_is_sha_256() {
        assert_eq!(hashed("abc").0[..4], [0xba, 0x78, 0x16, 0xbf]);
    }
}
