//! A team's Definition of Ready: its points, in order, and what can be done with them.
//!
//! Does not judge stories and does not know the wording of the built-in points.

use super::{Amount, Step};

/// Points in one Definition of Ready.
pub const MAX_POINTS: usize = 60;

/// Longest wording of a point, in characters; more is cut.
pub const MAX_POINT_CHARS: usize = 300;

/// The built-in point that concerns bugs alone.
pub(super) const BUG_POINT: &str = "R11";

/// How the program ticks a point by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// R3: acceptance criteria are there.
    Criteria,
    /// R4: dependencies are named, or "none".
    Dependencies,
    /// R6: somebody gave it its place in the order.
    Order,
    /// R7: the estimate is within the team's limit.
    Size,
    /// R8: estimated in a simultaneous vote.
    Vote,
    /// R9: a decision is written.
    Decisions,
    /// R10: no open question stops the work.
    Questions,
    /// R12: risks are noted.
    Risks,
    /// R14: nothing is left as "TBD", "???", "later".
    Placeholders,
}

/// One point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// `R1` to `R15` for the built-in ones, `T1` and on for the team's own; never changes.
    pub name: String,
    /// How the program ticks it; `None`: only by hand.
    pub rule: Option<Rule>,
    /// Which gate it keeps.
    pub step: Step,
    /// Whether the team asks for it.
    pub is_on: bool,
    /// The team's own wording; `None`: the built-in one, by name, in the language of the screen.
    pub text: Option<String>,
}

/// The built-in points: name, rule, step, on.
///
/// Risks (R12) are named after the estimate, so they keep the ready gate; the other optional
/// ones are about understanding and come before the vote.
const BUILT_IN: [(&str, Option<Rule>, Step, bool); 15] = [
    ("R1", None, Step::Vote, true),
    ("R2", None, Step::Vote, true),
    ("R3", Some(Rule::Criteria), Step::Vote, true),
    ("R4", Some(Rule::Dependencies), Step::Vote, true),
    ("R5", None, Step::Vote, true),
    ("R6", Some(Rule::Order), Step::Vote, true),
    ("R7", Some(Rule::Size), Step::Ready, true),
    ("R8", Some(Rule::Vote), Step::Ready, true),
    ("R9", Some(Rule::Decisions), Step::Ready, true),
    ("R10", Some(Rule::Questions), Step::Vote, true),
    (BUG_POINT, None, Step::Vote, false),
    ("R12", Some(Rule::Risks), Step::Ready, false),
    ("R13", None, Step::Vote, false),
    ("R14", Some(Rule::Placeholders), Step::Vote, false),
    ("R15", None, Step::Vote, false),
];

impl Point {
    /// The built-in point of this name as it is before a team changes it.
    pub fn built_in(name: &str) -> Option<Self> {
        let found = BUILT_IN.iter().find(|(known, ..)| *known == name)?;
        let (name, rule, step, is_on) = *found;
        Some(Self {
            name: name.to_owned(),
            rule,
            step,
            is_on,
            text: None,
        })
    }

    /// Whether the team added it.
    pub fn is_own(&self) -> bool {
        BUILT_IN.iter().all(|(known, ..)| *known != self.name)
    }
}

/// What a team asks of a story before the vote and before the sprint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The points in the team's order.
    pub points: Vec<Point>,
    /// The team's limit for R7; `None`: R7 is ticked by hand.
    pub limit: Option<Amount>,
    /// Highest number an own point ever had, so that no name comes back with another meaning.
    pub n_own: u32,
}

impl Default for Definition {
    /// The built-in points in their order, R1 to R10 on.
    fn default() -> Self {
        Self {
            points: BUILT_IN
                .iter()
                .filter_map(|(name, ..)| Point::built_in(name))
                .collect(),
            limit: None,
            n_own: 0,
        }
    }
}

impl Definition {
    /// The point of this name.
    pub fn point(&self, name: &str) -> Option<&Point> {
        self.points.iter().find(|point| point.name == name)
    }

    /// Switches a point on or off.
    pub fn switch(&mut self, name: &str, is_on: bool) {
        self.change(name, |point| point.is_on = is_on);
    }

    /// Moves a point to the other gate.
    pub fn set_step(&mut self, name: &str, step: Step) {
        self.change(name, |point| point.step = step);
    }

    /// Gives a point the team's wording; blank brings the built-in wording back and leaves an
    /// own point as it is.
    pub fn reword(&mut self, name: &str, text: &str) {
        let text = cut(text);
        self.change(name, |point| {
            if !text.is_empty() {
                point.text = Some(text);
            } else if !point.is_own() {
                point.text = None;
            }
        });
    }

    /// Moves the point at `from` so that it stands at `to`; places beyond the end mean the end.
    pub fn shift(&mut self, from: usize, to: usize) {
        if from < self.points.len() {
            let point = self.points.remove(from);
            self.points.insert(to.min(self.points.len()), point);
        }
    }

    /// Puts a point before another one, or at the end, and into a gate.
    pub fn place(&mut self, name: &str, step: Step, before: Option<&str>) {
        let at = |points: &[Point], name: &str| points.iter().position(|one| one.name == name);
        let Some(from) = at(&self.points, name).filter(|_| before != Some(name)) else {
            return;
        };
        let mut point = self.points.remove(from);
        point.step = step;
        let to = before.and_then(|before| at(&self.points, before));
        self.points.insert(to.unwrap_or(self.points.len()), point);
    }

    /// Adds a point of the team's own at the end, on; answers its name, or `None` where the
    /// text is blank or there are [`MAX_POINTS`] already.
    pub fn add(&mut self, text: &str, step: Step) -> Option<String> {
        let text = cut(text);
        if text.is_empty() || self.points.len() >= MAX_POINTS {
            return None;
        }
        let numbers = self
            .points
            .iter()
            .filter_map(|point| own_number(&point.name));
        self.n_own = numbers.chain([self.n_own]).max()?.saturating_add(1);
        let name = format!("T{}", self.n_own);
        self.points.push(Point {
            name: name.clone(),
            rule: None,
            step,
            is_on: true,
            text: Some(text),
        });
        Some(name)
    }

    /// Takes a point of the team's own away; built-in ones are only switched off.
    pub fn remove(&mut self, name: &str) -> bool {
        let n_before = self.points.len();
        self.points
            .retain(|point| point.name != name || !point.is_own());
        self.points.len() < n_before
    }

    /// Adds the built-in points that are not in the list, switched off: for a list that was
    /// shared or kept by another version.
    pub fn complete(&mut self) {
        for (name, ..) in &BUILT_IN {
            if self.point(name).is_none()
                && let Some(point) = Point::built_in(name)
            {
                self.points.push(Point {
                    is_on: false,
                    ..point
                });
            }
        }
    }

    fn change(&mut self, name: &str, change: impl FnOnce(&mut Point)) {
        if let Some(point) = self.points.iter_mut().find(|point| point.name == name) {
            change(point);
        }
    }
}

fn cut(text: &str) -> String {
    text.trim().chars().take(MAX_POINT_CHARS).collect()
}

/// 7 for `T7`.
fn own_number(name: &str) -> Option<u32> {
    name.strip_prefix('T')?.parse().ok()
}
