//! Somebody who signs in and edits, as a page does.

use serde_json::{Value, json};

use crate::{Answer, Server, run_with};

/// The password of every account that tests make.
pub const PASSWORD: &str = "a password for tests alone";

/// Makes an account in the store of a server, by the command line, with these options (`--role editor`).
pub fn add_account(store: &str, name: &str, options: &[&str]) {
    let ended = run_with(&[&["user", "add", name, "--store", store], options].concat(), PASSWORD);
    assert!(ended.status.success(), "{}", ended.stderr);
}

/// A session.
pub struct Editor<'a> {
    server: &'a Server,
    cookie: String,
    csrf: String,
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
        Self { server, cookie, csrf }
    }

    /// GET as this editor.
    pub fn get(&self, path: &str) -> Answer {
        self.server.request("GET", path, &[("Cookie", &self.cookie)])
    }

    /// A request that changes something, as our page sends it, with these headers besides; `null` = without a body.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &Value) -> Answer {
        let own =
            [("Cookie", self.cookie.as_str()), ("X-CSRF-Token", &self.csrf), ("Content-Type", "application/json")];
        let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        self.server.send(method, path, &[&own, headers].concat(), body)
    }

    /// The place as its editors see it, and its entity tag.
    pub fn place(&self, id: &str) -> (Value, String) {
        let answer = self.get(&format!("/api/v1/admin/places/{id}"));
        (answer.json()["place"].clone(), answer.header("etag").expect("an entity tag").to_owned())
    }

    /// Puts a place back, as a change of what this tag names.
    pub fn put(&self, place: &Value, tag: &str, why: &str) -> Answer {
        let path = format!("/api/v1/admin/places/{}", place["id"].as_str().expect("an id"));
        self.send("PUT", &path, &[("If-Match", tag)], &json!({ "place": place, "why": why }))
    }

    /// The session's cookie, without its second token.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }
}

/// What signing in is answered.
pub fn sign_in(server: &Server, name: &str, password: &str) -> Answer {
    let body = json!({ "name": name, "password": password }).to_string().into_bytes();
    server.send("POST", "/api/v1/session", &[("Content-Type", "application/json")], body)
}
