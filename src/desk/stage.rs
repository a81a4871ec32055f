//! The desk itself: which page it is on, and where each event goes.

use std::sync::Arc;

use rand_core::Rng;

use crate::meeting::Plan;
use crate::saved::{KeptPack, KeptReady};
use crate::story::{BacklogId, Definition, Point, StoryId};
use crate::words::Language;

use super::assistant::Assistant;
use super::boot::{Abilities, DeskBoot};
use super::checklist::{Lists, ListsUndo};
use super::ctx::DeskCtx;
use super::effect::DeskEffect;
use super::event::DeskEvent;
use super::export::Export;
use super::gate::Gate;
use super::import::Import;
use super::list::List;
use super::notices::Notices;
use super::pack::Packing;
use super::packed::Packed;
use super::page::DeskPage;
use super::plan::Planning;
use super::prepare::{Prepare, TakenBack};
use super::records::Records;
use super::shelf::{Change, Shelf};
use super::tickets::Tickets;
use super::view::{DeskNoticeText, DeskScreen, DeskView};

/// Stories looked at in one slice of work, so that the page goes on answering.
const LOOKS_AT_ONCE: usize = 200;

/// The whole desk.
#[derive(Debug)]
pub struct Desk {
    pub(super) page: DeskPage,
    pub(super) language: Language,
    /// The page's address without fragment, for links.
    pub(super) base: String,
    pub(super) abilities: Abilities,
    pub(super) shelf: Shelf,
    /// What the team asks of a story.
    pub(super) definition: Arc<Definition>,
    pub(super) notices: Notices<Undo>,
    pub(super) list: List,
    pub(super) import: Import,
    pub(super) export: Export,
    pub(super) gate: Gate,
    pub(super) prepare: Prepare,
    pub(super) assistant: Assistant,
    pub(super) tickets: Tickets,
    pub(super) lists: Lists,
    pub(super) plan: Planning,
    pub(super) packing: Packing,
    pub(super) packed: Packed,
    pub(super) records: Records,
}

/// What `Undo` brings back.
#[derive(Clone, Debug)]
pub(super) enum Undo {
    /// Stories and their places.
    Change(Box<Change>),
    /// One story's place.
    Move(StoryId, Box<Change>),
    /// The order of a backlog.
    Order(BacklogId, Vec<StoryId>),
    /// Damaged texts that were dropped.
    Texts(Vec<(String, String)>),
    /// The plan.
    Plan(Box<Plan>),
    /// The session before this one, with its pack.
    Session(Box<Plan>, Option<Box<KeptPack>>),
    /// A point of the Definition of Ready, and where it stood.
    Point(usize, Box<Point>),
    /// The Definition of Ready.
    Definition(Box<KeptReady>),
    /// A story that was sent back, and the plan with it in.
    SentBack(Box<Change>, Box<Plan>),
    /// Something in the four lists.
    Lists(Box<ListsUndo>),
    /// The text of a record, by its key.
    Record(String, String),
    /// Parts of a draft that went into a story.
    TakenOver(Box<Change>, Box<TakenBack>),
}

impl Undo {
    pub(super) fn of(change: Change) -> Self {
        Self::Change(Box::new(change))
    }
}

impl Desk {
    /// Opens the desk with what the browser has kept; what it wants done comes with the
    /// first event.
    pub fn open(boot: DeskBoot, ctx: &mut DeskCtx) -> Self {
        let mut salt = [0; 2];
        ctx.rng.fill_bytes(&mut salt);
        let salt = u16::from_le_bytes(salt);
        let mut desk = Self {
            page: boot.page,
            language: boot.language,
            base: boot.base,
            abilities: boot.abilities,
            shelf: Shelf::read(boot.kept, ctx.now_ms, salt),
            definition: Arc::default(),
            notices: Notices::default(),
            list: List::default(),
            import: Import::default(),
            export: Export::default(),
            gate: Gate::default(),
            prepare: Prepare::default(),
            lists: Lists::begin(ctx),
            assistant: Assistant::default(),
            tickets: Tickets::default(),
            plan: Planning::default(),
            packing: Packing::default(),
            packed: Packed::default(),
            records: Records::default(),
        };
        if boot.storage_blocked {
            desk.notices.add(DeskNoticeText::StorageBlocked, ctx.now_ms);
        }
        desk.read_definition();
        desk.read_plan();
        desk.read_packing();
        desk.forget_old_packs(ctx);
        desk.read_lists(ctx);
        desk.read_model_settings();
        desk.read_tokens();
        desk.take_estimates(ctx);
        desk.take_meeting(ctx);
        desk.take_handouts();
        desk.forget_old_answers();
        desk.forget_old_sent();
        desk.open_preparation(ctx);
        desk.open_packed(ctx);
        desk.open_came();
        desk.warn_of_unreadable(ctx);
        if desk.shelf.look_at_some(0, &desk.definition) {
            ctx.ask(DeskEffect::Wake { after_ms: 0 });
        }
        desk.after(ctx);
        desk
    }

    /// The only way in: what happened, and what has to be done about it.
    pub fn update(&mut self, event: DeskEvent, ctx: &mut DeskCtx) -> Vec<DeskEffect> {
        self.take(event, ctx);
        self.after(ctx);
        ctx.take_effects()
    }

    fn take(&mut self, event: DeskEvent, ctx: &mut DeskCtx) {
        match event {
            DeskEvent::Opened(page) => self.go_to(page, ctx),
            DeskEvent::FragmentChanged(fragment) => {
                if let Some(page) = DeskPage::of_fragment(&fragment) {
                    self.show_page(page, ctx);
                }
            }
            DeskEvent::LeavePressed => {
                self.close_assistant(ctx);
                ctx.ask(DeskEffect::GoHome);
            }
            DeskEvent::Backlog(event) => self.update_backlog(event, ctx),
            DeskEvent::Story(id, event) => self.update_story(id, event, ctx),
            DeskEvent::Import(event) => self.update_import(event, ctx),
            DeskEvent::Export(event) => self.update_export(event, ctx),
            DeskEvent::Gate(event) => self.update_gate(event, ctx),
            DeskEvent::Prepare(event) => self.update_prepare(event, ctx),
            DeskEvent::Assistant(event) => self.update_assistant(event, ctx),
            DeskEvent::HelpFound(found) => self.help_found(found),
            DeskEvent::Model(id, news) => self.model_news(id, news, ctx),
            DeskEvent::Speech(id, news) => self.speech_news(id, news, ctx),
            DeskEvent::Ticket(event) => self.update_tickets(event, ctx),
            DeskEvent::Tracker(id, news) => self.ticket_news(id, &news, ctx),
            DeskEvent::Checklist(event) => self.update_checklist(event, ctx),
            DeskEvent::Plan(event) => self.update_plan(event, ctx),
            DeskEvent::Pack(event) => self.update_pack(event, ctx),
            DeskEvent::Packed(event) => self.update_packed(event, ctx),
            DeskEvent::Records(event) => self.update_records(event, ctx),
            DeskEvent::Copied { what, ok } => {
                self.copied(what, ok);
                let text = if ok {
                    DeskNoticeText::Copied
                } else {
                    DeskNoticeText::CopyRefused
                };
                self.notices.add(text, ctx.now_ms);
            }
            DeskEvent::NotKept { key, problem } => self.not_kept(key, problem, ctx),
            DeskEvent::KeptElsewhere { key, value } => self.kept_elsewhere(&key, value, ctx),
            DeskEvent::Resumed(kept) => self.resume(kept, ctx),
            DeskEvent::Undo(id) => self.undo(id, ctx),
            DeskEvent::UndoLast => {
                if let Some(id) = self.notices.last_undo() {
                    self.undo(id, ctx);
                }
            }
            DeskEvent::NoticeDismissed(id) => self.notices.dismiss(id),
            DeskEvent::LanguageChanged(language) => {
                self.language = language;
                self.records.forget_read();
                self.assistant_language_changed(ctx);
            }
            DeskEvent::Tick => self.tick(ctx),
        }
    }

    /// Once per update: what is on the screen is known, what changed is written.
    fn after(&mut self, ctx: &mut DeskCtx) {
        match &self.page {
            DeskPage::Backlog => {
                self.recheck_import(ctx);
                self.list.tend(&mut self.shelf, &self.definition);
                if let Some(spoken) = self.list.take_spoken(&self.shelf) {
                    self.notices.say(spoken);
                }
            }
            DeskPage::Story(id) => {
                self.shelf.look(*id, &self.definition);
                self.open_revealed();
            }
            DeskPage::Prepare(id) => {
                let id = *id;
                self.shelf.look(id, &self.definition);
                self.tend_preparation(id);
            }
            DeskPage::Checklist => self.tend_lists(ctx),
            DeskPage::Plan => {
                self.renew_pack();
                self.open_revealed();
            }
            DeskPage::Records | DeskPage::Record(_) | DeskPage::Minutes(_) => {
                self.tend_records(ctx);
            }
            DeskPage::Ready | DeskPage::Shared(_) | DeskPage::Pack(_) => {}
        }
        self.shelf.flush(ctx);
        if self.shelf.is_nearly_full() {
            let text = DeskNoticeText::StorageNearlyFull;
            self.notices.add(text, ctx.now_ms);
        }
    }

    fn tick(&mut self, ctx: &mut DeskCtx) {
        self.notices.tick(ctx.now_ms);
        self.tick_assistant(ctx);
        self.tick_tickets(ctx);
        self.tick_export(ctx);
        self.work(LOOKS_AT_ONCE, ctx);
        if self.shelf.is_kept_again() {
            self.notices.drop_sort(&DeskNoticeText::StorageFull);
            self.notices.drop_sort(&DeskNoticeText::StorageBlocked);
        }
        self.shelf.try_again(ctx.now_ms);
    }

    /// A slice of what takes long, with so many looks at stories. One call for the next
    /// slice, whatever it will be: two would breed.
    pub(super) fn work(&mut self, n_looks: usize, ctx: &mut DeskCtx) {
        let is_more = self.read_on(ctx)
            || self.take_on(ctx)
            || self.shelf.look_at_some(n_looks, &self.definition)
            || self.compare_on();
        if is_more {
            ctx.ask(DeskEffect::Wake { after_ms: 0 });
        }
    }

    /// Turns to a page; the browser's Back leads to the one before.
    pub(super) fn go_to(&mut self, page: DeskPage, ctx: &mut DeskCtx) {
        if self.page != page {
            ctx.ask(DeskEffect::SetFragment(page.fragment()));
            self.show_page(page, ctx);
        }
    }

    /// Shows another page, whose address is there already.
    fn show_page(&mut self, page: DeskPage, ctx: &mut DeskCtx) {
        if self.page != page {
            self.close_assistant(ctx);
            self.tickets.forget_shown();
            self.leave_preparation(&page);
            self.page = page;
            self.open_preparation(ctx);
            self.open_packed(ctx);
            self.open_came();
        }
    }

    fn undo(&mut self, id: u32, ctx: &mut DeskCtx) {
        match self.notices.take_undo(id) {
            Some(Undo::Change(change)) => self.shelf.undo(&change, ctx.now_ms),
            Some(Undo::Move(story, change)) => {
                self.shelf.undo(&change, ctx.now_ms);
                self.list.reveal(story);
            }
            Some(Undo::Order(backlog, order)) => {
                self.shelf.set_order(backlog, &order, ctx.now_ms);
            }
            Some(Undo::Texts(texts)) => {
                for (key, text) in texts {
                    self.shelf.bring_back_damaged(key, text, ctx);
                }
            }
            Some(Undo::Plan(plan)) => {
                self.set_plan(*plan, ctx);
            }
            Some(Undo::Session(plan, pack)) => {
                self.set_plan(*plan, ctx);
                self.bring_back_pack(pack);
            }
            Some(Undo::SentBack(change, plan)) => {
                self.shelf.undo(&change, ctx.now_ms);
                self.set_plan(*plan, ctx);
            }
            Some(Undo::Lists(undo)) => self.undo_lists(*undo, ctx),
            Some(Undo::TakenOver(change, back)) => self.undo_taking(&change, *back, ctx),
            Some(Undo::Record(key, text)) => self.bring_back_record(&key, text),
            Some(Undo::Point(at, point)) => self.bring_back_point(at, *point, ctx),
            Some(Undo::Definition(kept)) => self.keep_definition(*kept),
            None => {}
        }
    }

    /// What the person sees now.
    pub fn view(&self) -> DeskView {
        let screen = match &self.page {
            DeskPage::Backlog => DeskScreen::Backlog(Box::new(self.backlog_view())),
            DeskPage::Story(id) => self.story_screen(*id),
            DeskPage::Prepare(id) => self.prepare_screen(*id),
            DeskPage::Checklist => DeskScreen::Checklist(Box::new(self.checklist_view())),
            DeskPage::Plan => DeskScreen::Plan(Box::new(self.plan_view())),
            DeskPage::Records => DeskScreen::Records(Box::new(self.records_view())),
            DeskPage::Record(id) => self.record_screen(*id),
            DeskPage::Minutes(_) => self.came_screen(),
            DeskPage::Ready => DeskScreen::Ready(Box::new(self.gate_view())),
            DeskPage::Pack(_) => DeskScreen::Packed(Box::new(self.packed_view())),
            DeskPage::Shared(fragment) => match self.shared_definition(fragment) {
                Some(shared) => DeskScreen::SharedReady(Box::new(shared)),
                None => DeskScreen::Shared(Box::new(self.shared_view(fragment))),
            },
        };
        DeskView {
            page: self.page.clone(),
            language: self.language,
            notices: self.notices.view(),
            spoken: self.notices.said(),
            has_unkept: self.shelf.has_refused(),
            looked: self.looked_at(),
            screen,
        }
    }
}
