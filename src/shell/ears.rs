//! What the page hears from the browser, as events.

use std::rc::{Rc, Weak};

use crate::app::{DeskNews, Event, is_of_table};
use crate::browser::page::{self, OnlineWatch};
use crate::browser::tabs::Tabs;
use crate::browser::ticker::Ticker;
use crate::browser::{Listener, storage};

use super::Shell;

/// Four times a second: enough for a countdown in seconds and the heartbeat.
const TICK_MS: u32 = 250;

/// All tabs of this browser that show this site meet under this name.
const TABS_NAME: &str = "floret";

/// Everything that listens; silent when dropped.
pub(super) struct Ears {
    pub(super) tabs: Option<Tabs>,
    _ticker: Ticker,
    _online: OnlineWatch,
    _listeners: [Listener; 4],
}

/// Begins to listen.
pub(super) fn listen(shell: &Rc<Shell>) -> Ears {
    let tell = |shell: &Rc<Shell>| {
        let weak: Weak<Shell> = Rc::downgrade(shell);
        move |event: Event| {
            if let Some(shell) = weak.upgrade() {
                shell.tell(event);
            }
        }
    };
    let (tick, tab, fragment, leave, kept, online) = (
        tell(shell),
        tell(shell),
        tell(shell),
        tell(shell),
        tell(shell),
        tell(shell),
    );
    let desk = Rc::downgrade(shell);
    Ears {
        tabs: Tabs::join(TABS_NAME, move |bytes| tab(Event::Tab(bytes))).ok(),
        _ticker: Ticker::start(TICK_MS, move || tick(Event::Tick)),
        _online: page::on_online_change(move |is_online| online(Event::Online(is_online))),
        _listeners: [
            page::on_fragment_change(move |to| fragment(Event::FragmentChanged(to))),
            page::on_leave(move || leave(Event::Leaving)),
            storage::watch(move |key, value| {
                if is_of_table(&key) {
                    kept(Event::KeptElsewhere { key, value });
                } else if let Some(shell) = desk.upgrade() {
                    shell.hands.door.tell(DeskNews::Kept { key, value });
                }
            }),
            // The connections of a page that was set aside are closed: begin anew.
            page::on_return(|| {
                // Refused only where the page is going away anyhow.
                let _ = page::reload();
            }),
        ],
    }
}
