//! What might be asked less, found with a search through every plan.

#[path = "../support/checked.rs"]
mod checked;
#[path = "../support/clock.rs"]
mod clock;
#[path = "../support/every_plan.rs"]
mod every_plan;
mod hand;
mod random;
