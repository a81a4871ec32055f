//! The Definition of Ready as it is seen, one's own and one that came as a link.

use crate::desk::gate_says;
use crate::desk::ready_link::definition_of;
use crate::desk::stage::Desk;
use crate::desk::view::{Agreed, GateView, PointRow, ReadyLink, SharedProblem, SharedReadyView};
use crate::story::{Amount, Definition, MAX_POINTS, Step};
use crate::wire::LinkError;
use crate::words::DeskWords;

impl Desk {
    pub(in crate::desk) fn gate_view(&self) -> GateView {
        let built_in = Definition {
            n_own: self.definition.n_own,
            ..Definition::default()
        };
        let typed = self.gate.limit.clone();
        GateView {
            is_no_number: typed.is_some(),
            limit: typed.unwrap_or_else(|| number(self.definition.limit)),
            vote: self.rows(&self.definition, Step::Vote, false),
            ready: self.rows(&self.definition, Step::Ready, false),
            is_full: self.definition.points.len() >= MAX_POINTS,
            is_built_in: *self.definition == built_in,
            agreed: self.agreed(),
            link: self.gate.is_link_shown.then(|| ReadyLink {
                url: self.definition_url().unwrap_or_default(),
                can_share: self.abilities.can_share,
            }),
        }
    }

    fn agreed(&self) -> Agreed {
        match (self.gate.agreed_ms, self.gate.changed_ms) {
            (None, None) => Agreed::Never,
            (None, Some(_)) => Agreed::Changed,
            (Some(at_ms), Some(changed_ms)) if changed_ms > at_ms => Agreed::ChangedSince { at_ms },
            (Some(at_ms), _) => Agreed::Since { at_ms },
        }
    }

    /// A point of the team's list.
    pub(super) fn point_row(&self, name: &str) -> Option<PointRow> {
        let step = self.definition.point(name)?.step;
        let mut rows = self.rows(&self.definition, step, false).into_iter();
        rows.find(|row| row.point.name == name)
    }

    fn rows(&self, definition: &Definition, step: Step, only_on: bool) -> Vec<PointRow> {
        let words = DeskWords::of(self.language).gate;
        let points = definition.points.iter();
        let points = points.filter(|one| one.step == step && (one.is_on || !only_on));
        let of = points.clone().count();
        points
            .enumerate()
            .map(|(at, point)| PointRow {
                wording: gate_says::point(words, point).to_owned(),
                is_own: point.is_own(),
                point: point.clone(),
                place: at + 1,
                of,
            })
            .collect()
    }

    /// A Definition of Ready that came as a link; `None` where the link is of something
    /// else.
    pub(in crate::desk) fn shared_definition(&self, fragment: &str) -> Option<SharedReadyView> {
        let sheet = match Self::read_shared(fragment)? {
            Ok(sheet) => sheet,
            Err(error) => {
                return Some(SharedReadyView {
                    problem: Some(problem(&error)),
                    ..SharedReadyView::default()
                });
            }
        };
        let (definition, n_unknown) = definition_of(&sheet, &self.definition);
        Some(SharedReadyView {
            problem: None,
            vote: self.rows(&definition, Step::Vote, true),
            ready: self.rows(&definition, Step::Ready, true),
            limit: number(definition.limit),
            n_unknown,
            is_mine: definition == *self.definition,
        })
    }
}

fn number(limit: Option<Amount>) -> String {
    limit.map_or_else(String::new, |limit| limit.to_string())
}

fn problem(error: &LinkError) -> SharedProblem {
    match error {
        LinkError::Truncated => SharedProblem::Truncated,
        LinkError::Damaged => SharedProblem::Damaged,
        LinkError::TooNew { .. } => SharedProblem::TooNew,
        LinkError::NotALink | LinkError::WrongKind { .. } | LinkError::TooLong => {
            SharedProblem::Foreign
        }
    }
}
