//! Everything stories come in as: tables, JSON, XML, text; of every tool its own dialect.
//!
//! [`Reading`] takes bytes and answers with stories, refused rows and the mapping of columns;
//! [`compare()`] says what they would change. Writes nothing, and knows no screen.

mod bounds;
mod cells;
mod compare;
mod cursor;
mod dialect;
mod encoding;
mod field;
mod incoming;
mod issue;
mod json;
mod lines;
mod points;
mod reading;
mod refused;
mod table;
mod url;
mod wiki;
mod xml;

pub use bounds::{MAX_COLUMNS, MAX_IMPORT_BYTES, MAX_ROWS};
pub use compare::{RowFate, compare};
pub use dialect::Dialect;
pub use encoding::Encoding;
pub use field::Field;
pub use incoming::IncomingStory;
pub use reading::{Column, Imported, Progress, Reading, read};
pub use refused::{Refused, RefusedReason};

pub(super) use bounds::{MAX_LIST, MAX_WORD_CHARS};
pub(super) use incoming::cut;
