//! What leaves for people and trackers: the record of a session, a comment for a ticket, an
//! update for Jira. Does not know where it is written to; the words come from a language
//! file.

mod jira;
mod meeting;
mod parts;
mod record;

pub use jira::{JIRA_HEADER, jira_csv};
pub use meeting::{
    MeetingRecord, MeetingRecordWords, meeting_csv, meeting_jira_csv, meeting_record,
};
pub use parts::ticket_comment;
pub use record::{RecordedStory, Section, record, recorded, recorded_section};

/// Words of the record and of comments, in the person's language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RecordWords<'a> {
    /// Before the description.
    pub what: &'a str,
    /// Before the reason.
    pub why: &'a str,
    /// Before the acceptance criteria.
    pub acceptance: &'a str,
    /// Before what it depends on.
    pub dependencies: &'a str,
    /// Before the status.
    pub status: &'a str,
    /// Before the estimate.
    pub estimate: &'a str,
    /// Before the votes.
    pub votes: &'a str,
    /// Before the agreement.
    pub agreement: &'a str,
    /// Before the number of rounds.
    pub rounds: &'a str,
    /// Before what a story took.
    pub time: &'a str,
    /// Before the decisions.
    pub decisions: &'a str,
    /// Before an alternative that was dropped.
    pub instead_of: &'a str,
    /// Before the open questions.
    pub questions: &'a str,
    /// Before the date until which a question is to be answered.
    pub due: &'a str,
    /// Before the risks.
    pub risks: &'a str,
    /// Said of a risk or a question that keeps work from beginning.
    pub blocks: &'a str,
    /// Before a gate that was overruled.
    pub overruled: &'a str,
    /// Before the points with which a story was sent back.
    pub sent_back: &'a str,
}
