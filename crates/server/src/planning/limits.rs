//! What a planner's question may ask for at most. Every list is held against these before any work on it begins.

/// Largest body in bytes: 20,000 points with names.
pub(crate) const LARGEST_BODY: usize = 8 << 20;
/// Largest file of points in bytes.
pub(crate) const LARGEST_FILE: usize = 16 << 20;
/// Demand points.
pub(crate) const DEMAND_POINTS: usize = 20_000;
/// Places that a new site may stand at.
pub(crate) const CANDIDATES: usize = 5_000;
/// Demand points times sites.
pub(crate) const PAIRS: usize = 20_000_000;
/// Demand points times candidates of a search for the best sites: the first bound of so many takes seconds, and until then
/// nobody can stop it.
pub(crate) const SITING_PAIRS: usize = 5_000_000;
/// Needs that must all be met.
pub(crate) const NEEDS: usize = 8;
/// Changes of a scenario, of all sorts together.
pub(crate) const SCENARIO_CHANGES: usize = 200;
/// Sites that are chosen at once.
pub(crate) const CHOSEN_SITES: usize = 100;
/// The nth nearest.
pub(crate) const NTH: usize = 10;
/// Longest time that a threshold may be, in minutes.
pub(crate) const MINUTES: f64 = 240.0;
/// Longest straight line that a threshold may be, in metres.
pub(crate) const METRES: f64 = 50_000.0;
/// Largest weight of one demand point: no city has more people.
pub(crate) const WEIGHT: f64 = 1e9;
/// Longest search for the best sites, in seconds.
pub(crate) const SECONDS: u64 = 120;
/// Points on a side of a matrix.
pub(crate) const MATRIX_SIDE: usize = 2_500;
/// Pairs of a matrix.
pub(crate) const MATRIX_PAIRS: usize = 4_000_000;
/// Contours of an isochrone.
pub(crate) const CONTOURS: usize = 10;
/// Longest search for the best sites where a question does not say, in seconds.
pub(crate) const USUAL_SECONDS: u64 = 10;
/// A place that is farther than this from every street, in metres, has none.
pub(crate) const OFF_STREET_M: f64 = 1_000.0;
/// Characters of a name.
pub(crate) const NAME_CHARS: usize = 200;
/// Characters of an id.
pub(crate) const ID_CHARS: usize = 64;
/// A point in a request lies at most so many degrees outside the city's box.
pub(crate) const AROUND_CITY_DEGREES: f64 = 0.5;

/// The minutes up to which times are looked at: three times the threshold and more, in two steps, so that nothing is computed
/// anew while a threshold is dragged.
pub(crate) fn horizon_minutes(threshold_minutes: f64) -> f64 {
    const NEAR: f64 = 180.0;
    if 3.0 * threshold_minutes <= NEAR { NEAR } else { 3.0 * MINUTES }
}
