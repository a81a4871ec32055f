//! One story before the team's two gates, as it is seen.

use crate::desk::gate_says;
use crate::desk::stage::Desk;
use crate::desk::story::gate_line;
use crate::desk::view::{GateSide, PointVerdict, SentBackView, StoryGateView};
use crate::story::{Definition, Judged, State, Status, Step, Story, StoryId, Verdict, judge};
use crate::words::{DeskWords, GateWords};

impl Desk {
    /// The gates of a story.
    pub(in crate::desk) fn story_gates(&self, id: StoryId, story: &Story) -> StoryGateView {
        let words = DeskWords::of(self.language).gate;
        story_gates(words, &self.definition, id, story)
    }

    /// The gates of the story that is looked at in a list.
    pub(in crate::desk) fn looked_at(&self) -> Option<Box<StoryGateView>> {
        let id = self.gate.looked?;
        let story = self.shelf.story(id)?;
        Some(Box::new(self.story_gates(id, story)))
    }
}

/// The gates of a story before a Definition of Ready.
pub(in crate::desk) fn story_gates(
    words: &'static GateWords,
    definition: &Definition,
    id: StoryId,
    story: &Story,
) -> StoryGateView {
    let judged = judge(story, definition);
    let missing_now = judged.vote.missing();
    let sent_back = story.sent_back.as_ref().map(|missing| {
        let still = missing.points.iter();
        let still = still.filter(|point| missing_now.contains(&point.as_str()));
        SentBackView {
            at_ms: missing.at_ms,
            note: missing.note.clone(),
            points: missing.points.clone(),
            still_missing: still.cloned().collect(),
        }
    });
    StoryGateView {
        story: id,
        vote: side(words, story, &judged, Step::Vote),
        ready: side(words, story, &judged, Step::Ready),
        is_ready: story.status == Status::Ready,
        sent_back,
        overrulings: story.overrulings.clone(),
    }
}

fn side(words: &'static GateWords, story: &Story, judged: &Judged<'_>, step: Step) -> GateSide {
    let gate = judged.gate(step);
    let points = judged.points.iter();
    let points = points.filter(|verdict| verdict.point.step == step);
    GateSide {
        line: gate_line(gate),
        says: gate_says::gate(words, gate),
        points: points.map(|one| verdict(words, story, one)).collect(),
    }
}

fn verdict(words: &'static GateWords, story: &Story, verdict: &Verdict<'_>) -> PointVerdict {
    let point = verdict.point;
    let against = verdict.against.as_ref();
    PointVerdict {
        name: point.name.clone(),
        wording: gate_says::point(words, point).to_owned(),
        state: verdict.state,
        why: gate_says::why(words, &verdict.why),
        against: against.map_or_else(String::new, |against| gate_says::why(words, against)),
        said: story.said.get(&point.name).copied(),
        is_seen: match verdict.state {
            State::ByFact => true,
            State::ByHand => point.rule.is_some() && against.is_none(),
            State::Missing => against.is_some(),
            State::NotAsked => false,
        },
    }
}
