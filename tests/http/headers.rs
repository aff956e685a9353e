//! Headers that every answer carries, and HEAD.

use yuren_tests::Server;

const PATHS: [&str; 8] = [
    "/",
    "/api/v1/city",
    // Of one moment: what is open "now" is said to the minute.
    "/api/v1/places/nearest?lon=119.43&lat=32.4&open_at=2026-12-02T10:00",
    "/api/v1/places/nearest?lat=91",
    "/api/v1/tiles/places/12/3406/1657.mvt",
    "/nowhere",
    "/healthz",
    "/openapi.json",
];

#[test]
fn every_answer_is_guarded() {
    let server = Server::shared();
    for path in PATHS {
        let answer = server.get(path);
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert!(answer.header("referrer-policy").is_some_and(|policy| policy.contains("no-referrer")), "{path}");
        let policy = answer.header("content-security-policy").unwrap_or_else(|| panic!("{path} has no CSP"));
        let is_framed = answer.header("x-frame-options") == Some("DENY") || policy.contains("frame-ancestors 'none'");
        assert!(is_framed, "{path} may be framed");
    }
}

#[test]
fn the_page_runs_no_inline_script_and_loads_from_nowhere_else() {
    let server = Server::shared();
    let answer = server.get("/");
    let policy = answer.header("content-security-policy").expect("a CSP");
    let directive = |name: &str| {
        let found = policy.split(';').map(str::trim).find(|directive| directive.starts_with(&format!("{name} ")));
        found.map(|directive| directive.split_whitespace().skip(1).collect::<Vec<_>>())
    };
    let default = directive("default-src").expect("default-src");
    let scripts = directive("script-src").unwrap_or_else(|| default.clone());
    assert!(!scripts.contains(&"'unsafe-inline'") && !scripts.contains(&"'unsafe-eval'"), "{policy}");
    for word in policy.split_whitespace() {
        assert!(!word.starts_with("http") && word != "*", "{policy}");
    }
    assert!(directive("object-src").unwrap_or(default).contains(&"'none'"), "{policy}");
    for script in answer.text().split("<script").skip(1) {
        let (attributes, rest) = script.split_once('>').expect("a whole tag");
        let is_data = attributes.contains("application/");
        let content = rest.split("</script>").next().unwrap_or_default().trim();
        assert!(is_data || content.is_empty(), "an inline script: {content}");
    }
}

#[test]
fn head_is_get_without_the_body() {
    let server = Server::shared();
    for path in PATHS {
        let (get, head) = (server.get(path), server.request("HEAD", path, &[]));
        assert_eq!(head.status, get.status, "{path}");
        assert!(head.body.is_empty(), "{path}");
        for name in ["content-type", "etag", "vary", "cache-control", "content-security-policy"] {
            assert_eq!(head.header(name), get.header(name), "{path}: {name}");
        }
    }
}

#[test]
fn the_page_is_chinese_html() {
    let answer = Server::shared().get("/");
    assert_eq!(answer.media_type(), "text/html");
    let text = answer.text();
    assert!(text.contains("<html lang=\"zh") && text.contains("<title>"), "{text}");
}

#[test]
fn nobody_is_told_what_software_runs() {
    let server = Server::shared();
    for path in PATHS {
        let answer = server.get(path);
        assert_eq!((answer.header("server"), answer.header("x-powered-by")), (None, None), "{path}");
    }
}
