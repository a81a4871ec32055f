//! The team's Definition of Ready: what is changed, handed out and taken over.

mod markdown;
mod show;
mod story;

pub(super) use story::story_gates;

use crate::checklist::one_line;
use crate::story::{Amount, Definition, MAX_POINT_CHARS, Point, Step, StoryId};
use crate::wire::{LinkError, SharedSheet, SheetKind, find_sheet, sheet_url};
use crate::words::DeskWords;

use super::ctx::DeskCtx;
use super::effect::{DeskCopy, DeskEffect};
use super::event::GateEvent;
use super::page::DeskPage;
use super::ready_link::{definition_of, shared_definition};
use super::stage::{Desk, Undo};
use super::view::{DeskNoticeText, DeskSpoken};

/// Longest limit, as the longest card.
const MAX_LIMIT_CHARS: usize = 10;

/// What the page of the Definition of Ready holds besides the definition.
#[derive(Debug, Default)]
pub(super) struct Gate {
    /// When the team agreed on it, in ms since 1970 UTC.
    pub(super) agreed_ms: Option<i64>,
    /// When it was changed last, in ms since 1970 UTC.
    pub(super) changed_ms: Option<i64>,
    /// The limit as it is being typed, while it is no number.
    limit: Option<String>,
    is_link_shown: bool,
    /// The story whose gates are looked at in a list.
    looked: Option<StoryId>,
}

impl Desk {
    pub(super) fn update_gate(&mut self, event: GateEvent, ctx: &mut DeskCtx) {
        match event {
            GateEvent::LimitTyped(limit) => self.type_limit(&limit, ctx),
            GateEvent::Switched(point, is_on) => {
                self.change_definition(ctx, |definition| definition.switch(&point, is_on));
            }
            GateEvent::Reworded(point, text) => {
                let text = self.own_wording(&point, &text);
                self.change_definition(ctx, |definition| definition.reword(&point, &text));
            }
            GateEvent::StepChosen(point, step) => {
                if self
                    .definition
                    .point(&point)
                    .is_some_and(|one| one.step != step)
                {
                    self.place_point(&point, step, None, ctx);
                }
            }
            GateEvent::Moved {
                point,
                step,
                before,
            } => self.place_point(&point, step, before.as_deref(), ctx),
            GateEvent::Shifted { point, by } => self.shift_point(&point, by, ctx),
            GateEvent::Added(step, text) => {
                let text = one_line(&text, MAX_POINT_CHARS);
                self.change_definition(ctx, |definition| {
                    definition.add(&text, step);
                });
            }
            GateEvent::Removed(point) => self.remove_point(&point, ctx),
            GateEvent::Agreed => {
                let mut kept = self.kept_definition();
                kept.agreed_ms = Some(ctx.now_ms);
                self.keep_definition(kept);
            }
            GateEvent::Reset => {
                let text = DeskNoticeText::DefinitionReset;
                let n_own = self.definition.n_own;
                let built_in = Definition {
                    n_own,
                    ..Definition::default()
                };
                self.replace_definition(built_in, text, ctx);
            }
            GateEvent::MarkdownPressed => ctx.ask(DeskEffect::Copy {
                what: DeskCopy::Markdown,
                text: markdown::markdown(DeskWords::of(self.language).gate, &self.definition),
            }),
            GateEvent::LinkShown(is_shown) => self.gate.is_link_shown = is_shown,
            GateEvent::LinkCopied => self.with_link(ctx, |_, text| DeskEffect::Copy {
                what: DeskCopy::Link,
                text,
            }),
            GateEvent::LinkSent => self.with_link(ctx, |title, url| DeskEffect::Share {
                title: title.to_owned(),
                url,
            }),
            GateEvent::Taken => self.take_shared_definition(ctx),
            GateEvent::Left => self.go_to(DeskPage::Ready, ctx),
            GateEvent::Looked(story) => self.gate.looked = story,
        }
    }

    fn change_definition(&mut self, ctx: &DeskCtx, change: impl FnOnce(&mut Definition)) -> bool {
        let mut definition = Definition::clone(&self.definition);
        change(&mut definition);
        self.set_definition(definition, ctx)
    }

    fn type_limit(&mut self, typed: &str, ctx: &DeskCtx) {
        let typed: String = typed.trim().chars().take(MAX_LIMIT_CHARS).collect();
        let limit = Amount::parse(&typed);
        let is_limit = limit.is_some() || typed.is_empty();
        if is_limit {
            self.change_definition(ctx, |definition| definition.limit = limit);
        }
        self.gate.limit = (!is_limit).then_some(typed);
    }

    /// What a person typed as the wording of a point; blank where it is the built-in one.
    fn own_wording(&self, point: &str, text: &str) -> String {
        let text = one_line(text, MAX_POINT_CHARS);
        let built_in = DeskWords::of(self.language).gate.points.of(point);
        if built_in == Some(text.as_str()) {
            String::new()
        } else {
            text
        }
    }

    fn place_point(&mut self, name: &str, step: Step, before: Option<&str>, ctx: &DeskCtx) {
        if self.change_definition(ctx, |definition| definition.place(name, step, before)) {
            self.say_point_place(name);
        }
    }

    fn shift_point(&mut self, name: &str, by: i32, ctx: &DeskCtx) {
        let Some(step) = self.definition.point(name).map(|point| point.step) else {
            return;
        };
        let points = self.definition.points.iter();
        let names = points
            .filter(|one| one.step == step)
            .map(|one| one.name.clone());
        let mut names: Vec<String> = names.collect();
        let Some(from) = names.iter().position(|one| one == name) else {
            return;
        };
        let by = isize::try_from(by).unwrap_or_default();
        let to = from.saturating_add_signed(by).min(names.len() - 1);
        let point = names.remove(from);
        names.insert(to, point);
        let before = names.get(to + 1).map(String::as_str);
        if to != from {
            self.place_point(name, step, before, ctx);
        }
    }

    /// For those who do not see where a point went.
    fn say_point_place(&mut self, name: &str) {
        if let Some(row) = self.point_row(name) {
            self.notices.say(DeskSpoken::Moved {
                title: row.wording,
                place: row.place,
                of: row.of,
            });
        }
    }

    fn remove_point(&mut self, name: &str, ctx: &DeskCtx) {
        let mut points = self.definition.points.iter();
        let at = points.position(|one| one.name == name);
        let Some((at, point)) = at.zip(self.definition.point(name).cloned()) else {
            return;
        };
        let is_gone = self.change_definition(ctx, |definition| {
            definition.remove(name);
        });
        if is_gone {
            let text = DeskNoticeText::PointRemoved(point.text.clone().unwrap_or_default());
            let undo = Undo::Point(at, Box::new(point));
            self.notices.add_undo(text, undo, ctx.now_ms);
        }
    }

    /// What was done to other points since stays.
    pub(super) fn bring_back_point(&mut self, at: usize, point: Point, ctx: &DeskCtx) {
        if self.definition.point(&point.name).is_none() {
            self.change_definition(ctx, |definition| {
                let at = at.min(definition.points.len());
                definition.points.insert(at, point);
            });
        }
    }

    fn replace_definition(&mut self, definition: Definition, text: DeskNoticeText, ctx: &DeskCtx) {
        let before = Box::new(self.kept_definition());
        if self.set_definition(definition, ctx) {
            self.gate.limit = None;
            let undo = Undo::Definition(before);
            self.notices.add_undo(text, undo, ctx.now_ms);
        }
    }

    /// The address of the list as a link; `None` where it is too long for one.
    fn definition_url(&self) -> Option<String> {
        let code = shared_definition(&self.definition).encode().ok()?;
        Some(sheet_url(&self.base, SheetKind::Definition, &code))
    }

    fn with_link(&self, ctx: &mut DeskCtx, effect: impl FnOnce(&str, String) -> DeskEffect) {
        if let Some(url) = self.definition_url() {
            let title = DeskWords::of(self.language).gate.title;
            ctx.ask(effect(title, url));
        }
    }

    /// The definition in a link: `None` where the link is of something else.
    fn read_shared(fragment: &str) -> Option<Result<SharedSheet, LinkError>> {
        let (kind, code) = find_sheet(fragment)?;
        (kind == SheetKind::Definition).then(|| SharedSheet::decode(kind, &code))
    }

    fn take_shared_definition(&mut self, ctx: &mut DeskCtx) {
        let DeskPage::Shared(fragment) = &self.page else {
            return;
        };
        if let Some(Ok(sheet)) = Self::read_shared(fragment) {
            let (definition, _) = definition_of(&sheet, &self.definition);
            self.replace_definition(definition, DeskNoticeText::DefinitionTaken, ctx);
            self.go_to(DeskPage::Ready, ctx);
        }
    }
}
