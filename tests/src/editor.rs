//! Somebody who signs in and edits, as a page does.

use serde_json::{Value, json};

use crate::{Answer, Form, Server, run_with};

/// The password of every account that tests make.
pub const PASSWORD: &str = "a password for tests alone";

/// Makes an account in the store of a server, by the command line, with these options (`--role editor`).
pub fn add_account(store: &str, name: &str, options: &[&str]) {
    let ended = run_with(&[&["user", "add", name, "--store", store], options].concat(), PASSWORD);
    assert!(ended.status.success(), "{}", ended.stderr);
}

/// What a browser keeps of a session.
#[derive(Clone)]
pub struct Session {
    cookie: String,
    csrf: String,
}

impl Session {
    /// It goes on at this server, if its store is the one in which it began.
    pub fn at(self, server: &Server) -> Editor<'_> {
        Editor { server, session: self }
    }
}

/// A session at a server.
pub struct Editor<'a> {
    server: &'a Server,
    session: Session,
}

impl<'a> Editor<'a> {
    /// Makes an account with these options and signs in.
    pub fn new(server: &'a Server, name: &str, options: &[&str]) -> Self {
        add_account(server.store(), name, options);
        Self::sign_in(server, name)
    }

    /// Signs in to an account that is there.
    pub fn sign_in(server: &'a Server, name: &str) -> Self {
        let answer = sign_in(server, name, PASSWORD);
        let csrf = answer.json()["csrf_token"].as_str().expect("a token").to_owned();
        let cookie = answer.header("set-cookie").expect("a cookie");
        let cookie = cookie.split(';').next().expect("a name and a value").to_owned();
        Self { server, session: Session { cookie, csrf } }
    }

    /// The session, which outlives the server.
    pub fn session(&self) -> Session {
        self.session.clone()
    }

    /// GET as this editor.
    pub fn get(&self, path: &str) -> Answer {
        self.server.request("GET", path, &[("Cookie", self.cookie())])
    }

    /// The same of a server that may be gone before it has answered.
    pub fn try_get(&self, path: &str) -> Result<Answer, ureq::Error> {
        self.server.try_send("GET", path, &[("Cookie", self.cookie())], Vec::new())
    }

    /// A request that changes something, as our page sends it, with these headers besides; `null` = without a body.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &Value) -> Answer {
        let answer = self.try_send(method, path, headers, body);
        answer.unwrap_or_else(|error| panic!("{method} {path}: no answer: {error}"))
    }

    fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Result<Answer, ureq::Error> {
        let own =
            [("Cookie", self.cookie()), ("X-CSRF-Token", &self.session.csrf), ("Content-Type", "application/json")];
        let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        self.server.try_send(method, path, &[&own, headers].concat(), body)
    }

    /// Sends a form.
    pub fn post(&self, path: &str, form: &Form) -> Answer {
        let kind = Form::content_type();
        let headers = [("Cookie", self.cookie()), ("X-CSRF-Token", &self.session.csrf), ("Content-Type", &kind)];
        self.server.send("POST", path, &headers, form.body())
    }

    /// The place as its editors see it, and its entity tag.
    pub fn place(&self, id: &str) -> (Value, String) {
        let answer = self.get(&format!("/api/v1/admin/places/{id}"));
        (answer.json()["place"].clone(), answer.header("etag").expect("an entity tag").to_owned())
    }

    /// Puts a place back, as a change of what this tag names.
    pub fn put(&self, place: &Value, tag: &str, why: &str) -> Answer {
        self.try_put(place, tag, why).unwrap_or_else(|error| panic!("PUT of a place: no answer: {error}"))
    }

    /// The same at a server that may be gone before it has answered.
    pub fn try_put(&self, place: &Value, tag: &str, why: &str) -> Result<Answer, ureq::Error> {
        let path = format!("/api/v1/admin/places/{}", place["id"].as_str().expect("an id"));
        self.try_send("PUT", &path, &[("If-Match", tag)], &json!({ "place": place, "why": why }))
    }

    /// The session's second token.
    pub fn csrf(&self) -> &str {
        &self.session.csrf
    }

    /// The session's cookie, without its second token.
    pub fn cookie(&self) -> &str {
        &self.session.cookie
    }
}

/// What signing in is answered.
pub fn sign_in(server: &Server, name: &str, password: &str) -> Answer {
    let body = json!({ "name": name, "password": password }).to_string().into_bytes();
    server.send("POST", "/api/v1/session", &[("Content-Type", "application/json")], body)
}
