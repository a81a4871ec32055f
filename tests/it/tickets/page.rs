//! A desk with one story on its page, on a pretended browser.

use floret::desk::effect::TicketRequest;
use floret::desk::event::{
    Answered, BacklogEvent, Field, StoryEvent, TicketEvent, TicketId, TicketNews,
};
use floret::desk::view::{
    DeskNoticeText, DeskScreen, DeskView, LeavingView, TicketStep, TicketView,
};
use floret::desk::{Abilities, Desk, DeskBoot, DeskCtx, DeskEffect, DeskEvent, DeskPage};
use floret::saved::Password;
use floret::story::StoryId;
use floret::words::Language;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

pub(super) const GITHUB: &str = "https://github.com/o/r/issues/7";
pub(super) const GITLAB: &str = "https://gitlab.com/g/sub/p/-/issues/7";
pub(super) const TOKEN: &str = "ghp_secret";

/// The comment of the story.
pub(super) const COMMENT: &str = "**Estimate:** 5";

pub(super) struct Page {
    desk: Desk,
    ctx: DeskCtx,
    pub(super) story: StoryId,
    /// What the browser keeps.
    pub(super) kept: Vec<(String, String)>,
}

impl Page {
    /// One story, estimated 5, with this address; its page is open.
    pub(super) fn at(link: &str) -> Self {
        let mut page = Self::with(Vec::new());
        let title = String::from("Pay by invoice");
        page.tell(DeskEvent::Backlog(BacklogEvent::StoryAdded(title)));
        page.story = match page.view().screen {
            DeskScreen::Backlog(list) => list.rows[0].id,
            other => panic!("{other:?}"),
        };
        page.open();
        page.write(Field::Link, link);
        page.write(Field::Estimate, "5");
        page
    }

    /// The same, switched on and with tokens for both trackers.
    pub(super) fn ready(link: &str) -> Self {
        let mut page = Self::at(link);
        page.act(TicketEvent::Switched(true));
        page.token("github.com", TOKEN);
        page.token("gitlab.com", TOKEN);
        page
    }

    /// A browser that has kept this.
    pub(super) fn with(kept: Vec<(String, String)>) -> Self {
        let mut ctx = DeskCtx::new(ChaCha20Rng::from_seed([9; 32]));
        ctx.now_ms = 1_700_000_000_000;
        let boot = DeskBoot {
            page: DeskPage::Backlog,
            language: Language::English,
            kept: kept.clone(),
            storage_blocked: false,
            base: String::from("https://floret.example/"),
            abilities: Abilities::default(),
        };
        Self {
            desk: Desk::open(boot, &mut ctx),
            ctx,
            story: StoryId::default(),
            kept,
        }
    }

    /// The page is closed and opened again.
    pub(super) fn reload(&self) -> Self {
        let mut page = Self::with(self.kept.clone());
        page.story = self.story;
        page.open();
        page
    }

    pub(super) fn open(&mut self) {
        self.tell(DeskEvent::Opened(DeskPage::Story(self.story)));
    }

    pub(super) fn write(&mut self, field: Field, text: &str) {
        let typed = StoryEvent::Typed(field, text.to_owned());
        self.tell(DeskEvent::Story(self.story, typed));
    }

    pub(super) fn token(&mut self, host: &str, token: &str) {
        self.act(TicketEvent::TokenGiven {
            host: host.to_owned(),
            token: Password(token.to_owned()),
        });
    }

    pub(super) fn act(&mut self, event: TicketEvent) -> Vec<DeskEffect> {
        self.tell(DeskEvent::Ticket(event))
    }

    /// What is shown when `Send to …` is pressed.
    pub(super) fn press(&mut self) -> LeavingView {
        self.act(TicketEvent::Pressed(self.story));
        match self.ticket().step {
            TicketStep::Shown(leaving) => *leaving,
            other => panic!("{other:?}"),
        }
    }

    /// Sends what is shown: the request, and its name.
    pub(super) fn send(&mut self) -> (TicketId, TicketRequest) {
        let effects = self.act(TicketEvent::SendPressed);
        asked(&effects).expect("a request")
    }

    /// The tracker answers.
    pub(super) fn answer(&mut self, id: TicketId, status: u16, body: &str) -> Vec<DeskEffect> {
        let body = body.as_bytes().to_vec();
        let answered = Answered {
            status,
            body,
            ..Answered::default()
        };
        self.tell(DeskEvent::Tracker(id, TicketNews::Answered(answered)))
    }

    pub(super) fn tell(&mut self, event: DeskEvent) -> Vec<DeskEffect> {
        self.ctx.now_ms += 1;
        let effects = self.desk.update(event, &mut self.ctx);
        for effect in &effects {
            if let DeskEffect::Keep { key, text } = effect {
                self.kept.retain(|(other, _)| other != key);
                self.kept.push((key.clone(), text.clone()));
            } else if let DeskEffect::Forget { key } = effect {
                self.kept.retain(|(other, _)| other != key);
            }
        }
        effects
    }

    /// Lets seconds pass, one after the other.
    pub(super) fn seconds(&mut self, n: i64) -> Vec<DeskEffect> {
        let mut effects = Vec::new();
        for _ in 0..n {
            self.ctx.now_ms += 1_000;
            effects.extend(self.tell(DeskEvent::Tick));
        }
        effects
    }

    pub(super) fn view(&self) -> DeskView {
        self.desk.view()
    }

    pub(super) fn notices(&self) -> Vec<DeskNoticeText> {
        let notices = self.view().notices.into_iter();
        notices.map(|notice| notice.text).collect()
    }

    pub(super) fn ticket(&self) -> TicketView {
        match self.view().screen {
            DeskScreen::Story(screen) => screen.ticket,
            other => panic!("{other:?}"),
        }
    }

    /// What came of it.
    pub(super) fn over(&self) -> (Result<String, floret::exchange::Trouble>, Option<bool>) {
        match self.ticket().step {
            TicketStep::Over {
                comment, estimate, ..
            } => (comment, estimate.map(|it| it.is_ok())),
            other => panic!("{other:?}"),
        }
    }
}

/// The request among what was asked for.
pub(super) fn asked(effects: &[DeskEffect]) -> Option<(TicketId, TicketRequest)> {
    effects.iter().find_map(|effect| {
        if let DeskEffect::AskTracker { id, request, token } = effect {
            assert_eq!(token.0, TOKEN);
            Some((*id, request.clone()))
        } else {
            None
        }
    })
}
