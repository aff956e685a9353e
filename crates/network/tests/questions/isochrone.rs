//! The area within a time of a place.
