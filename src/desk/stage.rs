//! The desk itself: which page it is on, and where each event goes.

use std::sync::Arc;

use crate::story::{Story, StoryId};
use crate::words::Language;

use super::assistant::Assistant;
use super::boot::{Abilities, DeskBoot};
use super::checklist::Lists;
use super::ctx::DeskCtx;
use super::effect::{DeskEffect, KeepProblem};
use super::event::DeskEvent;
use super::gate::Gate;
use super::import::Import;
use super::list::List;
use super::notices::Notices;
use super::page::DeskPage;
use super::plan::Plan;
use super::prepare::Prepare;
use super::shelf::Shelf;
use super::view::{DeskNoticeText, DeskScreen, DeskView};

/// The whole desk.
#[derive(Debug)]
pub struct Desk {
    pub(super) page: DeskPage,
    pub(super) language: Language,
    /// The page's address without fragment, for links.
    #[expect(dead_code, reason = "sections make links of it")]
    pub(super) base: String,
    pub(super) abilities: Abilities,
    pub(super) shelf: Shelf,
    pub(super) notices: Notices<Undo>,
    pub(super) list: List,
    pub(super) import: Import,
    pub(super) gate: Gate,
    pub(super) prepare: Prepare,
    pub(super) assistant: Assistant,
    pub(super) lists: Lists,
    pub(super) plan: Plan,
}

/// What `Undo` brings back.
#[derive(Clone, Debug)]
pub(super) enum Undo {
    /// A story that was deleted.
    Story(StoryId, Arc<Story>),
}

impl Desk {
    /// Opens the desk with what the browser has kept.
    pub fn open(boot: DeskBoot, ctx: &mut DeskCtx) -> Self {
        let mut desk = Self {
            page: boot.page,
            language: boot.language,
            base: boot.base,
            abilities: boot.abilities,
            shelf: Shelf::read(boot.kept),
            notices: Notices::default(),
            list: List::default(),
            import: Import::default(),
            gate: Gate::default(),
            prepare: Prepare::default(),
            assistant: Assistant::default(),
            lists: Lists::default(),
            plan: Plan::default(),
        };
        desk.read_model_settings();
        if boot.storage_blocked {
            desk.notices.add(DeskNoticeText::StorageBlocked, ctx.now_ms);
        }
        desk
    }

    /// The only way in: what happened, and what has to be done about it.
    pub fn update(&mut self, event: DeskEvent, ctx: &mut DeskCtx) -> Vec<DeskEffect> {
        self.take(event, ctx);
        ctx.take_effects()
    }

    fn take(&mut self, event: DeskEvent, ctx: &mut DeskCtx) {
        match event {
            DeskEvent::Opened(page) => self.go_to(page, ctx),
            DeskEvent::FragmentChanged(fragment) => {
                if let Some(page) = DeskPage::of_fragment(&fragment) {
                    self.close_assistant(ctx);
                    self.page = page;
                }
            }
            DeskEvent::LeavePressed => {
                self.close_assistant(ctx);
                ctx.ask(DeskEffect::GoHome);
            }
            DeskEvent::Backlog(event) => self.update_backlog(event, ctx),
            DeskEvent::Story(id, event) => self.update_story(id, event, ctx),
            DeskEvent::Import(event) => self.update_import(event, ctx),
            DeskEvent::Gate(event) => self.update_gate(event, ctx),
            DeskEvent::Prepare(event) => self.update_prepare(event, ctx),
            DeskEvent::Assistant(event) => self.update_assistant(event, ctx),
            DeskEvent::HelpFound(found) => self.help_found(found),
            DeskEvent::Model(id, news) => self.model_news(id, news, ctx),
            DeskEvent::Speech(id, news) => self.speech_news(id, news, ctx),
            DeskEvent::Checklist(event) => self.update_checklist(event, ctx),
            DeskEvent::Plan(event) => self.update_plan(event, ctx),
            DeskEvent::Copied { what: _, ok } => {
                let text = if ok {
                    DeskNoticeText::Copied
                } else {
                    DeskNoticeText::CopyRefused
                };
                self.notices.add(text, ctx.now_ms);
            }
            DeskEvent::NotKept { key: _, problem } => {
                let text = match problem {
                    KeepProblem::Full => DeskNoticeText::StorageFull,
                    KeepProblem::Blocked => DeskNoticeText::StorageBlocked,
                };
                self.notices.add(text, ctx.now_ms);
            }
            DeskEvent::KeptElsewhere { key, value } => {
                self.model_kept_elsewhere(&key, value.as_deref());
            }
            DeskEvent::Undo(id) => self.undo(id),
            DeskEvent::NoticeDismissed(id) => self.notices.dismiss(id),
            DeskEvent::LanguageChanged(language) => {
                self.language = language;
                self.assistant_language_changed(ctx);
            }
            DeskEvent::Tick => {
                self.notices.tick(ctx.now_ms);
                self.tick_assistant(ctx);
            }
        }
    }

    /// Turns to a page; the browser's Back leads to the one before.
    pub(super) fn go_to(&mut self, page: DeskPage, ctx: &mut DeskCtx) {
        if self.page != page {
            self.close_assistant(ctx);
            ctx.ask(DeskEffect::SetFragment(page.fragment()));
            self.page = page;
        }
    }

    fn undo(&mut self, id: u32) {
        match self.notices.take_undo(id) {
            Some(Undo::Story(id, story)) => {
                self.shelf.stories.insert(id, story);
                if let Some(backlog) = self.shelf.backlogs.get_mut(&self.shelf.open) {
                    backlog.order.push(id);
                }
            }
            None => {}
        }
    }

    /// What the person sees now.
    pub fn view(&self) -> DeskView {
        let screen = match &self.page {
            DeskPage::Backlog => DeskScreen::Backlog(Box::new(self.backlog_view())),
            DeskPage::Story(id) => self.story_screen(*id),
            DeskPage::Checklist => DeskScreen::Checklist(Box::new(self.checklist_view())),
            DeskPage::Plan => DeskScreen::Plan(Box::new(self.plan_view())),
            DeskPage::Ready => DeskScreen::Ready(Box::new(self.gate_view())),
            DeskPage::Shared(fragment) => DeskScreen::Shared(Box::new(self.shared_view(fragment))),
        };
        DeskView {
            page: self.page.clone(),
            language: self.language,
            notices: self.notices.view(),
            spoken: self.notices.said(),
            screen,
        }
    }
}
