//! Around every screen of the desk: the way back, the pages, messages, the spoken word.

use super::{DeskUi, say};
use crate::app::event::Event;
use crate::app::view::Panel;
use crate::desk::view::{DeskNotice, DeskView};
use crate::desk::{DeskEvent, DeskPage};
use crate::ui::Dispatch;
use crate::ui::parts::{El, Icon, Text, act, el, icon, keep, line, live, logo, tag};
use web_sys::HtmlElement;

/// The mark, which leads back to the start page; the pages; the page's own settings.
pub(super) fn header(ui: DeskUi, page: Dispatch<Event>) -> El {
    let words = ui.page_words();
    let home = tag("a", "home")
        .attrs(&[("href", "#"), ("aria-label", ui.words.frame.home)])
        .add(logo(words.common.title));
    let pages = [
        (DeskPage::Backlog, ui.words.backlog.title),
        (DeskPage::Checklist, ui.words.checklist.title),
        (DeskPage::Plan, ui.words.plan.title),
        (DeskPage::Records, ui.words.records.title),
        (DeskPage::Ready, ui.words.gate.title),
    ];
    let links = pages.map(|(page, title)| el("li").add(link(ui, page, title)));
    let nav = tag("nav", "pages")
        .attr("aria-label", ui.words.frame.pages)
        .add(el("ul").add(links));
    let settings = tag("button", "btn quiet with-icon")
        .attrs(&[("type", "button"), ("title", words.common.settings)])
        .on("click", move |_| {
            page.send(Event::PanelOpened(Panel::Settings));
        })
        .add(icon(Icon::Gear))
        .add(tag("span", "vh").add(words.common.settings));
    tag("header", "top desk-top").add([home, nav, settings])
}

/// A real link: it has an address, opens in another tab, and Back leads back.
fn link(ui: DeskUi, page: DeskPage, title: &str) -> El {
    let href = format!("#{}", page.fragment());
    tag("a", "page-link")
        .attr("href", &href)
        .attr_live("aria-current", move || {
            (tab_of(&ui.look().page).as_ref() == Some(&page)).then_some("page")
        })
        .add(title)
}

/// Under which of the links a page lies.
fn tab_of(page: &DeskPage) -> Option<DeskPage> {
    match page {
        DeskPage::Backlog | DeskPage::Story(_) | DeskPage::Prepare(_) => Some(DeskPage::Backlog),
        DeskPage::Checklist => Some(DeskPage::Checklist),
        DeskPage::Plan => Some(DeskPage::Plan),
        DeskPage::Records | DeskPage::Record(_) | DeskPage::Minutes(_) => Some(DeskPage::Records),
        DeskPage::Ready => Some(DeskPage::Ready),
        DeskPage::Shared(_) | DeskPage::Pack(_) => None,
    }
}

/// The tab and the history show which page this is.
pub(super) fn name_page(ui: DeskUi, root: &HtmlElement) {
    let Some(document) = root.owner_document() else {
        return;
    };
    let house = ui.page_words().common.title;
    let named = document.clone();
    live(Box::new(move || {
        let view = ui.look();
        let title = match tab_of(&view.page) {
            None if matches!(view.page, DeskPage::Pack(_)) => ui.words.pack.title,
            Some(DeskPage::Checklist) => ui.words.checklist.title,
            Some(DeskPage::Plan) => ui.words.plan.title,
            Some(DeskPage::Records | DeskPage::Record(_) | DeskPage::Minutes(_)) => {
                ui.words.records.title
            }
            Some(DeskPage::Ready) => ui.words.gate.title,
            Some(
                DeskPage::Backlog
                | DeskPage::Story(_)
                | DeskPage::Prepare(_)
                | DeskPage::Shared(_)
                | DeskPage::Pack(_),
            )
            | None => ui.words.backlog.title,
        };
        named.set_title(&format!("{title} · {house}"));
    }));
    keep(Box::new(Named(document, house)));
}

/// Gives the page its own name back.
struct Named(web_sys::Document, &'static str);

impl Drop for Named {
    fn drop(&mut self) {
        self.0.set_title(self.1);
    }
}

/// The stack of messages, below: those of the page itself come from above.
pub(super) fn notices(ui: DeskUi) -> El {
    let notices = ui.part(|view| view.notices.clone());
    let lines = move || {
        let notices = notices().into_iter();
        notices
            .map(|notice| line(notice.id.to_string(), move || one(ui, &notice)))
            .collect()
    };
    tag("div", "notices desk-notices")
        .attr("aria-live", "polite")
        .lines(lines)
}

fn one(ui: DeskUi, notice: &DeskNotice) -> El {
    let (id, common) = (notice.id, &ui.page_words().common);
    let undo = notice
        .can_undo
        .then(|| act(ui, "btn quiet", common.undo, DeskEvent::Undo(id)));
    let dismiss = tag("button", "icon-btn")
        .attrs(&[("type", "button"), ("aria-label", common.dismiss)])
        .sends(ui, DeskEvent::NoticeDismissed(id))
        .add(icon(Icon::Close));
    tag("div", "notice")
        .add(el("p").add(say::notice(ui, &notice.text)))
        .add(undo)
        .add(dismiss)
}

/// A polite live region; a repeated sentence changes its place, so that it is read again.
pub(super) fn spoken(ui: DeskUi) -> El {
    let text = move |is_odd: bool| move || newest(ui, &ui.look(), is_odd);
    tag("div", "vh")
        .attr("aria-live", "polite")
        .add([el("p").text(text(false)), el("p").text(text(true))])
}

fn newest(ui: DeskUi, view: &DeskView, is_odd: bool) -> Text {
    match &view.spoken {
        (number, Some(what)) if (number % 2 == 1) == is_odd => say::spoken(ui, what).into(),
        _ => Text::Borrowed(""),
    }
}
