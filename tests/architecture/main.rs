//! The workspace's shape, kept by tests and not by memory: who may use whom, what pure crates never touch, what stands
//! in every folder, which features dependencies have, and which licences come in.

mod features;
mod folders;
mod layers;
mod licences;
mod purity;
mod workspace;
