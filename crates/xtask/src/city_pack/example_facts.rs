//! Fills an example role with hours, fee and rules, all from the source `synthetic`, some left unknown.

use yuren_catalog::{Fee, Role, RoleKind, Sourced};

use super::draw::Draw;
use super::profiles::Profile;
use super::{provenance, role};

/// An example role of the place with this key: its claim and all its facts are synthetic.
pub(super) fn example_role(place_key: &str, kind: RoleKind, profile: &Profile) -> Role {
    let mut role = role(place_key, kind, "synthetic");
    // A stream for each fact, so that a choice added to one changes no other.
    let draw = |fact: &str| Draw::of(&["fact", place_key, kind.as_str(), fact]);
    role.hours = choice(&mut draw("hours"), profile.hours, 12).map(|hours| sourced(hours.to_owned()));
    role.fee = choice(&mut draw("fee"), profile.fees, 0).filter(|&fee| fee != Fee::Unknown).map(sourced);
    role.audience = choice_of(&mut draw("audience"), profile.audience, 25);
    role.booking = choice_of(&mut draw("booking"), profile.booking, 25);
    role.capacity = capacity(&mut draw("capacity"), profile.capacity, 20);
    role.visit_minutes = choice(&mut draw("visit_minutes"), profile.visit_minutes, 15).map(sourced);
    role
}

/// One of the choices, or `None` in so many of a hundred cases.
fn choice<T: Copy>(draw: &mut Draw, choices: &[T], unknown_percent: u8) -> Option<T> {
    let unknown = draw.percent(unknown_percent);
    (!unknown && !choices.is_empty()).then(|| draw.pick(choices))
}

fn choice_of<T: Clone>(draw: &mut Draw, choices: &[T], unknown_percent: u8) -> Option<Sourced<T>> {
    let indices: Vec<usize> = (0..choices.len()).collect();
    choice(draw, &indices, unknown_percent).map(|i| sourced(choices[i].clone()))
}

/// In whole fives; small ones are likelier than large ones.
fn capacity(draw: &mut Draw, [low, high]: [u32; 2], unknown_percent: u8) -> Option<Sourced<u32>> {
    if draw.percent(unknown_percent) {
        return None;
    }
    let share = draw.unit() * draw.unit();
    let persons = f64::from(low) + share * f64::from(high - low);
    Some(sourced((persons / 5.0).round() as u32 * 5))
}

fn sourced<T>(value: T) -> Sourced<T> {
    Sourced { value, provenance: provenance("synthetic") }
}
