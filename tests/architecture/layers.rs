//! Who may use whom.

use crate::workspace::{Member, members};

/// A crate under `crates/`, what it may use of ours, and whether it is pure: no input or output, no clock, no async.
pub(crate) struct Layer {
    pub(crate) name: &'static str,
    pub(crate) may_use: &'static [&'static str],
    pub(crate) pure: bool,
}

/// The table of layers, lowest first.
pub(crate) const LAYERS: [Layer; 12] = [
    Layer { name: "geodesy", may_use: &[], pure: true },
    Layer { name: "calendar", may_use: &[], pure: true },
    Layer { name: "catalog", may_use: &["calendar", "geodesy"], pure: true },
    Layer { name: "index", may_use: &["catalog", "calendar", "geodesy"], pure: true },
    Layer { name: "network", may_use: &["geodesy"], pure: true },
    Layer { name: "coverage", may_use: &["network", "calendar", "geodesy"], pure: true },
    Layer { name: "itinerary", may_use: &["network", "calendar", "geodesy"], pure: true },
    Layer { name: "tiles", may_use: &["index", "catalog", "calendar", "geodesy"], pure: true },
    Layer { name: "ingest", may_use: &["index", "catalog", "calendar", "geodesy"], pure: true },
    Layer { name: "store", may_use: &["catalog", "calendar", "geodesy"], pure: false },
    Layer {
        name: "server",
        may_use: &[
            "store",
            "ingest",
            "tiles",
            "itinerary",
            "coverage",
            "network",
            "index",
            "catalog",
            "calendar",
            "geodesy",
        ],
        pure: false,
    },
    Layer { name: "cli", may_use: &["server", "web"], pure: false },
];

/// What a member uses of ours. What tests share is no layer: [`what_tests_share_is_used_by_tests_alone`].
fn ours(member: &Member) -> impl Iterator<Item = &str> {
    member.uses.iter().filter_map(|used| used.strip_prefix("yuren-")).filter(|used| *used != "tests")
}

#[test]
fn every_crate_stands_in_the_table_of_layers() {
    let chores = ["xtask", "city-pack", "web", "tests", "benches"];
    for member in members().iter().filter(|member| !chores.contains(&member.name.as_str())) {
        assert!(LAYERS.iter().any(|layer| layer.name == member.name), "{} has no row in LAYERS", member.name);
        let folder = member.folder.file_name().and_then(|name| name.to_str());
        assert_eq!(folder, Some(member.name.as_str()), "a package is named after its folder");
    }
}

#[test]
fn a_crate_uses_only_the_layers_it_may() {
    let members = members();
    for layer in &LAYERS {
        let member = members.iter().find(|member| member.name == layer.name);
        let member = member.unwrap_or_else(|| panic!("{} is in the table and not in the workspace", layer.name));
        for used in ours(member) {
            assert!(layer.may_use.contains(&used), "{} uses {used}; it may use {:?}", layer.name, layer.may_use);
        }
    }
}

#[test]
fn only_the_binary_is_handed_the_page() {
    for member in members().iter().filter(|member| member.name != "cli") {
        assert!(ours(member).all(|used| used != "web"), "{} uses the page", member.name);
    }
}

#[test]
fn what_tests_share_is_used_by_tests_alone() {
    for member in members() {
        assert!(!member.builds_on.iter().any(|used| used == "yuren-tests"), "{} is built on tests", member.name);
    }
}
