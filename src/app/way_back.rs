//! The ways back to a table: every door that is known is tried by itself, the nearest
//! first; failing all, a reply is offered (docs/wire.md §13).

mod dial;
mod turns;

use litemap::LiteMap;

use crate::room::SeatId;
use crate::wire::{Credentials, Invite, Ticket, reply_url};

use super::ctx::Ctx;
use super::event::{CopyWhat, Effect, PeerId, PeerNews, SocketId, SocketNews};
use super::ice::Ice;
use super::joining::minutes_seconds;
use super::knock::Knock;
use super::signal::{Signal, Word};
use super::tabs::TabMessage;
use super::ties::Far;
use super::view::WayBackView;
use dial::{Dial, is_due};
use turns::{Hope, Turns};

/// Doors that need nobody's help have this time, in ms; then the reply is shown.
const PATIENCE_MS: i64 = 2_500;

/// A seat that was reached and passes the reply on has this time, in ms; then the reply
/// is shown all the same.
const PATIENCE_WITH_SEATS_MS: i64 = 8_000;

/// Whoever holds the table speaks first, within this time, in ms.
const GREETING_WITHIN_MS: i64 = 300;

/// A reply that is on its way has this time to become a connection, in ms; slow browsers
/// need seconds for it.
const REPLY_TAKES_MS: i64 = 12_000;

/// An invite of another page than the one just answered waits so long, in ms: seats that
/// still follow different hosts name different ones.
const OTHER_PAGE_AFTER_MS: i64 = 1_000;

/// A host calls its guests back for so long, in ms.
const LONG_MS: i64 = 120_000;

/// Nothing is said of a way back that is found within this time, in ms.
const UNSAID_MS: i64 = 700;

/// A page on its way back.
#[derive(Debug)]
pub(super) struct WayBack {
    base: String,
    name: String,
    ice: Ice,
    hosts: Vec<[u8; 32]>,
    turns: Turns,
    dials: Vec<Dial>,
    /// Which tickets were used; each serves once.
    tried: Vec<Credentials>,
    /// Open connections to seats that know the way, and when they were asked.
    doors: Vec<(PeerId, Option<i64>)>,
    /// A page that gave a ticket was heard a moment ago.
    has_near: bool,
    /// The invite to be answered, should the tickets not help.
    invite: Option<Invite>,
    knock: Option<Knock>,
    since_ms: i64,
    reply: Option<String>,
    /// When the reply was made.
    replied_ms: i64,
    /// The newest invite, and when it is answered.
    newer: Option<(Invite, i64)>,
    is_shown: bool,
    copied: Option<bool>,
}

/// What is left of a way back.
#[derive(Debug)]
pub(super) struct Ended {
    /// Connections that stood and were closed.
    pub(super) closed: Vec<PeerId>,
    /// Those that may open yet. To close one now would leave its far end waiting for
    /// something that does not come, unaware of it.
    pub(super) late: Vec<(PeerId, Ticket)>,
}

impl WayBack {
    /// Tickets are tried then ([`WayBack::try_tickets`]); if they do not help, a reply is
    /// made to this invite.
    pub(super) fn begin(
        base: &str,
        name: &str,
        tickets: &LiteMap<SeatId, String>,
        invite: Option<Invite>,
        ice: &Ice,
        now_ms: i64,
    ) -> Self {
        // Whoever gave a ticket may hold the table by now.
        let hosts = tickets
            .values()
            .filter_map(|code| Ticket::decode(code).ok());
        let hosts: Vec<_> = hosts.map(|ticket| ticket.fingerprint).collect();
        Self {
            base: base.to_owned(),
            name: name.to_owned(),
            ice: ice.clone(),
            hosts,
            turns: Turns::begin(now_ms),
            dials: Vec::new(),
            tried: Vec::new(),
            doors: Vec::new(),
            has_near: false,
            invite,
            knock: None,
            since_ms: now_ms,
            reply: None,
            replied_ms: now_ms,
            newer: None,
            is_shown: false,
            copied: None,
        }
    }

    /// Tries the tickets that were not tried yet, those of the `nearest` seats first and
    /// the others later, also one that came meanwhile. A ticket serves once, so none is
    /// used up for a page that is near: that one is asked.
    pub(super) fn try_tickets(
        &mut self,
        tickets: &LiteMap<SeatId, String>,
        nearest: [Option<SeatId>; 2],
        is_spared: impl Fn(&Ticket) -> bool,
        ctx: &mut Ctx,
    ) {
        let near = nearest.iter().flatten().filter_map(|id| tickets.get(id));
        let is_far = |id: &SeatId| !nearest.contains(&Some(*id));
        let far = tickets.iter().filter(|(id, _)| is_far(id));
        self.has_near = false;
        for code in near.chain(far.map(|(_, code)| code)) {
            let Ok(ticket) = Ticket::decode(code) else {
                continue;
            };
            let credentials = &ticket.slot.credentials;
            if self.tried.contains(credentials) {
                continue;
            }
            if is_spared(&ticket) {
                self.has_near = true;
            } else if self.turns.take(self.hope(ctx.now_ms), ctx.now_ms) {
                self.tried.push(credentials.clone());
                self.dials.push(Dial::begin(ticket, &self.ice, ctx));
            }
        }
    }

    /// Whoever can be reached is wanted, not just one who knows the way.
    pub(super) fn call_everybody(&mut self) {
        self.turns.call();
    }

    fn hope(&self, now_ms: i64) -> Hope {
        let opened = self.dials.iter().filter_map(|dial| dial.opened_ms);
        match opened.max() {
            Some(opened_ms) if now_ms - opened_ms < GREETING_WITHIN_MS => Hope::Greeting,
            Some(_) => Hope::Seat,
            None if !self.dials.is_empty() => Hope::Some,
            None if !self.doors.is_empty() => Hope::Seat,
            None if self.has_near => Hope::Some,
            None => Hope::None,
        }
    }

    /// Open connections to seats: they pass the reply on.
    pub(super) fn ask_at(&mut self, doors: impl IntoIterator<Item = PeerId>) {
        for peer in doors {
            let is_dial = self.dials.iter().any(|dial| dial.peer == peer);
            if !is_dial && self.doors.iter().all(|(door, _)| *door != peer) {
                self.doors.push((peer, None));
            }
        }
    }

    /// This page holds the table from now on: nobody has to be asked for the way, but
    /// whoever is being reached may not know another one to here.
    pub(super) fn only_call(&mut self, ctx: &mut Ctx) {
        if let Some(mut knock) = self.knock.take() {
            knock.keep_only(|_| false, ctx);
        }
        self.doors.clear();
        self.reply = None;
        self.newer = None;
        self.invite = None;
        self.turns.call();
    }

    /// A newer invite: the reply is made anew for it. A page makes a new one each time a
    /// reply is taken, so one that is on its way to this very page is given its time.
    pub(super) fn knock_at(&mut self, invite: Invite, ctx: &mut Ctx) {
        let is_same_page = |knock: &Knock| {
            let answered = &knock.invite().slots;
            let mut slots = invite.slots.iter();
            slots.any(|slot| {
                answered
                    .iter()
                    .any(|old| old.credentials == slot.credentials)
            })
        };
        let Some(knock) = &self.knock else {
            self.invite = Some(invite);
            return;
        };
        let patience_ms = if is_same_page(knock) {
            REPLY_TAKES_MS
        } else {
            OTHER_PAGE_AFTER_MS
        };
        self.newer = Some((invite, self.replied_ms + patience_ms));
        self.knock_at_newer(ctx);
    }

    /// The time of the last reply is over.
    fn knock_at_newer(&mut self, ctx: &mut Ctx) {
        let newer = self.newer.take_if(|(_, at_ms)| ctx.now_ms >= *at_ms);
        if let Some((newer, _)) = newer {
            self.knock_anew(newer, ctx);
        }
    }

    fn knock_anew(&mut self, invite: Invite, ctx: &mut Ctx) {
        self.newer = None;
        self.replied_ms = ctx.now_ms;
        if let Some(mut knock) = self.knock.take() {
            knock.keep_only(|_| false, ctx);
        }
        self.reply = None;
        for dial in &mut self.dials {
            dial.knocked_ms = None;
        }
        for (_, knocked_ms) in &mut self.doors {
            *knocked_ms = None;
        }
        self.knock = Some(Knock::begin(invite, &self.ice, &self.hosts, |_| None, ctx));
    }

    /// A connection of ours opened: its far side.
    pub(super) fn opened(&mut self, peer: PeerId, now_ms: i64) -> Option<Far> {
        if let Some(dial) = self.dials.iter_mut().find(|dial| dial.peer == peer) {
            dial.opened_ms = Some(now_ms);
            return Some(dial.far());
        }
        self.knock.as_ref().and_then(|knock| knock.far(peer))
    }

    /// News of a connection; false if it is none of ours.
    pub(super) fn news(&mut self, peer: PeerId, news: &PeerNews, ctx: &mut Ctx) -> bool {
        if let Some(at) = self.dials.iter().position(|dial| dial.peer == peer) {
            if self.dials.get(at).is_some_and(|dial| dial.is_refused(news)) {
                self.dials.remove(at);
                ctx.ask(Effect::ClosePeer { peer });
            }
            return true;
        }
        let is_out = self.reply.is_some();
        match &mut self.knock {
            Some(knock) if knock.has(peer) => {
                knock.news(peer, news, is_out, ctx);
                true
            }
            Some(_) | None => false,
        }
    }

    /// A connection that had opened is gone: nobody is asked over it any more.
    pub(super) fn closed(&mut self, peer: PeerId) {
        self.dials.retain(|dial| dial.peer != peer);
        self.doors.retain(|(door, _)| *door != peer);
    }

    /// News of a socket to a tracker.
    pub(super) fn hear(&mut self, socket: SocketId, news: SocketNews, ctx: &mut Ctx) {
        if let Some(knock) = &mut self.knock {
            knock.hear(socket, news, ctx);
        }
    }

    /// It is over: connections that stand are closed but for these, and so is the reply.
    pub(super) fn end(&mut self, is_kept: impl Fn(PeerId) -> bool, ctx: &mut Ctx) -> Ended {
        let (open, half): (Vec<_>, Vec<_>) = self
            .dials
            .drain(..)
            .partition(|dial| dial.opened_ms.is_some());
        let open = open.into_iter().map(|dial| dial.peer);
        let doors = self.doors.drain(..).map(|(peer, _)| peer);
        let closed: Vec<_> = open.chain(doors).filter(|peer| !is_kept(*peer)).collect();
        for peer in &closed {
            ctx.ask(Effect::ClosePeer { peer: *peer });
        }
        if let Some(mut knock) = self.knock.take() {
            knock.keep_only(is_kept, ctx);
        }
        let late = half.into_iter().map(|dial| (dial.peer, dial.ticket));
        Ended {
            closed,
            late: late.collect(),
        }
    }

    /// Time passed: tries go on, doors are asked, a reply is made and shown, unless nobody
    /// else can hold the table.
    pub(super) fn tick(&mut self, may_knock: bool, is_firefox: bool, ctx: &mut Ctx) {
        let now_ms = ctx.now_ms;
        self.knock_at_newer(ctx);
        if may_knock
            && self.turns.is_knock_due(self.hope(now_ms), now_ms)
            && let Some(invite) = self.invite.take()
        {
            self.knock_anew(invite, ctx);
        }
        for dial in &mut self.dials {
            dial.tick(is_firefox, ctx);
        }
        if let Some(knock) = &mut self.knock {
            knock.tick(is_firefox, ctx);
            if self.reply.is_none()
                && let Some(code) = knock.reply(&self.name, ctx)
            {
                TabMessage::Reply { code: code.clone() }.tell(ctx);
                self.replied_ms = now_ms;
                self.reply = Some(code);
                self.is_shown = false;
            }
        }
        let Some(code) = self.reply.clone() else {
            return;
        };
        for dial in &mut self.dials {
            let is_silent = dial
                .opened_ms
                .is_some_and(|opened_ms| now_ms - opened_ms >= GREETING_WITHIN_MS);
            if is_silent && is_due(&mut dial.knocked_ms, now_ms) {
                Word::Signal(Signal::Knock(code.clone())).say(dial.peer, ctx);
            }
        }
        for (peer, knocked_ms) in &mut self.doors {
            if is_due(knocked_ms, now_ms) {
                Word::Signal(Signal::Knock(code.clone())).say(*peer, ctx);
            }
        }
        let is_in = self.dials.iter().any(|dial| dial.opened_ms.is_some());
        let patience_ms = if is_in {
            PATIENCE_WITH_SEATS_MS
        } else {
            PATIENCE_MS
        };
        if !self.is_shown && now_ms - self.since_ms >= patience_ms {
            self.is_shown = true;
            ctx.ask(Effect::Copy {
                what: CopyWhat::Reply,
                text: reply_url(&self.base, &code),
            });
        }
    }

    /// Whether it has been tried for long.
    pub(super) fn is_old(&self, now_ms: i64) -> bool {
        now_ms - self.since_ms >= LONG_MS
    }

    /// The clipboard answered.
    pub(super) fn copied(&mut self, ok: bool) {
        self.copied = Some(ok);
    }

    /// The reply's address, once it is shown.
    pub(super) fn reply_link(&self) -> Option<String> {
        let code = self.reply.as_ref().filter(|_| self.is_shown)?;
        Some(reply_url(&self.base, code))
    }

    /// What the person sees of it.
    pub(super) fn view(&self, now_ms: i64) -> Option<WayBackView> {
        let waited_ms = now_ms - self.since_ms;
        (waited_ms >= UNSAID_MS).then(|| WayBackView {
            reply_link: self.reply_link(),
            copied: self.copied,
            waited: minutes_seconds(waited_ms),
        })
    }
}
