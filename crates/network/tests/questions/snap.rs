//! From a place to its street.
