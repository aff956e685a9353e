//! Fills an example role with hours, fee and rules, all from the source `synthetic`, some left unknown.

use yuren_catalog::calendar::Notice;
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
    if role.hours.is_some() {
        role.admission = choice(&mut draw("admission"), profile.admission, 20).map(sourced);
    }
    role.notices = notices(kind, &mut draw("notices"));
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

/// A few venues and heritage sites have announced something, so that there is something to see.
fn notices(kind: RoleKind, draw: &mut Draw) -> Vec<Sourced<Notice>> {
    if !matches!(kind, RoleKind::Venue | RoleKind::Heritage) || !draw.percent(5) {
        return Vec::new();
    }
    let day = |text: &str| text.parse().expect("a date");
    let notice = |from: &str, to: &str, issued_on: &str, hours: &str, text: &str| {
        let (from, to, issued_on) = (day(from), Some(day(to)), day(issued_on));
        sourced(Notice { from, to, issued_on, hours: hours.to_owned(), text: Some(text.to_owned()) })
    };
    let works = notice("2026-11-16", "2026-12-31", "2026-11-09", "off", "示例公告：设施检修，闭馆");
    let partly = notice("2026-12-19", "2026-12-31", "2026-11-25", "Sa,Su 09:00-16:00", "示例公告：检修期间周末试开放");
    let evenings = notice("2026-11-20", "2027-03-31", "2026-11-18", "Tu-Su 10:00-16:00", "示例公告：冬季缩短开放时间");
    match draw.pick(&[0, 1, 2]) {
        0 => vec![works],
        1 => vec![works, partly],
        _ => vec![evenings],
    }
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
