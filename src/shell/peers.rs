//! Connections by name. They wait for the certificate, and frames wait for room.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use litemap::LiteMap;

use crate::app::{self, Effect, Event, PeerId, PeerNews};
use crate::browser::certificate::{self, Certificate};
use crate::browser::peer::{IceServer, Peer, PeerError, PeerEvent, PeerOptions};
use crate::browser::{clock, spawn};

use super::Shell;

/// The certificate is kept under this name.
const CERTIFICATE_NAME: &str = "table";

/// Frames of 16 KiB that may wait for one slow connection (about 8 MiB).
const MAX_BACKLOG_FRAMES: usize = 512;

/// All connections of this page.
#[derive(Default)]
pub(super) struct Peers {
    open: RefCell<LiteMap<PeerId, Open>>,
    certificate: RefCell<Credential>,
}

struct Open {
    peer: Peer,
    backlog: VecDeque<Vec<u8>>,
}

#[derive(Default)]
enum Credential {
    #[default]
    Unasked,
    Loading(Vec<Effect>),
    Ready(Certificate),
}

impl Peers {
    /// Does what concerns one connection.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "`Hands::perform` has sorted the effects; the others never come here"
    )]
    pub(super) fn perform(&self, effect: Effect, shell: &Rc<Shell>) {
        let Some(certificate) = self.certificate_or_wait(&effect, shell) else {
            return;
        };
        match effect {
            Effect::MakeOffer { peer, ice } => {
                let options = options(certificate, &ice);
                self.insert(peer, Peer::offer(&options, news(peer, shell)), shell);
            }
            Effect::MakeAnswer {
                peer,
                ice,
                offer_sdp,
                candidates,
                agreed,
            } => {
                let options = options(certificate, &ice);
                let agreed = agreed.map(|agreed| (agreed.ufrag, agreed.pwd));
                let on = news(peer, shell);
                let made = Peer::answer(&options, &offer_sdp, &candidates, agreed, on);
                self.insert(peer, made, shell);
            }
            Effect::AcceptAnswer {
                peer,
                answer_sdp,
                candidates,
            } => {
                self.with(peer, |open| open.peer.accept(&answer_sdp, &candidates));
            }
            Effect::AddCandidate { peer, line } => {
                self.with(peer, |open| open.peer.add_candidate(&line));
            }
            Effect::AskPath { peer } => self.with(peer, |open| open.peer.ask_path()),
            Effect::SendFrame { peer, bytes } => self.send(peer, bytes, shell),
            Effect::ClosePeer { peer } => {
                let closed = self.open.borrow_mut().remove(&peer);
                if let Some(open) = closed {
                    open.peer.close();
                }
            }
            _not_of_connections => {}
        }
    }

    /// The certificate, if it is here; else `effect` waits for it.
    fn certificate_or_wait(&self, effect: &Effect, shell: &Rc<Shell>) -> Option<Certificate> {
        let mut credential = self.certificate.borrow_mut();
        match &mut *credential {
            Credential::Ready(certificate) => Some(certificate.clone()),
            Credential::Loading(waiting) => {
                waiting.push(effect.clone());
                None
            }
            Credential::Unasked => {
                *credential = Credential::Loading(vec![effect.clone()]);
                let shell = Rc::clone(shell);
                spawn(async move {
                    let now_ms = clock::now_ms();
                    let loaded = certificate::load_or_create(CERTIFICATE_NAME, now_ms).await;
                    shell.hands.peers().certificate_loaded(&loaded, &shell);
                });
                None
            }
        }
    }

    fn certificate_loaded(&self, loaded: &Result<Certificate, PeerError>, shell: &Rc<Shell>) {
        let next = match loaded {
            Ok(certificate) => Credential::Ready(certificate.clone()),
            Err(_) => Credential::Unasked,
        };
        let waiting = match self.certificate.replace(next) {
            Credential::Loading(waiting) => waiting,
            Credential::Unasked | Credential::Ready(_) => Vec::new(),
        };
        for effect in waiting {
            match (loaded, &effect) {
                (Ok(_), _) => self.perform(effect, shell),
                (Err(error), Effect::MakeOffer { peer, .. } | Effect::MakeAnswer { peer, .. }) => {
                    refuse(*peer, error, shell);
                }
                (Err(_), _) => {}
            }
        }
    }

    fn insert(&self, peer: PeerId, made: Result<Peer, PeerError>, shell: &Rc<Shell>) {
        match made {
            Ok(made) => {
                let open = Open {
                    peer: made,
                    backlog: VecDeque::new(),
                };
                self.open.borrow_mut().insert(peer, open);
            }
            Err(error) => refuse(peer, &error, shell),
        }
    }

    fn with(&self, peer: PeerId, act: impl FnOnce(&mut Open)) {
        if let Some(open) = self.open.borrow_mut().get_mut(&peer) {
            act(open);
        }
    }

    fn send(&self, peer: PeerId, bytes: Vec<u8>, shell: &Rc<Shell>) {
        let mut is_hopeless = false;
        self.with(peer, |open| {
            if !open.backlog.is_empty() {
                open.backlog.push_back(bytes);
            } else if let Err(PeerError::Full) = open.peer.send(&bytes) {
                open.backlog.push_back(bytes);
            }
            is_hopeless = open.backlog.len() > MAX_BACKLOG_FRAMES;
        });
        if is_hopeless {
            self.perform(Effect::ClosePeer { peer }, shell);
            shell.tell(Event::Peer(peer, PeerNews::Closed));
        }
    }

    /// There is room again on a connection.
    fn flush(&self, peer: PeerId) {
        self.with(peer, |open| {
            while let Some(bytes) = open.backlog.front() {
                if open.peer.send(bytes).is_err() {
                    break;
                }
                open.backlog.pop_front();
            }
        });
    }
}

fn options(certificate: Certificate, ice: &[app::IceServer]) -> PeerOptions {
    let ice_servers = ice
        .iter()
        .map(|server| IceServer {
            urls: vec![server.url.clone()],
            username: server.user.clone(),
            credential: server.password.clone(),
        })
        .collect();
    PeerOptions {
        certificate,
        ice_servers,
    }
}

fn refuse(peer: PeerId, error: &PeerError, shell: &Rc<Shell>) {
    let reason = error.to_string();
    shell.tell(Event::Peer(peer, PeerNews::Refused { reason }));
}

/// News of one connection, as events.
fn news(peer: PeerId, shell: &Rc<Shell>) -> impl Fn(PeerEvent) + 'static {
    let weak = Rc::downgrade(shell);
    move |event| {
        let Some(shell) = weak.upgrade() else { return };
        let news = match event {
            PeerEvent::Local { sdp } => PeerNews::Local { sdp },
            PeerEvent::Candidate { line } => PeerNews::Candidate { line },
            PeerEvent::Gathered => PeerNews::Gathered,
            PeerEvent::Opened => PeerNews::Opened,
            PeerEvent::Message(bytes) => PeerNews::Frame(bytes),
            PeerEvent::Path(path) => PeerNews::Path(app::Path {
                is_relayed: path.is_relayed,
                rtt_ms: path.round_trip_ms,
            }),
            PeerEvent::Closed => PeerNews::Closed,
            PeerEvent::Refused { reason } => PeerNews::Refused { reason },
            PeerEvent::Writable => {
                shell.hands.peers().flush(peer);
                return;
            }
        };
        shell.tell(Event::Peer(peer, news));
    }
}
