//! What sort of way it is: `highway=*`, and ferries.

use super::tags::Tags;
use crate::EdgeKind;

/// The sorts of way that some profile may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Class {
    Motorway,
    MotorwayLink,
    Trunk,
    TrunkLink,
    Primary,
    PrimaryLink,
    Secondary,
    SecondaryLink,
    Tertiary,
    TertiaryLink,
    Unclassified,
    Residential,
    LivingStreet,
    Service,
    /// A road of a sort not known.
    Road,
    Track,
    Pedestrian,
    Footway,
    Path,
    Cycleway,
    Bridleway,
    Steps,
    Corridor,
    Platform,
    /// For buses alone.
    Busway,
    Ferry,
}

/// Why a way leads nowhere for anyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unusable {
    /// It is planned, being built, or no longer there.
    NotThere,
    /// Its line is the rim of an area, and no square.
    Area,
    /// A value of `highway` that is no way to travel on.
    NoWay,
}

impl Class {
    /// The sort of a way that has `highway` or `route=ferry`; [`None`] if it has neither.
    pub(crate) fn of(tags: Tags<'_>) -> Option<Result<Self, Unusable>> {
        let highway = tags.get("highway");
        if highway.is_none() && !tags.is("route", "ferry") {
            return None;
        }
        // Footways end at a square's rim: walking along it joins them, where walking across is not modelled.
        let is_square = matches!(highway, Some("pedestrian" | "footway"));
        if tags.is("area", "yes") && !is_square {
            return Some(Err(Unusable::Area));
        }
        let Some(highway) = highway else { return Some(Ok(Self::Ferry)) };
        Some(match highway {
            "motorway" => Ok(Self::Motorway),
            "motorway_link" => Ok(Self::MotorwayLink),
            "trunk" => Ok(Self::Trunk),
            "trunk_link" => Ok(Self::TrunkLink),
            "primary" => Ok(Self::Primary),
            "primary_link" => Ok(Self::PrimaryLink),
            "secondary" => Ok(Self::Secondary),
            "secondary_link" => Ok(Self::SecondaryLink),
            "tertiary" => Ok(Self::Tertiary),
            "tertiary_link" => Ok(Self::TertiaryLink),
            "unclassified" => Ok(Self::Unclassified),
            "residential" => Ok(Self::Residential),
            "living_street" => Ok(Self::LivingStreet),
            "service" => Ok(Self::Service),
            "road" => Ok(Self::Road),
            "track" => Ok(Self::Track),
            "pedestrian" => Ok(Self::Pedestrian),
            "footway" => Ok(Self::Footway),
            // `trail` is an old word for it, still found.
            "path" | "trail" => Ok(Self::Path),
            "cycleway" => Ok(Self::Cycleway),
            "bridleway" => Ok(Self::Bridleway),
            "steps" => Ok(Self::Steps),
            "corridor" | "elevator" => Ok(Self::Corridor),
            "platform" => Ok(Self::Platform),
            "busway" | "bus_guideway" => Ok(Self::Busway),
            "construction" | "proposed" | "planned" | "abandoned" | "disused" | "razed" | "demolished" => {
                Err(Unusable::NotThere)
            }
            _ => Err(Unusable::NoWay),
        })
    }

    /// Whether it is a motorway, or signed as closed to all but motor vehicles (`motorroad=yes`).
    pub(crate) fn is_motor_only(self, tags: Tags<'_>) -> bool {
        matches!(self, Self::Motorway | Self::MotorwayLink) || tags.is("motorroad", "yes")
    }

    /// Whether a place may lie on it. A passage through a building or under an arcade is a street; a tunnel is not.
    pub(crate) fn kind(self, tags: Tags<'_>) -> EdgeKind {
        let is_tunnel = tags.has("tunnel") && !tags.is("tunnel", "building_passage");
        match self {
            Self::Ferry => EdgeKind::Ferry,
            _ if self.is_motor_only(tags) || tags.has("bridge") || is_tunnel => EdgeKind::Passage,
            _ => EdgeKind::Street,
        }
    }
}
