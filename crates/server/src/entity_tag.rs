//! Entity tags: a hash of the plain body.
//!
//! Tags are weak (`W/"…"`): one tag stands for a body in all its encodings, which are the same to a reader and differ in
//! bytes. `If-None-Match` compares weakly anyway (RFC 9110, section 13.1.2).

use actix_web::HttpMessage;
use actix_web::http::header::{EntityTag, HeaderValue, IfNoneMatch};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use siphasher::sip128::SipHasher13;

/// The tag of a body: SipHash-1-3 with a zero key, 128 bits. The same in every process and release.
pub(crate) fn of(body: &[u8]) -> HeaderValue {
    let hash = SipHasher13::new().hash(body).as_bytes();
    let tag = format!("W/\"{}\"", URL_SAFE_NO_PAD.encode(hash));
    // Base 64 has no character that a header could not hold.
    HeaderValue::try_from(tag).unwrap_or_else(|_| HeaderValue::from_static("W/\"\""))
}

/// Whether the client has the body with this tag already.
pub(crate) fn is_known(request: &impl HttpMessage, tag: &HeaderValue) -> bool {
    let Some(tag) = tag.to_str().ok().and_then(|tag| tag.parse::<EntityTag>().ok()) else { return false };
    match request.get_header::<IfNoneMatch>() {
        Some(IfNoneMatch::Any) => true,
        Some(IfNoneMatch::Items(known)) => known.iter().any(|known| known.weak_eq(&tag)),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn knows(if_none_match: &str, tag: &HeaderValue) -> bool {
        is_known(&TestRequest::default().insert_header(("if-none-match", if_none_match)).to_request(), tag)
    }

    #[test]
    fn a_tag_is_known_by_itself_in_a_list_weak_or_strong_and_by_a_star() {
        let tag = of(b"body");
        let text = tag.to_str().unwrap();
        assert!(knows(text, &tag));
        assert!(knows(&format!("\"other\", {text}"), &tag));
        assert!(knows(text.trim_start_matches("W/"), &tag));
        assert!(knows("*", &tag));
        assert!(!knows("\"other\"", &tag));
        assert!(!knows("nonsense", &tag));
    }

    #[test]
    fn bodies_that_differ_have_tags_that_differ() {
        assert_ne!(of(b"body"), of(b"Body"));
        assert_eq!(of(b"body"), of(b"body"));
    }
}
