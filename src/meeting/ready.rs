//! What the team asks of the stories of a meeting, as a Definition of Ready. Judges nothing.

use super::state::Meeting;
use crate::story::{Amount, Definition, Point};

impl Meeting {
    /// The team's Definition of Ready as it came with the meeting: every point is on, and
    /// ticked by itself where it is a built-in one.
    pub fn asks(&self) -> Definition {
        let points = self.definition.iter().map(|asked| Point {
            name: asked.name.clone(),
            rule: Point::built_in(&asked.name).and_then(|point| point.rule),
            step: asked.step,
            is_on: true,
            text: asked.text.clone(),
        });
        Definition {
            points: points.collect(),
            limit: Amount::parse(&self.limit),
            n_own: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::AskedPoint;
    use crate::story::{Rule, Step};
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn asked(name: &str, step: Step, text: Option<&str>) -> AskedPoint {
        AskedPoint {
            name: name.to_owned(),
            step,
            text: text.map(str::to_owned),
        }
    }

    #[test]
    fn built_in_points_keep_their_rule_and_the_teams_own_have_none() {
        let meeting = Meeting {
            definition: vec![
                asked("R7", Step::Vote, None),
                asked("R1", Step::Vote, Some("Says what")),
                asked("T1", Step::Ready, Some("Demo planned")),
            ],
            limit: String::from("8"),
            ..Meeting::default()
        };
        let definition = meeting.asks();
        let points: Vec<_> = definition.points.iter().collect();
        assert_eq!(
            points.iter().map(|one| one.rule).collect::<Vec<_>>(),
            [Some(Rule::Size), None, None]
        );
        assert_eq!(points[0].step, Step::Vote, "where the team asks for it");
        assert_eq!(points[2].text.as_deref(), Some("Demo planned"));
        assert!(points.iter().all(|one| one.is_on));
        assert_eq!(definition.limit, Amount::parse("8"));
    }

    #[test]
    fn a_limit_that_is_no_number_is_none() {
        let meeting = Meeting {
            limit: String::from("XL"),
            ..Meeting::default()
        };
        assert_eq!(meeting.asks().limit, None);
        assert!(meeting.asks().points.is_empty());
    }
}
