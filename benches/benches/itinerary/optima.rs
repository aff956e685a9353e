//! Proven optima of instances with one route (G. Righini and M. Salani, "Decremental state space relaxation strategies and
//! initialization heuristics for solving the orienteering problem with time windows with dynamic programming", 2009).

/// By name of the instance.
const OPTIMA: [(&str, u64); 19] = [
    ("c101", 320),
    ("c102", 360),
    ("c103", 400),
    ("c104", 420),
    ("c105", 340),
    ("c106", 340),
    ("c107", 370),
    ("c108", 370),
    ("c109", 380),
    ("r101", 198),
    ("r102", 286),
    ("r103", 293),
    ("r105", 247),
    ("r106", 293),
    ("pr01", 308),
    ("pr02", 404),
    ("pr03", 394),
    ("pr04", 489),
    ("pr05", 595),
];

/// The optimum of an instance with one route, where it is proven.
pub(crate) fn proven(name: &str) -> Option<u64> {
    OPTIMA.iter().find(|(known, _)| *known == name).map(|(_, optimum)| *optimum)
}
