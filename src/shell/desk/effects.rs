//! What the desk wishes, done with the browser's means.

use std::rc::Rc;

use crate::app::{DoorNews, PlannedStory, PlannedTable, is_of_table};
use crate::browser::storage::StorageError;
use crate::browser::{clipboard, console, files, page, share, spawn, storage};
use crate::desk::{DeskEffect, DeskEvent, KeepProblem, TablePlan};

use super::{DeskShell, assistant};

/// Does one thing.
pub(super) fn perform(effect: DeskEffect, shell: &Rc<DeskShell>) {
    match effect {
        DeskEffect::Keep { key, text } => {
            keep(key.clone(), &text, shell);
            tell_table(key, Some(text), shell);
        }
        DeskEffect::Forget { key } => {
            // What cannot be removed is not kept either.
            let _ = storage::remove(&key);
            tell_table(key, None, shell);
        }
        DeskEffect::Copy { what, text } => {
            let shell = Rc::downgrade(shell);
            clipboard::copy(&text, move |ok| {
                super::tell(&shell, DeskEvent::Copied { what, ok });
            });
        }
        DeskEffect::Share { title, url } => share::share(&title, "", &url, |_| {}),
        DeskEffect::Download { name, mime, text } => {
            log_refusal(files::download(&name, mime, &text));
        }
        DeskEffect::Print => page::print(),
        DeskEffect::SetFragment(fragment) => log_refusal(page::push_fragment(&fragment)),
        DeskEffect::GoHome => shell.tell_page(DoorNews::Left),
        DeskEffect::OpenTable(plan) => {
            shell.tell_page(DoorNews::Planned(Box::new(planned(*plan))));
        }
        DeskEffect::Wake { after_ms } => {
            let shell = Rc::downgrade(shell);
            spawn(async move {
                crate::browser::wait(after_ms).await;
                super::tell(&shell, DeskEvent::Tick);
            });
        }
        DeskEffect::SeekHelp { language } => assistant::seek(language, shell),
        DeskEffect::AskModel { id, via } => shell.helpers.ask(id, via, shell),
        DeskEffect::StopModel { id } => shell.helpers.stop(id),
        DeskEffect::AskTracker { id, request, token } => {
            shell.trackers.ask(id, &request, &token, shell);
        }
        DeskEffect::StopTracker { id } => shell.trackers.stop(id),
        DeskEffect::Dictate {
            id,
            language,
            on_device,
        } => shell.helpers.dictate(id, language, on_device, shell),
        DeskEffect::StopDictation { id } => shell.helpers.finish(id),
    }
}

fn keep(key: String, text: &str, shell: &Rc<DeskShell>) {
    let problem = match storage::save(&key, text) {
        Ok(()) => return,
        Err(StorageError::Full) => KeepProblem::Full,
        Err(StorageError::Blocked | StorageError::Other(_)) => KeepProblem::Blocked,
    };
    shell.tell(DeskEvent::NotKept { key, problem });
}

/// The browser tells other tabs only.
fn tell_table(key: String, value: Option<String>, shell: &Rc<DeskShell>) {
    if is_of_table(&key) {
        shell.tell_page(DoorNews::Kept { key, value });
    }
}

fn planned(plan: TablePlan) -> PlannedTable {
    let stories = plan.stories.into_iter().map(|story| PlannedStory {
        id: story.id.to_string(),
        title: [story.key, story.title].join(" "),
        link: story.link,
    });
    PlannedTable {
        goal: plan.goal,
        stories: stories.collect(),
        meeting: Some(Box::new(plan.meeting)),
    }
}

fn log_refusal(result: Result<(), crate::browser::BrowserError>) {
    if let Err(error) = result {
        console::debug(&error.to_string());
    }
}
