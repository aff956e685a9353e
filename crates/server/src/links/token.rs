//! What a link carries: who may confirm which place until when, signed, so that nobody else can make one.
//!
//! A token is `1.PAYLOAD.SIGNATURE`: the version, what it says as JSON, and the HMAC-SHA-256 of all before it, both in
//! base64url. It is no secret of ours, but it opens a door: it belongs in no log.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use yuren_catalog::{Office, PlaceId};
use yuren_store::{Author, LinkKey};

/// The only version there is.
const VERSION: &str = "1";
/// Longest token, in bytes: an office of 60 characters and two names of 64 fit in easily.
const LONGEST: usize = 1_000;

/// What a link says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The place that may be confirmed.
    pub place: PlaceId,
    /// Who confirms it.
    pub office: Office,
    /// From this instant on it holds no more; whole seconds.
    pub expires: DateTime<Utc>,
    /// Who made it.
    pub by: Author,
}

/// Why a token opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It is not ours, or not whole. Which part is wrong is nobody's business.
    Invalid,
    /// It was ours, and its time is over.
    Expired(DateTime<Utc>),
}

/// What a link says, as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Payload {
    place: String,
    office: String,
    /// Unix seconds.
    expires: i64,
    by: String,
}

/// The token of a link.
pub(super) fn sign(key: &LinkKey, link: &Link) -> String {
    let Link { place, office, expires, by } = link;
    let payload = Payload {
        place: place.to_string(),
        office: office.to_string(),
        expires: expires.timestamp(),
        by: by.to_string(),
    };
    let payload = serde_json::to_vec(&payload).expect("a payload has string keys only");
    let signed = format!("{VERSION}.{}", URL_SAFE_NO_PAD.encode(payload));
    let signature = URL_SAFE_NO_PAD.encode(mac(key, &signed).finalize().into_bytes());
    format!("{signed}.{signature}")
}

/// The link of a token that this key has signed and that holds at `now`. Takes the same time wherever a signature differs.
pub(crate) fn verify(key: &LinkKey, token: &str, now: DateTime<Utc>) -> Result<Link, Refused> {
    let link = signed_link(key, token).ok_or(Refused::Invalid)?;
    if now < link.expires { Ok(link) } else { Err(Refused::Expired(link.expires)) }
}

fn signed_link(key: &LinkKey, token: &str) -> Option<Link> {
    if token.len() > LONGEST {
        return None;
    }
    let (signed, signature) = token.rsplit_once('.')?;
    let (version, payload) = signed.split_once('.')?;
    let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
    mac(key, signed).verify_slice(&signature).ok()?;
    if version != VERSION {
        return None;
    }
    let Payload { place, office, expires, by } = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).ok()?).ok()?;
    Some(Link {
        place: place.parse().ok()?,
        office: office.parse().ok()?,
        expires: DateTime::from_timestamp(expires, 0)?,
        by: by.parse().ok()?,
    })
}

fn mac(key: &LinkKey, signed: &str) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&key.0).expect("HMAC takes a key of any length");
    mac.update(signed.as_bytes());
    mac
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: LinkKey = LinkKey([7; 32]);

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    fn link() -> Link {
        Link {
            place: "p-3f2a".parse().unwrap(),
            office: "扬州市图书馆办公室".parse().unwrap(),
            expires: at(0),
            by: Author::Account("li.na".parse().unwrap()),
        }
    }

    #[test]
    fn a_token_says_what_its_link_said_and_can_stand_in_an_address() {
        let token = sign(&KEY, &link());
        assert_eq!(verify(&KEY, &token, at(-1)), Ok(link()));
        assert!(token.starts_with("1.") && token.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)));
        assert!(token.len() < 300, "{token}");
    }

    #[test]
    fn the_longest_link_there_is_fits_into_a_token() {
        let longest = Link {
            place: "p".repeat(64).parse().unwrap(),
            office: "馆".repeat(60).parse().unwrap(),
            by: Author::Account("a".repeat(64).parse().unwrap()),
            ..link()
        };
        assert_eq!(verify(&KEY, &sign(&KEY, &longest), at(-1)), Ok(longest));
    }

    #[test]
    fn a_token_holds_until_the_second_at_which_it_expires() {
        let token = sign(&KEY, &link());
        assert!(verify(&KEY, &token, at(0) - chrono::TimeDelta::milliseconds(1)).is_ok());
        assert_eq!(verify(&KEY, &token, at(0)), Err(Refused::Expired(at(0))));
    }

    #[test]
    fn a_token_of_another_key_opens_nothing_expired_or_not() {
        let token = sign(&LinkKey([8; 32]), &link());
        for now in [at(-1), at(1)] {
            assert_eq!(verify(&KEY, &token, now), Err(Refused::Invalid));
        }
    }

    #[test]
    fn a_token_with_any_character_changed_cut_or_added_opens_nothing() {
        let token = sign(&KEY, &link());
        for i in 0..token.len() {
            let other = if token.as_bytes()[i] == b'A' { "B" } else { "A" };
            let forged = format!("{}{other}{}", &token[..i], &token[i + 1..]);
            assert_eq!(verify(&KEY, &forged, at(-1)), Err(Refused::Invalid), "{forged}");
            assert_eq!(verify(&KEY, &token[..i], at(-1)), Err(Refused::Invalid), "{}", &token[..i]);
        }
        for forged in [format!("{token}A"), format!(" {token}"), format!("{token}."), token.replacen("1.", "", 1)] {
            assert_eq!(verify(&KEY, &forged, at(-1)), Err(Refused::Invalid), "{forged}");
        }
    }

    #[test]
    fn another_version_opens_nothing_though_our_own_key_signed_it() {
        let (_, payload) = sign(&KEY, &link()).split_once('.').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        let signed = format!("2.{}", payload.rsplit_once('.').unwrap().0);
        let token = format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mac(&KEY, &signed).finalize().into_bytes()));
        assert_eq!(verify(&KEY, &token, at(-1)), Err(Refused::Invalid));
    }

    #[test]
    fn what_is_longer_than_any_token_is_not_looked_at() {
        assert_eq!(verify(&KEY, &"1.A".repeat(1_000), at(-1)), Err(Refused::Invalid));
    }

    /// The second test case of RFC 4231.
    #[test]
    fn the_signature_is_hmac_sha_256() {
        let mut mac = Hmac::<Sha256>::new_from_slice(b"Jefe").unwrap();
        mac.update(b"what do ya want for nothing?");
        assert_eq!(mac.finalize().into_bytes()[..4], [0x5b, 0xdc, 0xc1, 0x46]);
    }
}
