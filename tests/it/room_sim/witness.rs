//! What must hold whoever holds the table: one host at a time, one opening of a round,
//! results that are true.

use std::collections::BTreeMap;

use floret::ballot::{Commitment, Opening, PublicKey};
use floret::room::{Host, Intent, Phase};

#[derive(Default)]
pub(super) struct Witness {
    picks: BTreeMap<Commitment, Option<u16>>,
    opened: BTreeMap<(PublicKey, u32), Opening>,
    /// Since when there is more than one host.
    doubled_ms: Option<i64>,
    /// Somebody went on by hand: then there may be two.
    pub(super) carried_on: bool,
    /// Rounds whose result was compared with the truth.
    pub(super) n_counted: usize,
    last_counted: (u32, u32),
}

impl Witness {
    /// A seat sends an intent while its person has picked `picked`.
    pub(super) fn hear(&mut self, key: PublicKey, intent: &Intent, picked: Option<u16>) {
        match intent {
            Intent::Commit { commitment, .. } => {
                self.picks.entry(*commitment).or_insert(picked);
            }
            Intent::Open { round, opening, .. } => {
                let first = self.opened.entry((key, *round));
                let first = first.or_insert_with(|| opening.clone());
                assert_eq!(first, opening, "a seat opens one ballot of a round");
            }
            _other => {}
        }
    }

    /// Looks at a host after each of its steps.
    pub(super) fn look(&mut self, host: &Host) {
        let table = host.table();
        let own = table.commitments().and_then(|all| all.get(&host.me()));
        if let Some(own) = own {
            let picked = host.voter().picked(table);
            self.picks.entry(*own).or_insert(picked);
        }
        let Phase::Revealed { list, openings } = &table.round.phase else {
            return;
        };
        let this = (table.epoch, table.round.number);
        if this <= self.last_counted {
            return;
        }
        self.last_counted = this;
        for (entry, opening) in table.round.roll.iter().zip(openings) {
            let first = self.opened.entry((entry.key, table.round.number));
            let first = first.or_insert_with(|| opening.clone());
            assert_eq!(first, opening, "also the host opens one ballot of a round");
        }
        let outcome = table.outcome().unwrap();
        let mut counts = vec![0; outcome.hand().n_choices()];
        for commitment in list {
            match self.picks.get(commitment) {
                Some(Some(choice)) => counts[usize::from(*choice)] += 1,
                Some(None) => {}
                None => return,
            }
        }
        assert_eq!(outcome.counts, counts, "the true histogram");
        self.n_counted += 1;
    }

    /// Never two hosts at once; one that does nothing may find out with its next tick.
    pub(super) fn count_hosts(&mut self, now: i64, hosts: &[usize]) {
        if hosts.len() < 2 || self.carried_on {
            self.doubled_ms = None;
            return;
        }
        let since = *self.doubled_ms.get_or_insert(now);
        assert!(now - since <= 250, "two hosts: {hosts:?}");
    }
}
