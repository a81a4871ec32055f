//! Short messages of the desk, and sentences for screen readers.

use super::{ListsNotice, ListsSpoken};

/// A short message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskNotice {
    /// Names it for dismissal and undo.
    pub id: u32,
    /// What happened.
    pub text: DeskNoticeText,
    /// An `Undo` button is offered.
    pub can_undo: bool,
}

/// What a notice says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskNoticeText {
    /// Copied to the clipboard.
    Copied,
    /// The browser refused the clipboard.
    CopyRefused,
    /// The browser's storage is full; what is on screen is not kept. Export is offered.
    StorageFull,
    /// The browser's storage is nearly full. Export is offered.
    StorageNearlyFull,
    /// The browser refuses storage (private mode). Export is offered.
    StorageBlocked,
    /// So many kept texts are damaged; a copy is offered, nothing is overwritten.
    StorageDamaged(usize),
    /// Something kept is of a newer Floret and was left alone.
    StorageNewer,
    /// Damaged texts were forgotten.
    DamagedDropped(usize),

    /// A story was deleted; its title.
    StoryDeleted(String),
    /// A story went to another backlog.
    StorySent {
        /// Its title.
        title: String,
        /// The backlog's name, may be empty.
        backlog: String,
    },
    /// A story stands at another place now.
    StoryMoved {
        /// Its title.
        title: String,
        /// Place in the backlog, 1-based.
        place: usize,
    },
    /// A backlog was deleted with its stories.
    BacklogDeleted {
        /// Its name, may be empty.
        name: String,
        /// Stories in it.
        n_stories: usize,
    },
    /// The proposed order is the order now.
    OrderProposed {
        /// Stories that stand elsewhere now.
        n_moved: usize,
        /// Titles of the first ones now.
        first: Vec<String>,
    },
    /// The order is already the one that would be proposed.
    OrderIsGood,
    /// There is no room for more stories.
    BacklogFull,
    /// There is no room for more backlogs.
    TooManyBacklogs,
    /// A question, a risk or a decision was removed.
    ItemRemoved,
    /// The story is not ready: these points are missing.
    NotReady(Vec<String>),
    /// A meeting over so many stories is over, and what it made of them is here.
    MeetingCame(usize),
    /// Estimates came back from the table.
    EstimatesCame(usize),
    /// An import was taken in.
    Imported {
        /// New stories.
        n_new: usize,
        /// Stories that were changed.
        n_changed: usize,
        /// New stories for which there was no room.
        n_no_room: usize,
    },
    /// An import was stopped, and what had come in of it was taken back.
    ImportTakenBack,
    /// The story has nothing yet that could be a comment.
    NothingToComment,
    /// What was on its way to a tracker is there; the story's title.
    WrittenBack(String),
    /// Not all of what was on its way to a tracker is there; the story's title.
    NotWrittenBack(String),

    /// Stories were proposed for the session.
    StoriesProposed(usize),
    /// No story is left to propose.
    NoStoryToPropose,
    /// A story was taken out of the session; its title.
    StoryTakenOut(String),
    /// A story was sent back to the next session; its title.
    StorySentBack(String),
    /// A follow-up was removed.
    FollowUpRemoved,
    /// A record was deleted; what its meeting was for.
    RecordDeleted(String),
    /// A new session was begun.
    PlanBegunAnew,
    /// No planned story may be voted on.
    NothingToVote,
    /// The stories of the session stand in another order.
    AgendaSorted,
    /// They stand in the order that was wished for already.
    AgendaIsSorted,
    /// A question from a reply is among the story's own.
    QuestionTaken,

    /// Something was done to the four lists.
    Lists(ListsNotice),
    /// There is room for so many items of one's own in the four lists.
    ListsFull(usize),
    /// A point of the team's own was removed from the Definition of Ready; its wording.
    PointRemoved(String),
    /// The Definition of Ready that came as a link is the team's now.
    DefinitionTaken,
    /// The built-in Definition of Ready is the team's again.
    DefinitionReset,
    /// A gate was overruled; the story's title.
    GateOverruled(String),
    /// So many parts of a draft were taken over into the story.
    DraftTaken(usize),
}

/// A sentence for screen readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskSpoken {
    /// A story stands at this place, 1-based, of so many shown.
    Moved {
        /// Its title.
        title: String,
        /// Place.
        place: usize,
        /// Stories in the list.
        of: usize,
    },
    /// So many stories are shown after a search.
    Found(usize),
    /// A story was added; its title, may be empty.
    Added(String),
    /// Something happened to the four lists.
    Lists(ListsSpoken),
    /// So many answers of a model were written to their questions.
    AnswersFilledIn(usize),
    /// A model's text is in the draft.
    DraftGrew,
}
