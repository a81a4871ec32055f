//! What the browser says of its own end of one connection, as far as the far side
//! has to know it.

use crate::wire::candidate::select;
use crate::wire::{Address, Candidate, LocalDescription, Slot, read_local, with_lan_address};

use super::event::PeerNews;

/// One's own end.
#[derive(Debug, Default)]
pub(super) struct Own {
    pub(super) local: Option<LocalDescription>,
    /// No more candidates will come.
    pub(super) is_gathered: bool,
}

impl Own {
    /// The browser's news of it.
    pub(super) fn hear(&mut self, news: &PeerNews) {
        match news {
            PeerNews::Local { sdp } => self.local = read_local(sdp).ok(),
            PeerNews::Candidate { line } => {
                if let (Some(local), Some(found)) = (&mut self.local, Candidate::parse(line))
                    && !local.candidates.contains(&found)
                {
                    local.candidates.push(found);
                }
            }
            PeerNews::Gathered => self.is_gathered = true,
            PeerNews::Opened
            | PeerNews::Path(_)
            | PeerNews::Frame(_)
            | PeerNews::Closed
            | PeerNews::Refused { .. } => {}
        }
    }

    /// SHA-256 of this browser's certificate.
    pub(super) fn fingerprint(&self) -> Option<[u8; 32]> {
        Some(self.local.as_ref()?.fingerprint)
    }

    /// Ways found so far.
    pub(super) fn n_candidates(&self) -> usize {
        self.local
            .as_ref()
            .map_or(0, |local| local.candidates.len())
    }

    /// As it stands in an invite or a reply; a typed address takes the place of names
    /// that lead nowhere.
    pub(super) fn slot(&self, serial: u8, lan: Option<&Address>) -> Option<Slot> {
        let local = self.local.as_ref()?;
        Some(Slot {
            serial,
            credentials: local.credentials.clone(),
            candidates: select(&with_lan_address(&local.candidates, lan)),
        })
    }
}
