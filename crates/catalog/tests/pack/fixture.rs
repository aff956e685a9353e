//! A small city in which nothing is wrong, and ways to plant one fault in it.

use std::collections::BTreeMap;

use chrono::Weekday;
use yuren_catalog::calendar::{
    Admission, Calendar, Dismissal, HolidayReading, MakeupWorkdays, Notice, PublicCalendar, SchoolStage, SchoolYear,
    Term,
};
use yuren_catalog::{
    Activity, ActivityKind, Article, Audience, Booking, Bound, City, CityPack, Contact, Course, Declared, DeclaredFact,
    Fee, Grades, Layers, LocatedBy, PackFile, Place, Position, Precision, Provenance, Region, RegionTree, Role,
    RoleKind, Slot, Source, SourceKey, Sourced, Status, StudyRoute, StudyStop, Subject, Theme, Travel, WaterBody,
    Wheelchair,
};
use yuren_geodesy::{LonLat, Wgs84};

/// The indexes of the fixture's places in `CityPack::places`.
pub(crate) const MUSEUM: usize = 0;
pub(crate) const PARK: usize = 1;
pub(crate) const SCHOOL: usize = 2;

pub(crate) fn point(lon: f64, lat: f64) -> LonLat<Wgs84> {
    LonLat::new(lon, lat).unwrap()
}

pub(crate) fn by(source: &str) -> Provenance {
    Provenance { source: source.into(), checked_on: None, checked_by: None }
}

pub(crate) fn sourced<T>(value: T, source: &str) -> Sourced<T> {
    Sourced { value, provenance: by(source) }
}

pub(crate) fn role(id: &str, kind: RoleKind, source: &str) -> Role {
    Role::new(id.parse().unwrap(), kind, by(source))
}

pub(crate) fn place(id: &str, name: &str, source: &str, at: [f64; 2], region: &str, roles: Vec<Role>) -> Place {
    let precision = if source == "synthetic" { Precision::Synthetic } else { Precision::Osm };
    Place {
        id: id.parse().unwrap(),
        name: name.to_owned(),
        name_provenance: by(source),
        name_en: None,
        aliases: Vec::new(),
        address: None,
        position: Position { point: point(at[0], at[1]), precision, radius_m: 30.0, provenance: by(source) },
        entrances: Vec::new(),
        region: region.parse().unwrap(),
        status: Status::Active,
        source_keys: BTreeMap::new(),
        roles,
        activities: Vec::new(),
        courses: Vec::new(),
    }
}

pub(crate) fn square(west: f64, south: f64, east: f64, north: f64) -> Vec<Vec<[f64; 2]>> {
    vec![vec![[west, south], [east, south], [east, north], [west, north], [west, south]]]
}

fn region(code: &str, name: &str, position: Option<[f64; 2]>, polygons: Vec<Vec<Vec<[f64; 2]>>>) -> Region {
    let position = position.map(|[lon, lat]| Position {
        point: point(lon, lat),
        precision: Precision::Approximate,
        radius_m: 2_000.0,
        provenance: by("osm"),
    });
    let sources = if code == "321000" { Vec::new() } else { vec!["bureau".into()] };
    let name_en = match code {
        "321000" => Some("Yangzhou".to_owned()),
        "321002" => Some("Guangling District".to_owned()),
        _ => None,
    };
    Region { code: code.parse().unwrap(), name: name.to_owned(), name_en, position, polygons, sources }
}

fn source(title: &str, licence: &str, synthetic: bool) -> Source {
    Source {
        title: title.to_owned(),
        title_en: format!("{title} (en)"),
        licence: licence.to_owned(),
        attribution: if synthetic { String::new() } else { format!("© {title}") },
        url: Some("https://www.example.cn/data?page=1".to_owned()),
        synthetic,
    }
}

fn city() -> City {
    let declared = RoleKind::ALL.map(|kind| match kind {
        RoleKind::Venue => Declared { kind, count: 0, bound: Bound::Floor },
        RoleKind::Heritage
        | RoleKind::School
        | RoleKind::WaitingStation
        | RoleKind::LeadParentSchool
        | RoleKind::ParentSchool => Declared { kind, count: 1, bound: Bound::Exact },
        _ => Declared { kind, count: 0, bound: Bound::Exact },
    });
    City {
        name: "扬州市".to_owned(),
        name_en: "Yangzhou".to_owned(),
        adcode: "321000".parse().unwrap(),
        bbox: [119.0, 32.0, 120.0, 33.5],
        time_zone: "Asia/Shanghai".to_owned(),
        data_date: "2025-02-14".parse().unwrap(),
        calendar: Some("cn".to_owned()),
        travel: Travel::default(),
        map_approval: None,
        sample: true,
        article: Article {
            publisher: "江苏教育新闻网".to_owned(),
            author: "扬州市教育局".to_owned(),
            published_on: "2025-02-14".parse().unwrap(),
        },
        declared: declared.into(),
        facts: vec![DeclaredFact {
            name: "大讲堂".to_owned(),
            name_en: "Lectures".to_owned(),
            count: 54,
            bound: Bound::Exact,
            located_by: Some(LocatedBy::Series("周末导览".to_owned())),
        }],
    }
}

/// Tours on eight Saturdays, one left out, of the museum's first role: every field is there.
fn tours() -> Activity {
    Activity {
        id: "a-tours".parse().unwrap(),
        role: Some("r-venue".parse().unwrap()),
        kind: ActivityKind::Visit,
        series: Some("周末导览".to_owned()),
        title: "古城导览".to_owned(),
        title_en: Some("Tour of the old town".to_owned()),
        starts: "2026-12-05T14:00:00".parse().unwrap(),
        ends: "2026-12-05T15:30:00".parse().unwrap(),
        during_hours: false,
        repeats: Some("FREQ=WEEKLY;COUNT=8;BYDAY=SA".parse().unwrap()),
        except: vec!["2027-01-02".parse().unwrap()],
        audience: Some(Audience { min_age: Some(6), ..Audience::default() }),
        booking: Some(Booking { required: true, days_ahead: Some(7), ..Booking::default() }),
        fee: Fee::Free,
        capacity: Some(30),
        summary: Some("由馆员讲解。\n请提前十分钟到。".to_owned()),
        url: Some("https://museum.example.cn/tours".to_owned()),
        status: Status::Active,
        provenance: by("bureau"),
    }
}

/// A course of the museum itself: every field but its role is there.
fn course() -> Course {
    Course {
        id: "c-canal".parse().unwrap(),
        role: None,
        title: "运河上的桥".to_owned(),
        title_en: Some("Bridges of the canal".to_owned()),
        subject: Subject::History,
        grades: Grades::range(4, 6).unwrap(),
        minutes: Some(40),
        summary: Some("一课时。".to_owned()),
        url: Some("https://museum.example.cn/bridges".to_owned()),
        status: Status::Active,
        provenance: by("bureau"),
    }
}

/// A museum with every fact, a park in the district without a polygon, a made-up school.
fn places() -> Vec<Place> {
    let mut venue = role("r-venue", RoleKind::Venue, "osm");
    venue.name = Some("扬州市免费开放场馆".to_owned());
    venue.hours = Some(sourced("Tu-Su 09:00-17:00".to_owned(), "bureau"));
    venue.admission = Some(sourced(
        Admission {
            follows: None,
            makeup_workdays: Some(MakeupWorkdays::AsWeekend),
            holidays: Some(HolidayReading::Statutory),
            last_admission_minutes: Some(30),
        },
        "bureau",
    ));
    venue.notices = vec![sourced(
        Notice {
            from: "2026-03-01".parse().unwrap(),
            to: Some("2026-04-30".parse().unwrap()),
            issued_on: "2026-02-20".parse().unwrap(),
            hours: "off".to_owned(),
            text: Some("闭馆改造".to_owned()),
        },
        "osm",
    )];
    venue.fee = Some(sourced(Fee::Free, "bureau"));
    venue.audience = Some(sourced(
        Audience { min_age: Some(6), max_age: Some(18), alone_from_age: Some(12), adult_required: false },
        "synthetic",
    ));
    venue.booking = Some(sourced(
        Booking {
            required: true,
            walk_in: true,
            days_ahead: Some(7),
            lead_days: Some(1),
            release_time: Some("08:30".parse().unwrap()),
            slots: vec![Slot { from: "09:00".parse().unwrap(), to: "11:00".parse().unwrap() }],
            group_min: Some(10),
            group_max: Some(60),
            group_notice_days: Some(3),
        },
        "synthetic",
    ));
    venue.capacity = Some(sourced(120, "synthetic"));
    venue.visit_minutes = Some(sourced(90, "synthetic"));
    venue.wheelchair = Some(sourced(Wheelchair::Limited, "bureau"));
    venue.contact = Some(sourced(
        Contact { phone: Some("0514-12345678".to_owned()), website: Some("https://museum.example.cn/".to_owned()) },
        "bureau",
    ));
    let heritage = role("r-heritage", RoleKind::Heritage, "bureau");
    let mut museum = place("p-museum", "扬州博物馆", "osm", [119.45, 32.4], "321002001001", vec![venue, heritage]);
    museum.name_en = Some("Yangzhou Museum".to_owned());
    museum.aliases = vec!["双博馆".to_owned()];
    museum.address = Some("文昌西路468号".to_owned());
    museum.entrances = vec![point(119.4501, 32.4001)];
    museum.activities = vec![tours()];
    museum.courses = vec![course()];
    museum.source_keys.insert("osm".to_owned(), "node/1".to_owned());
    museum.name_provenance.checked_on = Some("2025-01-31".parse().unwrap());
    museum.name_provenance.checked_by = Some("扬州市教育局".to_owned());

    let parent_school = role("r-parents", RoleKind::ParentSchool, "synthetic");
    let park = place("p-park", "开发区公园", "osm", [119.7, 32.2], "321071", vec![parent_school]);

    let at_school = [
        ("r-school", RoleKind::School),
        ("r-station", RoleKind::WaitingStation),
        ("r-lead", RoleKind::LeadParentSchool),
    ]
    .map(|(id, kind)| role(id, kind, "synthetic"));
    let school = place("p-school", "示例小学 01", "synthetic", [119.46, 32.41], "321002001", at_school.into());
    vec![museum, park, school]
}

/// A study route from the museum to the school.
fn study_route() -> StudyRoute {
    let stop = |place: &str, minutes: Option<u16>, task: Option<&str>| StudyStop {
        place: place.parse().unwrap(),
        minutes,
        task: task.map(str::to_owned),
    };
    StudyRoute {
        id: "s-canal".parse().unwrap(),
        title: "示例：沿运河看漕运".to_owned(),
        title_en: Some("Example: grain by canal".to_owned()),
        theme: Theme::Canal,
        subjects: vec![Subject::History, Subject::Geography],
        grades: Grades::range(5, 6).unwrap(),
        aim: Some("说出漕粮走过的路。\n画一张图。".to_owned()),
        status: Status::Active,
        stops: vec![stop("p-museum", Some(60), Some("数一数船模上的桅杆。")), stop("p-school", None, None)],
        provenance: by("synthetic"),
    }
}

/// A school year of three months.
fn school_year(year: i32) -> SchoolYear {
    let term = |name: &str, from: &str, to: &str| Term {
        name: name.to_owned(),
        from: format!("{year}-{from}").parse().unwrap(),
        to: format!("{year}-{to}").parse().unwrap(),
    };
    SchoolYear {
        title: "校历".to_owned(),
        title_en: "School year".to_owned(),
        issuer: "示例".to_owned(),
        url: Some("https://www.example.cn/".to_owned()),
        example: true,
        from: format!("{year}-09-01").parse().unwrap(),
        to: format!("{year}-11-30").parse().unwrap(),
        free_days: vec![format!("{year}-09-10").parse().unwrap()],
        school_days: Vec::new(),
        terms: vec![term("一", "09-01", "10-15"), term("二", "11-01", "11-20")],
        dismissals: vec![Dismissal {
            stage: SchoolStage::Primary,
            time: "16:30".parse().unwrap(),
            weekdays: vec![Weekday::Mon, Weekday::Fri],
        }],
    }
}

/// A city in which nothing is wrong.
pub(crate) fn sound_pack() -> CityPack {
    let sources = [
        ("bureau", source("扬州市教育局", "CC-BY-4.0", false)),
        ("osm", source("OpenStreetMap", "ODbL-1.0", false)),
        ("synthetic", source("示例数据", "CC0-1.0", true)),
    ];
    CityPack {
        city: city(),
        sources: sources.into_iter().map(|(key, source)| (SourceKey::from(key), source)).collect(),
        regions: RegionTree::new(vec![
            region("321000", "扬州市", None, Vec::new()),
            region("321002", "广陵区", None, vec![square(119.4, 32.3, 119.6, 32.5)]),
            region("321071", "经济技术开发区", Some([119.43, 32.35]), Vec::new()),
            region("321002001", "东关街道", Some([119.44, 32.39]), Vec::new()),
            region("321002001001", "示例社区", None, Vec::new()),
        ]),
        places: places(),
        study_routes: vec![study_route()],
        layers: Layers {
            water: vec![WaterBody {
                name: Some("瘦西湖".to_owned()),
                name_en: Some("Slender West Lake".to_owned()),
                rings: square(119.5, 32.45, 119.55, 32.48),
                source: "osm".into(),
            }],
        },
        calendar: Calendar {
            public: PublicCalendar::default(),
            school_years: vec![school_year(2025), school_year(2026)],
        },
    }
}

/// A finding about the museum, as told: `severity` and what follows the place's id.
pub(crate) fn museum(severity: &str, rest: &str) -> String {
    format!("{severity} places/321002.geojson, p-museum{rest}")
}

/// The files' findings as they are told to people.
#[track_caller]
pub(crate) fn findings(files: Vec<PackFile>) -> Vec<String> {
    let reading = CityPack::read(files);
    let is_error = |finding: &yuren_catalog::Finding| finding.severity == yuren_catalog::Severity::Error;
    assert_eq!(
        reading.pack.is_none(),
        reading.findings.iter().any(is_error),
        "a pack is given unless there is an error"
    );
    reading.findings.iter().map(ToString::to_string).collect()
}

/// The sound pack with this change has exactly this finding.
#[track_caller]
pub(crate) fn one_finding(change: impl FnOnce(&mut CityPack), expected: impl AsRef<str>) {
    let mut pack = sound_pack();
    change(&mut pack);
    assert_eq!(findings(pack.to_files()), [expected.as_ref()]);
}

/// The sound pack with this change has nothing wrong.
#[track_caller]
pub(crate) fn no_finding(change: impl FnOnce(&mut CityPack)) {
    let mut pack = sound_pack();
    change(&mut pack);
    assert_eq!(findings(pack.to_files()), [""; 0]);
}

/// The sound pack's files with every `from` in one file replaced.
#[track_caller]
pub(crate) fn edited(path: &str, from: &str, to: &str) -> Vec<PackFile> {
    let mut files = sound_pack().to_files();
    let file = files.iter_mut().find(|file| file.path == path).expect("the fixture has this file");
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    assert!(text.contains(from), "{path} holds {from}:\n{text}");
    file.bytes = text.replace(from, to).into_bytes();
    files
}

/// The sound pack with its regions changed.
pub(crate) fn with_regions(pack: &mut CityPack, change: impl FnOnce(&mut Vec<Region>)) {
    let mut regions: Vec<_> = pack.regions.iter().cloned().collect();
    change(&mut regions);
    pack.regions = RegionTree::new(regions);
}
