//! What came of the votes: the result, its bars, earlier rounds.

use super::estimate::estimate;
use crate::app::event::Event;
use crate::app::view::{BarView, ResultView};
use crate::ui::parts::{El, act, el, group, para, region, region_if, tag};
use crate::ui::{Ui, say};
use crate::words::fill;

/// The column beside the table; its place is kept before there is a result.
pub(super) fn column(ui: Ui) -> El {
    let has_result = ui.table(|table| table.result.is_some());
    let content = region(has_result, move |has_result| {
        if *has_result {
            group([newest(ui), estimate(ui)])
        } else {
            empty(ui)
        }
    });
    let earlier = region(ui.table(|table| table.earlier.clone()), move |rounds| {
        (!rounds.is_empty()).then(|| earlier_rounds(ui, rounds))
    });
    group(content).add(" ").add(earlier)
}

fn newest(ui: Ui) -> El {
    // What a person may offer changes without the result: drawn on its own.
    let result = ui.table(|table| {
        let mut result = table.result.clone()?;
        result.explain = None;
        Some(result)
    });
    let body = region(result, move |result| {
        result.as_ref().map(|result| body(ui, result))
    });
    tag("section", "result")
        .attr("aria-label", ui.words.result.label)
        .add(body)
}

fn empty(ui: Ui) -> El {
    let say = &ui.words.result;
    let ghosts = tag("div", "ghosts").attr("aria-hidden", "true");
    tag("div", "result empty").add([
        el("h2").add(say.empty_title),
        para("note", say.empty_note),
        ghosts.add(["i"; 4].map(el)),
    ])
}

fn body(ui: Ui, result: &ResultView) -> El {
    let say = &ui.words.result;
    let low = result.lowest.as_deref().unwrap_or_default();
    let high = result.highest.as_deref().unwrap_or_default();
    let talk = result.spread.map(|(_, talk)| {
        let (title, note) = say::talk(ui.words, talk, low, high);
        [el("h2").add(title), para("talk", note)]
    });
    let nothing = (result.n_votes == 0).then(|| para("talk", say.nothing_cast));
    let exposed = result
        .exposed
        .map(|why| para("warn", say::exposed(ui.words, why)));
    group(talk)
        .add([nothing, Some(stats(ui, result))])
        .add([Some(bars(ui, say.votes, &result.bars)), exposed])
        .add(explain(ui, result.extremes))
        .add(comments(ui, &result.comments))
        .add(verified(ui, result.verified))
}

fn stats(ui: Ui, result: &ResultView) -> El {
    let say = &ui.words.result;
    let agreement = result.agreement.map(|percent| format!("{percent} %"));
    let stats = [
        (say.average, &result.average),
        (say.median, &result.median),
        (say.agreement, &agreement),
    ];
    tag("div", "stats").add(stats.map(|(label, value)| {
        let value = value.as_deref()?;
        Some(para("stat", [label, " "]).add(el("b").add(value)))
    }))
}

fn bars(ui: Ui, label: &str, bars: &[BarView]) -> El {
    let list = tag("ul", "bars").attr("aria-label", label);
    let list = bars
        .iter()
        .fold(list, |list, bar| list.add(one_bar(ui, bar)));
    let mut named = bars.iter().filter(|bar| !bar.names.is_empty()).peekable();
    if named.peek().is_none() {
        return list;
    }
    let who = tag("ul", "named").attr("aria-label", ui.words.result.who_voted);
    let who = named.fold(who, |who, bar| {
        let who_cast = ui.words.names(&bar.names);
        who.add(el("li").add(fill(ui.words.result.vote_of, &[&bar.label, &who_cast])))
    });
    group([list, who])
}

/// Its text reads `5: 3 votes`.
fn one_bar(ui: Ui, bar: &BarView) -> El {
    let count = usize::try_from(bar.count).unwrap_or(usize::MAX);
    let votes = ui.words.count.votes.of(count);
    let class = match (bar.is_mode, bar.is_add_on) {
        (true, true) => "mode extra",
        (true, false) => "mode",
        (false, true) => "extra",
        (false, false) => "",
    };
    let length = format!("--length: {}%;", bar.length);
    let room = tag("span", "bar-room")
        .attr("aria-hidden", "true")
        .add(tag("span", "bar-fill").attr("style", &length));
    let colon = tag("span", "vh").add(":");
    tag("li", class)
        .add(tag("span", "bar-label").add(bar.label.as_str()).add(colon))
        .add(" ")
        .add(room)
        .add(tag("span", "bar-count").add(votes))
}

fn explain(ui: Ui, extremes: Option<(u32, u32)>) -> El {
    let counts = &ui.words.count;
    let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let told = extremes.map(|(low, high)| {
        let (low, high) = (counts.low.of(count(low)), counts.high.of(count(high)));
        para("talk", fill(ui.words.result.extremes, &[&low, &high]))
    });
    let is_offered = ui.table(|table| {
        let result = table.result.as_ref();
        result.is_some_and(|result| result.explain.is_some())
    });
    let button = region_if(is_offered, move || explain_button(ui));
    tag("div", "explain").add(told).add(button)
}

fn explain_button(ui: Ui) -> El {
    let may = ui.table(|table| table.is_linked);
    let is_on = ui.table(|table| {
        let result = table.result.as_ref();
        result.is_some_and(|result| result.explain == Some(true))
    });
    let toggle = move || ui.send(Event::Explain(!is_on()));
    tag("button", "btn small toggle")
        .attr("type", "button")
        .attr_live("aria-pressed", move || {
            Some(if is_on() { "true" } else { "false" })
        })
        .flag("disabled", move || !may())
        .on("click", move |_| leptos::prelude::untrack(toggle))
        .add(ui.words.result.explain)
}

fn comments(ui: Ui, comments: &[(Option<String>, String)]) -> Option<[El; 2]> {
    let title = ui.words.result.comments;
    let list = tag("ul", "comments").attr("aria-label", title);
    let list = comments.iter().fold(list, |list, (name, text)| {
        let name = name.as_deref().map(|name| el("b").add([name, ": "]));
        list.add(el("li").add(name).add(el("span").add(text.as_str())))
    });
    (!comments.is_empty()).then(|| [el("h3").add(title), list])
}

fn verified(ui: Ui, (checked, published): (usize, usize)) -> El {
    let say = &ui.words.result;
    let counts = [checked.to_string(), published.to_string()];
    let text = fill(say.verified, &counts.each_ref().map(String::as_str));
    let note = tag("span", "vh").add([". ", say.verified_note]);
    let text = el("p").attr("title", say.verified_note).add(text).add(note);
    let event = Event::DownloadTranscript;
    tag("div", "verified").add([text, act(ui, "btn quiet small", say.transcript, event)])
}

fn earlier_rounds(ui: Ui, rounds: &[ResultView]) -> El {
    let label = ui.words.result.earlier;
    let section = tag("section", "earlier")
        .attr("aria-label", label)
        .add(el("h2").add(label));
    rounds.iter().rev().fold(section, |section, round| {
        let title = fill(ui.words.round.number, &[&round.number.to_string()]);
        section.add(tag("div", "earlier-round").add([
            el("h3").add(title.as_str()),
            stats(ui, round),
            bars(ui, &title, &round.bars),
        ]))
    })
}
