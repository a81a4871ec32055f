//! Rules of the session and the person's own settings.

use crate::poker::{Deck, DeckError, DeckKind, MAX_CARDS};
use crate::room::{Intent, Rules};
use crate::saved::{Kept, MAX_DECKS, Password, SETTINGS_KEY, TABLE_KEY, is_of_table, read_backup};

use super::ctx::Ctx;
use super::event::{DeskNews, Effect, Event};
use super::notices::Undo;
use super::prefs::Prefs;
use super::stage::{App, Stage};
use super::view::{DeckProblem, IceView, Language, NoticeText, Theme};

/// Longest list of servers kept as typed, in characters.
const MAX_TYPED_CHARS: usize = 2_000;

impl App {
    /// A change of the session's rules, wanted by the facilitator.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "`App::take` has sorted the events; the others never come here"
    )]
    pub(super) fn change_rules(&mut self, event: Event, ctx: &mut Ctx) {
        if let Event::DeckDeleted(at) = event {
            self.delete_deck(at, ctx);
            return;
        }
        if let Event::CustomDeck { name, text } = event {
            self.custom_deck(&name, &text, ctx);
            return;
        }
        let Some(table) = self.table() else { return };
        let mut rules = table.rules.clone();
        match event {
            Event::DeckChosen(at) => match self.deck_at(at) {
                Some(deck) => rules.deck = deck,
                None => return,
            },
            Event::AddOn(0, on) => rules.add_ons.infinity = on,
            Event::AddOn(1, on) => rules.add_ons.unsure = on,
            Event::AddOn(_, on) => rules.add_ons.coffee = on,
            Event::Anonymous(on) => rules.is_anonymous = on,
            Event::EveryoneRuns(on) => rules.everyone_runs = on,
            Event::AutoReveal(on) => rules.auto_reveal = on,
            Event::Comments(on) => rules.comments = on,
            _not_a_rule => return,
        }
        self.set_rules(rules, ctx);
    }

    fn set_rules(&mut self, rules: Rules, ctx: &mut Ctx) {
        self.want(|_, _| Intent::SetRules(Box::new(rules)), ctx);
    }

    /// The presets, then the person's own decks.
    pub(super) fn deck_at(&self, at: usize) -> Option<Deck> {
        match DeckKind::PRESETS.get(at) {
            Some(kind) => Some(Deck::preset(*kind)),
            None => self.prefs.decks.get(at - DeckKind::PRESETS.len()).cloned(),
        }
    }

    fn custom_deck(&mut self, name: &str, text: &str, ctx: &mut Ctx) {
        if name.trim().is_empty() {
            self.deck_form.problem = Some(DeckProblem::NoName);
            return;
        }
        match Deck::custom(name, text) {
            Ok(deck) => {
                self.deck_form.problem = None;
                self.deck_form.n_saved = self.deck_form.n_saved.wrapping_add(1);
                self.prefs.decks.retain(|one| one.name() != deck.name());
                self.prefs.decks.push(deck.clone());
                let n_over = self.prefs.decks.len().saturating_sub(MAX_DECKS);
                self.prefs.decks.drain(..n_over);
                self.prefs.keep_decks(ctx);
                if let Some(table) = self.table() {
                    let rules = Rules {
                        deck,
                        ..table.rules.clone()
                    };
                    self.set_rules(rules, ctx);
                }
            }
            Err(error) => self.deck_form.problem = Some(problem_of(error)),
        }
    }

    fn delete_deck(&mut self, at: usize, ctx: &mut Ctx) {
        if at >= self.prefs.decks.len() {
            return;
        }
        let deck = self.prefs.decks.remove(at);
        self.prefs.keep_decks(ctx);
        let text = NoticeText::DeckDeleted(deck.name().to_owned());
        self.notices
            .add_undo(text, Undo::Deck(at, deck), ctx.now_ms);
    }

    /// Brings back what a notice offers.
    pub(super) fn undo(&mut self, notice: u32, ctx: &mut Ctx) {
        match self.notices.take_undo(notice) {
            Some(Undo::Seat(seat)) => self.want(|_, _| Intent::Restore { seat }, ctx),
            Some(Undo::Deck(at, deck)) => {
                let at = at.min(self.prefs.decks.len());
                self.prefs.decks.insert(at, deck);
                self.prefs.keep_decks(ctx);
            }
            Some(Undo::Person(at, person)) => {
                let guests = &mut self.prefs.people.guests;
                guests.insert(at.min(guests.len()), person);
                self.prefs.keep_people(ctx);
            }
            Some(Undo::Table(kept)) => match &mut self.stage {
                // The old list stands before what has come since.
                Stage::Hosting(hosting) => hosting.host.bring_back(kept.stories),
                Stage::Start
                | Stage::Naming { .. }
                | Stage::Joining(_)
                | Stage::Returning(_)
                | Stage::Seated(_)
                | Stage::Handing(_)
                | Stage::Desk(_)
                | Stage::Stopped { .. } => self.prefs.keep_table(kept, ctx),
            },
            None => {}
        }
    }

    /// A change of the person's own settings; kept at once.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "`App::take` has sorted the events; the others never come here"
    )]
    pub(super) fn change_settings(&mut self, event: Event, ctx: &mut Ctx) {
        let settings = &mut self.prefs.settings;
        match event {
            Event::LanguageChosen(language) => {
                settings.language = language.map(|language| match language {
                    Language::English => String::from("en"),
                    Language::German => String::from("de"),
                });
            }
            Event::ThemeChosen(theme) => {
                settings.theme = match theme {
                    Theme::Auto => None,
                    Theme::Light => Some(String::from("light")),
                    Theme::Dark => Some(String::from("dark")),
                };
            }
            Event::SingleKeys(on) => settings.single_keys = on,
            Event::TimerLength(minutes) => settings.timer_minutes = minutes.clamp(1, 60),
            Event::IceChosen(choice) => {
                settings.ice = match choice {
                    IceView::Public => String::from("public"),
                    IceView::LanOnly => String::from("lan"),
                    IceView::Own => String::from("own"),
                };
                self.ice_changed(ctx);
            }
            Event::OwnServers(text) => {
                settings.own_servers = text.chars().take(MAX_TYPED_CHARS).collect();
                self.ice_changed(ctx);
            }
            Event::RendezvousChosen(on) => {
                settings.rendezvous = on;
                self.trackers_changed(ctx);
            }
            Event::TrackersGiven(text) => {
                settings.trackers = text.chars().take(MAX_TYPED_CHARS).collect();
                self.trackers_changed(ctx);
            }
            Event::TurnGiven {
                url,
                user,
                password,
            } => {
                settings.turn_url = short(&url);
                settings.turn_user = short(&user);
                settings.turn_password = Password(short(&password.0));
                self.ice_changed(ctx);
            }
            Event::BackupPressed => {
                ctx.ask(Effect::ReadDesk);
            }
            Event::DamagedCopyPressed => {
                if let Some(text) = self.prefs.damaged() {
                    let name = String::from("floret-damaged.txt");
                    ctx.ask(Effect::Download {
                        name,
                        mime: "text/plain",
                        text,
                    });
                }
            }
            Event::RestoreGiven(text) => self.restore(&text, ctx),
            _not_a_setting => return,
        }
        self.prefs.keep_settings(ctx);
    }

    fn ice_changed(&mut self, ctx: &mut Ctx) {
        let ice = self.prefs.ice();
        if let Stage::Hosting(hosting) = &mut self.stage {
            hosting.door.change_ice(ice, ctx);
        }
    }

    fn trackers_changed(&mut self, ctx: &mut Ctx) {
        let trackers = self.prefs.trackers();
        if let Stage::Hosting(hosting) = &mut self.stage {
            hosting.change_trackers(&trackers, ctx);
        }
    }

    fn restore(&mut self, text: &str, ctx: &mut Ctx) {
        // All of it or nothing: what is kept now is better than half a backup.
        let values = match read_backup(text) {
            Kept::Fine(values) => values,
            Kept::Damaged | Kept::Newer => Vec::new(),
        };
        let is_good = |(key, text): &(String, String)| Prefs::can_read(key, text);
        if values.is_empty() || !values.iter().all(is_good) {
            self.notices.add(NoticeText::RestoreRefused, ctx.now_ms);
            return;
        }
        let is_hosting = matches!(self.stage, Stage::Hosting(_));
        for (key, text) in values {
            // The table that is open here is newer than any backup of it.
            if key == TABLE_KEY && is_hosting {
                continue;
            }
            let text = if key == SETTINGS_KEY {
                self.prefs.with_kept_password(text)
            } else {
                text
            };
            if is_of_table(&key) {
                self.prefs.take(&key, &text, ctx);
            } else {
                ctx.ask(Effect::TellDesk(DeskNews::Kept {
                    key: key.clone(),
                    value: Some(text.clone()),
                }));
            }
            ctx.ask(Effect::Keep { key, text });
        }
        self.notices.add(NoticeText::Restored, ctx.now_ms);
    }

    /// Both halves in one file.
    pub(super) fn download_backup(&self, desk: &[(String, String)], ctx: &mut Ctx) {
        download_text("floret-backup.json", self.prefs.backup(desk), ctx);
    }
}

/// Addresses, user names and passwords have so many characters at most.
const MAX_TURN_CHARS: usize = 512;

/// What was typed or pasted into a box of one line.
fn short(text: &str) -> String {
    text.trim().chars().take(MAX_TURN_CHARS).collect()
}

fn problem_of(error: DeckError) -> DeckProblem {
    match error {
        DeckError::TooFew { n } => DeckProblem::TooFew(n),
        DeckError::TooMany { n } => DeckProblem::TooMany(n),
        DeckError::CardTooLong { card, .. } => DeckProblem::CardTooLong(card),
        DeckError::Duplicate { card } => DeckProblem::Twice(card),
        DeckError::Value { value, .. } => DeckProblem::NotANumber(value),
        DeckError::CardIsAddOn { card } => DeckProblem::AddOn(card),
        DeckError::CardUntrimmed { card } | DeckError::CardUnprintable { card } => {
            DeckProblem::Unprintable(card)
        }
        DeckError::CardEmpty { .. } => DeckProblem::Unprintable(String::new()),
        DeckError::NameTooLong { n_chars } => DeckProblem::NameTooLong(n_chars),
        DeckError::NameUnprintable => DeckProblem::NoName,
        DeckError::PresetChanged { .. } => DeckProblem::TooMany(MAX_CARDS),
    }
}

/// Offers a JSON text as a file.
pub(super) fn download_text(name: &str, text: String, ctx: &mut Ctx) {
    let name = name.to_owned();
    ctx.ask(Effect::Download {
        name,
        mime: "application/json",
        text,
    });
}
