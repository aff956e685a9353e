//! A form with files, as a browser sends it (RFC 7578).

/// What stands between the parts; nothing that tests send has it inside.
const BOUNDARY: &str = "----yuren-tests-boundary";

/// A form being filled in.
#[derive(Clone, Default)]
pub struct Form {
    parts: Vec<u8>,
}

impl Form {
    /// With a file more.
    #[must_use]
    pub fn file(self, name: &str, file_name: &str, content: &[u8]) -> Self {
        self.part(&format!("name=\"{name}\"; filename=\"{file_name}\""), content)
    }

    /// With a field more.
    #[must_use]
    pub fn field(self, name: &str, content: &str) -> Self {
        self.part(&format!("name=\"{name}\""), content.as_bytes())
    }

    fn part(mut self, names: &str, content: &[u8]) -> Self {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {names}\r\n\r\n");
        self.parts.extend_from_slice(head.as_bytes());
        self.parts.extend_from_slice(content);
        self.parts.extend_from_slice(b"\r\n");
        self
    }

    /// The value of its Content-Type.
    pub fn content_type() -> String {
        format!("multipart/form-data; boundary={BOUNDARY}")
    }

    /// The body.
    pub fn body(&self) -> Vec<u8> {
        [&self.parts, format!("--{BOUNDARY}--\r\n").as_bytes()].concat()
    }
}
