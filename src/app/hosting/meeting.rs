//! The host meets people at trackers (docs/wire.md §12).

use crate::wire::Address;

use super::super::ctx::Ctx;
use super::super::event::{SocketId, SocketNews};
use super::super::rendezvous::Lookout;
use super::Hosting;

impl Hosting {
    /// Other trackers, or none: the invite names them and they are watched.
    pub(in crate::app) fn change_trackers(&mut self, urls: &[String], ctx: &mut Ctx) {
        let is_new = self.door.change_trackers(urls, ctx.now_ms);
        if !is_new && self.lookout.is_some() != urls.is_empty() {
            return;
        }
        if let Some(mut lookout) = self.lookout.take() {
            lookout.close(ctx);
        }
        if !urls.is_empty() {
            let mut lookout = Lookout::open(self.door.secret(), urls, ctx);
            lookout.set_lan(self.door.lan());
            self.lookout = Some(lookout);
        }
    }

    /// News of a socket to a tracker.
    pub(in crate::app) fn hear_tracker(
        &mut self,
        socket: SocketId,
        news: SocketNews,
        ctx: &mut Ctx,
    ) {
        if let Some(lookout) = &mut self.lookout {
            lookout.hear(socket, news, self.door.ice_servers(), ctx);
        }
    }

    /// A typed address stands in whatever is told newcomers.
    pub(in crate::app) fn set_lan(&mut self, address: Option<&Address>, now_ms: i64) {
        self.door.set_lan(address, now_ms);
        if let Some(lookout) = &mut self.lookout {
            lookout.set_lan(address);
        }
    }
}
