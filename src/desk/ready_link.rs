//! The team's Definition of Ready as lines of a link, and back. Does not know the link.

use crate::checklist::one_line;
use crate::story::{Amount, Definition, MAX_POINT_CHARS, MAX_POINTS, Point, Step};
use crate::wire::{SharedLine, SharedSheet, SheetKind};

/// Name of the line that carries the limit.
const LIMIT: &str = "limit";

/// A Definition of Ready as it is shared.
pub fn shared_definition(definition: &Definition) -> SharedSheet {
    let line = |name: &str, text: Option<String>, is_on, step| SharedLine {
        group: 0,
        name: name.to_owned(),
        text,
        is_on,
        step,
    };
    let points = definition.points.iter().map(|point| {
        let text = point.text.as_deref();
        let text = text.map(|text| one_line(text, MAX_POINT_CHARS));
        line(&point.name, text, point.is_on, number(point.step))
    });
    let limit = definition
        .limit
        .map(|limit| line(LIMIT, Some(limit.to_string()), true, 0));
    SharedSheet {
        kind: SheetKind::Definition,
        title: String::new(),
        lines: points.chain(limit).collect(),
    }
}

/// The Definition of Ready that came as a link, for the team that has `mine`. Lines that
/// this program does not know are left out; the second number says how many.
///
/// A team's own point gets the name of the one of `mine` with the same wording, else a new
/// one: what was ticked under a name is never asked of something else. Built-in points that
/// are missing in the sheet are added, off.
pub fn definition_of(sheet: &SharedSheet, mine: &Definition) -> (Definition, usize) {
    let mut known = Taker {
        taken: Definition {
            points: Vec::new(),
            limit: None,
            n_own: mine.n_own,
        },
        mine: Definition {
            points: mine
                .points
                .iter()
                .filter(|one| one.is_own())
                .cloned()
                .collect(),
            ..mine.clone()
        },
    };
    let n_unknown = sheet.lines.iter().filter(|line| !known.take(line)).count();
    let mut taken = known.taken;
    taken.n_own = known.mine.n_own;
    taken.complete();
    (taken, n_unknown)
}

/// Takes line by line.
struct Taker {
    taken: Definition,
    /// One's own points, the new ones among them.
    mine: Definition,
}

impl Taker {
    /// Takes a line; tells whether it is known.
    fn take(&mut self, line: &SharedLine) -> bool {
        if line.name == LIMIT {
            self.taken.limit = line.text.as_deref().and_then(Amount::parse);
            return self.taken.limit.is_some();
        }
        let Some(point) = self.point(line) else {
            return false;
        };
        let is_new = self.taken.point(&point.name).is_none();
        let has_room = self.taken.points.len() < MAX_POINTS;
        if is_new && has_room {
            self.taken.points.push(point);
        }
        is_new && has_room
    }

    fn point(&mut self, line: &SharedLine) -> Option<Point> {
        let step = step(line.step)?;
        let text = line.text.as_deref().map(str::trim);
        let text = text.filter(|text| !text.is_empty());
        let text = text.map(|text| one_line(text, MAX_POINT_CHARS));
        if let Some(point) = Point::built_in(&line.name) {
            return Some(Point {
                step,
                is_on: line.is_on,
                text,
                ..point
            });
        }
        let text = text?;
        let same = self.mine.points.iter();
        let same = same.filter(|one| one.text.as_ref() == Some(&text));
        let name = same.map(|one| one.name.clone()).next();
        Some(Point {
            name: name.or_else(|| self.mine.add(&text, step))?,
            rule: None,
            step,
            is_on: line.is_on,
            text: Some(text),
        })
    }
}

/// Number of a gate in links.
fn number(step: Step) -> u8 {
    match step {
        Step::Vote => 1,
        Step::Ready => 2,
    }
}

fn step(wanted: u8) -> Option<Step> {
    [Step::Vote, Step::Ready]
        .into_iter()
        .find(|step| number(*step) == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(definition: &Definition) -> Vec<(&str, &str)> {
        let points = definition.points.iter().filter(|point| point.is_own());
        points
            .map(|point| {
                (
                    point.name.as_str(),
                    point.text.as_deref().unwrap_or_default(),
                )
            })
            .collect()
    }

    #[test]
    fn a_definition_comes_back_as_it_was_shared() {
        let mut definition = Definition {
            limit: Amount::parse("13"),
            ..Definition::default()
        };
        definition.switch("R12", true);
        definition.reword("R1", "A title that says it");
        definition.set_step("R9", Step::Vote);
        definition.shift(0, 4);
        definition.add("Shown to support", Step::Ready);
        let sheet = shared_definition(&definition);
        let code = sheet.encode().expect("lawful");
        let sheet = SharedSheet::decode(SheetKind::Definition, &code).expect("readable");
        assert_eq!(
            definition_of(&sheet, &Definition::default()),
            (definition.clone(), 0)
        );
        assert_eq!(definition_of(&sheet, &definition), (definition, 0));
    }

    #[test]
    fn an_own_point_never_takes_the_name_of_another() {
        let (mut theirs, mut mine) = (Definition::default(), Definition::default());
        theirs.add("Shown to support", Step::Ready);
        theirs.add("Has a picture", Step::Vote);
        mine.add("Signed off", Step::Ready);
        mine.add("Shown to support", Step::Ready);
        let (taken, n_unknown) = definition_of(&shared_definition(&theirs), &mine);
        assert_eq!(n_unknown, 0);
        assert_eq!(
            own(&taken),
            [("T2", "Shown to support"), ("T3", "Has a picture")]
        );
        assert_eq!(taken.n_own, 3);
    }

    #[test]
    fn what_a_newer_program_asks_for_is_kept_where_its_wording_came_along() {
        let line = |name: &str, text: Option<&str>, step| SharedLine {
            group: 0,
            name: name.to_owned(),
            text: text.map(str::to_owned),
            is_on: true,
            step,
        };
        let sheet = SharedSheet {
            kind: SheetKind::Definition,
            title: String::new(),
            lines: vec![
                line("R16", None, 1),
                line("R17", Some("Costs are known"), 1),
                line("R1", None, 1),
                line("R1", None, 2),
                line("R2", None, 7),
                line("limit", Some("XL"), 0),
            ],
        };
        let (taken, n_unknown) = definition_of(&sheet, &Definition::default());
        assert_eq!(n_unknown, 4);
        assert_eq!(own(&taken), [("T1", "Costs are known")]);
        let on: Vec<&str> = taken
            .points
            .iter()
            .filter(|one| one.is_on)
            .map(|one| one.name.as_str())
            .collect();
        assert_eq!(on, ["T1", "R1"]);
        assert_eq!(taken.points.len(), 16, "all built-in points are there");
    }
}
