//! The shape of the words of the Definition of Ready and guided preparation.

use crate::words::Plural;
use crate::words::sections::section;

/// Words of the Definition of Ready and guided preparation.
#[derive(Debug)]
pub struct GateWords {
    /// Title of the screen.
    pub title: &'static str,
    /// The team's list.
    pub screen: ReadyScreen,
    /// One story before its gates.
    pub story: StoryGateTexts,
    /// Texts that count.
    pub n: ReadyCounts,
    /// Wording of the built-in points.
    pub points: PointTexts,
    /// What a verdict rests on.
    pub why: WhyTexts,
    /// What a verdict rests on, where it counts.
    pub counts: WhyCounts,
    /// How it stands with gates and points.
    pub states: GateStates,
    /// The guiding questions, each with its reason.
    pub questions: QuestionTexts,
    /// What is written into a draft.
    pub draft: DraftTexts,
}

section! {
    /// The team's list. `date`: `{0}` day, `{1}` month, `{2}` year; `months`: a word each.
    ReadyScreen: &'static str {
        lead before_vote before_vote_note before_sprint before_sprint_note at_most
        agree agree_never agree_changed agreed agreed_changed
        by_fact own reworded change wording wording_note done move_up move_down to_vote to_sprint
        remove keys_note
        limit limit_note limit_problem add add_to_vote add_to_sprint add_hint full reset
        copy_markdown share share_note link copy_link send_link too_long
        take take_note is_mine
        point_removed taken reset_done date months
    }
}
section! {
    /// One story before its gates. `overruled_on`: `{0}` date, `{1}` who, `{2}` why, `{3}` the
    /// points.
    StoryGateTexts: &'static str {
        vote_gate ready_gate vote_short ready_short open closed overruled
        tick vote_first
        overrule overrule_note who why overruled_note record overruled_on
        mark_ready ready not_ready
        send_back send_back_note word send sent_back_on still nothing_missing take_in
        show said_overruled
    }
}
section! {
    /// Texts that count.
    ReadyCounts: Plural { missing unknown points }
}
section! {
    /// Wording of the built-in points.
    PointTexts: &'static str {
        r1 r2 r3 r4 r5 r6 r7 r8 r9 r10 r11 r12 r13 r14 r15
    }
}

impl PointTexts {
    /// The built-in wording of a point, `R3` say; `None` for a team's own point.
    pub fn of(&self, name: &str) -> Option<&'static str> {
        Some(match name {
            "R1" => self.r1,
            "R2" => self.r2,
            "R3" => self.r3,
            "R4" => self.r4,
            "R5" => self.r5,
            "R6" => self.r6,
            "R7" => self.r7,
            "R8" => self.r8,
            "R9" => self.r9,
            "R10" => self.r10,
            "R11" => self.r11,
            "R12" => self.r12,
            "R13" => self.r13,
            "R14" => self.r14,
            "R15" => self.r15,
            _ => return None,
        })
    }
}

section! {
    /// What a verdict rests on, a sentence each. Sizes: `{0}` the estimate, `{1}` the limit.
    /// `put_off`: `{0}` the words.
    WhyTexts: &'static str {
        said_by_hand unticked_by_hand nobody_ticked not_a_bug no_criteria dependencies_named
        no_dependencies dependencies_empty in_order not_in_order no_limit no_estimate not_a_number
        estimate_within estimate_above voted_together estimated_without_vote no_decision
        no_open_question no_risks nothing_put_off put_off
    }
}
section! {
    /// What a verdict rests on, where it counts.
    WhyCounts: Plural {
        criteria_present decisions_written open_questions questions_stop risks_noted
    }
}
section! {
    /// How it stands with gates and points. `overruled`: `{0}` who, `{1}` why. `against`: `{0}`
    /// what the program sees. `missing`: `{0}` the points.
    GateStates: &'static str {
        open overruled missing against quote
    }
}

/// A question, and why it is asked; `{0}` in both is what the story says, in quotes.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// The question.
    pub question: &'static str,
    /// Its reason.
    pub reason: &'static str,
}

section! {
    /// The guiding questions.
    QuestionTexts: Ask {
        only_a_name bug_steps bug_actual bug_expected no_user no_why no_criteria no_done_when
        spike_question spike_timebox bug_who put_off several_stories vague_words
        criteria_not_checkable bug_where no_error_case no_mock_up existing_data no_dependency
        no_volume no_permission not_included bug_since how_to_show
    }
}
section! {
    /// What is written into a draft: the words of a user story and of a scenario, headings.
    DraftTexts: &'static str {
        as_a i_want so_that given when then steps expected actual who_is_hit environment since
        question timebox settled scope permissions existing mock_up showing
    }
}
