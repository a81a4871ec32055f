//! What really happened, as only a simulation can know it: which card stands
//! behind which commitment, and who opened what.

use std::collections::BTreeMap;

use floret::ballot::{Commitment, Opening, PublicKey};
use floret::room::{Host, Intent, Phase, Table};

/// Everything that no seat may know and every test wants to.
#[derive(Default)]
pub(super) struct Truth {
    picks: BTreeMap<Commitment, Option<u16>>,
    opened: BTreeMap<(PublicKey, u32), (u32, Opening)>,
    lists: BTreeMap<u32, Vec<Commitment>>,
    /// Rounds whose result was compared with the truth.
    pub(super) n_counted: usize,
    last_counted: u32,
    /// The host lies, or forgot what it did.
    pub(super) lists_may_differ: bool,
}

impl Truth {
    /// A seat sends an intent while its person has picked `picked`.
    pub(super) fn hear(&mut self, key: PublicKey, intent: &Intent, picked: Option<u16>) {
        if let Intent::Commit { commitment, .. } = intent {
            self.picks.entry(*commitment).or_insert(picked);
        }
        if let Intent::Open {
            round,
            attempt,
            opening,
        } = intent
        {
            let first = (*attempt, opening.clone());
            let known = self
                .opened
                .entry((key, *round))
                .or_insert_with(|| first.clone());
            assert_eq!(*known, first, "a seat opens one ballot per round");
        }
    }

    /// How many openings this seat has sent.
    pub(super) fn n_openings(&self, key: PublicKey) -> usize {
        self.opened.keys().filter(|(seat, _)| *seat == key).count()
    }

    /// Looks at the host after each of its steps.
    pub(super) fn look(&mut self, host: &Host) {
        let table = host.table();
        self.learn_host(host);
        let round = table.round.number;
        match &table.round.phase {
            Phase::Opening { list } => {
                let first = self.lists.entry(round).or_insert_with(|| list.clone());
                assert!(
                    self.lists_may_differ || first == list,
                    "a list is published once per round"
                );
            }
            Phase::Revealed { list, .. } => {
                // List and openings may come in one step when the host is alone.
                let first = self.lists.entry(round).or_insert_with(|| list.clone());
                assert_eq!(first, list, "nobody's vote changes after the list");
                if self.last_counted < round {
                    self.last_counted = round;
                    self.n_counted += 1;
                    self.compare(table, list);
                }
            }
            Phase::Voting { .. } | Phase::Closing { .. } | Phase::Void { .. } => {}
        }
    }

    fn learn_host(&mut self, host: &Host) {
        let table = host.table();
        let picked = host.voter().picked(table);
        let own = match &table.round.phase {
            Phase::Voting { commitments } | Phase::Closing { commitments } => {
                commitments.get(&host.me()).copied()
            }
            Phase::Opening { list } | Phase::Revealed { list, .. } => {
                let at = table
                    .round
                    .roll
                    .iter()
                    .position(|entry| entry.seat == host.me());
                at.and_then(|at| list.get(at).copied())
            }
            Phase::Void { .. } => None,
        };
        if let Some(own) = own {
            self.picks.entry(own).or_insert(picked);
        }
    }

    fn compare(&self, table: &Table, list: &[Commitment]) {
        let outcome = table.outcome().unwrap();
        let mut counts = vec![0; outcome.hand().n_choices()];
        let mut no_vote = 0;
        for commitment in list {
            match self.picks.get(commitment) {
                Some(Some(choice)) => counts[usize::from(*choice)] += 1,
                Some(None) => no_vote += 1,
                None => return, // a liar's
            }
        }
        assert_eq!(
            (&outcome.counts, outcome.no_vote),
            (&counts, no_vote),
            "the true histogram"
        );
        if let Some(votes) = &outcome.named {
            for (vote, commitment) in votes.iter().zip(list) {
                assert_eq!(self.picks.get(commitment), Some(&vote.choice));
            }
        }
    }
}
