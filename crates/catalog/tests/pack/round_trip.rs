//! Writing and reading are inverses.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use yuren_catalog::calendar::{Admission, ClockTime, Follows, HolidayReading, MakeupWorkdays, Notice, Recurrence};
use yuren_catalog::{
    Activity, ActivityKind, Audience, Booking, CityPack, Contact, Course, Fee, Grades, PackFile, Place, PlaceId,
    Position, Precision, Provenance, RegionTree, Role, RoleId, RoleKind, Slot, Sourced, Status, StudyRoute, StudyStop,
    Subject, Theme, WaterBody, Wheelchair,
};
use yuren_geodesy::{LonLat, Wgs84};

use crate::fixture::{findings, point, sound_pack, square};

#[test]
fn the_sound_pack_has_no_findings_and_reads_back_as_itself() {
    let pack = sound_pack();
    let files = pack.to_files();
    assert_eq!(findings(files.clone()), [""; 0]);
    let read = CityPack::read(files.clone()).pack.unwrap();
    assert_eq!(read, pack);
    assert_eq!(read.to_files(), files);
}

#[test]
fn a_feature_is_a_line_and_features_stand_by_id() {
    let mut pack = sound_pack();
    pack.places.reverse();
    let files = pack.to_files();
    assert_eq!(files, sound_pack().to_files());
    let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
    let expected = [
        "boundaries.geojson",
        "city.toml",
        "places/321002.geojson",
        "places/321071.geojson",
        "school-year-2025.toml",
        "school-year-2026.toml",
        "sources.toml",
        "study-routes.toml",
        "towns.geojson",
        "villages.geojson",
        "water.geojson",
    ];
    assert_eq!(paths, expected);
    let text = std::str::from_utf8(&files[2].bytes).unwrap();
    let ids: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("{\"type\":\"Feature\",\"id\":\"")).collect();
    assert!(ids[0].starts_with("p-museum") && ids[1].starts_with("p-school") && ids.len() == 2, "{text}");
}

#[test]
fn a_file_names_the_licences_of_its_sources_and_no_others() {
    let files = sound_pack().to_files();
    let header = |path: &str| {
        let file = files.iter().find(|file| file.path == path).unwrap();
        std::str::from_utf8(&file.bytes).unwrap().lines().nth(1).unwrap().to_owned()
    };
    let osm = r#""licences":{"osm":{"licence":"ODbL-1.0","attribution":"© OpenStreetMap"}},"#;
    assert_eq!(header("water.geojson"), osm);
    assert!(header("places/321002.geojson").contains("CC0-1.0"));
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let mut files = sound_pack().to_files();
    files.reverse();
    assert_eq!(CityPack::read(files).pack.unwrap(), sound_pack());
}

#[test]
fn a_district_without_places_keeps_an_empty_file() {
    let mut pack = sound_pack();
    pack.places.retain(|place| place.region.as_str() != "321071");
    let files = pack.to_files();
    assert!(files.iter().any(|file| file.path == "places/321071.geojson"));
    assert_eq!(CityPack::read(files).pack.unwrap(), pack);
}

#[test]
fn a_district_of_several_polygons_reads_back() {
    let mut pack = sound_pack();
    crate::fixture::with_regions(&mut pack, |regions| regions[1].polygons.push(square(119.7, 32.3, 119.8, 32.4)));
    assert_eq!(CityPack::read(pack.to_files()).pack.unwrap(), pack);
}

#[test]
fn coordinates_are_rounded_to_seven_decimals() {
    let mut pack = sound_pack();
    pack.places[0].position.point = point(119.450_000_049_9, 32.399_999_950_1);
    let read = CityPack::read(pack.to_files()).pack.unwrap();
    assert_eq!(read.places[0].position.point, point(119.45, 32.4));
}

#[test]
fn equal_source_keys_share_their_text() {
    let read = CityPack::read(sound_pack().to_files()).pack.unwrap();
    let texts: Vec<_> = read.places.iter().map(|place| place.roles[0].claim.source.as_str()).collect();
    // The park's and the school's roles are both synthetic.
    assert!(std::ptr::eq(texts[1], texts[2]));
    let (listed, _) = read.sources.get_key_value(&"synthetic".into()).unwrap();
    assert!(std::ptr::eq(listed.as_str(), texts[1]));
}

fn a_point() -> impl Strategy<Value = LonLat<Wgs84>> {
    // Whole steps of 1e-7 degrees, which a file keeps exactly.
    (1_194_000_000_i64..1_196_000_000, 323_000_000_i64..324_400_000)
        .prop_map(|(lon, lat)| point(lon as f64 / 1e7, lat as f64 / 1e7))
}

fn a_provenance() -> impl Strategy<Value = Provenance> {
    let checked = option::of((1_u32..28, option::of("[\u{4e00}-\u{4eff}]{1,9}")));
    (prop_oneof![Just("osm"), Just("bureau")], checked).prop_map(|(source, checked)| {
        let (checked_on, checked_by) =
            checked.map_or((None, None), |(day, by)| (Some(format!("2025-01-{day:02}").parse().unwrap()), by));
        Provenance { source: source.into(), checked_on, checked_by }
    })
}

fn sourced<T: std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Option<Sourced<T>>> {
    option::of((value, a_provenance()).prop_map(|(value, provenance)| Sourced { value, provenance }))
}

fn a_name() -> impl Strategy<Value = String> {
    // Characters that JSON and TOML must escape are among them.
    "[\u{4e00}-\u{9fff}a-z\"\\\\'#{}\u{1f3eb}é][\u{4e00}-\u{9fff}a-z \"\\\\]{0,20}[\u{4e00}-\u{9fff}a-z\"\\\\]"
}

fn a_status() -> impl Strategy<Value = Status> {
    prop_oneof![Just(Status::Active), Just(Status::Suspended), Just(Status::Withdrawn)]
}

fn an_audience() -> impl Strategy<Value = Audience> {
    (option::of(0..9_u8), option::of(9..99_u8), 0..20_u8).prop_map(|(min_age, max_age, alone)| Audience {
        min_age,
        max_age,
        alone_from_age: Some(alone),
        adult_required: alone > 17,
    })
}

fn a_booking() -> impl Strategy<Value = Booking> {
    let days = || option::of(any::<u16>());
    (any::<bool>(), any::<bool>(), days(), option::of(1..50_u16), option::of(50..900_u16), days()).prop_map(
        |(required, walk_in, days_ahead, group_min, group_max, group_notice_days)| Booking {
            required,
            walk_in,
            days_ahead,
            lead_days: days_ahead.filter(|days| days % 2 == 0),
            release_time: days_ahead.and_then(|days| ClockTime::from_minutes(days % 1_440)),
            slots: slots(group_min.unwrap_or_default()),
            group_min,
            group_max,
            group_notice_days,
        },
    )
}

/// So many whole hours from eight o'clock on.
fn slots(count: u16) -> Vec<Slot> {
    let hour = |hour: u16| ClockTime::from_minutes(hour * 60).expect("an hour of a day");
    (8..24).take(usize::from(count)).map(|from| Slot { from: hour(from), to: hour(from + 1) }).collect()
}

fn an_admission() -> impl Strategy<Value = Admission> {
    let follows = prop_oneof![Just(Follows::Workdays), Just(Follows::SchoolDays), Just(Follows::Weekends)];
    let makeup =
        prop_oneof![Just(MakeupWorkdays::AsWorkday), Just(MakeupWorkdays::AsWeekend), Just(MakeupWorkdays::Closed)];
    let holidays = prop_oneof![Just(HolidayReading::OffDay), Just(HolidayReading::Statutory)];
    (option::of(follows), option::of(makeup), option::of(holidays), option::of(0..1_440_u16)).prop_map(
        |(follows, makeup_workdays, holidays, last_admission_minutes)| Admission {
            follows,
            makeup_workdays,
            holidays,
            last_admission_minutes,
        },
    )
}

fn a_day() -> impl Strategy<Value = NaiveDate> {
    (0..4_000_u64).prop_map(|days| NaiveDate::from_ymd_opt(2020, 1, 1).unwrap() + Days::new(days))
}

fn a_notice() -> impl Strategy<Value = Notice> {
    (a_day(), option::of(0..400_u64), a_day(), option::of(a_name())).prop_map(|(from, days, issued_on, text)| Notice {
        from,
        to: days.map(|days| from + Days::new(days)),
        issued_on,
        hours: "off".to_owned(),
        text,
    })
}

fn a_contact() -> impl Strategy<Value = Contact> {
    ("[2-9][0-9]{2,7}", option::of("https://[a-z]{1,9}\\.cn/[a-z]{0,9}"))
        .prop_map(|(phone, website)| Contact { phone: Some(phone), website })
}

fn a_role() -> impl Strategy<Value = Role> {
    // No kind here asks for another beside it.
    let kind = prop_oneof![Just(RoleKind::Venue), Just(RoleKind::ParentSchool), Just(RoleKind::School)];
    let fee = prop_oneof![Just(Fee::Free), Just(Fee::Paid), Just(Fee::Unknown)];
    let wheelchair = prop_oneof![Just(Wheelchair::Yes), Just(Wheelchair::Limited), Just(Wheelchair::No)];
    let who = (kind, option::of(a_name()), a_status(), a_provenance());
    let facts = (
        sourced("[A-Z][a-z]-Su [0-9]{2}:00-17:00"),
        sourced(fee),
        sourced(an_audience()),
        sourced(a_booking()),
        sourced(1_u32..),
        sourced(1..=1_440_u16),
        sourced(wheelchair),
        sourced(a_contact()),
    );
    let beside_hours = (sourced(an_admission()), vec((a_notice(), a_provenance()), 0..3));
    (who, facts, beside_hours).prop_map(
        |(
            (kind, name, status, claim),
            (hours, fee, audience, booking, capacity, visit_minutes, wheelchair, contact),
            (admission, notices),
        )| Role {
            id: "r".parse().unwrap(),
            kind,
            name,
            status,
            claim,
            hours,
            admission,
            notices: notices.into_iter().map(|(value, provenance)| Sourced { value, provenance }).collect(),
            fee,
            audience,
            booking,
            capacity,
            visit_minutes,
            wheelchair,
            contact,
        },
    )
}

fn a_rule() -> impl Strategy<Value = Option<Recurrence>> {
    // None ends before an activity here begins, and none is endless: that would be a warning.
    const RULES: &[&str] = &["FREQ=WEEKLY;COUNT=8", "FREQ=DAILY;UNTIL=20400101;INTERVAL=3", "FREQ=MONTHLY;COUNT=2"];
    option::of(prop::sample::select(RULES)).prop_map(|rule| rule.map(|rule| rule.parse().unwrap()))
}

/// An activity of the place itself, to be given an id.
fn an_activity() -> impl Strategy<Value = Activity> {
    let what = (prop::sample::select(&ActivityKind::ALL[..]), option::of(a_name()), a_name(), option::of(a_name()));
    let when = (a_day(), 0..1_440_i64, 1..500_000_i64, a_rule(), any::<bool>());
    let fee = prop_oneof![Just(Fee::Free), Just(Fee::Paid), Just(Fee::Unknown)];
    let facts = (option::of(an_audience()), option::of(a_booking()), fee, option::of(1_u32..), option::of(a_name()));
    (what, when, facts, a_status(), a_provenance()).prop_map(
        |(
            (kind, series, title, title_en),
            (day, minute, minutes, repeats, left_out),
            (audience, booking, fee, capacity, summary),
            status,
            provenance,
        )| {
            let starts = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute);
            Activity {
                id: "a".parse().unwrap(),
                role: None,
                kind,
                series,
                title,
                title_en,
                starts,
                ends: starts + TimeDelta::minutes(minutes),
                during_hours: false,
                except: if left_out && repeats.is_some() { vec![day] } else { Vec::new() },
                repeats,
                audience,
                booking,
                fee,
                capacity,
                summary,
                url: None,
                status,
                provenance,
            }
        },
    )
}

fn a_course() -> impl Strategy<Value = Course> {
    let subject = prop::sample::select(&Subject::ALL[..]);
    let grades = vec(1..=12_u8, 0..4).prop_map(|grades| Grades::try_from(grades).unwrap());
    let rest = (option::of(1..=4_800_u16), option::of(a_name()), a_status(), a_provenance());
    (a_name(), option::of(a_name()), subject, grades, rest).prop_map(
        |(title, title_en, subject, grades, (minutes, summary, status, provenance))| Course {
            id: "c".parse().unwrap(),
            role: None,
            title,
            title_en,
            subject,
            grades,
            minutes,
            summary,
            url: None,
            status,
            provenance,
        },
    )
}

fn a_position() -> impl Strategy<Value = Position> {
    let precision = prop_oneof![Just(Precision::Surveyed), Just(Precision::Osm), Just(Precision::Approximate)];
    (a_point(), precision, 0.001..100_000.0, a_provenance())
        .prop_map(|(point, precision, radius_m, provenance)| Position { point, precision, radius_m, provenance })
}

fn a_place() -> impl Strategy<Value = Place> {
    let texts = (a_name(), option::of(a_name()), vec(a_name(), 0..3), option::of(a_name()));
    let region = prop_oneof![Just("321002"), Just("321071"), Just("321002001"), Just("321002001001"), Just("321000")];
    let keys = btree_map(prop_oneof![Just("osm".to_owned()), Just("bureau".to_owned())], a_name(), 0..2);
    let offers = (vec(an_activity(), 0..3), vec(a_course(), 0..3));
    let rest = (vec(a_point(), 0..3), region, a_status(), keys, vec(a_role(), 1..4), offers);
    (texts, a_provenance(), a_position(), rest).prop_map(
        |(
            (name, name_en, aliases, address),
            name_provenance,
            position,
            (entrances, region, status, source_keys, roles, (activities, courses)),
        )| {
            Place {
                id: "p".parse().unwrap(),
                name,
                name_provenance,
                name_en,
                aliases,
                address,
                position,
                entrances,
                region: region.parse().unwrap(),
                status,
                source_keys,
                roles,
                activities,
                courses,
            }
        },
    )
}

fn water() -> impl Strategy<Value = WaterBody> {
    // North of where the places are.
    (option::of(a_name()), option::of(a_name()), 1..9_u32).prop_map(|(name, name_en, size)| WaterBody {
        name,
        name_en,
        rings: square(119.5, 32.45, 119.5 + f64::from(size) / 100.0, 32.49),
        source: "osm".into(),
    })
}

/// A route without stops, to be given an id and stops at places.
fn a_study_route() -> impl Strategy<Value = (StudyRoute, Vec<StudyStop>)> {
    let subjects = prop::sample::subsequence(&Subject::ALL[..], 0..4);
    let grades = vec(1..=12_u8, 0..4).prop_map(|grades| Grades::try_from(grades).unwrap());
    let what = (prop::sample::select(&Theme::ALL[..]), subjects, grades, option::of("[a-z]{1,9}\n[a-z\"\\\\]{1,9}"));
    let stop = (option::of(1..=480_u16), option::of("[a-z]{1,9}\n[a-z]{1,9}"));
    let stop = stop.prop_map(|(minutes, task)| StudyStop { place: "p".parse().unwrap(), minutes, task });
    (a_name(), option::of(a_name()), what, a_status(), a_provenance(), vec(stop, 2..6)).prop_map(
        |(title, title_en, (theme, subjects, grades, aim), status, provenance, stops)| {
            let id = "s".parse().unwrap();
            let route =
                StudyRoute { id, title, title_en, theme, subjects, grades, aim, status, stops: Vec::new(), provenance };
            (route, stops)
        },
    )
}

/// The routes with ids, and with stops at as many of these places as there are; none with fewer than two.
fn placed(routes: Vec<(StudyRoute, Vec<StudyStop>)>, places: &[Place]) -> Vec<StudyRoute> {
    let at_places = |(i, (mut route, stops)): (usize, (StudyRoute, Vec<StudyStop>))| {
        let at = |(stop, place): (StudyStop, &Place)| StudyStop { place: place.id.clone(), ..stop };
        route.stops = stops.into_iter().zip(places).map(at).collect();
        route.id = format!("s-{i}").parse().unwrap();
        route
    };
    routes.into_iter().enumerate().map(at_places).filter(|route| route.stops.len() > 1).collect()
}

fn a_pack() -> impl Strategy<Value = CityPack> {
    let ids = btree_set("[a-z0-9_-]{1,64}", 12);
    let ground = (vec(water(), 0..4), option::of(a_position()), option::of(a_position()));
    (vec(a_place(), 0..12), ids, vec(a_study_route(), 0..4), ground).prop_map(
        |(mut places, ids, routes, (water, town, village))| {
            let mut pack = sound_pack();
            for (place, id) in places.iter_mut().zip(&ids) {
                place.id = id.parse::<PlaceId>().unwrap();
                for (i, role) in place.roles.iter_mut().enumerate() {
                    role.id = format!("{i}{}", &id[..id.len().min(60)]).parse::<RoleId>().unwrap();
                }
                for (i, activity) in place.activities.iter_mut().enumerate() {
                    activity.id = format!("{i}{}", &id[..id.len().min(60)]).parse().unwrap();
                    activity.role = (i == 0).then(|| place.roles[0].id.clone());
                }
                for (i, course) in place.courses.iter_mut().enumerate() {
                    course.id = format!("{i}{}", &id[..id.len().min(60)]).parse().unwrap();
                }
            }
            let mut regions: Vec<_> = pack.regions.iter().cloned().collect();
            // By code: the city, the district, its town, its village, the district without a polygon.
            regions[2].position = town;
            regions[3].position = village;
            pack.regions = RegionTree::new(regions);
            pack.study_routes = placed(routes, &places);
            pack.places = places;
            pack.layers.water = water;
            pack
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn reading_what_was_written_gives_the_same_pack_and_the_same_bytes(pack in a_pack()) {
        let files = pack.to_files();
        let reading = CityPack::read(files.clone());
        prop_assert!(reading.pack.is_some(), "{:#?}", reading.findings);
        let read = reading.pack.unwrap();
        prop_assert_eq!(&read, &pack);
        prop_assert_eq!(read.to_files(), files);
    }
}

#[test]
fn a_place_alone_is_the_line_that_stands_in_the_packs_file() {
    let pack = sound_pack();
    let files = pack.to_files();
    for place in &pack.places {
        let line = place.to_feature_json();
        let stands = |file: &PackFile| {
            std::str::from_utf8(&file.bytes).unwrap().lines().any(|l| l.trim_end_matches(',') == line)
        };
        assert!(files.iter().any(stands), "{line}");
        assert_eq!(&Place::from_feature_json(&line).unwrap(), place);
    }
}

#[test]
fn a_place_that_does_not_fit_is_told_by_field_and_mend() {
    let line = sound_pack().places[0].to_feature_json().replace("\"precision\":\"osm\"", "\"precision\":\"good\"");
    let finding = Place::from_feature_json(&line).unwrap_err();
    assert_eq!(finding.field.as_deref(), Some("position.precision"), "{finding}");
    assert!(finding.mend.contains("surveyed"), "{finding}");
    assert!(Place::from_feature_json("{").is_err());
}
