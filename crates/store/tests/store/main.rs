//! What a store promises. Every sentence is tested on both engines, but for what only one of them has.

mod accounts;
mod address;
mod commits;
mod corrections;
mod failover;
mod fixture;
mod following;
mod full_disk;
mod history;
mod home;
mod link_keys;
mod model;
mod opening;
mod races;
mod seeding;
mod sessions;
mod spatial;
mod study_routes;
mod uncertain;
