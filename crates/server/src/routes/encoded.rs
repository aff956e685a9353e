//! Long answers to POST, which nothing encodes on their way out as answers to GET are.

use actix_web::http::header::{CONTENT_ENCODING, ContentEncoding, HeaderValue, VARY};
use actix_web::{HttpRequest, HttpResponse};

use super::json;
use crate::encoding::{SMALLEST_ENCODED, encode, negotiate, shrinks};
use crate::problem::Problem;

/// An answer as it is sent.
pub(super) struct Encoded {
    body: Vec<u8>,
    encoding: ContentEncoding,
}

impl Encoded {
    /// The encoding in which the client likes an answer of this type best.
    pub(super) fn wanted(request: &HttpRequest, media_type: &str) -> ContentEncoding {
        if shrinks(media_type) { negotiate(request) } else { ContentEncoding::Identity }
    }

    /// Takes its time where the answer is long.
    pub(super) fn new(plain: Vec<u8>, wanted: ContentEncoding) -> Result<Self, Problem> {
        if wanted == ContentEncoding::Identity || plain.len() < SMALLEST_ENCODED {
            return Ok(Self { body: plain, encoding: ContentEncoding::Identity });
        }
        let body = encode(wanted, &plain).map_err(|error| Problem::internal(&error))?;
        Ok(Self { body, encoding: wanted })
    }

    /// The answer, which nobody stores; `vary` is what of the request decides on it.
    pub(super) fn answer(self, media_type: &str, vary: &'static str) -> HttpResponse {
        let mut response = json(media_type, "no-store", self.body);
        let headers = response.headers_mut();
        headers.insert(VARY, HeaderValue::from_static(vary));
        if self.encoding != ContentEncoding::Identity {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(self.encoding.as_str()));
        }
        response
    }
}
