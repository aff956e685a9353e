//! Every query parameter of the API, once.

use std::str::FromStr;

use chrono::NaiveDate;
use yuren_catalog::{
    ActivityKind, Fee, Grades, PlaceId, RegionCode, RoleKind, Subject, Theme as RouteTheme, TravelMode,
};
use yuren_geodesy::DatumName;
use yuren_store::{CorrectionState, Verdict};
use yuren_tiles::{Lang, Theme};

use super::moment::{Edge, Moment, WouldBook};
use super::parameter::{Declaration, Parameter, Shape};
use super::read;
use crate::answer::travel_kind::TravelKind;
use crate::field_study::DayFormat;
use crate::planning::limits;
use crate::standing::Standing;

/// Half the equator in metres, rounded up: no two points are farther apart.
const FARTHEST_M: f64 = 20_037_509.0;

pub(crate) static LON: Parameter<f64> = Parameter {
    declaration: Declaration {
        name: "lon",
        about: "Longitude of the point in degrees, east positive.",
        shape: Shape::Number { min: -180.0, max: 180.0 },
        default: None,
        example: "119.4382",
    },
    read: read::number,
};

pub(crate) static LAT: Parameter<f64> = Parameter {
    declaration: Declaration {
        name: "lat",
        about: "Latitude of the point in degrees, north positive.",
        shape: Shape::Number { min: -90.0, max: 90.0 },
        default: None,
        example: "32.4012",
    },
    read: read::number,
};

pub(crate) static DATUM: Parameter<DatumName> = Parameter {
    declaration: Declaration {
        name: "datum",
        about: "The datum of all coordinates in this request and its answer.",
        shape: Shape::OneOf(|| DatumName::ALL.map(DatumName::as_str).to_vec()),
        default: Some("wgs84"),
        example: "gcj02",
    },
    read: read::word,
};

pub(crate) static K: Parameter<usize> = Parameter {
    declaration: Declaration {
        name: "k",
        about: "How many places at most.",
        shape: Shape::Whole { min: 1, max: 100 },
        default: Some("10"),
        example: "5",
    },
    read: read::whole,
};

pub(crate) static MAX_M: Parameter<f64> = Parameter {
    declaration: Declaration {
        name: "max_m",
        about: "No place farther than this, in metres along the ellipsoid.",
        shape: Shape::Positive { max: FARTHEST_M },
        default: None,
        example: "2000",
    },
    read: read::number,
};

pub(crate) static ROLE: Parameter<Vec<RoleKind>> = Parameter {
    declaration: Declaration {
        name: "role",
        about: "Role kinds; a place is found if one role of it is of one of these and matches the other filters too.",
        shape: Shape::SomeOf(|| RoleKind::ALL.map(RoleKind::as_str).to_vec()),
        default: None,
        example: "venue,heritage",
    },
    read: read::words,
};

pub(crate) static FEE: Parameter<Vec<FeeWord>> = Parameter {
    declaration: Declaration {
        name: "fee",
        about: "What the role costs.",
        shape: Shape::SomeOf(|| Fee::ALL.map(Fee::as_str).to_vec()),
        default: None,
        example: "free",
    },
    read: read::words,
};

pub(crate) static CHECK: Parameter<Vec<Standing>> = Parameter {
    declaration: Declaration {
        name: "check",
        about: "How far the role can be relied on: a column of the ledger.",
        shape: Shape::SomeOf(|| Standing::ALL.map(Standing::as_str).to_vec()),
        default: None,
        example: "stale",
    },
    read: read::words,
};

pub(crate) static REGION: Parameter<Vec<RegionCode>> = Parameter {
    declaration: Declaration {
        name: "region",
        about: "Codes of districts, towns or villages; a place in any of them is found.",
        shape: Shape::Several {
            pattern: "^([0-9]{6}|[0-9]{9}|[0-9]{12})$",
            form: "region codes of 6, 9 or 12 digits that are in this city",
        },
        default: None,
        example: "321002",
    },
    read: read::words,
};

pub(crate) static BBOX: Parameter<[f64; 4]> = Parameter {
    declaration: Declaration {
        name: "bbox",
        about: "A box in degrees, edges included. It must not cross 180°.",
        shape: Shape::Numbers {
            count: 4,
            form: "four numbers, west,south,east,north: longitudes from -180 to 180, latitudes from -90 to 90, west not \
                   above east, south not above north",
        },
        default: None,
        example: "119.3,32.3,119.5,32.5",
    },
    read: read::numbers,
};

pub(crate) static NEAR: Parameter<[f64; 2]> = Parameter {
    declaration: Declaration {
        name: "near",
        about: "The centre of a circle in degrees; needs `radius_m`.",
        shape: Shape::Numbers { count: 2, form: "two numbers, lon,lat: from -180 to 180 and from -90 to 90" },
        default: None,
        example: "119.4382,32.4012",
    },
    read: read::numbers,
};

pub(crate) static RADIUS_M: Parameter<f64> = Parameter {
    declaration: Declaration {
        name: "radius_m",
        about: "The radius of the circle around `near`, in metres along the ellipsoid.",
        shape: Shape::Positive { max: FARTHEST_M },
        default: None,
        example: "2000",
    },
    read: read::number,
};

pub(crate) static Q: Parameter<String> = Parameter {
    declaration: Declaration {
        name: "q",
        about: "Part of a name, alias or address: characters, pinyin or its initials.",
        shape: Shape::Text { max: 64 },
        default: None,
        example: "sxh",
    },
    read: read::text,
};

pub(crate) static LIMIT: Parameter<usize> = Parameter {
    declaration: Declaration {
        name: "limit",
        about: "How many places a page at most.",
        shape: Shape::Whole { min: 1, max: 1000 },
        default: Some("100"),
        example: "50",
    },
    read: read::whole,
};

pub(crate) static SEARCH_LIMIT: Parameter<usize> = Parameter {
    declaration: Declaration {
        name: "limit",
        about: "How many results at most.",
        shape: Shape::Whole { min: 1, max: 50 },
        default: Some("10"),
        example: "5",
    },
    read: read::whole,
};

pub(crate) static FROM: Parameter<NaiveDate> = Parameter {
    declaration: Declaration {
        name: "from",
        about: "The first day.",
        shape: Shape::Date,
        default: None,
        example: "2026-10-01",
    },
    read: read::date,
};

pub(crate) static TO: Parameter<NaiveDate> = Parameter {
    declaration: Declaration {
        name: "to",
        about: "The last day, at most 399 days after `from`.",
        shape: Shape::Date,
        default: None,
        example: "2026-10-10",
    },
    read: read::date,
};

const EDGE: &str = "a day such as 2026-12-05, `now`, a time with its offset such as 2026-12-05T14:00:00+08:00, or the city's own \
                    time such as 2026-12-05T14:00; the years 1900 to 9999";

pub(crate) static WINDOW_FROM: Parameter<Edge> = Parameter {
    declaration: Declaration {
        name: "from",
        about: "Beginning of the time asked about; now where it is left out.",
        shape: Shape::Opaque(EDGE),
        default: None,
        example: "2026-12-05",
    },
    read: read::word,
};

pub(crate) static WINDOW_TO: Parameter<Edge> = Parameter {
    declaration: Declaration {
        name: "to",
        about: "End of the time asked about, a day to its end; two weeks after the beginning where it is left out, at most 366 days.",
        shape: Shape::Opaque(EDGE),
        default: None,
        example: "2026-12-06",
    },
    read: read::word,
};

pub(crate) static PLACE: Parameter<Vec<PlaceId>> = Parameter {
    declaration: Declaration {
        name: "place",
        about: "Ids of places.",
        shape: Shape::Several { pattern: "^[a-z0-9_-]{1,64}$", form: "ids of places in this city" },
        default: None,
        example: "p-58b9trajxgyn",
    },
    read: read::words,
};

pub(crate) static ACTIVITY_KIND: Parameter<Vec<ActivityKind>> = Parameter {
    declaration: Declaration {
        name: "kind",
        about: "Kinds of activities.",
        shape: Shape::SomeOf(|| ActivityKind::ALL.map(ActivityKind::as_str).to_vec()),
        default: None,
        example: "talk,workshop",
    },
    read: read::words,
};

pub(crate) static SUBJECT: Parameter<Vec<Subject>> = Parameter {
    declaration: Declaration {
        name: "subject",
        about: "The school's subjects that it is about.",
        shape: Shape::SomeOf(|| Subject::ALL.map(Subject::as_str).to_vec()),
        default: None,
        example: "history",
    },
    read: read::words,
};

pub(crate) static GRADE: Parameter<usize> = Parameter {
    declaration: Declaration {
        name: "grade",
        about: "A school year for which it is.",
        shape: Shape::Whole { min: 1, max: Grades::LAST as usize },
        default: None,
        example: "5",
    },
    read: read::whole,
};

pub(crate) static COURSE_TEXT: Parameter<String> = Parameter {
    declaration: Declaration {
        name: "q",
        about: "Part of a course's title, in Chinese or English, or of its summary.",
        shape: Shape::Text { max: 64 },
        default: None,
        example: "桥",
    },
    read: read::text,
};

pub(crate) static ROUTE_THEME: Parameter<Vec<RouteTheme>> = Parameter {
    declaration: Declaration {
        name: "theme",
        about: "What the route is about.",
        shape: Shape::SomeOf(|| RouteTheme::ALL.map(RouteTheme::as_str).to_vec()),
        default: None,
        example: "canal",
    },
    read: read::words,
};

pub(crate) static ROUTE_TEXT: Parameter<String> = Parameter {
    declaration: Declaration {
        name: "q",
        about: "Part of a route's title, in Chinese or English, of its aim, or of the name of a place at which it stops.",
        shape: Shape::Text { max: 64 },
        default: None,
        example: "漕运",
    },
    read: read::text,
};

pub(crate) static OFFER_LIMIT: Parameter<usize> = Parameter {
    declaration: Declaration {
        name: "limit",
        about: "How many at most; the first of those that match.",
        shape: Shape::Whole { min: 1, max: 1000 },
        default: Some("100"),
        example: "20",
    },
    read: read::whole,
};

pub(crate) static REPORT_STATE: Parameter<ReportStateWord> = Parameter {
    declaration: Declaration {
        name: "state",
        about: "Reports in this state.",
        shape: Shape::OneOf(|| ReportStateWord::ALL.iter().map(|word| word.0.as_str()).collect()),
        default: Some("open"),
        example: "accepted",
    },
    read: read::word,
};

pub(crate) static ENTRY_LIMIT: Parameter<usize> = Parameter {
    declaration: Declaration {
        name: "limit",
        about: "How many entries at most.",
        shape: Shape::Whole { min: 1, max: 1000 },
        default: Some("100"),
        example: "20",
    },
    read: read::whole,
};

pub(crate) static CURSOR: Parameter<String> = Parameter {
    declaration: Declaration {
        name: "cursor",
        about: "Where the next page begins.",
        shape: Shape::Opaque("the cursor of a page's `next`, with the same query"),
        default: None,
        example: "as in `next`",
    },
    read: read::text,
};

pub(crate) static LANG: Parameter<Lang> = Parameter {
    declaration: Declaration {
        name: "lang",
        about: "The language of names and labels.",
        shape: Shape::OneOf(|| Lang::ALL.iter().map(|lang| lang.as_str()).collect()),
        default: Some("zh"),
        example: "en",
    },
    read: read::word,
};

pub(crate) static THEME: Parameter<Theme> = Parameter {
    declaration: Declaration {
        name: "theme",
        about: "The colours.",
        shape: Shape::OneOf(|| Theme::ALL.iter().map(|theme| theme.as_str()).collect()),
        default: Some("light"),
        example: "dark",
    },
    read: read::word,
};

pub(crate) static DAY_FORMAT: Parameter<DayFormat> = Parameter {
    declaration: Declaration {
        name: "format",
        about: "What the answer comes as; left out: what `Accept` asks for, else `json`.",
        shape: Shape::OneOf(|| DayFormat::ALL.map(DayFormat::as_str).to_vec()),
        default: None,
        example: "ics",
    },
    read: read::word,
};

const MOMENT: &str = "`now`, a time with its offset such as 2026-10-10T15:20:00+08:00, or the city's own time such as \
                      2026-10-10T15:20; the years 1900 to 9999";

pub(crate) static DAYS: Parameter<usize> = Parameter {
    declaration: Declaration {
        name: "days",
        about: "How many days.",
        shape: Shape::Whole { min: 1, max: 62 },
        default: Some("7"),
        example: "31",
    },
    read: read::whole,
};

pub(crate) static OPEN_AT: Parameter<Moment> = Parameter {
    declaration: Declaration {
        name: "open_at",
        about: "Only places that let one in then or, with `mode`, when one who leaves then arrives. What is not known to be \
                open is left out.",
        shape: Shape::Opaque(MOMENT),
        default: None,
        example: "2026-10-10T15:20",
    },
    read: read::word,
};

pub(crate) static OPEN_UNTIL: Parameter<Moment> = Parameter {
    declaration: Declaration {
        name: "open_until",
        about: "With `open_at`: places that let one in at any moment between the two, of which at most 31 days count.",
        shape: Shape::Opaque(MOMENT),
        default: None,
        example: "2026-10-11T23:59",
    },
    read: read::word,
};

pub(crate) static BOOKING: Parameter<WouldBook> = Parameter {
    declaration: Declaration {
        name: "booking",
        about: "With `open_at`: whether places that nobody enters without a booking are wanted.",
        shape: Shape::OneOf(|| WouldBook::ALL.to_vec()),
        default: Some("exclude"),
        example: "include",
    },
    read: read::word,
};

pub(crate) static MODE: Parameter<TravelMode> = Parameter {
    declaration: Declaration {
        name: "mode",
        about: "How one travels: answers then say how long it takes, and `open_at` is when one leaves.",
        shape: Shape::OneOf(|| TravelMode::ALL.map(TravelMode::as_str).to_vec()),
        default: None,
        example: "walk",
    },
    read: read::word,
};

pub(crate) static MAX_MINUTES: Parameter<f64> = Parameter {
    declaration: Declaration {
        name: "max_minutes",
        about: "With `mode`: no place farther than this many minutes.",
        shape: Shape::Positive { max: 1_440.0 },
        default: None,
        example: "15",
    },
    read: read::number,
};

pub(crate) static CONTOURS: Parameter<Vec<Minutes>> = Parameter {
    declaration: Declaration {
        name: "minutes",
        about: "The times whose areas are wanted.",
        shape: Shape::Several {
            pattern: r"^[0-9]+(\.[0-9]+)?$",
            form: "minutes, greater than 0, up to 240; at most 10 of them",
        },
        default: None,
        example: "5,10,15",
    },
    read: minutes,
};

pub(crate) static KIND: Parameter<TravelKind> = Parameter {
    declaration: Declaration {
        name: "kind",
        about: "What times are made from; left out: streets where the server has them.",
        shape: Shape::OneOf(|| TravelKind::ALL.map(TravelKind::as_str).to_vec()),
        default: None,
        example: "estimate",
    },
    read: read::word,
};

pub(crate) static CLOSE: Parameter<Vec<SpotWord>> = Parameter {
    declaration: Declaration {
        name: "close",
        about: "The stretches of street nearest to these spots are closed. Only with streets.",
        shape: Shape::Several {
            pattern: r"^-?[0-9]+(\.[0-9]+)?;-?[0-9]+(\.[0-9]+)?$",
            form: "lon;lat in degrees, near a street",
        },
        default: None,
        example: "119.4382;32.4012",
    },
    read: read::words,
};

/// A point in a list: `lon;lat` in degrees of the request's datum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct SpotWord(pub(crate) [f64; 2]);

impl FromStr for SpotWord {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (lon, lat) = text.split_once(';').ok_or(())?;
        let degrees = |text: &str, most: f64| text.parse().ok().filter(|degrees: &f64| degrees.abs() <= most).ok_or(());
        Ok(Self([degrees(lon, 180.0)?, degrees(lat, 90.0)?]))
    }
}

/// A time in minutes as it stands in a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Minutes(pub(crate) f64);

impl FromStr for Minutes {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let minutes: f64 = text.parse().map_err(|_| ())?;
        if minutes > 0.0 && minutes <= limits::MINUTES { Ok(Self(minutes)) } else { Err(()) }
    }
}

fn minutes(shape: &Shape, text: &str) -> Result<Vec<Minutes>, String> {
    let minutes = read::words(shape, text)?;
    if minutes.len() > limits::CONTOURS { Err(format!("has {} times", minutes.len())) } else { Ok(minutes) }
}

/// [`CorrectionState`] as it stands in a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ReportStateWord(pub(crate) CorrectionState);

impl ReportStateWord {
    const ALL: [Self; 3] = [
        Self(CorrectionState::Open),
        Self(CorrectionState::Closed(Verdict::Accepted)),
        Self(CorrectionState::Closed(Verdict::Rejected)),
    ];
}

impl FromStr for ReportStateWord {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        text.parse().map(Self).map_err(|_| ())
    }
}

/// [`Fee`] as it stands in a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FeeWord(pub(crate) Fee);

impl FromStr for FeeWord {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Fee::ALL.into_iter().find(|fee| fee.as_str() == text).map(Self).ok_or(())
    }
}
