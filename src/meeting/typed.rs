//! Text that several people type into at once. The host's order decides; whoever was
//! typing meanwhile has what others did put around their own words (operational
//! transformation: Ellis and Gibbs, "Concurrency control in groupware systems", 1989).

use std::collections::VecDeque;

use litemap::LiteMap;
use operational_transform::{Operation, OperationSeq};
use serde::{Deserialize, Serialize};

use super::act::Place;
use super::people::PersonId;

/// Edits kept of each text, to carry later ones over those that came before them.
const MAX_HISTORY: usize = 200;

/// Parts of one edit; nobody types more at once.
pub(super) const MAX_PARTS: usize = 64;

/// A text, how often it was edited, and whose edits are in it.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Typed {
    /// The text.
    pub text: String,
    /// Edits so far.
    pub rev: u32,
    /// The number of each person's last edit that is in it.
    pub seen: Vec<(PersonId, u32)>,
}

/// A part of an edit; all of them together go through the text once, from its beginning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Leaves so many characters.
    Keep(u32),
    /// Takes so many characters out.
    Remove(u32),
    /// Puts this in.
    Insert(String),
}

/// A change of a text.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Edit(pub Vec<Part>);

impl Edit {
    /// What makes one text of the other: one stretch replaced.
    pub fn between(before: &str, after: &str) -> Self {
        let (old, new): (Vec<char>, Vec<char>) =
            (before.chars().collect(), after.chars().collect());
        let (head, tail) = alike(&old, &new);
        let inserted: String = new
            .get(head..new.len() - tail)
            .unwrap_or_default()
            .iter()
            .collect();
        let mut parts = Vec::new();
        push_count(&mut parts, head, Part::Keep);
        push_count(&mut parts, old.len() - head - tail, Part::Remove);
        if !inserted.is_empty() {
            parts.push(Part::Insert(inserted));
        }
        push_count(&mut parts, tail, Part::Keep);
        Self(parts)
    }

    /// The text with the change made; `None` if it was made for another text.
    pub fn apply(&self, text: &str) -> Option<String> {
        self.operation_on(text)?.apply(text).ok()
    }

    /// No change.
    pub(super) fn nothing(text: &str) -> Self {
        let mut parts = Vec::new();
        push_count(&mut parts, text.chars().count(), Part::Keep);
        Self(parts)
    }

    /// Both changes in one, `next` being made to what this one leads to.
    pub(super) fn then(&self, next: &Self) -> Option<Self> {
        if self.n_after() != next.n_before() {
            return None;
        }
        let both = self.operation().compose(&next.operation()).ok()?;
        Some(Self::of(&both))
    }

    /// Two changes of the same text: each as it is made after the other.
    pub(super) fn beside(&self, other: &Self) -> Option<(Self, Self)> {
        if self.n_before() != other.n_before() {
            return None;
        }
        let (mine, theirs) = self.operation().transform(&other.operation()).ok()?;
        Some((Self::of(&mine), Self::of(&theirs)))
    }

    fn operation_on(&self, text: &str) -> Option<OperationSeq> {
        let n_chars = text.chars().count() as u64;
        (self.n_before() == n_chars).then(|| self.operation())
    }

    /// Characters of the text it is made for; exact, since a stranger wrote the numbers.
    fn n_before(&self) -> u64 {
        let parts = self.0.iter().map(|part| match part {
            Part::Keep(n) | Part::Remove(n) => u64::from(*n),
            Part::Insert(_) => 0,
        });
        parts.sum()
    }

    /// Characters of the text it leads to.
    fn n_after(&self) -> u64 {
        let parts = self.0.iter().map(|part| match part {
            Part::Keep(n) => u64::from(*n),
            Part::Remove(_) => 0,
            Part::Insert(text) => text.chars().count() as u64,
        });
        parts.sum()
    }

    fn operation(&self) -> OperationSeq {
        let mut operation = OperationSeq::default();
        for part in &self.0 {
            match part {
                Part::Keep(n) => operation.retain(u64::from(*n)),
                Part::Remove(n) => operation.delete(u64::from(*n)),
                Part::Insert(text) => operation.insert(text),
            }
        }
        operation
    }

    fn of(operation: &OperationSeq) -> Self {
        let count = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        let parts = operation.ops().iter().map(|part| match part {
            Operation::Retain(n) => Part::Keep(count(*n)),
            Operation::Delete(n) => Part::Remove(count(*n)),
            Operation::Insert(text) => Part::Insert(text.clone()),
        });
        Self(parts.collect())
    }
}

/// Characters that two texts share at the beginning, and of the rest at the end.
fn alike<T: PartialEq>(old: &[T], new: &[T]) -> (usize, usize) {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - head;
    let ends = old.iter().rev().zip(new.iter().rev()).take(rest);
    (head, ends.take_while(|(a, b)| a == b).count())
}

fn push_count(parts: &mut Vec<Part>, n: usize, part: fn(u32) -> Part) {
    if n > 0 {
        parts.push(part(u32::try_from(n).unwrap_or(u32::MAX)));
    }
}

impl Typed {
    /// A text that nobody edited yet.
    pub fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// Number of this person's last edit that is in the text; 0: none.
    pub fn seen(&self, person: PersonId) -> u32 {
        let mut seen = self.seen.iter();
        seen.find(|(one, _)| *one == person).map_or(0, |(_, n)| *n)
    }

    /// Makes a change; tells whether it was for this text.
    pub(super) fn apply(&mut self, who: PersonId, number: u32, edit: &Edit) -> bool {
        let Some(text) = edit.apply(&self.text) else {
            return false;
        };
        self.text = text;
        self.rev = self.rev.saturating_add(1);
        self.seen.retain(|(one, _)| *one != who);
        self.seen.push((who, number));
        self.seen.sort_unstable();
        true
    }
}

/// The last edits of each text, which only the host keeps.
#[derive(Clone, Debug, Default)]
pub struct History(LiteMap<Place, VecDeque<Edit>>);

impl History {
    /// An edit that was made at `rev`, as it is made now; `None` if that is too long ago or
    /// it was never made for this text.
    pub fn carry(&self, place: Place, typed: &Typed, rev: u32, edit: Edit) -> Option<Edit> {
        let n_since = usize::try_from(typed.rev.checked_sub(rev)?).ok()?;
        let none = VecDeque::new();
        let kept = self.0.get(&place).unwrap_or(&none);
        let since = kept.iter().skip(kept.len().checked_sub(n_since)?);
        let carried = since
            .clone()
            .try_fold(edit, |edit, earlier| Some(edit.beside(earlier)?.0))?;
        (carried.n_before() == typed.text.chars().count() as u64).then_some(carried)
    }

    /// An edit was made.
    pub fn note(&mut self, place: Place, edit: Edit) {
        let kept = self.0.entry(place).or_default();
        if kept.len() == MAX_HISTORY {
            kept.pop_front();
        }
        kept.push_back(edit);
    }
}

/// Characters of a text after an edit.
pub(super) fn n_after(edit: &Edit) -> u64 {
    edit.n_after()
}

/// Where a caret stands after a text was changed by others: at the same words. Counted in
/// UTF-16 code units, as browsers do.
pub fn carry_caret(before: &str, after: &str, caret: u32) -> u32 {
    let (old, new): (Vec<u16>, Vec<u16>) = (
        before.encode_utf16().collect(),
        after.encode_utf16().collect(),
    );
    let (head, tail) = alike(&old, &new);
    let at = usize::try_from(caret).unwrap_or(usize::MAX).min(old.len());
    let moved = if at <= head {
        at
    } else if at >= old.len() - tail {
        new.len() - (old.len() - at)
    } else {
        new.len() - tail
    };
    u32::try_from(moved).unwrap_or(u32::MAX)
}
