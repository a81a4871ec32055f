//! Which sentence goes with which answer of the program.

mod net;

pub(super) use net::{advice, check, finding, ice_problem, link, turn_problem, verdict};

use crate::app::view::{
    AgendaView, Announcement, DeckName, DeckProblem, Exposed, Guard, NameProblem, NoticeText,
    ReplyOutcome, Stop, StorageView, TalkView, VoidView,
};
use crate::words::{Words, fill};

/// A notice.
pub(super) fn notice(words: &Words, text: &NoticeText) -> String {
    let say = &words.notice;
    let fixed = match text {
        NoticeText::SeatRemoved(name) => return fill(say.seat_removed, &[name]),
        NoticeText::DeckDeleted(name) => return fill(say.deck_deleted, &[name]),
        NoticeText::PlayedAhead(card) => return fill(say.played_ahead, &[card]),
        NoticeText::Reply(outcome) => return reply(words, outcome),
        NoticeText::TookOver => words.back.took_over,
        NoticeText::PersonForgotten(name) => return fill(words.people.forgotten, &[name]),
        NoticeText::TableForgotten => say.table_forgotten,
        NoticeText::TableReplaced => say.table_replaced,
        NoticeText::VotesCleared => say.votes_cleared,
        NoticeText::StorageFull => say.storage_full,
        NoticeText::StorageNearlyFull => say.storage_nearly_full,
        NoticeText::StorageBlocked => say.storage_blocked,
        NoticeText::StorageDamaged => say.storage_damaged,
        NoticeText::StorageNewer => say.storage_newer,
        NoticeText::Copied => say.copied,
        NoticeText::CopyRefused => say.copy_refused,
        NoticeText::Restored => say.restored,
        NoticeText::RestoreRefused => say.restore_refused,
        NoticeText::SlowDown => say.slow_down,
        NoticeText::Offline => say.offline,
        NoticeText::CommentLost => say.comment_lost,
        NoticeText::HostListWrong => say.list_wrong,
    };
    fixed.into()
}

/// Why a round cannot be counted, and what to do.
pub(super) fn void(words: &Words, why: &VoidView) -> String {
    let say = &words.round;
    let reason = match why {
        VoidView::Left(names) => fill(say.void_left, &[&words.names(names)]),
        VoidView::DoesNotMatch(names) if names.is_empty() => say.void_mismatch_some.into(),
        VoidView::DoesNotMatch(names) => fill(say.void_mismatch, &[&words.names(names)]),
        VoidView::ImpossibleSum => say.void_sum.into(),
        VoidView::Refused(name) => fill(say.void_refused, &[name]),
    };
    format!("{reason} {}", say.void_do)
}

/// Where the story stands among those planned, and what comes next.
pub(super) fn agenda(words: &Words, agenda: &AgendaView) -> String {
    let say = &words.table;
    let here = agenda
        .at
        .map(|at| fill(say.planned, &[&at.to_string(), &agenda.of.to_string()]));
    let next = match &agenda.next {
        Some(title) => Some(fill(say.planned_next, &[title])),
        None if agenda.at == Some(agenda.of) => Some(say.planned_last.to_owned()),
        None => None,
    };
    let both = [here, next];
    both.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What became of a reply.
pub(super) fn reply(words: &Words, outcome: &ReplyOutcome) -> String {
    let say = &words.invite;
    match outcome {
        ReplyOutcome::Taken(name) => fill(say.taken, &[name]),
        ReplyOutcome::Seated(name) => fill(say.seated, &[name]),
        ReplyOutcome::Twice(name) => fill(say.twice, &[name]),
        ReplyOutcome::TooLate(name) => fill(say.too_late, &[name]),
        ReplyOutcome::Unreachable(name) => fill(say.unreachable, &[name]),
        ReplyOutcome::Full(name) => fill(say.full, &[name]),
        ReplyOutcome::OtherTable => say.other_table.into(),
        ReplyOutcome::Damaged => say.damaged.into(),
        ReplyOutcome::TooNew => say.too_new.into(),
        ReplyOutcome::NoneFound => say.none_found.into(),
    }
}

/// A sentence for screen readers.
pub(super) fn announcement(words: &Words, what: &Announcement) -> String {
    let say = &words.announce;
    match what {
        Announcement::Votes(n, of) => fill(say.votes, &[&n.to_string(), &of.to_string()]),
        Announcement::Revealed(text) => fill(say.revealed, &[text]),
        Announcement::Void(why) => void(words, why),
        Announcement::NewRound => say.new_round.into(),
        Announcement::Story(title) if title.is_empty() => say.story_untitled.into(),
        Announcement::Story(title) => fill(say.story, &[title]),
        Announcement::Joined(name) => fill(say.joined, &[name]),
        Announcement::Left(name) => fill(say.left, &[name]),
    }
}

/// Why the way is closed, and what to do.
pub(super) fn stop(words: &Words, why: &Stop) -> (&'static str, String) {
    let say = &words.stop;
    let (title, advice) = match why {
        Stop::NoWebRtc => (say.no_webrtc, say.no_webrtc_do),
        Stop::LinkTruncated => (say.truncated, say.truncated_do),
        Stop::LinkDamaged => (say.damaged, say.damaged_do),
        Stop::LinkTooNew => (say.too_new, say.too_new_do),
        Stop::LinkForeign => (say.foreign, say.foreign_do),
        Stop::Ended => (say.ended, say.ended_do),
        Stop::Removed => (say.removed, say.removed_do),
        Stop::Left => (say.left, say.left_do),
        Stop::Full { limit } => {
            return (say.full, fill(say.full_do, &[&limit.to_string()]));
        }
        Stop::LostHost { .. } => (say.lost_host, say.lost_host_do),
        Stop::OtherVersion { we_are_older: true } => (say.older, say.older_do),
        Stop::OtherVersion {
            we_are_older: false,
        } => (say.newer, say.newer_do),
        Stop::OpenElsewhere => (say.elsewhere, say.elsewhere_do),
        Stop::Unseated => (say.unseated, say.unseated_do),
    };
    (title, advice.into())
}

/// What is wrong with a name.
pub(super) fn name_problem(words: &Words, problem: NameProblem) -> String {
    match problem {
        NameProblem::Empty => words.name.empty.into(),
        NameProblem::TooLong { length, limit } => fill(
            words.name.too_long,
            &[&length.to_string(), &limit.to_string()],
        ),
    }
}

/// What is wrong with a custom deck.
pub(super) fn deck_problem(words: &Words, problem: &DeckProblem) -> String {
    let say = &words.rules;
    match problem {
        DeckProblem::TooFew(n) => fill(say.too_few, &[&n.to_string()]),
        DeckProblem::TooMany(n) => fill(say.too_many, &[&n.to_string()]),
        DeckProblem::CardTooLong(card) => fill(say.card_too_long, &[card]),
        DeckProblem::Twice(card) => fill(say.twice, &[card]),
        DeckProblem::NotANumber(text) => fill(say.not_a_number, &[text]),
        DeckProblem::AddOn(card) => fill(say.add_on, &[card]),
        DeckProblem::NoName => say.no_name.into(),
        DeckProblem::Unprintable(card) => fill(say.unprintable, &[card]),
        DeckProblem::NameTooLong(n) => fill(say.name_too_long, &[&n.to_string()]),
    }
}

/// A deck's name.
pub(super) fn deck_name(words: &Words, name: &DeckName) -> String {
    let say = &words.rules;
    let fixed = match name {
        DeckName::Fibonacci => say.fibonacci,
        DeckName::ShortFibonacci => say.short_fibonacci,
        DeckName::ModifiedFibonacci => say.modified_fibonacci,
        DeckName::TShirt => say.t_shirt,
        DeckName::PowersOfTwo => say.powers_of_two,
        DeckName::Hours => say.hours,
        DeckName::FiveFingers => say.five_fingers,
        DeckName::Ready => say.ready,
        DeckName::Custom(name) => return name.clone(),
    };
    fixed.into()
}

/// Why a result hides nobody.
pub(super) fn exposed(words: &Words, why: Exposed) -> &'static str {
    let say = &words.result;
    match why {
        Exposed::Alone => say.alone,
        Exposed::Two => say.two,
        Exposed::Unanimous => say.unanimous,
    }
}

/// What a spread means: a headline and a sentence.
pub(super) fn talk(words: &Words, talk: TalkView, low: &str, high: &str) -> (&'static str, String) {
    let say = &words.result;
    match talk {
        TalkView::Consensus => (say.consensus, say.consensus_note.into()),
        TalkView::Close => (say.close, fill(say.close_note, &[low, high])),
        TalkView::Talk => (say.talk, fill(say.talk_note, &[low, high])),
    }
}

/// The question before something is lost: title, explanation, yes, no.
pub(super) fn guard(words: &Words, guard: Guard) -> (String, String, &'static str, &'static str) {
    let say = &words.guard;
    match guard {
        Guard::Reveal { missing } => (
            words.count.missing.of(missing),
            say.reveal_note.into(),
            say.reveal_yes,
            say.reveal_no,
        ),
        Guard::NextStory { votes } => (
            say.next.into(),
            words.count.votes_lost.of(votes),
            say.next_yes,
            say.next_no,
        ),
        Guard::HostLeaves { others, .. } => {
            let note = format!("{} {}", words.count.others_leave.of(others), say.leave_note);
            (say.leave.into(), note, say.leave_yes, say.leave_no)
        }
    }
}

/// The state of the storage.
pub(super) fn storage(words: &'static Words, state: StorageView) -> &'static str {
    let say = &words.settings;
    match state {
        StorageView::Fine => say.storage_fine,
        StorageView::Full => say.storage_full,
        StorageView::Blocked => say.storage_blocked,
        StorageView::Damaged => say.storage_damaged,
        StorageView::Newer => say.storage_newer,
    }
}
