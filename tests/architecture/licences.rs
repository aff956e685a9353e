//! Which licences come in. `deny.toml` holds the list; this test reads it, so that no tool needs to be installed.

use serde_json::Value;
use yuren_tests::repository;

use crate::folders::npm_locks;
use crate::workspace::{packages, read};

/// What npm packages may have besides: fonts, tools that are run and not shipped, and what its author gave up all rights to.
const NPM_ALSO: [&str; 6] = ["0BSD", "BlueOak-1.0.0", "MPL-2.0", "OFL-1.1", "Python-2.0", "Unlicense"];

/// The licences that `deny.toml` allows.
fn allowed() -> Vec<String> {
    let deny: toml::Table = read(&repository().join("deny.toml")).parse().expect("deny.toml");
    let list = deny["licenses"]["allow"].as_array().expect("a list of licences");
    list.iter().map(|licence| licence.as_str().expect("a licence").to_owned()).collect()
}

/// Whether some choice that the SPDX expression offers is allowed in full. The old `MIT/Apache-2.0` means OR.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let verdict = any_of(&mut rest, allowed);
    verdict && rest.is_empty()
}

/// `A OR B OR …`, AND binding tighter.
fn any_of(rest: &mut &[&str], allowed: &[String]) -> bool {
    let mut verdict = all_of(rest, allowed);
    while let Some(("OR", after)) = rest.split_first().map(|(word, after)| (*word, after)) {
        *rest = after;
        verdict |= all_of(rest, allowed);
    }
    verdict
}

/// `A AND B AND …`.
fn all_of(rest: &mut &[&str], allowed: &[String]) -> bool {
    let mut verdict = one(rest, allowed);
    while let Some(("AND", after)) = rest.split_first().map(|(word, after)| (*word, after)) {
        *rest = after;
        verdict &= one(rest, allowed);
    }
    verdict
}

/// A licence, one with an exception, or a group in parentheses.
fn one(rest: &mut &[&str], allowed: &[String]) -> bool {
    let Some((&word, after)) = rest.split_first() else { return false };
    *rest = after;
    if word == "(" {
        let verdict = any_of(rest, allowed);
        let closed = rest.first() == Some(&")");
        *rest = rest.get(1..).unwrap_or_default();
        return verdict && closed;
    }
    let mut licence = word.to_owned();
    if let [with @ "WITH", exception, after @ ..] = *rest {
        licence = format!("{licence} {with} {exception}");
        *rest = after;
    }
    allowed.contains(&licence)
}

#[test]
fn expressions_are_read_as_spdx_says() {
    let allowed = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
    for good in
        ["MIT", "MIT/GPL-3.0", "GPL-2.0 OR MIT", "(MIT AND Apache-2.0) OR GPL-3.0", "Apache-2.0 WITH LLVM-exception"]
    {
        assert!(is_allowed(good, &allowed), "{good}");
    }
    for bad in ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND AGPL-3.0", "", "MIT)", "MIT WITH Odd-exception"]
    {
        assert!(!is_allowed(bad, &allowed), "{bad}");
    }
}

#[test]
fn copyleft_is_not_on_the_list() {
    assert!(!allowed().iter().any(|licence| licence.contains("GPL")), "{:?}", allowed());
}

#[test]
fn every_rust_package_has_an_allowed_licence() {
    let allowed = allowed();
    for package in packages() {
        let licence = package["license"].as_str().unwrap_or("none stated");
        assert!(is_allowed(licence, &allowed), "{} {}: {licence}", package["name"], package["version"]);
    }
}

#[test]
fn every_npm_package_has_an_allowed_licence() {
    let mut allowed = allowed();
    allowed.extend(NPM_ALSO.map(str::to_owned));
    for path in npm_locks() {
        let lock: Value = serde_json::from_str(&read(&path)).expect("a lock file");
        for (name, package) in lock["packages"].as_object().expect("packages") {
            let licence = package["license"].as_str().unwrap_or("none stated");
            assert!(name.is_empty() || is_allowed(licence, &allowed), "{}: {name}: {licence}", path.display());
        }
    }
}
