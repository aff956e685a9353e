//! Places that let one in on arrival: the index against asking each place for itself.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use proptest::prelude::*;
use yuren_catalog::calendar::{
    Admission, Calendar, DaySchedule, Entry, EntryState, PublicCalendar, Terms, Timing, YearNotice,
};
use yuren_catalog::{Booking, Fee, Place, Role, RoleKind, SourceKey, Sourced, Status};
use yuren_geodesy::{LonLat, Wgs84, geodesic_m};
use yuren_index::{Filter, Pace, Snapshot, Visit};

use crate::support::{code, pack, place, role};

const WALK: Pace = Pace { metres_a_minute: 75.0, detour: 1.35 };
const HOURS: [Option<&str>; 7] = [
    None,
    Some("24/7"),
    Some("Mo-Fr 09:00-17:00; PH off"),
    Some("Tu-Su 09:00-11:30,13:30-17:00; PH 09:00-17:00"),
    Some("Mo-Su 18:00-02:00"),
    Some("周一闭馆"),
    Some("Sa,Su 09:00-16:00; SH Mo-Fr 09:00-11:00"),
];

fn calendar() -> Calendar {
    let notice = YearNotice::from_toml(include_bytes!("../../../../data/calendar/cn-2026.toml")).unwrap();
    Calendar { public: PublicCalendar::new(vec![notice]).unwrap(), school_years: Vec::new() }
}

fn sourced<T>(value: T, source: &SourceKey) -> Sourced<T> {
    Sourced {
        value,
        provenance: yuren_catalog::Provenance { source: source.clone(), checked_on: None, checked_by: None },
    }
}

#[derive(Clone, Debug)]
struct RoleDraft {
    kind: RoleKind,
    fee: Fee,
    hours: usize,
    last_admission: Option<u16>,
    needs_booking: bool,
    status: Status,
}

fn a_role() -> impl Strategy<Value = RoleDraft> {
    let kind = prop::sample::select(&[RoleKind::Venue, RoleKind::School]);
    let fee = prop::sample::select(&Fee::ALL);
    let status = prop_oneof![6 => Just(Status::Active), 1 => Just(Status::Suspended), 1 => Just(Status::Withdrawn)];
    (kind, fee, 0..HOURS.len(), prop::option::of(0_u16..60), any::<bool>(), status).prop_map(
        |(kind, fee, hours, last_admission, needs_booking, status)| RoleDraft {
            kind,
            fee,
            hours,
            last_admission,
            needs_booking,
            status,
        },
    )
}

fn places() -> impl Strategy<Value = Vec<Place>> {
    let place_at = (119.3_f64..119.5, 32.3_f64..32.5, prop::collection::vec(a_role(), 1..4));
    prop::collection::vec(place_at, 1..40).prop_map(|drafts| {
        let source: SourceKey = "list".into();
        let one = |(i, (lon, lat, roles)): (usize, (f64, f64, Vec<RoleDraft>))| {
            let mut place = place(&format!("p-{i:03}"), "馆", lon, lat, &code("321002"), &source);
            place.roles = roles
                .into_iter()
                .enumerate()
                .map(|(r, draft)| {
                    let mut role = role(&format!("r-{i}-{r}"), draft.kind, Some(draft.fee), &source);
                    role.status = draft.status;
                    role.hours = HOURS[draft.hours].map(|hours| sourced(hours.to_owned(), &source));
                    let admission = Admission { last_admission_minutes: draft.last_admission, ..Admission::default() };
                    role.admission = Some(sourced(admission, &source));
                    let booking = Booking { required: draft.needs_booking, ..Booking::default() };
                    role.booking = Some(sourced(booking, &source));
                    role
                })
                .collect();
            place
        };
        drafts.into_iter().enumerate().map(one).collect()
    })
}

/// Whether the role lets somebody in at an instant, asked for itself and without the index.
fn lets_in(calendar: &Calendar, role: &Role, at: NaiveDateTime, would_book: bool) -> bool {
    let terms = Terms {
        hours: role.hours.as_ref().map(|hours| hours.value.as_str()),
        admission: role.admission.as_ref().map(|admission| admission.value).unwrap_or_default(),
        booking_only: role.booking.as_ref().is_some_and(|booking| booking.value.required),
        suspended: role.status == Status::Suspended,
    };
    let timing = Timing::new(terms, []);
    let entry = Entry::new(&timing, &|date| Arc::new(DaySchedule::new(&timing, calendar, date)), at);
    entry.state == EntryState::Open || would_book && entry.state == EntryState::BookingOnly
}

fn moment(day: u64, minute: i64) -> NaiveDateTime {
    let date = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(day);
    date.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::minutes(minute)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn the_nearest_open_ones_are_those_that_each_place_says_of_itself(
        places in places(),
        (lon, lat) in (119.3_f64..119.5, 32.3_f64..32.5),
        day in 0_u64..360,
        minute in 0_i64..1_440,
        walks in any::<bool>(),
        would_book in any::<bool>(),
        of_kind in prop::option::of(Just(RoleKind::Venue)),
    ) {
        let mut city = pack(places, Vec::new());
        city.calendar = calendar();
        let snapshot = Snapshot::new(city, 1);
        let from: LonLat<Wgs84> = LonLat::new(lon, lat).unwrap();
        let filter = Filter { roles: of_kind.into_iter().collect(), ..Filter::default() };
        let visit = Visit { leaves: moment(day, minute), pace: walks.then_some(WALK), until: None, would_book };

        let found = snapshot.nearest_open(from, 10, Some(8_000.0), &filter, &visit).hits;
        let mut expected: Vec<(u64, usize)> = Vec::new();
        for (i, place) in snapshot.places().iter().enumerate() {
            let distance_m = geodesic_m(from, place.position.point);
            // 4.5 km/h over 1.35 times the straight line, in whole minutes rounded up.
            let minutes = if walks { (distance_m * 1.35 / 75.0).ceil() } else { 0.0 };
            let arrival = visit.leaves + TimeDelta::minutes(minutes as i64);
            let is_open = |role: &Role| {
                role.status != Status::Withdrawn
                    && of_kind.is_none_or(|kind| kind == role.kind)
                    && lets_in(snapshot.calendar(), role, arrival, would_book)
            };
            if distance_m <= 8_000.0 && place.roles.iter().any(is_open) {
                expected.push(((distance_m * 1_000.0).round() as u64, i));
            }
        }
        expected.sort_unstable();
        let expected: Vec<usize> = expected.into_iter().map(|(_, i)| i).collect();
        let within = snapshot.within_radius_open(from, 8_000.0, &filter, &visit);
        prop_assert_eq!(within.iter().map(|hit| hit.place as usize).collect::<Vec<_>>(), &*expected);
        let nearest: Vec<usize> = expected.into_iter().take(10).collect();
        prop_assert_eq!(found.iter().map(|hit| hit.place as usize).collect::<Vec<_>>(), nearest);
    }

    #[test]
    fn a_span_of_time_will_do_where_any_minute_of_it_does(
        places in places(),
        day in 0_u64..360,
        minute in 0_i64..1_440,
        minutes in 0_i64..3_000,
        would_book in any::<bool>(),
    ) {
        let mut city = pack(places, Vec::new());
        city.calendar = calendar();
        let snapshot = Snapshot::new(city, 1);
        let filter = Filter::default();
        let leaves = moment(day, minute);
        let until = leaves + TimeDelta::minutes(minutes);
        let visit = Visit { leaves, pace: None, until: Some(until), would_book };
        let mut any_moment = snapshot.lets_in(&filter, &visit);
        for (i, place) in snapshot.places().iter().enumerate() {
            let moments = || (0..=minutes).map(|minute| leaves + TimeDelta::minutes(minute));
            let at_once = |at| {
                let visit = Visit { leaves: at, pace: None, until: None, would_book };
                snapshot.lets_in(&filter, &visit)(i as u32, None)
            };
            prop_assert_eq!(any_moment(i as u32, None), moments().any(at_once), "{:?}", place.roles);
        }
    }
}

#[test]
fn what_is_not_known_to_be_open_is_never_found_by_asking_for_what_is_open() {
    let source: SourceKey = "list".into();
    let mut unknown = place("p-1", "馆", 119.4, 32.4, &code("321002"), &source);
    unknown.roles = vec![role("r-1", RoleKind::Venue, None, &source)];
    let mut as_text = place("p-2", "馆", 119.4, 32.4, &code("321002"), &source);
    as_text.roles = vec![role("r-2", RoleKind::Venue, None, &source)];
    as_text.roles[0].hours = Some(sourced("全年开放".to_owned(), &source));
    let snapshot = Snapshot::new(pack(vec![unknown, as_text], Vec::new()), 1);
    let from = LonLat::new(119.4, 32.4).unwrap();
    let visit = Visit { leaves: moment(62, 600), pace: None, until: None, would_book: true };
    assert!(snapshot.nearest_open(from, 10, None, &Filter::default(), &visit).hits.is_empty());
    assert_eq!(snapshot.nearest(from, 10, None, &Filter::default()).hits.len(), 2);
}
