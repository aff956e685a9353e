//! Which of several representations a client likes best (RFC 9110, section 12.5.1).

use actix_web::http::header::{Accept, Quality};
use actix_web::{HttpMessage, HttpRequest};

/// The offer that the client weighs most, the first of those that it weighs alike; the first, if it names none of them.
pub(crate) fn preferred<T: Copy>(request: &HttpRequest, offers: &[(&str, T)]) -> Option<T> {
    let accepted = request.get_header::<Accept>().map(|Accept(accepted)| accepted).unwrap_or_default();
    // The weight of the most exact range that holds the type.
    let weight = |offer: &str| {
        let main = offer.split('/').next().unwrap_or_default();
        let ranges = accepted.iter().filter_map(|range| {
            let exactness = match (range.item.type_().as_str(), range.item.essence_str()) {
                (_, essence) if essence == offer => 2,
                (_, essence) if essence == format!("{main}/*") => 1,
                ("*", _) => 0,
                _ => return None,
            };
            Some((exactness, range.quality))
        });
        ranges.max_by_key(|&(exactness, _)| exactness).map(|(_, quality)| quality)
    };
    let mut best: Option<(Option<Quality>, T)> = None;
    for &(offer, value) in offers {
        let weight = weight(offer);
        if best.is_none_or(|(heaviest, _)| weight > heaviest) {
            best = Some((weight, value));
        }
    }
    best.map(|(_, value)| value)
}
