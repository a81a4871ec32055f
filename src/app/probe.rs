//! The network test: throw-away connections, each with other servers, and what their
//! candidates say about this network. It reaches nobody but the servers that the person
//! has switched on.

mod findings;
mod verdict;

use crate::wire::Candidate;

use super::ctx::Ctx;
use super::event::{Effect, Event, PeerId, PeerNews, SocketId, SocketNews};
use super::ice::{Ice, IceServer, urls};
use super::stage::{App, Stage};
use super::view::{Panel, ProbeView};

/// A server that has not answered by then is taken for dead, in ms.
const ANSWER_WITHIN_MS: i64 = 5_000;

/// The addresses of the machine itself are there at once, in ms.
const LOCAL_WITHIN_MS: i64 = 2_000;

/// One test of this network.
#[derive(Debug)]
pub(super) struct Probe {
    has_webrtc: bool,
    tries: Vec<Try>,
    calls: Vec<Call>,
    is_stopped: bool,
}

/// One connection that nobody will answer.
#[derive(Debug)]
struct Try {
    peer: PeerId,
    task: Task,
    began_ms: i64,
    found: Vec<(Candidate, i64)>,
    state: State,
}

/// One socket to a tracker, opened and closed.
#[derive(Debug)]
struct Call {
    socket: SocketId,
    name: String,
    began_ms: i64,
    opened_after_ms: Option<i64>,
    state: State,
}

/// What a connection is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Task {
    /// No server: addresses of the machine itself.
    Local,
    /// One STUN server, named.
    Stun(String),
    /// Two STUN servers at once: do they see the same port?
    Ports,
    /// The own TURN server, named.
    Turn(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Runs,
    /// All that was to be found is found, or the time is up.
    Over,
    /// Stopped before that.
    Stopped,
}

impl Probe {
    /// Starts every check at once.
    fn begin(has_webrtc: bool, ice: &Ice, trackers: Vec<String>, ctx: &mut Ctx) -> Self {
        let mut probe = Self {
            has_webrtc,
            tries: Vec::new(),
            calls: Vec::new(),
            is_stopped: false,
        };
        if !has_webrtc {
            return probe;
        }
        probe.make(Task::Local, Vec::new(), ctx);
        let servers = ice.servers();
        let (turn, stun): (Vec<_>, Vec<_>) = servers.into_iter().partition(IceServer::is_turn);
        for server in &stun {
            probe.make(Task::Stun(name_of(server)), vec![server.clone()], ctx);
        }
        if let [first, second, ..] = stun.as_slice() {
            let both = vec![first.clone(), second.clone()];
            probe.make(Task::Ports, both, ctx);
        }
        for server in turn {
            probe.make(Task::Turn(name_of(&server)), vec![server], ctx);
        }
        for url in trackers {
            probe.call(url, ctx);
        }
        probe
    }

    fn make(&mut self, task: Task, ice: Vec<IceServer>, ctx: &mut Ctx) {
        let peer = ctx.new_peer();
        ctx.ask(Effect::MakeOffer { peer, ice });
        self.tries.push(Try {
            peer,
            task,
            began_ms: ctx.now_ms,
            found: Vec::new(),
            state: State::Runs,
        });
    }

    fn call(&mut self, url: String, ctx: &mut Ctx) {
        let socket = ctx.new_socket();
        self.calls.push(Call {
            socket,
            name: url
                .trim_start_matches(|c| c != '/')
                .trim_matches('/')
                .to_owned(),
            began_ms: ctx.now_ms,
            opened_after_ms: None,
            state: State::Runs,
        });
        ctx.ask(Effect::OpenSocket { socket, url });
    }

    fn owns(&self, peer: PeerId) -> bool {
        self.tries.iter().any(|one| one.peer == peer)
    }

    fn news(&mut self, peer: PeerId, news: &PeerNews, ctx: &mut Ctx) {
        let Some(one) = self.tries.iter_mut().find(|one| one.peer == peer) else {
            return;
        };
        match news {
            PeerNews::Candidate { line } if one.state == State::Runs => {
                let after_ms = ctx.now_ms - one.began_ms;
                one.found
                    .extend(Candidate::parse(line).map(|found| (found, after_ms)));
                // A relay is one answer; reflexive addresses may be several.
                if matches!(one.task, Task::Turn(_)) && one.first_relay().is_some() {
                    one.end(State::Over, ctx);
                }
            }
            PeerNews::Gathered | PeerNews::Closed | PeerNews::Refused { .. } => {
                one.end(State::Over, ctx);
            }
            PeerNews::Local { .. }
            | PeerNews::Candidate { .. }
            | PeerNews::Opened
            | PeerNews::Path(_)
            | PeerNews::Frame(_) => {}
        }
    }

    fn tick(&mut self, ctx: &mut Ctx) {
        let now_ms = ctx.now_ms;
        for one in &mut self.tries {
            let within_ms = match one.task {
                Task::Local => LOCAL_WITHIN_MS,
                Task::Stun(_) | Task::Ports | Task::Turn(_) => ANSWER_WITHIN_MS,
            };
            if now_ms - one.began_ms >= within_ms {
                one.end(State::Over, ctx);
            }
        }
        for one in &mut self.calls {
            if now_ms - one.began_ms >= ANSWER_WITHIN_MS {
                one.end(State::Over, ctx);
            }
        }
    }

    fn stop(&mut self, ctx: &mut Ctx) {
        let mut states = self.tries.iter().map(|one| one.state);
        let mut calls = self.calls.iter().map(|one| one.state);
        self.is_stopped |=
            states.any(|one| one == State::Runs) || calls.any(|one| one == State::Runs);
        for one in &mut self.tries {
            one.end(State::Stopped, ctx);
        }
        for one in &mut self.calls {
            one.end(State::Stopped, ctx);
        }
    }
}

impl Try {
    fn end(&mut self, state: State, ctx: &mut Ctx) {
        if self.state == State::Runs {
            self.state = state;
            ctx.ask(Effect::ClosePeer { peer: self.peer });
        }
    }
}

impl Call {
    fn end(&mut self, state: State, ctx: &mut Ctx) {
        if self.state == State::Runs {
            self.state = state;
            ctx.ask(Effect::CloseSocket {
                socket: self.socket,
            });
        }
    }
}

impl App {
    /// The test runs while its panel is open.
    pub(super) fn follow_probe(&mut self, ctx: &mut Ctx) {
        let is_open = self.panel == Some(Panel::Probe);
        match &mut self.probe {
            None if is_open => self.probe_again(ctx),
            Some(probe) if is_open => probe.tick(ctx),
            Some(probe) => {
                probe.stop(ctx);
                self.probe = None;
            }
            None => {}
        }
    }

    fn probe_again(&mut self, ctx: &mut Ctx) {
        let ice = self.prefs.ice();
        let trackers = self.prefs.trackers();
        self.probe = Some(Probe::begin(self.boot.has_webrtc, &ice, trackers, ctx));
    }

    /// Something pressed in the panel.
    pub(super) fn probe_pressed(&mut self, event: &Event, ctx: &mut Ctx) {
        if let Some(probe) = &mut self.probe {
            probe.stop(ctx);
        }
        if *event == Event::ProbeAgain && self.panel == Some(Panel::Probe) {
            self.probe_again(ctx);
        }
    }

    /// News of a connection of the test; false if it is none of it.
    pub(super) fn probe_hears(&mut self, peer: PeerId, news: &PeerNews, ctx: &mut Ctx) -> bool {
        let probe = self.probe.as_mut().filter(|probe| probe.owns(peer));
        let is_its = probe.is_some();
        if let Some(probe) = probe {
            probe.news(peer, news, ctx);
        }
        is_its
    }

    /// News of a socket of the test; false if it is none of it.
    pub(super) fn probe_hears_socket(
        &mut self,
        socket: SocketId,
        news: &SocketNews,
        ctx: &mut Ctx,
    ) -> bool {
        let calls = self.probe.iter_mut().flat_map(|probe| &mut probe.calls);
        let mut its = calls.filter(|one| one.socket == socket);
        let Some(one) = its.next() else { return false };
        if one.state == State::Runs && *news == SocketNews::Opened {
            one.opened_after_ms = Some(ctx.now_ms - one.began_ms);
        }
        one.end(State::Over, ctx);
        true
    }

    /// `#test`: the panel opens over whatever is shown, whose own address comes back.
    pub(super) fn open_probe(&mut self, ctx: &mut Ctx) {
        self.panel = Some(Panel::Probe);
        let own = match &self.stage {
            Stage::Hosting(_) => String::from("table"),
            Stage::Seated(seated) => format!("j={}", seated.code),
            Stage::Joining(joining) => format!("j={}", joining.code),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => String::new(),
        };
        ctx.ask(Effect::SetFragment(own));
    }

    /// What the panel shows.
    pub(super) fn probe_view(&self) -> Option<ProbeView> {
        let settings = self.prefs.ice().settings;
        let has_stun = !urls(&settings).is_empty();
        Some(self.probe.as_ref()?.view(has_stun))
    }
}

/// Host and port of a server.
fn name_of(server: &IceServer) -> String {
    let name = server.url.split_once(':').map(|(_, rest)| rest);
    name.unwrap_or(&server.url).to_owned()
}
