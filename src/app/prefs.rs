//! The person's own settings, decks and storage, as this page knows them.

use litemap::LiteMap;

use crate::poker::Deck;
use crate::saved::{
    self, AGENDA_KEY, AHEAD_PREFIX, Agenda, DAMAGED_PREFIX, DECKS_KEY, Kept, KeptSettings,
    KeptTable, KeptTyped, KnownPeople, PEOPLE_KEY, PLAYED_KEY, SETTINGS_KEY, TABLE_KEY,
    TYPED_PREFIX,
};

use super::ahead::Ahead;
use super::ctx::Ctx;
use super::event::{Boot, Effect};
use super::view::{Language, StorageView, Theme};

/// Browsers grant about 5 million characters; at four fifths it is time to say so.
const NEARLY_FULL_UNITS: usize = 4_000_000;

/// Settings, decks and what is known of the storage.
#[derive(Debug)]
pub(super) struct Prefs {
    /// The page's address without fragment.
    pub(super) base: String,
    pub(super) settings: KeptSettings,
    pub(super) decks: Vec<Deck>,
    pub(super) table: Option<KeptTable>,
    pub(super) people: KnownPeople,
    /// Stories planned for the table of this browser.
    pub(super) agenda: Agenda,
    /// Cards kept with packs.
    pub(super) ahead: Ahead,
    pub(super) storage: StorageView,
    /// Everything kept, as text, for the backup.
    texts: LiteMap<String, String>,
    /// Keys whose text is of a newer program: never written.
    untouchable: Vec<String>,
    browser_language: Language,
}

impl Prefs {
    /// Reads what the page found; damaged texts are set aside under another key.
    pub(super) fn read(boot: &Boot, ctx: &mut Ctx) -> Self {
        let mut prefs = Self {
            base: boot.base.clone(),
            settings: KeptSettings::default(),
            decks: Vec::new(),
            table: None,
            people: KnownPeople::default(),
            agenda: Agenda::default(),
            ahead: Ahead::default(),
            storage: if boot.storage_blocked {
                StorageView::Blocked
            } else {
                StorageView::Fine
            },
            texts: crate::order::map(boot.kept.iter().cloned()),
            untouchable: Vec::new(),
            browser_language: preferred(&boot.languages),
        };
        if prefs
            .texts
            .keys()
            .any(|key| key.starts_with(DAMAGED_PREFIX))
        {
            prefs.storage = StorageView::Damaged;
        }
        let keys = [
            SETTINGS_KEY,
            DECKS_KEY,
            TABLE_KEY,
            PEOPLE_KEY,
            AGENDA_KEY,
            PLAYED_KEY,
        ];
        let typed = prefs.keys(TYPED_PREFIX).into_iter();
        for key in keys.into_iter().map(str::to_owned).chain(typed) {
            if let Some(text) = prefs.texts.get(&key).cloned() {
                prefs.take(&key, &text, ctx);
            }
        }
        prefs.read_ahead();
        prefs
    }

    /// Takes a kept text as this page's own; also when another tab has written it.
    pub(super) fn take(&mut self, key: &str, text: &str, ctx: &mut Ctx) {
        self.texts.insert(key.to_owned(), text.to_owned());
        let verdict = match key {
            SETTINGS_KEY => put(saved::read_settings(text), &mut self.settings),
            DECKS_KEY => put(saved::read_decks(text), &mut self.decks),
            TABLE_KEY => put(map_some(saved::read_table(text)), &mut self.table),
            PEOPLE_KEY => put(saved::read_people(text), &mut self.people),
            AGENDA_KEY => put(saved::read_agenda(text), &mut self.agenda),
            PLAYED_KEY => put(saved::read_played(text), &mut self.ahead.played),
            key if key.starts_with(TYPED_PREFIX) => {
                put(saved::read_typed(text), &mut KeptTyped::default())
            }
            _foreign => Verdict::Fine,
        };
        match verdict {
            // Whoever put it in place of a newer program's text meant it.
            Verdict::Fine => self.untouchable.retain(|one| one != key),
            Verdict::Damaged => self.set_aside(key, text, ctx),
            Verdict::Newer => {
                self.storage = StorageView::Newer;
                self.untouchable.push(key.to_owned());
            }
        }
        if key.starts_with(AHEAD_PREFIX) {
            self.read_ahead();
        }
    }

    /// Whether this program understands a kept text.
    pub(super) fn can_read(key: &str, text: &str) -> bool {
        match key {
            SETTINGS_KEY => matches!(saved::read_settings(text), Kept::Fine(_)),
            DECKS_KEY => matches!(saved::read_decks(text), Kept::Fine(_)),
            TABLE_KEY => matches!(saved::read_table(text), Kept::Fine(_)),
            PEOPLE_KEY => matches!(saved::read_people(text), Kept::Fine(_)),
            _foreign => true,
        }
    }

    fn set_aside(&mut self, key: &str, text: &str, ctx: &mut Ctx) {
        self.storage = StorageView::Damaged;
        let copy = format!("{DAMAGED_PREFIX}{key}");
        self.texts.insert(copy.clone(), text.to_owned());
        ctx.ask(Effect::Keep {
            key: copy,
            text: text.to_owned(),
        });
    }

    /// Another tab removed a value.
    pub(super) fn lose(&mut self, key: &str) {
        self.texts.remove(key);
        match key {
            TABLE_KEY => self.table = None,
            AGENDA_KEY => self.agenda = Agenda::default(),
            _ahead if key.starts_with(AHEAD_PREFIX) => self.read_ahead(),
            _another => {}
        }
    }

    /// Keeps a text, unless a newer program's is in its place.
    pub(super) fn keep(&mut self, key: &str, text: String, ctx: &mut Ctx) {
        if self.untouchable.iter().any(|one| one == key) || self.texts.get(key) == Some(&text) {
            return;
        }
        self.texts.insert(key.to_owned(), text.clone());
        ctx.ask(Effect::Keep {
            key: key.to_owned(),
            text,
        });
    }

    pub(super) fn keep_settings(&mut self, ctx: &mut Ctx) {
        self.keep(SETTINGS_KEY, saved::write_settings(&self.settings), ctx);
    }

    pub(super) fn keep_decks(&mut self, ctx: &mut Ctx) {
        self.keep(DECKS_KEY, saved::write_decks(&self.decks), ctx);
    }

    pub(super) fn keep_table(&mut self, table: KeptTable, ctx: &mut Ctx) {
        let text = saved::write_table(&table);
        self.table = Some(table);
        self.keep(TABLE_KEY, text, ctx);
    }

    /// What is planned for the table of this browser; nothing: no plan.
    pub(super) fn keep_agenda(&mut self, agenda: Agenda, ctx: &mut Ctx) {
        self.agenda = agenda;
        if self.agenda.stories.is_empty() {
            self.forget(AGENDA_KEY, ctx);
        } else {
            self.keep(AGENDA_KEY, saved::write_agenda(&self.agenda), ctx);
        }
    }

    pub(super) fn keep_people(&mut self, ctx: &mut Ctx) {
        self.keep(PEOPLE_KEY, saved::write_people(&self.people), ctx);
    }

    /// A kept text.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// Keys of kept texts that begin so.
    pub(super) fn keys(&self, prefix: &str) -> Vec<String> {
        let keys = self.texts.keys().filter(|key| key.starts_with(prefix));
        keys.cloned().collect()
    }

    /// Forgets a text, unless a newer program's is in its place.
    pub(super) fn forget(&mut self, key: &str, ctx: &mut Ctx) {
        let is_ours = !self.untouchable.iter().any(|one| one == key);
        if is_ours && self.texts.remove(key).is_some() {
            ctx.ask(Effect::Forget {
                key: key.to_owned(),
            });
        }
    }

    /// Forgets the kept table and hands it back, for an undo.
    pub(super) fn forget_table(&mut self, ctx: &mut Ctx) -> Option<KeptTable> {
        if self.untouchable.iter().any(|one| one == TABLE_KEY) {
            return None;
        }
        self.texts.remove(TABLE_KEY);
        ctx.ask(Effect::Forget {
            key: TABLE_KEY.to_owned(),
        });
        self.table.take()
    }

    /// Nearly everything that browsers grant a site is used.
    pub(super) fn is_nearly_full(&self) -> bool {
        let n_units: usize = self
            .texts
            .iter()
            .map(|(key, text)| key.len() + text.len())
            .sum();
        n_units >= NEARLY_FULL_UNITS
    }

    /// Everything kept, with what the desk keeps, as one file.
    pub(super) fn backup(&self, desk: &[(String, String)]) -> String {
        let desk = desk.iter().map(|(key, text)| (key, text));
        let all = self.texts.iter().chain(desk);
        saved::backup(all.map(|(key, text)| (key.as_str(), text.as_str())))
    }

    /// The settings of a backup, which has no password: the one kept here stays if it is
    /// for the same server and user.
    pub(super) fn with_kept_password(&self, text: String) -> String {
        let Kept::Fine(mut settings) = saved::read_settings(&text) else {
            return text;
        };
        let kept = &self.settings;
        let is_same = settings.turn_url == kept.turn_url && settings.turn_user == kept.turn_user;
        if !is_same || !settings.turn_password.0.is_empty() {
            return text;
        }
        settings.turn_password = kept.turn_password.clone();
        saved::write_settings(&settings)
    }

    /// Damaged texts that were set aside.
    pub(super) fn damaged(&self) -> Option<String> {
        let texts: Vec<_> = self
            .texts
            .iter()
            .filter(|(key, _)| key.starts_with(DAMAGED_PREFIX))
            .map(|(key, text)| format!("{key}\n{text}\n"))
            .collect();
        (!texts.is_empty()).then(|| texts.join("\n"))
    }

    /// The language spoken.
    pub(super) fn language(&self) -> Language {
        self.chosen_language().unwrap_or(self.browser_language)
    }

    pub(super) fn chosen_language(&self) -> Option<Language> {
        match self.settings.language.as_deref() {
            Some("en") => Some(Language::English),
            Some("de") => Some(Language::German),
            _none_or_unknown => None,
        }
    }

    pub(super) fn theme(&self) -> Theme {
        match self.settings.theme.as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _none_or_unknown => Theme::Auto,
        }
    }
}

enum Verdict {
    Fine,
    Damaged,
    Newer,
}

fn put<T>(kept: Kept<T>, place: &mut T) -> Verdict {
    match kept {
        Kept::Fine(value) => {
            *place = value;
            Verdict::Fine
        }
        Kept::Damaged => Verdict::Damaged,
        Kept::Newer => Verdict::Newer,
    }
}

fn map_some<T>(kept: Kept<T>) -> Kept<Option<T>> {
    match kept {
        Kept::Fine(value) => Kept::Fine(Some(value)),
        Kept::Damaged => Kept::Damaged,
        Kept::Newer => Kept::Newer,
    }
}

/// The first language we speak among those preferred; English otherwise.
fn preferred(languages: &[String]) -> Language {
    languages
        .iter()
        .find_map(|tag| match tag.split('-').next() {
            Some("de") => Some(Language::German),
            Some("en") => Some(Language::English),
            _another => None,
        })
        .unwrap_or(Language::English)
}
