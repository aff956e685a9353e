//! `/healthz`, `/readyz`, `/metrics`, and what the log keeps to itself.

use yuren_tests::{Server, encoded};

#[test]
fn a_running_server_is_healthy_and_ready() {
    let server = Server::shared();
    for path in ["/healthz", "/readyz"] {
        assert_eq!(server.get(path).status, 200, "{path}");
    }
}

#[test]
fn metrics_are_prometheus_text_and_count_requests() {
    let server = Server::start(None, &[]);
    let total = || {
        let text = server.get("/metrics").text();
        let samples = text.lines().filter(|line| !line.starts_with('#') && line.contains("requests_total"));
        samples.filter_map(|line| line.rsplit(' ').next()?.parse::<f64>().ok()).sum::<f64>()
    };
    let before = total();
    for _ in 0..5 {
        server.get("/api/v1/city");
    }
    assert!(total() >= before + 5.0, "{before} before");
    let answer = server.get("/metrics");
    let is_text = answer.media_type() == "text/plain";
    let is_open_metrics = answer.media_type() == "application/openmetrics-text";
    assert!(is_text || is_open_metrics, "{answer}");
    assert!(answer.text().lines().any(|line| line.starts_with("# TYPE ")), "{answer}");
    assert!(is_text || answer.text().ends_with("# EOF\n"), "OpenMetrics ends with a word of its own: {answer}");
}

/// Text that must not be in a log or in metrics: points and words that people asked for.
const PRIVATE: [&str; 7] = ["119.4321987", "32.4123789", "119.51", "sxhmm", "瘦西湖边", "%E7%98%A6", "fb-pri"];

#[test]
fn neither_the_log_nor_the_metrics_hold_a_point_or_a_word_that_was_asked_for() {
    let server = Server::start(None, &[("RUST_LOG", "debug"), ("YUREN_LOG", "debug")]);
    for path in [
        "/api/v1/places/nearest?lon=119.4321987&lat=32.4123789&k=3".to_owned(),
        "/api/v1/places/nearest?lon=119.4321987&lat=132.4123789".to_owned(),
        "/api/v1/places?near=119.4321987,32.4123789&radius_m=700".to_owned(),
        "/api/v1/places?bbox=119.51,32.4123789,119.52,32.42".to_owned(),
        "/api/v1/search?q=sxhmm&lon=119.4321987&lat=32.4123789".to_owned(),
        format!("/api/v1/search?q={}", encoded("瘦西湖边")),
        "/api/v1/search?q=sxhmm&nonsense=fb-pri".to_owned(),
        "/fb-pri/119.4321987,32.4123789".to_owned(),
    ] {
        server.get(&path);
        server.request("GET", "/api/v1/city", &[("Referer", &format!("{}{path}", server.base()))]);
    }
    server.raw(b"GET /api/v1/search?q=sxhmm HTTP/1.1\r\nHost: fb-pri\r\nbroken header\r\n\r\n");
    let metrics = server.get("/metrics").text();
    let ended = server.stop();
    for private in PRIVATE {
        assert!(!metrics.contains(private), "{private} is in the metrics");
        let line = ended.stderr.lines().chain(ended.stdout.lines()).find(|line| line.contains(private));
        assert!(line.is_none(), "{private} is in the log: {line:?}");
    }
}
