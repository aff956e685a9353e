//! Entity tags, 304, compression and `Vary`.

use yuren_tests::Server;

/// One of each kind of answer, each about a time that does not pass: what is open "now" is said to the minute.
const ANSWERS: [&str; 10] = [
    "/api/v1/city",
    "/api/v1/places/nearest?lon=119.43&lat=32.4&k=20&open_at=2026-12-02T10:00",
    "/api/v1/places?region=321002&limit=50&open_at=2026-12-02T10:00",
    // A district: of a place it would say whether it is open now.
    "/api/v1/search?q=%E5%B9%BF%E9%99%B5%E5%8C%BA&limit=1",
    "/api/v1/tiles/places.json",
    "/api/v1/tiles/places/12/3406/1657.mvt",
    "/api/v1/tiles/boundaries/9/425/207.mvt",
    "/api/v1/style.json",
    "/openapi.json",
    "/",
];

#[test]
fn an_answer_that_is_known_already_is_not_sent_again() {
    let server = Server::shared();
    for path in ANSWERS {
        let first = server.get(path);
        assert_eq!(first.status, 200, "{first}");
        let etag = first.header("etag").unwrap_or_else(|| panic!("{path} has no ETag")).to_owned();
        assert_eq!(server.get(path).header("etag"), Some(etag.as_str()), "{path}: the same answer has the same ETag");
        let list = format!("\"something-else\", {etag}");
        let weak = format!("W/{}", etag.trim_start_matches("W/"));
        for known in [etag.as_str(), "*", &list, &weak] {
            let again = server.request("GET", path, &[("If-None-Match", known)]);
            assert_eq!((again.status, again.body.len()), (304, 0), "{path} with If-None-Match: {known}");
            assert_eq!(again.header("etag"), Some(etag.as_str()), "{path}");
        }
        let other = server.request("GET", path, &[("If-None-Match", "\"something-else\"")]);
        assert_eq!(other.status, 200, "{path}");
    }
}

#[test]
fn another_question_has_another_etag() {
    let server = Server::shared();
    let etag = |path: &str| server.get(path).header("etag").map(str::to_owned);
    assert_ne!(etag("/api/v1/places?region=321002&limit=50"), etag("/api/v1/places?region=321003&limit=50"));
    assert_ne!(etag("/api/v1/tiles/places/12/3406/1657.mvt"), etag("/api/v1/tiles/places/12/3406/1657.mvt?fee=paid"));
}

#[test]
fn answers_are_compressed_for_those_who_can_read_it_and_say_the_same() {
    let server = Server::shared();
    for path in ANSWERS {
        let plain = server.get(path);
        assert_eq!(plain.header("content-encoding"), None, "{path}");
        for (asked, expected) in
            [("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br", "br"), ("br;q=0.1, gzip", "gzip")]
        {
            let packed = server.request("GET", path, &[("Accept-Encoding", asked)]);
            // A few hundred bytes may be sent as they are.
            if plain.body.len() > 1500 {
                assert_eq!(packed.header("content-encoding"), Some(expected), "{path} for {asked}");
                assert!(packed.body.len() < plain.body.len(), "{path} for {asked}");
            }
            assert_eq!(packed.decoded(), plain.body, "{path} for {asked}");
        }
        for refused in ["identity", "gzip;q=0, br;q=0", "zstd"] {
            let answer = server.request("GET", path, &[("Accept-Encoding", refused)]);
            assert_eq!(answer.header("content-encoding"), None, "{path} for {refused}");
        }
    }
}

#[test]
fn caches_are_told_that_the_encoding_varies() {
    let server = Server::shared();
    for path in ANSWERS {
        for headers in [&[][..], &[("Accept-Encoding", "gzip")], &[("Accept-Encoding", "br"), ("If-None-Match", "*")]] {
            let answer = server.request("GET", path, headers);
            assert!(answer.list("vary").contains(&"accept-encoding".to_owned()), "{path} {headers:?}");
        }
    }
}

#[test]
fn a_compressed_answer_is_known_by_the_etag_it_came_with() {
    let server = Server::shared();
    for path in ANSWERS {
        for encoding in ["gzip", "br"] {
            let first = server.request("GET", path, &[("Accept-Encoding", encoding)]);
            let etag = first.header("etag").unwrap_or_else(|| panic!("{path}")).to_owned();
            let again = server.request("GET", path, &[("Accept-Encoding", encoding), ("If-None-Match", &etag)]);
            assert_eq!(again.status, 304, "{path} in {encoding}");
        }
    }
}

#[test]
fn a_strong_etag_stands_for_one_sequence_of_bytes() {
    let server = Server::shared();
    for path in ANSWERS {
        let plain = server.get(path);
        let packed = server.request("GET", path, &[("Accept-Encoding", "gzip")]);
        let (one, other) = (plain.header("etag").unwrap_or_default(), packed.header("etag").unwrap_or_default());
        let differs = plain.body != packed.body;
        assert!(!differs || one != other || one.starts_with("W/"), "{path}: {one} stands for two sequences of bytes");
    }
}

#[test]
fn assets_are_kept_for_good_and_the_page_is_asked_for_again() {
    let server = Server::shared();
    let page = server.get("/").text();
    let asset =
        page.split('"').find(|part| part.contains("assets/") && part.strip_suffix(".js").is_some()).expect("a script");
    let path = format!("/{}", asset.trim_start_matches("./").trim_start_matches('/'));
    let script = server.get(&path);
    assert_eq!(script.status, 200, "{script}");
    let kept = script.list("cache-control");
    assert!(kept.contains(&"immutable".to_owned()) && kept.iter().any(|word| word.starts_with("max-age=")), "{kept:?}");
    assert!(!server.get("/").list("cache-control").contains(&"immutable".to_owned()));
    let etag = script.header("etag").expect("an ETag").to_owned();
    assert_eq!(server.request("GET", &path, &[("If-None-Match", &etag)]).status, 304);
}
