//! Meeting at trackers, so that the invite link alone seats people
//! (docs/wire.md §12): [`Lookout`] at the host, [`Caller`] at a guest.
//!
//! Both are told what sockets and connections report and the time; what they
//! bring about is an open connection, which is then somebody else's.

mod caller;
mod half;
mod lookout;
mod trackers;

use crate::wire::trackers::{MAX_TRACKERS, is_tracker_url};

use super::prefs::Prefs;
use super::view::RendezvousView;

pub(super) use caller::Caller;
pub(super) use lookout::Lookout;

impl Prefs {
    /// Where a table and its guests meet without replies; none when that is off.
    pub(super) fn trackers(&self) -> Vec<String> {
        if !self.settings.rendezvous {
            return Vec::new();
        }
        let mut urls: Vec<String> = Vec::new();
        for line in self.tracker_lines().filter(|line| is_tracker_url(line)) {
            if urls.len() < MAX_TRACKERS && !urls.iter().any(|one| one == line) {
                urls.push(line.to_owned());
            }
        }
        urls
    }

    /// As set, for the screen.
    pub(super) fn rendezvous_view(&self) -> RendezvousView {
        let mut lines = self.tracker_lines();
        RendezvousView {
            is_on: self.settings.rendezvous,
            trackers: self.settings.trackers.clone(),
            problem: lines.find(|line| !is_tracker_url(line)).map(str::to_owned),
        }
    }

    fn tracker_lines(&self) -> impl Iterator<Item = &str> {
        let lines = self.settings.trackers.lines();
        lines.map(str::trim).filter(|line| !line.is_empty())
    }
}
