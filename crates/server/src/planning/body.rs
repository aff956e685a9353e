//! What a planner's question looks like in JSON. What of it is allowed, [`super::question`] says.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;
use utoipa::openapi::schema::{ObjectBuilder, OneOfBuilder, Schema, Type};
use utoipa::openapi::{Ref, RefOr};
use yuren_catalog::{RoleKind, TravelMode};

use crate::answer::travel_kind::TravelKind;
use crate::answer::words::{RoleKindWord, TravelModeWord};

/// A question about coverage.
#[derive(Deserialize, ToSchema)]
#[schema(as = CoverageQuestion)]
#[serde(deny_unknown_fields)]
pub(crate) struct CoverageBody {
    /// Whose ways count: `village_units`, or points with weights, at most 20,000.
    #[serde(default)]
    #[schema(schema_with = demand_schema)]
    pub(crate) demand: Given<DemandPointsBody>,
    /// What everybody should reach: 1 to 8 needs, each met by any of its role kinds; all must be met.
    #[schema(value_type = Vec<Vec<RoleKindWord>>, min_items = 1, max_items = 8, example = json!([["venue", "heritage"], ["parent_school"]]))]
    pub(crate) needs: Vec<Vec<RoleKind>>,
    /// How one travels.
    #[serde(default = "walk")]
    #[schema(value_type = TravelModeWord, default = "walk")]
    pub(crate) mode: TravelMode,
    /// The threshold: so many minutes, to the tenth; greater than 0, up to 240. Left out with `max_m`.
    #[schema(exclusive_minimum = 0.0, maximum = 240.0, example = 15)]
    pub(crate) max_minutes: Option<f64>,
    /// Instead of `max_minutes`: so many metres in a straight line; greater than 0, up to 50,000.
    #[schema(exclusive_minimum = 0.0, maximum = 50_000.0)]
    pub(crate) max_m: Option<f64>,
    /// What times are made from; left out: streets where the server has them and the threshold is in minutes.
    pub(crate) kind: Option<TravelKind>,
    /// When a site must be open.
    #[serde(default)]
    pub(crate) slice: SliceBody,
    /// The day from which the slice's days are looked for, `YYYY-MM-DD`; left out: today in the city.
    #[schema(format = Date, example = "2026-11-28")]
    pub(crate) from: Option<String>,
    /// Also tell the time to so many-th nearest site, 1 to 10.
    #[schema(minimum = 1, maximum = 10)]
    pub(crate) nth: Option<usize>,
    /// Only demand points in the region with this code.
    #[schema(example = "321002")]
    pub(crate) region: Option<String>,
    /// What would be otherwise.
    #[serde(default)]
    pub(crate) scenario: ScenarioBody,
    /// Also tell how much of the supply each point gets, its competitors counted in.
    pub(crate) access: Option<AccessBody>,
}

fn walk() -> TravelMode {
    TravelMode::Walk
}

/// When a site must be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[schema(as = CoverageSlice)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SliceBody {
    /// At any time: hours are not asked about.
    #[default]
    Any,
    /// On school days after dismissal.
    AfterSchool,
    /// On Saturdays in term.
    Saturday,
    /// On Sundays in term.
    Sunday,
    /// In the winter break.
    WinterBreak,
    /// In the summer break.
    SummerBreak,
}

/// A way to share supply out (two-step floating catchment areas).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[schema(as = AccessWanted)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccessBody {
    /// How the weight of a site falls with the time to it.
    pub(crate) method: AccessMethod,
}

/// How the weight of a site falls with the time to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, serde::Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AccessMethod {
    /// Not at all up to the threshold (Luo and Wang 2003).
    #[serde(rename = "2sfca")]
    TwoStep,
    /// In three steps, each a third of the threshold, of the weights 1, 0.68 and 0.22 (Luo and Qi 2009).
    #[serde(rename = "e2sfca_step")]
    EnhancedStep,
    /// By a bell curve that falls to 0 at the threshold (Dai 2010).
    Gaussian,
    /// By an exponential of which 5 % is left at the threshold.
    Exponential,
}

/// A point of the asker's own, in WGS-84 degrees.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[schema(as = DemandPoint)]
#[serde(deny_unknown_fields)]
pub(crate) struct DemandPointBody {
    /// Any id, each once.
    pub(crate) id: String,
    /// Its name; left out: its id.
    pub(crate) name: Option<String>,
    /// Longitude.
    pub(crate) lon: f64,
    /// Latitude.
    pub(crate) lat: f64,
    /// How much it counts, such as people; greater than 0. Left out: 1.
    pub(crate) weight: Option<f64>,
}

/// Demand points of the asker's own.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[schema(as = DemandPoints)]
#[serde(deny_unknown_fields)]
pub(crate) struct DemandPointsBody {
    /// What they are, for whoever reads the answer.
    pub(crate) name: Option<String>,
    /// Whether the weights are people.
    #[serde(default)]
    pub(crate) is_population: bool,
    /// At most 20,000.
    pub(crate) points: Vec<DemandPointBody>,
}

/// The pack's village units.
pub(crate) const VILLAGE_UNITS: &str = "village_units";
/// Places that bear the role `school`.
pub(crate) const SCHOOLS: &str = "schools";
/// The demand points themselves.
pub(crate) const DEMAND: &str = "demand";

/// A site that would be.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[schema(as = AddedSite)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddedBody {
    /// Any id, each once, none of a place.
    pub(crate) id: String,
    /// Its name; left out: its id.
    pub(crate) name: Option<String>,
    /// Longitude in WGS-84 degrees.
    pub(crate) lon: f64,
    /// Latitude in WGS-84 degrees.
    pub(crate) lat: f64,
    /// What it would be.
    #[schema(value_type = Vec<RoleKindWord>, min_items = 1, max_items = 10)]
    pub(crate) roles: Vec<RoleKind>,
}

/// A site that would stand elsewhere.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[schema(as = MovedSite)]
#[serde(deny_unknown_fields)]
pub(crate) struct MovedBody {
    /// Id of the place.
    pub(crate) place: String,
    /// Longitude in WGS-84 degrees.
    pub(crate) lon: f64,
    /// Latitude in WGS-84 degrees.
    pub(crate) lat: f64,
}

/// A spot on a street.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[schema(as = ClosedStreet)]
#[serde(deny_unknown_fields)]
pub(crate) struct ClosedBody {
    /// Longitude in WGS-84 degrees.
    pub(crate) lon: f64,
    /// Latitude in WGS-84 degrees.
    pub(crate) lat: f64,
}

/// What would be otherwise: at most 200 changes together.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[schema(as = Scenario)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScenarioBody {
    /// Sites that would be there too.
    #[serde(default)]
    pub(crate) add: Vec<AddedBody>,
    /// Ids of places that would not be there.
    #[serde(default)]
    pub(crate) remove: Vec<String>,
    /// Places that would stand elsewhere.
    #[serde(default, rename = "move")]
    pub(crate) moves: Vec<MovedBody>,
    /// The stretches of street nearest to these spots would be closed. Only with streets.
    #[serde(default)]
    pub(crate) close: Vec<ClosedBody>,
}

/// What a siting question says beside a coverage question.
#[derive(Deserialize, ToSchema)]
#[schema(as = SitingPart)]
#[serde(deny_unknown_fields)]
pub(crate) struct SitingPart {
    /// What is sought.
    pub(crate) model: ModelBody,
    /// How many new sites, 1 to 100; left out with `set_cover`.
    #[schema(minimum = 1, maximum = 100)]
    pub(crate) sites: Option<usize>,
    /// Where they may stand: `village_units`, `schools`, `demand` (the demand points), or points, at most 5,000.
    #[serde(default)]
    #[schema(schema_with = candidates_schema)]
    pub(crate) candidates: Given<CandidatePointsBody>,
    /// With `capacitated_max_cover`: how much weight one site serves at most.
    pub(crate) capacity: Option<f64>,
    /// For how many seconds the best is looked for at most, 1 to 120; left out: 10.
    #[schema(minimum = 1, maximum = 120)]
    pub(crate) seconds: Option<u64>,
}

/// A question for the best new sites.
#[derive(Deserialize, ToSchema)]
#[schema(as = SitingQuestion)]
#[expect(dead_code, reason = "it describes a body that is read in two parts")]
pub(crate) struct SitingBody {
    #[schema(inline)]
    #[serde(flatten)]
    coverage: CoverageBody,
    #[schema(inline)]
    #[serde(flatten)]
    siting: SitingPart,
}

/// What is sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[schema(as = SitingModel)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ModelBody {
    /// So many sites that serve the most weight within the threshold (MCLP).
    MaxCover,
    /// The fewest sites that serve every point within the threshold (LSCP).
    SetCover,
    /// So many sites that make the mean time the least.
    PMedian,
    /// So many sites that make the longest time the least.
    PCenter,
    /// Like `max_cover`, where a site serves no more than its capacity.
    CapacitatedMaxCover,
}

/// A place where a new site may stand, in WGS-84 degrees.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[schema(as = CandidatePoint)]
#[serde(deny_unknown_fields)]
pub(crate) struct CandidateBody {
    /// Any id, each once.
    pub(crate) id: String,
    /// Its name; left out: its id.
    pub(crate) name: Option<String>,
    /// Longitude.
    pub(crate) lon: f64,
    /// Latitude.
    pub(crate) lat: f64,
}

/// Candidates of the asker's own.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[schema(as = CandidatePoints)]
#[serde(deny_unknown_fields)]
pub(crate) struct CandidatePointsBody {
    /// At most 5,000.
    pub(crate) points: Vec<CandidateBody>,
}

/// A question for many times at once.
#[derive(Deserialize, ToSchema)]
#[schema(as = MatrixQuestion)]
#[serde(deny_unknown_fields)]
pub(crate) struct MatrixBody {
    /// How one travels.
    #[schema(value_type = TravelModeWord)]
    pub(crate) mode: TravelMode,
    /// What times are made from; left out: streets where the server has them.
    pub(crate) kind: Option<TravelKind>,
    /// `[lon, lat]` of each beginning in WGS-84 degrees, at most 2,500.
    pub(crate) from: Vec<[f64; 2]>,
    /// `[lon, lat]` of each end, at most 2,500; 4,000,000 pairs together.
    pub(crate) to: Vec<[f64; 2]>,
    /// The stretches of street nearest to these spots are closed, at most 200. Only with streets.
    #[serde(default)]
    pub(crate) close: Vec<ClosedBody>,
}

/// One of the sets that the server knows, or points of the asker's own.
#[derive(Clone, Debug)]
pub(crate) enum Given<T> {
    Named(String),
    Points(T),
}

impl<T> Default for Given<T> {
    fn default() -> Self {
        Self::Named(VILLAGE_UNITS.to_owned())
    }
}

/// Reads a word, or an object as a `T`: what is wrong in the object keeps its place in the message, as an untagged enum's
/// would not.
struct WordOr<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for WordOr<T> {
    type Value = Given<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the id of a set, or an object with points")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Self::Value, E> {
        Ok(Given::Named(word.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Given::Points)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordOr(PhantomData))
    }
}

fn demand_schema() -> RefOr<Schema> {
    words_or(&[VILLAGE_UNITS], "DemandPoints")
}

fn candidates_schema() -> RefOr<Schema> {
    words_or(&[VILLAGE_UNITS, SCHOOLS, DEMAND], "CandidatePoints")
}

/// One of some words, or an object with points.
fn words_or(words: &[&str], points: &str) -> RefOr<Schema> {
    let words = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words.iter().copied()));
    Schema::OneOf(OneOfBuilder::new().item(words).item(Ref::from_schema_name(points)).build()).into()
}
