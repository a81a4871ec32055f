//! The ways in: a box to paste into, a file to pick or to drop.

use super::{import_of, of_import, tell};
use crate::desk::event::ImportEvent;
use crate::ui::desk::DeskUi;
use crate::ui::parts::{El, labels, listen, on_change, tag};
use crate::words::fill;
use leptos::prelude::{Get, RwSignal, Set, untrack};
use wasm_bindgen::JsCast;
use web_sys::{MouseEvent, Node};

/// The box and the file, side by side where there is room.
pub(super) fn give(ui: DeskUi) -> El {
    let is_over = RwSignal::new(false);
    let room = tag("div", "import-give")
        .class_if("over", move || is_over.get())
        .add([paste(ui), file(ui)]);
    let own = room.node().clone();
    listen(
        room.node(),
        "dragover",
        Box::new(move |_| is_over.set(true)),
    );
    listen(room.node(), "drop", Box::new(move |_| is_over.set(false)));
    listen(
        room.node(),
        "dragleave",
        Box::new(move |event| {
            let to = event.dyn_ref().and_then(MouseEvent::related_target);
            let to = to.and_then(|to| to.dyn_into::<Node>().ok());
            is_over.set(to.is_some_and(|to| own.contains(Some(&to))));
        }),
    );
    room
}

fn paste(ui: DeskUi) -> El {
    let say = ui.words.exchange;
    let input = tag("textarea", "input").attrs(&[
        ("id", "import-text"),
        ("rows", "6"),
        ("spellcheck", "false"),
        ("autocomplete", "off"),
        ("placeholder", say.paste_hint),
    ]);
    // Told once: what is typed stands in the box already.
    let told = untrack(|| import_of(&ui.look()).map(|import| import.text.to_string()));
    input.write(&told.unwrap_or_default());
    let own = input.clone();
    let input = input.on("input", move |_| {
        tell(ui, ImportEvent::Typed(own.value()));
    });
    let emptied = input.clone();
    let file = of_import(ui, |import| import.file.clone());
    on_change(file, move || {
        if untrack(file).is_some() {
            emptied.write("");
        }
    });
    tag("div", "field").add([labels("import-text", say.paste), input])
}

/// A real file box, whose word looks like a button; the edge reads what is picked.
fn file(ui: DeskUi) -> El {
    let say = ui.words.exchange;
    let input = tag("input", "file-box").attrs(&[("id", "import-file"), ("type", "file")]);
    let pick = tag("label", "btn")
        .attr("for", "import-file")
        .add(say.pick_file);
    let file = of_import(ui, |import| import.file.clone());
    let name = tag("p", "note").text(move || {
        let name = file();
        name.map_or_else(|| say.drop_here.to_owned(), |name| fill(say.file, &[&name]))
    });
    tag("div", "import-drop").add([input, pick, name])
}
