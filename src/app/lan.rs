//! The address of this computer as its person typed it, for networks on which browsers'
//! `.local` names lead nowhere. Known as long as the page is open, never kept.

use crate::wire::Address;

use super::ctx::Ctx;
use super::stage::{App, Stage};
use super::view::LanView;

/// Longest text taken from the box, in characters; an IPv6 address has 45.
const MAX_CHARS: usize = 64;

/// What was typed, and what it means.
#[derive(Debug, Default)]
pub(super) struct Lan {
    text: String,
    address: Option<Address>,
}

impl Lan {
    pub(super) fn given(text: &str) -> Self {
        let text: String = text.trim().chars().take(MAX_CHARS).collect();
        let address = Address::parse_lan(&text);
        Self { text, address }
    }

    pub(super) fn view(&self) -> LanView {
        let is_wrong = self.address.is_none() && !self.text.is_empty();
        LanView {
            in_use: self.address.as_ref().map(Address::text),
            problem: is_wrong.then(|| self.text.clone()),
        }
    }
}

impl App {
    /// The own invite or reply carries what was typed.
    pub(super) fn follow_lan(&mut self, ctx: &mut Ctx) {
        let address = self.lan.address.as_ref();
        match &mut self.stage {
            Stage::Hosting(hosting) => hosting.set_lan(address, ctx.now_ms),
            Stage::Joining(joining) => joining.set_lan(address, ctx),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Seated(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => {}
        }
    }
}
