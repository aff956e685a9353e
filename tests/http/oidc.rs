//! Signing in by a provider: the whole way, and every way in which nobody is signed in.

use serde_json::{Value, json};
use yuren_tests::editor::{add_account, sign_in};
use yuren_tests::{Answer, Server, run};

use crate::provider::{Answers, Behaviour, CLIENT, Provider, SECRET};

/// A server whose people may sign in by this provider.
fn server(provider: &Provider) -> Server {
    let options = ["--oidc-issuer", provider.issuer(), "--oidc-client-id", CLIENT, "--oidc-name", "教育云"];
    let public = ["--public-url", "https://map.example.cn"];
    let variables = [("YUREN_OIDC_CLIENT_SECRET", SECRET), ("YUREN_LOG", "trace")];
    let server = Server::start_with(&[&options[..], &public].concat(), &variables);
    add_account(server.store(), "li", &["--role", "editor", "--no-password"]);
    server
}

/// A browser on its way to the provider.
struct Setting {
    cookie: String,
    sent_to: String,
}

fn set_out(server: &Server) -> Setting {
    let answer = server.get("/api/v1/session/oidc/start");
    assert_eq!(answer.status, 303, "{answer}");
    let cookie = cookies(&answer).remove("yuren_oidc").expect("a cookie");
    for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/api/v1/session/oidc", "Max-Age=600"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let cookie = cookie.split(';').next().expect("a name and a value").to_owned();
    Setting { cookie, sent_to: answer.header("location").expect("an address").to_owned() }
}

/// The cookies that an answer sets, by name.
fn cookies(answer: &Answer) -> std::collections::HashMap<String, String> {
    let set = answer.headers.iter().filter(|(name, _)| name == "set-cookie");
    set.map(|(_, cookie)| (cookie.split('=').next().expect("a name").to_owned(), cookie.clone())).collect()
}

fn come_back(server: &Server, cookie: &str, state: &str, code: &str) -> Answer {
    let path = format!("/api/v1/session/oidc/return?state={state}&code={code}&session_state=x");
    server.request("GET", &path, &[("Cookie", cookie)])
}

/// The whole way of somebody whom the provider calls by this name.
fn go(server: &Server, provider: &Provider, name: &str) -> Answer {
    let Setting { cookie, sent_to } = set_out(server);
    let (state, code) = provider.sign_in(&sent_to, name);
    come_back(server, &cookie, &state, &code)
}

fn assert_refused(answer: &Answer, problem: &str) {
    assert_eq!(answer.status, 303, "{answer}");
    assert_eq!(answer.header("location"), Some(format!("/edit.html#problem={problem}").as_str()), "{answer}");
    assert!(!cookies(answer).contains_key("yuren_session"), "{:?}", answer.headers);
}

fn session(answer: &Answer) -> String {
    assert_eq!((answer.status, answer.header("location")), (303, Some("/edit.html")), "{answer}");
    let cookie = cookies(answer).remove("yuren_session").expect("a session");
    for part in ["HttpOnly", "SameSite=Strict", "Secure", "Path=/api"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    cookie.split(';').next().expect("a name and a value").to_owned()
}

#[test]
fn whom_the_provider_names_has_a_session_as_by_password_and_the_log_knows_nothing_of_it() {
    let provider = Provider::start();
    let server = server(&provider);
    let listed = server.get("/api/v1/session/providers").json();
    assert_eq!(listed, json!({ "providers": [{ "name": "教育云", "start": "/api/v1/session/oidc/start" }] }));
    let Setting { cookie, sent_to } = set_out(&server);
    let (state, code) = provider.sign_in(&sent_to, "li");
    let cookie_of_session = session(&come_back(&server, &cookie, &state, &code));
    let known = server.request("GET", "/api/v1/session", &[("Cookie", &cookie_of_session)]).json();
    assert_eq!((&known["name"], &known["role"]), (&"li".into(), &"editor".into()));
    assert!(known["csrf_token"].as_str().is_some_and(|token| token.len() == 43), "{known}");
    let log = server.stop().stderr;
    assert!(log.contains("/api/v1/session/oidc/return"), "{log}");
    let (_, secret) = cookie.split_once('=').expect("a value");
    for told in [state.as_str(), &code, secret, SECRET, "000123", "access-token", "eyJ"] {
        assert!(!log.contains(told), "{told}: {log}");
    }
}

#[test]
fn without_a_provider_there_is_nothing_at_its_addresses() {
    let server = Server::shared();
    assert_eq!(server.get("/api/v1/session/providers").json(), json!({ "providers": [] }));
    for path in ["/api/v1/session/oidc/start", "/api/v1/session/oidc/return?state=a&code=b"] {
        assert_eq!(server.get(path).problem(404)["code"], "no_such_resource");
    }
}

#[test]
fn who_has_no_open_account_is_refused_and_none_is_made() {
    let provider = Provider::start();
    let server = server(&provider);
    for name in ["nobody", "LI", "", "li@example.cn", &"l".repeat(65)] {
        assert_refused(&go(&server, &provider, name), "no_account");
    }
    let listed = run(&["user", "list", "--store", server.store()]).stdout;
    assert_eq!(listed.lines().count(), 1, "{listed}");
    assert!(listed.contains("(no password)"), "{listed}");
    assert!(run(&["user", "disable", "li", "--store", server.store()]).status.success());
    assert_refused(&go(&server, &provider, "li"), "no_account");
}

#[test]
fn a_return_that_did_not_set_out_here_or_comes_again_signs_nobody_in() {
    let provider = Provider::start();
    let server = server(&provider);
    let Setting { cookie, sent_to } = set_out(&server);
    let (state, code) = provider.sign_in(&sent_to, "li");
    let other = set_out(&server);
    for (cookie, state) in [
        ("", state.as_str()),
        ("yuren_oidc=9999999999.AAAA.AAAA", &state),
        (&other.cookie, &state),
        (&cookie, "guessed"),
        (&cookie, ""),
    ] {
        assert_refused(&come_back(&server, cookie, state, &code), "sign_in_over");
    }
    assert_refused(&server.request("GET", "/api/v1/session/oidc/return", &[("Cookie", &cookie)]), "sign_in_over");
    session(&come_back(&server, &cookie, &state, &code));
    // The provider would take the code again: this is the server's own doing.
    assert_refused(&come_back(&server, &cookie, &state, &code), "sign_in_over");
}

#[test]
fn a_token_that_cannot_be_believed_signs_nobody_in() {
    let provider = Provider::start();
    let server = server(&provider);
    let lies: [(&'static str, Value); 6] = [
        ("nonce", "of another sign-in".into()),
        ("aud", "another client".into()),
        ("iss", "https://id.example.cn".into()),
        ("exp", 1_000_000_000.into()),
        ("preferred_username", Value::Null),
        ("preferred_username", 7.into()),
    ];
    for lie in lies {
        provider.behave(Behaviour { claims: vec![lie.clone()], ..Behaviour::default() });
        println!("{lie:?}");
        assert_refused(&go(&server, &provider, "li"), "not_confirmed");
    }
    provider.behave(Behaviour { signs_with: 1, ..Behaviour::default() });
    assert_refused(&go(&server, &provider, "li"), "not_confirmed");
    provider.behave(Behaviour::default());
    session(&go(&server, &provider, "li"));
    assert_eq!(provider.keys_asked(), 1, "its keys are kept");
}

#[test]
fn a_provider_that_signs_with_a_new_key_is_asked_for_its_keys_again() {
    let provider = Provider::start();
    let server = server(&provider);
    session(&go(&server, &provider, "li"));
    provider.behave(Behaviour { published: 1, signs_with: 1, ..Behaviour::default() });
    session(&go(&server, &provider, "li"));
    assert_eq!(provider.keys_asked(), 2);
}

#[test]
fn a_refusal_at_the_provider_and_a_code_that_is_none_sign_nobody_in() {
    let provider = Provider::start();
    let server = server(&provider);
    let Setting { cookie, sent_to } = set_out(&server);
    let (state, _) = provider.sign_in(&sent_to, "li");
    let path = format!("/api/v1/session/oidc/return?state={state}&error=access_denied&error_description=%3Cb%3E");
    assert_refused(&server.request("GET", &path, &[("Cookie", &cookie)]), "not_confirmed");
    let Setting { cookie, sent_to } = set_out(&server);
    let (state, _) = provider.sign_in(&sent_to, "li");
    assert_refused(&come_back(&server, &cookie, &state, "guessed"), "not_confirmed");
    // The code of one sign-in is not another's: the verifier that belongs to it is with another browser.
    let (_, foreign) = provider.sign_in(&set_out(&server).sent_to, "li");
    let Setting { cookie, sent_to } = set_out(&server);
    let (state, _) = provider.sign_in(&sent_to, "li");
    assert_refused(&come_back(&server, &cookie, &state, &foreign), "not_confirmed");
}

#[test]
fn a_provider_that_is_away_slow_or_senseless_is_told_so_and_passwords_go_on() {
    let provider = Provider::start();
    let server = server(&provider);
    add_account(server.store(), "wang", &["--role", "viewer"]);
    let start = || server.get("/api/v1/session/oidc/start");
    for answers in [Answers::Failure, Answers::Nonsense, Answers::TooMuch, Answers::Nothing] {
        provider.behave(Behaviour { answers: Some(answers), ..Behaviour::default() });
        assert_refused(&start(), "provider_away");
    }
    provider.behave(Behaviour::default());
    let Setting { cookie, sent_to } = set_out(&server);
    let (state, code) = provider.sign_in(&sent_to, "li");
    drop(provider);
    assert_refused(&come_back(&server, &cookie, &state, &code), "provider_away");
    assert_eq!(sign_in(&server, "wang", yuren_tests::editor::PASSWORD).status, 200);
}

#[test]
fn a_provider_that_speaks_no_tls_where_https_is_said_is_away() {
    let provider = Provider::start();
    let issuer = provider.issuer().replace("http:", "https:");
    let options = ["--oidc-issuer", &issuer, "--oidc-client-id", CLIENT, "--public-url", "https://map.example.cn"];
    let server = Server::start_with(&options, &[("YUREN_OIDC_CLIENT_SECRET", SECRET)]);
    assert_refused(&server.get("/api/v1/session/oidc/start"), "provider_away");
}

#[test]
fn an_account_without_a_password_is_refused_any_as_a_wrong_one() {
    let server = Server::start(None, &[]);
    add_account(server.store(), "li", &["--role", "editor", "--no-password"]);
    for password in ["", "any"] {
        assert_eq!(sign_in(&server, "li", password).problem(401), sign_in(&server, "nobody", password).problem(401));
    }
}

#[test]
fn a_provider_that_cannot_be_used_is_refused_at_the_start_with_a_sentence() {
    let refused = |options: &[&str], said: &str| {
        let ended = run(&[&["serve", "--listen", "127.0.0.1:0"], options].concat());
        assert!(!ended.status.success(), "{options:?}");
        assert!(ended.stderr.contains(said) && !ended.stderr.contains("panicked"), "{options:?}: {}", ended.stderr);
    };
    let named = |issuer| ["--oidc-issuer", issuer, "--oidc-client-id", CLIENT];
    let public = ["--public-url", "https://map.example.cn"];
    let secret = yuren_tests::Scratch::new();
    let file = secret.path().join("secret");
    std::fs::write(&file, format!("{SECRET}\n")).expect("a file");
    let by_file = ["--oidc-secret-file", file.to_str().expect("a path")];
    refused(&named("https://id.example.cn"), "--public-url");
    refused(&["--oidc-client-id", CLIENT], "--oidc-issuer");
    refused(&[&named("https://id.example.cn")[..], &public].concat(), "YUREN_OIDC_CLIENT_SECRET");
    refused(&[&named("http://id.example.cn")[..], &public, &by_file].concat(), "https");
    std::fs::write(&file, "short\n").expect("a file");
    refused(&[&named("https://id.example.cn")[..], &public, &by_file].concat(), "5 bytes");
}
