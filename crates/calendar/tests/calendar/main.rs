//! The calendar of the repository's notices, day by day, and what is refused.

mod mondays;
mod notices;
mod properties;
mod refusals;
mod school;
mod support;
mod words;
