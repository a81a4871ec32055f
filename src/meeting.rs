//! The meeting: what is planned for it, how it runs, what is left of it. Knows no file, no
//! screen, no language, no clock and no table; acts come in the order the host gave them.

mod act;
mod answers;
mod doing;
mod draft;
mod fits;
mod leaving;
mod note;
mod pack;
mod people;
mod plan;
mod ready;
mod record;
mod running;
mod state;
mod topic;
mod typed;
mod wall_clock;

pub use act::{Act, Place, Right};
pub use answers::{
    Ahead, Answer, MAX_ANSWERED, MAX_ASKED, MAX_COMMENT_CHARS, MAX_REPLIERS, MAX_SEAL_BYTES,
    Replier, ReplierId, Replies, Reply,
};
pub use draft::Draft;
pub use note::{Note, NoteField, NoteId, NoteKind, NoteState};
pub use pack::{
    MAX_CARD_CHARS, MAX_PACK_CARDS, MAX_PACK_QUESTIONS, MAX_PERSON_CHARS, Pack, PackKey,
    PackSecret, PackStory, line, lines,
};
pub use people::{Duties, Duty, Person, PersonId};
pub use plan::{
    AgendaItem, AgendaStep, MAX_FOLLOW_UPS, MAX_LINE_CHARS, MAX_MINUTES, MAX_PLANNED, OwnFollowUp,
    Plan, SLOT_MINUTES,
};
pub use record::{Counted, Estimated, Handout, Poll, Purpose, Record};
pub use running::{Agenda, Time, Timebox, time};
pub use state::{
    AskedPoint, MAX_MEETING_CHARS, MAX_NOTE_CHARS, MAX_NOTES, MAX_TOPIC_CHARS, Meeting,
};
pub use topic::{Fate, Overruled, Topic, TopicField, TopicId};
pub use typed::{Edit, History, Part, Typed, carry_caret};
pub use wall_clock::{NotAWallClock, WallClock};
