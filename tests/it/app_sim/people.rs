//! What people do and see, in their own words.

use floret::app::view::{Notice, NoticeText, ReplyOutcome, Screen, TableView};
use floret::app::{CopyWhat, Event, View};

use super::browser::TabId;
use super::world::{BASE, World};

impl World {
    pub(super) fn view(&self, tab: TabId) -> View {
        self.tabs[tab].app.view()
    }

    pub(super) fn screen(&self, tab: TabId) -> Screen {
        self.view(tab).screen
    }

    /// The table as this tab shows it.
    pub(super) fn table(&self, tab: TabId) -> TableView {
        match self.screen(tab) {
            Screen::Table(table) => *table,
            other => panic!("no table: {other:?}"),
        }
    }

    pub(super) fn says(&self, tab: TabId, text: &NoticeText) -> Option<Notice> {
        self.view(tab)
            .notices
            .into_iter()
            .find(|notice| notice.text == *text)
    }

    /// Opens a table and waits for its link.
    pub(super) fn host(&mut self, name: &str) -> TabId {
        let browser = self.browser();
        let tab = self.open(browser, BASE);
        self.tell(tab, Event::StartPoker);
        self.tell(tab, Event::NameGiven(name.to_owned()));
        self.run(500);
        tab
    }

    pub(super) fn link(&self, host: TabId) -> String {
        self.table(host).invite.link.unwrap()
    }

    /// Opens the link in a new browser and gives a name.
    pub(super) fn answer(&mut self, link: &str, name: &str) -> TabId {
        let browser = self.browser();
        let tab = self.open(browser, link);
        self.tell(tab, Event::NameGiven(name.to_owned()));
        tab
    }

    /// The reply link on the clipboard of a guest.
    pub(super) fn reply(&self, guest: TabId) -> String {
        let mut copies = self.tabs[guest].copies.iter().rev();
        copies
            .find(|(what, _)| *what == CopyWhat::Reply)
            .unwrap()
            .1
            .clone()
    }

    pub(super) fn paste(&mut self, tab: TabId, text: &str) {
        self.tell(tab, Event::RepliesGiven(text.to_owned()));
    }

    /// A host and guests, all seated; the first tab is the host's.
    pub(super) fn meeting(seed: u64, n_guests: usize) -> (Self, Vec<TabId>) {
        let mut world = Self::new(seed);
        let host = world.host("Host");
        let mut tabs = vec![host];
        for at in 0..n_guests {
            let link = world.link(host);
            let guest = world.answer(&link, &format!("Guest {at}"));
            world.run(1_600);
            let reply = world.reply(guest);
            world.paste(host, &reply);
            world.run(400);
            tabs.push(guest);
        }
        assert_eq!(world.table(host).seats.len(), n_guests + 1);
        (world, tabs)
    }

    pub(super) fn outcomes(&self, tab: TabId) -> Vec<ReplyOutcome> {
        self.table(tab).invite.outcomes
    }
}
