//! What is known of the team, the planned session and the last one, as numbers. Whoever
//! fills this in leaves out what it does not know, and that ticks nothing.

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Share {
    /// Those of which it is true.
    pub n: u32,
    /// All of them.
    pub of: u32,
}

impl Share {
    /// The number, if it is true of all and there are any.
    pub(super) fn all(self) -> Option<u32> {
        self.all_or_none().filter(|&n| n > 0)
    }

    /// The number, if it is true of all, even where there are none.
    pub(super) fn all_or_none(self) -> Option<u32> {
        (self.n >= self.of).then_some(self.of)
    }
}

/// Everything the rules look at.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Facts {
    /// Of the team.
    pub team: TeamFacts,
    /// Of the planned session and its stories.
    pub plan: PlanFacts,
    /// Of the session while it runs and after.
    pub meeting: MeetingFacts,
    /// Of what was done with its results.
    pub outcome: OutcomeFacts,
}

/// Of the team.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TeamFacts {
    /// Points of the Definition of Ready that are switched on, once the team has made the
    /// list its own (P2).
    pub n_agreed_points: Option<u32>,
}

/// Of the planned session and its stories.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PlanFacts {
    /// The goal of the session (B1).
    pub goal: Option<String>,
    /// Whether its limits are set: how long it is, what is left out (B1).
    pub has_limits: bool,
    /// Stories picked (B2); the next ones are about these.
    pub n_picked: u32,
    /// Whether none stands below one of lower priority (B3).
    pub is_by_priority: Option<bool>,
    /// Whether those of equal priority stand with the least understood first (B4).
    pub is_least_understood_first: Option<bool>,
    /// Picked stories that were checked against the Definition of Ready (B5).
    pub checked: Share,
    /// Picked stories that do not pass the vote gate (B7).
    pub n_unready: Option<u32>,
    /// Stories that were moved to a later session (B7).
    pub n_moved_later: u32,
    /// Questions of the guided preparation that have an answer (B12); `None`: nobody asked.
    pub questions: Option<Share>,
    /// Picked stories that name who is needed (B14).
    pub needed: Share,
    /// Who moderates (B17).
    pub moderator: Option<String>,
    /// Who writes down (B18).
    pub scribe: Option<String>,
    /// When the session begins, in ms since 1970 UTC (B19).
    pub begins_ms: Option<i64>,
    /// When the stories were sent ahead, in ms since 1970 UTC (B19).
    pub sent_ms: Option<i64>,
    /// Whether comments were asked for (B20).
    pub is_comment_asked: bool,
    /// Minutes of silent reading on the agenda (B21).
    pub reading_minutes: u32,
    /// Parts of the agenda that have a timebox (B22).
    pub timeboxed: Share,
    /// Minutes of all timeboxes (B22).
    pub agenda_minutes: u32,
    /// Open points of last time on the list (B23); `None`: nobody knows of a last time.
    pub n_follow_ups: Option<u32>,
    /// Whether somebody else came by the link to a table with its deck (B24).
    pub is_table_tried: bool,
}

/// Of the session while it runs and after.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MeetingFacts {
    /// Points of last time closed or carried over (D1); `None`: not looked at.
    pub follow_ups: Option<Share>,
    /// Seats that signalled that they have read everything (D2), once the reading is over.
    pub read: Share,
    /// Stories that were talked about (D3), once the walk-through is over.
    pub walked: Share,
    /// Topics put into the parking lot (D5); 0: nothing had to be; `None`: nobody knows.
    pub n_parked: Option<u32>,
    /// Estimated stories that pass the vote gate without an overruling (D11).
    pub passed_first: Share,
    /// Estimated stories, where the walk-through came before the estimates (D11).
    pub n_walked_first: u32,
    /// Rounds at the same moment and without names, of all rounds (D12).
    pub anonymous: Share,
    /// Stories with differing numbers in the first round that got another round (D13);
    /// `None`: no round.
    pub revoted: Option<Share>,
    /// Risks and blockers named (D15); `None`: nobody asked.
    pub n_risks: Option<u32>,
    /// Timeboxes that were held, of those that were used (D16).
    pub timeboxes: Share,
    /// Decisions with a reason, of those that are written and those that are missing (D17).
    pub reasoned: Share,
    /// Stories marked ready, of those that pass the Definition of Ready (D18).
    pub marked_ready: Share,
}

/// Of what was done with the results.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct OutcomeFacts {
    /// Stories with decisions whose decisions were exported or copied (A1).
    pub decisions_out: Share,
    /// Whether the record was handed out (A3).
    pub is_record_out: bool,
    /// Estimated stories whose estimate was exported or copied (A4).
    pub estimates_out: Share,
    /// Open questions with owner and date (A5); `None`: nobody looked.
    pub owned_questions: Option<Share>,
    /// Stories sent back with their gaps listed and on the next agenda (A6); `None`: no
    /// session was held.
    pub sent_back: Option<Share>,
    /// How long sprint planning took, in minutes (A9).
    pub planning_minutes: Option<u32>,
    /// Signals filled in, of five (A10).
    pub n_signals: u32,
}
