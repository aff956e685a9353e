//! A small `OpenID` Connect provider on a loopback address: it signs in whomever a test names, and can be made to lie.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use yuren_tests::clock;

/// How the provider knows the server.
pub(crate) const CLIENT: &str = "yuren-map";
/// By what.
pub(crate) const SECRET: &str = "a secret for tests alone";

/// A running provider. Dropping it ends it.
pub(crate) struct Provider {
    address: SocketAddr,
    shared: Arc<Shared>,
    answering: Option<JoinHandle<()>>,
}

struct Shared {
    issuer: String,
    ended: AtomicBool,
    /// How often its keys were asked for.
    keys_asked: AtomicUsize,
    behaviour: Mutex<Behaviour>,
    /// Codes that it gave out. They stay good when used: that they are used once is then the server's doing.
    codes: Mutex<HashMap<String, Code>>,
}

struct Code {
    challenge: String,
    claims: Value,
}

/// What the provider does.
#[derive(Clone, Default)]
pub(crate) struct Behaviour {
    /// Claims in the stead of the true ones.
    pub(crate) claims: Vec<(&'static str, Value)>,
    /// Number of the key that it publishes, and says that it signs with.
    pub(crate) published: u8,
    /// Number of the key that it signs with.
    pub(crate) signs_with: u8,
    /// Answers this, whatever it is asked.
    pub(crate) answers: Option<Answers>,
}

/// What a provider may answer that is none.
#[derive(Clone, Copy)]
pub(crate) enum Answers {
    /// An error of its own.
    Failure,
    /// What is no JSON.
    Nonsense,
    /// More than anybody should read.
    TooMuch,
    /// Nothing, for as long as one waits.
    Nothing,
}

impl Provider {
    /// A provider that tells the truth.
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let shared = Arc::new(Shared {
            issuer: format!("http://{address}"),
            ended: AtomicBool::new(false),
            keys_asked: AtomicUsize::new(0),
            behaviour: Mutex::default(),
            codes: Mutex::default(),
        });
        let answered = shared.clone();
        let answering = thread::spawn(move || {
            for stream in listener.incoming() {
                if answered.ended.load(Ordering::SeqCst) {
                    return;
                }
                let shared = answered.clone();
                // A connection that breaks is the asker's to notice.
                thread::spawn(move || stream.and_then(|stream| shared.answer(stream)));
            }
        });
        Self { address, shared, answering: Some(answering) }
    }

    /// Its address.
    pub(crate) fn issuer(&self) -> &str {
        &self.shared.issuer
    }

    /// Has it behave so from now on.
    pub(crate) fn behave(&self, behaviour: Behaviour) {
        *locked(&self.shared.behaviour) = behaviour;
    }

    /// How often its keys were asked for.
    pub(crate) fn keys_asked(&self) -> usize {
        self.shared.keys_asked.load(Ordering::SeqCst)
    }

    /// Somebody signs in where the server sent their browser: state and code, which the browser brings back.
    pub(crate) fn sign_in(&self, sent_to: &str, name: &str) -> (String, String) {
        let query = sent_to.strip_prefix(&format!("{}/authorize?", self.issuer()));
        let asked = pairs(query.unwrap_or_else(|| panic!("{sent_to} is not of this provider")));
        assert_eq!(asked["response_type"], "code");
        assert_eq!(asked["client_id"], CLIENT);
        assert_eq!(asked["code_challenge_method"], "S256");
        assert!(asked["scope"].split(' ').any(|scope| scope == "openid"), "{}", asked["scope"]);
        let now = clock::now().timestamp();
        let claims = json!({
            "iss": self.issuer(), "aud": CLIENT, "sub": "000123", "iat": now, "exp": now + 300,
            "nonce": asked["nonce"], "preferred_username": name,
        });
        let mut codes = locked(&self.shared.codes);
        let code = format!("code-{}-of-{name}", codes.len());
        codes.insert(code.clone(), Code { challenge: asked["code_challenge"].clone(), claims });
        (asked["state"].clone(), code)
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        // Wakes the listener, which then ends.
        let _ = TcpStream::connect(self.address);
        let _ = self.answering.take().map(JoinHandle::join);
    }
}

impl Shared {
    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(stream.try_clone()?);
        let mut head = String::new();
        while reader.read_line(&mut head)? > 2 {}
        let header = |name: &str| {
            let mut lines = head.lines().filter_map(|line| line.split_once(": "));
            lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
        };
        let length = header("content-length").map_or(0, |length| length.parse().expect("a length"));
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        let path = head.split(' ').nth(1).unwrap_or_default();
        let answers = locked(&self.behaviour).answers;
        let (status, answer) = match answers {
            Some(Answers::Nothing) => {
                // Ends when the asker hangs up.
                return reader.read_to_end(&mut body).map(drop);
            }
            Some(Answers::Failure) => (500, "{}".to_owned()),
            Some(Answers::Nonsense) => (200, "<html>".to_owned()),
            Some(Answers::TooMuch) => (200, " ".repeat(1 << 20)),
            None => match path {
                "/.well-known/openid-configuration" => (200, self.description().to_string()),
                "/keys" => (200, self.keys().to_string()),
                "/token" => self.token(header("authorization").as_deref(), &String::from_utf8_lossy(&body)),
                _ => (404, "{}".to_owned()),
            },
        };
        let head = format!("HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nConnection: close\r\n");
        write!(stream, "{head}Content-Length: {}\r\n\r\n{answer}", answer.len())
    }

    fn description(&self) -> Value {
        let issuer = &self.issuer;
        json!({
            "issuer": issuer,
            "authorization_endpoint": format!("{issuer}/authorize"),
            "token_endpoint": format!("{issuer}/token"),
            "jwks_uri": format!("{issuer}/keys"),
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256"],
        })
    }

    fn keys(&self) -> Value {
        self.keys_asked.fetch_add(1, Ordering::SeqCst);
        let published = locked(&self.behaviour).published;
        let point = key(published).verifying_key().to_sec1_point(false);
        let part = |bytes: Option<_>| URL_SAFE_NO_PAD.encode(bytes.expect("no point at infinity"));
        json!({ "keys": [{
            "kty": "EC", "use": "sig", "alg": "ES256", "crv": "P-256", "kid": format!("key {published}"),
            "x": part(point.x()), "y": part(point.y()),
        }] })
    }

    /// An identity token for a code, if who brings it is who asked for it.
    fn token(&self, authorization: Option<&str>, form: &str) -> (u16, String) {
        let form = pairs(form);
        let plus = |text: &str| text.replace(' ', "+");
        let expected = format!("Basic {}", STANDARD.encode(format!("{CLIENT}:{}", plus(SECRET))));
        let codes = locked(&self.codes);
        let code = form.get("code").and_then(|code| codes.get(code)).filter(|code| {
            let verifier = form.get("code_verifier").map(String::as_str).unwrap_or_default();
            authorization == Some(&expected)
                && form.get("grant_type").is_some_and(|grant| grant == "authorization_code")
                && form.get("redirect_uri").is_some_and(|uri| uri.ends_with("/api/v1/session/oidc/return"))
                && URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes())) == code.challenge
        });
        let Some(code) = code else { return (400, json!({ "error": "invalid_grant" }).to_string()) };
        let behaviour = locked(&self.behaviour).clone();
        let mut claims = code.claims.clone();
        for (name, value) in &behaviour.claims {
            claims[*name] = value.clone();
        }
        let token = signed(&behaviour, &claims);
        (200, json!({ "access_token": "an-access-token", "token_type": "Bearer", "id_token": token }).to_string())
    }
}

/// A token with these claims.
fn signed(Behaviour { published, signs_with, .. }: &Behaviour, claims: &Value) -> String {
    let header = json!({ "alg": "ES256", "typ": "JWT", "kid": format!("key {published}") });
    let said = [header, claims.clone()].map(|part| URL_SAFE_NO_PAD.encode(part.to_string())).join(".");
    let signature: Signature = key(*signs_with).sign(said.as_bytes());
    format!("{said}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}

/// A key of the tests' own.
fn key(number: u8) -> SigningKey {
    SigningKey::from_slice(&[number + 1; 32]).expect("a key")
}

/// The pairs of a query or a form.
fn pairs(text: &str) -> HashMap<String, String> {
    form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
