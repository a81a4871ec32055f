//! The pack on the page of the planned session: sent out, and what came back.

mod heard;

pub(super) use heard::sent_ahead;

use super::{DeskUi, fields};
use crate::desk::DeskEvent;
use crate::desk::event::PackEvent;
use crate::desk::view::{N_PACK_DECKS, PackError, ParcelView, PersonRow, ReplyOutcome};
use crate::ui::parts::{El, act, el, group, labels, para, read_only, region, region_if, tag};
use crate::words::fill;

/// The whole part.
pub(super) fn pack(ui: DeskUi) -> El {
    let say = ui.words.pack;
    tag("section", "paper pack")
        .attr("aria-labelledby", "pack-title")
        .add([
            el("h2").attr("id", "pack-title").add(say.title),
            para("note", say.note),
            make(ui),
            region(
                ui.plan(|plan| kind(plan.pack.parcel.as_ref())),
                move |kind| parcel(ui, *kind),
            ),
            region_if(ui.plan(|plan| plan.pack.is_begun), move || answers(ui)),
            sort(ui),
        ])
}

/// An event of this part.
#[expect(clippy::unnecessary_wraps, reason = "fields take what may say nothing")]
fn told(event: PackEvent) -> Option<DeskEvent> {
    Some(DeskEvent::Pack(event))
}

/// A button of this part.
fn press(ui: DeskUi, class: &str, label: &str, event: PackEvent) -> El {
    act(ui, class, label, DeskEvent::Pack(event))
}

/// Who, with which cards, and the button.
fn make(ui: DeskUi) -> El {
    let say = ui.words.pack;
    let organiser = ui.plan(|plan| plan.pack.organiser.clone());
    let decks = move || decks(ui).map(str::to_owned).to_vec();
    let chosen = ui.plan(|plan| plan.pack.deck);
    let name = fields::text(ui, "pack-name", say.your_name, organiser, |name| {
        told(PackEvent::OrganiserTyped(name))
    });
    let deck = fields::select("pack-deck", say.deck, decks, chosen, move |at| {
        ui.send(DeskEvent::Pack(PackEvent::DeckChosen(at)));
    });
    let button = tag("div", "row").add(press(ui, "btn primary", say.make, PackEvent::Made));
    group([tag("div", "pack-who").add([name, deck]), button])
}

/// Names of the decks, in the order in which the desk offers them.
fn decks(ui: DeskUi) -> [&'static str; N_PACK_DECKS] {
    let say = &ui.page_words().rules;
    [
        say.fibonacci,
        say.short_fibonacci,
        say.modified_fibonacci,
        say.t_shirt,
        say.powers_of_two,
        say.hours,
    ]
}

/// In which shape something is ready to be sent, without its content.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Shape {
    #[default]
    None,
    Link,
    File(usize),
    TooLong,
    NoStories,
    NoName,
}

/// The shape of a parcel.
pub(super) fn kind(parcel: Option<&ParcelView>) -> Shape {
    match parcel {
        None => Shape::None,
        Some(ParcelView::Link(_)) => Shape::Link,
        Some(ParcelView::File(n)) => Shape::File(*n),
        Some(ParcelView::TooLong) => Shape::TooLong,
        Some(ParcelView::NoStories) => Shape::NoStories,
        Some(ParcelView::NoName) => Shape::NoName,
    }
}

/// The address of a parcel that is a link.
pub(super) fn url(parcel: Option<&ParcelView>) -> String {
    match parcel {
        Some(ParcelView::Link(url)) => url.clone(),
        Some(
            ParcelView::File(_) | ParcelView::TooLong | ParcelView::NoStories | ParcelView::NoName,
        )
        | None => String::new(),
    }
}

/// The pack, ready to be sent.
fn parcel(ui: DeskUi, kind: Shape) -> Option<El> {
    let say = ui.words.pack;
    Some(match kind {
        Shape::None | Shape::NoName => return None,
        Shape::Link => link(ui),
        Shape::File(n) => tag("div", "pack-parcel").add([
            para("note", fill(say.file_note, &[&n.to_string()])),
            para("note", say.made_note),
            tag("div", "row").add(press(
                ui,
                "btn primary",
                say.save_file,
                PackEvent::FileSaved,
            )),
        ]),
        Shape::TooLong => para("warn", say.too_long),
        Shape::NoStories => para("warn", say.no_stories),
    })
}

fn link(ui: DeskUi) -> El {
    let say = ui.words.pack;
    let address = ui.plan(|plan| url(plan.pack.parcel.as_ref()));
    let can_share = ui.plan(|plan| plan.pack.can_share);
    let send = region_if(can_share, move || {
        press(ui, "btn", say.send_link, PackEvent::LinkSent)
    });
    let copy = press(ui, "btn primary", say.copy_link, PackEvent::LinkCopied);
    tag("div", "pack-parcel").add([
        read_only(say.link, "pack-link", address, ""),
        tag("div", "row").add([copy, send]),
        para("note", say.made_note),
    ])
}

/// Replies: the ways in, who has answered, what they say.
fn answers(ui: DeskUi) -> El {
    group([paste(ui), outcomes(ui), people(ui), heard::heard(ui)])
}

/// A box to paste into, and a file to pick.
fn paste(ui: DeskUi) -> El {
    let say = ui.words.pack;
    let input = tag("textarea", "input").attrs(&[
        ("id", "pack-replies"),
        ("rows", "2"),
        ("spellcheck", "false"),
        ("autocomplete", "off"),
        ("placeholder", say.paste_hint),
    ]);
    let own = input.clone();
    let take = tag("button", "btn")
        .attr("type", "button")
        .on("click", move |_| {
            ui.send(DeskEvent::Pack(PackEvent::RepliesPasted(own.value())));
            own.write("");
        })
        .add(say.take_in);
    let file = tag("input", "file-box").attrs(&[("id", "pack-file"), ("type", "file")]);
    let pick = tag("label", "btn quiet")
        .attr("for", "pack-file")
        .add(say.pick_file);
    tag("div", "pack-in").add([
        labels("pack-replies", say.paste),
        input,
        tag("div", "row").add([take, file, pick]),
    ])
}

fn outcomes(ui: DeskUi) -> El {
    let all = ui.plan(|plan| (plan.pack.n_taken, plan.pack.outcomes.clone()));
    let list = region(all, move |(_, outcomes)| {
        let lines = outcomes.iter().map(|one| el("li").add(outcome(ui, one)));
        (!outcomes.is_empty()).then(|| {
            tag("ul", "points")
                .attr("aria-label", ui.words.pack.outcomes)
                .add(lines.collect::<Vec<_>>())
        })
    });
    tag("div", "").attr("role", "status").add(list)
}

/// What became of a reply, in a sentence.
pub(super) fn outcome(ui: DeskUi, outcome: &ReplyOutcome) -> String {
    let say = ui.words.pack;
    match outcome {
        ReplyOutcome::Taken(name) => fill(say.taken, &[name]),
        ReplyOutcome::Twice(name) => fill(say.twice, &[name]),
        ReplyOutcome::Full => say.full.to_owned(),
        ReplyOutcome::NoPack => say.no_pack.to_owned(),
        ReplyOutcome::Refused(error) => refusal(ui, *error).to_owned(),
    }
}

/// Why something is refused, in a sentence.
pub(super) fn refusal(ui: DeskUi, error: PackError) -> &'static str {
    let say = ui.words.pack;
    match error {
        PackError::NotOurs => say.not_ours,
        PackError::CutOff => say.cut_off,
        PackError::Damaged => say.damaged,
        PackError::TooLarge => say.too_large,
        PackError::TooNew { .. } => say.too_new,
        PackError::OtherPack => say.other_session,
        PackError::WrongKind { .. } if error.is_pack() => say.is_pack,
        PackError::WrongKind { .. } if error.is_reply() => say.is_reply,
        PackError::WrongKind { .. } => say.is_other,
    }
}

fn people(ui: DeskUi) -> El {
    let say = ui.words.pack;
    let list = region(ui.plan(|plan| plan.pack.people.clone()), move |people| {
        if people.is_empty() {
            return para("note", say.nobody);
        }
        let people = people.iter().map(|one| el("li").add(person(ui, one)));
        tag("ul", "pack-people")
            .attrs(&[("role", "list"), ("aria-label", say.people)])
            .add(people.collect::<Vec<_>>())
    });
    group([el("h3").add(say.people), list])
}

/// `Dana: 3 read · 1 question`.
fn person(ui: DeskUi, row: &PersonRow) -> String {
    let count = ui.words.pack_count;
    let facts = [
        (count.read, row.n_read),
        (count.unclear, row.n_unclear),
        (count.comments, row.n_comments),
        (count.questions, row.n_questions),
        (count.estimates, row.n_estimates),
    ];
    let facts = facts.into_iter().enumerate();
    // That nothing was read is worth saying; that there is no comment is not.
    let facts = facts.filter(|(at, (_, n))| *at == 0 || *n > 0);
    let facts: Vec<String> = facts.map(|(_, (words, n))| words.of(n)).collect();
    [row.name.as_str(), ": ", &facts.join(" · ")].concat()
}

fn sort(ui: DeskUi) -> El {
    let say = ui.words.pack;
    let has_many = ui.plan(|plan| plan.stories.len() > 1);
    region_if(has_many, move || {
        let acts = [
            press(
                ui,
                "btn small",
                say.sort_disagreement,
                PackEvent::SortedByDisagreement,
            ),
            press(
                ui,
                "btn small",
                say.sort_questions,
                PackEvent::SortedByQuestions,
            ),
        ];
        group([tag("div", "row").add(acts), para("note", say.sort_note)])
    })
}
