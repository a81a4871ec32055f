//! What came of the votes: the result, its bars, earlier rounds.

use super::estimate::estimate;
use crate::app::event::Event;
use crate::app::view::{BarView, ResultView};
use crate::ui::parts::{act, para};
use crate::ui::{Ui, say};
use crate::words::fill;
use leptos::prelude::*;

/// The column beside the table; its place is kept before there is a result.
pub(super) fn column(ui: Ui) -> AnyView {
    // What a person may offer changes without the result: drawn on its own.
    let result = ui.table_slice(|table| {
        table.result.clone().map(|result| ResultView {
            explain: None,
            ..result
        })
    });
    let has_result = Memo::new(move |_| result.with(Option::is_some));
    let earlier = ui.table_slice(|table| table.earlier.clone());
    let content = move || {
        if has_result.get() {
            view! {
                <section class="result" aria-label=ui.words.result.label>
                    {move || result.get().map(|result| body(ui, &result))}
                </section>
                {estimate(ui)}
            }
            .into_any()
        } else {
            empty(ui)
        }
    };
    let before = move || {
        let rounds = earlier.get();
        (!rounds.is_empty()).then(|| earlier_rounds(ui, &rounds))
    };
    view! { {content} {before} }.into_any()
}

fn empty(ui: Ui) -> AnyView {
    let say = &ui.words.result;
    view! {
        <div class="result empty">
            <h2>{say.empty_title}</h2>
            <p class="note">{say.empty_note}</p>
            <div class="ghosts" aria-hidden="true"><i></i><i></i><i></i><i></i></div>
        </div>
    }
    .into_any()
}

fn body(ui: Ui, result: &ResultView) -> AnyView {
    let say = &ui.words.result;
    let (low, high) = (
        result.lowest.clone().unwrap_or_default(),
        result.highest.clone().unwrap_or_default(),
    );
    let talk = result.spread.map(|(_, talk)| {
        let (title, note) = say::talk(ui.words, talk, &low, &high);
        view! { <h2>{title}</h2> <p class="talk">{note}</p> }
    });
    let nothing = (result.n_votes == 0).then(|| para("talk", say.nothing_cast));
    let exposed = result
        .exposed
        .map(|why| para("warn", say::exposed(ui.words, why)));
    view! {
        {talk}
        {nothing}
        {stats(ui, result)}
        {bars(ui, say.votes, &result.bars)}
        {exposed}
        {explain(ui, result.extremes)}
        {comments(ui, &result.comments)}
        {verified(ui, result.verified)}
    }
    .into_any()
}

fn stats(ui: Ui, result: &ResultView) -> AnyView {
    let say = &ui.words.result;
    let agreement = result.agreement.map(|percent| format!("{percent} %"));
    let stats = [
        (say.average, result.average.clone()),
        (say.median, result.median.clone()),
        (say.agreement, agreement),
    ];
    let drawn: Vec<_> = stats
        .into_iter()
        .filter_map(|(label, value)| {
            value.map(|value| view! { <p class="stat">{label} " " <b>{value}</b></p> })
        })
        .collect();
    view! { <div class="stats">{drawn}</div> }.into_any()
}

fn bars(ui: Ui, label: impl Into<String>, bars: &[BarView]) -> AnyView {
    let drawn: Vec<_> = bars.iter().map(|bar| one_bar(ui, bar)).collect();
    let named: Vec<_> = bars
        .iter()
        .filter(|bar| !bar.names.is_empty())
        .map(|bar| {
            let names = ui.words.names(&bar.names);
            view! { <li>{fill(ui.words.result.vote_of, &[&bar.label, &names])}</li> }
        })
        .collect();
    let who = (!named.is_empty()).then(|| {
        view! { <ul class="named" aria-label=ui.words.result.who_voted>{named}</ul> }
    });
    view! {
        <ul class="bars" aria-label=label.into()>{drawn}</ul>
        {who}
    }
    .into_any()
}

/// Its text reads `5: 3 votes`.
fn one_bar(ui: Ui, bar: &BarView) -> impl IntoView + use<> {
    let votes = ui
        .words
        .count
        .votes
        .of(usize::try_from(bar.count).unwrap_or(usize::MAX));
    view! {
        <li class:mode=bar.is_mode class:extra=bar.is_add_on>
            <span class="bar-label">{bar.label.clone()}<span class="vh">":"</span></span>
            " "
            <span class="bar-room" aria-hidden="true">
                <span class="bar-fill" style=("--length", format!("{}%", bar.length))></span>
            </span>
            <span class="bar-count">{votes}</span>
        </li>
    }
}

fn explain(ui: Ui, extremes: Option<(u32, u32)>) -> AnyView {
    let say = &ui.words.result;
    let offered = ui.table(|table| table.result.as_ref().and_then(|result| result.explain));
    let may = ui.table(|table| table.is_linked);
    let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let told = extremes.map(|(low, high)| {
        let low = ui.words.count.low.of(count(low));
        let high = ui.words.count.high.of(count(high));
        para("talk", fill(say.extremes, &[&low, &high]))
    });
    let is_offered = Memo::new(move |_| offered.get().is_some());
    let pressed = move || {
        if offered.get() == Some(true) {
            "true"
        } else {
            "false"
        }
    };
    let toggle = move |_| ui.send(Event::Explain(offered.get_untracked() != Some(true)));
    let button = move || {
        is_offered.get().then(|| {
            view! {
                <button
                    type="button"
                    class="btn small toggle"
                    aria-pressed=pressed
                    disabled=move || !may.get()
                    on:click=toggle
                >
                    {say.explain}
                </button>
            }
        })
    };
    view! { <div class="explain">{told} {button}</div> }.into_any()
}

fn comments(ui: Ui, comments: &[(Option<String>, String)]) -> Option<AnyView> {
    let lines: Vec<_> = comments
        .iter()
        .map(|(name, text)| {
            let name = name.clone().map(|name| view! { <b>{name}": "</b> });
            view! { <li>{name}<span>{text.clone()}</span></li> }
        })
        .collect();
    let title = ui.words.result.comments;
    (!lines.is_empty()).then(|| {
        view! {
            <h3>{title}</h3>
            <ul class="comments" aria-label=title>{lines}</ul>
        }
        .into_any()
    })
}

fn verified(ui: Ui, (checked, published): (usize, usize)) -> AnyView {
    let say = &ui.words.result;
    let text = fill(
        say.verified,
        &[&checked.to_string(), &published.to_string()],
    );
    view! {
        <div class="verified">
            <p title=say.verified_note>{text}<span class="vh">". " {say.verified_note}</span></p>
            {act(ui, "btn quiet small", say.transcript, Event::DownloadTranscript)}
        </div>
    }
    .into_any()
}

fn earlier_rounds(ui: Ui, rounds: &[ResultView]) -> AnyView {
    let say = &ui.words.result;
    let drawn: Vec<_> = rounds
        .iter()
        .rev()
        .map(|round| {
            let title = fill(ui.words.round.number, &[&round.number.to_string()]);
            view! {
                <div class="earlier-round">
                    <h3>{title.clone()}</h3>
                    {stats(ui, round)}
                    {bars(ui, title, &round.bars)}
                </div>
            }
        })
        .collect();
    view! {
        <section class="earlier" aria-label=say.earlier>
            <h2>{say.earlier}</h2>
            {drawn}
        </section>
    }
    .into_any()
}
