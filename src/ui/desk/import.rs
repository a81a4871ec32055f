//! The import: giving it a text or a file, seeing what would come in, taking it in.

mod found;
mod give;
mod mapping;
mod reasons;
mod words;

use super::{DeskUi, list_of};
use crate::desk::DeskEvent;
use crate::desk::event::ImportEvent;
use crate::desk::view::{ImportFound, ImportPhase, ImportView};
use crate::ui::parts::{El, act, act_if, el, on_change, para, region, region_if, tag};
use crate::words::fill;
use leptos::prelude::{request_animation_frame, untrack};

pub(super) use words::taken;

/// The button that opens the import, and closes it.
pub(super) fn button(ui: DeskUi) -> El {
    let is_open = is_open(ui);
    let button = tag("button", "btn")
        .attr("type", "button")
        .attr_live("aria-expanded", move || {
            Some(if is_open() { "true" } else { "false" })
        })
        .on("click", move |_| {
            tell(
                ui,
                if untrack(is_open) {
                    ImportEvent::Closed
                } else {
                    ImportEvent::Opened
                },
            );
        })
        .add(ui.words.backlog.import);
    let own = button.clone();
    on_change(is_open, move || {
        let own = own.clone();
        if !untrack(is_open) {
            request_animation_frame(move || own.focus());
        }
    });
    button
}

/// Whether the import is open.
pub(super) fn is_open(ui: DeskUi) -> impl Fn() -> bool + Copy + 'static {
    ui.backlog(|list| list.import.is_some())
}

/// The import, while it is open.
pub(super) fn import(ui: DeskUi) -> El {
    region_if(is_open(ui), move || {
        let say = ui.words.exchange;
        let heading = el("h2")
            .attrs(&[("id", "import-title"), ("tabindex", "-1")])
            .add(say.title);
        let shown = heading.clone();
        request_animation_frame(move || shown.focus());
        tag("section", "paper import")
            .attr("aria-labelledby", "import-title")
            .add([heading, para("lead", say.lead)])
            .add([give::give(ui), progress(ui), status(ui)])
            .add([mapping::mapping(ui), found::found(ui), ways(ui)])
    })
}

/// How far it is, and a way to stop it.
fn progress(ui: DeskUi) -> El {
    let say = ui.words.exchange;
    let phase = of_import(ui, |import| import.phase);
    let is_busy = move || percent(phase()).is_some();
    region_if(is_busy, move || {
        let bar = tag("div", "import-bar")
            .attrs(&[
                ("role", "progressbar"),
                ("aria-label", say.progress),
                ("aria-valuemin", "0"),
                ("aria-valuemax", "100"),
            ])
            .attr_live("aria-valuenow", move || {
                percent(phase()).map(|percent| percent.to_string())
            })
            .style("--done", move || {
                format!("{}%", percent(phase()).unwrap_or_default())
            });
        let text = el("span").text(move || {
            let (text, percent) = match phase() {
                ImportPhase::Waiting | ImportPhase::Ready => return String::new(),
                ImportPhase::Reading(percent) => (say.reading, percent),
                ImportPhase::Taking(percent) => (say.taking, percent),
            };
            fill(text, &[&percent.to_string()])
        });
        let stop = passing(ui, say.stop, ImportEvent::Stopped);
        let line = tag("div", "row").add([text, stop]);
        tag("div", "import-progress").add([bar, line])
    })
}

/// A button that goes when it is pressed: the focus goes to the title.
fn passing(ui: DeskUi, label: &str, event: ImportEvent) -> El {
    let button = act(ui, "btn small", label, DeskEvent::Import(event));
    let own = button.clone();
    button.on("click", move |_| {
        let page = own.node().owner_document();
        let title = page.and_then(|page| page.get_element_by_id("import-title"));
        if let Some(title) = title {
            El::of(title).focus();
        }
    })
}

fn percent(phase: ImportPhase) -> Option<u8> {
    match phase {
        ImportPhase::Waiting | ImportPhase::Ready => None,
        ImportPhase::Reading(percent) | ImportPhase::Taking(percent) => Some(percent),
    }
}

/// The result in one sentence, for eyes and ears; always there, often empty.
fn status(ui: DeskUi) -> El {
    let is_ready = of_import(ui, |import| import.phase == ImportPhase::Ready);
    let text = move || {
        let view = ui.look();
        let found = import_of(&view).and_then(|import| import.found.clone());
        let found = found.filter(|_| is_ready());
        found.map_or_else(String::new, |found| words::summary(ui, &found))
    };
    let problem = region(of_import(ui, |import| import.problem), move |problem| {
        problem.map(|problem| para("warn", reasons::of_file(ui, problem)))
    });
    tag("div", "import-status")
        .attr("role", "status")
        .add([el("p").text(text), problem])
}

/// `Take them in`, and the way out.
fn ways(ui: DeskUi) -> El {
    let may = of_import(ui, |import| {
        let n = |found: &ImportFound| found.new.n + found.changed.n;
        let n = import.found.as_deref().map_or(0, n);
        import.phase == ImportPhase::Ready && n > 0
    });
    let common = &ui.page_words().common;
    let take = DeskEvent::Import(ImportEvent::Taken);
    let close = DeskEvent::Import(ImportEvent::Closed);
    tag("div", "row").add([
        act_if(ui, "btn primary", ui.words.exchange.take_over, may, take),
        act(ui, "btn quiet", common.cancel, close),
    ])
}

fn import_of(view: &crate::desk::DeskView) -> Option<&ImportView> {
    list_of(view)?.import.as_ref()
}

/// Part of the import; the default while it is closed.
fn of_import<T: Default + 'static>(
    ui: DeskUi,
    pick: fn(&ImportView) -> T,
) -> impl Fn() -> T + Copy + 'static {
    move || import_of(&ui.look()).map(pick).unwrap_or_default()
}

fn tell(ui: DeskUi, event: ImportEvent) {
    ui.send(DeskEvent::Import(event));
}
