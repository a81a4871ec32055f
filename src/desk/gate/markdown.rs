//! The Definition of Ready as Markdown: what is asked for, by gate. Points that are off are
//! left out.

use crate::checklist::escaped;
use crate::desk::gate_says;
use crate::story::{Definition, Rule, Step};
use crate::words::{GateWords, fill};

/// A heading for each gate, and a list of its points below it.
pub(super) fn markdown(words: &'static GateWords, definition: &Definition) -> String {
    let mut text = format!("# {}\n", words.title);
    let gates = [
        (Step::Vote, words.screen.before_vote),
        (Step::Ready, words.screen.before_sprint),
    ];
    for (step, heading) in gates {
        let points = definition.points.iter();
        let mut points = points
            .filter(|one| one.step == step && one.is_on)
            .peekable();
        if points.peek().is_none() {
            continue;
        }
        text.extend(["\n## ", heading, "\n\n"]);
        for point in points {
            let wording = escaped(gate_says::point(words, point));
            let limit = definition.limit.filter(|_| point.rule == Some(Rule::Size));
            let limit = limit.map(|limit| fill(words.screen.at_most, &[&limit.to_string()]));
            let limit = limit.map_or_else(String::new, |limit| format!(" ({limit})"));
            text.extend(["- **", &point.name, "** ", &wording, &limit, "\n"]);
        }
    }
    text
}
