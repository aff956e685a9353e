//! Bodies that are asked for again and again, kept encoded: tiles and the page's files.

use std::sync::Arc;

use actix_web::http::header::{self, CONTENT_ENCODING, CONTENT_TYPE, ContentEncoding, ETAG};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use moka::sync::Cache;

use crate::aside::aside;
use crate::encoding::{encode, negotiate, shrinks};
use crate::entity_tag;
use crate::problem::Problem;

/// How many bytes of bodies are kept.
const CAPACITY_BYTES: u64 = 64 << 20;
/// What an entry costs beside its body, roughly: key, tag and the cache's own books.
const ENTRY_BYTES: usize = 256;

/// A body in one encoding, with the entity tag that all its encodings share.
#[derive(Clone, Debug)]
struct Encoded {
    tag: header::HeaderValue,
    bytes: Bytes,
}

impl Encoded {
    fn new(plain: Bytes, encoding: ContentEncoding) -> Result<Self, Problem> {
        let tag = entity_tag::of(&plain);
        let bytes = if encoding == ContentEncoding::Identity || plain.is_empty() {
            plain
        } else {
            encode(encoding, &plain).map_err(|error| Problem::internal(&error))?.into()
        };
        Ok(Self { tag, bytes })
    }
}

/// What a cached body is, and how a browser keeps it.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    /// Names the body among all that are cached: what it is, and all that it depends on.
    pub(crate) key: String,
    /// Its media type.
    pub(crate) content_type: String,
    /// Its `Cache-Control`.
    pub(crate) cache_control: &'static str,
}

/// Encoded bodies by name and encoding, the least used given up first.
#[derive(Debug)]
pub(crate) struct BodyCache {
    bodies: Cache<(Arc<str>, ContentEncoding), Encoded>,
}

impl Default for BodyCache {
    fn default() -> Self {
        let weigh = |(key, _): &(Arc<str>, ContentEncoding), body: &Encoded| {
            u32::try_from(key.len() + body.bytes.len() + ENTRY_BYTES).unwrap_or(u32::MAX)
        };
        Self { bodies: Cache::builder().max_capacity(CAPACITY_BYTES).weigher(weigh).build() }
    }
}

impl BodyCache {
    /// Answers with a body, made by `make` if it is not at hand. An empty body is answered by 204.
    pub(crate) async fn respond(
        &self,
        request: &HttpRequest,
        kept: Kept,
        make: impl FnOnce() -> Result<Bytes, Problem> + Send + 'static,
    ) -> Result<HttpResponse, Problem> {
        let encoding = if shrinks(&kept.content_type) { negotiate(request) } else { ContentEncoding::Identity };
        let key = (Arc::from(kept.key), encoding);
        let body = if let Some(body) = self.bodies.get(&key) {
            body
        } else {
            let body = aside(move || Encoded::new(make()?, encoding)).await??;
            self.bodies.insert(key, body.clone());
            body
        };
        if body.bytes.is_empty() {
            return Ok(HttpResponse::NoContent().insert_header((header::CACHE_CONTROL, kept.cache_control)).finish());
        }
        let mut response = HttpResponse::Ok();
        response
            .insert_header((CONTENT_TYPE, kept.content_type))
            .insert_header((header::CACHE_CONTROL, kept.cache_control))
            .insert_header((ETAG, body.tag));
        if encoding != ContentEncoding::Identity {
            response.insert_header((CONTENT_ENCODING, encoding.as_str()));
        }
        Ok(response.body(body.bytes))
    }
}
