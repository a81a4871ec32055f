//! The desk's screens: draws `desk::DeskView`, sends `desk::DeskEvent`, knows nothing else.
//!
//! One file per screen. All of it is loaded with the desk, its style sheet included.

mod assistant;
mod backlog;
mod checklist;
mod drag;
mod drag_lists;
mod export;
mod fields;
mod frame;
mod gate;
mod gate_link;
mod gate_point;
mod import;
mod pack;
mod packed;
mod plan;
mod prepare;
mod records;
mod say;
mod secret;
mod steps;
mod story;
mod story_gate;
mod story_gate_acts;
mod ticket;

use super::parts::{El, Part, group, on_change, region, tag};
use super::{Dispatch, Ui, boot};
use crate::app::event::Event;
use crate::desk::DeskEvent;
use crate::desk::view::{
    BacklogView, ChecklistView, DeskScreen, DeskView, GateView, PlanView, PrepareView, RecordView,
    RecordsView, SharedReadyView, SharedView, StoryScreen,
};
use crate::words::{DeskWords, Words};
use leptos::prelude::ReadSignal;
use web_sys::HtmlElement;

/// Loaded with the desk: the page's own sheet carries none of it.
const STYLE: &str = concat!(
    include_str!("style/desk.css"),
    include_str!("style/rich.css")
);

/// What every component of the desk holds.
pub(super) type DeskUi = Ui<DeskView, DeskEvent, DeskWords>;

/// Draws the desk into `root` and keeps it true to `view` as long as the current owner
/// lives. `page` leads to the page's own program, for its settings.
pub fn mount_desk(
    root: &HtmlElement,
    view: ReadSignal<DeskView>,
    dispatch: Dispatch<DeskEvent>,
    page: Dispatch<Event>,
) {
    super::parts::el("style").add(STYLE).put(root);
    let language = move || leptos::prelude::Read::read(&view).language;
    let page_root = root.clone();
    let all = region(language, move |language| {
        let words = DeskWords::of(*language);
        let ui = Ui {
            view,
            dispatch,
            words,
        };
        draw(ui, page, &page_root)
    });
    all.put(root);
    boot::focus_start(root);
}

fn draw(ui: DeskUi, page: Dispatch<Event>, root: &HtmlElement) -> El {
    let screen = region(ui.part(|view| view.page.clone()), move |_| screen(ui));
    // After the screen, so that it is drawn when the focus looks for its beginning.
    let shown = root.clone();
    on_change(ui.part(|view| view.page.clone()), move || {
        boot::focus_start(&shown);
    });
    frame::name_page(ui, root);
    group([
        tag("div", "desk").add([
            frame::header(ui, page),
            super::parts::el("main").add(screen),
        ]),
        frame::notices(ui),
        frame::spoken(ui),
    ])
}

/// One screen; drawn anew with every page.
fn screen(ui: DeskUi) -> El {
    let kind = ui.part(|view| Kind::of(&view.screen));
    region(kind, move |kind| match kind {
        Kind::Backlog => backlog::backlog(ui),
        Kind::Story => story::story(ui),
        Kind::Prepare => prepare::prepare(ui),
        Kind::NoStory => story::gone(ui),
        Kind::Checklist => checklist::checklist(ui),
        Kind::Plan => plan::plan(ui),
        Kind::Records => records::records(ui),
        Kind::Record => records::record(ui),
        Kind::NoRecord => records::gone(ui),
        Kind::BadRecord => records::bad(ui),
        Kind::Ready => gate::gate(ui),
        Kind::Shared => checklist::shared(ui),
        Kind::SharedReady => gate_link::shared(ui),
        Kind::Packed => packed::packed(ui),
    })
}

/// Which screen is shown, without its content.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Backlog,
    Story,
    Prepare,
    NoStory,
    Checklist,
    Plan,
    Records,
    Record,
    NoRecord,
    BadRecord,
    Ready,
    Shared,
    SharedReady,
    Packed,
}

impl Kind {
    fn of(screen: &DeskScreen) -> Self {
        match screen {
            DeskScreen::Backlog(_) => Self::Backlog,
            DeskScreen::Story(_) => Self::Story,
            DeskScreen::Prepare(_) => Self::Prepare,
            DeskScreen::NoStory => Self::NoStory,
            DeskScreen::Checklist(_) => Self::Checklist,
            DeskScreen::Plan(_) => Self::Plan,
            DeskScreen::Records(_) => Self::Records,
            DeskScreen::Record(_) => Self::Record,
            DeskScreen::NoRecord => Self::NoRecord,
            DeskScreen::BadRecord(_) => Self::BadRecord,
            DeskScreen::Ready(_) => Self::Ready,
            DeskScreen::Shared(_) => Self::Shared,
            DeskScreen::SharedReady(_) => Self::SharedReady,
            DeskScreen::Packed(_) => Self::Packed,
        }
    }
}

/// Declares how a screen reads its own part of the view: the default where another
/// screen is shown.
macro_rules! looks {
    ($(#[$meta:meta])* $name:ident: $screen:ident, $view:ty) => {
        $(#[$meta])*
        fn $name<T: Default + 'static>(
            self,
            pick: fn(&$view) -> T,
        ) -> impl Fn() -> T + Copy + 'static {
            move || {
                if let DeskScreen::$screen(shown) = &self.look().screen {
                    pick(shown)
                } else {
                    T::default()
                }
            }
        }
    };
}

impl DeskUi {
    looks!(
        /// Part of the list of stories.
        backlog: Backlog, BacklogView
    );
    looks!(
        /// Part of one story.
        story: Story, StoryScreen
    );
    looks!(
        /// Part of guided preparation.
        prepare: Prepare, PrepareView
    );
    looks!(
        /// Part of the four lists.
        checklist: Checklist, ChecklistView
    );
    looks!(
        /// Part of the planned session.
        plan: Plan, PlanView
    );
    looks!(
        /// Part of the list of records.
        records: Records, RecordsView
    );
    looks!(
        /// Part of one record.
        record: Record, RecordView
    );
    looks!(
        /// Part of the Definition of Ready.
        gate: Ready, GateView
    );
    looks!(
        /// Part of what came as a link.
        shared: Shared, SharedView
    );
    looks!(
        /// Part of a Definition of Ready that came as a link.
        shared_ready: SharedReady, SharedReadyView
    );

    /// Words of the whole page, `Close` and the like.
    fn page_words(self) -> &'static Words {
        Words::of(self.words.language)
    }
}

/// The list of stories, while it is shown.
fn list_of(view: &DeskView) -> Option<&BacklogView> {
    if let DeskScreen::Backlog(list) = &view.screen {
        Some(list)
    } else {
        None
    }
}

/// The heading at which a screen begins.
fn beginning(title: &str) -> El {
    super::parts::el("h1")
        .attrs(&[("data-start", ""), ("tabindex", "-1")])
        .add(title)
}
