//! What leaves Floret as text for other tools: CSV and Markdown of what was
//! estimated. Does not know files, clipboards, languages or where stories live.

mod csv;
mod date;
mod estimated;
mod markdown;

pub use csv::{CSV_HEADER, csv};
pub use date::iso8601_utc;
pub use estimated::EstimatedStory;
pub use markdown::{MarkdownWords, markdown};
