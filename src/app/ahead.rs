//! Cards that this person kept with packs: each is played once, when the first vote on its
//! story is open, as if it were picked by hand.

use crate::meeting::{AgendaStep, Meeting, Purpose};
use crate::room::{Link, Phase, SeatId, Table, Voter};
use crate::saved::{AHEAD_PREFIX, Kept, KeptPlayed, PLAYED_KEY, read_ahead, write_played};
use crate::story::StoryId;

use super::ctx::Ctx;
use super::prefs::Prefs;
use super::stage::{App, Stage};
use super::view::NoticeText;

/// What this page knows of them.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    /// Those of the pack that was changed last come first.
    cards: Vec<Card>,
    pub(super) played: KeptPlayed,
}

/// One of them.
#[derive(Clone, Debug)]
struct Card {
    pack: String,
    story: StoryId,
    label: String,
}

impl Ahead {
    /// The card that waits for a story.
    fn waiting(&self, story: StoryId) -> Option<&Card> {
        let mut cards = self.cards.iter();
        cards.find(|one| one.story == story && !self.played.has(&one.pack, story))
    }
}

impl Prefs {
    /// Reads all cards kept with packs; what cannot be read waits for nothing.
    pub(super) fn read_ahead(&mut self) {
        let mut packs = Vec::new();
        for key in self.keys(AHEAD_PREFIX) {
            if let Some(Kept::Fine(kept)) = self.text(&key).map(read_ahead) {
                let pack = key.trim_start_matches(AHEAD_PREFIX).to_owned();
                packs.push((kept.at_ms, pack, kept.cards));
            }
        }
        packs.sort_unstable_by(|one, other| other.cmp(one));
        let cards = packs.into_iter().flat_map(|(_, pack, cards)| {
            let card = move |(story, label)| Card {
                pack: pack.clone(),
                story,
                label,
            };
            cards.into_iter().map(card)
        });
        self.ahead.cards = cards.collect();
    }

    /// No card waits for this story any more, of no pack.
    fn keep_played(&mut self, story: StoryId, ctx: &mut Ctx) {
        let Ahead { cards, played } = &mut self.ahead;
        for card in cards.iter().filter(|one| one.story == story) {
            played.add(&card.pack, story);
        }
        let text = write_played(played);
        self.keep(PLAYED_KEY, text, ctx);
    }
}

impl App {
    /// Once per update: a card that waits for the story on the table is played.
    pub(super) fn follow_ahead(&mut self, ctx: &mut Ctx) {
        if self.prefs.ahead.cards.is_empty() {
            return;
        }
        let Some((table, voter)) = self.own_seat(ctx.now_ms) else {
            return;
        };
        let me = self.me();
        let waiting = first_vote(table, me).and_then(|story| self.prefs.ahead.waiting(story));
        let Some(Card { story, label, .. }) = waiting.cloned() else {
            return;
        };
        if table.has_voted(me) || voter.picked(table).is_some() {
            // By hand: there is nothing left to play.
            self.prefs.keep_played(story, ctx);
            return;
        }
        let hand = table.hand();
        let Some(choice) = (0..hand.n_choices()).find(|at| hand.label(*at) == Some(label.as_str()))
        else {
            return;
        };
        self.prefs.keep_played(story, ctx);
        self.choose_own(u16::try_from(choice).ok(), ctx);
        self.notices.add(NoticeText::PlayedAhead(label), ctx.now_ms);
    }

    /// The table and this person's voter, while nothing is on its way between them.
    fn own_seat(&self, now_ms: i64) -> Option<(&Table, &Voter)> {
        match &self.stage {
            Stage::Hosting(hosting) => {
                let host = &hosting.host;
                (!host.is_holding()).then(|| (host.table(), host.voter()))
            }
            Stage::Seated(seated) => {
                let guest = &seated.guest;
                let is_here = guest.link(now_ms) == Link::Linked && guest.is_caught_up();
                let table = guest.table().filter(|_| is_here)?;
                Some((table, guest.voter()))
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => None,
        }
    }
}

/// The story of the meeting on which this seat can vote now, and nobody has seen a result.
fn first_vote(table: &Table, me: SeatId) -> Option<StoryId> {
    let meeting = table.meeting.as_deref().filter(|one| !one.is_over())?;
    let is_open = matches!(table.round.phase, Phase::Voting { .. });
    let is_estimate = table.round.purpose == Purpose::Estimate;
    let is_voter = table.seats.get(&me).is_some_and(|seat| !seat.is_observer);
    let may_vote = is_open && is_estimate && is_voter && table.is_on_roll(me);
    if !may_vote || !has_begun(table, meeting) {
        return None;
    }
    let number = u32::try_from(table.stories.len()).ok();
    let mut topics = meeting.topics.iter();
    let topic = topics.find(|topic| topic.at_table.is_some() && topic.at_table == number)?;
    // Where a story is on the table again, its rounds came along.
    let is_first = table.story()?.rounds.is_empty();
    is_first.then(|| topic.story_id())
}

/// Whether the vote has begun: stories are talked about, or a card lies on the table. Until
/// then people read, or are not all there.
fn has_begun(table: &Table, meeting: &Meeting) -> bool {
    let has_card = table.commitments().is_some_and(|cards| !cards.is_empty());
    let agenda = &meeting.agenda;
    has_card || agenda.parts.is_empty() || agenda.step().is_some_and(AgendaStep::is_of_stories)
}
