//! This page is a guest at the table: the guest's machine over its connections.

mod away;
mod back;
mod hearing;
mod replies;

use litemap::LiteMap;

use crate::ballot::SeatSecret;
use crate::room::{Guest, GuestNews, GuestOut, Link, Refusal, SeatId};
use crate::saved::KeptSeat;
use crate::wire::Invite;

use super::ctx::Ctx;
use super::event::{Effect, PeerId, PeerNews};
use super::ice::Ice;
use super::local::Local;
use super::notices::Notices;
use super::signal::{Signal, Word};
use super::standby::{Relay, Standby};
use super::ties::{Far, Ties};
use super::view::{NoticeText, ReplyOutcome, Stop};
use super::way_back::WayBack;

/// A connection that was replaced is closed this long after its last word, in ms.
const CLOSE_AFTER_MS: i64 = 400;

/// A guest at the table.
#[derive(Debug)]
pub(super) struct Seated {
    pub(super) guest: Guest,
    /// The newest invite known.
    pub(super) code: String,
    pub(super) local: Local,
    /// What became of replies pasted here, newest first.
    pub(super) outcomes: Vec<ReplyOutcome>,
    /// Bumped when a paste was used up.
    pub(super) pastes: u32,
    /// This tab may keep the seat; another may hold it.
    pub(super) has_lock: bool,
    /// Shared with the host's browser, which may remember this one.
    pub(super) pair: Option<[u8; 16]>,
    pub(super) ties: Ties,
    pub(super) way_back: Option<WayBack>,
    pub(super) standby: Standby,
    /// The person leaves as soon as the table is followed.
    pub(super) is_leaving: bool,
    pub(super) tickets: LiteMap<SeatId, String>,
    invite: Invite,
    ice: Ice,
    base: String,
    closing: Vec<(PeerId, i64)>,
    /// The deputy's newest invite that the host was told.
    told_invite: Option<String>,
}

/// What a word of the far side came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// Nothing else.
    Stay,
    /// The seat is over.
    Stop(Stop),
    /// This seat holds the table from now on.
    TakeOver,
    /// The person wanted to leave as soon as somebody else holds the table.
    Leave,
}

impl Seated {
    /// The link stands; the host will greet.
    pub(super) fn begin(
        base: &str,
        name: &str,
        (code, invite): (String, Invite),
        (peer, far): (PeerId, Far),
        pair: Option<[u8; 16]>,
        ice: Ice,
        ctx: &mut Ctx,
    ) -> Self {
        let secret = SeatSecret::generate(&mut ctx.rng);
        let guest = Guest::new(secret, name, false, ctx.now_ms);
        let mut seated = Self::with(base, guest, (code, invite), pair, ice);
        // A held lock keeps the browser from freezing a hidden tab, and tells which
        // tab keeps the seat.
        ctx.ask(Effect::Lock(Some(lock_name(&seated.invite))));
        seated.ties.opened(peer, far, ctx);
        seated.guest.link_opened(peer, ctx.now_ms);
        seated
    }

    /// A kept seat goes on; the lock is held already.
    pub(super) fn restore(
        base: &str,
        kept: KeptSeat,
        invite: Invite,
        ice: Ice,
        ctx: &mut Ctx,
    ) -> Self {
        let guest = Guest::restore(kept.guest, ctx.now_ms);
        let mut seated = Self::with(base, guest, (kept.invite, invite), None, ice);
        seated.tickets = crate::order::map(kept.tickets);
        seated.has_lock = true;
        if let Some(table) = seated.guest.table() {
            seated.local = Local::arriving(table);
        }
        seated.go_back(ctx);
        seated
    }

    pub(super) fn with(
        base: &str,
        guest: Guest,
        (code, invite): (String, Invite),
        pair: Option<[u8; 16]>,
        ice: Ice,
    ) -> Self {
        Self {
            guest,
            code,
            local: Local::default(),
            outcomes: Vec::new(),
            pastes: 0,
            has_lock: false,
            pair,
            ties: Ties::new(ice.clone()),
            way_back: None,
            standby: Standby::default(),
            is_leaving: false,
            tickets: LiteMap::new_vec(),
            invite,
            ice,
            base: base.to_owned(),
            closing: Vec::new(),
            told_invite: None,
        }
    }

    /// The room this seat is in.
    pub(super) fn invite(&self) -> &Invite {
        &self.invite
    }

    /// News of a connection.
    pub(super) fn news(
        &mut self,
        peer: PeerId,
        news: PeerNews,
        notices: &mut Notices,
        ctx: &mut Ctx,
    ) -> Turn {
        match news {
            PeerNews::Opened => self.opened(peer, ctx),
            PeerNews::Frame(bytes) => return self.hear(peer, &bytes, notices, ctx),
            PeerNews::Closed if self.ties.has(peer) => {
                ctx.ask(Effect::ClosePeer { peer });
                self.ties.closed(peer, ctx);
                self.guest.link_closed(peer);
                if let Some(way_back) = &mut self.way_back {
                    way_back.closed(peer);
                }
                if self.guest.table().is_none() {
                    return Turn::Stop(lost_host());
                }
                if self.guest.link(ctx.now_ms) == Link::Lost {
                    self.go_back(ctx);
                }
            }
            PeerNews::Local { .. }
            | PeerNews::Candidate { .. }
            | PeerNews::Gathered
            | PeerNews::Closed
            | PeerNews::Path(_)
            | PeerNews::Refused { .. } => {
                if self.ties.news(peer, &news, ctx) {
                    return Turn::Stay;
                }
                let way_back = self.way_back.as_mut();
                if !way_back.is_some_and(|way| way.news(peer, &news, ctx)) {
                    self.standby.news(peer, &news, ctx);
                }
            }
        }
        Turn::Stay
    }

    /// A connection opened: whoever holds the table greets over it.
    fn opened(&mut self, peer: PeerId, ctx: &mut Ctx) {
        let way_back = self.way_back.as_mut();
        let far = way_back.and_then(|way| way.opened(peer, ctx.now_ms));
        if let Some(far) = far {
            self.ties.opened(peer, far, ctx);
            self.guest.link_opened(peer, ctx.now_ms);
        } else if self.ties.is_late(peer) && self.way_back.is_none() {
            // The way was found without it; the far end hears that it is closed.
            self.ties.forget_late(peer);
            ctx.ask(Effect::ClosePeer { peer });
        } else if let Some(far) = self.ties.returned(peer, ctx.now_ms) {
            self.ties.opened(peer, far, ctx);
            self.guest.link_opened(peer, ctx.now_ms);
            self.ask_over(peer);
            // Whoever comes back here may not know who holds the table by now.
            if !self.code.is_empty() {
                Word::Signal(Signal::Invite(self.code.clone())).say(peer, ctx);
            }
        } else if let Some((far, seat)) = self.standby.opened(peer, ctx) {
            self.ties.opened(peer, far, ctx);
            self.ask_over(peer);
            match seat {
                Some(seat) => {
                    self.guest.standby_opened(peer, seat, ctx.now_ms);
                    self.ties.secure(peer, ctx);
                }
                None => self.guest.link_opened(peer, ctx.now_ms),
            }
        } else {
            ctx.ask(Effect::ClosePeer { peer });
        }
    }

    /// Who is on the way back asks everybody it meets there.
    fn ask_over(&mut self, peer: PeerId) {
        if let Some(way_back) = &mut self.way_back {
            way_back.ask_at([peer]);
        }
    }

    /// Sends what the machine wants sent.
    pub(super) fn send(&mut self, outs: Vec<GuestOut>, ctx: &mut Ctx) {
        for out in outs {
            match out {
                GuestOut::Up(link, message) => Word::Up(message).say(link, ctx),
                GuestOut::Down(link, message) => Word::Down(message).say(link, ctx),
                // A host that is not followed any more may come back as a guest.
                GuestOut::Close(link) => {
                    self.ties.closed(link, ctx);
                    self.closing.push((link, ctx.now_ms + CLOSE_AFTER_MS));
                }
            }
        }
    }

    /// Sends signals to seats, relayed by the host.
    fn relay(&mut self, relays: Vec<Relay>, ctx: &mut Ctx) {
        for (seat, signal) in relays {
            let bytes = crate::wire::message::encode(&signal);
            let outs = self.guest.relay(seat, bytes, ctx.now_ms);
            self.send(outs, ctx);
        }
    }

    /// Time passed.
    pub(super) fn tick(&mut self, is_firefox: bool, notices: &mut Notices, ctx: &mut Ctx) -> Turn {
        self.ties.tick(is_firefox, ctx);
        let outs = self.guest.tick(ctx.now_ms);
        self.send(outs, ctx);
        let secret = self.invite.secret.clone();
        let relays = self
            .standby
            .tick(&self.guest, &secret, &self.ice, is_firefox, ctx);
        self.relay(relays, ctx);
        self.tell_invite(ctx);
        if self.guest.table().is_some() && self.guest.link(ctx.now_ms) == Link::Lost {
            self.go_back(ctx);
        }
        self.tick_way_back(is_firefox, ctx);
        let now_ms = ctx.now_ms;
        let (due, later): (Vec<_>, Vec<_>) = std::mem::take(&mut self.closing)
            .into_iter()
            .partition(|(_, at_ms)| now_ms >= *at_ms);
        self.closing = later;
        for (peer, _) in due {
            ctx.ask(Effect::ClosePeer { peer });
        }
        self.take_news(notices, ctx)
    }

    /// The host may come back through the deputy's door, should it ever have to.
    fn tell_invite(&mut self, ctx: &mut Ctx) {
        let Some(code) = self.standby.code() else {
            return;
        };
        if self.told_invite.as_deref() == Some(code) {
            return;
        }
        let code = code.to_owned();
        if let Some(link) = self.guest.host_link() {
            Word::Signal(Signal::Invite(code.clone())).say(link, ctx);
            self.told_invite = Some(code);
        }
    }

    fn take_news(&mut self, notices: &mut Notices, ctx: &mut Ctx) -> Turn {
        let mut turn = Turn::Stay;
        for news in self.guest.take_news() {
            match news {
                GuestNews::Seated => {
                    if let Some(table) = self.guest.table() {
                        self.local = Local::arriving(table);
                    }
                    if let Some(link) = self.guest.host_link() {
                        if let Some(pair) = self.pair {
                            Word::Signal(Signal::Remember(pair)).say(link, ctx);
                        }
                        self.ties.secure(link, ctx);
                    }
                }
                GuestNews::Follows(link) => {
                    self.follows(link, ctx);
                    if self.is_leaving {
                        turn = Turn::Leave;
                    }
                }
                GuestNews::Relayed { from, bytes } => self.relayed(from, &bytes, ctx),
                GuestNews::TakesOver => turn = Turn::TakeOver,
                GuestNews::Ended => turn = Turn::Stop(Stop::Ended),
                GuestNews::SlowDown => notices.add(NoticeText::SlowDown, ctx.now_ms),
                GuestNews::ListRefused => notices.add(NoticeText::HostListWrong, ctx.now_ms),
                GuestNews::Refused(refusal) => turn = Turn::Stop(stop_of(refusal)),
            }
        }
        turn
    }

    fn relayed(&mut self, from: SeatId, bytes: &[u8], ctx: &mut Ctx) {
        let Ok(signal) = crate::wire::message::decode::<Signal>(bytes) else {
            return;
        };
        if let Some(table) = self.guest.table() {
            self.standby.take(from, signal, table, &self.ice, ctx);
        }
    }
}

/// The lock of the tab that keeps the seat in this room.
pub(super) fn lock_name(invite: &Invite) -> String {
    let room = base16ct::lower::encode_string(&invite.secret.room_id());
    format!("floret-seat-{room}")
}

fn lost_host() -> Stop {
    Stop::LostHost {
        invite_link: String::new(),
    }
}

fn stop_of(refusal: Refusal) -> Stop {
    match refusal {
        Refusal::Full => Stop::Full {
            limit: crate::room::MAX_SEATS,
        },
        Refusal::Removed => Stop::Removed,
        Refusal::Replaced => Stop::OpenElsewhere,
        Refusal::Name | Refusal::Key | Refusal::Rude => Stop::Unseated,
    }
}
