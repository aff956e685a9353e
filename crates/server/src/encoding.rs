//! Content encodings: which one a client gets, and how a body is put into it.

use std::io::{self, Write};

use actix_web::HttpMessage;
use actix_web::http::header::{AcceptEncoding, ContentEncoding, Encoding};

/// Below this many bytes an encoding saves less than its headers cost.
pub(crate) const SMALLEST_ENCODED: usize = 512;

/// Brotli's effort: from here on each step costs much more time than it saves bytes.
const BROTLI_QUALITY: u32 = 5;
/// Base-2 logarithm of brotli's window: 4 MB, more than any body here.
const BROTLI_WINDOW: u32 = 22;

/// The encoding of those offered (brotli, gzip, none) that the client likes best; at equal liking the smaller.
///
/// A client that accepts nothing of these gets the plain body, as RFC 9110, section 12.5.3, lets it.
pub(crate) fn negotiate(request: &impl HttpMessage) -> ContentEncoding {
    let offered = [Encoding::brotli(), Encoding::gzip(), Encoding::identity()];
    match request.get_header::<AcceptEncoding>().and_then(|accepted| accepted.negotiate(offered.iter())) {
        Some(Encoding::Known(encoding @ (ContentEncoding::Brotli | ContentEncoding::Gzip))) => encoding,
        _ => ContentEncoding::Identity,
    }
}

/// Whether bodies of this type shrink: text of any kind, and vector tiles.
pub(crate) fn shrinks(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    essence.starts_with("text/")
        || essence.ends_with("json")
        || essence.ends_with("javascript")
        || matches!(essence, "image/svg+xml" | "application/vnd.mapbox-vector-tile" | "application/wasm")
}

/// The body in this encoding.
pub(crate) fn encode(encoding: ContentEncoding, body: &[u8]) -> io::Result<Vec<u8>> {
    let shrunk = Vec::with_capacity(body.len() / 3);
    match encoding {
        ContentEncoding::Brotli => {
            let mut encoder = brotli::CompressorWriter::new(shrunk, 1 << 16, BROTLI_QUALITY, BROTLI_WINDOW);
            encoder.write_all(body)?;
            encoder.flush()?;
            Ok(encoder.into_inner())
        }
        ContentEncoding::Gzip => {
            let mut encoder = flate2::write::GzEncoder::new(shrunk, flate2::Compression::default());
            encoder.write_all(body)?;
            encoder.finish()
        }
        _ => Ok(body.to_vec()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use actix_web::test::TestRequest;

    use super::*;

    fn negotiated(accept: &str) -> ContentEncoding {
        negotiate(&TestRequest::default().insert_header(("accept-encoding", accept)).to_request())
    }

    #[test]
    fn a_client_gets_the_encoding_that_it_likes_best() {
        use ContentEncoding::{Brotli, Gzip, Identity};
        for (accept, expected) in [
            ("gzip, deflate, br", Brotli),
            ("gzip, deflate", Gzip),
            ("br;q=0.5, gzip;q=0.9", Gzip),
            ("br;q=0, gzip", Gzip),
            ("br;q=0, gzip;q=0", Identity),
            ("zstd", Identity),
            ("identity", Identity),
            ("identity;q=1, br;q=0.1", Identity),
            ("", Identity),
            ("identity;q=0", Identity),
        ] {
            assert_eq!(negotiated(accept), expected, "{accept:?}");
        }
        assert_eq!(negotiate(&TestRequest::default().to_request()), Identity);
    }

    #[test]
    fn an_encoded_body_decodes_to_itself() {
        let body = "瘦西湖 ".repeat(500).into_bytes();
        let shrunk = encode(ContentEncoding::Brotli, &body).unwrap();
        let mut plain = Vec::new();
        brotli::Decompressor::new(&shrunk[..], 4096).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, body);
        assert!(shrunk.len() < body.len() / 10);

        let shrunk = encode(ContentEncoding::Gzip, &body).unwrap();
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&shrunk[..]).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, body);
    }

    #[test]
    fn text_shrinks_and_what_is_compressed_already_does_not() {
        for yes in ["text/html; charset=utf-8", "application/geo+json", "text/javascript", "application/json"] {
            assert!(shrinks(yes), "{yes}");
        }
        for no in ["image/png", "font/woff2", "application/octet-stream", ""] {
            assert!(!shrinks(no), "{no}");
        }
    }
}
