//! What a story, its gate and its questions promise.

mod asking;
mod asking_bugs;
mod definition;
mod drafts;
mod gates;
mod lists;
mod points;
mod speaking;

use floret::story::{Kind, Story};

/// A story with a title and a description.
fn story(title: &str, description: &str) -> Story {
    Story {
        title: title.into(),
        description: description.into(),
        ..Story::default()
    }
}

/// The same as another kind of work.
fn of_kind(kind: Kind, title: &str, description: &str) -> Story {
    Story {
        kind,
        ..story(title, description)
    }
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    /// Some lines of text of all sorts.
    fn text(&mut self) -> String {
        const PARTS: [&str; 24] = [
            "fast",
            "As a user",
            "TBD",
            "???",
            "\n",
            "\n\n",
            "- one",
            "1. two",
            "```",
            "`",
            "<!--",
            "-->",
            "## Steps",
            "**Expected:**",
            "etc.",
            "Überblick",
            "🥦",
            "’",
            "https://x.y",
            "and also",
            "Given",
            "\u{0}",
            "   ",
            "wenn ich",
        ];
        let n = self.below(20);
        (0..n)
            .map(|_| self.pick(&PARTS))
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn story(&mut self) -> Story {
        let kinds = [Kind::Story, Kind::Bug, Kind::Task, Kind::Spike];
        Story {
            title: self.text(),
            kind: kinds[self.below(4)],
            description: self.text(),
            why: self.text(),
            acceptance: self.text(),
            dependencies: self.text(),
            ..Story::default()
        }
    }
}
