//! Bodies of requests: JSON of a bounded size and a known shape.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{Bytes, BytesMut};
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::problem::{Code, Problem};

/// Largest body of JSON, in bytes: a few hundred places at once.
pub(crate) const LARGEST_JSON: usize = 1 << 20;

/// A request's body as a `T`.
pub(crate) struct Content<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest for Content<T> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move { parse(&json_bytes(&request, payload, LARGEST_JSON).await?).map(Self) })
    }
}

/// The bytes of a body that is said to be JSON, at most so many.
pub(crate) async fn json_bytes(request: &HttpRequest, payload: Payload, largest: usize) -> Result<Bytes, Problem> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    // Anything else could be sent by a form on another site without being asked for leave (CORS, "simple" requests).
    if !kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json")) {
        let detail = "The body is not said to be JSON.";
        let problem = Problem::new(Code::InvalidContent, detail).parameter("Content-Type").value(kind);
        return Err(problem.allowed("application/json"));
    }
    read(payload, largest).await
}

/// A body's bytes, at most so many.
pub(crate) async fn read(mut payload: Payload, largest: usize) -> Result<Bytes, Problem> {
    let mut bytes = BytesMut::new();
    while let Some(piece) = payload.next().await {
        let piece = piece.map_err(|_| Problem::new(Code::InvalidContent, "The body broke off."))?;
        if bytes.len() + piece.len() > largest {
            let detail = format!("The body is larger than {largest} bytes.");
            return Err(Problem::new(Code::ContentTooLarge, detail).allowed(format!("at most {largest} bytes")));
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes.freeze())
}

/// A `T` from JSON; what does not fit is named by its path.
pub(crate) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    serde_path_to_error::deserialize(&mut json).map_err(|error| misfit(&error))
}

/// A `T` from JSON that was read already.
pub(crate) fn of_value<T: DeserializeOwned>(value: Value) -> Result<T, Problem> {
    serde_path_to_error::deserialize(value).map_err(|error| misfit(&error))
}

fn misfit(error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let detail = format!("The body does not fit: {}.", error.inner());
    Problem::new(Code::InvalidContent, detail).parameter(&error.path().to_string())
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Wanted {
        list: Vec<u8>,
    }

    async fn sent(kind: &str, body: impl Into<Bytes>) -> Result<Vec<u8>, Problem> {
        let (request, mut payload) =
            TestRequest::post().insert_header(("content-type", kind)).set_payload(body).to_http_parts();
        Content::<Wanted>::from_request(&request, &mut payload).await.map(|Content(Wanted { list })| list)
    }

    #[actix_web::test]
    async fn json_of_the_shape_is_taken() {
        assert_eq!(sent("application/json; charset=utf-8", r#"{"list":[1,2]}"#).await.unwrap(), [1, 2]);
    }

    #[actix_web::test]
    async fn what_does_not_fit_is_named_by_its_path() {
        for body in [r#"{"list":[1,"2"]}"#, r#"{"list":[1,300]}"#] {
            let problem = sent("application/json", body).await.unwrap_err();
            assert_eq!(problem.code(), Code::InvalidContent);
            assert!(format!("{problem:?}").contains("list[1]"), "{problem:?}");
        }
        for body in ["", "{", r#"{"lists":[]}"#, "\0"] {
            assert_eq!(sent("application/json", body).await.unwrap_err().code(), Code::InvalidContent, "{body:?}");
        }
    }

    #[actix_web::test]
    async fn what_a_form_of_another_site_could_send_is_refused() {
        for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""] {
            assert_eq!(sent(kind, r#"{"list":[]}"#).await.unwrap_err().code(), Code::InvalidContent, "{kind:?}");
        }
    }

    #[actix_web::test]
    async fn a_body_over_the_bound_is_refused_before_it_is_read_whole() {
        let body = vec![b' '; LARGEST_JSON + 1];
        assert_eq!(sent("application/json", body).await.unwrap_err().code(), Code::ContentTooLarge);
    }
}
