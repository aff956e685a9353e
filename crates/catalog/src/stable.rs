//! Ids that follow from a key, and the hash behind them: the same on every machine and in every version.
//!
//! Whoever makes a place from a row of a list derives its id from the list's key and the row's, so that the same row gives
//! the same place whenever it is read.

use crate::{ActivityId, CourseId, PlaceId, RoleId, RoleKind, StudyRouteId};

/// The id of the place with this stable key, such as `stats:321002001001`.
pub fn place_id(key: &str) -> PlaceId {
    format!("p-{}", short(&["place", key])).parse().expect("letters, digits and a hyphen")
}

/// The id of the role of this kind that the place with this stable key bears.
pub fn role_id(place_key: &str, kind: RoleKind) -> RoleId {
    format!("r-{}", short(&["role", place_key, kind.as_str()])).parse().expect("letters, digits and a hyphen")
}

/// The id of the activity with this stable key, which its list or its place, title and beginning make.
pub fn activity_id(key: &str) -> ActivityId {
    format!("a-{}", short(&["activity", key])).parse().expect("letters, digits and a hyphen")
}

/// The id of the course with this stable key.
pub fn course_id(key: &str) -> CourseId {
    format!("c-{}", short(&["course", key])).parse().expect("letters, digits and a hyphen")
}

/// The id of the study route with this stable key.
pub fn study_route_id(key: &str) -> StudyRouteId {
    format!("s-{}", short(&["study_route", key])).parse().expect("letters, digits and a hyphen")
}

/// FNV-1a over the parts, each closed by a unit separator so that `["ab","c"]` and `["a","bc"]` differ, then mixed by the
/// finaliser of splitmix64, since FNV's high bits are weak in short texts.
///
/// Sources: Fowler, Noll and Vo, `draft-eastlake-fnv`; Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators" (2014).
pub fn hash(parts: &[&str]) -> u64 {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain([0x1f]) {
            state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    mix(state)
}

/// The finaliser of splitmix64.
pub fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Twelve characters of base 32 (a–z without i, l, o and u, and 0–9) of the hash: 60 bits.
fn short(parts: &[&str]) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let hash = hash(parts);
    (0..12).map(|i| char::from(DIGITS[(hash >> (5 * i)) as usize & 31])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_never_changes_once_it_is_given() {
        assert_eq!(place_id("stats:321002001002").as_str(), "p-ays14bn7qee2");
        assert_eq!(activity_id("list:7").as_str(), "a-7vp3kjesp96q");
        assert_eq!(course_id("list:7").as_str(), "c-nm9fsbvhrdg0");
        assert_eq!(study_route_id("list:7").as_str(), "s-8sh5rcatn015");
        assert_eq!(role_id("stats:321002001002", RoleKind::ParentSchool).as_str(), "r-vzf75s3s7sr4");
    }
}
