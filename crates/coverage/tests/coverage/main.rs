//! What is worked out from times, held to cities small enough to do by hand and to slow models that share no code with
//! it.

mod access;
mod distribution;
mod nearest;
mod served;
mod slice;
mod streets;
mod support;
