//! Screens with no way on by themselves: a handed reply, a closed way.

use super::{beginning, sheet};
use crate::app::event::{CopyWhat, Event};
use crate::app::view::{HandedView, Screen, Stop, View};
use crate::ui::parts::{El, act, group, para, read_only, region, tag};
use crate::ui::{Ui, say};
use crate::words::fill;

/// A tab opened by a reply link.
pub(in crate::ui) fn handed(ui: Ui) -> El {
    let content = region(ui.part(handed_view), move |state| {
        state.clone().map(|state| handed_text(ui, state))
    });
    sheet(ui, content)
}

fn handed_text(ui: Ui, state: HandedView) -> El {
    let say = &ui.words.handed;
    match state {
        HandedView::Searching => title_and_text(say.searching, say.searching_note, None),
        HandedView::Seated(name) => {
            title_and_text(&fill(say.seated, &[&name]), say.seated_note, None)
        }
        HandedView::Told(outcome) => {
            title_and_text(say.told, &say::reply(ui.words, &outcome), None)
        }
        HandedView::NoTable { reply_link } => {
            let link = reply(ui, reply_link);
            title_and_text(say.no_table, say.no_table_note, Some(link))
        }
    }
}

fn title_and_text(title: &str, text: &str, more: Option<El>) -> El {
    let text = para("lead", text).attr("role", "status");
    group([beginning(title), text]).add(more)
}

fn reply(ui: Ui, link: String) -> El {
    let copy = Event::CopyPressed(CopyWhat::Reply);
    let ways = tag("div", "row").add([
        act(ui, "btn primary", ui.words.waiting.copy_reply, copy),
        act(ui, "btn quiet", ui.words.stop.to_start, Event::GoToStart),
    ]);
    let label = ui.words.handed.reply_link;
    group([
        read_only(label, "reply-link", move || link.clone(), ""),
        ways,
    ])
}

fn handed_view(view: &View) -> Option<HandedView> {
    match &view.screen {
        Screen::Handed(handed) => Some(handed.clone()),
        Screen::Start(_)
        | Screen::Name(_)
        | Screen::Waiting(_)
        | Screen::Table(_)
        | Screen::Desk(_)
        | Screen::Stopped(_) => None,
    }
}

/// The way is closed: why, and what to do.
pub(in crate::ui) fn stopped(ui: Ui) -> El {
    let content = region(ui.part(stop), move |why| {
        why.as_ref().map(|why| stop_text(ui, why))
    });
    sheet(ui, content)
}

fn stop_text(ui: Ui, why: &Stop) -> El {
    let say = &ui.words.stop;
    let (title, advice) = say::stop(ui.words, why);
    let again = matches!(why, Stop::LostHost { .. } | Stop::Left)
        .then(|| act(ui, "btn primary", say.open_invite, Event::JoinAgain));
    let reload = match why {
        Stop::LinkTooNew
        | Stop::OtherVersion { we_are_older: true }
        | Stop::OpenElsewhere
        | Stop::Unseated => Some(say.reload),
        Stop::LostHost { .. }
        | Stop::NoWebRtc
        | Stop::LinkTruncated
        | Stop::LinkDamaged
        | Stop::LinkForeign
        | Stop::Ended
        | Stop::Removed
        | Stop::Left
        | Stop::Full { .. }
        | Stop::OtherVersion {
            we_are_older: false,
        } => None,
    };
    let reload = reload.map(|label| act(ui, "btn primary", label, Event::ReloadPressed));
    let more =
        tag("div", "row")
            .add([again, reload])
            .add(act(ui, "btn", say.to_start, Event::GoToStart));
    title_and_text(title, &advice, Some(more))
}

fn stop(view: &View) -> Option<Stop> {
    match &view.screen {
        Screen::Stopped(why) => Some(why.clone()),
        Screen::Start(_)
        | Screen::Name(_)
        | Screen::Waiting(_)
        | Screen::Table(_)
        | Screen::Handed(_)
        | Screen::Desk(_) => None,
    }
}
