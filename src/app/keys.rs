//! Single keys at the table. Off while a text field has focus (the edge sees to
//! that), while a dialog is open, or by the person's choice (WCAG 2.1.4).

use super::event::Event;
use super::stage::{App, Stage};
use super::view::Panel;

impl App {
    /// What a key means here and now.
    pub(super) fn event_of_key(&self, key: &str) -> Option<Event> {
        let is_table = matches!(self.stage, Stage::Hosting(_) | Stage::Seated(_));
        if !is_table || self.panel.is_some() || self.guard.is_some() {
            return None;
        }
        if key == "F1" {
            return Some(Event::PanelOpened(Panel::Help));
        }
        if key == "Escape" {
            return Some(Event::VoteTakenBack);
        }
        if !self.prefs.settings.single_keys {
            return None;
        }
        let mut characters = key.chars();
        let (Some(character), None) = (characters.next(), characters.next()) else {
            return None;
        };
        match character.to_ascii_lowercase() {
            digit @ '0'..='9' => {
                let choice = self.table()?.hand().choice_of_key(digit)?;
                Some(Event::CardPicked(choice))
            }
            'v' => Some(Event::RevealPressed),
            'r' => Some(Event::VoteAgain),
            'n' => Some(self.event_of_next()),
            'p' => Some(Event::LookBack),
            't' => Some(Event::TimerToggled),
            _no_meaning => None,
        }
    }

    /// The next story: the one after the one looked at, or a new one.
    fn event_of_next(&self) -> Event {
        let looks_back = match &self.stage {
            Stage::Hosting(hosting) => hosting.local.looking_at.is_some(),
            Stage::Seated(seated) => seated.local.looking_at.is_some(),
            Stage::Start
            | Stage::Naming { .. }
            | Stage::Joining(_)
            | Stage::Returning(_)
            | Stage::Handing(_)
            | Stage::Desk(_)
            | Stage::Stopped { .. } => false,
        };
        if looks_back {
            Event::LookForward
        } else {
            Event::NextStory
        }
    }
}
