//! Which roles a place must have.

use yuren_catalog::{RoleKind, Status};

use crate::fixture::{SCHOOL, findings, no_finding, one_finding, sound_pack};

#[test]
fn a_place_has_a_role() {
    one_finding(
        |pack| {
            let mut bare = pack.places[SCHOOL].clone();
            bare.id = "p-bare".parse().unwrap();
            bare.position.point = crate::fixture::point(119.47, 32.41);
            bare.roles.clear();
            pack.places.push(bare);
        },
        "error places/321002.geojson, p-bare, roles: the place has no role; give it a role, or remove it",
    );
}

#[test]
fn stations_and_lead_schools_stand_in_schools() {
    let mut pack = sound_pack();
    pack.places[SCHOOL].roles[0].kind = RoleKind::DemoStation;
    pack.city.declared[RoleKind::School as usize].count = 0;
    pack.city.declared[RoleKind::DemoStation as usize].count = 1;
    let told = |i: usize, kind: &str| {
        format!(
            "error places/321002.geojson, p-school, roles[{i}].kind: {kind} stands only in a school, and this place is \
             none; add the role school, or move this one to a school"
        )
    };
    assert_eq!(findings(pack.to_files()), [told(1, "waiting_station"), told(2, "lead_parent_school")]);
}

#[test]
fn a_withdrawn_station_needs_no_school() {
    no_finding(|pack| {
        pack.places[SCHOOL].roles.iter_mut().for_each(|role| role.status = Status::Withdrawn);
        for kind in [RoleKind::School, RoleKind::WaitingStation, RoleKind::LeadParentSchool] {
            pack.city.declared[kind as usize].count = 0;
        }
    });
}
