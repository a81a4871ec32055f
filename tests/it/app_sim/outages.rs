//! Networks that go away, and links that end.

use floret::app::PeerNews;

use super::browser::{Maker, TabId};
use super::world::World;

impl World {
    /// Every open connection of a tab ends, at both ends; its page stays.
    pub(super) fn drop_links(&mut self, tab: TabId) {
        let ends: Vec<_> = self.tabs[tab]
            .connections
            .iter()
            .filter_map(|(peer, end)| Some((*peer, end.mate?)))
            .collect();
        for (peer, (far, mate)) in ends {
            for (tab, peer) in [(tab, peer), (far, mate)] {
                if let Some(end) = self.tabs[tab].connections.get_mut(&peer) {
                    (end.mate, end.far) = (None, None);
                    self.peer_later(tab, peer, 5, PeerNews::Closed);
                }
            }
        }
    }

    /// The network between all browsers is gone for so long. Connections with a Firefox
    /// at an end do not outlive half a minute of it.
    pub(super) fn cut_for(&mut self, ms: i64) {
        const FIREFOX_WAITS_MS: i64 = 27_500;
        self.is_cut = true;
        self.run(ms.min(FIREFOX_WAITS_MS));
        if ms > FIREFOX_WAITS_MS {
            let is_firefox = |tab: TabId| {
                let browser = self.tabs[tab].browser;
                self.browsers[browser].maker == Maker::Firefox
            };
            let mut over = Vec::new();
            for (tab, one) in self.tabs.iter().enumerate() {
                for (peer, end) in &one.connections {
                    let far = end
                        .mate
                        .filter(|(far, _)| is_firefox(tab) || is_firefox(*far));
                    over.extend(far.map(|_| (tab, *peer)));
                }
            }
            for (tab, peer) in over {
                self.end_mut(tab, peer).mate = None;
                self.end_mut(tab, peer).far = None;
                self.peer_later(tab, peer, 1, PeerNews::Closed);
            }
            self.run(ms - FIREFOX_WAITS_MS);
        }
        self.is_cut = false;
    }
}
