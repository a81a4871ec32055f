//! The pack as it is seen: by whoever makes it, and by whoever it came to.

use std::sync::Arc;

pub use crate::meeting::{Pack, PackStory, ReplierId};
pub use crate::saved::DraftAnswer;
pub use crate::wire::PackError;

use super::StoryId;

/// Decks offered for estimates made beforehand, in order.
pub const N_PACK_DECKS: usize = 6;

/// The organiser's side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackView {
    /// Who makes it; may be empty.
    pub organiser: String,
    /// Position of the deck among those offered.
    pub deck: usize,
    /// A pack was begun for this session, so replies may come.
    pub is_begun: bool,
    /// The pack as it is now, once it was made on this page.
    pub parcel: Option<ParcelView>,
    /// A system share sheet is there.
    pub can_share: bool,
    /// What became of the replies taken in last.
    pub outcomes: Vec<ReplyOutcome>,
    /// Bumped each time replies were taken in.
    pub n_taken: usize,
    /// Who has answered.
    pub people: Vec<PersonRow>,
    /// Stories of the session to which somebody has said something.
    pub stories: Vec<HeardRow>,
}

/// A pack, a reply or a record that is ready to be sent, or why it is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParcelView {
    /// A link; the whole address.
    Link(String),
    /// A file of so many kB.
    File(usize),
    /// Too long even for a file.
    TooLong,
    /// Nothing is planned, so there is nothing to send.
    NoStories,
    /// Whoever replies has not said who they are.
    NoName,
}

/// What became of one reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyOutcome {
    /// It is taken in; whose it is.
    Taken(String),
    /// It was in already; whose it is.
    Twice(String),
    /// There is no room for more people, or for more of this one.
    Full,
    /// No pack was made for this session.
    NoPack,
    /// It cannot be read, or is not for this session.
    Refused(PackError),
}

/// Somebody who has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// Who.
    pub who: ReplierId,
    /// What they are called.
    pub name: String,
    /// Stories of the session that they have read.
    pub n_read: usize,
    /// Stories that are unclear to them.
    pub n_unclear: usize,
    /// Stories on which they have commented.
    pub n_comments: usize,
    /// Questions they ask.
    pub n_questions: usize,
    /// Estimates they have made.
    pub n_estimates: usize,
}

/// A story of the session to which somebody has said something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardRow {
    /// Which.
    pub id: StoryId,
    /// Key in the tracker, may be empty.
    pub key: String,
    /// Title, may be empty.
    pub title: String,
    /// To whom it is unclear.
    pub unclear: Vec<String>,
    /// Comments, each with who wrote it.
    pub comments: Vec<(String, String)>,
    /// Questions.
    pub questions: Vec<AskedRow>,
    /// The estimates sent ahead.
    pub ahead: AheadView,
}

/// A question that came in a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedRow {
    /// Who asks, as a name and for the click.
    pub name: String,
    /// Who asks.
    pub who: ReplierId,
    /// Its place among that person's questions to the story, from 0.
    pub at: usize,
    /// The question.
    pub text: String,
    /// It is among the story's open questions.
    pub is_in_story: bool,
}

/// Estimates of one story that were made before the session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AheadView {
    /// Estimates still under their seals: the story's cards are not turned.
    pub n_sealed: usize,
    /// Estimates that their makers keep and play at the table.
    pub n_kept: usize,
    /// Cards and who sent them, once the story was revealed.
    pub shown: Vec<(String, String)>,
}

/// A pack that came from somebody, or a reply that was opened as a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackedView {
    /// A pack that can be read and answered.
    Open(Box<PackedContent>),
    /// It cannot be read.
    Unreadable(PackError),
    /// It is not kept in this browser (any more).
    Gone,
    /// What became of a reply that was opened.
    Reply(ReplyOutcome),
}

/// A pack that came, and what this person says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedContent {
    /// The pack; shared, so that a view costs nothing.
    pub pack: Arc<Pack>,
    /// When the session begins, as people say it; empty: nobody said.
    pub begins: String,
    /// What this person is called, as typed.
    pub name: String,
    /// This person will not sit at the table.
    pub is_absent: bool,
    /// What is said of each story, in the order of the pack.
    pub drafts: Vec<DraftAnswer>,
    /// The reply, once it was made.
    pub reply: Option<ParcelView>,
    /// A system share sheet is there.
    pub can_share: bool,
}
