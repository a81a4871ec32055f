//! The meeting as a value: its clock, its notes, its gates, and texts that several people
//! type into at once.

mod acts;
mod kept;
mod typing;
