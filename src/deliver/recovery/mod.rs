//! Bringing to an end what a crash or a lost answer left open, by the last durable event (operations reference 3.8).
//!
//! A look-up decides wherever the platform has one; where it has none, the call is repeated with the same key or a person
//! is asked. Waits are counted from the intent, so that a later run need not wait again.

pub(super) mod draft;
pub(super) mod look;
pub(super) mod send;
pub(super) mod submit;
