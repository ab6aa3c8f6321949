//! Loading a site: what good input becomes, and what is said about bad input, at which place.

mod cases;
mod good;
mod hostile;
mod pages;
mod property;
mod same;
