//! This page holds the table: the host's machine, its door and its links.

mod change;
mod hearing;
mod meeting;
mod replies;

use litemap::LiteMap;

use crate::ballot::SeatSecret;
use crate::room::{Host, HostNews, Out, Rules, SeatId, Story};
use crate::saved::KnownPerson;
use crate::wire::{ReplyId, RoomSecret};

use super::ctx::Ctx;
use super::door::Door;
use super::event::{Effect, PeerId, PeerNews};
use super::local::Local;
use super::notices::Notices;
use super::prefs::Prefs;
use super::rendezvous::Lookout;
use super::signal::{Signal, Word};
use super::ties::Ties;
use super::view::{NoticeText, ReplyOutcome};
use super::way_back::WayBack;

/// Outcomes of replies shown on the invite panel.
pub(super) const MAX_OUTCOMES: usize = 12;

/// A connection is closed this long after its last word, so that the word arrives, in ms.
const CLOSE_AFTER_MS: i64 = 400;

/// Seats are told the newest invite this often at most, in ms.
const TELL_INVITE_EVERY_MS: i64 = 1_000;

/// The table, held here.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what this page is about to do, each its own"
)]
pub(super) struct Hosting {
    pub(super) host: Host,
    pub(super) door: Door,
    /// Meets people at trackers, if the person has switched that on.
    lookout: Option<Lookout>,
    pub(super) local: Local,
    /// What became of replies, newest first.
    pub(super) outcomes: Vec<ReplyOutcome>,
    /// Bumped when a paste was used up.
    pub(super) pastes: u32,
    /// This tab may keep the table; another may hold it.
    pub(super) has_lock: bool,
    /// Taken over from a lost host: what another table of this browser has kept stays.
    pub(super) is_taken_over: bool,
    /// The person leaves as soon as another page holds the table.
    pub(super) is_leaving: bool,
    /// Seats have to be called back; the program knows how.
    pub(super) calls_back: bool,
    pub(super) ties: Ties,
    /// After a reload: the seats are called back.
    pub(super) way_back: Option<WayBack>,
    pub(super) tickets: LiteMap<SeatId, String>,
    /// People who sat down and may be remembered, to be kept.
    pub(super) met: Vec<KnownPerson>,
    secret: RoomSecret,
    /// How the deputy's door is reached, should this page ever have to.
    deputy_invite: Option<String>,
    replies: LiteMap<PeerId, ReplyId>,
    closing: Vec<(PeerId, i64)>,
    /// The invite that seats were told, and when.
    told: (Option<String>, i64),
}

/// What a word of the far side came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reign {
    /// This page holds the table.
    Goes,
    /// Another one does.
    Over,
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
        let mut door = Door::open(secret.clone(), prefs.ice(), ctx);
        door.expect(prefs.people.guests.clone(), ctx);
        Self::with(host, secret, door, prefs, ctx)
    }

    fn with(host: Host, secret: RoomSecret, door: Door, prefs: &Prefs, ctx: &mut Ctx) -> Self {
        // One table per browser is open for writing; a second tab says so.
        ctx.ask(Effect::Lock(Some(String::from("floret-table"))));
        ctx.ask(Effect::SetFragment(String::from("table")));
        let mut hosting = Self {
            local: Local::arriving(host.table()),
            host,
            door,
            lookout: None,
            outcomes: Vec::new(),
            pastes: 0,
            has_lock: false,
            is_taken_over: false,
            is_leaving: false,
            calls_back: false,
            ties: Ties::new(prefs.ice()),
            way_back: None,
            tickets: LiteMap::new_vec(),
            met: Vec::new(),
            secret,
            deputy_invite: None,
            replies: LiteMap::new_vec(),
            closing: Vec::new(),
            told: (None, 0),
        };
        hosting.change_trackers(&prefs.trackers(), ctx);
        hosting
    }

    /// News of a connection.
    pub(super) fn news(
        &mut self,
        peer: PeerId,
        news: PeerNews,
        notices: &mut Notices,
        ctx: &mut Ctx,
    ) -> Reign {
        match news {
            PeerNews::Opened => self.opened(peer, notices, ctx),
            PeerNews::Frame(bytes) => return self.hear(peer, &bytes, notices, ctx),
            PeerNews::Closed if self.ties.has(peer) => {
                ctx.ask(Effect::ClosePeer { peer });
                self.ties.closed(peer, ctx);
                self.replies.remove(&peer);
                if let Some(way_back) = &mut self.way_back {
                    way_back.closed(peer);
                }
                let outs = self.host.link_closed(peer, ctx.now_ms, &mut ctx.rng);
                return self.carry_out(outs, notices, ctx);
            }
            PeerNews::Local { .. }
            | PeerNews::Candidate { .. }
            | PeerNews::Gathered
            | PeerNews::Closed
            | PeerNews::Path(_)
            | PeerNews::Refused { .. } => {
                if self.ties.news(peer, &news, ctx) {
                    return Reign::Goes;
                }
                let lookout = self.lookout.as_mut();
                if lookout.is_some_and(|one| one.news(peer, &news, ctx)) {
                    return Reign::Goes;
                }
                let way_back = self.way_back.as_mut();
                if !way_back.is_some_and(|way| way.news(peer, &news, ctx)) {
                    self.door.news(peer, &news, ctx);
                }
            }
        }
        Reign::Goes
    }

    fn opened(&mut self, peer: PeerId, notices: &mut Notices, ctx: &mut Ctx) {
        let way_back = self.way_back.as_mut();
        let far = way_back.and_then(|way| way.opened(peer, ctx.now_ms));
        let far = far.or_else(|| self.ties.returned(peer, ctx.now_ms));
        let met = self.lookout.as_mut().and_then(|one| one.opened(peer));
        let far = far.or_else(|| {
            let (far, reply, name) = met?;
            self.door.met(reply, &name);
            self.replies.insert(peer, reply);
            Some(far)
        });
        let far = far.or_else(|| {
            let (far, reply) = self.door.opened(peer, ctx)?;
            if let Some(reply) = reply {
                self.replies.insert(peer, reply);
            }
            Some(far)
        });
        let Some(far) = far else {
            ctx.ask(Effect::ClosePeer { peer });
            return;
        };
        self.ties.opened(peer, far, ctx);
        let outs = self.host.link_opened(peer, ctx.now_ms);
        self.carry_out(outs, notices, ctx);
    }

    /// Does what the host's machine wants done.
    pub(super) fn carry_out(
        &mut self,
        outs: Vec<Out>,
        notices: &mut Notices,
        ctx: &mut Ctx,
    ) -> Reign {
        let mut reign = Reign::Goes;
        for out in outs {
            match out {
                Out::Send(peer, message) => Word::Down(message).say(peer, ctx),
                Out::Close(peer) => {
                    self.ties.dropped(peer, ctx);
                    self.closing.push((peer, ctx.now_ms + CLOSE_AFTER_MS));
                }
                Out::News(HostNews::Deposed { .. }) => reign = Reign::Over,
                Out::News(news) => self.tell(news, notices, ctx),
            }
        }
        reign
    }

    fn tell(&mut self, news: HostNews, notices: &mut Notices, ctx: &mut Ctx) {
        match news {
            HostNews::Relayed { .. } | HostNews::Deposed { .. } => {}
            HostNews::Sat { link, name } => {
                self.ties.secure(link, ctx);
                self.told.0 = None;
                self.conclude(link, ReplyOutcome::Seated(name), ctx);
            }
            HostNews::Full { link } => {
                self.conclude(link, ReplyOutcome::Full(String::new()), ctx);
            }
            HostNews::Forwarded { code } => self.forwarded(&code, notices, ctx),
        }
    }

    /// Time passed.
    pub(super) fn tick(&mut self, is_firefox: bool, notices: &mut Notices, ctx: &mut Ctx) -> Reign {
        for name in self.door.tick(is_firefox, ctx) {
            self.outcomes
                .retain(|one| *one != ReplyOutcome::Taken(name.clone()));
            let outcome = ReplyOutcome::Unreachable(name);
            self.note(outcome.clone());
            notices.add(NoticeText::Reply(outcome), ctx.now_ms);
        }
        self.ties.tick(is_firefox, ctx);
        self.tell_invite(ctx);
        self.tick_way_back(is_firefox, ctx);
        if let Some(lookout) = &mut self.lookout {
            lookout.tick(is_firefox, ctx);
        }
        let outs = self.host.tick(ctx.now_ms, &mut ctx.rng);
        let reign = self.carry_out(outs, notices, ctx);
        let now_ms = ctx.now_ms;
        let (due, later): (Vec<_>, Vec<_>) = std::mem::take(&mut self.closing)
            .into_iter()
            .partition(|(_, at_ms)| now_ms >= *at_ms);
        self.closing = later;
        for (peer, _) in due {
            ctx.ask(Effect::ClosePeer { peer });
        }
        reign
    }

    /// Seats are called back for a while; by a host that hears too few of them, as
    /// long as it takes.
    fn tick_way_back(&mut self, is_firefox: bool, ctx: &mut Ctx) {
        let is_holding = self.host.is_holding();
        let is_settled = self.host.n_expected() == 0 && self.host.n_linked() > 1;
        let Some(way_back) = &self.way_back else {
            self.calls_back |= is_holding;
            return;
        };
        let is_over = is_settled || way_back.is_old(ctx.now_ms);
        if is_holding {
            // Some of those that were near may have gone.
            self.try_tickets(ctx);
        } else if is_over {
            self.end_way_back(ctx);
        }
        if let Some(way_back) = &mut self.way_back {
            // While this page goes on, no other holds the table.
            way_back.tick(is_holding, is_firefox, ctx);
        }
    }

    /// Seats know the newest invite, for when they have to answer again.
    fn tell_invite(&mut self, ctx: &mut Ctx) {
        let Some(code) = self.door.code() else { return };
        let (told, told_ms) = &self.told;
        let is_known = told.as_deref() == Some(code);
        if is_known || ctx.now_ms - told_ms < TELL_INVITE_EVERY_MS {
            return;
        }
        let code = code.to_owned();
        self.told = (Some(code.clone()), ctx.now_ms);
        for peer in self.ties.peers() {
            if self.host.seat_of(peer).is_some() {
                Word::Signal(Signal::Invite(code.clone())).say(peer, ctx);
            }
        }
    }

    /// Ends the session for everybody. Answers with connections to close when
    /// the last word has arrived.
    pub(super) fn end(&mut self, notices: &mut Notices, ctx: &mut Ctx) -> Vec<(PeerId, i64)> {
        let outs = self.host.end();
        self.carry_out(outs, notices, ctx);
        let closing = std::mem::take(&mut self.closing);
        self.close_ways_in(ctx);
        ctx.ask(Effect::Lock(None));
        closing
    }

    fn end_way_back(&mut self, ctx: &mut Ctx) {
        if let Some(mut way_back) = self.way_back.take() {
            let ended = way_back.end(|peer| self.ties.has(peer), ctx);
            self.ties.let_open(ended.late, ctx);
        }
    }

    /// The page goes away: close at once, so that everybody knows at once.
    pub(super) fn vanish(&mut self, ctx: &mut Ctx) {
        self.close_ways_in(ctx);
    }

    fn close_ways_in(&mut self, ctx: &mut Ctx) {
        self.end_way_back(ctx);
        self.close_door(ctx);
        self.ties.close(ctx);
    }

    /// Nobody is let in here any more.
    fn close_door(&mut self, ctx: &mut Ctx) {
        self.door.close(ctx);
        if let Some(mut lookout) = self.lookout.take() {
            lookout.close(ctx);
        }
    }
}
