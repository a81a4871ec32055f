//! A guest at the door: answers every connection of the invite, makes the reply,
//! and keeps the answers alive while people paste (docs/wire.md).

use crate::room::tidy_name;
use crate::wire::{
    Candidate, Invite, LocalDescription, Reply, Slot, dummy, offer_sdp, read_local, reply_url,
    revive,
};

use super::ctx::Ctx;
use super::event::{CopyWhat, Effect, PeerId, PeerNews};
use super::prefs::ice_urls;
use super::tabs::TabMessage;
use super::view::{NameProblem, NamePurpose, NameView, ReplyOutcome, WaitingView};

/// The reply is made at the latest after this time, with what is there, in ms.
const GATHER_CAP_MS: i64 = 1_500;

/// The host's candidates are added again this often while the reply is out, in ms.
const REVIVE_EVERY_MS: i64 = 4_000;

/// After this time the advice for networks is shown, in ms.
const LONG_WAIT_MS: i64 = 90_000;

/// A guest that is not at the table yet.
#[derive(Debug)]
pub(super) struct Joining {
    base: String,
    invite: Invite,
    /// The invite's code, to show and to open again.
    pub(super) code: String,
    tries: Vec<Try>,
    began_ms: i64,
    /// When the answers were last kept alive; `None` right after the start.
    revived_ms: Option<i64>,
    turn: u32,
    name: String,
    problem: Option<NameProblem>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// The name form is shown.
    Naming,
    /// `Join` was pressed; the browser still makes its descriptions.
    Gathering,
    /// The reply is out.
    Waiting(Box<Waiting>),
}

#[derive(Debug)]
struct Waiting {
    reply: String,
    since_ms: i64,
    copied: Option<bool>,
    same_browser: bool,
}

/// One answered connection.
#[derive(Debug)]
struct Try {
    peer: PeerId,
    serial: u8,
    theirs: Vec<Candidate>,
    local: Option<LocalDescription>,
    is_done: bool,
}

impl Joining {
    /// Opens an invite: the connections are answered at once, so that the reply
    /// is ready when `Join` is pressed.
    pub(super) fn begin(
        base: &str,
        invite: Invite,
        code: String,
        name: String,
        ctx: &mut Ctx,
    ) -> Self {
        let base = base.to_owned();
        let ice = ice_urls(&invite.ice);
        let tries = invite
            .slots
            .iter()
            .map(|slot| {
                let peer = ctx.new_peer();
                ctx.ask(Effect::MakeAnswer {
                    peer,
                    ice: ice.clone(),
                    offer_sdp: offer_sdp(&invite.fingerprint, &slot.credentials, &[]),
                    candidates: slot.candidates.iter().map(|one| one.line("1")).collect(),
                });
                let theirs = slot.candidates.clone();
                Try {
                    peer,
                    serial: slot.serial,
                    theirs,
                    local: None,
                    is_done: false,
                }
            })
            .collect();
        let began_ms = ctx.now_ms;
        Self {
            base,
            invite,
            code,
            tries,
            began_ms,
            revived_ms: None,
            turn: 0,
            name,
            problem: None,
            stage: Stage::Naming,
        }
    }

    /// The name shown or given.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// `Join` was pressed. True if the name is good.
    pub(super) fn name_given(&mut self, name: &str, ctx: &mut Ctx) -> bool {
        match tidy_name(name) {
            Ok(name) => {
                self.name = name;
                self.problem = None;
                if matches!(self.stage, Stage::Naming) {
                    self.stage = Stage::Gathering;
                }
                self.try_reply(ctx);
                true
            }
            Err(length) => {
                name.clone_into(&mut self.name);
                self.problem = Some(name_problem(length));
                false
            }
        }
    }

    /// News of a connection; true if the link to the table stands.
    pub(super) fn news(&mut self, peer: PeerId, news: &PeerNews, ctx: &mut Ctx) -> bool {
        let Some(one) = self.tries.iter_mut().find(|one| one.peer == peer) else {
            return false;
        };
        match news {
            PeerNews::Local { sdp } => one.local = read_local(sdp).ok(),
            PeerNews::Candidate { line } => {
                if let (Some(local), Some(found)) = (&mut one.local, Candidate::parse(line))
                    && !local.candidates.contains(&found)
                {
                    local.candidates.push(found);
                }
            }
            PeerNews::Gathered => one.is_done = true,
            PeerNews::Closed | PeerNews::Refused { .. } => {
                one.is_done = true;
                // A reply that is out still names this connection; else it is gone.
                if !matches!(self.stage, Stage::Waiting(_)) {
                    self.tries.retain(|one| one.peer != peer);
                    ctx.ask(Effect::ClosePeer { peer });
                }
            }
            PeerNews::Opened => return true,
            PeerNews::Frame(_) => {}
        }
        self.try_reply(ctx);
        false
    }

    /// Every connection but this one is closed; the guest sits down over it.
    pub(super) fn keep_only(&mut self, kept: Option<PeerId>, ctx: &mut Ctx) {
        for one in self.tries.drain(..) {
            if Some(one.peer) != kept {
                ctx.ask(Effect::ClosePeer { peer: one.peer });
            }
        }
    }

    /// The clipboard answered.
    pub(super) fn copied(&mut self, ok: bool) {
        if let Stage::Waiting(waiting) = &mut self.stage {
            waiting.copied = Some(ok);
        }
    }

    /// The reply's address, once it exists.
    pub(super) fn reply_link(&self) -> Option<String> {
        match &self.stage {
            Stage::Waiting(waiting) => Some(reply_url(&self.base, &waiting.reply)),
            Stage::Naming | Stage::Gathering => None,
        }
    }

    /// Another tab says what became of a reply; true if it was this one.
    pub(super) fn outcome(&mut self, code: &str, outcome: &ReplyOutcome) -> bool {
        let Stage::Waiting(waiting) = &mut self.stage else {
            return false;
        };
        if waiting.reply != code {
            return false;
        }
        waiting.same_browser = matches!(outcome, ReplyOutcome::Taken(_) | ReplyOutcome::Seated(_));
        true
    }

    /// The browser refused every connection: no reply can be made.
    pub(super) fn is_hopeless(&self) -> bool {
        matches!(self.stage, Stage::Gathering)
            && self
                .tries
                .iter()
                .all(|one| one.is_done && one.local.is_none())
    }

    /// Time passed: the reply is made, and the answers are kept alive. Also while
    /// the name is typed: Firefox gives an answer up for good after 5 s.
    pub(super) fn tick(&mut self, is_firefox: bool, ctx: &mut Ctx) {
        self.try_reply(ctx);
        if let Some(revived_ms) = self.revived_ms
            && ctx.now_ms - revived_ms < REVIVE_EVERY_MS
        {
            return;
        }
        self.revived_ms = Some(ctx.now_ms);
        self.turn = self.turn.wrapping_add(1);
        for one in &self.tries {
            let mut lines = revive(&one.theirs, self.turn);
            if is_firefox {
                lines.push(dummy(self.turn));
            }
            for line in lines {
                ctx.ask(Effect::AddCandidate {
                    peer: one.peer,
                    line,
                });
            }
        }
    }

    /// Makes the reply once every connection is ready, or the time is up.
    fn try_reply(&mut self, ctx: &mut Ctx) {
        if !matches!(self.stage, Stage::Gathering) {
            return;
        }
        let all_done = self.tries.iter().all(|one| one.is_done);
        if !all_done && ctx.now_ms - self.began_ms < GATHER_CAP_MS {
            return;
        }
        let slots: Vec<_> = self.tries.iter().filter_map(Try::slot).collect();
        let Some(fingerprint) = self
            .tries
            .iter()
            .find_map(|one| Some(one.local.as_ref()?.fingerprint))
        else {
            return;
        };
        let reply = Reply {
            fingerprint,
            name: self.name.clone(),
            slots,
        };
        let Ok(code) = reply.encode(&self.invite.secret) else {
            return;
        };
        TabMessage::Reply { code: code.clone() }.tell(ctx);
        ctx.ask(Effect::Copy {
            what: CopyWhat::Reply,
            text: reply_url(&self.base, &code),
        });
        self.stage = Stage::Waiting(Box::new(Waiting {
            reply: code,
            since_ms: ctx.now_ms,
            copied: None,
            same_browser: false,
        }));
    }

    /// The name form, or the wait.
    pub(super) fn view(&self, now_ms: i64) -> Result<WaitingView, NameView> {
        let waiting = match &self.stage {
            Stage::Naming => {
                return Err(NameView {
                    purpose: NamePurpose::Guest,
                    name: self.name.clone(),
                    problem: self.problem,
                });
            }
            Stage::Gathering => None,
            Stage::Waiting(waiting) => Some(waiting),
        };
        let waited_ms = waiting.map_or(0, |waiting| now_ms - waiting.since_ms);
        Ok(WaitingView {
            name: self.name.clone(),
            reply_link: self.reply_link(),
            copied: waiting.and_then(|waiting| waiting.copied),
            waited: minutes_seconds(waited_ms),
            same_browser: waiting.is_some_and(|waiting| waiting.same_browser),
            is_long: waited_ms >= LONG_WAIT_MS,
        })
    }
}

impl Try {
    fn slot(&self) -> Option<Slot> {
        let local = self.local.as_ref()?;
        Some(Slot {
            serial: self.serial,
            credentials: local.credentials.clone(),
            candidates: crate::wire::candidate::select(&local.candidates),
        })
    }
}

/// What is wrong with a name of this many characters.
pub(super) fn name_problem(length: usize) -> NameProblem {
    if length == 0 {
        NameProblem::Empty
    } else {
        NameProblem::TooLong {
            length,
            limit: crate::room::MAX_NAME_CHARS,
        }
    }
}

/// `02:10`.
pub(super) fn minutes_seconds(ms: i64) -> String {
    let seconds = ms.max(0) / 1000;
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    let pad = |n: i64| {
        if n < 10 {
            format!("0{n}")
        } else {
            n.to_string()
        }
    };
    format!("{}:{}", pad(minutes), pad(seconds))
}
