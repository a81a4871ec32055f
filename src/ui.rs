//! What people see and press: draws `app::View`, sends `app::Event`, knows nothing else.
//!
//! [`mount`] replaces the static first screen of `index.html`; [`takeover`] tells
//! what was done there before the program arrived.

mod boot;
mod desk;
mod dialogs;
mod entry;
mod keys;
mod meeting;
mod notices;
mod parts;
mod rich;
mod say;
mod table;

pub use boot::{Takeover, takeover};
pub use desk::mount_desk;
pub use meeting::{MeetingScreens, meeting_screens};

use crate::app::event::Event;
use crate::app::view::{DoorView, Screen, TableView, Theme, View};
use crate::words::Words;
use leptos::callback::{Callable, UnsyncCallback};
use leptos::prelude::{Read, ReadSignal};
use leptos::reactive::signal::guards::{Plain, ReadGuard};
use parts::{El, Part, group, on_change, region};
use std::cell::RefCell;
use std::rc::Rc;

/// Sends events to the page or to the desk; a cheap handle that every component copies.
pub struct Dispatch<E: 'static = Event>(UnsyncCallback<E>);

// Derived, they would ask the same of `E`.
impl<E> Clone for Dispatch<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Dispatch<E> {}

impl<E> Dispatch<E> {
    /// A handle that calls `send` for each event.
    pub fn new(send: impl Fn(E) + 'static) -> Self {
        Self(UnsyncCallback::new(send))
    }

    /// Sends one event.
    pub fn send(self, event: E) {
        self.0.run(event);
    }
}

/// What every component holds: the view, the words of its language, the way out. As it
/// stands, of the page; the desk has its own view, events and words.
pub(crate) struct Ui<V: 'static = View, E: 'static = Event, W: 'static = Words> {
    view: ReadSignal<V>,
    dispatch: Dispatch<E>,
    words: &'static W,
}

impl<V, E, W> Clone for Ui<V, E, W> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V, E, W> Copy for Ui<V, E, W> {}

impl<V, E, W> Ui<V, E, W> {
    /// Sends one event.
    fn send(self, event: E) {
        self.dispatch.send(event);
    }
}

impl<V: Send + Sync, E, W> Ui<V, E, W> {
    /// A part of the view: as it is at each call, and followed where that is asked for.
    fn part<T: 'static>(self, pick: fn(&V) -> T) -> impl Fn() -> T + Copy + 'static {
        move || pick(&self.look())
    }

    #[inline(never)]
    fn look(self) -> ReadGuard<V, Plain<V>> {
        self.view.read()
    }
}

impl Ui {
    /// As [`Ui::part`], of the table; the default where there is none.
    fn table<T: Default + 'static>(
        self,
        pick: fn(&TableView) -> T,
    ) -> impl Fn() -> T + Copy + 'static {
        move || at_table(&self.look(), pick)
    }
}

fn at_table<T: Default>(view: &View, pick: impl FnOnce(&TableView) -> T) -> T {
    match &view.screen {
        Screen::Table(table) => pick(table),
        Screen::Start(_)
        | Screen::Name(_)
        | Screen::Waiting(_)
        | Screen::Handed(_)
        | Screen::Desk(_)
        | Screen::Stopped(_) => T::default(),
    }
}

/// Which screen is shown, without its content.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Start,
    Name,
    Waiting,
    Table,
    Handed,
    Stopped,
    Desk(DoorView),
}

fn kind(view: &View) -> Kind {
    match view.screen {
        Screen::Start(_) => Kind::Start,
        Screen::Name(_) => Kind::Name,
        Screen::Waiting(_) => Kind::Waiting,
        Screen::Table(_) => Kind::Table,
        Screen::Handed(_) => Kind::Handed,
        Screen::Stopped(_) => Kind::Stopped,
        Screen::Desk(door) => Kind::Desk(door),
    }
}

/// Draws the page into `root` and keeps it true to `view` as long as the tab lives.
///
/// Whatever the static page showed is replaced; typed text, caret and focus of its
/// name form are carried over. Single keys are listened to here and sent as
/// [`Event::Key`]. What a meeting adds to the table is drawn once `meeting` has it.
pub fn mount(
    root: &web_sys::HtmlElement,
    view: ReadSignal<View>,
    meeting: ReadSignal<Option<MeetingScreens>>,
    dispatch: Dispatch,
) {
    let held = boot::hold(root);
    root.set_text_content(None);
    let page_root = root.clone();
    let handle = leptos::mount::mount_to(root.clone(), move || {
        keys::listen(&page_root, view, dispatch);
        dress(&page_root, view);
        in_language(page_root.clone(), view, meeting, dispatch).put(&page_root);
    });
    handle.forget();
    held.restore(root, dispatch);
}

/// Draws everything in the language of the view, and again when that changes.
fn in_language(
    root: web_sys::HtmlElement,
    view: ReadSignal<View>,
    meeting: ReadSignal<Option<MeetingScreens>>,
    dispatch: Dispatch,
) -> El {
    let focus = Rc::new(RefCell::new(None));
    let (asked, page_root) = (Rc::clone(&focus), root.clone());
    let language = move || {
        // Asked before anything is taken down: a dialog that closes moves the focus.
        asked.replace(boot::focused_id(&page_root));
        view.read().language
    };
    region(language, move |language| {
        if let Some(id) = focus.take() {
            boot::refocus(&root, id);
        }
        let words = Words::of(*language);
        let ui = Ui {
            view,
            dispatch,
            words,
        };
        page(ui, meeting, root.clone())
    })
}

fn page(ui: Ui, meeting: ReadSignal<Option<MeetingScreens>>, root: web_sys::HtmlElement) -> El {
    let screen = region(ui.part(kind), move |kind| match kind {
        Kind::Start => entry::start(ui),
        Kind::Name => entry::name(ui),
        Kind::Waiting => entry::waiting(ui),
        Kind::Table => table::table(ui, meeting),
        Kind::Handed => entry::handed(ui),
        Kind::Stopped => entry::stopped(ui),
        Kind::Desk(door) => entry::door(ui, *door),
    });
    // After the screen, so that it is drawn when the focus looks for its beginning.
    on_change(ui.part(kind), move || boot::focus_start(&root));
    group([
        screen,
        dialogs::dialogs(ui),
        notices::notices(ui),
        notices::spoken(ui),
    ])
}

/// Keeps the document's language, colours and nothing else of it up to date.
fn dress(root: &web_sys::HtmlElement, view: ReadSignal<View>) {
    let Some(html) = root
        .owner_document()
        .and_then(|page| page.document_element())
    else {
        return;
    };
    let theme = move || match view.read().theme {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let _followed = El::of(html)
        .attr_live("lang", move || Some(view.read().language.tag()))
        .attr_live("data-theme", move || Some(theme()));
}
