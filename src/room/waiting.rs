//! A guest's intents on their way: sent until they are taken, in order.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::message::{Intent, ToHost};

/// Intents that may wait for the host; more are refused at the screen.
const MAX_QUEUE: usize = 200;

/// What was not taken is sent again after this time, and then after ever longer
/// times, in ms.
pub(super) const RESEND_AFTER_MS: i64 = 1_500;

/// Waiting times between two sendings grow up to this, in ms.
const RESEND_AT_MOST_MS: i64 = 6_000;

/// Intents sent again at once; the host takes them in order, so the first count.
const MAX_RESENT: usize = 20;

/// Intents that no host has acknowledged.
#[derive(Debug)]
pub(super) struct Waiting {
    queue: VecDeque<(u32, Intent)>,
    /// When the first intent that waits was sent, and how long it may take.
    sent_ms: i64,
    patience_ms: i64,
    next_id: u32,
}

/// The one saved form of [`Waiting`].
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SavedWaiting {
    next_id: u32,
    queue: Vec<(u32, Intent)>,
}

impl Waiting {
    pub(super) fn new(now_ms: i64) -> Self {
        Self {
            queue: VecDeque::new(),
            sent_ms: now_ms,
            patience_ms: RESEND_AFTER_MS,
            next_id: 1,
        }
    }

    pub(super) fn saved(&self) -> SavedWaiting {
        SavedWaiting {
            next_id: self.next_id,
            queue: self.queue.iter().cloned().collect(),
        }
    }

    pub(super) fn restore(saved: SavedWaiting, now_ms: i64) -> Self {
        Self {
            queue: saved.queue.into_iter().take(MAX_QUEUE).collect(),
            next_id: saved.next_id,
            ..Self::new(now_ms)
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }

    pub(super) fn is_full(&self) -> bool {
        self.queue.len() >= MAX_QUEUE
    }

    /// Puts an intent at the end; answers with the message that sends it.
    pub(super) fn push(&mut self, intent: Intent, now_ms: i64) -> ToHost {
        let id = self.next_id;
        self.next_id = self.next_id.wrapping_add(1);
        if self.queue.is_empty() {
            self.sent_ms = now_ms;
            self.patience_ms = RESEND_AFTER_MS;
        }
        self.queue.push_back((id, intent.clone()));
        ToHost::Intent { id, intent }
    }

    /// What is due to be sent again.
    pub(super) fn due(&mut self, now_ms: i64) -> Vec<ToHost> {
        let quiet_ms = now_ms - self.sent_ms;
        if self.queue.is_empty() || (0..self.patience_ms).contains(&quiet_ms) {
            return Vec::new();
        }
        self.sent_ms = now_ms;
        self.patience_ms = (self.patience_ms * 2).min(RESEND_AT_MOST_MS);
        let first = self.queue.iter().take(MAX_RESENT);
        first
            .map(|(id, intent)| ToHost::Intent {
                id: *id,
                intent: intent.clone(),
            })
            .collect()
    }

    /// The host has taken everything up to this number.
    pub(super) fn forget_taken(&mut self, acked: u32) {
        while self.queue.front().is_some_and(|(id, _)| *id <= acked) {
            self.queue.pop_front();
            self.patience_ms = RESEND_AFTER_MS;
        }
    }

    /// Another host, or another link: numbers go on after the last one taken there.
    /// Answers with what still waits, ballots left out: the voter looks at the table
    /// and says anew what has to be sent.
    pub(super) fn begin_anew(&mut self, acked: u32) -> Vec<Intent> {
        self.forget_taken(acked);
        self.next_id = acked.wrapping_add(1);
        self.patience_ms = RESEND_AFTER_MS;
        let waiting = std::mem::take(&mut self.queue).into_iter();
        waiting
            .map(|(_, intent)| intent)
            .filter(|intent| !intent.is_of_ballot())
            .collect()
    }

    /// Everything that waits, ballots left out; nothing waits then.
    pub(super) fn take(&mut self) -> Vec<Intent> {
        self.begin_anew(0)
    }
}
