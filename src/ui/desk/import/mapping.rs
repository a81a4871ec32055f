//! Where each column of a table goes, to be changed by hand.

use super::words::field;
use super::{of_import, tell};
use crate::desk::event::ImportEvent;
use crate::desk::view::ImportField;
use crate::ui::desk::{DeskUi, fields};
use crate::ui::parts::{El, el, para, region, region_if, tag};
use crate::words::fill;
use leptos::prelude::{Get, RwSignal, Set};
use web_sys::Element;

/// The columns, folded unless nothing could be made of them.
pub(super) fn mapping(ui: DeskUi) -> El {
    let headers = of_import(ui, |import| {
        let columns = import.columns.iter();
        columns
            .map(|column| column.header.clone())
            .collect::<Vec<_>>()
    });
    region(headers, move |headers| {
        (!headers.is_empty()).then(|| columns(ui, headers))
    })
}

fn columns(ui: DeskUi, headers: &[String]) -> El {
    let is_strange = leptos::prelude::untrack(of_import(ui, |import| {
        let mut columns = import.columns.iter();
        !columns.any(|column| column.to == Some(ImportField::Title))
    }));
    let is_open = RwSignal::new(is_strange);
    let summary = el("summary").add(ui.words.exchange_count.columns.of(headers.len()));
    let headers = headers.to_vec();
    // Hundreds of lists to choose from are made when somebody looks at them.
    let body = region_if(
        move || is_open.get(),
        move || {
            let columns = headers.iter().enumerate();
            let columns = columns.map(|(at, header)| column(ui, at, header));
            let columns = columns.collect::<Vec<_>>();
            tag("div", "import-columns").add(columns)
        },
    );
    let details = tag("details", "import-map").flag("open", move || is_open.get());
    let own = details.clone();
    details
        .on("toggle", move |_| {
            is_open.set(own.as_js::<Element>().has_attribute("open"));
        })
        .add([summary, para("note", ui.words.exchange.mapping_note), body])
}

fn column(ui: DeskUi, at: usize, header: &str) -> El {
    let say = ui.words.exchange;
    let label = fill(say.column, &[header]);
    let answers = move || {
        let fields = ImportField::MAPPABLE.into_iter();
        let fields = fields.map(|one| field(ui, one).to_owned());
        core::iter::once(say.leave_out.to_owned())
            .chain(fields)
            .collect()
    };
    let columns = of_import(ui, |import| import.columns.clone());
    let chosen = move || {
        let to = columns().get(at).and_then(|column| column.to);
        let mut fields = ImportField::MAPPABLE.into_iter();
        let place = to.and_then(|to| fields.position(|one| one == to));
        place.map_or(0, |place| place + 1)
    };
    let id = format!("column-{at}");
    fields::select(&id, &label, answers, chosen, move |answer| {
        let field = answer.checked_sub(1);
        let to = field.and_then(|place| ImportField::MAPPABLE.get(place).copied());
        tell(ui, ImportEvent::Mapped { column: at, to });
    })
}
