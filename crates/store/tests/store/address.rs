//! Addresses of stores.

use yuren_store::StoreAddress;

fn shown(text: &str) -> String {
    text.parse::<StoreAddress>().unwrap_or_else(|error| panic!("{text}: {error}")).to_string()
}

#[test]
fn an_address_shows_everything_but_its_password() {
    assert_eq!(shown("sqlite:var/yangzhou.db"), "sqlite:var/yangzhou.db");
    assert_eq!(shown("sqlite:/srv/a.db?max_page_count=500"), "sqlite:/srv/a.db");
    assert_eq!(shown("postgres://u:s3cret@h1:1,h2:2/db"), "postgres://u@h1:1,h2:2/db");
    assert_eq!(shown("postgresql://u:p%40ss@[::1]:5432/db?application_name=x"), "postgres://u@[::1]:5432/db");
    let address: StoreAddress = "postgres://u:s3cret@h1/db?password=s3cret".parse().unwrap();
    assert!(!format!("{address:?} {address}").contains("s3cret"));
}

#[test]
fn what_is_no_address_is_refused_with_what_is_wrong() {
    let long = format!("sqlite:{}", "x".repeat(3_000));
    let many = format!("postgres://{}/db", ["h"; 9].join(","));
    for (text, problem) in [
        ("mysql://h/db", "begins with neither"),
        ("sqlite:", "names no file"),
        ("sqlite::memory:", "names no file"),
        ("sqlite:a.db?max_page_count=0", "at least 1"),
        ("sqlite:a.db?mode=ro", "max_page_count"),
        ("postgres://u@h", "names no database"),
        ("postgres://u@h/", "names no database"),
        ("postgres://u@h1,/db", "hosts is empty"),
        ("postgres://u@h:port/db", "port"),
        ("postgres://u:s3cret@h/db?sslmode=verify-full", "TLS"),
        (long.as_str(), "3007 bytes"),
        (many.as_str(), "9 hosts"),
    ] {
        let refusal = text.parse::<StoreAddress>().unwrap_err().to_string();
        assert!(refusal.contains(problem) && !refusal.contains("s3cret"), "{text}: {refusal}");
    }
}
