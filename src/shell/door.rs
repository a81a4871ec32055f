//! The one door between the table and the desk: loads the desk when it is first wanted.
//!
//! Everything that is reached only through [`enter`] is taken out of the first load.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::app::{DeskNews, DoorNews, Event};
use crate::browser::{page, spawn};
use crate::words::Language;

use super::Shell;

/// The desk on the screen; it leaves the screen when it is dropped.
pub(super) trait DeskHandle {
    /// Tells it something.
    fn hear(&self, news: DeskNews);
}

/// What the desk is given on its way in.
pub(super) struct Handover {
    /// Where to begin, without `#`.
    pub(super) fragment: String,
    pub(super) language: Language,
    /// The page's own loop.
    pub(super) page: Rc<Shell>,
}

/// The browser could not load the desk.
#[derive(Debug)]
pub(super) struct Shut;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Shut {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Loads the desk, once, and puts it on the screen.
#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(desk, fallible)]
fn enter(handover: Handover) -> Result<Rc<dyn DeskHandle>, Shut> {
    Ok(super::desk::open(handover))
}

/// Puts the desk on the screen; in a program of one piece it is always there.
#[cfg(not(feature = "split"))]
#[expect(
    clippy::unused_async,
    reason = "loaded from a file of its own elsewhere"
)]
async fn enter(handover: Handover) -> Result<Rc<dyn DeskHandle>, Shut> {
    Ok(super::desk::open(handover))
}

/// Whether the desk is open, and which wish is the newest.
#[derive(Default)]
pub(super) struct Door {
    desk: RefCell<Option<Rc<dyn DeskHandle>>>,
    wish: Cell<u32>,
}

impl Door {
    /// Loads the desk and puts it on the screen; answered by [`Event::Desk`].
    pub(super) fn open(&self, fragment: String, language: Language, shell: &Rc<Shell>) {
        let wish = self.wish.get().wrapping_add(1);
        self.wish.set(wish);
        let shell = Rc::clone(shell);
        spawn(async move {
            let handover = Handover {
                fragment,
                language,
                page: Rc::clone(&shell),
            };
            let entered = enter(handover).await;
            let door = &shell.hands.door;
            if door.wish.get() != wish {
                // Nobody waits for it any more.
                return;
            }
            let news = match entered {
                Ok(desk) => {
                    door.desk.replace(Some(desk));
                    DoorNews::Opened
                }
                Err(Shut) => DoorNews::Refused {
                    reason: String::from("its file could not be loaded"),
                    is_online: page::online(),
                },
            };
            shell.tell(Event::Desk(news));
        });
    }

    /// Tells the desk, if it is open.
    pub(super) fn tell(&self, news: DeskNews) {
        let desk = self.desk.borrow().clone();
        if let Some(desk) = desk {
            desk.hear(news);
        }
    }

    /// Takes the desk off the screen, or off its way there.
    pub(super) fn close(&self) {
        self.wish.set(self.wish.get().wrapping_add(1));
        let desk = self.desk.take();
        drop(desk);
    }
}
