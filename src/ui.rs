//! What people see and press: draws `app::View`, sends `app::Event`, knows nothing else.
//!
//! [`mount`] replaces the static first screen of `index.html`; [`takeover`] tells
//! what was done there before the program arrived.

mod boot;
mod dialogs;
mod entry;
mod keys;
mod notices;
mod parts;
mod say;
mod table;

pub use boot::{Takeover, takeover};

use crate::app::event::Event;
use crate::app::view::{Screen, TableView, Theme, View};
use crate::words::Words;
use leptos::callback::{Callable, UnsyncCallback};
use leptos::prelude::*;

/// Sends events to the program; a cheap handle that every component copies.
#[derive(Clone, Copy)]
pub struct Dispatch(UnsyncCallback<Event>);

impl Dispatch {
    /// A handle that calls `send` for each event.
    pub fn new(send: impl Fn(Event) + 'static) -> Self {
        Self(UnsyncCallback::new(send))
    }

    /// Sends one event.
    pub fn send(self, event: Event) {
        self.0.run(event);
    }
}

/// What every component holds: the view, the words of its language, the way out.
#[derive(Clone, Copy)]
pub(crate) struct Ui {
    view: ReadSignal<View>,
    dispatch: Dispatch,
    words: &'static Words,
}

impl Ui {
    /// Sends one event.
    fn send(self, event: Event) {
        self.dispatch.send(event);
    }

    /// A part of the view, computed at each use: for texts and attributes.
    fn part<T: Send + Sync + 'static>(self, pick: fn(&View) -> T) -> Signal<T> {
        Signal::derive(move || self.view.with(pick))
    }

    /// A part of the view that wakes its users only when it changes: for branches.
    fn slice<T: PartialEq + Send + Sync + 'static>(self, pick: fn(&View) -> T) -> Memo<T> {
        Memo::new(move |_| self.view.with(pick))
    }

    /// As [`Ui::part`], of the table; the default where there is none.
    fn table<T: Default + Send + Sync + 'static>(self, pick: fn(&TableView) -> T) -> Signal<T> {
        Signal::derive(move || self.view.with(|view| at_table(view, pick)))
    }

    /// As [`Ui::slice`], of the table.
    fn table_slice<T>(self, pick: fn(&TableView) -> T) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.view.with(|view| at_table(view, pick)))
    }
}

fn at_table<T: Default>(view: &View, pick: fn(&TableView) -> T) -> T {
    match &view.screen {
        Screen::Table(table) => pick(table),
        Screen::Start(_)
        | Screen::Name(_)
        | Screen::Waiting(_)
        | Screen::Handed(_)
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
}

fn kind(view: &View) -> Kind {
    match view.screen {
        Screen::Start(_) => Kind::Start,
        Screen::Name(_) => Kind::Name,
        Screen::Waiting(_) => Kind::Waiting,
        Screen::Table(_) => Kind::Table,
        Screen::Handed(_) => Kind::Handed,
        Screen::Stopped(_) => Kind::Stopped,
    }
}

/// Draws the page into `root` and keeps it true to `view` as long as the tab lives.
///
/// Whatever the static page showed is replaced; typed text, caret and focus of its
/// name form are carried over. Single keys are listened to here and sent as
/// [`Event::Key`].
pub fn mount(root: &web_sys::HtmlElement, view: ReadSignal<View>, dispatch: Dispatch) {
    let held = boot::hold(root);
    root.set_text_content(None);
    let page_root = root.clone();
    let handle = leptos::mount::mount_to(root.clone(), move || {
        keys::listen(view, dispatch);
        dress(&page_root, view);
        in_language(page_root, view, dispatch)
    });
    handle.forget();
    held.restore(root, dispatch);
}

/// Draws everything in the language of the view, and again when that changes.
fn in_language(
    root: web_sys::HtmlElement,
    view: ReadSignal<View>,
    dispatch: Dispatch,
) -> impl IntoView {
    let root = StoredValue::new_local(root);
    let focus = StoredValue::new(None::<String>);
    let language = Memo::new(move |_| {
        // Asked before anything is taken down: a dialog that closes moves the focus.
        focus.set_value(root.with_value(boot::focused_id));
        view.with(|view| view.language)
    });
    move || {
        let words = Words::of(language.get());
        if let Some(id) = focus.get_value() {
            root.with_value(|root| boot::refocus(root, id));
        }
        page(
            Ui {
                view,
                dispatch,
                words,
            },
            root,
        )
        .into_any()
    }
}

fn page(ui: Ui, root: StoredValue<web_sys::HtmlElement, LocalStorage>) -> impl IntoView {
    let shown = ui.slice(kind);
    Effect::new(move |before: Option<Kind>| {
        let now = shown.get();
        if before.is_some_and(|before| before != now) {
            root.with_value(boot::focus_start);
        }
        now
    });
    view! {
        {move || match shown.get() {
            Kind::Start => entry::start(ui),
            Kind::Name => entry::name(ui),
            Kind::Waiting => entry::waiting(ui),
            Kind::Table => table::table(ui),
            Kind::Handed => entry::handed(ui),
            Kind::Stopped => entry::stopped(ui),
        }}
        {dialogs::dialogs(ui)}
        {notices::notices(ui)}
        {notices::spoken(ui)}
    }
}

/// Keeps the document's language, colours and nothing else of it up to date.
fn dress(root: &web_sys::HtmlElement, view: ReadSignal<View>) {
    let Some(html) = root
        .owner_document()
        .and_then(|page| page.document_element())
    else {
        return;
    };
    let html = StoredValue::new_local(html);
    let look = Memo::new(move |_| view.with(|view| (view.language, view.theme)));
    Effect::new(move |_| {
        let (language, theme) = look.get();
        let theme = match theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        html.with_value(|html| {
            // Refused only for names that are no attribute names.
            let _ = html.set_attribute("lang", language.tag());
            let _ = html.set_attribute("data-theme", theme);
        });
    });
}
