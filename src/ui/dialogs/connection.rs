//! The panel `Connection`: which way each link of this browser takes.

use super::network::test;
use crate::app::view::{LinkView, OwnLink, WayView};
use crate::ui::parts::{El, el, group, icon, para, region, region_if, tag};
use crate::ui::{Ui, say};
use crate::words::fill;

/// One's own link, every way, and what the words mean.
pub(super) fn connection(ui: Ui) -> El {
    let say = &ui.words.connection;
    let own = region(ui.table(|table| table.connection.own.clone()), move |own| {
        own.as_ref().map(|own| own_link(ui, own))
    });
    let ways = region(
        ui.table(|table| table.connection.ways.clone()),
        move |ways| ways.iter().map(|one| way(ui, one)).collect::<Vec<_>>(),
    );
    let is_alone = ui.table(|table| table.connection.ways.is_empty());
    group([
        own,
        region_if(is_alone, move || para("note", say.alone)),
        tag("ul", "ways-list")
            .attr("aria-label", say.ways)
            .add(ways),
        para("note", say.note),
        test(ui),
    ])
}

fn own_link(ui: Ui, own: &OwnLink) -> El {
    let (sign, words) = say::link(ui.words, own.link, own.waited.as_deref());
    tag("p", "lead own-link").add([icon(sign), el("span").add(words)])
}

fn way(ui: Ui, way: &WayView) -> El {
    let say = &ui.words.connection;
    let (sign, state) = say::link(ui.words, way.link, way.waited.as_deref());
    let text = match &way.path {
        Some(path) => {
            let kind = if path.is_relayed {
                say.relayed
            } else {
                say.direct
            };
            let time = path.round_trip_ms.as_ref();
            let time = time.map(|ms| fill(say.round_trip, &[ms]));
            let state = (way.link == LinkView::Slow).then_some(state);
            let parts = [state, Some(kind.to_owned()), time];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        None if way.is_linked() => say.finding.into(),
        None => state,
    };
    el("li").add([
        icon(sign),
        el("span")
            .add(tag("span", "way-name").add(way.name.as_str()))
            .add([": ", &text]),
    ])
}
