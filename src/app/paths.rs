//! Which ways the links of this page take, as long as somebody looks at them.

use litemap::LiteMap;

use crate::room::{Link, SeatId};

use super::ctx::Ctx;
use super::event::{Effect, PeerId};
use super::show_place::{Place, link_view};
use super::stage::{App, Stage};
use super::view::{ConnectionView, OwnLink, Panel, PathView, WayView};

/// While the panel is open, the browser is asked this often, in ms.
const ASK_EVERY_MS: i64 = 2_000;

/// The way that a link takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path {
    /// A TURN server passes the bytes on, at either end.
    pub is_relayed: bool,
    /// There and back in ms, if the browser knows.
    pub rtt_ms: Option<u32>,
}

/// What the browser said, since the panel was opened.
#[derive(Debug, Default)]
pub(super) struct Paths {
    known: LiteMap<PeerId, Path>,
    asked_ms: Option<i64>,
}

impl Paths {
    /// The browser says which way a link takes.
    pub(super) fn told(&mut self, peer: PeerId, path: Path) {
        if self.asked_ms.is_some() {
            self.known.insert(peer, path);
        }
    }

    fn view(&self, peer: PeerId) -> Option<PathView> {
        let path = self.known.get(&peer)?;
        Some(PathView {
            is_relayed: path.is_relayed,
            round_trip_ms: path.rtt_ms.map(|ms| ms.to_string()),
        })
    }
}

impl App {
    /// Asks the browser while the panel is open.
    pub(super) fn follow_paths(&mut self, ctx: &mut Ctx) {
        if self.panel != Some(Panel::Connection) {
            self.paths = Paths::default();
            return;
        }
        let now_ms = ctx.now_ms;
        let asked_ms = self.paths.asked_ms;
        if asked_ms.is_some_and(|asked_ms| now_ms - asked_ms < ASK_EVERY_MS) {
            return;
        }
        self.paths.asked_ms = Some(now_ms);
        let peers: Vec<_> = match self.table() {
            Some(table) => table
                .seats
                .keys()
                .filter_map(|id| self.peer_of(*id))
                .collect(),
            None => Vec::new(),
        };
        for peer in peers {
            ctx.ask(Effect::AskPath { peer });
        }
    }

    /// The connection by which this browser reaches a seat itself.
    fn peer_of(&self, id: SeatId) -> Option<PeerId> {
        match &self.stage {
            Stage::Hosting(hosting) => hosting.host.link_of(id),
            Stage::Seated(seated) => {
                let seat = seated.guest.table()?.seats.get(&id)?;
                seat.is_host.then(|| seated.guest.host_link()).flatten()
            }
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => None,
        }
    }

    /// What the panel shows.
    pub(super) fn connection_view(&self, at: &Place<'_>) -> ConnectionView {
        let is_host = matches!(self.stage, Stage::Hosting(_));
        let mine = at.table.seats.get(&at.me);
        let own = mine.filter(|_| !is_host).map(|seat| OwnLink {
            link: link_view(at.link),
            waited: at.waited(at.me, seat),
        });
        let far =
            at.table.seats.iter().filter(|(id, seat)| {
                **id != at.me && !seat.is_removed && (is_host || seat.is_host)
            });
        let ways = far.map(|(id, seat)| {
            let (link, waited) = (at.link_of(*id, seat), at.waited(*id, seat));
            let peer = self.peer_of(*id).filter(|_| link != Link::Lost);
            WayView {
                name: seat.name.clone(),
                link: link_view(link),
                waited,
                path: peer.and_then(|peer| self.paths.view(peer)),
            }
        });
        let ways = ways.collect();
        ConnectionView { own, ways }
    }
}
