//! The personal checklist: four lists, their items, and the facts that tick them.
//!
//! Pure values and rules; knows no file, no screen, no language and no clock.
