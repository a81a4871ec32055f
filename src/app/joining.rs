//! A guest at the door: gives a name, sends the reply, and waits (docs/wire.md).

use crate::room::tidy_name;
use crate::wire::{Address, Invite, RoomSecret, agreed_credentials, reply_url};

use super::ctx::Ctx;
use super::event::{CopyWhat, Effect, PeerId, PeerNews, SocketId, SocketNews};
use super::knock::Knock;
use super::prefs::Prefs;
use super::show::host_of_tracker;
use super::tabs::TabMessage;
use super::ties::Far;
use super::view::{NameProblem, NamePurpose, NameView, ReplyOutcome, WaitingView};

/// After this time the advice for networks is shown, in ms.
const LONG_WAIT_MS: i64 = 90_000;

/// Somebody who sat at this table's host before is let in without a reply; the
/// reply is shown after this time, in ms.
const KNOWN_PATIENCE_MS: i64 = 4_000;

/// A guest that is not at the table yet.
#[derive(Debug)]
pub(super) struct Joining {
    base: String,
    /// The invite's code, to show and to open again.
    pub(super) code: String,
    knock: Knock,
    /// The host may know this browser; when `Join` was pressed.
    is_known: bool,
    joined_ms: Option<i64>,
    name: String,
    problem: Option<NameProblem>,
    /// May the host's browser remember this one?
    pub(super) remember: bool,
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
    /// It was copied, and is on the screen.
    is_shown: bool,
}

impl Joining {
    /// Opens an invite: the connections are answered at once, so that the reply
    /// is ready when `Join` is pressed. `pair` is shared with a host that knows us.
    pub(super) fn begin(
        base: &str,
        invite: Invite,
        code: String,
        name: String,
        pair: Option<&RoomSecret>,
        prefs: &Prefs,
        ctx: &mut Ctx,
    ) -> Self {
        let ice = prefs.ice_with(invite.ice.clone());
        let is_known = pair.is_some();
        let agreed = |slot: &_| Some(agreed_credentials(pair?, slot));
        Self {
            base: base.to_owned(),
            code,
            knock: Knock::begin(invite, &ice, &[], agreed, ctx),
            is_known,
            joined_ms: None,
            name,
            problem: None,
            remember: true,
            stage: Stage::Naming,
        }
    }

    /// The name shown or given.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The invite that is answered.
    pub(super) fn invite(&self) -> &Invite {
        self.knock.invite()
    }

    /// Whether the table is held by this very browser.
    pub(super) fn is_own_browser(&self) -> bool {
        self.knock.fingerprint() == Some(self.invite().fingerprint)
    }

    /// `Join` was pressed. True if the name is good.
    pub(super) fn name_given(&mut self, name: &str, ctx: &mut Ctx) -> bool {
        match tidy_name(name) {
            Ok(name) => {
                self.name = name;
                self.problem = None;
                self.joined_ms.get_or_insert(ctx.now_ms);
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

    /// News of a connection; the far side if the link to the table stands.
    pub(super) fn news(&mut self, peer: PeerId, news: &PeerNews, ctx: &mut Ctx) -> Option<Far> {
        if matches!(news, PeerNews::Opened) {
            return self.knock.far(peer);
        }
        let is_out = matches!(self.stage, Stage::Waiting(_));
        self.knock.news(peer, news, is_out, ctx);
        self.try_reply(ctx);
        None
    }

    /// News of a socket to a tracker.
    pub(super) fn hear(&mut self, socket: SocketId, news: SocketNews, ctx: &mut Ctx) {
        self.knock.hear(socket, news, ctx);
    }

    /// Every connection but this one is closed; the guest sits down over it.
    pub(super) fn keep_only(&mut self, kept: Option<PeerId>, ctx: &mut Ctx) {
        self.knock.keep_only(|peer| Some(peer) == kept, ctx);
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
            Stage::Waiting(waiting) if waiting.is_shown => {
                Some(reply_url(&self.base, &waiting.reply))
            }
            Stage::Naming | Stage::Gathering | Stage::Waiting(_) => None,
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
        matches!(self.stage, Stage::Gathering) && self.knock.is_hopeless()
    }

    /// Time passed: the reply is made, and the answers are kept alive.
    pub(super) fn tick(&mut self, is_firefox: bool, ctx: &mut Ctx) {
        self.try_reply(ctx);
        self.knock.tick(is_firefox, ctx);
    }

    /// Makes the reply once every connection is ready, or the time is up; shows it
    /// unless a host that knows this browser may still open the link by itself.
    fn try_reply(&mut self, ctx: &mut Ctx) {
        if matches!(self.stage, Stage::Gathering)
            && let Some(code) = self.knock.reply(&self.name, ctx)
        {
            TabMessage::Reply { code: code.clone() }.tell(ctx);
            self.stage = Stage::Waiting(Box::new(Waiting {
                reply: code,
                since_ms: ctx.now_ms,
                copied: None,
                same_browser: false,
                is_shown: false,
            }));
        }
        let is_expected = self.is_expected(ctx.now_ms);
        if let Stage::Waiting(waiting) = &mut self.stage
            && !is_expected
            && !std::mem::replace(&mut waiting.is_shown, true)
        {
            ctx.ask(Effect::Copy {
                what: CopyWhat::Reply,
                text: reply_url(&self.base, &waiting.reply),
            });
        }
    }

    /// A host that knows this browser may open the link by itself.
    fn is_expected(&self, now_ms: i64) -> bool {
        let since_ms = self.joined_ms.unwrap_or(now_ms);
        self.is_known && now_ms - since_ms < KNOWN_PATIENCE_MS
    }

    /// The typed address stands in the reply, in place of names that lead nowhere; a
    /// reply that is out already is made again.
    pub(super) fn set_lan(&mut self, address: Option<&Address>, ctx: &mut Ctx) {
        if !self.knock.set_lan(address) {
            return;
        }
        if matches!(self.stage, Stage::Waiting(_)) {
            self.stage = Stage::Gathering;
            self.try_reply(ctx);
        }
    }

    /// Whom `Join` asks for the table.
    fn trackers(&self) -> Vec<String> {
        let urls = self.invite().trackers.iter();
        urls.map(|url| host_of_tracker(url)).collect()
    }

    /// The name form, or the wait.
    pub(super) fn view(&self, now_ms: i64) -> Result<WaitingView, NameView> {
        let waiting = match &self.stage {
            Stage::Naming => {
                return Err(NameView {
                    purpose: NamePurpose::Guest,
                    name: self.name.clone(),
                    trackers: self.trackers(),
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
            is_expected: self.is_expected(now_ms),
            is_known: self.is_known,
            remember: self.remember,
            calls: self.knock.calls(),
            is_long: waited_ms >= LONG_WAIT_MS,
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
