//! A file that is sent, and what is asked of it: a form of two parts, in memory and of a bounded size.

use std::time::Duration;

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::web::Bytes;
use futures_util::stream::{self, Stream, StreamExt};
use serde::de::DeserializeOwned;
use tokio::time::timeout;

use crate::content::{self, LARGEST_JSON};
use crate::problem::{Code, Problem};

/// What stands around a file and its options, in bytes.
const AROUND: usize = 64 << 10;
/// How long a body may stop coming: whoever went out of reach does not keep others from their turn.
const LONGEST_PAUSE: Duration = Duration::from_secs(20);
/// Longest name of a file, in characters.
const LONGEST_NAME: usize = 200;
/// The two parts.
const PARTS: &str = "file and options, each once";

/// A file and what is asked of it.
#[derive(Debug)]
pub(crate) struct Upload<T> {
    /// The file's name, without the folders before it.
    pub(crate) file_name: String,
    /// Its content.
    pub(crate) bytes: Bytes,
    /// What is asked.
    pub(crate) options: T,
}

/// Reads the request's body, of a file of at most so many bytes.
pub(crate) async fn read<T: DeserializeOwned>(
    request: &HttpRequest,
    payload: Payload,
    largest_file: usize,
) -> Result<Upload<T>, Problem> {
    read_unless_still(request, payload, largest_file, LONGEST_PAUSE).await
}

/// The same, given up once nothing came for `longest_pause`.
async fn read_unless_still<T: DeserializeOwned>(
    request: &HttpRequest,
    payload: Payload,
    largest_file: usize,
    longest_pause: Duration,
) -> Result<Upload<T>, Problem> {
    let largest_body = largest_file + LARGEST_JSON + AROUND;
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = header(CONTENT_TYPE);
    if !kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("multipart/form-data")) {
        let detail = "The body is not said to be a form with a file.";
        let problem = Problem::new(Code::InvalidContent, detail).parameter("Content-Type").value(kind);
        return Err(problem.allowed("multipart/form-data"));
    }
    if header(CONTENT_LENGTH).parse::<usize>().is_ok_and(|length| length > largest_body) {
        return Err(too_large("body", largest_body));
    }
    let mut form = Multipart::new(request.headers(), bounded(payload, largest_body, longest_pause));
    let (mut file, mut options) = (None, None);
    while let Some(part) = form.next().await {
        let mut part = part.map_err(|error| broken(&error, largest_body))?;
        let name = part.name().unwrap_or_default().to_owned();
        match name.as_str() {
            "file" if file.is_none() => {
                let name = file_name(&part)?;
                file = Some((name, bytes(&mut part, "file", largest_file, largest_body).await?));
            }
            "options" if options.is_none() => {
                let sent = bytes(&mut part, "options", LARGEST_JSON, largest_body).await?;
                options = Some(content::parse(&sent)?);
            }
            "file" | "options" => return Err(unfit(&name, "The part is there twice.")),
            _ => return Err(unfit(&name, "The form has a part that is not asked for.")),
        }
    }
    let (file_name, bytes) = file.ok_or_else(|| unfit("file", "The form has no such part."))?;
    let options = options.ok_or_else(|| unfit("options", "The form has no such part."))?;
    Ok(Upload { file_name, bytes, options })
}

/// The body, which ends with an error if it is larger than `largest`, or stops coming.
fn bounded(
    payload: Payload,
    largest: usize,
    longest_pause: Duration,
) -> impl Stream<Item = Result<Bytes, PayloadError>> {
    stream::try_unfold((payload, largest), move |(mut payload, left)| async move {
        let piece = timeout(longest_pause, payload.next()).await.map_err(|_| PayloadError::Incomplete(None))?;
        let Some(piece) = piece.transpose()? else { return Ok(None) };
        let left = left.checked_sub(piece.len()).ok_or(PayloadError::Overflow)?;
        Ok(Some((piece, (payload, left))))
    })
}

async fn bytes(part: &mut Field, name: &str, largest: usize, largest_body: usize) -> Result<Bytes, Problem> {
    match part.bytes(largest).await {
        Ok(bytes) => bytes.map_err(|error| broken(&error, largest_body)),
        Err(_) => Err(too_large(name, largest)),
    }
}

/// The name under which the file was chosen.
fn file_name(part: &Field) -> Result<String, Problem> {
    let whole = part.content_disposition().and_then(|disposition| disposition.get_filename()).unwrap_or_default();
    let name = whole.rsplit(['/', '\\']).next().unwrap_or_default();
    if (1..=LONGEST_NAME).contains(&name.chars().count()) && !name.chars().any(char::is_control) {
        return Ok(name.to_owned());
    }
    let problem = Problem::new(Code::InvalidContent, "The file's name cannot be used.").parameter("file").value(name);
    Err(problem.allowed(format!("a filename of 1 to {LONGEST_NAME} characters")))
}

fn too_large(part: &str, largest: usize) -> Problem {
    let detail = format!("The {part} is larger than {largest} bytes.");
    Problem::new(Code::ContentTooLarge, detail).parameter(part).allowed(format!("at most {largest} bytes"))
}

fn unfit(part: &str, detail: &str) -> Problem {
    Problem::new(Code::InvalidContent, detail).parameter(part).allowed(PARTS)
}

fn broken(error: &MultipartError, largest_body: usize) -> Problem {
    if matches!(error, MultipartError::Payload(PayloadError::Overflow)) {
        return too_large("body", largest_body);
    }
    Problem::new(Code::InvalidContent, format!("The form cannot be read: {error}.")).allowed(PARTS)
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;

    use actix_web::test::TestRequest;
    use serde::de::IgnoredAny;

    use super::*;

    const LARGEST: usize = 1 << 20;

    /// A form with these parts, each with its names and content, after some bytes that belong to none.
    async fn sent(before: &[u8], parts: &[(&str, &[u8])]) -> Result<Upload<IgnoredAny>, Problem> {
        let mut body = before.to_vec();
        for (names, content) in parts {
            body.extend_from_slice(format!("--x\r\nContent-Disposition: form-data; {names}\r\n\r\n").as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--x--\r\n");
        let kind = ("content-type", "multipart/form-data; boundary=x");
        let (request, payload) = TestRequest::post().insert_header(kind).set_payload(body).to_http_parts();
        read(&request, payload, LARGEST).await
    }

    const OPTIONS: (&str, &[u8]) = ("name=\"options\"", b"{}");

    #[actix_web::test]
    async fn the_two_parts_may_come_in_either_order_and_the_name_loses_its_folders() {
        for (name, taken) in [("名单.csv", "名单.csv"), ("C:\\\\lists\\\\a.xlsx", "a.xlsx"), ("../../b.csv", "b.csv")]
        {
            let names = format!("name=\"file\"; filename=\"{name}\"");
            let file: (&str, &[u8]) = (&names, b"a,b\r\n--y\r\n");
            for parts in [[file, OPTIONS], [OPTIONS, file]] {
                let upload = sent(b"", &parts).await.unwrap();
                assert_eq!((upload.file_name.as_str(), &upload.bytes[..]), (taken, file.1));
            }
        }
    }

    #[actix_web::test]
    async fn what_is_over_a_bound_is_refused_by_its_name() {
        let file = "name=\"file\"; filename=\"a.csv\"";
        let (large, long) = (vec![b'a'; LARGEST + 1], vec![b' '; LARGEST_JSON + 1]);
        for (part, parts) in [("file", (file, &large)), ("options", (OPTIONS.0, &long))] {
            let problem = sent(b"", &[(parts.0, parts.1)]).await.unwrap_err();
            assert_eq!(problem.code(), Code::ContentTooLarge);
            assert!(format!("{problem:?}").contains(&format!("parameter: Some({part:?})")), "{problem:?}");
        }
        // What stands before the first part counts too, though nothing of it is kept.
        let noise = b"noise\r\n".repeat((LARGEST + LARGEST_JSON + AROUND) / 7 + 1);
        assert_eq!(sent(&noise, &[]).await.unwrap_err().code(), Code::ContentTooLarge);
    }

    #[actix_web::test]
    async fn a_body_that_stops_coming_is_given_up() {
        let begun = Ok(Bytes::from_static(
            b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na",
        ));
        let stalled = stream::iter([begun]).chain(stream::pending());
        let request = TestRequest::post().insert_header(("content-type", "multipart/form-data; boundary=x"));
        let stalled: Pin<Box<dyn Stream<Item = _>>> = Box::pin(stalled);
        let payload = Payload::Stream { payload: stalled };
        let request = request.to_http_request();
        let read = read_unless_still::<IgnoredAny>(&request, payload, LARGEST, Duration::ZERO);
        let problem = read.await.unwrap_err();
        assert_eq!(problem.code(), Code::InvalidContent);
    }

    #[actix_web::test]
    async fn a_name_that_cannot_be_shown_is_refused() {
        for name in ["", "a/", &"长".repeat(LONGEST_NAME + 1)] {
            let names = format!("name=\"file\"; filename=\"{name}\"");
            let problem = sent(b"", &[(&names, b"a"), OPTIONS]).await.unwrap_err();
            assert_eq!(problem.code(), Code::InvalidContent, "{name:?}");
        }
    }
}
