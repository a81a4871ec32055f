//! What one person types into a text that others type into as well, until the table has it.
//! Knows no host, no link and no clock.

use serde::{Deserialize, Serialize};

use super::people::PersonId;
use super::typed::{Edit, MAX_PARTS, Typed};

/// What one person types, until the table has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The table's text when it was last looked at.
    base: String,
    /// Edits of it so far.
    rev: u32,
    /// An edit on its way, and its number.
    sent: Option<(u32, Edit)>,
    /// What was typed since.
    ahead: Edit,
    /// What is on this screen: the base with both.
    mine: String,
}

impl Draft {
    /// Somebody begins to type.
    pub fn new(typed: &Typed) -> Self {
        Self {
            base: typed.text.clone(),
            rev: typed.rev,
            sent: None,
            ahead: Edit::nothing(&typed.text),
            mine: typed.text.clone(),
        }
    }

    /// What is on this screen.
    pub fn text(&self) -> &str {
        &self.mine
    }

    /// What the person made of it.
    pub fn write(&mut self, text: &str) {
        let typed = Edit::between(&self.mine, text);
        // Both are about the text on the screen, so there always is one of both.
        self.ahead = self.ahead.then(&typed).unwrap_or(typed);
        text.clone_into(&mut self.mine);
    }

    /// Whether the table has all of it.
    pub fn is_taken(&self) -> bool {
        self.sent.is_none() && self.mine == self.base
    }

    /// Whether an edit is on its way.
    pub fn is_sent(&self) -> bool {
        self.sent.is_some()
    }

    /// Whether it knows more than this text: a page that was loaded anew may have an older
    /// table than was looked at when it was kept.
    pub fn is_newer_than(&self, typed: &Typed) -> bool {
        self.rev > typed.rev
    }

    /// Whether its parts belong together, as those of a kept one must.
    pub fn is_whole(&self) -> bool {
        let with_sent = match &self.sent {
            Some((_, sent)) => sent.apply(&self.base),
            None => Some(self.base.clone()),
        };
        let mine = with_sent.and_then(|text| self.ahead.apply(&text));
        mine.is_some_and(|mine| mine == self.mine)
    }

    /// The table's text may have changed.
    pub fn follow(&mut self, typed: &Typed, me: PersonId) {
        let is_in = |(number, _): &(u32, Edit)| typed.seen(me) >= *number;
        if let Some((_, sent)) = self.sent.take_if(|sent| is_in(sent)) {
            self.base = sent.apply(&self.base).unwrap_or_default();
        }
        self.rev = typed.rev;
        if self.base == typed.text {
            return;
        }
        let mut theirs = Edit::between(&self.base, &typed.text);
        if let Some((_, sent)) = &mut self.sent
            && let Some((mine, others)) = sent.beside(&theirs)
        {
            (*sent, theirs) = (mine, others);
        }
        if let Some((mine, others)) = self.ahead.beside(&theirs) {
            self.mine = others.apply(&self.mine).unwrap_or_default();
            self.ahead = mine;
        }
        self.base.clone_from(&typed.text);
    }

    /// The next edit to send: the revision it is made for, its number, the edit. `None`
    /// while one is on its way or there is nothing to say.
    pub fn next(&mut self, typed: &Typed, me: PersonId) -> Option<(u32, u32, Edit)> {
        if self.sent.is_some() || self.mine == self.base {
            return None;
        }
        let number = typed.seen(me).saturating_add(1);
        let mut edit = std::mem::replace(&mut self.ahead, Edit::nothing(&self.mine));
        if edit.0.len() > MAX_PARTS {
            // Too many places for the table to take it so.
            edit = Edit::between(&self.base, &self.mine);
        }
        self.sent = Some((number, edit.clone()));
        Some((typed.rev, number, edit))
    }

    /// What was on its way did not arrive; it is sent again, as it reads now.
    pub fn give_up_sent(&mut self) {
        if let Some((_, sent)) = self.sent.take() {
            let both = sent.then(&self.ahead);
            self.ahead = both.unwrap_or_else(|| Edit::between(&self.base, &self.mine));
        }
    }

    /// The same person sits on another seat: what was on its way from the old one and is not
    /// in the text comes from the new one.
    pub fn leave_seat(&mut self, typed: &Typed, from: PersonId) {
        self.follow(typed, from);
        self.give_up_sent();
    }
}
