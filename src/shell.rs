//! The one loop: queue, update, effects, queue again; then the view, once.
//!
//! The only room that sees both the program and the browser.

mod desk;
mod door;
mod ears;
mod effects;
mod meeting;
mod peers;
mod sockets;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use leptos::prelude::{Owner, Set, WriteSignal, signal};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use wasm_bindgen::JsCast;

use crate::app::{App, Boot, Ctx, Event, KEY_PREFIX, View, is_of_table};
use crate::browser;
use crate::browser::storage::{self, StorageError};

use crate::ui::{self, Dispatch};

use effects::Hands;

/// Where the page is drawn; `index.html` has painted the start page there.
const ROOT_ID: &str = "floret";

thread_local! {
    /// Keeps the program alive as long as the tab.
    static PAGE: RefCell<Option<(Rc<Shell>, Owner)>> = const { RefCell::new(None) };
}

/// The program and its edge.
pub(crate) struct Shell {
    app: RefCell<App>,
    ctx: RefCell<Ctx>,
    queue: RefCell<VecDeque<Event>>,
    is_draining: Cell<bool>,
    hands: Hands,
    meeting: meeting::Loading,
    shown: RefCell<View>,
    set_view: WriteSignal<View>,
}

/// Starts the program on the page that loaded it.
pub fn start() {
    let Some(root) = browser::page::element(ROOT_ID) else {
        return;
    };
    let Ok(root) = root.dyn_into::<web_sys::HtmlElement>() else {
        return;
    };
    // Without randomness nothing here is safe: the page stays what it is.
    let Ok(seed) = browser::entropy::seed() else {
        return;
    };
    let owner = Owner::new();
    owner.set();
    let app = App::new();
    let (view, set_view) = signal(app.view());
    let (screens, set_screens) = signal(None);
    let shell = Rc::new(Shell {
        shown: RefCell::new(app.view()),
        app: RefCell::new(app),
        ctx: RefCell::new(Ctx::new(ChaCha20Rng::from_seed(seed))),
        queue: RefCell::new(VecDeque::new()),
        is_draining: Cell::new(false),
        hands: Hands::default(),
        meeting: meeting::Loading::new(set_screens),
        set_view,
    });
    let ears = ears::listen(&shell);
    shell.hands.keep_ears(ears);
    let takeover = ui::takeover(&root);
    shell.tell(Event::Started(Box::new(boot(takeover))));
    let teller = Rc::clone(&shell);
    let dispatch = Dispatch::new(move |event| teller.tell(event));
    ui::mount(&root, view, screens, dispatch);
    PAGE.with(|page| page.replace(Some((shell, owner))));
}

/// What the page knows when it begins.
fn boot(takeover: ui::Takeover) -> Boot {
    let kept = kept(is_of_table);
    Boot {
        base: browser::page::address(),
        fragment: browser::page::fragment(),
        storage_blocked: kept.is_err(),
        kept: kept.unwrap_or_default(),
        languages: browser::page::languages(),
        has_webrtc: browser::peer::is_supported(),
        is_phone: browser::page::is_phone(),
        is_firefox: browser::page::is_firefox(),
        can_share: browser::share::is_supported(),
        typed_name: takeover.typed_name,
        name_sent: takeover.name_sent,
    }
}

/// Kept values whose key is wanted. A backlog has thousands: no text is read in vain.
fn kept(is_wanted: fn(&str) -> bool) -> Result<Vec<(String, String)>, StorageError> {
    let mut keys = storage::keys_with_prefix(KEY_PREFIX)?;
    keys.retain(|key| is_wanted(key));
    let texts = keys.into_iter().filter_map(|key| {
        let text = storage::load(&key).ok()??;
        Some((key, text))
    });
    Ok(texts.collect())
}

/// Everything the desk keeps.
fn kept_for_desk() -> Result<Vec<(String, String)>, StorageError> {
    kept(|key| !is_of_table(key))
}

impl Shell {
    /// Puts an event in the queue and works until the queue is empty. Events that
    /// arise meanwhile wait their turn, so `update` is never entered twice.
    pub(crate) fn tell(self: &Rc<Self>, event: Event) {
        self.queue.borrow_mut().push_back(event);
        if self.is_draining.replace(true) {
            return;
        }
        loop {
            let next = self.queue.borrow_mut().pop_front();
            let Some(event) = next else { break };
            let effects = {
                let mut ctx = self.ctx.borrow_mut();
                ctx.now_ms = browser::clock::unix_ms();
                self.app.borrow_mut().update(event, &mut ctx)
            };
            for effect in effects {
                self.hands.perform(effect, self);
            }
        }
        self.is_draining.set(false);
        self.show();
    }

    /// Sets the view once per drain, and only if it changed.
    fn show(&self) {
        let view = self.app.borrow().view();
        if *self.shown.borrow() == view {
            return;
        }
        self.meeting.look_at(&view);
        self.shown.replace(view.clone());
        self.set_view.set(view);
    }
}
