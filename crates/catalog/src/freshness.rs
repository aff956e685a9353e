//! How long what was checked stays checked.
//!
//! A fact ages by its nature: opening hours change with every season, a position hardly ever. The periods are this
//! project's own default, no published rule.

use chrono::{Days, NaiveDate};

use crate::{Place, Provenance, Role};

/// A kind of fact that ages (会过时的信息).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AgingFact {
    /// That a place holds a role.
    Claim,
    /// A place's name.
    Name,
    /// A place's position.
    Position,
    /// Opening hours.
    Hours,
    /// Rules of admission beside the hours.
    Admission,
    /// What it costs.
    Fee,
    /// Whom it is for.
    Audience,
    /// How one books.
    Booking,
    /// How many persons fit.
    Capacity,
    /// How long a visit takes.
    VisitLength,
    /// Whether one can get in with a wheelchair.
    Wheelchair,
    /// How to reach it.
    Contact,
}

impl AgingFact {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Claim,
        Self::Name,
        Self::Position,
        Self::Hours,
        Self::Admission,
        Self::Fee,
        Self::Audience,
        Self::Booking,
        Self::Capacity,
        Self::VisitLength,
        Self::Wheelchair,
        Self::Contact,
    ];

    /// The name used in requests, which is that of the field in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Name => "name",
            Self::Position => "position",
            Self::Hours => "hours",
            Self::Admission => "admission",
            Self::Fee => "fee",
            Self::Audience => "audience",
            Self::Booking => "booking",
            Self::Capacity => "capacity",
            Self::VisitLength => "visit_minutes",
            Self::Wheelchair => "wheelchair",
            Self::Contact => "contact",
        }
    }

    /// For how many days after it was checked the fact is taken as it stands.
    pub fn keeps_for_days(self) -> u64 {
        match self {
            Self::Hours | Self::Admission | Self::Booking => 180,
            Self::Claim | Self::Fee | Self::Audience | Self::Contact => 365,
            Self::Capacity | Self::VisitLength | Self::Wheelchair => 730,
            Self::Name => 1_095,
            Self::Position => 1_825,
        }
    }
}

/// What may be said of a fact on some day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Freshness {
    /// Nobody has ever checked it (未核对).
    Unchecked,
    /// It was checked, too long ago (待复核).
    Stale,
    /// It was checked, and not too long ago.
    Fresh,
}

/// How fresh a fact is on the day `today`. A day of checking yet to come counts as today's.
pub fn freshness(fact: AgingFact, provenance: &Provenance, today: NaiveDate) -> Freshness {
    match provenance.checked_on {
        None => Freshness::Unchecked,
        Some(day) if day.checked_add_days(Days::new(fact.keeps_for_days())).is_none_or(|end| today <= end) => {
            Freshness::Fresh
        }
        Some(_) => Freshness::Stale,
    }
}

impl Role {
    /// The facts that are known of the role and age, its claim first.
    pub fn aging_facts(&self) -> impl Iterator<Item = (AgingFact, &Provenance)> {
        let known = [
            (AgingFact::Hours, self.hours.as_ref().map(|fact| &fact.provenance)),
            (AgingFact::Admission, self.admission.as_ref().map(|fact| &fact.provenance)),
            (AgingFact::Fee, self.fee.as_ref().map(|fact| &fact.provenance)),
            (AgingFact::Audience, self.audience.as_ref().map(|fact| &fact.provenance)),
            (AgingFact::Booking, self.booking.as_ref().map(|fact| &fact.provenance)),
            (AgingFact::Capacity, self.capacity.as_ref().map(|fact| &fact.provenance)),
            (AgingFact::VisitLength, self.visit_minutes.as_ref().map(|fact| &fact.provenance)),
            (AgingFact::Wheelchair, self.wheelchair.as_ref().map(|fact| &fact.provenance)),
            (AgingFact::Contact, self.contact.as_ref().map(|fact| &fact.provenance)),
        ];
        let known = known.into_iter().filter_map(|(fact, provenance)| Some((fact, provenance?)));
        std::iter::once((AgingFact::Claim, &self.claim)).chain(known)
    }

    /// The same, each with its provenance to change.
    pub fn aging_facts_mut(&mut self) -> impl Iterator<Item = (AgingFact, &mut Provenance)> {
        let known = [
            (AgingFact::Hours, self.hours.as_mut().map(|fact| &mut fact.provenance)),
            (AgingFact::Admission, self.admission.as_mut().map(|fact| &mut fact.provenance)),
            (AgingFact::Fee, self.fee.as_mut().map(|fact| &mut fact.provenance)),
            (AgingFact::Audience, self.audience.as_mut().map(|fact| &mut fact.provenance)),
            (AgingFact::Booking, self.booking.as_mut().map(|fact| &mut fact.provenance)),
            (AgingFact::Capacity, self.capacity.as_mut().map(|fact| &mut fact.provenance)),
            (AgingFact::VisitLength, self.visit_minutes.as_mut().map(|fact| &mut fact.provenance)),
            (AgingFact::Wheelchair, self.wheelchair.as_mut().map(|fact| &mut fact.provenance)),
            (AgingFact::Contact, self.contact.as_mut().map(|fact| &mut fact.provenance)),
        ];
        let known = known.into_iter().filter_map(|(fact, provenance)| Some((fact, provenance?)));
        std::iter::once((AgingFact::Claim, &mut self.claim)).chain(known)
    }

    /// How fresh the role is on the day `today`: unchecked if nobody has checked that the place holds it; else stale if any
    /// fact of it that was once checked is.
    pub fn freshness(&self, today: NaiveDate) -> Freshness {
        match freshness(AgingFact::Claim, &self.claim, today) {
            Freshness::Fresh if self.aging_facts().any(|(fact, p)| freshness(fact, p, today) == Freshness::Stale) => {
                Freshness::Stale
            }
            claim => claim,
        }
    }
}

impl Place {
    /// The facts of the place itself that age; its roles' are their own.
    pub fn aging_facts(&self) -> [(AgingFact, &Provenance); 2] {
        [(AgingFact::Name, &self.name_provenance), (AgingFact::Position, &self.position.provenance)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(on: Option<&str>) -> Provenance {
        Provenance { source: "list".into(), checked_on: on.map(|day| day.parse().unwrap()), checked_by: None }
    }

    fn on(day: &str) -> NaiveDate {
        day.parse().unwrap()
    }

    #[test]
    fn hours_are_stale_after_half_a_year_and_a_position_after_five() {
        let checked = checked(Some("2026-01-01"));
        assert_eq!(freshness(AgingFact::Hours, &checked, on("2026-06-30")), Freshness::Fresh);
        assert_eq!(freshness(AgingFact::Hours, &checked, on("2026-07-01")), Freshness::Stale);
        assert_eq!(freshness(AgingFact::Position, &checked, on("2030-12-31")), Freshness::Fresh);
        assert_eq!(freshness(AgingFact::Position, &checked, on("2031-01-01")), Freshness::Stale);
    }

    #[test]
    fn what_nobody_checked_is_unchecked_on_any_day_and_a_check_to_come_is_fresh() {
        assert_eq!(freshness(AgingFact::Fee, &checked(None), on("2026-01-01")), Freshness::Unchecked);
        assert_eq!(freshness(AgingFact::Fee, &checked(Some("2026-02-01")), on("2026-01-01")), Freshness::Fresh);
    }

    #[test]
    fn a_role_is_as_stale_as_the_stalest_fact_that_was_checked() {
        let role = |claim: &str, hours: &str| -> Role {
            serde_json::from_value(serde_json::json!({
                "id": "r-1", "kind": "venue",
                "claim": serde_json::from_str::<serde_json::Value>(claim).unwrap(),
                "hours": serde_json::from_str::<serde_json::Value>(hours).unwrap(),
            }))
            .unwrap()
        };
        let (fresh, old) = (r#""checked_on":"2026-06-01""#, r#""checked_on":"2025-01-01""#);
        let claim = |checked: &str| format!(r#"{{"source":"list",{checked}}}"#);
        let hours = |checked: &str| format!(r#"{{"value":"24/7","source":"list",{checked}}}"#);
        let never = |text: String| text.replace(",}", "}");
        let today = on("2026-06-02");
        assert_eq!(role(&claim(fresh), &hours(fresh)).freshness(today), Freshness::Fresh);
        assert_eq!(role(&claim(fresh), &hours(old)).freshness(today), Freshness::Stale);
        assert_eq!(role(&claim(fresh), &never(hours(""))).freshness(today), Freshness::Fresh);
        assert_eq!(role(&claim(old), &hours(fresh)).freshness(today), Freshness::Stale);
        assert_eq!(role(&never(claim("")), &hours(fresh)).freshness(today), Freshness::Unchecked);
    }
}
