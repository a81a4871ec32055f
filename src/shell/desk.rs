//! The desk's own loop, behind the door: queue, update, effects; then its view, once.
//!
//! Reached only through [`super::door`].

mod assistant;
mod effects;
mod files;
mod trackers;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use leptos::prelude::{Owner, Set, WriteSignal, signal};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use crate::app::{DeskNews, DoorNews, Event};
use crate::browser::Listener;
use crate::browser::page::Child;
use crate::browser::ticker::Ticker;
use crate::browser::{clock, entropy, model, page, share, speech};
use crate::desk::{Abilities, Desk, DeskBoot, DeskCtx, DeskEvent, DeskPage, DeskView};
use crate::ui::{self, Dispatch};

use super::door::{DeskHandle, Handover};
use super::{ROOT_ID, Shell, kept_for_desk};

use assistant::Helpers;
use files::FileEars;
use trackers::Trackers;

/// Once a second: notices go by themselves.
const TICK_MS: u32 = 1_000;

/// The desk and its edge.
pub(super) struct DeskShell {
    desk: RefCell<Desk>,
    ctx: RefCell<DeskCtx>,
    queue: RefCell<VecDeque<DeskEvent>>,
    is_draining: Cell<bool>,
    shown: RefCell<DeskView>,
    set_view: WriteSignal<DeskView>,
    helpers: Helpers,
    trackers: Trackers,
    page: Rc<Shell>,
}

/// What the page holds while the desk is on the screen; it goes with this.
struct Open {
    shell: Rc<DeskShell>,
    owner: Owner,
    _ticker: Ticker,
    _waking: Listener,
    _files: FileEars,
    // Last: what was drawn is let go before its place is.
    _place: Option<Child>,
}

/// Makes the desk of what is kept and draws it.
pub(super) fn open(handover: Handover) -> Rc<dyn DeskHandle> {
    let Handover {
        fragment,
        language,
        page,
    } = handover;
    let kept = kept_for_desk();
    let boot = DeskBoot {
        page: DeskPage::of_fragment(&fragment).unwrap_or_default(),
        language,
        storage_blocked: kept.is_err(),
        kept: kept.unwrap_or_default(),
        base: page::address(),
        abilities: Abilities {
            can_share: share::is_supported(),
            has_dictation: speech::is_supported(),
            has_model: model::is_supported(),
        },
    };
    // The page began, so there was randomness; names of stories are no secrets anyhow.
    let seed = entropy::seed().unwrap_or_default();
    let mut ctx = DeskCtx::new(ChaCha20Rng::from_seed(seed));
    ctx.now_ms = clock::unix_ms();
    ctx.utc_offset_min = clock::utc_offset_min();
    let desk = Desk::open(boot, &mut ctx);
    let owner = Owner::new();
    let (view, set_view) = owner.with(|| signal(desk.view()));
    let shell = Rc::new(DeskShell {
        shown: RefCell::new(desk.view()),
        desk: RefCell::new(desk),
        ctx: RefCell::new(ctx),
        queue: RefCell::new(VecDeque::new()),
        is_draining: Cell::new(false),
        set_view,
        helpers: Helpers::default(),
        trackers: Trackers::default(),
        page,
    });
    let place = draw(&shell, &owner, view);
    let weak = Rc::downgrade(&shell);
    let ticker = Ticker::start(TICK_MS, move || tell(&weak, DeskEvent::Tick));
    let weak = Rc::downgrade(&shell);
    // A tab that was put to sleep may not have heard what others wrote.
    let waking = page::on_visibility(move |is_visible| {
        if let (true, Ok(kept)) = (is_visible, kept_for_desk()) {
            tell(&weak, DeskEvent::Resumed(kept));
        }
    });
    let files = FileEars::open(&shell, place.as_ref());
    Rc::new(Open {
        shell,
        owner,
        _ticker: ticker,
        _waking: waking,
        _files: files,
        _place: place,
    })
}

fn draw(
    shell: &Rc<DeskShell>,
    owner: &Owner,
    view: leptos::prelude::ReadSignal<DeskView>,
) -> Option<Child> {
    let place = page::child_after(ROOT_ID, "desk")?;
    let weak = Rc::downgrade(shell);
    let page = Rc::downgrade(&shell.page);
    owner.with(|| {
        let dispatch = Dispatch::new(move |event| tell(&weak, event));
        let page = Dispatch::new(move |event| {
            if let Some(page) = page.upgrade() {
                page.tell(event);
            }
        });
        ui::mount_desk(place.element(), view, dispatch, page);
    });
    Some(place)
}

fn tell(shell: &Weak<DeskShell>, event: DeskEvent) {
    if let Some(shell) = shell.upgrade() {
        shell.tell(event);
    }
}

impl DeskShell {
    /// As the page's own loop: `update` is never entered twice.
    fn tell(self: &Rc<Self>, event: DeskEvent) {
        self.queue.borrow_mut().push_back(event);
        if self.is_draining.replace(true) {
            return;
        }
        loop {
            let next = self.queue.borrow_mut().pop_front();
            let Some(event) = next else { break };
            let effects = {
                let mut ctx = self.ctx.borrow_mut();
                ctx.now_ms = clock::unix_ms();
                ctx.utc_offset_min = clock::utc_offset_min();
                self.desk.borrow_mut().update(event, &mut ctx)
            };
            for effect in effects {
                effects::perform(effect, self);
            }
        }
        self.is_draining.set(false);
        self.show();
    }

    fn show(&self) {
        let view = self.desk.borrow().view();
        if *self.shown.borrow() == view {
            return;
        }
        self.shown.replace(view.clone());
        self.set_view.set(view);
    }

    /// Tells the page.
    fn tell_page(&self, news: DoorNews) {
        self.page.tell(Event::Desk(news));
    }
}

impl DeskHandle for Open {
    fn hear(&self, news: DeskNews) {
        self.shell.tell(match news {
            DeskNews::Fragment(fragment) => DeskEvent::FragmentChanged(fragment),
            DeskNews::Language(language) => DeskEvent::LanguageChanged(language),
            DeskNews::Kept { key, value } => DeskEvent::KeptElsewhere { key, value },
        });
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.owner.cleanup();
    }
}
