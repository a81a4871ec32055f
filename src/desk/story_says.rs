//! Says fields of a story in the words of a language, on the screen and in what leaves.

use crate::story::Status;
use crate::words::BacklogWords;

/// Where a story stands.
pub fn status(words: &BacklogWords, status: Status) -> &'static str {
    match status {
        Status::Draft => words.status_draft,
        Status::Gaps => words.status_gaps,
        Status::FitToVote => words.status_fit,
        Status::Estimated => words.status_estimated,
        Status::Ready => words.status_ready,
        Status::SentBack => words.status_sent_back,
    }
}
