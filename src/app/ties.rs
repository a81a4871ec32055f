//! The open connections of a page at the table: what is heard on each, what keeps
//! it alive, and the connection made ahead for the day it breaks.

mod budget;
mod late;
mod pace;
mod spare;
mod twin;

use litemap::LiteMap;

use crate::wire::{Candidate, Ticket};

use super::ctx::Ctx;
use super::event::{Effect, PeerId, PeerNews};
use super::ice::Ice;
use super::knock::keep_alive;
use super::line::{Line, LineError};
use super::signal::{Signal, Word};
use budget::Budget;
use pace::Pace;
use spare::Spare;
use twin::Twin;

/// A connection that was quiet for so long is helped along, in ms.
const HEAL_AFTER_MS: i64 = 3_000;

/// And again so often, in ms.
const HEAL_EVERY_MS: i64 = 4_000;

/// A returning page is waited for so long, in ms.
const EXPECT_FOR_MS: i64 = 30 * 60_000;

/// Pages waited for at once.
const MAX_EXPECTED: usize = 64;

/// The far end of a connection, as far as it takes to find it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Far {
    /// SHA-256 of its certificate.
    pub(super) fingerprint: [u8; 32],
    /// Where it was.
    pub(super) candidates: Vec<Candidate>,
}

/// All open connections of this page, and those made ahead.
#[derive(Debug)]
pub(super) struct Ties {
    ice: Ice,
    open: LiteMap<PeerId, Tie>,
    /// Connections that wait for somebody who is gone.
    expected: LiteMap<PeerId, Twin>,
    /// Spare ones whose first is gone, and since when.
    orphans: LiteMap<PeerId, (Spare, i64)>,
    /// Tries of a way back that is over, and since when.
    late: LiteMap<PeerId, (Ticket, i64)>,
}

#[derive(Debug)]
struct Tie {
    line: Line,
    far: Far,
    heard_ms: i64,
    healed_ms: i64,
    turn: u32,
    twin: Option<Twin>,
    /// When a connection made ahead is missing, and is to be made again.
    twin_pace: Pace,
    /// Where a Firefox is at an end.
    spare: Option<Spare>,
    /// The far browser is a Firefox, once that is known.
    far_is_gecko: Option<bool>,
    /// When its spare was lost here, so that this side makes the next one.
    spare_pace: Pace,
    budget: Budget,
}

impl Ties {
    pub(super) fn new(ice: Ice) -> Self {
        Self {
            ice,
            open: LiteMap::new_vec(),
            expected: LiteMap::new_vec(),
            orphans: LiteMap::new_vec(),
            late: LiteMap::new_vec(),
        }
    }

    /// A connection stands.
    pub(super) fn opened(&mut self, peer: PeerId, far: Far, ctx: &mut Ctx) {
        // Who is here is not waited for any longer.
        let gone: Vec<_> = self
            .expected
            .iter()
            .filter(|(_, twin)| twin.far == far.fingerprint)
            .map(|(peer, _)| *peer)
            .collect();
        let spare = self.orphans.iter();
        let spare = spare.filter(|(_, (spare, _))| spare.far == far.fingerprint);
        let spare: Vec<_> = spare.map(|(peer, _)| *peer).collect();
        for peer in gone.into_iter().chain(spare) {
            self.expected.remove(&peer);
            self.orphans.remove(&peer);
            ctx.ask(Effect::ClosePeer { peer });
        }
        let tie = Tie {
            line: Line::default(),
            far,
            heard_ms: ctx.now_ms,
            healed_ms: ctx.now_ms,
            turn: 0,
            twin: None,
            twin_pace: Pace::default(),
            spare: None,
            far_is_gecko: None,
            spare_pace: Pace::default(),
            budget: Budget::new(ctx.now_ms),
        };
        self.open.insert(peer, tie);
    }

    /// Somebody who was waited for is back over this connection.
    pub(super) fn returned(&mut self, peer: PeerId, now_ms: i64) -> Option<Far> {
        if let Some((ticket, _)) = self.late.remove(&peer) {
            return Some(Far::of(&ticket));
        }
        if let Some((spare, _)) = self.orphans.remove(&peer) {
            return Some(spare.into_far());
        }
        let mut twin = self.expected.remove(&peer);
        // The old connection may not know yet that it is dead.
        for (_, tie) in &mut self.open {
            if tie.twin.as_ref().is_some_and(|one| one.peer == peer) {
                twin = tie.twin.take();
                // If it does live, its ticket is used up.
                tie.twin_pace.lost(now_ms);
            }
            if tie.spare.as_ref().is_some_and(|one| one.peer == peer) {
                tie.spare_pace.lost(now_ms);
                return tie.spare.take().map(Spare::into_far);
            }
        }
        Some(Far {
            fingerprint: twin?.far,
            candidates: Vec::new(),
        })
    }

    /// Whether this is an open connection.
    pub(super) fn has(&self, peer: PeerId) -> bool {
        self.open.contains_key(&peer)
    }

    /// The far end of an open connection.
    pub(super) fn far(&self, peer: PeerId) -> Option<&Far> {
        self.open.get(&peer).map(|tie| &tie.far)
    }

    /// All open connections.
    pub(super) fn peers(&self) -> impl Iterator<Item = PeerId> {
        self.open.keys().copied()
    }

    /// A frame arrived; answers with a word once one is complete.
    pub(super) fn hear(
        &mut self,
        peer: PeerId,
        frame: &[u8],
        now_ms: i64,
    ) -> Result<Option<Word>, LineError> {
        let Some(tie) = self.open.get_mut(&peer) else {
            return Ok(None);
        };
        tie.heard_ms = now_ms;
        tie.line.hear(frame)
    }

    /// The far page is known and welcome: one more connection is made for it.
    pub(super) fn secure(&mut self, peer: PeerId, ctx: &mut Ctx) {
        let Some(tie) = self.open.get_mut(&peer) else {
            return;
        };
        if tie.twin.is_some() {
            return;
        }
        tie.twin_pace.made(ctx.now_ms);
        tie.twin = Some(Twin::make(tie.far.fingerprint, &self.ice, ctx));
    }

    /// A connection is gone: its twin waits for the far page from now on, and its
    /// spare is tried.
    pub(super) fn closed(&mut self, peer: PeerId, ctx: &mut Ctx) {
        let Some(tie) = self.open.remove(&peer) else {
            return;
        };
        if let Some(spare) = tie.spare {
            self.orphans.insert(spare.peer, (spare, ctx.now_ms));
        }
        let Some(mut twin) = tie.twin else { return };
        twin.expects_ms = twin.expects_ms.and(Some(ctx.now_ms));
        twin.expect(ctx);
        // Whoever is linked over another connection has the ticket of that one.
        let is_here = self
            .open
            .values()
            .any(|other| other.far.fingerprint == twin.far);
        if !is_here && twin.n_told > 0 && self.expected.len() < MAX_EXPECTED {
            self.expected.insert(twin.peer, twin);
        } else {
            ctx.ask(Effect::ClosePeer { peer: twin.peer });
        }
    }

    /// A connection is given up for good: nobody is waited for.
    pub(super) fn dropped(&mut self, peer: PeerId, ctx: &mut Ctx) {
        let Some(tie) = self.open.remove(&peer) else {
            return;
        };
        let twin = tie.twin.map(|twin| twin.peer);
        let spare = tie.spare.map(|spare| spare.peer);
        for peer in twin.into_iter().chain(spare) {
            ctx.ask(Effect::ClosePeer { peer });
        }
    }

    /// Whether the far page may send one more signal; a rude one is not heard.
    pub(super) fn admits_signal(&mut self, peer: PeerId, now_ms: i64) -> bool {
        let tie = self.open.get_mut(&peer);
        tie.is_some_and(|tie| tie.budget.take(now_ms))
    }

    /// What the far page says of connections between the two.
    pub(super) fn signal(&mut self, peer: PeerId, signal: &Signal, ctx: &mut Ctx) {
        let Some(tie) = self.open.get_mut(&peer) else {
            return;
        };
        match signal {
            Signal::Ticket(code) => {
                let ticket = Ticket::decode(code);
                tie.far_is_gecko = ticket.ok().map(|one| one.slot.credentials.is_gecko());
            }
            Signal::Spare(code) => {
                let made = Spare::answer(code, tie.far.fingerprint, &self.ice, ctx);
                if made.is_some() {
                    tie.spare_pace.made(ctx.now_ms);
                } else {
                    tie.spare_pace.lost(ctx.now_ms);
                }
                if let Some(old) = std::mem::replace(&mut tie.spare, made) {
                    ctx.ask(Effect::ClosePeer { peer: old.peer });
                }
            }
            Signal::SpareReply(code) => {
                if let Some(spare) = &mut tie.spare {
                    spare.answered(code, ctx);
                }
            }
            Signal::Invite(_)
            | Signal::Standby(_)
            | Signal::StandbyReply(_)
            | Signal::Remember(_)
            | Signal::Knock(_) => {}
        }
    }

    /// News of a connection made ahead; false if it is none.
    pub(super) fn news(&mut self, peer: PeerId, news: &PeerNews, ctx: &mut Ctx) -> bool {
        let is_over = matches!(news, PeerNews::Closed | PeerNews::Refused { .. });
        if self.expected.contains_key(&peer) {
            if is_over {
                self.expected.remove(&peer);
                ctx.ask(Effect::ClosePeer { peer });
            }
            return true;
        }
        if let Some((spare, _)) = self.orphans.get_mut(&peer) {
            if !spare.news(news) {
                self.orphans.remove(&peer);
                ctx.ask(Effect::ClosePeer { peer });
            }
            return true;
        }
        for (_, tie) in &mut self.open {
            if let Some(spare) = tie.spare.as_mut().filter(|spare| spare.peer == peer) {
                if !spare.news(news) {
                    tie.spare = None;
                    tie.spare_pace.lost(ctx.now_ms);
                    ctx.ask(Effect::ClosePeer { peer });
                }
                return true;
            }
        }
        let owner = self
            .open
            .iter_mut()
            .find(|(_, tie)| tie.twin.as_ref().is_some_and(|twin| twin.peer == peer));
        let Some((_, tie)) = owner else { return false };
        if is_over {
            tie.twin = None;
            tie.twin_pace.lost(ctx.now_ms);
            ctx.ask(Effect::ClosePeer { peer });
        } else if let Some(twin) = &mut tie.twin {
            twin.own.hear(news);
        }
        true
    }

    /// Time passed: quiet connections are helped along, tickets are given.
    pub(super) fn tick(&mut self, is_firefox: bool, ctx: &mut Ctx) {
        let now_ms = ctx.now_ms;
        for (peer, tie) in &mut self.open {
            let quiet_ms = now_ms - tie.heard_ms;
            if quiet_ms >= HEAL_AFTER_MS && now_ms - tie.healed_ms >= HEAL_EVERY_MS {
                tie.healed_ms = now_ms;
                tie.turn = tie.turn.wrapping_add(1);
                keep_alive(*peer, &tie.far.candidates, tie.turn, is_firefox, ctx);
            }
            tie.keep_spare(*peer, quiet_ms >= HEAL_AFTER_MS, is_firefox, &self.ice, ctx);
            // The ticket that the far page holds is for one that is over.
            if quiet_ms < HEAL_AFTER_MS && tie.twin_pace.is_due(now_ms) {
                tie.twin_pace.made(now_ms);
                tie.twin = Some(Twin::make(tie.far.fingerprint, &self.ice, ctx));
            }
            let Some(twin) = &mut tie.twin else { continue };
            if let Some(code) = twin.ticket(now_ms) {
                Word::Signal(Signal::Ticket(code)).say(*peer, ctx);
                twin.expect(ctx);
            }
            twin.tick(is_firefox, ctx);
        }
        let mut late = self.too_late(now_ms);
        for (peer, (spare, since_ms)) in &mut self.orphans {
            spare.tick(true, is_firefox, ctx);
            if now_ms - *since_ms >= EXPECT_FOR_MS {
                late.push(*peer);
            }
        }
        for (peer, twin) in &mut self.expected {
            twin.tick(is_firefox, ctx);
            if twin.is_late(now_ms) {
                late.push(*peer);
            }
        }
        for peer in late {
            self.expected.remove(&peer);
            self.orphans.remove(&peer);
            self.late.remove(&peer);
            ctx.ask(Effect::ClosePeer { peer });
        }
    }

    /// Closes everything.
    pub(super) fn close(&mut self, ctx: &mut Ctx) {
        let twins = self.open.values().filter_map(|tie| tie.twin.as_ref());
        let spares = self.open.values().filter_map(|tie| tie.spare.as_ref());
        let ahead = twins
            .map(|twin| twin.peer)
            .chain(spares.map(|spare| spare.peer));
        let waiting = self.expected.keys().chain(self.orphans.keys());
        let waiting = waiting.chain(self.late.keys());
        let peers = self.open.keys().chain(waiting).copied();
        let all: Vec<_> = ahead.chain(peers).collect();
        for peer in all {
            ctx.ask(Effect::ClosePeer { peer });
        }
        self.open.clear();
        self.expected.clear();
        self.orphans.clear();
        self.late.clear();
    }
}
