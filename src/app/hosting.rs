//! This page holds the table: the host's machine, its door and its links.

use litemap::LiteMap;

use crate::ballot::SeatSecret;
use crate::room::{Host, HostNews, LinkId, Out, Rules, Story, ToGuest};
use crate::wire::frame::FrameKind;
use crate::wire::{ReplyId, RoomSecret, find_replies};

use super::ctx::Ctx;
use super::door::Door;
use super::event::{Effect, PeerId, PeerNews};
use super::line::{Line, LineError, say};
use super::local::Local;
use super::notices::Notices;
use super::prefs::Prefs;
use super::tabs::TabMessage;
use super::view::{NoticeText, ReplyOutcome};

/// Outcomes of replies shown on the invite panel.
pub(super) const MAX_OUTCOMES: usize = 12;

/// A connection is closed this long after its last word, so that the word arrives, in ms.
const CLOSE_AFTER_MS: i64 = 400;

/// The table, held here.
#[derive(Debug)]
pub(super) struct Hosting {
    pub(super) host: Host,
    pub(super) door: Door,
    pub(super) local: Local,
    /// What became of replies, newest first.
    pub(super) outcomes: Vec<ReplyOutcome>,
    /// Bumped when a paste was used up.
    pub(super) pastes: u32,
    /// This tab may keep the table; another may hold it.
    pub(super) has_lock: bool,
    lines: LiteMap<PeerId, OpenLine>,
    closing: Vec<(PeerId, i64)>,
}

#[derive(Debug)]
struct OpenLine {
    line: Line,
    reply: Option<ReplyId>,
}

impl Hosting {
    /// Opens a table, new or kept.
    pub(super) fn open(
        name: &str,
        rules: Rules,
        stories: Vec<Story>,
        prefs: &Prefs,
        ctx: &mut Ctx,
    ) -> Self {
        let secret = RoomSecret::random(&mut ctx.rng);
        let session = secret.session_id();
        let seat_secret = SeatSecret::generate(&mut ctx.rng);
        let mut host = Host::new(session, seat_secret, name, rules, ctx.now_ms, &mut ctx.rng);
        host.resume(stories, 1);
        let local = Local::arriving(host.table());
        // One table per browser is open for writing; a second tab says so.
        ctx.ask(Effect::Lock(Some(String::from("floret-table"))));
        ctx.ask(Effect::SetFragment(String::from("table")));
        let door = Door::open(secret, prefs.ice(), ctx);
        Self {
            host,
            door,
            local,
            outcomes: Vec::new(),
            pastes: 0,
            has_lock: false,
            lines: LiteMap::new_vec(),
            closing: Vec::new(),
        }
    }

    /// News of a connection.
    pub(super) fn news(
        &mut self,
        peer: PeerId,
        news: PeerNews,
        notices: &mut Notices,
        ctx: &mut Ctx,
    ) {
        match news {
            PeerNews::Opened => {
                let reply = self.door.reply_of(peer);
                self.door.opened(peer);
                self.lines.insert(
                    peer,
                    OpenLine {
                        line: Line::default(),
                        reply,
                    },
                );
                let outs = self.host.link_opened(peer, ctx.now_ms);
                self.carry_out(outs, notices, ctx);
            }
            PeerNews::Frame(bytes) => self.hear(peer, &bytes, notices, ctx),
            PeerNews::Closed if self.lines.contains_key(&peer) => {
                self.lines.remove(&peer);
                ctx.ask(Effect::ClosePeer { peer });
                let outs = self.host.link_closed(peer, ctx.now_ms, &mut ctx.rng);
                self.carry_out(outs, notices, ctx);
            }
            PeerNews::Local { .. }
            | PeerNews::Candidate { .. }
            | PeerNews::Gathered
            | PeerNews::Closed
            | PeerNews::Refused { .. } => self.door.news(peer, news, ctx),
        }
    }

    fn hear(&mut self, peer: LinkId, bytes: &[u8], notices: &mut Notices, ctx: &mut Ctx) {
        let Some(open) = self.lines.get_mut(&peer) else {
            return;
        };
        let outs = match open.line.hear(bytes) {
            Ok(Some(message)) => self.host.hear(peer, message, ctx.now_ms, &mut ctx.rng),
            Ok(None) => return,
            Err(error) => {
                ctx.ask(Effect::Log(refusal_of(error)));
                self.host.unseat(peer, ctx.now_ms, &mut ctx.rng)
            }
        };
        self.carry_out(outs, notices, ctx);
    }

    /// Does what the host's machine wants done.
    pub(super) fn carry_out(&mut self, outs: Vec<Out>, notices: &mut Notices, ctx: &mut Ctx) {
        for out in outs {
            match out {
                Out::Send(peer, message) => {
                    let kind = match message {
                        ToGuest::Snapshot { .. } | ToGuest::Events { .. } => FrameKind::Snapshot,
                        ToGuest::Greeting { .. } | ToGuest::Beat { .. } | ToGuest::Told(_) => {
                            FrameKind::Message
                        }
                    };
                    say(ctx, peer, &message, kind);
                }
                Out::Close(peer) => {
                    self.lines.remove(&peer);
                    self.closing.push((peer, ctx.now_ms + CLOSE_AFTER_MS));
                }
                Out::News(news) => self.tell(news, notices, ctx),
            }
        }
    }

    fn tell(&mut self, news: HostNews, notices: &mut Notices, ctx: &mut Ctx) {
        match news {
            HostNews::Sat { link, name } => self.conclude(link, ReplyOutcome::Seated(name), ctx),
            HostNews::Full { link } => {
                self.conclude(link, ReplyOutcome::Full(String::new()), ctx);
            }
            HostNews::Forwarded { code } => {
                let outcome = self.door.take(&code, ctx);
                // Several seats may pass on the same reply; once is enough to say.
                if !matches!(outcome, ReplyOutcome::Twice(_)) {
                    self.note(outcome.clone());
                    notices.add(NoticeText::Reply(outcome), ctx.now_ms);
                }
            }
        }
    }

    /// The last word on a reply, for the panel and for the tab that brought it.
    fn conclude(&mut self, link: LinkId, outcome: ReplyOutcome, ctx: &mut Ctx) {
        let reply = self.lines.get(&link).and_then(|open| open.reply);
        let Some((code, name)) = self.door.seated(reply) else {
            return;
        };
        let is_full = matches!(outcome, ReplyOutcome::Full(_));
        let outcome = if is_full {
            ReplyOutcome::Full(name.clone())
        } else {
            outcome
        };
        self.outcomes
            .retain(|one| *one != ReplyOutcome::Taken(name.clone()));
        self.note(outcome.clone());
        TabMessage::Outcome { code, outcome }.tell(ctx);
    }

    fn note(&mut self, outcome: ReplyOutcome) {
        self.outcomes.insert(0, outcome);
        self.outcomes.truncate(MAX_OUTCOMES);
    }

    /// Takes one reply.
    pub(super) fn take_reply(&mut self, code: &str, ctx: &mut Ctx) -> ReplyOutcome {
        let outcome = self.door.take(code, ctx);
        self.note(outcome.clone());
        outcome
    }

    /// Takes every reply in a pasted text.
    pub(super) fn paste(&mut self, text: &str, ctx: &mut Ctx) {
        let codes = find_replies(text);
        if codes.is_empty() {
            if !text.trim().is_empty() {
                self.note(ReplyOutcome::NoneFound);
            }
            return;
        }
        self.pastes = self.pastes.wrapping_add(1);
        for code in codes {
            self.take_reply(&code, ctx);
        }
    }

    /// A word from another tab of this browser.
    pub(super) fn tab(&mut self, message: TabMessage, notices: &mut Notices, ctx: &mut Ctx) {
        let TabMessage::Reply { code } = message else {
            return;
        };
        let outcome = self.door.take(&code, ctx);
        // Another table's tab may be the one that is meant.
        if outcome == ReplyOutcome::OtherTable {
            TabMessage::Outcome { code, outcome }.tell(ctx);
            return;
        }
        self.note(outcome.clone());
        if !matches!(outcome, ReplyOutcome::Taken(_)) {
            notices.add(NoticeText::Reply(outcome.clone()), ctx.now_ms);
        }
        TabMessage::Outcome { code, outcome }.tell(ctx);
    }

    /// Time passed.
    pub(super) fn tick(&mut self, is_firefox: bool, notices: &mut Notices, ctx: &mut Ctx) {
        for name in self.door.tick(is_firefox, ctx) {
            self.outcomes
                .retain(|one| *one != ReplyOutcome::Taken(name.clone()));
            let outcome = ReplyOutcome::Unreachable(name);
            self.note(outcome.clone());
            notices.add(NoticeText::Reply(outcome), ctx.now_ms);
        }
        let outs = self.host.tick(ctx.now_ms, &mut ctx.rng);
        self.carry_out(outs, notices, ctx);
        let now_ms = ctx.now_ms;
        let (due, later): (Vec<_>, Vec<_>) = std::mem::take(&mut self.closing)
            .into_iter()
            .partition(|(_, at_ms)| now_ms >= *at_ms);
        self.closing = later;
        for (peer, _) in due {
            ctx.ask(Effect::ClosePeer { peer });
        }
    }

    /// Ends the session for everybody. Answers with connections to close when
    /// the last word has arrived.
    pub(super) fn end(&mut self, notices: &mut Notices, ctx: &mut Ctx) -> Vec<(PeerId, i64)> {
        let outs = self.host.end();
        self.carry_out(outs, notices, ctx);
        self.door.close(ctx);
        ctx.ask(Effect::Lock(None));
        std::mem::take(&mut self.closing)
    }

    /// The page goes away: close at once, so that everybody knows at once.
    pub(super) fn vanish(&mut self, ctx: &mut Ctx) {
        self.door.close(ctx);
        for peer in self.lines.keys() {
            ctx.ask(Effect::ClosePeer { peer: *peer });
        }
    }
}

fn refusal_of(error: LineError) -> String {
    match error {
        LineError::Frame => String::from("a guest sent a broken frame"),
        LineError::Message(_) => String::from("a guest sent a broken message"),
    }
}
