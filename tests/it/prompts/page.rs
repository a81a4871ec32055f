//! A desk with one story whose preparation is open, on a pretended browser.

use floret::desk::event::{
    AssistantEvent, BacklogEvent, DictationOffer, Field, HelpFound, ModelId, ModelNews, ModelOffer,
    PrepareEvent, SpeechId, SpeechNews, StoryEvent,
};
use floret::desk::view::{AssistantView, DeskScreen, DeskView, PrepareView};
use floret::desk::{Abilities, Desk, DeskBoot, DeskCtx, DeskEffect, DeskEvent, DeskPage};
use floret::prompt::Wish;
use floret::saved::Password;
use floret::story::{DraftForm, StoryId};
use floret::words::Language;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

pub(super) struct Page {
    desk: Desk,
    ctx: DeskCtx,
    pub(super) story: StoryId,
}

impl Page {
    /// A browser that knows of models and dictation.
    pub(super) fn new() -> Self {
        Self::with(
            Abilities {
                can_share: false,
                has_dictation: true,
                has_model: true,
            },
            Vec::new(),
        )
    }

    pub(super) fn with(abilities: Abilities, kept: Vec<(String, String)>) -> Self {
        let boot = DeskBoot {
            page: DeskPage::Backlog,
            language: Language::English,
            kept,
            storage_blocked: false,
            base: String::from("https://floret.example/"),
            abilities,
        };
        let mut ctx = DeskCtx::new(ChaCha20Rng::from_seed([7; 32]));
        let mut page = Self {
            desk: Desk::open(boot, &mut ctx),
            ctx,
            story: StoryId::default(),
        };
        let title = String::from("Export for Acme");
        page.tell(DeskEvent::Backlog(BacklogEvent::StoryAdded(title)));
        page.story = match page.desk.view().screen {
            DeskScreen::Backlog(list) => list.rows[0].id,
            other => panic!("{other:?}"),
        };
        page
    }

    /// With an address of the person's own switched on, `Acme` confidential, and the
    /// preparation of the story open.
    pub(super) fn with_address() -> Self {
        let mut page = Self::new();
        page.open();
        page.set("https://api.example.org/v1", "sk-secret");
        page.assist(AssistantEvent::Switched(true));
        page
    }

    /// Opens the story and its preparation.
    pub(super) fn open(&mut self) -> Vec<DeskEffect> {
        self.tell(DeskEvent::Opened(DeskPage::Story(self.story)));
        self.prepare(self.story)
    }

    /// Opens a story's preparation; what was asked for beside the address.
    pub(super) fn prepare(&mut self, story: StoryId) -> Vec<DeskEffect> {
        let mut effects = self.tell(DeskEvent::Prepare(PrepareEvent::Opened(story)));
        effects.retain(|effect| !matches!(effect, DeskEffect::SetFragment(_)));
        effects
    }

    pub(super) fn set(&mut self, address: &str, key: &str) -> Vec<DeskEffect> {
        self.assist(AssistantEvent::SettingsGiven {
            address: address.to_owned(),
            key: Password(key.to_owned()),
            model: String::from("small-1"),
            confidential: String::from("Acme"),
        })
    }

    pub(super) fn found(&mut self, model: ModelOffer, dictation: DictationOffer) {
        self.tell(DeskEvent::HelpFound(HelpFound::Model(model)));
        self.tell(DeskEvent::HelpFound(HelpFound::Dictation(dictation)));
    }

    /// Asks for a draft and sends it; the question's name.
    pub(super) fn ask(&mut self) -> ModelId {
        self.press_ask();
        let sent = self.assist(AssistantEvent::SendPressed);
        match sent.as_slice() {
            [DeskEffect::AskModel { id, .. }] => *id,
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn press_ask(&mut self) -> Vec<DeskEffect> {
        self.assist(AssistantEvent::AskPressed {
            story: self.story,
            wish: Wish::Draft,
            form: DraftForm::default(),
        })
    }

    pub(super) fn news(&mut self, id: ModelId, news: ModelNews) -> Vec<DeskEffect> {
        self.tell(DeskEvent::Model(id, news))
    }

    pub(super) fn speech(&mut self, id: SpeechId, news: SpeechNews) -> Vec<DeskEffect> {
        self.tell(DeskEvent::Speech(id, news))
    }

    pub(super) fn assist(&mut self, event: AssistantEvent) -> Vec<DeskEffect> {
        self.tell(DeskEvent::Assistant(event))
    }

    pub(super) fn tell(&mut self, event: DeskEvent) -> Vec<DeskEffect> {
        self.desk.update(event, &mut self.ctx)
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

    pub(super) fn type_into(&mut self, field: Field, text: &str) {
        let typed = StoryEvent::Typed(field, text.to_owned());
        self.tell(DeskEvent::Story(self.story, typed));
    }

    pub(super) fn view(&self) -> DeskView {
        self.desk.view()
    }

    pub(super) fn screen(&self) -> PrepareView {
        match self.view().screen {
            DeskScreen::Prepare(screen) => *screen,
            other => panic!("{other:?}"),
        }
    }

    /// What helps with the story.
    pub(super) fn helper(&self) -> AssistantView {
        self.screen().assistant
    }
}
