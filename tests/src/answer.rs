//! An answer as it came over the wire.

use std::fmt;
use std::io::Read;

use serde_json::Value;

/// An answer: status, headers and the body's bytes, not decoded.
pub struct Answer {
    /// Method and address asked for, for messages.
    pub asked: String,
    /// The status code.
    pub status: u16,
    /// Names in lower case, and values, in the order in which they came.
    pub headers: Vec<(String, String)>,
    /// The body as sent: compressed if `content-encoding` says so.
    pub body: Vec<u8>,
}

impl Answer {
    /// The only header of this name; `None` if there is none.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let value = values.next();
        assert!(values.next().is_none(), "{self}: header {name} came more than once");
        value
    }

    /// The media type without its parameters; empty if there is none.
    pub fn media_type(&self) -> &str {
        self.header("content-type").unwrap_or_default().split(';').next().unwrap_or_default().trim()
    }

    /// The entries of the list header `name`, in lower case, all its lines together.
    pub fn list(&self, name: &str) -> Vec<String> {
        let lines = self.headers.iter().filter(|(known, _)| known == name);
        lines.flat_map(|(_, value)| value.split(',')).map(|entry| entry.trim().to_lowercase()).collect()
    }

    /// The body without its compression.
    pub fn decoded(&self) -> Vec<u8> {
        let mut plain = Vec::new();
        match self.header("content-encoding") {
            None | Some("identity") => plain.clone_from(&self.body),
            Some("gzip") => {
                flate2::read::GzDecoder::new(&self.body[..]).read_to_end(&mut plain).expect("a body in gzip");
            }
            Some("br") => {
                brotli::Decompressor::new(&self.body[..], 4096).read_to_end(&mut plain).expect("a body in brotli");
            }
            Some(other) => panic!("{self}: nobody asked for content-encoding {other}"),
        }
        plain
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8(self.decoded()).unwrap_or_else(|_| panic!("{self}: the body is no UTF-8"))
    }

    /// The body of a good answer as JSON.
    pub fn json(&self) -> Value {
        assert_eq!(self.status, 200, "{self}");
        serde_json::from_slice(&self.decoded()).unwrap_or_else(|error| panic!("{self}: no JSON: {error}"))
    }

    /// The features of a good GeoJSON answer.
    pub fn features(&self) -> Vec<Value> {
        assert_eq!(self.media_type(), "application/geo+json", "{self}");
        let json = self.json();
        assert_eq!(json["type"], "FeatureCollection", "{self}");
        json["features"].as_array().unwrap_or_else(|| panic!("{self}: no features")).clone()
    }

    /// The ids of the features of a good GeoJSON answer.
    pub fn ids(&self) -> Vec<String> {
        let id = |feature: &Value| feature["id"].as_str().unwrap_or_else(|| panic!("{self}: no id")).to_owned();
        self.features().iter().map(id).collect()
    }

    /// The problem (RFC 9457) in an answer with this status.
    pub fn problem(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{self}");
        assert_eq!(self.media_type(), "application/problem+json", "{self}");
        let problem: Value = serde_json::from_slice(&self.decoded()).expect("a problem in JSON");
        assert_eq!(problem["status"], status, "{self}");
        for member in ["type", "title", "code", "detail"] {
            assert!(problem[member].as_str().is_some_and(|text| !text.is_empty()), "{self}: {member} is missing");
        }
        problem
    }
}

impl fmt::Display for Answer {
    /// `GET /api/v1/city: 200 {"name":…`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body: String = String::from_utf8_lossy(&self.body).chars().take(600).collect();
        write!(f, "{}: {} {body}", self.asked, self.status)
    }
}

/// `text` as it may stand as a value in a query (percent-encoded UTF-8).
pub fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let encode = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(encode).collect()
}
