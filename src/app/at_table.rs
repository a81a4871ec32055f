//! What a person does at the table, as intents of its seat.

use litemap::LiteMap;

use crate::room::{Intent, MAX_COMMENT_CHARS, Phase, Seat, SeatId, Table};

use super::ctx::Ctx;
use super::event::Event;
use super::notices::Undo;
use super::stage::{App, Stage};
use super::view::{Guard, NoticeText};

impl App {
    /// Passes on what the person wants, after asking where something would be lost.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "`App::take` has sorted the events; the others never come here"
    )]
    pub(super) fn at_table(&mut self, event: Event, ctx: &mut Ctx) {
        match event {
            // A digit pressed while there is no hand on the screen means nothing.
            Event::CardPicked(_) if self.table().is_some_and(Table::cards_rest) => {}
            Event::CardPicked(choice) => self.choose(u16::try_from(choice).ok(), ctx),
            Event::VoteTakenBack => self.choose(None, ctx),
            Event::CommentTyped(text) => self.remark(&text, ctx),
            Event::RevealPressed => self.reveal(ctx),
            Event::CountdownStopped => self.want(|round, _| Intent::StopCountdown { round }, ctx),
            Event::VoteAgain => self.want(|round, _| Intent::VoteAgain { round }, ctx),
            Event::NextStory => self.next_story_pressed(ctx),
            Event::TitleTyped(title) => {
                self.want(|_, story| Intent::Title { story, title }, ctx);
            }
            Event::LookBack => self.look(-1),
            Event::LookForward => self.look(1),
            Event::LookAt(number) => self.look_at(number.saturating_sub(1)),
            Event::EstimateSaved(estimate) => {
                self.want(|_, story| Intent::Save { story, estimate }, ctx);
            }
            Event::Explain(on) => self.want(|_, _| Intent::Explain { on }, ctx),
            Event::TimerToggled => self.toggle_timer(ctx),
            Event::Renamed(name) => self.rename(&name, ctx),
            Event::Observe(on) => self.want(|_, _| Intent::Observe { on }, ctx),
            Event::SeatRemoved(seat) => self.remove_seat(seat, ctx),
            _not_at_table => {}
        }
    }

    fn choose(&mut self, choice: Option<u16>, ctx: &mut Ctx) {
        if let Stage::Hosting(hosting) = &mut self.stage
            && let Some(seat) = hosting.acting_for()
        {
            // Face down again at once: the next person may look at this screen.
            hosting.local.acting_for = None;
            let (now_ms, rng) = (ctx.now_ms, &mut ctx.rng);
            let outs = hosting.host.choose_for(seat, choice, now_ms, rng);
            let reign = hosting.carry_out(outs, &mut self.notices, ctx);
            self.follow_reign(reign, ctx);
        } else {
            self.choose_own(choice, ctx);
        }
    }

    /// Picks a card for this person's own seat, or takes the vote back.
    pub(super) fn choose_own(&mut self, choice: Option<u16>, ctx: &mut Ctx) {
        match &mut self.stage {
            Stage::Hosting(hosting) => {
                let (now_ms, rng) = (ctx.now_ms, &mut ctx.rng);
                let outs = hosting.host.choose(choice, now_ms, rng);
                let reign = hosting.carry_out(outs, &mut self.notices, ctx);
                self.follow_reign(reign, ctx);
            }
            Stage::Seated(seated) => {
                let outs = seated.guest.choose(choice, ctx.now_ms, &mut ctx.rng);
                seated.send(outs, ctx);
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => {}
        }
    }

    fn remark(&mut self, text: &str, ctx: &mut Ctx) {
        let text: String = text.chars().take(MAX_COMMENT_CHARS).collect();
        match &mut self.stage {
            Stage::Hosting(hosting) => {
                let (now_ms, rng) = (ctx.now_ms, &mut ctx.rng);
                let outs = match hosting.acting_for() {
                    Some(seat) => hosting.host.remark_for(seat, &text, now_ms, rng),
                    None => hosting.host.remark(&text, now_ms, rng),
                };
                let reign = hosting.carry_out(outs, &mut self.notices, ctx);
                self.follow_reign(reign, ctx);
            }
            Stage::Seated(seated) => {
                let outs = seated.guest.remark(&text, ctx.now_ms, &mut ctx.rng);
                seated.send(outs, ctx);
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => {}
        }
    }

    fn reveal(&mut self, ctx: &mut Ctx) {
        let Some(table) = self.table() else { return };
        if !table.can_reveal() || !table.may_run(self.me()) {
            return;
        }
        match table.n_missing() {
            0 => self.want(|round, _| Intent::Reveal { round }, ctx),
            missing => self.guard = Some(Guard::Reveal { missing }),
        }
    }

    fn next_story_pressed(&mut self, ctx: &mut Ctx) {
        let Some(table) = self.table() else { return };
        if !table.may_run(self.me()) || is_pristine(table) {
            return;
        }
        match table.commitments().map_or(0, litemap::LiteMap::len) {
            0 => self.next_story(ctx),
            votes => self.guard = Some(Guard::NextStory { votes }),
        }
    }

    /// A new story; its title box takes the focus.
    pub(super) fn next_story(&mut self, ctx: &mut Ctx) {
        self.want(
            |_, after| Intent::NextStory {
                after,
                title: String::new(),
            },
            ctx,
        );
        if let Some(local) = self.local() {
            local.looking_at = None;
            local.focus = local.focus.wrapping_add(1);
        }
    }

    /// Looks at an earlier or later story; the vote on the current one goes on.
    fn look(&mut self, step: isize) {
        let Some(n_stories) = self.table().map(|table| table.stories.len()) else {
            return;
        };
        let current = n_stories.saturating_sub(1);
        let from = self
            .local()
            .and_then(|local| local.looking_at)
            .unwrap_or(current);
        if let Some(to) = from.checked_add_signed(step) {
            self.look_at(to);
        }
    }

    fn look_at(&mut self, story: usize) {
        let Some(n_stories) = self.table().map(|table| table.stories.len()) else {
            return;
        };
        let Some(local) = self.local() else { return };
        if story < n_stories {
            local.looking_at = (story + 1 < n_stories).then_some(story);
        }
    }

    fn toggle_timer(&mut self, ctx: &mut Ctx) {
        let runs = self.table().is_some_and(|table| table.timer.is_some());
        let length_s = if runs {
            0
        } else {
            self.prefs.settings.timer_minutes.clamp(1, 60) * 60
        };
        self.want(|_, _| Intent::Timer { length_s }, ctx);
    }

    fn rename(&mut self, name: &str, ctx: &mut Ctx) {
        let Ok(name) = crate::room::tidy_name(name) else {
            return;
        };
        self.remember_name(&name, ctx);
        self.want(|_, _| Intent::Rename { name }, ctx);
    }

    fn remove_seat(&mut self, seat: SeatId, ctx: &mut Ctx) {
        let me = self.me();
        let name = self
            .table()
            .filter(|table| table.may_arrange(me) && seat != me && table.is_seated(seat))
            .and_then(|table| table.seats.get(&seat))
            .map(named);
        let Some(name) = name else { return };
        self.want(|_, _| Intent::Remove { seat }, ctx);
        self.notices
            .add_undo(NoticeText::SeatRemoved(name), Undo::Seat(seat), ctx.now_ms);
    }

    /// A question counts along, and goes when events have answered it.
    pub(super) fn follow_guard(&mut self) {
        let others = match &self.stage {
            Stage::Hosting(hosting) => hosting.host.n_linked() - 1,
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Seated(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => 0,
        };
        let table = self.table();
        let n_votes = table.and_then(Table::commitments).map_or(0, LiteMap::len);
        let missing = table
            .filter(|table| table.can_reveal())
            .map_or(0, Table::n_missing);
        self.guard = match self.guard {
            Some(Guard::Reveal { .. }) => (missing > 0).then_some(Guard::Reveal { missing }),
            Some(Guard::NextStory { .. }) => {
                (n_votes > 0).then_some(Guard::NextStory { votes: n_votes })
            }
            Some(Guard::HostLeaves { .. }) => {
                let has_deputy = table.is_some_and(|table| table.deputy.is_some());
                (others > 0).then_some(Guard::HostLeaves { others, has_deputy })
            }
            None => None,
        };
    }

    /// This person's seat.
    pub(super) fn me(&self) -> SeatId {
        match &self.stage {
            Stage::Hosting(hosting) => hosting.host.me(),
            Stage::Seated(seated) => seated.guest.me(),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => SeatId(0),
        }
    }
}

fn named(seat: &Seat) -> String {
    seat.name.clone()
}

/// Nothing was written, voted or counted on the current story.
fn is_pristine(table: &Table) -> bool {
    let is_open =
        matches!(&table.round.phase, Phase::Voting { commitments } if commitments.is_empty());
    is_open
        && table
            .story()
            .is_some_and(|story| story.title.is_empty() && story.rounds.is_empty())
}
