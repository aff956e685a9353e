//! Those who sign in: editors, reviewers, admins. Families never do, and nothing about them is kept.

pub mod oidc;
pub mod password;
pub(crate) mod person;
pub(crate) mod scope;
pub(crate) mod sign_in;
pub(crate) mod token;

pub(crate) use person::Person;
